// Instances, changes, and what was read and what was not.

function table(caption, headings, rows) {
  const head = h('thead', {}, h('tr', {}, headings.map((text) => h('th', { scope: 'col' }, text))));
  return h('div', { class: 'table-room', role: 'region', tabindex: 0, 'aria-label': caption }, h('table', {}, h('caption', { class: 'sr' }, caption), head, h('tbody', {}, rows)));
}

function renderInstances() {
  const found = data.instances;
  if (!found) return;
  const columns = found.headings.length;
  const rows = found.rows.flatMap(([able, cells, notes, at]) => {
    const marks = { mainland: 'yes', outside: 'no', unknown: 'maybe' };
    const row = cells.map((n, i) => (i === 0 ? h('th', { scope: 'row', translate: 'no' }, said(n), ' ', place(at)) : h('td', { class: i > 5 ? 'number' : '' }, i === 3 ? h('span', { class: `able is-${marks[able]}` }, said(n)) : said(n))));
    return [h('tr', {}, row), notes.length ? h('tr', { class: 'notes' }, h('td', { colspan: columns }, h('ul', {}, notes.map((n) => h('li', {}, said(n)))))) : null];
  });
  const caption = word('view-instances');
  const listed = found.rows.length ? [h('p', {}, said(found.summary)), table(caption, found.headings.map(said), rows)] : [h('p', { class: 'empty' }, word('no-instances'))];
  byId('view-instances').replaceChildren(h('h2', {}, caption), h('p', { class: 'quiet' }, inline(raw(found.rule))), ...listed);
}

function renderChanges() {
  const rows = (data.changes || []).map(([kind, name, message, at]) => h('tr', {}, h('td', {}, h('span', { class: `change is-${kind}` }, word(`change-${kind}`))), h('th', { scope: 'row', translate: 'no' }, clean(name)), h('td', {}, said(message), ' ', place(at))));
  byId('view-changes').replaceChildren(h('h2', {}, word('view-changes')), h('p', { class: 'quiet' }, word('changes-note')), rows.length ? table(word('view-changes'), [word('change'), word('column-name'), word('what-happens')], rows) : h('p', { class: 'empty' }, word('no-changes')));
}

const unreadRow = ([what, why, at, fails]) => h('li', {}, h('strong', { translate: 'no' }, clean(what)), fails ? h('span', { class: 'fails' }, word('fails')) : null, h('span', {}, said(why)), place(at));

function renderInputs() {
  const rows = data.inputs.map(([kind, path, files]) => h('tr', {}, h('td', {}, data.words[`input-${kind}`] ? word(`input-${kind}`) : clean(kind)), h('th', { scope: 'row', translate: 'no' }, clean(path)), h('td', { class: 'number' }, files)));
  const read = rows.length ? [table(word('view-inputs'), [word('input'), word('path'), word('files')], rows)] : [];
  const unread = data.unread.length ? [h('h3', {}, word('unread-heading')), h('ul', { class: 'unread' }, data.unread.map(unreadRow))] : [h('p', { class: 'empty' }, word('all-read'))];
  if (data.strangers !== undefined) read.push(h('p', { class: 'strangers' }, said(data.strangers)));
  byId('view-inputs').replaceChildren(h('h2', {}, word('view-inputs')), ...read, ...(data.problems.length && !data.unread.length ? [] : unread));
}
