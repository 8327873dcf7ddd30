"""Terms and what is applied to them: attributes, indexes and splats."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from icplint.model.text import Text
from icplint.terraform import limits, numbers
from icplint.terraform.lower_source import COMMENT, SourceLowering
from icplint.terraform.syntax import Deep, Expression, GetAttr, Index, Literal, Refused, Splat, SplatItem, Traversal
from icplint.terraform.values import number

if TYPE_CHECKING:
    from tree_sitter import Node

LEGACY = Text(en="attribute splats and numeric attributes cannot be nested", zh="属性 splat 与数字属性不能嵌套")
NUMBER = Text(en="this is not a decimal number", zh="此处不是十进制数字")
EMPTY = Text(en="an expression is missing", zh="此处缺少表达式")

_DECIMAL = re.compile(rb"\d\.\d")
_FRACTION = re.compile(rb"\.+(?:\d|[eE][+-]?\d)")


class StepLowering(SourceLowering):
    """Lowers a term with its steps."""

    def chain(self, children: list[Node], *, loose: bool) -> Expression:
        """A term and what is applied to it: attributes, indexes, splats; or a parenthesised expression."""
        if children[0].type == "(":
            if len(children) < 3:
                raise Refused(EMPTY, children[0].start_byte)
            term, rest = self.expression(children[1], loose=True), children[3:]
        else:
            term, rest = self.expression(children[0], loose=loose), children[1:]
        return self._steps(term, rest, loose=loose) if rest else term

    def _steps(self, term: Expression, rest: list[Node], *, loose: bool) -> Expression:
        if len(rest) > limits.STEPS_IN_A_ROW:
            return Deep(term.start)
        for position, node in enumerate(rest):
            if node.type == "splat":
                return self._splat(term, node, rest[position + 1 :], loose=loose)
            term = self._step(term, node, loose=loose)
        return term

    def _splat(self, term: Expression, node: Node, rest: list[Node], *, loose: bool) -> Expression:
        """`[*]` takes every step after it into each element, `.*` attributes only."""
        inner = next(child for child in node.children if child.type != "comment")
        self.check_lines(inner.children, loose=loose)
        if not loose:
            self.same_line(inner.start_byte, inner.children[0].end_byte)
        steps = [child for child in inner.children if child.type in {"get_attr", "index", "splat"}] + rest
        start = node.start_byte
        if inner.type == "full_splat":
            return Splat(term, self._steps(SplatItem(start), steps, loose=loose), start)
        reach = sum(1 for _ in takewhile(self._is_plain, steps))
        if any(step.type == "splat" and step.children[0].type == "attr_splat" for step in steps[reach : reach + 1]):
            raise Refused(LEGACY, steps[reach].start_byte)
        splat = Splat(term, self._steps(SplatItem(start), steps[:reach], loose=loose), start)
        return self._steps(splat, steps[reach:], loose=loose)

    def _is_plain(self, node: Node) -> bool:
        """Whether an attribute splat takes a step into each of its elements."""
        return node.type == "get_attr" or (node.type == "index" and node.children[0].type == "legacy_index")

    def _step(self, term: Expression, node: Node, *, loose: bool) -> Expression:
        start = node.start_byte
        if node.type == "get_attr":
            name = self.name(node.children[-1])
            if node.children[-1].start_byte > start + 1 and not loose:
                self.same_line(start, node.children[-1].start_byte)
            if isinstance(term, Traversal):
                return term._replace(steps=(*term.steps, name))
            return GetAttr(term, name, start)
        inner = node.children[0]
        if inner.type == "legacy_index":
            key: Expression = self._legacy_key(term, inner, loose=loose)
        else:
            keys = [c for c in inner.children if c.is_named and c.type != "comment"]
            key = self.expression(keys[0], loose=True)
        if isinstance(term, Traversal) and isinstance(key, Literal):
            return term._replace(steps=(*term.steps, key.value))
        return Index(term, key, start)

    def _legacy_key(self, term: Expression, node: Node, *, loose: bool) -> Literal:
        if isinstance(term, Literal) and _DECIMAL.match(self.source, node.start_byte - 1):
            raise Refused(NUMBER, term.start)
        if _FRACTION.match(self.source, node.end_byte):
            raise Refused(LEGACY, node.start_byte)
        if not loose:
            self.same_line(node.start_byte, node.end_byte)
        key = numbers.parse(COMMENT.sub(b"", self.source[node.start_byte : node.end_byte]).decode().strip(". \t\r\n"))
        if key is None:
            raise Refused(NUMBER, node.start_byte)
        return Literal(number(key), node.start_byte)
