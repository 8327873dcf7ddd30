"""Tuples, objects, and the `for` expressions that make them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from icplint.model.text import Text
from icplint.terraform.lower_source import SourceLowering, is_name
from icplint.terraform.syntax import Expression, ForObject, ForTuple, Literal, ObjectCons, Refused, TupleCons
from icplint.terraform.values import string

if TYPE_CHECKING:
    from tree_sitter import Node

OBJECT_ITEM = Text(en="object items are separated by a comma or a newline", zh="对象元素之间应以逗号或换行分隔")


class CollectionLowering(SourceLowering):
    """Lowers what stands in square brackets or braces."""

    def _tuple(self, node: Node, children: list[Node], _loose: bool) -> Expression:
        items = tuple(self.expression(child, loose=True) for child in children if child.type == "expression")
        return TupleCons(items, node.start_byte)

    def _object(self, node: Node, children: list[Node], _loose: bool) -> Expression:
        for left, right in pairwise(children[1:-1]):
            broken = self.newline(left.end_byte, right.start_byte) >= 0
            if broken if right.type == "," else left.type != "," and not broken:
                raise Refused(OBJECT_ITEM, right.start_byte)
        items = tuple(self._object_item(child) for child in children if child.type == "object_elem")
        return ObjectCons(items, node.start_byte)

    def _object_item(self, element: Node) -> tuple[Expression, Expression]:
        """Lower a key and its value; an unquoted, unparenthesised name as key stands for itself."""
        key, _, value = (child for child in element.children if child.type != "comment")
        self.same_line(key.end_byte, value.start_byte)
        word = self.text(key)
        name = Literal(string(word), key.start_byte) if is_name(word) else self.expression(key)
        return name, self.expression(value)

    def _for_tuple_expr(self, node: Node, children: list[Node], _loose: bool) -> Expression:
        key, value, collection = self._for_intro(children)
        body = next(c for c in children if c.type == "expression")
        return ForTuple(
            key, value, collection, self.expression(body, loose=True), self._for_cond(children), node.start_byte
        )

    def _for_object_expr(self, node: Node, children: list[Node], _loose: bool) -> Expression:
        key, value, collection = self._for_intro(children)
        first, second = (self.expression(c, loose=True) for c in children if c.type == "expression")
        group = any(c.type == "ellipsis" for c in children)
        return ForObject(key, value, collection, first, second, self._for_cond(children), group, node.start_byte)

    def _for_intro(self, children: list[Node]) -> tuple[str | None, str, Expression]:
        intro = next(c for c in children if c.type == "for_intro")
        for child in intro.children:
            if child.type in {"for", "in"}:
                self.keyword(child)
        names = [self.name(c) for c in intro.children if c.type == "identifier"]
        collection = next(c for c in intro.children if c.type == "expression")
        key = names[0] if len(names) > 1 else None
        return key, names[-1], self.expression(collection, loose=True)

    def _for_cond(self, children: list[Node]) -> Expression | None:
        for child in children:
            if child.type == "for_cond":
                self.keyword(child.children[0])
                return self.expression(next(c for c in child.children if c.type == "expression"), loose=True)
        return None
