"""A file that Terraform refuses: the blocks that stand nevertheless, and the first mistake of each of the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.lower_expressions import INCOMPLETE
from icplint.terraform.syntax.lower_source import NO_NEWLINE
from icplint.terraform.syntax.lowering import DUPLICATE, MARKER, FileLowering, grammar_source, tree
from icplint.terraform.syntax.recovery_outline import Outline
from icplint.terraform.syntax.tree import Body, File, Refused, SyntaxProblem

if TYPE_CHECKING:
    from tree_sitter import Node

    from icplint.terraform.syntax.tokens import Token

MOST: Final = 100
"""A file with more mistakes is no Terraform, and its rest is not read."""

LONGEST: Final = 100_000
"""python-hcl2 takes more than a second for a longer expression."""

UNEXPECTED: Final = Text(en="unexpected {code!r}", zh="此处不应出现 {code!r}")
DEEP: Final = Text(en="this is nested too deeply", zh="嵌套层次过深")

_WRAPPING = "x = (\n{}\n)\n"
_FOREIGN = regex(rb"[\x80-\xff]")
_FOREIGN_WORD = regex(rb"[\w\x80-\xff][\w\x80-\xff-]*+")
_STRIP = regex(rb"([$%]\{)~|~(\})")
_SPLAT = regex(rb"\[\s*\*\s*\]|\.\s+\*")
_SCOPED = regex(rb"[A-Za-z_][\w-]*+(?:\s*+::\s*+[A-Za-z_][\w-]*+)*+")  # or plain: each word once
_CALLED = regex(rb"\b(?:true|false|null)(?=[ \t]*\()")
_INDEX = regex(rb"(?<=[^\d]\.)\d+[eE][+-]?\d+")
_TOP = regex(rb'^[A-Za-z_][\w-]*(?:[ \t]+"[^"\n]*")*[ \t]*\{', re.MULTILINE)


def read(source: bytes, path: str) -> File:
    """Return the file's tree without what Terraform refuses, which is in its `problems`."""
    text = source.decode(errors="surrogateescape")
    cleaned = re.sub("[\udc80-\udcff]", "?", text).encode()
    damaged = [at for at, (old, new) in enumerate(zip(source, cleaned, strict=True)) if old != new]
    reading = _Reading(cleaned, damaged)
    return File(path, cleaned, reading.body, tuple(sorted(reading.problems, key=lambda problem: problem.start)))


def _simpler(source: bytes) -> bytes:
    """Return a source of the same length without what is rare and tree-sitter does not know."""
    if foreign := {marker for marker in MARKER.findall(source) if not marker.isascii()}:
        source = _FOREIGN_WORD.sub(lambda m: b"x" * len(m[0]) if m[0] in foreign else m[0], source)
    source = source.replace(b"\0", b"@")
    source = _SPLAT.sub(lambda m: re.sub(rb"\s", b"", m[0]).rjust(len(m[0])), source)
    if b"::" in source:
        source = _SCOPED.sub(lambda m: re.sub(rb"[\s:]", b"_", m[0]), source)
    source = _CALLED.sub(lambda m: b"_" + m[0][1:], source)
    return _INDEX.sub(lambda m: re.sub(rb"[eE+-]", b"0", m[0]), source)


def _first_error(node: Node) -> int:
    while not (node.is_error or node.is_missing):
        node = next((child for child in node.children if child.has_error), node.children[0])
    return node.start_byte


