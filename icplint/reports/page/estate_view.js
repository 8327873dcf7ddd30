// The estate drawn: rows are stretched and squeezed by zoom, letters never; what matters is labelled first.

const view = { zoom: 1, fit: 1, x: 0, y: 0, width: 1000, height: 560, column: 190 };
const STRIP = 26;
let model = null;
let arrangement = null;
let parts = null;

const WEIGHT = { error: 6, warning: 5, info: 4, 'cannot-tell': 3, suppressed: 1, compliant: 0 };
const importance = (node) => (node.lit ? 20 : 0) + (WEIGHT[worst(node.grades)] || 0) + (node.column === 0 ? 1.5 : 0) + (node.single ? 0 : 1) + Math.min(1, node.members.length / 50);
const xOf = (node) => arrangement.used.indexOf(node.column) * view.column + 8;
const boxWidth = () => view.column - 36;

function rebuild() {
  model = estateModel();
  arrangement = arranged(model);
  const tallest = Math.max(420, Math.min(832, innerHeight * 0.74));
  parts.stage.style.height = `${Math.round(Math.min(tallest, Math.max(240, arrangement.height * 1.25 + STRIP + 24)))}px`;
  const box = parts.stage.getBoundingClientRect();
  view.width = box.width || 1000;
  view.height = box.height || 560;
  view.column = Math.max(158, (view.width - 16 + 36) / arrangement.used.length - 3);
  view.fit = Math.min(1.25, (view.height - STRIP - 10) / arrangement.height);
}

function fit() {
  Object.assign(view, { zoom: view.fit, x: 0, y: STRIP + Math.max(4, (view.height - STRIP - arrangement.height * view.fit) / 2) });
  paint();
}

/** From the top, large enough for every row to have its label. */
function readable() {
  view.zoom = Math.max(view.fit, 0.62);
  view.y = STRIP + 4;
  paint();
}

function bounded() {
  const wide = arrangement.used.length * view.column;
  const tall = arrangement.height * view.zoom;
  view.x = Math.min(40, Math.max(Math.min(0, view.width - wide - 20), view.x));
  view.y = Math.min(view.height - 60, Math.max(60 - tall, view.y));
}

/** Which nodes are labelled: the most important first, none over another. */
function labelled() {
  const taken = new Map();
  const shown = new Set();
  const tall = PITCH * view.zoom;
  for (const node of [...model.nodes].sort((a, b) => importance(b) - importance(a))) {
    const column = taken.get(node.column) || taken.set(node.column, []).get(node.column);
    const y = node.y * view.zoom;
    if (column.every((other) => Math.abs(other - y) >= Math.min(13, Math.max(tall - 1, 12.5)))) {
      column.push(y);
      shown.add(node.id);
    }
  }
  return shown;
}

function paint() {
  bounded();
  const shown = labelled();
  const size = Math.max(3, Math.min(28, PITCH * view.zoom - 3));
  const width = boxWidth();
  const drawn = [];
  const middle = (node) => node.y * view.zoom + (PITCH * view.zoom) / 2;
  for (const line of model.lines) {
    const [a, b] = [arrangement.byNode.get(line.from), arrangement.byNode.get(line.to)];
    const [ax, bx] = [xOf(a) + width, xOf(b)];
    const path = bx > ax ? across(ax, middle(a), bx, middle(b)) : `M${ax} ${middle(a)}C${ax + 40} ${middle(a)} ${xOf(b) + width + 40} ${middle(b)} ${xOf(b) + width} ${middle(b)}`;
    const faded = estate.chosen && !(a.lit && b.lit) ? 'faded' : '';
    drawn.push(s('path', { d: path, class: `line at-${line.at} ${line.sure ? '' : 'maybe'} ${faded} ${estate.chosen && !faded ? 'lit' : ''}`, 'stroke-width': Math.min(9, 1 + Math.sqrt(line.n - 1)) }));
  }
  for (const node of model.nodes) drawn.push(drawNode(node, { middle: middle(node), size, width, label: shown.has(node.id) }));
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.node : null;
  parts.world.replaceChildren(...drawn);
  place_();
  if (focused) focusNode(focused);
  parts.scale.textContent = `${Math.round((view.zoom / view.fit) * 100)}%`;
}

