// One finding's way as a picture: from the name through records and edges to what serves it.

const MOST = 40;
const BOX = { width: 184, height: 66 };
const PILL = { width: 104, height: 26 };

/** The things and hops that lie behind a name, or before a server. */
function waysOf(start) {
  const backwards = things[start].kind !== 'Domain';
  const found = new Set([start]);
  const used = new Set();
  const todo = [start];
  while (todo.length && found.size < MOST) {
    const thing = things[todo.shift()];
    for (const hop of backwards ? thing.into : thing.out) {
      if (!backwards && direct(thing, hop)) continue;
      used.add(hop);
      for (const next of backwards ? [hop.start] : hop.ends) {
        if (!found.has(next)) todo.push(next);
        found.add(next);
      }
    }
  }
  const shown = [...used].filter((hop) => found.has(hop.start) && !(backwards && direct(things[hop.start], hop)));
  return { found: [...found], hops: shown, cut: todo.length > 0 };
}

/** A tie from a name to what one of its records leads to as well: the record says it better. */
function direct(thing, hop) {
  if (thing.kind !== 'Domain' || !hop.ends.length) return false;
  const records = thing.out.flatMap((one) => one.ends).filter((n) => things[n].kind === 'Record');
  const led = new Set(records.flatMap((n) => things[n].out.flatMap((one) => one.ends)));
  return hop.ends.every((end) => things[end].kind !== 'Record' && led.has(end));
}

/** Rows of boxes, each as far from the start as its longest way; a loop is cut where it closes. */
function ranked(found, shown) {
  const rank = new Map(found.map((n) => [n, 0]));
  const next = new Map(found.map((n) => [n, []]));
  shown.forEach((hop, index) => {
    for (const end of hop.ends) if (rank.has(end)) next.get(hop.start).push(end);
    if (hop.loose >= 0) {
      const mark = `?${index}`;
      rank.set(mark, 0);
      next.set(mark, []);
      next.get(hop.start).push(mark);
    }
  });
  const push = (n, depth, path) => {
    rank.set(n, Math.max(rank.get(n), depth));
    for (const end of next.get(n)) if (!path.has(end) && rank.get(end) < depth + 1) push(end, depth + 1, new Set(path).add(end));
  };
  const ends = new Set([...next.values()].flat());
  const starts = [...rank.keys()].filter((n) => !ends.has(n));
  for (const n of starts.length ? starts : found.slice(0, 1)) push(n, 0, new Set([n]));
  const rows = [];
  for (const [n, depth] of rank) (rows[depth] ||= []).push(n);
  return { rows: rows.filter(Boolean), next };
}

const sizeOf = (n, upright, width) => {
  const pill = typeof n === 'number' && things[n].kind === 'Record';
  if (pill) return PILL;
  return upright ? { width, height: BOX.height } : BOX;
};

/** Boxes with their places, from left to right, or from top to bottom on a narrow screen. */
function laidOut(rows, upright, room) {
  const boxes = new Map();
  const widest = Math.max(...rows.map((row) => row.length));
  const width = upright ? Math.max(132, Math.min(300, (room - 12 * (widest - 1)) / widest)) : BOX.width;
  let along = 1;
  let side = 0;
  for (const row of rows) {
    const sizes = row.map((n) => sizeOf(n, upright, width));
    const deep = Math.max(...sizes.map((size) => (upright ? size.height : size.width)));
    let across_ = 0;
    row.forEach((n, i) => {
      const size = sizes[i];
      const offset = along + (deep - (upright ? size.height : size.width)) / 2;
      boxes.set(n, { ...size, x: upright ? across_ : offset, y: upright ? offset : across_, row });
      across_ += (upright ? size.width : size.height) + 14;
    });
    side = Math.max(side, across_ - 14);
    along += deep + (sizes.every((size) => size === PILL) ? 22 : 30);
  }
  for (const row of rows) {
    const last = boxes.get(row[row.length - 1]);
    const used = upright ? last.x + last.width : last.y + last.height;
    for (const n of row) boxes.get(n)[upright ? 'x' : 'y'] += (side - used) / 2 + 1;
  }
  return { boxes, along: along - 28, side: side + 2 };
}

