// A check's own page: the little of Markdown that it is written in, as elements.

function inline(text) {
  const parts = [];
  const pattern = /`([^`]+)`|\*([^*\s][^*]*)\*|(https?:\/\/[^\s，。；）)]+)/g;
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    parts.push(clean(text.slice(from, found.index)));
    if (found[1]) parts.push(h('code', { translate: 'no' }, clean(found[1])));
    else if (found[2]) parts.push(h('em', {}, clean(found[2])));
    else parts.push(h('a', { href: found[3], rel: 'noreferrer noopener', target: '_blank' }, clean(found[3])));
    from = found.index + found[0].length;
  }
  return [...parts, clean(text.slice(from))];
}

/** Headings, lists and paragraphs. */
function prose(number) {
  const blocks = [];
  let list = null;
  for (const line of raw(number).split('\n')) {
    const bullet = /^- (.*)/.exec(line);
    const heading = /^#+ (.*)/.exec(line);
    if (bullet) {
      if (!list) blocks.push((list = h('ul')));
      list.append(h('li', {}, inline(bullet[1])));
      continue;
    }
    if (list && /^ {2}\S/.test(line)) {
      list.lastChild.append(' ', ...inline(line.trim()));
      continue;
    }
    list = null;
    if (heading) blocks.push(h('h5', {}, clean(heading[1])));
    else if (line.trim()) blocks.push(h('p', {}, inline(line)));
  }
  return h('div', { class: 'prose' }, blocks);
}
