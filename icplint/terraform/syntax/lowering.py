"""tree-sitter's concrete tree -> syntax tree, refusing what Terraform's parser refuses and the grammar lets pass."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.lower_expressions import ExpressionLowering
from icplint.terraform.syntax.templates import unescape
from icplint.terraform.syntax.tree import Attribute, Block, Body, Expression, Literal, Refused, Traversal
from icplint.terraform.values.value import FALSE, NULL, TRUE, number, string

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_SIMPLE = regex(
    rb'([A-Za-z_][\w-]*)[ \t]*=[ \t]*(?:"([^"\\$%\n]*)"|(\d{1,15})|(true|false|null)|([a-z_][\w-]*(?:\.[a-z_][\w-]*)+))'
)
_HEADER = regex(rb'([A-Za-z_][\w-]*)((?:[ \t]+"[^"\\$%\n]*")*)[ \t]*\{')
_QUOTED = regex(rb'"([^"]*)"')
_QUOTED_TEXT, _DIGITS, _WORD = 2, 3, 4
_KEYWORDS = {"true": TRUE, "false": FALSE, "null": NULL}

ITEM = Text(en="an argument (name = value) or a block is expected here", zh="此处应为参数（name = value）或块")
NEWLINE = Text(en="a newline is missing before this", zh="此处之前缺少换行")
ONE_LINE = Text(en="a block on one line may hold one argument only", zh="单行块中只能有一个参数")
HEADER = Text(
    en="a block's type is followed by its labels and a left brace, all in one line",
    zh="块类型之后应是标签与左花括号，且在同一行",
)
DUPLICATE = Text(en="argument {name} is set twice", zh="参数 {name} 重复设置")
LABEL = Text(en="a block label is a plain string", zh="块标签必须是普通字符串")

# What of a source tree-sitter's grammar does not know, or takes for something else:
_EXPONENT_IN_SIGHT = regex(rb"[\d.][eE][+-]?\d")
_EXPONENT = regex(rb"(?<![\w.])\d+\.?[eE][+-]?\d+")  # an exponent without a fraction
_SIGNS = regex(rb"(?<!\$)\$+(?=\$\$\{)|(?<!%)%+(?=%%\{)")  # a sign before an escaped sequence
_SIGN_AT_END = regex(rb"(?:\$(?:\$\{)?|%%\{)(?=[ \t\r]*\n)")  # behind it the end of a heredoc is overlooked
MARKER = regex(rb"<<-?([A-Za-z_\x80-\xff][\w\x80-\xff-]*)\r?\n")
_BEFORE_SEQUENCE = regex(  # a word, each of which is looked at once
    rb"(?:(?<![\w\x80-\xff-])|(?<=\xe3\x80\x80))((?:[\w-]|(?!\xe3\x80\x80)[\x80-\xff])++)"
    rb"(?=(?:[^\S\n]|\xe3\x80\x80)*+[$%]{1,2}\{)"
)
_HIDDEN = b"@"  # may stand in a template, and nowhere else


@cache
def _parser() -> Parser:
    import tree_sitter_hcl
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_hcl.language()))


def grammar_source(source: bytes) -> bytes:
    """Return what tree-sitter is shown: a source of the same length that it reads as Terraform reads this one."""
    if _EXPONENT_IN_SIGHT.search(source):
        source = _EXPONENT.sub(lambda match: re.sub(rb"[eE.+-]", b"0", match[0]), source)
    if b"$$${" in source or b"%%%{" in source:
        source = _SIGNS.sub(_hide, source)
    if _SIGN_AT_END.search(source):
        source = _SIGN_AT_END.sub(_hide, source)
    if b"<<" in source:
        markers = frozenset(MARKER.findall(source))
        lengths = sorted({len(marker) for marker in markers}, reverse=True)
        source = _BEFORE_SEQUENCE.sub(lambda match: _without(match[0], markers, lengths), source)
    return source


def _without(word: bytes, markers: frozenset[bytes], lengths: list[int]) -> bytes:
    """Hide a marker at the end of a word: in the text of a heredoc it hides the sequence behind it."""
    for length in lengths:
        if length <= len(word) and word[-length:] in markers:
            return word[:-length] + _HIDDEN * length
    return word


def _hide(match: re.Match[bytes]) -> bytes:
    return _HIDDEN * len(match[0])


def tree(source: bytes, start: int = 0, end: int | None = None) -> Node:
    """Return tree-sitter's root node for a part of a source."""
    from tree_sitter import Point, Range

    parser = _parser()
    if end is None:
        return parser.parse(source).root_node
    parser.included_ranges = [Range(Point(0, 0), Point(0, 0), start, end)]
    try:
        return parser.parse(source).root_node
    finally:
        parser.included_ranges = []


