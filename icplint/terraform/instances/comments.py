"""Comments that hold a word, each with the lines and blocks that it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from icplint.model.comment import Comment, CommentedCall, Span
from icplint.terraform.modules.files import is_json
from icplint.terraform.syntax.json_document import Array, Node, Object, String, read
from icplint.terraform.syntax.tokens import cut
from icplint.terraform.syntax.tree import Block, Body, File, Refused

if TYPE_CHECKING:
    from icplint.terraform.instances.instance import ModuleInstance
    from icplint.terraform.modules.loader import Module

_END: Final = 1 << 31
"""Beyond the last column of any line."""
_DESCRIBED: Final = {"resource": "", "data": "data.", "module": "module."}
"""The blocks of which something comes, and what their names begin with."""


class _Comment(NamedTuple):
    """Where a comment stands, its lines with their offsets, and the lines that it is beside of or above."""

    start: int
    texts: list[tuple[int, str]]
    first: int
    last: int


def comments_with(instance: ModuleInstance, word: bytes) -> Iterator[Comment]:
    """Yield each line with the word of the comments in a root module and in the modules that it calls.

    In JSON a comment is a property called "//": it speaks of the block that it is a property of.
    """
    for module, paths in _modules(instance).values():
        marked = [file for file in module.files if word in file.source]
        alike = _alike(module) if marked else {}
        for file in marked:
            reading = _File(file, alike, {CommentedCall(instance.run.root.path, path) for path in paths})
            yield from reading.remarks(word.decode())


def _modules(instance: ModuleInstance) -> dict[int, tuple[Module, set[tuple[str, ...]]]]:
    """Return the modules that were read, each with the ways of calls on which it is reached."""
    found: dict[int, tuple[Module, set[tuple[str, ...]]]] = {}
    todo = [instance]
    while todo:
        one = todo.pop()
        found.setdefault(id(one.module), (one.module, set()))[1].add(one.path)
        todo += one.calls.known
    return found


_Alike = dict[tuple[str, tuple[str, ...]], list[tuple[File, Block]]]


def _alike(module: Module) -> _Alike:
    """Return the blocks of a module by kind and labels: in override files stand further ones of a name."""
    found: _Alike = defaultdict(list)
    for file in module.files:
        for block in file.body.blocks:
            found[block.kind, block.labels].append((file, block))
    return found


class _File:
    """One file that has comments of interest."""

    def __init__(self, file: File, alike: _Alike, calls: set[CommentedCall]) -> None:
        self.file = file
        self.alike = alike
        self.calls = calls

    @cached_property
    def _outer(self) -> list[Block]:
        """The top-level blocks as they follow each other."""
        return sorted(self.file.body.blocks, key=lambda block: block.start)

    def remarks(self, word: str) -> Iterator[Comment]:
        """Yield those with the word."""
        if is_json(self.file.path):
            yield from self._properties(word)
            return
        blocks = sorted(((self._line(block.start), block) for block in _all(self.file.body)), key=itemgetter(0))
        lines = [line for line, _ in blocks]
        for comment in self._comments():
            texts = [(offset, text) for offset, text in comment.texts if word in text]
            if not texts:
                continue
            first, last = bisect_left(lines, comment.first), bisect_right(lines, comment.last)
            begun = [block for _, block in blocks[first:last]]
            spans = [self._lines(self._line(block.start), self._line(block.end)) for block in begun]
            around = self._around(comment.start) or self._around(max((b.start for b in begun), default=-1))
            whole = any(block is around for block in begun)
            yield from self._made(texts, [self._lines(comment.first, comment.last), *spans], around, whole=whole)

    def _properties(self, word: str) -> Iterator[Comment]:
        try:
            found = list(_named(read(self.file.source)))
        except Refused:
            return
        for value in (value for value in found if word in value.text):
            around = self._around(value.start)
            line = self._line(value.start)
            spans = [self.span(around)] if around else [self._lines(line, self._line(value.end) + 1)]
            lines = [(value.start, text) for text in value.text.splitlines() if word in text]
            yield from self._made(lines, spans, around, whole=True)

    def _made(
        self, texts: list[tuple[int, str]], spans: list[Span], around: Block | None, *, whole: bool
    ) -> Iterator[Comment]:
        """Yield a remark for each line; one of a `whole` block speaks of what overrides it, too, or of its module."""
        described = around is not None and around.kind in _DESCRIBED
        block = tuple(self._everywhere(around)) if around and described else ()
        calls: frozenset[CommentedCall] = frozenset()
        if around and whole and around.kind == "module":
            calls = frozenset(CommentedCall(call.root, (*call.path, *around.labels)) for call in self.calls)
        name = f"{_DESCRIBED[around.kind]}{'.'.join(around.labels)}" if around and described else ""
        covered = tuple(dict.fromkeys([*spans, *(block if whole else ())]))
        for offset, text in texts:
            yield Comment(text, self.file.origin(offset), covered, calls, block, name)

    def _everywhere(self, block: Block) -> Iterator[Span]:
        """Yield where a block stands, and where override files have it again."""
        for file, other in self.alike[block.kind, block.labels]:
            yield _File(file, self.alike, self.calls).span(other)

    def _around(self, offset: int) -> Block | None:
        """Return the top-level block in which an offset lies."""
        at = bisect_right(self._outer, offset, key=lambda block: block.start) - 1
        return self._outer[at] if at >= 0 and offset < self._outer[at].end else None

    def span(self, block: Block) -> Span:
        if is_json(self.file.path):  # all of it may stand in one line
            start, end = self.file.origin(block.start), self.file.origin(block.end)
            return Span(self.file.path, (start.line or 0, start.column or 0), (end.line or 0, end.column or 0))
        return self._lines(self._line(block.start), self._line(block.end))

    def _lines(self, first: int, last: int) -> Span:
        return Span(self.file.path, (first, 0), (last, _END))

    def _line(self, offset: int) -> int:
        return self.file.origin(offset).line or 0

    def _comments(self) -> Iterator[_Comment]:
        """Yield the comments; one on lines of its own speaks of the first line below that holds more than comments."""
        source = self.file.source
        found = [(token.start, token.end) for token in cut(source, 0) if token.kind == "comment"]
        bare = list(_without(source, found).split(b"\n"))
        places = [(self._line(start), self._line(end)) for start, end in found]
        apart = {line for first, last in places for line in range(first, last + 1) if not bare[line - 1].strip()}
        under: dict[int, int] = {}
        for line in sorted(apart, reverse=True):
            under[line] = under.get(line + 1, line + 1)
        for (start, end), (first, last) in zip(found, places, strict=True):
            below = under.get(last, last) if first in apart else last
            yield _Comment(start, list(_texts(source, start, end)), first, below)


def _all(body: Body) -> Iterator[Block]:
    for block in body.blocks:
        yield block
        yield from _all(block.body)


def _without(source: bytes, comments: list[tuple[int, int]]) -> bytes:
    """Return the source with blanks for comments, in the same lines."""
    blank = bytearray(source)
    for start, end in comments:
        blank[start:end] = re.sub(rb"[^\n]", b" ", source[start:end])
    return bytes(blank)


def _texts(source: bytes, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of a comment without its marks, each with its offset."""
    written = source[start:end]
    if written.startswith(b"/*"):
        end -= 2
    at = start
    for line in source[start:end].splitlines(keepends=True):
        text = line.decode(errors="replace").strip()
        yield at + len(line) - len(line.lstrip()), text.lstrip("#/*").strip()
        at += len(line)


def _named(node: Node) -> Iterator[String]:
    """Yield the texts of the properties called "//"."""
    match node:
        case Object(members):
            for name, value in members:
                if name.text == "//":
                    yield from _strings(value)
                else:
                    yield from _named(value)
        case Array(items):
            for item in items:
                yield from _named(item)


def _strings(node: Node) -> Iterator[String]:
    match node:
        case String():
            yield node
        case Array(items):
            for item in items:
                yield from _strings(item)
