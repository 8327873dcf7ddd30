// What a reader must know first: whether the run is whole, and what it comes to.

const LISTED = 4;

function renderAlarm() {
  const problems = data.problems.map(([text, at]) => h('li', {}, h('span', {}, said(text)), ' ', place(at)));
  const failing = data.unread.filter((row) => row[3]);
  const lost = problems.length + failing.length;
  const alarm = byId('alarm');
  alarm.replaceChildren();
  if (!problems.length && !data.unread.length) return;
  const grave = lost > 0;
  const shown = [...problems, ...data.unread.map(unreadRow)];
  const list = (rows) => h('ul', { class: 'unread' }, rows);
  alarm.append(h('section', { class: `alarm ${grave ? 'grave' : ''}`, 'aria-labelledby': 'alarm-title' },
    h('h2', { id: 'alarm-title' }, word(grave ? 'incomplete' : 'partly-read')),
    h('p', {}, word(grave ? 'incomplete-why' : 'partly-why', { errors: problems.length, unread: data.unread.length })),
    list(shown.slice(0, LISTED)),
    shown.length > LISTED ? h('details', {}, h('summary', {}, word('more', { n: shown.length - LISTED })), list(shown.slice(LISTED))) : null));
}

function verdict() {
  const bad = findings.filter((f) => ['error', 'warning', 'info'].includes(grade(f)));
  const doubts = data.counts['cannot-tell'];
  const where = new Set(bad.map((f) => f.website).filter(Boolean)).size;
  if (bad.length) return ['bad', word('verdict-bad', { n: bad.length }) + (where ? word('verdict-where', { n: where }) : '')];
  if (doubts) return ['doubt', word('verdict-doubt', { n: doubts })];
  if (data.problems.length || data.unread.length) return ['doubt', word('verdict-partial')];
  if (!data.counts.compliant) return ['doubt', data.strangers === undefined ? word('verdict-nothing') : said(data.nothing)];
  return ['good', word('verdict-good', { n: data.counts.compliant })];
}

function tile(one, n) {
  const listed = findings.some((f) => grade(f) === one);
  const press = () => { toggle('outcome', one); filters.view = 'findings'; changed(`tile-${one}`); };
  const inside = [h('span', { class: 'figure' }, n), h('span', { class: 'what' }, word(one))];
  if (!listed) return h('div', { class: `tile is-${one} ${n ? '' : 'none'}` }, inside);
  return h('button', { type: 'button', id: `tile-${one}`, class: `tile is-${one}`, 'aria-pressed': String(filters.outcome.has(one)), onclick: press }, inside);
}

function bar(counts) {
  const all = counts.reduce((sum, [, n]) => sum + n, 0);
  if (!all) return null;
  const pieces = [];
  let from = 0;
  for (const [one, n] of counts) {
    if (n) pieces.push(s('rect', { class: `is-${one}`, x: (from / all) * 100, width: (n / all) * 100, height: 4 }, s('title', {}, `${word(one)} ${n}`)));
    from += n;
  }
  return s('svg', { class: 'share', viewBox: '0 0 100 4', preserveAspectRatio: 'none', role: 'img', 'aria-label': counts.map(([one, n]) => `${word(one)} ${n}`).join(', ') }, pieces);
}

function renderSummary() {
  const room = byId('summary');
  if (data.kind !== 'report') { room.hidden = true; return; }
  const of = (one) => findings.filter((f) => grade(f) === one).length;
  const counts = [['error', of('error')], ['warning', of('warning')], ['info', of('info')], ['cannot-tell', data.counts['cannot-tell']], ['suppressed', data.counts.suppressed], ['compliant', data.counts.compliant]].filter(([one, n]) => one !== 'info' || n);
  const [tone, sentence] = verdict();
  const names = nameCount;
  const files = data.inputs.reduce((sum, row) => sum + row[2], 0);
  room.replaceChildren(h('div', { class: `verdict is-${tone}` }, h('h2', {}, sentence),
    h('p', {}, [word('n-names', { n: names }), word('n-domains', { n: sites.size }), word('n-checks', { n: data.asked }), word('n-files', { n: files })].join(' · ')), bar(counts)),
  h('div', { class: 'tiles', role: 'group', 'aria-label': word('by-outcome') }, counts.map(([one, n]) => tile(one, n))));
}
