// What is shown, kept in the address so that it can be shared: #view=findings&outcome=error&q=shop

const VIEWS = ['findings', 'estate', 'instances', 'changes', 'inputs'];
const filters = { view: 'findings', outcome: new Set(), check: new Set(), domain: new Set(), q: '', at: '' };
const SETS = ['outcome', 'check', 'domain'];

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const first = data.kind === 'graph' ? 'estate' : 'findings';
  filters.view = VIEWS.includes(given.get('view')) ? given.get('view') : first;
  for (const name of SETS) filters[name] = new Set(given.getAll(name));
  filters.q = given.get('q') || '';
  filters.at = given.get('at') || '';
}

function writeAddress() {
  const kept = new URLSearchParams({ view: filters.view });
  for (const name of SETS) for (const value of filters[name]) kept.append(name, value);
  if (filters.q) kept.set('q', filters.q);
  if (filters.at) kept.set('at', filters.at);
  history.replaceState(null, '', `#${kept}`);
}

function toggle(name, value) {
  if (!filters[name].delete(value)) filters[name].add(value);
}

const filtered = () => filters.q !== '' || SETS.some((name) => filters[name].size > 0);

function clearFilters() {
  for (const name of SETS) filters[name].clear();
  filters.q = '';
}

const groupOf = (finding) => finding.website || finding.key;

/** Everything of a finding that can be searched, in both languages, made the first time. */
function searchable(finding) {
  if (!finding.index) {
    const numbers = [finding.message, finding.origin, ...finding.steps.flat(), finding.remedy, ...finding.settle];
    const spoken = numbers.filter((n) => n >= 0).map((n) => [data.texts[n]].flat().join(' '));
    const own = [finding.key, finding.website, finding.check.code, finding.check.name, finding.fingerprint];
    finding.index = [...own, ...spoken].join('\n').toLowerCase();
  }
  return finding.index;
}

/** Whether a finding is shown; `but` leaves one filter out, for counting what it would show. */
function passes(finding, but = '') {
  const kept = (name, value) => name === but || filters[name].size === 0 || filters[name].has(value);
  if (!kept('outcome', grade(finding)) || !kept('check', finding.check.code)) return false;
  if (!kept('domain', groupOf(finding))) return false;
  const sought = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  return sought.every((part) => searchable(finding).includes(part));
}

/** The findings that pass, counted by what `by` says of each. */
function counted(by, but) {
  const found = new Map();
  for (const finding of findings) {
    if (passes(finding, but)) found.set(by(finding), (found.get(by(finding)) || 0) + 1);
    else if (!found.has(by(finding))) found.set(by(finding), 0);
  }
  return found;
}
