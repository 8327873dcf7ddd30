"""Tuples, objects, and the `for` expressions that make them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from icplint.model.text import Text
from icplint.terraform.syntax.lower_source import SourceLowering, is_name
from icplint.terraform.syntax.tree import Expression, ForObject, ForTuple, Literal, ObjectCons, Refused, TupleCons
from icplint.terraform.values.value import string

if TYPE_CHECKING:
    from tree_sitter import Node

OBJECT_ITEM = Text(en="object items are separated by a comma or a newline", zh="对象元素之间应以逗号或换行分隔")


def lower_tuple(lower: SourceLowering, node: Node, children: list[Node], _loose: bool) -> Expression:
    items = tuple(lower.expression(child, loose=True) for child in children if child.type == "expression")
    return TupleCons(items, node.start_byte)


def lower_object(lower: SourceLowering, node: Node, children: list[Node], _loose: bool) -> Expression:
    for left, right in pairwise(children[1:-1]):
        broken = lower.newline(left.end_byte, right.start_byte) >= 0
        if broken if right.type == "," else left.type != "," and not broken:
            raise Refused(OBJECT_ITEM, right.start_byte)
    items = tuple(_object_item(lower, child) for child in children if child.type == "object_elem")
    return ObjectCons(items, node.start_byte)


def _object_item(lower: SourceLowering, element: Node) -> tuple[Expression, Expression]:
    """Lower a key and its value; an unquoted, unparenthesised name as key stands for itlower."""
    key, _, value = (child for child in element.children if child.type != "comment")
    lower.same_line(key.end_byte, value.start_byte)
    word = lower.text(key)
    name = Literal(string(word), key.start_byte) if is_name(word) else lower.expression(key)
    return name, lower.expression(value)


def lower_for_tuple(lower: SourceLowering, node: Node, children: list[Node], _loose: bool) -> Expression:
    key, value, collection = _for_intro(lower, children)
    body = next(c for c in children if c.type == "expression")
    return ForTuple(
        key, value, collection, lower.expression(body, loose=True), _for_cond(lower, children), node.start_byte
    )


def lower_for_object(lower: SourceLowering, node: Node, children: list[Node], _loose: bool) -> Expression:
    key, value, collection = _for_intro(lower, children)
    first, second = (lower.expression(c, loose=True) for c in children if c.type == "expression")
    group = any(c.type == "ellipsis" for c in children)
    return ForObject(key, value, collection, first, second, _for_cond(lower, children), group, node.start_byte)


def _for_intro(lower: SourceLowering, children: list[Node]) -> tuple[str | None, str, Expression]:
    intro = next(c for c in children if c.type == "for_intro")
    for child in intro.children:
        if child.type in {"for", "in"}:
            lower.keyword(child)
    names = [lower.name(c) for c in intro.children if c.type == "identifier"]
    collection = next(c for c in intro.children if c.type == "expression")
    key = names[0] if len(names) > 1 else None
    return key, names[-1], lower.expression(collection, loose=True)


def _for_cond(lower: SourceLowering, children: list[Node]) -> Expression | None:
    for child in children:
        if child.type == "for_cond":
            lower.keyword(child.children[0])
            return lower.expression(next(c for c in child.children if c.type == "expression"), loose=True)
    return None
