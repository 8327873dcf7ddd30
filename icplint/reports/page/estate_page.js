// The estate's controls: buttons, keys, pointer, and the panel that says what is chosen.

function neighbour(id, key) {
  const node = arrangement.byNode.get(id);
  const column = model.nodes.filter((one) => one.column === node.column).sort((a, b) => a.y - b.y);
  const near = (ids) => ids.map((one) => arrangement.byNode.get(one)).sort((a, b) => Math.abs(a.y - node.y) - Math.abs(b.y - node.y))[0];
  switch (key) {
    case 'ArrowDown': return column[column.indexOf(node) + 1];
    case 'ArrowUp': return column[column.indexOf(node) - 1];
    case 'ArrowRight': return near(arrangement.after.get(id));
    default: return near(arrangement.before.get(id));
  }
}

function onKey(event) {
  const id = event.target.dataset ? event.target.dataset.node : null;
  const keys = { '+': () => zoom(1.3), '=': () => zoom(1.3), '-': () => zoom(1 / 1.3), 0: fit, Escape: () => { estate.chosen = null; light(); panel(); paint(); parts.stage.focus(); } };
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (keys[event.key]) keys[event.key]();
  else if (event.key.startsWith('Arrow') && id) moveTo(neighbour(id, event.key));
  else if (event.key.startsWith('Arrow')) pan(event.key);
  else if ((event.key === 'Enter' || event.key === ' ') && id) { choose(id); focusNode(id); }
  else if (event.key === 'Enter') moveTo(model.nodes[0]);
  else return;
  event.preventDefault();
}

function moveTo(node) {
  if (!node) return;
  reveal(node.id);
  paint();
  focusNode(node.id);
}

function pan(key) {
  view.x += { ArrowLeft: 60, ArrowRight: -60 }[key] || 0;
  view.y += { ArrowUp: 60, ArrowDown: -60 }[key] || 0;
  bounded();
  place_();
}

function pointers(stage) {
  let held = null;
  stage.addEventListener('pointerdown', (event) => { held = { x: event.clientX, y: event.clientY, moved: false }; });
  stage.addEventListener('pointermove', (event) => {
    if (!held || event.buttons === 0) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moved && Math.hypot(dx, dy) < 4) return;
    if (!held.moved) stage.setPointerCapture(event.pointerId);
    view.x += dx;
    if (event.pointerType !== 'touch') view.y += dy;
    held = { x: event.clientX, y: event.clientY, moved: true };
    bounded();
    place_();
  });
  stage.addEventListener('click', (event) => {
    const moved = held && held.moved;
    held = null;
    const node = event.target.closest('[data-node]');
    if (!moved && node) choose(node.dataset.node);
  });
  stage.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== stage) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), event.clientY - stage.getBoundingClientRect().top);
  }, { passive: false });
}

/** What is chosen, in words: what it is, what is found about it, which ways lead there. */
function panel() {
  const node = estate.chosen ? arrangement.byNode.get(estate.chosen) : null;
  parts.panel.replaceChildren(node ? described(node) : h('p', { class: 'quiet' }, word('estate-hint')));
}

function described(node) {
  const of = new Set(node.members);
  const about = findings.filter((f) => of.has(f.thing) || (node.site && groupOf(f) === node.site.website));
  const rows = about.slice(0, 12).map((f) => h('li', {}, pill(grade(f)), ' ', h('button', { type: 'button', class: 'link', onclick: () => showFinding(f) }, `${f.check.code} ${clean(f.key)}`)));
  const thing = node.single ? things[node.members[0]] : null;
  const members = thing ? null : node.members.slice(0, 30).map((n) => h('li', { translate: 'no' }, clean(things[n].key)));
  const facts = thing ? [said(thing.what), placeWord(thing.at), said(thing.region), said(thing.provider)] : [node.sub, node.at === 'site' ? '' : placeWord(node.at)];
  return h('div', {},
    h('h3', { translate: 'no' }, node.label),
    h('p', { class: 'quiet' }, facts.filter(Boolean).join(' · '), ' ', thing ? place(thing.origin) : null),
    node.site ? filingBadge(node.site.website) : null,
    rows.length ? h('ul', { class: 'plain' }, rows) : null,
    members && members.length ? h('details', {}, h('summary', {}, word('members', { n: node.members.length })), h('ul', {}, members)) : null,
    thing && (thing.kind === 'Domain' || thing.kind === 'Server') ? drawWay(thing.n, Math.max(260, parts.panel.clientWidth - 4), word('way-of', { name: clean(thing.key) })) : null);
}

