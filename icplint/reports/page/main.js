// Starts the page, and draws it again when something is chosen.

const THEMES = ['auto', 'light', 'dark'];

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem('icplint-theme', theme); } catch { /* a page from a file may keep nothing */ }
}

function storedTheme() {
  try { return localStorage.getItem('icplint-theme') || 'auto'; } catch { return 'auto'; }
}

function renderBar() {
  document.title = word(data.kind === 'report' ? 'title' : 'title-graph') + ' · ' + data.on;
  byId('title').textContent = word(data.kind === 'report' ? 'title' : 'title-graph');
  byId('day').textContent = word('rules-of', { day: data.on });
  byId('skip').textContent = word('skip');
  const theme = document.documentElement.dataset.theme;
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  const switchTheme = () => { setTheme(next); changed('theme'); };
  const switchLanguage = () => { document.documentElement.lang = chinese() ? 'en' : 'zh-CN'; changed('lang'); };
  byId('tools').setAttribute('aria-label', word('tools'));
  byId('tools').replaceChildren(
    h('button', { type: 'button', id: 'lang', lang: chinese() ? 'en' : 'zh-CN', onclick: switchLanguage }, chinese() ? 'English' : '中文'),
    h('button', { type: 'button', id: 'theme', 'aria-label': word('theme', { now: word(`theme-${theme}`) }), onclick: switchTheme }, h('span', { 'aria-hidden': 'true' }, { auto: '◐', light: '☀', dark: '☾' }[theme]), h('span', { class: 'wide' }, word(`theme-${theme}`))),
    h('button', { type: 'button', id: 'print', class: 'wide', onclick: () => print() }, word('print')));
}

const available = () => VIEWS.filter((name) => data.kind === 'report' || name === 'estate' || name === 'inputs').filter((name) => name !== 'changes' || data.changes.length);

function renderViews() {
  const sizes = { findings: findings.length, estate: nameCount, instances: data.instances ? data.instances.rows.length : 0, changes: (data.changes || []).length, inputs: data.unread.length };
  const go = (name) => () => { filters.view = name; changed(`go-${name}`); };
  const tab = (name) => h('button', { type: 'button', id: `go-${name}`, 'aria-current': filters.view === name ? 'page' : null, onclick: go(name) }, word(`view-${name}`), sizes[name] ? h('span', { class: 'n' }, name === 'inputs' ? word('n-unread', { n: sizes[name] }) : sizes[name]) : null);
  byId('views').setAttribute('aria-label', word('views'));
  byId('views').replaceChildren(h('div', { class: 'bar-in' }, available().map(tab)));
  for (const name of VIEWS) byId(`view-${name}`).hidden = filters.view !== name;
}

/** Draws everything again; `focus` is the element that the reader was at. */
function changed(focus) {
  const caret = document.activeElement && document.activeElement.selectionStart;
  render();
  writeAddress();
  const found = byId(focus) || byId('main');
  found.focus({ preventScroll: true });
  if (found.type === 'search' && typeof caret === 'number') found.setSelectionRange(caret, caret);
}

function render() {
  if (!available().includes(filters.view)) [filters.view] = available();
  renderBar();
  renderViews();
  renderAlarm();
  renderSummary();
  if (data.kind === 'report') {
    const n = renderFindings();
    if (filters.view === 'findings' && filtered()) tell(word('showing', { n, all: findings.length }));
    renderInstances();
    renderChanges();
  }
  renderInputs();
  if (filters.view === 'estate') showEstate();
  byId('foot').replaceChildren(h('p', {}, `icplint ${data.tool} · `, word('foot')));
}

/** Paper shows all that passes the filters, opened. */
function beforePrint() {
  const all = shownFindings;
  shownFindings = Math.max(all, 500);
  for (const finding of findings) if (passes(finding)) opened.add(finding.n);
  render();
  shownFindings = all;
}

byId('skip').addEventListener('click', () => byId('main').focus());
addEventListener('beforeprint', beforePrint);
addEventListener('hashchange', () => { readAddress(); render(); });
let resized = 0;
addEventListener('resize', () => { clearTimeout(resized); resized = setTimeout(() => { if (filters.view === 'estate') showEstate(); }, 150); });
document.documentElement.dataset.theme = storedTheme();
readAddress();
const grave = findings.filter((finding) => ['error', 'warning', 'info', 'cannot-tell'].includes(grade(finding)));
if (grave.length && grave.length <= 3) for (const finding of grave) opened.add(finding.n);
render();
