"""tree-sitter's expression nodes -> syntax tree, refusing what Terraform's parser refuses."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from icplint.model.text import Text
from icplint.terraform import numbers
from icplint.terraform.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    ForObject,
    ForTuple,
    GetAttr,
    Index,
    Literal,
    ObjectCons,
    Refused,
    Splat,
    SplatItem,
    Traversal,
    TupleCons,
    Unary,
)
from icplint.terraform.templates import lower_template
from icplint.terraform.values import FALSE, NULL, TRUE, number, string

if TYPE_CHECKING:
    from tree_sitter import Node

NO_NEWLINE = Text(en="an expression cannot go on in the next line outside brackets", zh="括号之外的表达式不能跨行")
OBJECT_ITEM = Text(en="object items are separated by a comma or a newline", zh="对象元素之间应以逗号或换行分隔")
LEGACY = Text(en="attribute splats and numeric attributes cannot be nested", zh="属性 splat 与数字属性不能嵌套")
SCOPE = Text(en="only a function's name has a scope (::)", zh="只有函数名可以带作用域（::）")
KEYWORD = Text(en="a space is missing after {word}", zh="{word} 之后缺少空格")
NUMBER = Text(en="this is not a decimal number", zh="此处不是十进制数字")
EMPTY = Text(en="an expression is missing", zh="此处缺少表达式")
INCOMPLETE = Text(en="the expression ends where more is expected", zh="表达式不完整")
UNREADABLE = Text(en="this cannot be read as Terraform", zh="无法按 Terraform 语法读取")

_WORD = re.compile(rb"[\w\x80-\xff-]")
_DECIMAL = re.compile(rb"\d\.\d")
_FRACTION = re.compile(rb"\.+(?:\d|[eE][+-]?\d)")
_COMMENT = re.compile(rb"#[^\n]*|//[^\n]*|/\*.*?\*/", re.DOTALL)
_OPERATORS = frozenset({"+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"})
_BRACKETED = frozenset(
    {
        "tuple", "object", "function_call", "function_arguments", "for_tuple_expr", "for_object_expr", "for_expr",
        "collection_value", "heredoc_template", "quoted_template", "string_lit", "template_expr", "literal_value",
    }
)  # fmt: skip


def _is_name(text: str) -> bool:
    return text.replace("-", "_").isidentifier() and not text.startswith("-")


class ExpressionLowering:
    """Lowers the expressions of one source text. `loose` says that brackets around an expression allow newlines."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.commented = b"*/" in source

    def newline(self, start: int, end: int) -> int:
        """Return where a newline stands between two nodes, or -1; one in a comment is none."""
        at = self.source.find(b"\n", start, end)
        if at >= 0 and self.commented:
            between = _COMMENT.sub(lambda match: b" " * len(match[0]), self.source[start:end])
            return start + at if (at := between.find(b"\n")) >= 0 else -1
        return at

    def same_line(self, start: int, end: int, text: Text = NO_NEWLINE) -> None:
        """Refuse a newline between two offsets."""
        if (at := self.newline(start, end)) >= 0:
            raise Refused(text, at)

    def text(self, node: Node) -> str:
        """Return the source of a node."""
        return self.source[node.start_byte : node.end_byte].decode()

    def name(self, node: Node) -> str:
        """Return the source of a name; the grammar takes scoped ones where Terraform takes plain ones only."""
        text = self.text(node)
        if "::" in text:
            raise Refused(SCOPE, node.start_byte)
        return text

    def keyword(self, node: Node) -> None:
        """Refuse a keyword that runs into the next word."""
        if _WORD.match(self.source, node.end_byte):
            raise Refused(KEYWORD.using(word=node.type), node.start_byte)

    def expression(self, node: Node, *, loose: bool = False) -> Expression:
        """Return the tree of an expression node, or raise Refused."""
        children = [child for child in node.children if child.type != "comment"]
        if not loose:
            for left, right in pairwise(children):
                if node.type not in _BRACKETED and left.type != "(" and right.type != ")":
                    self.same_line(left.end_byte, right.start_byte)
        kind = node.type
        if kind in {"expression", "expr_term", "literal_value", "collection_value", "template_expr", "for_expr"}:
            return self._chain(children, loose=loose)
        if kind == "operation":
            return self.expression(children[0], loose=loose)
        method = getattr(self, f"_{kind}", None)
        if method is None:
            raise Refused(UNREADABLE, node.start_byte)
        result: Expression = method(node, children, loose)
        return result

    def _chain(self, children: list[Node], *, loose: bool) -> Expression:
        """A term and what is applied to it: attributes, indexes, splats; or a parenthesised expression."""
        if children[0].type == "(":
            if len(children) < 3:
                raise Refused(EMPTY, children[0].start_byte)
            term, rest = self.expression(children[1], loose=True), children[3:]
        else:
            term, rest = self.expression(children[0], loose=loose), children[1:]
        return self._steps(term, rest, loose=loose) if rest else term

    def _steps(self, term: Expression, rest: list[Node], *, loose: bool) -> Expression:
        for position, node in enumerate(rest):
            if node.type == "splat":
                return self._splat(term, node, rest[position + 1 :], loose=loose)
            term = self._step(term, node, loose=loose)
        return term

    def _splat(self, term: Expression, node: Node, rest: list[Node], *, loose: bool) -> Expression:
        """`[*]` takes every step after it into each element, `.*` attributes only."""
        inner = next(child for child in node.children if child.type != "comment")
        self._check_lines(inner.children, loose=loose)
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
        key = numbers.parse(_COMMENT.sub(b"", self.source[node.start_byte : node.end_byte]).decode().strip(". \t\r\n"))
        if key is None:
            raise Refused(NUMBER, node.start_byte)
        return Literal(number(key), node.start_byte)

    def _variable_expr(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Traversal(self.name(node), (), node.start_byte)

    def _numeric_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        parsed = numbers.parse(self.text(node))
        if parsed is None:
            raise Refused(NUMBER, node.start_byte)
        return Literal(number(parsed), node.start_byte)

    def _bool_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Literal(TRUE if self.text(node) == "true" else FALSE, node.start_byte)

    def _null_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Literal(NULL, node.start_byte)

    def _string_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return lower_template(self, node)

    _quoted_template = _heredoc_template = _string_lit

    def _unary_operation(self, node: Node, children: list[Node], loose: bool) -> Expression:
        return Unary(self.text(children[0]), self._chain(children[1:], loose=loose), node.start_byte)

    def _binary_operation(self, node: Node, children: list[Node], loose: bool) -> Expression:
        at = next(i for i, child in enumerate(children) if child.type in _OPERATORS)
        left, right = self._chain(children[:at], loose=loose), self._chain(children[at + 1 :], loose=loose)
        return Binary(children[at].type, left, right, node.start_byte)

    def _conditional(self, node: Node, children: list[Node], loose: bool) -> Expression:
        """Chain conditionals to the right as Terraform does: the grammar takes `a ? b : c ? d : e` the other way."""
        branches = [self.expression(children[2], loose=loose), self.expression(children[4], loose=loose)]
        condition = children[0]
        while (inner := self._bare_conditional(condition)) is not None:
            parts = [child for child in inner.children if child.type != "comment"]
            self._check_lines(parts, loose=loose)
            test = self.expression(parts[4], loose=loose)
            chained = Conditional(test, branches[0], branches[1], parts[4].start_byte)
            branches = [self.expression(parts[2], loose=loose), chained]
            condition = parts[0]
        return Conditional(self.expression(condition, loose=loose), branches[0], branches[1], node.start_byte)

    def _bare_conditional(self, node: Node) -> Node | None:
        """Return the conditional that an expression is without parentheses around it."""
        inner = [child for child in node.children if child.type != "comment"]
        return inner[0] if len(inner) == 1 and inner[0].type == "conditional" else None

    def _check_lines(self, parts: list[Node], *, loose: bool) -> None:
        if not loose:
            for left, right in pairwise(parts):
                self.same_line(left.end_byte, right.start_byte)

    def _function_call(self, node: Node, children: list[Node], loose: bool) -> Expression:
        opening = next(i for i, child in enumerate(children) if child.type == "(")
        if not loose:
            self.same_line(node.start_byte, children[opening].start_byte)
        name = re.sub(r"\s", "", self.text(children[0]))
        if "::" in name and not all(map(_is_name, name.split("::"))):
            raise Refused(SCOPE, node.start_byte)
        arguments: list[Expression] = []
        expand = False
        for child in children[opening + 1 :]:
            if child.type == "function_arguments":
                inner = [c for c in child.children if c.type == "expression"]
                arguments = [self.expression(c, loose=True) for c in inner]
                expand = any(c.type == "ellipsis" for c in child.children)
        return Call(name, tuple(arguments), expand, node.start_byte)

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
        name = Literal(string(word), key.start_byte) if _is_name(word) else self.expression(key)
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
