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
_KEYWORDS = {b"true": TRUE, b"false": FALSE, b"null": NULL}

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

    def body(self, node: Node) -> Body:
        """Return the arguments and blocks of a body; each must stand on lines of its own."""
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
            if kind == "ERROR" or child.has_error:
                continue
            try:
                if kind == "attribute":
                    attribute = self._attribute(child, start, previous)
                    if attribute.name in attributes:
                        self._problem(DUPLICATE.using(name=attribute.name), start)
                    attributes[attribute.name] = attribute
                elif kind == "block":
                    blocks.append(self._block(child))
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
        name, quoted, digits, word, reference = match.groups()
        value_start = match.end(1) if match.lastindex is None else match.start(match.lastindex)
        expression: Expression
        if quoted is not None:
            value_start -= 1
            expression = Literal(string(quoted.decode()), value_start)
        elif digits is not None:
            expression = Literal(number(int(digits)), value_start)
        elif word is not None:
            expression = Literal(_KEYWORDS[word], value_start)
        else:
            root, *steps = reference.decode().split(".")
            expression = Traversal(root, tuple(steps), value_start)
        return Attribute(name.decode(), expression, start, value_start, end)

    def _block(self, node: Node) -> Block:
        labels: list[str] = []
        body = Body({}, [])
        children = [child for child in node.children if child.type != "comment"]
        opening = next(i for i, child in enumerate(children) if child.type == "block_start")
        self.same_line(node.start_byte, children[opening].start_byte, BLOCK_HEADER)
        for label in children[1:opening]:
            text = self.text(label)
            labels.append(unescape(text[1:-1]) if label.type == "string_lit" else text)
            if label.type == "string_lit" and re.search(r"(?<![$%])[$%]\{", text):
                raise Refused(LABEL, label.start_byte)
        known = len(self.problems)
        for child in children[opening + 1 :]:
            if child.type == "body":
                body = self.body(child)
                self._braces(node, child, body)
        if len(self.problems) > known:
            body = Body({}, [])
        return Block(self.text(children[0]), tuple(labels), body, node.start_byte, node.end_byte)

    def _braces(self, block: Node, inner: Node, body: Body) -> None:
        """A block stands on one line with one argument, or its braces on lines apart from what is inside."""
        items = [child for child in inner.children if child.type != "comment"]
        if not items:
            return
        before = self.source.rfind(b"{", block.start_byte, items[0].start_byte)
        opened = self.source.find(b"\n", before, items[0].start_byte) >= 0
        closed = self.source.find(b"\n", items[-1].end_byte, block.end_byte) >= 0
        if not opened and (body.blocks or len(items) > 1 or closed):
            self._problem(ONE_LINE, items[-1].start_byte)
        elif opened and not closed:
            self._problem(NEWLINE, block.end_byte - 1)