class _Reading:
    """Reads a file item by item. What is no UTF-8 has been replaced: in a comment it does no harm."""

    def __init__(self, source: bytes, damaged: list[int]) -> None:
        self.source = source
        self.damaged = damaged
        self.shown = _simpler(grammar_source(source))
        self.body = Body({}, [])
        self.problems: list[SyntaxProblem] = []
        at: int | None = 0
        while at is not None and len(self.problems) < MOST:
            at = self._items(at)

    def _items(self, at: int) -> int | None:
        """Read what comes up to an item of which the form is wrong, and return where to go on after that."""
        whole: list[tuple[int, int]] = []
        outline = Outline(self.source, at, self.damaged)
        wrong: Refused | RecursionError | None = None
        while outline.next.kind != "end" and wrong is None:
            start = outline.next.start
            try:
                outline.item()
                whole.append((start, outline.next.end))
                outline.newlines()
            except (Refused, RecursionError) as error:
                wrong = error
        simpler = bytearray(self.shown)
        for before, after in outline.separators:
            simpler[before:after] = b",".rjust(after - before)
        self.shown = bytes(simpler)
        self._lower(whole)
        if wrong is None:
            return None
        self._mistake(start, wrong)
        return self._next_block(start, outline.heredocs)

    def _lower(self, items: list[tuple[int, int]]) -> None:
        """Lower items at once, or where that is refused, each half of them."""
        if not items or len(self.problems) >= MOST:
            return
        try:
            self._add(self._lowered(items[0][0], items[-1][1]))
        except (Refused, RecursionError) as error:
            if len(items) == 1:
                self._mistake(items[0][0], error)
                return
            middle = len(items) // 2
            self._lower(items[:middle])
            self._lower(items[middle:])

    def _add(self, body: Body) -> None:
        for name, attribute in body.attributes.items():
            if name in self.body.attributes:
                self.problems.append(SyntaxProblem(DUPLICATE.using(name=name), attribute.start))
            self.body.attributes[name] = attribute
        self.body.blocks.extend(body.blocks)

    def _mistake(self, start: int, error: Refused | RecursionError) -> None:
        """Note the first mistake of an item: the one that was found, or one in an expression before it."""
        try:
            Outline(self.source, start, self.damaged, self._judge).item()
        except (Refused, RecursionError) as first:
            error = first
        found = (error.text, error.start) if isinstance(error, Refused) else (DEEP, start)
        self.problems.append(SyntaxProblem(*found))

    def _next_block(self, start: int, heredocs: list[Token]) -> int | None:
        """Return where a line begins that looks like a top-level block's first; what is before it is lost."""
        for match in _TOP.finditer(self.source, start + 1):
            if not any(heredoc.start < match.start() < heredoc.end for heredoc in heredocs):
                return match.start()
        return None

    def _lowered(self, start: int, end: int) -> Body:
        root = tree(self.shown, start, end)
        if root.has_error:
            raise self._unexpected(_first_error(root), end)
        return FileLowering(self.source).file(root)

    def _judge(self, start: int, end: int, value: list[Token], faulty: Token | None) -> None:
        """Raise Refused where an argument breaks off: where python-hcl2 cannot go on, or what tree-sitter refuses."""
        if faulty is not None:
            limit = value[-1].end if faulty.kind == "end" else faulty.start + (faulty.kind in {"string", "heredoc"})
            if (place := self._break(value)) is not None and place < limit:
                raise self._unexpected(place, end)
            return
        root = tree(self.shown, start, end)
        if root.has_error:
            place = self._break(value)
            raise self._unexpected(_first_error(root) if place is None else place, end)
        try:
            FileLowering(self.source).file(root)
        except Refused as refused:
            self._after(refused, value)

    def _after(self, refused: Refused, value: list[Token]) -> None:
        """Raise what was refused where it is: a newline may end an object's item, and the mistake come after it."""
        place = self._break(value) if refused.text == NO_NEWLINE else None
        if place is not None and not self.source[refused.start : place].strip():
            raise Refused(refused.text, place)
        raise refused

    def _break(self, value: list[Token]) -> int | None:
        """Return the offset at which python-hcl2 cannot go on with an expression."""
        if value[-1].end - value[0].start > LONGEST:
            return None
        import hcl2  # its grammar costs 50 ms, and most files have no mistake
        from lark.exceptions import LarkError, UnexpectedInput

        try:
            hcl2.parses_to_tree(_WRAPPING.format(self._plain(value)))
        except UnexpectedInput as error:
            return min(value[0].start + (error.pos_in_stream or 0) - _WRAPPING.index("{"), value[-1].end)
        except (LarkError, RuntimeError):
            pass  # what it cannot judge, tree-sitter has refused nevertheless
        return None

    def _plain(self, value: list[Token]) -> str:
        """Return an expression in one line of ASCII and of the same length, without comments and faulty strings."""
        start = value[0].start
        plain = bytearray(b" " * (value[-1].end - start))
        for token in value:
            length = token.end - token.start
            if token.kind == "heredoc" or token.fault:
                text = b'""' if length > 1 else b"0"
            elif token.kind == "newline":
                text = b","
            else:
                text = _STRIP.sub(rb"\1 \2", self.source[token.start : token.end].replace(b"\n", b" "))
            plain[token.start - start : token.end - start] = text.ljust(length)
        return _simpler(_FOREIGN.sub(b"_", plain)).decode()

    def _unexpected(self, place: int, end: int) -> Refused:
        """Return the refusal of what stands at a place, or comes after the blanks there."""
        rest = self.source[place:end]
        place += len(rest) - len(rest.lstrip(b" \t"))
        lines = rest.decode(errors="replace").strip().splitlines()
        return Refused(UNEXPECTED.using(code=lines[0][:40]) if lines else INCOMPLETE, place)
