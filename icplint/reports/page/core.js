// The data of the page, its language, and how elements are made: text only ever enters as text.

const data = JSON.parse(document.getElementById('data').textContent);
const SVG = 'http://www.w3.org/2000/svg';
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const byId = (id) => document.getElementById(id);
const chinese = () => document.documentElement.lang.startsWith('zh');

/** Shows what would be invisible, or would turn the order of what stands around it. */
function clean(text) {
  return String(text).replace(HIDDEN, (c) => `⟨U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

const pick = (spoken) => (Array.isArray(spoken) ? spoken[chinese() ? 1 : 0] : spoken);
const raw = (number) => (number < 0 ? '' : pick(data.texts[number]));
const said = (number) => clean(raw(number));

/** A word of the page itself; `values` fill its {places}, and `n` chooses the singular. */
function word(name, values = {}) {
  const one = values.n === 1 && data.words[`${name}-one`];
  return pick(one || data.words[name]).replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false && child !== '') element.append(child);
  }
  return element;
}

const h = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
const s = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const place = (number, more = {}) => (number < 0 ? null : h('code', { class: 'place', translate: 'no', ...more }, said(number)));
const tell = (text) => { byId('status').textContent = text; };

// Rows by name

const things = data.things.map((row, n) => ({
  n, kind: row[0], key: row[1], what: row[2], at: row[3], region: row[4], provider: row[5], origin: row[6],
  named: row[7], website: row[8], asked: row[9] === 1, out: [], into: [],
}));
const hops = data.hops.map((row) => ({
  start: row[0], ends: row[1], text: row[2], origin: row[3], loose: row[4],
  certain: (row[5] & 1) > 0, dead: (row[5] & 2) > 0, inside: (row[5] & 4) > 0,
}));
for (const hop of hops) {
  things[hop.start].out.push(hop);
  for (const end of hop.ends) things[end].into.push(hop);
}
const checks = (data.checks || []).map((row) => ({ code: row[0], name: row[1], page: row[2] }));
const findings = (data.findings || []).map((row, n) => ({
  n, check: checks[row[0]], outcome: row[1], severity: row[2], key: row[3], website: row[4], thing: row[5],
  message: row[6], origin: row[7], steps: row[8], remedy: row[9], settle: row[10], fingerprint: row[11], waiver: row[12],
}));
const GRADES = ['error', 'warning', 'info', 'cannot-tell', 'suppressed', 'compliant'];

/** What a finding counts as: a severity, a doubt, a clean answer, or what somebody accepted. */
function grade(finding) {
  if (finding.waiver) return 'suppressed';
  return finding.outcome === 'violation' ? finding.severity : finding.outcome;
}

const worst = (grades) => GRADES.find((one) => grades.includes(one));
