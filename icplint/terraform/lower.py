"""tree-sitter's concrete tree -> syntax tree, refusing what Terraform's parser refuses and the grammar lets pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icplint.model.text import Text
from icplint.terraform.lower_expressions import ExpressionLowering
from icplint.terraform.syntax import Attribute, Block, Body, Expression, Literal, Refused, SyntaxProblem, Traversal
from icplint.terraform.templates import unescape
from icplint.terraform.values import FALSE, NULL, TRUE, number, string

if TYPE_CHECKING:
    from tree_sitter import Node

_SIMPLE = re.compile(
    rb'([A-Za-z_][\w-]*)[ \t]*=[ \t]*(?:"([^"\\$%\n]*)"|(\d{1,15})|(true|false|null)|([a-z_][\w-]*(?:\.[a-z_][\w-]*)+))'
)
_HEADER = re.compile(rb'([A-Za-z_][\w-]*)((?:[ \t]+"[^"\\$%\n]*")*)[ \t]*\{')
_QUOTED = re.compile(rb'"([^"]*)"')
_QUOTED_TEXT, _DIGITS, _WORD = 2, 3, 4
_KEYWORDS = {"true": TRUE, "false": FALSE, "null": NULL}

NEWLINE = Text(en="a newline is missing before this", zh="此处之前缺少换行")
ONE_LINE = Text(en="a block on one line may hold one argument only", zh="单行块中只能有一个参数")
BLOCK_HEADER = Text(
    en="a block's opening brace must stand in the line of its type", zh="块的左花括号必须与块类型在同一行"
)
DUPLICATE = Text(en="argument {name} is set twice", zh="参数 {name} 重复设置")
LABEL = Text(en="a block label is a plain string", zh="块标签必须是普通字符串")


class Lowering(ExpressionLowering):
    """Walks one file's concrete tree. Problems are collected; a block that has one is left out."""

    def __init__(self, source: bytes) -> None:
        super().__init__(source)
        self.problems: list[SyntaxProblem] = []

    def file(self, root: Node) -> Body:
        """Return the top-level body."""
        for child in root.children:
            if child.type == "body":
                return self.body(child)
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
            if previous >= 0 and self.source.find(b"\n", previous, start) < 0:
                self._problem(NEWLINE, start)
            previous = child.end_byte
            if extent is not None:
                extent += (start, previous)
            if kind == "ERROR" or child.has_error:
                continue
            try:
                if kind == "attribute":
                    attribute = self._attribute(child, start, previous)
                    if attribute.name in attributes:
                        self._problem(DUPLICATE.using(name=attribute.name), start)
                    attributes[attribute.name] = attribute
                elif block := self._block(child, start, previous):
                    blocks.append(block)
            except Refused as refused:
                self._problem(refused.text, refused.start)
        return Body(attributes, blocks)

    def _problem(self, text: Text, start: int) -> None:
        self.problems.append(SyntaxProblem(text, start))

    def _attribute(self, node: Node, start: int, end: int) -> Attribute:
        if simple := _SIMPLE.fullmatch(self.source, start, end):
            return self._simple(simple, start, end)
        name, _, value = (child for child in node.children if child.type != "comment")
        self.same_line(name.end_byte, value.start_byte)
        return Attribute(self.text(name), self.expression(value), start, value.start_byte, end)

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

    def _block(self, node: Node, start: int, end: int) -> Block | None:
        """Return a block; None where something in it is refused: half of its arguments would say what is not so."""
        if header := _HEADER.match(self.source, start, end):
            kind, quoted = header.groups()
            labels = tuple(label.decode() for label in _QUOTED.findall(quoted))
            opening = header.end() - 1
        else:
            kind, labels, opening = self._header(node)
        known = len(self.problems)
        body = Body({}, [])
        for child in node.children:
            if child.type == "body":
                extent: list[int] = []
                body = self.body(child, extent)
                self._braces(opening, end, extent, body)
        return Block(kind.decode(), labels, body, start, end) if len(self.problems) == known else None

    def _header(self, node: Node) -> tuple[bytes, tuple[str, ...], int]:
        children = [child for child in node.children if child.type != "comment"]
        place = next(i for i, child in enumerate(children) if child.type == "block_start")
        opening = children[place].start_byte
        self.same_line(node.start_byte, opening, BLOCK_HEADER)
        labels: list[str] = []
        for label in children[1:place]:
            text = self.text(label)
            labels.append(unescape(text[1:-1]) if label.type == "string_lit" else text)
            if label.type == "string_lit" and re.search(r"(?<![$%])[$%]\{", text):
                raise Refused(LABEL, label.start_byte)
        return self.text(children[0]).encode(), tuple(labels), opening

    def _braces(self, opening: int, end: int, extent: list[int], body: Body) -> None:
        """A block stands on one line with one argument, or its braces on lines apart from what is inside."""
        if not extent:
            return
        opened = self.source.find(b"\n", opening, extent[0]) >= 0
        closed = self.source.find(b"\n", extent[-1], end) >= 0
        if not opened and (body.blocks or len(extent) > 2 or closed):
            self._problem(ONE_LINE, extent[-2])
        elif opened and not closed:
            self._problem(NEWLINE, end - 1)
