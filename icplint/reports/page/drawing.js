// What both pictures share: the width of a text, its shortening, curves, and the signs of places.

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const widthOf = (text, size) => [...text].reduce((sum, c) => sum + (WIDE.test(c) ? 1 : /[A-Zmw@%]/.test(c) ? 0.76 : 0.6), 0) * size;

/** A text that fits, its middle left out: names differ at both ends. */
function shorten(text, width, size) {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  let keep = letters.length - 1;
  while (keep > 2) {
    const head = Math.ceil(keep / 2);
    const short = `${letters.slice(0, head).join('')}…${letters.slice(letters.length - (keep - head)).join('')}`;
    if (widthOf(short, size) <= width) return short;
    keep -= 1;
  }
  return `${letters[0]}…`;
}

const across = (x1, y1, x2, y2) => {
  const bend = Math.max(24, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
};
const down = (x1, y1, x2, y2) => `M${x1} ${y1}C${x1} ${(y1 + y2) / 2} ${x2} ${(y1 + y2) / 2} ${x2} ${y2}`;

/** Where a thing stands, in a word. */
const placeWord = (at) => word(`place-${at}`);

/** The registrable domain's filing: [state, words]. */
function filingOf(website) {
  const row = data.websites[website];
  if (!row) return null;
  if (row[0] === true) return ['filed', row[1] ? clean(row[1]) : word('filed')];
  return row[0] === false ? ['unfiled', word('unfiled')] : ['doubt', word('filing-unknown')];
}

/** The lines under a thing's name: where it stands and whose it is; for a website's name, its filing. */
function below(thing) {
  if (thing.kind === 'Domain' && thing.website && data.kind === 'report') {
    const filing = filingOf(thing.website);
    return filing ? filing[1] : '';
  }
  return [said(thing.region), said(thing.provider)].filter(Boolean).join(' · ');
}

const title = (thing) => [`${said(thing.what)} ${clean(thing.key)}`, said(thing.region), said(thing.provider), thing.kind === 'Record' ? '' : placeWord(thing.at), said(thing.origin)].filter(Boolean).join('\n');

const marker = (id) => s('marker', { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse' }, s('path', { d: 'M0 0.5L7 4L0 7.5z', class: 'head' }));
