// The whole estate, clustered: registrable domains, their names, and what these lead to, in columns.

const COLUMNS = ['website', 'name', 'edge', 'origin', 'address', 'balancer', 'host'];
const MOST_SITES = 150;
const FEW_NAMES = 40;
const estate = { open: new Set(), chosen: null, sought: '' };

const columnOf = (thing) => {
  switch (thing.kind) {
    case 'Domain': return thing.asked && !thing.led ? 1 : 3;
    case 'Proxy': return 2;
    case 'Address': return 4;
    case 'LoadBalancer': case 'Gateway': case 'ServerGroup': return 5;
    default: return 6;
  }
};

/** Where a thing leads, its records left out; each with whether that is certain, and -1 for what nobody knows. */
function ahead(thing) {
  if (thing.ahead) return thing.ahead;
  const found = new Map();
  const add = (end, sure) => found.set(end, found.get(end) || sure);
  const follow = (one, sure, depth) => {
    for (const hop of one.out) {
      if (hop.dead || depth > 3) continue;
      for (const end of hop.ends) {
        if (things[end].kind === 'Record') follow(things[end], sure && hop.certain, depth + 1);
        else add(end, sure && hop.certain);
      }
      if (hop.loose >= 0) add(-1, false);
    }
  };
  follow(thing, true, 0);
  thing.ahead = [...found];
  return thing.ahead;
}

const sites = new Map();
for (const thing of things) {
  if (thing.kind === 'Record') continue;
  for (const [end] of ahead(thing)) if (end >= 0) things[end].led = true;
}
for (const thing of things) {
  if (!thing.asked) continue;
  const website = thing.website || thing.key;
  if (!sites.has(website)) sites.set(website, { website, names: [], grades: [] });
  sites.get(website).names.push(thing.n);
}
for (const finding of findings) {
  const site = sites.get(groupOf(finding));
  if (finding.thing >= 0) (things[finding.thing].grades ||= []).push(grade(finding));
  if (site) site.grades.push(grade(finding));
}
const ranking = (one) => (one.grades.length ? GRADES.indexOf(worst(one.grades)) : GRADES.length);
const siteList = [...sites.values()].sort((a, b) => ranking(a) - ranking(b) || b.names.length - a.names.length || (a.website < b.website ? -1 : 1));
const nameCount = siteList.reduce((sum, site) => sum + site.names.length, 0);
if (nameCount <= FEW_NAMES) for (const site of siteList) estate.open.add(site.website);

/** The names of opened domains and all that these lead to stand alone; the rest is gathered by kind and place. */
function alone() {
  const found = new Set();
  const todo = siteList.filter((site) => estate.open.has(site.website)).flatMap((site) => site.names);
  while (todo.length) {
    const n = todo.pop();
    if (found.has(n)) continue;
    found.add(n);
    todo.push(...ahead(things[n]).map(([end]) => end).filter((end) => end >= 0));
  }
  return found;
}

/** Nodes and lines to draw: {id, column, label, sub, at, members, grades} and {from, to, n, sure, at}. */
function estateModel() {
  const single = alone();
  const nodes = new Map();
  const lines = new Map();
  const node = (id, made) => nodes.get(id) || nodes.set(id, { id, members: [], grades: [], ...made() }).get(id);
  const line = (from, to, sure, at) => {
    const id = `${from} ${to}`;
    const known = lines.get(id) || lines.set(id, { id, from, to, n: 0, sure: false, at }).get(id);
    known.n += 1;
    known.sure ||= sure;
  };
  const nodeOf = (n) => {
    if (n < 0) return node('?', () => ({ column: 6, label: word('unknown-end'), sub: '', at: 'unknown' })).id;
    const thing = things[n];
    const column = columnOf(thing);
    const own = single.has(n);
    const id = own ? `t${n}` : `g${[column, column === 3 ? '' : thing.what, thing.at, thing.region, thing.provider].join('|')}`;
    const made = node(id, () => ({ column, at: thing.at, single: own, label: own ? clean(thing.key) : groupLabel(thing, column), sub: own ? said(thing.what) : [said(thing.region), said(thing.provider)].filter(Boolean).join(' · ') }));
    if (!made.members.includes(n)) made.members.push(n);
    made.grades.push(...(thing.grades || []));
    return id;
  };
  const walked = new Set();
  const walk = (n, from) => {
    for (const [end, sure] of ahead(things[n])) {
      const to = nodeOf(end);
      if (to !== from) line(from, to, sure, end < 0 ? 'unknown' : things[end].at);
      if (end >= 0 && !walked.has(end)) { walked.add(end); walk(end, to); }
    }
  };
  const rest = siteList.length > MOST_SITES ? siteList.slice(MOST_SITES).filter((site) => !estate.open.has(site.website)) : [];
  const hidden = new Set(rest);
  for (const site of siteList) {
    if (hidden.has(site)) continue;
    const root = `s${site.website}`;
    node(root, () => ({ column: 0, label: clean(site.website), sub: word('n-names', { n: site.names.length }), at: 'site', site, members: site.names })).grades = site.grades;
    for (const n of site.names) start(n, root);
  }
  if (rest.length) {
    const members = rest.flatMap((site) => site.names);
    node('rest', () => ({ column: 0, label: word('more-sites', { n: rest.length }), sub: word('n-names', { n: members.length }), at: 'site', members })).grades = rest.flatMap((site) => site.grades);
    for (const n of members) start(n, 'rest');
  }
  function start(n, root) {
    if (!single.has(n)) { walk(n, root); return; }
    const id = nodeOf(n);
    line(root, id, true, things[n].at);
    if (!walked.has(n)) { walked.add(n); walk(n, id); }
  }
  return { nodes: [...nodes.values()], lines: [...lines.values()] };
}

const groupLabel = (thing, column) => `${column === 3 ? word('origins') : said(thing.what)} · ${placeWord(thing.at)}`;
