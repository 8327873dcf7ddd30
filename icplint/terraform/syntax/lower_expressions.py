"""tree-sitter's expression nodes -> syntax tree, refusing what Terraform's parser refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from icplint.model.text import Text
from icplint.terraform.syntax.lower_collections import lower_for_object, lower_for_tuple, lower_object, lower_tuple
from icplint.terraform.syntax.lower_source import SCOPE, SourceLowering, is_name
from icplint.terraform.syntax.lower_steps import NUMBER, lower_chain
from icplint.terraform.syntax.templates import lower_template
from icplint.terraform.syntax.tree import (
    Binary,
    Conditional,
    Deep,
    Expression,
    FunctionCall,
    Literal,
    Refused,
    Template,
    Traversal,
    Unary,
    Wrapped,
)
from icplint.terraform.values import limits, numbers
from icplint.terraform.values.value import FALSE, NULL, TRUE, number

if TYPE_CHECKING:
    from tree_sitter import Node

INCOMPLETE = Text(en="the expression ends where more is expected", zh="表达式不完整")
UNREADABLE = Text(en="this cannot be read as Terraform", zh="无法按 Terraform 语法读取")

_OPERATORS = frozenset({"+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"})
_BRACKETED = frozenset(
    {
        "tuple", "object", "function_call", "function_arguments", "for_tuple_expr", "for_object_expr", "for_expr",
        "collection_value", "heredoc_template", "quoted_template", "string_lit", "template_expr", "literal_value",
    }
)  # fmt: skip


class ExpressionLowering(SourceLowering):
    """Lowers the expressions of one source text; what is nested too deeply for it is one node, and not read."""

    level = 0

    def expression(self, node: Node, *, loose: bool = False) -> Expression:
        """Return the tree of an expression node, or raise Refused."""
        if self.level >= limits.LEVELS:
            return Deep(node.start_byte)
        self.level += 1
        try:
            return self._expression(node, loose=loose)
        finally:
            self.level -= 1

    def _expression(self, node: Node, *, loose: bool) -> Expression:
        children = [child for child in node.children if child.type != "comment"]
        kind = node.type
        if not loose and kind not in _BRACKETED:
            self._unbroken(children)
        if kind in {"expression", "expr_term", "literal_value", "collection_value", "template_expr", "for_expr"}:
            return lower_chain(self, children, loose=loose)
        if kind == "operation":
            return self.expression(children[0], loose=loose)
        lowered = _BY_KIND.get(kind)
        if lowered is None:
            raise Refused(UNREADABLE, node.start_byte)
        return lowered(self, node, children, loose)

    def _unbroken(self, children: list[Node]) -> None:
        """Refuse a newline between parts that have no brackets around them."""
        for left, right in pairwise(children):
            if left.type != "(" and right.type != ")":
                self.same_line(left.end_byte, right.start_byte)

    def variable_expr(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Traversal(self.name(node), (), node.start_byte)

    def numeric_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        parsed = numbers.parse(self.text(node))
        if parsed is None:
            raise Refused(NUMBER, node.start_byte)
        return Literal(number(parsed), node.start_byte)

    def bool_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Literal(TRUE if self.text(node) == "true" else FALSE, node.start_byte)

    def null_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Literal(NULL, node.start_byte)

    def string_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return lower_template(self, node)

    def unary_operation(self, node: Node, children: list[Node], loose: bool) -> Expression:
        return Unary(self.text(children[0]), lower_chain(self, children[1:], loose=loose), node.start_byte)

    def binary_operation(self, node: Node, children: list[Node], loose: bool) -> Expression:
        rest: list[tuple[str, Expression]] = []
        while True:
            at = next(i for i, child in enumerate(children) if child.type in _OPERATORS)
            rest.append((children[at].type, lower_chain(self, children[at + 1 :], loose=loose)))
            inner = self._operation(children[:at])
            if inner is None:
                return Binary(lower_chain(self, children[:at], loose=loose), tuple(reversed(rest)), node.start_byte)
            children = [child for child in inner.children if child.type != "comment"]
            if not loose:
                self._unbroken(children)

    def _operation(self, left: list[Node]) -> Node | None:
        """Return the binary operation that an operand is, without parentheses around it."""
        if len(left) != 1 or left[0].type != "operation":
            return None
        inner = [child for child in left[0].children if child.type != "comment"]
        return inner[0] if inner[0].type == "binary_operation" else None

    def conditional(self, node: Node, children: list[Node], loose: bool) -> Expression:
        """Chain conditionals to the right as Terraform does: the grammar takes `a ? b : c ? d : e` the other way."""
        branches = [self.expression(children[2], loose=loose), self.expression(children[4], loose=loose)]
        condition = children[0]
        while (inner := self._bare_conditional(condition)) is not None:
            parts = [child for child in inner.children if child.type != "comment"]
            self.check_lines(parts, loose=loose)
            test = self.expression(parts[4], loose=loose)
            chained = Conditional(test, branches[0], branches[1], parts[4].start_byte)
            branches = [self.expression(parts[2], loose=loose), chained]
            condition = parts[0]
        return Conditional(self.expression(condition, loose=loose), branches[0], branches[1], node.start_byte)

    def _bare_conditional(self, node: Node) -> Node | None:
        """Return the conditional that an expression is without parentheses around it."""
        inner = [child for child in node.children if child.type != "comment"]
        return inner[0] if len(inner) == 1 and inner[0].type == "conditional" else None

    def function_call(self, node: Node, children: list[Node], loose: bool) -> Expression:
        opening = next(i for i, child in enumerate(children) if child.type == "(")
        if not loose:
            self.same_line(node.start_byte, children[opening].start_byte)
        name = re.sub(r"\s", "", self.text(children[0]))
        if "::" in name and not all(map(is_name, name.split("::"))):
            raise Refused(SCOPE, node.start_byte)
        arguments: list[Expression] = []
        expand = False
        for child in children[opening + 1 :]:
            if child.type == "function_arguments":
                inner = [c for c in child.children if c.type == "expression"]
                arguments = [self.expression(c, loose=True) for c in inner]
                if name.removeprefix("core::") == "templatestring":
                    arguments[0] = self._as_written(inner[0], arguments[0])
                expand = any(c.type == "ellipsis" for c in child.children)
        return FunctionCall(name, tuple(arguments), expand, node.start_byte)

    def _as_written(self, node: Node, lowered: Expression) -> Expression:
        """Keep the parentheses or the quotes around an expression, which leave its value as it is."""
        quoted = self.source.startswith(b'"${', node.start_byte) and not isinstance(lowered, Template)
        if quoted or self.source.startswith(b"(", node.start_byte):
            return Wrapped(lowered, quoted, node.start_byte)
        return lowered


_BY_KIND: Final[Mapping[str, Callable[[ExpressionLowering, Node, list[Node], bool], Expression]]] = {
    "variable_expr": ExpressionLowering.variable_expr,
    "numeric_lit": ExpressionLowering.numeric_lit,
    "bool_lit": ExpressionLowering.bool_lit,
    "null_lit": ExpressionLowering.null_lit,
    "string_lit": ExpressionLowering.string_lit,
    "quoted_template": ExpressionLowering.string_lit,
    "heredoc_template": ExpressionLowering.string_lit,
    "unary_operation": ExpressionLowering.unary_operation,
    "binary_operation": ExpressionLowering.binary_operation,
    "conditional": ExpressionLowering.conditional,
    "function_call": ExpressionLowering.function_call,
    "tuple": lower_tuple,
    "object": lower_object,
    "for_tuple_expr": lower_for_tuple,
    "for_object_expr": lower_for_object,
}
"""What lowers each kind of node of tree-sitter's grammar."""
