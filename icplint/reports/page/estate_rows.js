// Rows within the columns: what belongs together lies at one height, and nothing overlaps.

const PITCH = 30;

/** The heights nearest to those wished for that keep their order and a distance: neighbours in conflict are pooled. */
function spread(wishes, pitch) {
  const pools = [];
  wishes.forEach((wish, i) => {
    let pool = { sum: wish - i * pitch, n: 1 };
    while (pools.length && pools[pools.length - 1].sum / pools[pools.length - 1].n > pool.sum / pool.n) {
      const before = pools.pop();
      pool = { sum: pool.sum + before.sum, n: pool.n + before.n };
    }
    pools.push(pool);
  });
  const heights = [];
  for (const pool of pools) for (let k = 0; k < pool.n; k += 1) heights.push(pool.sum / pool.n + heights.length * pitch);
  return heights;
}

/** Gives every node its column among those in use, and `y`; returns the columns in use and the whole height. */
function arranged(model) {
  const used = COLUMNS.map((_, c) => c).filter((c) => model.nodes.some((node) => node.column === c));
  const byNode = new Map(model.nodes.map((node) => [node.id, node]));
  const before = new Map(model.nodes.map((node) => [node.id, []]));
  const after = new Map(model.nodes.map((node) => [node.id, []]));
  for (const line of model.lines) {
    before.get(line.to).push(line.from);
    after.get(line.from).push(line.to);
  }
  const mean = (ids) => ids.reduce((sum, id) => sum + byNode.get(id).y, 0) / ids.length;
  let row = 0;
  for (const node of model.nodes.filter((one) => one.column === 0)) {
    const own = model.lines.filter((line) => line.from === node.id && byNode.get(line.to).column === 1).map((line) => byNode.get(line.to));
    own.sort((a, b) => ranking(a) - ranking(b));
    own.forEach((name, i) => { name.y = (row + i) * PITCH; });
    const rows = Math.max(1, own.length);
    node.y = (row + (rows - 1) / 2) * PITCH;
    row += rows + (rows > 1 ? 0.5 : 0);
  }
  let height = row * PITCH;
  for (const column of used.filter((c) => c > 1)) {
    const here = model.nodes.filter((node) => node.column === column);
    for (const node of here) {
      const placed = before.get(node.id).filter((id) => byNode.get(id).y !== undefined);
      node.y = placed.length ? mean(placed) : height / 2;
    }
    settle(here);
  }
  for (const node of model.nodes.filter((one) => one.column > 2)) node.wish = mean([...before.get(node.id), ...after.get(node.id), node.id]);
  for (const column of used.filter((c) => c > 2)) settle(model.nodes.filter((node) => node.column === column), 'wish');
  const top = Math.min(...model.nodes.map((node) => node.y));
  for (const node of model.nodes) node.y -= top;
  height = Math.max(...model.nodes.map((node) => node.y)) + PITCH;
  return { used, height, byNode, before, after };

  function settle(here, by = 'y') {
    here.sort((a, b) => a[by] - b[by]);
    const pitch = PITCH * (here.length * 3 < row ? 1.4 : 1);
    spread(here.map((node) => node[by]), pitch).forEach((y, i) => { here[i].y = y; });
  }
}

/** All that lies before and behind a node. */
function ways(arrangement, id) {
  const found = new Set([id]);
  for (const next of [arrangement.before, arrangement.after]) {
    const todo = [id];
    const seen = new Set([id]);
    while (todo.length) {
      for (const other of next.get(todo.pop()) || []) {
        if (!seen.has(other)) { seen.add(other); found.add(other); todo.push(other); }
      }
    }
  }
  return found;
}
