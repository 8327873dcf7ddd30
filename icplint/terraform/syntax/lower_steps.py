"""Terms and what is applied to them: attributes, indexes and splats."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.lower_source import COMMENT, SourceLowering
from icplint.terraform.syntax.tree import (
    Deep,
    Expression,
    GetAttr,
    Index,
    Literal,
    Refused,
    Splat,
    SplatItem,
    Traversal,
)
from icplint.terraform.values import limits, numbers
from icplint.terraform.values.value import number

if TYPE_CHECKING:
    from tree_sitter import Node

LEGACY = Text(en="attribute splats and numeric attributes cannot be nested", zh="属性 splat 与数字属性不能嵌套")
NUMBER = Text(en="this is not a decimal number", zh="此处不是十进制数字")
EMPTY = Text(en="an expression is missing", zh="此处缺少表达式")

_DECIMAL = regex(rb"\d\.\d")
_FRACTION = regex(rb"\.+(?:\d|[eE][+-]?\d)")


def lower_chain(lower: SourceLowering, children: list[Node], *, loose: bool) -> Expression:
    """A term and what is applied to it: attributes, indexes, splats; or a parenthesised expression."""
    if children[0].type == "(":
        if len(children) < 3:
            raise Refused(EMPTY, children[0].start_byte)
        term, rest = lower.expression(children[1], loose=True), children[3:]
    else:
        term, rest = lower.expression(children[0], loose=loose), children[1:]
    return _steps(lower, term, rest, loose=loose) if rest else term


def _steps(lower: SourceLowering, term: Expression, rest: list[Node], *, loose: bool) -> Expression:
    if len(rest) > limits.STEPS_IN_A_ROW:
        return Deep(term.start)
    for position, node in enumerate(rest):
        if node.type == "splat":
            return _splat(lower, term, node, rest[position + 1 :], loose=loose)
        term = _step(lower, term, node, loose=loose)
    return term


def _splat(lower: SourceLowering, term: Expression, node: Node, rest: list[Node], *, loose: bool) -> Expression:
    """`[*]` takes every step after it into each element, `.*` attributes only."""
    inner = next(child for child in node.children if child.type != "comment")
    lower.check_lines(inner.children, loose=loose)
    if not loose:
        lower.same_line(inner.start_byte, inner.children[0].end_byte)
    steps = [child for child in inner.children if child.type in {"get_attr", "index", "splat"}] + rest
    start = node.start_byte
    if inner.type == "full_splat":
        return Splat(term, _steps(lower, SplatItem(start), steps, loose=loose), start)
    reach = sum(1 for _ in takewhile(_is_plain, steps))
    if any(step.type == "splat" and step.children[0].type == "attr_splat" for step in steps[reach : reach + 1]):
        raise Refused(LEGACY, steps[reach].start_byte)
    splat = Splat(term, _steps(lower, SplatItem(start), steps[:reach], loose=loose), start)
    return _steps(lower, splat, steps[reach:], loose=loose)


def _is_plain(node: Node) -> bool:
    """Whether an attribute splat takes a step into each of its elements."""
    return node.type == "get_attr" or (node.type == "index" and node.children[0].type == "legacy_index")


def _step(lower: SourceLowering, term: Expression, node: Node, *, loose: bool) -> Expression:
    start = node.start_byte
    if node.type == "get_attr":
        name = lower.name(node.children[-1])
        if node.children[-1].start_byte > start + 1 and not loose:
            lower.same_line(start, node.children[-1].start_byte)
        if isinstance(term, Traversal):
            return term._replace(steps=(*term.steps, name))
        return GetAttr(term, name, start)
    inner = node.children[0]
    if inner.type == "legacy_index":
        key: Expression = _legacy_key(lower, term, inner, loose=loose)
    else:
        keys = [c for c in inner.children if c.is_named and c.type != "comment"]
        key = lower.expression(keys[0], loose=True)
    if isinstance(term, Traversal) and isinstance(key, Literal):
        return term._replace(steps=(*term.steps, key.value))
    return Index(term, key, start)


def _legacy_key(lower: SourceLowering, term: Expression, node: Node, *, loose: bool) -> Literal:
    if isinstance(term, Literal) and _DECIMAL.match(lower.source, node.start_byte - 1):
        raise Refused(NUMBER, term.start)
    if _FRACTION.match(lower.source, node.end_byte):
        raise Refused(LEGACY, node.start_byte)
    if not loose:
        lower.same_line(node.start_byte, node.end_byte)
    key = numbers.parse(COMMENT.sub(b"", lower.source[node.start_byte : node.end_byte]).decode().strip(". \t\r\n"))
    if key is None:
        raise Refused(NUMBER, node.start_byte)
    return Literal(number(key), node.start_byte)
