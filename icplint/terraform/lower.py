"""tree-sitter's concrete tree -> syntax tree, refusing what Terraform's parser refuses and the grammar lets pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icplint.model.text import Text
from icplint.terraform import numbers
from icplint.terraform.syntax import (
    Attribute,
    Binary,
    Block,
    Body,
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
    SyntaxProblem,
    Traversal,
    TupleCons,
    Unary,
)
from icplint.terraform.templates import lower_template, unescape
from icplint.terraform.values import FALSE, NULL, TRUE, number, string

if TYPE_CHECKING:
    from tree_sitter import Node

_SIMPLE = re.compile(
    rb'([A-Za-z_][\w-]*)[ \t]*=[ \t]*(?:"([^"\\$%\n]*)"|(\d{1,15})|(true|false|null)|([a-z_][\w-]*(?:\.[a-z_][\w-]*)+))'
)
_KEYWORDS = {b"true": TRUE, b"false": FALSE, b"null": NULL}
_COMMENT = re.compile(rb"#[^\n]*|//[^\n]*|/\*.*?\*/", re.DOTALL)

NEWLINE = Text(en="a newline is missing before this", zh="此处之前缺少换行")
NO_NEWLINE = Text(en="an expression cannot go on in the next line outside brackets", zh="括号之外的表达式不能跨行")
ONE_LINE = Text(en="a block on one line may hold one argument only", zh="单行块中只能有一个参数")
BLOCK_HEADER = Text(
    en="a block's opening brace must stand in the line of its type", zh="块的左花括号必须与块类型在同一行"
)
DUPLICATE = Text(en="argument {name} is set twice", zh="参数 {name} 重复设置")
OBJECT_ITEM = Text(en="object items are separated by a comma or a newline", zh="对象元素之间应以逗号或换行分隔")
LABEL = Text(en="a block label is a plain string", zh="块标签必须是普通字符串")
LEGACY = Text(en="attribute splats and numeric attributes cannot be nested", zh="属性 splat 与数字属性不能嵌套")
NUMBER = Text(en="this is not a decimal number", zh="此处不是十进制数字")
EMPTY = Text(en="an expression is missing", zh="此处缺少表达式")
UNREADABLE = Text(en="this cannot be read as Terraform", zh="无法按 Terraform 语法读取")


class Lowering:
    """Walks one file's concrete tree. Problems are collected; a block that has one is left out."""

    def __init__(self, source: bytes) -> None:
        self.source = source
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
        self._same_line(name.end_byte, value.start_byte)
        return Attribute(self._text(name), self.expression(value), start, value.start_byte, end)

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
        self._same_line(node.start_byte, children[opening].start_byte, BLOCK_HEADER)
        for label in children[1:opening]:
            text = self._text(label)
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
        return Block(self._text(children[0]), tuple(labels), body, node.start_byte, node.end_byte)

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

    def _same_line(self, start: int, end: int, text: Text = NO_NEWLINE) -> None:
        if self.source.find(b"\n", start, end) >= 0:
            raise Refused(text, end)

    def _text(self, node: Node) -> str:
        return self.source[node.start_byte : node.end_byte].decode()

    # Expressions. `loose` says that brackets around allow newlines.

    def expression(self, node: Node, *, loose: bool = False) -> Expression:
        """Return the tree of an expression node, or raise Refused."""
        children = [child for child in node.children if child.type != "comment"]
        if not loose:
            for left, right in zip(children, children[1:], strict=False):
                if node.type not in _BRACKETED:
                    self._same_line(left.end_byte, right.start_byte)
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
            if len(children) < 3:  # noqa: PLR2004 - "(", expression, ")"
                raise Refused(EMPTY, children[0].start_byte)
            term, rest = self.expression(children[1], loose=True), children[3:]
        else:
            term, rest = self.expression(children[0], loose=loose), children[1:]
        return self._steps(term, rest)

    def _steps(self, term: Expression, rest: list[Node]) -> Expression:
        for position, node in enumerate(rest):
            if node.type == "splat":
                inner = [c for c in node.children if c.type != "comment"][0]
                own = [
                    c for c in inner.children if c.is_named and c.type not in {"comment", "attr_splat", "full_splat"}
                ]
                if inner.type == "full_splat":
                    each = self._steps(SplatItem(node.start_byte), [*own, *rest[position + 1 :]])
                    return Splat(term, each, node.start_byte)
                taken = [*own, *rest[position + 1 :]]
                names = [n for n in taken if n.type == "get_attr" or self._is_legacy(n)]
                reach = len(names) if names == taken[: len(names)] else 0
                if any(n.type == "splat" for n in taken[reach : reach + 1]) and self._dotted(taken[reach]):
                    raise Refused(LEGACY, taken[reach].start_byte)
                each = self._steps(SplatItem(node.start_byte), taken[:reach])
                return self._steps(Splat(term, each, node.start_byte), taken[reach:])
            term = self._step(term, node)
        return term

    def _dotted(self, node: Node) -> bool:
        return self.source[node.start_byte : node.start_byte + 1] == b"."

    def _is_legacy(self, node: Node) -> bool:
        return node.type == "index" and node.children[0].type == "legacy_index"

    def _step(self, term: Expression, node: Node) -> Expression:
        start = node.start_byte
        if node.type == "get_attr":
            name = self._text(node.children[-1])
            if isinstance(term, Traversal):
                return term._replace(steps=(*term.steps, name))
            return GetAttr(term, name, start)
        inner = node.children[0]
        if inner.type == "legacy_index":
            digits = self._text(inner).lstrip(". \t\n")
            if (
                self.source[node.end_byte : node.end_byte + 1] == b"."
                and self.source[node.end_byte + 1 : node.end_byte + 2].isdigit()
            ):
                raise Refused(LEGACY, start)
            key: Expression = Literal(number(int(digits)), start)
        else:
            keys = [c for c in inner.children if c.is_named and c.type != "comment"]
            key = self.expression(keys[0], loose=True)
        if isinstance(term, Traversal) and isinstance(key, Literal):
            return term._replace(steps=(*term.steps, key.value))
        return Index(term, key, start)

    def _variable_expr(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Traversal(self._text(node), (), node.start_byte)

    def _numeric_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        parsed = numbers.parse(self._text(node))
        if parsed is None:
            raise Refused(NUMBER, node.start_byte)
        return Literal(number(parsed), node.start_byte)

    def _bool_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Literal(TRUE if self._text(node) == "true" else FALSE, node.start_byte)

    def _null_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return Literal(NULL, node.start_byte)

    def _string_lit(self, node: Node, _children: list[Node], _loose: bool) -> Expression:
        return lower_template(self, node)

    _quoted_template = _heredoc_template = _string_lit

    def _unary_operation(self, node: Node, children: list[Node], loose: bool) -> Expression:
        return Unary(self._text(children[0]), self._chain(children[1:], loose=loose), node.start_byte)

    def _binary_operation(self, node: Node, children: list[Node], loose: bool) -> Expression:
        at = next(i for i, child in enumerate(children) if child.type in _OPERATORS)
        left, right = self._chain(children[:at], loose=loose), self._chain(children[at + 1 :], loose=loose)
        return Binary(children[at].type, left, right, node.start_byte)

    def _conditional(self, node: Node, children: list[Node], loose: bool) -> Expression:
        condition, _, then, _, otherwise = children
        return Conditional(
            self.expression(condition, loose=loose),
            self.expression(then, loose=loose),
            self.expression(otherwise, loose=loose),
            node.start_byte,
        )

    def _function_call(self, node: Node, children: list[Node], loose: bool) -> Expression:
        opening = next(i for i, child in enumerate(children) if child.type == "(")
        if not loose:
            self._same_line(node.start_byte, children[opening].start_byte)
        name = "".join(self._text(child) for child in children[:opening])
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
        elements = [child for child in children if child.type == "object_elem"]
        for left, right in zip(elements, elements[1:], strict=False):
            between = _COMMENT.sub(b"", self.source[left.end_byte : right.start_byte]).lstrip(b" \t\r")
            if not between[:1] in {b",", b"\n"} or between[1:].strip():
                raise Refused(OBJECT_ITEM, right.start_byte)
        return ObjectCons(tuple(self._object_item(element) for element in elements), node.start_byte)

    def _object_item(self, element: Node) -> tuple[Expression, Expression]:
        key, _, value = (child for child in element.children if child.type != "comment")
        self._same_line(key.end_byte, value.start_byte)
        name: Expression
        if (word := self._bare_word(key)) is not None:
            name = Literal(string(word), key.start_byte)
        else:
            name = self.expression(key)
        return name, self.expression(value)

    def _bare_word(self, key: Node) -> str | None:
        """An unquoted, unparenthesised name as object key stands for itself."""
        text = self._text(key)
        return text if re.fullmatch(r"[^\W\d][\w-]*", text) else None

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
        names = [self._text(c) for c in intro.children if c.type == "identifier"]
        collection = next(c for c in intro.children if c.type == "expression")
        key = names[0] if len(names) > 1 else None
        return key, names[-1], self.expression(collection, loose=True)

    def _for_cond(self, children: list[Node]) -> Expression | None:
        for child in children:
            if child.type == "for_cond":
                return self.expression(next(c for c in child.children if c.type == "expression"), loose=True)
        return None


_OPERATORS = frozenset({"+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"})
_BRACKETED = frozenset(
    {
        "tuple", "object", "function_call", "function_arguments", "for_tuple_expr", "for_object_expr", "for_expr",
        "collection_value", "heredoc_template", "quoted_template", "string_lit", "template_expr", "literal_value",
    }
)  # fmt: skip
