"""Comments that hold a word, each with the lines and blocks that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from icplint.model.remark import Call, Remark, Span
from icplint.terraform.files import is_json
from icplint.terraform.json_document import Array, Node, Object, String, read
from icplint.terraform.syntax import Block, Body, File, Refused
from icplint.terraform.tokens import cut

if TYPE_CHECKING:
    from icplint.terraform.instance import ModuleInstance
    from icplint.terraform.modules import Module

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


def remarks(instance: ModuleInstance, word: bytes) -> Iterator[Remark]:
    """Yield each line with the word of the comments in a root module and in the modules that it calls.

    In JSON a comment is a property called "//": it speaks of the block that it is a property of.
    """
    for module, paths in _modules(instance).values():
        for file in module.files:
            if word in file.source:
                reading = _File(file, module, {Call(instance.run.root.path, path) for path in paths})
                yield from (remark for remark in reading.remarks() if word.decode() in remark.text)


def _modules(instance: ModuleInstance) -> dict[int, tuple[Module, set[tuple[str, ...]]]]:
    """Return the modules that were read, each with the ways of calls on which it is reached."""
    found: dict[int, tuple[Module, set[tuple[str, ...]]]] = {}
    todo = [instance]
    while todo:
        one = todo.pop()
        found.setdefault(id(one.module), (one.module, set()))[1].add(one.path)
        todo += one.calls.known
    return found


class _File:
    """One file that has comments of interest."""

    def __init__(self, file: File, module: Module, calls: set[Call]) -> None:
        self.file = file
        self.module = module
        self.calls = calls

    def remarks(self) -> Iterator[Remark]:
        if is_json(self.file.path):
            yield from self._properties()
            return
        for comment in self._comments():
            spans = [self._lines(comment.first, comment.last)]
            begun = [b for b in _all(self.file.body) if comment.first <= self._line(b.start) <= comment.last]
            spans += [self._lines(self._line(block.start), self._line(block.end)) for block in begun]
            around = self._around(comment.start) or next((b for b in self.file.body.blocks if b in begun), None)
            yield from self._made(comment.texts, spans, around, whole=around in begun)

    def _properties(self) -> Iterator[Remark]:
        try:
            found = list(_named(read(self.file.source)))
        except Refused:
            return
        for value in found:
            around = self._around(value.start)
            line = self._line(value.start)
            spans = [self.span(around)] if around else [self._lines(line, self._line(value.end) + 1)]
            lines = [(value.start, text) for text in value.text.splitlines()]
            yield from self._made(lines, spans, around, whole=True)

    def _made(
        self, texts: list[tuple[int, str]], spans: list[Span], around: Block | None, *, whole: bool
    ) -> Iterator[Remark]:
        """Yield a remark for each line; one of a `whole` block speaks of what overrides it, too, or of its module."""
        described = around is not None and around.kind in _DESCRIBED
        block = tuple(self._everywhere(around)) if around and described else ()
        calls: frozenset[Call] = frozenset()
        if around and whole and around.kind == "module":
            calls = frozenset(Call(call.root, (*call.path, *around.labels)) for call in self.calls)
        name = f"{_DESCRIBED[around.kind]}{'.'.join(around.labels)}" if around and described else ""
        covered = tuple(dict.fromkeys([*spans, *(block if whole else ())]))
        for offset, text in texts:
            yield Remark(text, self.file.origin(offset), covered, calls, block, name)

    def _everywhere(self, block: Block) -> Iterator[Span]:
        """Yield where a block stands, and where override files have it again."""
        for file in self.module.files:
            for other in file.body.blocks:
                if (other.kind, other.labels) == (block.kind, block.labels):
                    yield _File(file, self.module, self.calls).span(other)

    def _around(self, offset: int) -> Block | None:
        return next((block for block in self.file.body.blocks if block.start <= offset < block.end), None)

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
        for (start, end), (first, last) in zip(found, places, strict=True):
            below = last
            while first in apart and below in apart:
                below += 1
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