class FileLowering(ExpressionLowering):
    """Walks a concrete tree that has no error, and raises Refused at the first thing that Terraform would refuse."""

    def file(self, root: Node) -> Body:
        """Return the top-level body."""
        for child in root.children:
            if child.type == "body":
                return self.body(child)
            if child.type == "object":
                raise Refused(ITEM, child.start_byte)
        return Body({}, [])

    def body(self, node: Node, extent: list[int] | None = None) -> Body:
        """Return the arguments and blocks of a body; each must stand on lines of its own.

        `extent` takes the start and the end of each of them.
        """
        attributes: dict[str, Attribute] = {}
        blocks: list[Block] = []
        previous = -1
        for child in node.children:
            kind = child.type
            if kind == "comment":
                continue
            start = child.start_byte
            if previous >= 0 and (
                self.source.find(b"\n", previous, start) < 0 or (self.commented and self.newline(previous, start) < 0)
            ):
                raise Refused(NEWLINE, start)
            previous = child.end_byte
            if extent is not None:
                extent += (start, previous)
            if kind == "attribute":
                attribute = self._attribute(child, start, previous)
                if attribute.name in attributes:
                    raise Refused(DUPLICATE.using(name=attribute.name), start)
                attributes[attribute.name] = attribute
            else:
                blocks.append(self._block(child, start, previous))
        return Body(attributes, blocks)

    def _attribute(self, node: Node, start: int, end: int) -> Attribute:
        if simple := _SIMPLE.fullmatch(self.source, start, end):
            return self._simple(simple, start, end)
        name, _, value = (child for child in node.children if child.type != "comment")
        self.same_line(name.end_byte, value.start_byte)
        return Attribute(self.name(name), self.expression(value), start, value.start_byte, end)

    def _simple(self, match: re.Match[bytes], start: int, end: int) -> Attribute:
        """Most arguments are a plain string, a number, a word or a plain reference: no tree is needed for them."""
        kind = match.lastindex
        assert kind is not None
        at, text = match.start(kind), match[kind].decode()
        expression: Expression
        if kind == _QUOTED_TEXT:
            at -= 1
            expression = Literal(string(text), at)
        elif kind == _DIGITS:
            expression = Literal(number(int(text)), at)
        elif kind == _WORD:
            expression = Literal(_KEYWORDS[text], at)
        else:
            root, *steps = text.split(".")
            expression = Traversal(root, tuple(steps), at)
        return Attribute(match[1].decode(), expression, start, at, end)

    def _block(self, node: Node, start: int, end: int) -> Block:
        if header := _HEADER.match(self.source, start, end):
            kind, quoted = header.groups()
            labels = tuple(label.decode() for label in _QUOTED.findall(quoted))
            opening = header.end() - 1
        else:
            kind, labels, opening = self._header(node)
        body = Body({}, [])
        for child in node.children:
            if child.type == "body":
                extent: list[int] = []
                body = self.body(child, extent)
                self._braces(opening, end, extent, body)
        return Block(kind.decode(), labels, body, start, end)

    def _header(self, node: Node) -> tuple[bytes, tuple[str, ...], int]:
        children = [child for child in node.children if child.type != "comment"]
        place = next(i for i, child in enumerate(children) if child.type == "block_start")
        opening = children[place].start_byte
        self.same_line(node.start_byte, opening, HEADER)
        labels: list[str] = []
        for label in children[1:place]:
            text = self.text(label) if label.type == "string_lit" else self.name(label)
            labels.append(unescape(text[1:-1], label.start_byte) if label.type == "string_lit" else text)
            if label.type == "string_lit" and re.search(r"(?<![$%])[$%]\{", text):
                raise Refused(LABEL, label.start_byte)
        return self.name(children[0]).encode(), tuple(labels), opening

    def _braces(self, opening: int, end: int, extent: list[int], body: Body) -> None:
        """A block stands on one line with one argument, or its braces on lines apart from what is inside."""
        if not extent:
            return
        opened = self.newline(opening, extent[0]) >= 0
        closed = self.newline(extent[-1], end) >= 0
        if not opened and (body.blocks or len(extent) > 2 or closed):
            raise Refused(ONE_LINE, extent[-2])
        if opened and not closed:
            raise Refused(NEWLINE, end - 1)
