// The findings, by registrable domain; what a finding holds is made when it is opened.

const PAGE = 60;
let shownFindings = PAGE;
const opened = new Set();

const pill = (one) => h('span', { class: `pill is-${one}` }, word(one));

function filingBadge(website) {
  const filing = filingOf(website);
  if (!filing) return null;
  const providers = data.websites[website][2].map(said);
  const named = filing[0] === 'filed' && providers.length ? ` · ${word('access', { who: providers.join(chinese() ? '、' : ', ') })}` : '';
  return h('span', { class: `filing is-${filing[0]}` }, filing[1] + named);
}

function steps(finding) {
  const rows = finding.steps.map(([text, at]) => h('li', {}, h('span', {}, said(text)), place(at)));
  return h('div', { class: 'block' }, h('h4', {}, word('chain')), h('ol', { class: 'steps' }, rows));
}

function advice(finding) {
  const parts = [];
  if (finding.waiver) {
    const [reason, until, at] = finding.waiver;
    const till = until ? word('until', { day: until }) : word('for-good');
    parts.push(h('div', { class: 'advice is-suppressed' }, h('h4', {}, word('accepted')), h('p', {}, said(reason)), h('p', { class: 'quiet' }, till, ' ', place(at))));
  }
  if (finding.remedy >= 0) parts.push(h('div', { class: 'advice' }, h('h4', {}, word('remedy')), h('p', {}, said(finding.remedy))));
  if (finding.settle.length) {
    parts.push(h('div', { class: 'advice is-doubt' }, h('h4', {}, word('settle')), h('ul', {}, finding.settle.map((n) => h('li', {}, said(n))))));
  }
  return parts;
}

function details(finding, room) {
  const label = word('way-of', { name: clean(finding.key) });
  const way = finding.thing >= 0 ? drawWay(finding.thing, room, label) : null;
  const goTo = finding.thing >= 0 || finding.website ? h('button', { type: 'button', class: 'link', onclick: () => showInEstate(finding) }, word('in-estate')) : null;
  return h('div', { class: 'inner' },
    way && h('figure', { class: 'figure' }, way, legend()),
    h('div', { class: 'columns' }, steps(finding), h('div', { class: 'block' }, advice(finding))),
    h('details', { class: 'why' }, h('summary', {}, word('explain', { name: finding.check.name })), prose(finding.check.page)),
    h('p', { class: 'tail' }, goTo, h('span', {}, `${word('fingerprint')} `, h('code', { translate: 'no' }, finding.fingerprint)), h('code', { translate: 'no' }, `icplint explain ${finding.check.name}`)));
}

function legend() {
  const entry = (at) => h('span', { class: `key at-${at}` }, placeWord(at));
  return h('figcaption', { class: 'legend' }, ['mainland', 'outside', 'unknown'].map(entry));
}

function card(finding) {
  const body = h('div', { class: 'body' });
  const one = h('details', { class: `card is-${grade(finding)}`, id: `f-${finding.fingerprint}`, open: opened.has(finding.n) },
    h('summary', {},
      h('span', { class: 'head' }, pill(grade(finding)), h('code', { class: 'code', translate: 'no' }, `${finding.check.code} ${finding.check.name}`)),
      h('span', { class: 'message' }, said(finding.message)),
      place(finding.origin)),
    body);
  one.fillIn = () => {
    if (!body.firstChild) body.append(details(finding, Math.max(240, (body.clientWidth || byId('main').clientWidth) - 40)));
  };
  one.addEventListener('toggle', () => {
    if (one.open) opened.add(finding.n);
    else opened.delete(finding.n);
    if (one.open) one.fillIn();
  });
  return one;
}

function group(website, found) {
  return h('section', { class: 'group' },
    h('div', { class: 'group-head' }, h('h3', { translate: 'no' }, clean(website)), filingBadge(website), h('span', { class: 'count' }, word('n-findings', { n: found.length }))),
    found.map(card));
}

function facet(name, heading, values, label) {
  const counts = counted(values, name);
  if (counts.size < 2) return null;
  const rows = [...counts].filter(([value, n]) => n > 0 || filters[name].has(value));
  rows.sort((a, b) => (name === 'check' ? a[0].localeCompare(b[0]) : b[1] - a[1] || a[0].localeCompare(b[0])));
  const choose = (value) => () => { toggle(name, value); changed(`facet-${name}-${value}`); };
  const option = ([value, n]) => h('label', { class: 'option' }, h('input', { type: 'checkbox', id: `facet-${name}-${value}`, checked: filters[name].has(value), onchange: choose(value) }), h('span', { class: 'what', translate: 'no' }, label(value)), h('span', { class: 'n' }, n));
  return h('fieldset', {}, h('legend', {}, heading), h('div', { class: 'options' }, rows.map(option)));
}

function searchBox() {
  const input = h('input', { type: 'search', id: 'search', value: filters.q, placeholder: word('search-hint'), autocomplete: 'off', spellcheck: 'false' });
  input.addEventListener('input', () => { filters.q = input.value; changed('search'); });
  return h('div', { class: 'seek' }, h('label', { for: 'search' }, word('search')), input);
}

function sidebar() {
  const names = new Map(checks.map((check) => [check.code, `${check.code} ${check.name}`]));
  const reset = h('button', { type: 'button', class: 'link', id: 'reset', onclick: () => { clearFilters(); changed('search'); } }, word('reset'));
  const inner = h('div', { class: 'facets' }, facet('check', word('by-check'), (f) => f.check.code, (v) => names.get(v)), facet('domain', word('by-domain'), groupOf, clean), filtered() ? reset : null);
  const narrow = matchMedia('(max-width: 60rem)').matches;
  return h('aside', { class: 'side', 'aria-label': word('filters') }, searchBox(), narrow ? h('details', { class: 'fold', open: SETS.slice(1).some((n) => filters[n].size) }, h('summary', {}, word('filters')), inner) : inner);
}

const rankOf = (found) => Math.min(...found.map((f) => GRADES.indexOf(grade(f))));

function grouped(passing) {
  const groups = new Map();
  for (const finding of passing) groups.set(groupOf(finding), [...(groups.get(groupOf(finding)) || []), finding]);
  for (const found of groups.values()) found.sort((a, b) => GRADES.indexOf(grade(a)) - GRADES.indexOf(grade(b)));
  return [...groups].sort((a, b) => rankOf(a[1]) - rankOf(b[1]) || a[0].localeCompare(b[0]));
}

function listing(passing) {
  let left = shownFindings;
  const parts = [];
  for (const [website, found] of grouped(passing)) {
    if (left <= 0) break;
    parts.push(group(website, found.slice(0, left)));
    left -= found.length;
  }
  const more = passing.length - shownFindings;
  if (more > 0) parts.push(h('button', { type: 'button', class: 'more', id: 'more', onclick: () => { shownFindings += PAGE * 4; changed('more'); } }, word('more', { n: more })));
  return parts;
}

function renderFindings() {
  const passing = findings.filter((finding) => passes(finding));
  const empty = h('p', { class: 'empty' }, word(findings.length ? 'none-pass' : 'none-found'));
  const shown = h('p', { class: 'showing' }, word('showing', { n: passing.length, all: findings.length }));
  byId('view-findings').replaceChildren(h('h2', { class: 'sr' }, word('view-findings')), h('div', { class: 'split' }, sidebar(), h('div', { class: 'results' }, filtered() ? shown : null, passing.length ? listing(passing) : empty)));
  for (const one of document.querySelectorAll('.card[open]')) one.fillIn();
  return passing.length;
}