function drawNode(node, { middle, size, width, label }) {
  const group = node.single || node.id === '?' ? '' : 'many';
  const state = node.grades.length ? `is-${worst(node.grades)}` : '';
  const faded = estate.chosen && !node.lit ? 'faded' : '';
  const picked = node.id === estate.chosen ? 'picked' : '';
  const name = node.column === 0 || node.single || node.id === '?' ? node.label : `${node.label} ×${node.members.length}`;
  const sub = node.column === 0 ? ` · ${node.sub}` : '';
  const room = width - (node.column === 0 ? 34 : 20);
  const text = s('text', { x: 12, y: 4, class: 'label', translate: 'no' }, shorten(name, room, 12));
  const full = [node.label, node.sub, node.at === 'site' ? '' : placeWord(node.at), node.grades.length ? word(worst(node.grades)) : ''].filter(Boolean).join('\n');
  const count = node.column === 0 ? s('text', { x: width - 10, y: 4, class: 'tally', 'text-anchor': 'end' }, node.members.length) : null;
  return s('g', { class: `node at-${node.at} ${state} ${group} ${faded} ${picked} ${node.hit ? 'hit' : ''} ${size < 8 ? 'tiny' : ''}`, transform: `translate(${xOf(node)} ${middle})`, 'data-node': node.id, role: 'button', tabindex: -1, 'aria-label': `${full.replace(/\n/g, ', ')}${sub}`, 'aria-expanded': node.site ? String(estate.open.has(node.site.website)) : null },
    s('title', {}, full),
    s('rect', { class: 'shape', y: -size / 2, width, height: size, rx: Math.min(7, size / 2) }),
    s('rect', { class: 'stripe', y: -size / 2 + Math.min(3, size / 5), x: 4, width: 3, height: Math.max(2, size - 2 * Math.min(3, size / 5)), rx: 1.5 }),
    label ? text : null, label ? count : null);
}

function place_() {
  parts.world.setAttribute('transform', `translate(${view.x} ${view.y})`);
  parts.headings.replaceChildren(...arrangement.used.map((c) => s('text', { x: arrangement.used.indexOf(c) * view.column + 10 + view.x, y: 17 }, word(`column-${COLUMNS[c]}`))));
}

function zoom(factor, at = view.height / 2) {
  const to = Math.min(6, Math.max(Math.min(view.fit, 0.4), view.zoom * factor));
  view.y = at - ((at - view.y) * to) / view.zoom;
  view.zoom = to;
  paint();
}

function choose(id, { open = true } = {}) {
  const node = arrangement.byNode.get(id);
  if (!node) return;
  const again = estate.chosen === id;
  if (open && node.site) {
    if (estate.open.has(node.site.website) && again) estate.open.delete(node.site.website);
    else estate.open.add(node.site.website);
    const zoomed = view.zoom;
    rebuild();
    view.zoom = Math.max(zoomed, view.fit);
  }
  estate.chosen = again && !node.site ? null : id;
  light();
  if (open && node.site) reveal(estate.chosen);
  panel();
  paint();
}

function light() {
  const lit = estate.chosen && arrangement.byNode.has(estate.chosen) ? ways(arrangement, estate.chosen) : new Set();
  if (!lit.size) estate.chosen = null;
  for (const node of model.nodes) {
    node.lit = lit.has(node.id);
    node.hit = estate.sought !== '' && node.members.concat(node.site ? [-1] : []).some((n) => (n < 0 ? node.site.website : things[n].key).toLowerCase().includes(estate.sought));
  }
}

/** Brings a node into sight, large enough to read. */
function reveal(id) {
  const node = arrangement.byNode.get(id);
  if (!node) return;
  view.zoom = Math.max(view.zoom, Math.min(1, 0.62));
  const y = node.y * view.zoom + view.y;
  if (y < 30 || y > view.height - 60) view.y = view.height / 2 - node.y * view.zoom;
  const x = xOf(node) + view.x;
  if (x < 0 || x + boxWidth() > view.width) view.x = 40 - xOf(node);
}

function seek(text) {
  estate.sought = text.trim().toLowerCase();
  const found = estate.sought ? things.filter((thing) => thing.kind !== 'Record' && thing.key.toLowerCase().includes(estate.sought)) : [];
  const asked = found.filter((thing) => thing.asked);
  for (const thing of asked.slice(0, 3)) estate.open.add(thing.website || thing.key);
  rebuild();
  const first = asked[0] || found[0];
  estate.chosen = first ? nodeWith(first.n) : null;
  light();
  if (estate.chosen) reveal(estate.chosen);
  panel();
  paint();
  tell(estate.sought ? word('n-found', { n: found.length }) : '');
}

const nodeWith = (n) => (model.nodes.find((node) => node.id === `t${n}`) || model.nodes.find((node) => node.column > 0 && node.members.includes(n)) || model.nodes.find((node) => node.members.includes(n)) || {}).id || null;

function focusNode(id) {
  const found = [...parts.world.querySelectorAll('[data-node]')].find((one) => one.dataset.node === id);
  if (found) found.focus({ preventScroll: true });
}