function drawBox(n, box) {
  const unknown = typeof n !== 'number';
  const thing = unknown ? null : things[n];
  const kind = unknown ? 'at-unknown loose' : thing.kind === 'Record' ? 'pill' : `at-${thing.at}`;
  const group = s('g', { class: `box ${kind}`, transform: `translate(${box.x} ${box.y})` });
  group.append(s('rect', { width: box.width, height: box.height, rx: kind === 'pill' ? 13 : 8, class: 'shape' }));
  if (kind === 'pill') {
    group.append(s('title', {}, title(thing)), s('text', { x: box.width / 2, y: 17, class: 'kind', 'text-anchor': 'middle' }, shorten(said(thing.what), box.width - 12, 11)));
    return group;
  }
  const room = box.width - 22;
  const chip = unknown ? '' : placeWord(thing.at);
  const first = unknown ? word('leads-unknown') : said(thing.what);
  const name = unknown ? said(hopOf(n).loose) : clean(thing.key);
  group.append(
    s('title', {}, unknown ? name : title(thing)),
    s('rect', { width: 4, height: box.height - 16, x: 7, y: 8, rx: 2, class: 'stripe' }),
    s('text', { x: 18, y: 20, class: 'kind' }, shorten(first, room - widthOf(chip, 11) - 6, 11)),
    s('text', { x: box.width - 9, y: 20, class: 'chip', 'text-anchor': 'end' }, chip),
    s('text', { x: 18, y: 39, class: 'name', translate: 'no' }, shorten(name, room, 14)),
    s('text', { x: 18, y: 56, class: `sub ${thing && thing.website ? `filing-${(filingOf(thing.website) || [''])[0]}` : ''}` }, unknown ? '' : shorten(below(thing), room, 11)),
  );
  return group;
}

let drawnHops = [];
const hopOf = (mark) => drawnHops[Number(mark.slice(1))];

/** The picture of a finding's way, `room` pixels wide at most; null where there is nothing to draw. */
function drawWay(start, room, label) {
  const ways = waysOf(start);
  drawnHops = ways.hops;
  if (!ways.hops.length) return null;
  const { rows, next } = ranked(ways.found, ways.hops);
  const upright = room < 620;
  const { boxes, along, side } = laidOut(rows, upright, room - 4);
  const [width, height] = upright ? [side, along] : [along, side];
  const shrunk = Math.min(1, Math.max(0.66, room / width));
  const picture = s('svg', { class: 'way', role: 'img', 'aria-label': label, viewBox: `0 0 ${width} ${height}`, width: Math.round(width * shrunk), height: Math.round(height * shrunk) });
  const id = `head-${start}`;
  picture.append(s('defs', {}, marker(id)));
  ways.hops.forEach((hop, index) => {
    const a = boxes.get(hop.start);
    const ends = [...hop.ends, ...(hop.loose >= 0 ? [`?${index}`] : [])].filter((end) => boxes.has(end) && next.get(hop.start).includes(end));
    for (const end of ends) {
      const b = boxes.get(end);
      const path = upright ? down(a.x + a.width / 2, a.y + a.height, b.x + b.width / 2, b.y - 2) : across(a.x + a.width, a.y + a.height / 2, b.x - 2, b.y + b.height / 2);
      const look = [hop.certain && typeof end === 'number' ? '' : 'maybe', hop.dead ? 'dead' : '', hop.inside ? 'inside' : ''].join(' ');
      picture.append(s('path', { d: path, class: `hop ${look}`, 'marker-end': `url(#${id})` }, s('title', {}, said(hop.text))));
    }
  });
  for (const [n, box] of boxes) picture.append(drawBox(n, box));
  return h('div', { class: 'way-room', tabindex: width * shrunk > room ? 0 : null, role: 'group', 'aria-label': label }, picture, ways.cut ? h('p', { class: 'quiet' }, word('way-cut', { n: MOST })) : null);
}