function renderEstate() {
  const stage = s('svg', { class: 'stage', tabindex: 0, role: 'group', 'aria-label': word('estate-label', { n: nameCount }), 'aria-describedby': 'estate-keys' });
  const button = (label, text, act, id) => h('button', { type: 'button', id, 'aria-label': label, title: label, onclick: act }, text);
  const input = h('input', { type: 'search', id: 'estate-search', value: estate.sought, placeholder: word('estate-seek'), autocomplete: 'off', spellcheck: 'false', 'aria-label': word('estate-seek') });
  input.addEventListener('input', () => seek(input.value));
  parts = { stage, world: s('g'), headings: s('g', { class: 'headings' }), panel: h('aside', { class: 'panel', 'aria-live': 'polite', 'aria-label': word('panel') }), scale: h('output', { class: 'scale' }) };
  stage.append(parts.world, s('rect', { class: 'strip', width: '100%', height: 26 }), parts.headings);
  const all = estate.open.size < siteList.length;
  const openAll = () => { for (const site of siteList) if (all) estate.open.add(site.website); else estate.open.delete(site.website); showEstate(); readable(); };
  const tools = h('div', { class: 'estate-tools', role: 'group', 'aria-label': word('estate-tools') }, input,
    button(word('zoom-out'), '−', () => zoom(1 / 1.4), 'zoom-out'), parts.scale, button(word('zoom-in'), '+', () => zoom(1.4), 'zoom-in'),
    button(word('fit'), word('fit'), fit, 'fit'), nameCount <= 1000 ? button(word(all ? 'open-all' : 'close-all'), word(all ? 'open-all' : 'close-all'), openAll, 'open-all') : null);
  const limit = siteList.length > MOST_SITES ? h('p', { class: 'note' }, word('estate-limit', { shown: MOST_SITES, all: siteList.length })) : null;
  byId('view-estate').replaceChildren(h('div', { class: 'view-head' }, h('h2', {}, word('view-estate')), legend()), tools, limit || '',
    h('div', { class: 'canvas' }, stage), h('p', { class: 'quiet', id: 'estate-keys' }, word('estate-keys')), parts.panel);
  stage.addEventListener('keydown', onKey);
  pointers(stage);
}

/** Draws the estate where it is in sight: only then its room is known. */
function showEstate() {
  renderEstate();
  if (!things.length) { byId('view-estate').replaceChildren(h('p', { class: 'empty' }, word('none-found'))); return; }
  rebuild();
  if (filters.at) {
    const named = things.find((thing) => thing.kind !== 'Record' && thing.key === filters.at);
    if (named) { estate.open.add(named.website || named.key); rebuild(); }
    estate.chosen = named ? nodeWith(named.n) : sites.has(filters.at) ? `s${filters.at}` : null;
    filters.at = '';
  }
  light();
  fit();
  if (estate.chosen) { reveal(estate.chosen); paint(); }
  panel();
}

function showInEstate(finding) {
  filters.view = 'estate';
  filters.at = finding.thing >= 0 ? finding.key : finding.website;
  changed('main');
}

function showFinding(finding) {
  filters.view = 'findings';
  clearFilters();
  opened.add(finding.n);
  shownFindings = Math.max(shownFindings, findings.length);
  changed('main');
  const found = byId(`f-${finding.fingerprint}`);
  if (found) { found.scrollIntoView({ block: 'center' }); found.querySelector('summary').focus({ preventScroll: true }); }
}
