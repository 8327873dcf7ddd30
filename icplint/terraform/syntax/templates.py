"""Quoted strings and heredocs: literals, interpolations, directives, strip markers, indentation.

Follows hclsyntax's parser_template.go: literal tokens end at newlines, a strip marker trims the literal token beside
it, and `<<-` takes away the smallest indentation of the lines that are not blank.
"""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING
from typing import Literal as OneOf

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.lower_source import SourceLowering
from icplint.terraform.syntax.tree import Expression, Literal, Refused, Template, TemplateFor, TemplateIf
from icplint.terraform.values.value import string

if TYPE_CHECKING:
    from tree_sitter import Node

_ESCAPE = regex(r'\\(?:([nrt"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))|([$%])\4\{')
_SURROGATES = range(0xD800, 0xE000)
_SPACES = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""What Go's unicode.IsSpace holds of; Python's strip takes four more."""

_LINES = regex(r"[^\n]*\n|[^\n]+")
_OPENING = regex(rb"<<-?([A-Za-z_\x80-\xff][\w\x80-\xff-]*)\r?\n")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
QUOTED_NEWLINE = Text(en="a quoted string cannot go on in the next line", zh="带引号的字符串不能跨行")
HEREDOC = Text(
    en="a heredoc begins with << or <<-, its marker, and nothing else in that line",
    zh="heredoc 的首行应为 << 或 <<- 加结束标记，且之后不能有其他内容",
)
STRIP = Text(en="a strip marker (~) stands beside the braces", zh="去空白标记（~）必须紧靠花括号")
_EMPTY = Text(en="an expression is missing", zh="此处缺少表达式")
ESCAPE = Text(en="{code} is no escape sequence", zh="{code} 不是转义序列")
DIRECTIVE = Text(en="this template directive does not belong here", zh="此处的模板指令不成对")


@dataclass(slots=True)
class _Token:
    """A literal, an interpolation, or one of the directives' words."""

    kind: OneOf["literal", "value", "if", "else", "endif", "for", "endfor"]
    start: int
    text: str = ""
    node: Node | None = None
    strip_before: bool = False
    strip_after: bool = False


def unescape(text: str, start: int, *, quoted: bool = True) -> str:
    """Return what a literal part of a template stands for; heredocs know no backslash escapes."""

    def replace(match: re.Match[str]) -> str:
        letter, short, long, sigil = match.groups()
        if sigil:
            return f"{sigil}{{"
        if not quoted:
            return match.group()
        if letter:
            return _PLAIN[letter]
        code = int(short or long, 16)
        if code in _SURROGATES or code > sys.maxunicode:
            raise Refused(ESCAPE.using(code=match.group()), start)
        return chr(code)

    return _ESCAPE.sub(replace, text)


def lower_template(lowering: SourceLowering, node: Node) -> Expression:
    """Return a Literal where the template is one, else a Template; a lone `"${x}"` is x itself."""
    heredoc = node.type == "heredoc_template"
    tokens = _tokens(lowering, node, heredoc=heredoc)
    if heredoc:
        _check_heredoc(lowering.source, node, tokens)
    _strip(tokens)
    if heredoc and lowering.source[node.start_byte : node.start_byte + 3] == b"<<-":
        _outdent(tokens)
    parts = _Assembly(lowering, tokens).parts(())
    if not parts:
        return Literal(string(""), node.start_byte)
    if all(token.kind == "literal" for token in tokens) or (not heredoc and [t.kind for t in tokens] == ["value"]):
        return parts[0]._replace(start=node.start_byte) if isinstance(parts[0], Literal) else parts[0]
    return Template(parts, node.start_byte)


def _check_heredoc(source: bytes, node: Node, tokens: list[_Token]) -> None:
    """Refuse an opening that is not one to Terraform, and what it would take for the end, as in the midst of an if."""
    opening = _OPENING.match(source, node.start_byte)
    if opening is None or not source.endswith(opening[1], node.start_byte, node.end_byte):
        raise Refused(HEREDOC, node.start_byte)
    marker, fresh = opening[1].decode(), True
    for token in tokens:
        whole = token.kind == "literal" and token.text.endswith("\n")
        if fresh and whole and token.text.strip(_SPACES) == marker:
            raise Refused(DIRECTIVE, token.start)
        fresh = whole


def _tokens(lowering: SourceLowering, node: Node, *, heredoc: bool) -> list[_Token]:
    source = lowering.source
    if heredoc:
        opening = source.index(b"\n", node.start_byte) + 1
        closing = source.rfind(b"\n", node.start_byte, node.end_byte) + 1
    else:
        opening, closing = node.start_byte + 1, node.end_byte - 1
    tokens: list[_Token] = []
    position = opening
    for part in _parts(node):
        tokens += _literals(lowering, position, part.start_byte, heredoc=heredoc)
        tokens.append(_token(lowering, part))
        position = part.end_byte
    return tokens + _literals(lowering, position, max(closing, position), heredoc=heredoc)


def _parts(node: Node) -> list[Node]:
    """Return interpolations and directives in the order of the source, whatever the grammar nests in what."""
    found: list[Node] = []
    for child in node.children:
        if child.type == "template_interpolation" or child.type in _WORDS:
            found.append(child)
        elif child.type in {"template_directive", "template_if", "template_for"}:
            found += _parts(child)
    return found


_KEYWORDS = frozenset({"if", "else", "endif", "for", "in", "endfor"})
_WORDS: dict[str, OneOf["if", "else", "endif", "for", "endfor"]] = {
    "template_if_intro": "if",
    "template_else_intro": "else",
    "template_if_end": "endif",
    "template_for_start": "for",
    "template_for_end": "endfor",
}


def _token(lowering: SourceLowering, node: Node) -> _Token:
    source = lowering.source
    for child in node.children:
        if child.type in _KEYWORDS:
            lowering.keyword(child)
        elif child.type == "strip_marker" and node.start_byte + 2 != child.start_byte != node.end_byte - 2:
            raise Refused(STRIP, child.start_byte)
    return _Token(
        _WORDS.get(node.type, "value"),
        node.start_byte,
        node=node,
        strip_before=source[node.start_byte + 2 : node.start_byte + 3] == b"~",
        strip_after=source[node.end_byte - 2 : node.end_byte - 1] == b"~",
    )


def _literals(lowering: SourceLowering, start: int, end: int, *, heredoc: bool) -> list[_Token]:
    raw = lowering.source[start:end].decode()
    if not raw:
        return []
    if not heredoc:
        if "\n" in raw:
            raise Refused(QUOTED_NEWLINE, start)
        if '"' in raw and '"' in _ESCAPE.sub("", raw):  # the grammar takes it for text where a directive is open
            raise Refused(DIRECTIVE, start)
        return [_Token("literal", start, unescape(raw, start))]
    return [_Token("literal", start, unescape(line, start, quoted=False)) for line in _LINES.findall(raw)]


def _strip(tokens: list[_Token]) -> None:
    for before, token in pairwise(tokens):
        if token.kind == "literal" and before.strip_after:
            token.text = token.text.lstrip(_SPACES)
        if before.kind == "literal" and token.strip_before:
            before.text = before.text.rstrip(_SPACES)


def _outdent(tokens: list[_Token]) -> None:
    fresh, indents, lines = True, [], []
    for token in tokens:
        if fresh:
            fresh = False
            if token.kind != "literal":
                indents.append(0)
            elif token.text.strip(_SPACES) or not token.text.endswith("\n"):
                indents.append(len(token.text) - len(token.text.lstrip(_SPACES)))
                lines.append(token)
        if token.kind == "literal" and token.text.endswith("\n"):
            fresh = True
    smallest = min(indents, default=0)
    for token in lines:
        token.text = token.text[smallest:]


class _Assembly:
    """Builds the tree of parts from the flat tokens."""

    def __init__(self, lowering: SourceLowering, tokens: list[_Token]) -> None:
        self.lowering = lowering
        self.tokens = tokens
        self.at = 0

    def parts(self, until: tuple[str, ...]) -> tuple[Expression, ...]:
        """Return the parts up to a directive in `until`, consecutive literals melded."""
        found: list[Expression] = []
        while self.at < len(self.tokens) and self.tokens[self.at].kind not in until:
            if self.tokens[self.at].kind == "literal":
                found += self._text()
                continue
            token = self.tokens[self.at]
            self.at += 1
            if token.kind == "value":
                found.append(self._value(token))
            elif token.kind == "if":
                found.append(self._if(token))
            elif token.kind == "for":
                found.append(self._for(token))
            else:
                self._refuse(DIRECTIVE, token.start)
        return tuple(found)

    def _text(self) -> list[Literal]:
        """Return the literals that come next as one; none where nothing is left of them."""
        start = self.at
        while self._next() == "literal":
            self.at += 1
        text = "".join(token.text for token in self.tokens[start : self.at])
        return [Literal(string(text), -1)] if text else []

    def _value(self, token: _Token) -> Expression:
        inner = self._inner(token)
        if not inner:
            self._refuse(_EMPTY, token.start)
        return self.lowering.expression(inner[0], loose=True)

    def _if(self, token: _Token) -> Expression:
        condition = self._value(token)
        then = Template(self.parts(("else", "endif")), token.start)
        otherwise = Template((), token.start)
        if self._next() == "else":
            self.at += 1
            otherwise = Template(self.parts(("endif",)), token.start)
        if self._next() != "endif":
            self._refuse(DIRECTIVE, token.start)
        self.at += 1
        return TemplateIf(condition, then, otherwise, token.start)

    def _for(self, token: _Token) -> Expression:
        assert token.node is not None
        names = [self.lowering.text(c) for c in token.node.children if c.type == "identifier"]
        collection = self._value(token)
        body = Template(self.parts(("endfor",)), token.start)
        if self._next() != "endfor":
            self._refuse(DIRECTIVE, token.start)
        self.at += 1
        return TemplateFor(names[0] if len(names) > 1 else None, names[-1], collection, body, token.start)

    def _next(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def _inner(self, token: _Token) -> list[Node]:
        assert token.node is not None
        return [child for child in token.node.children if child.type == "expression"]

    def _refuse(self, text: Text, start: int) -> None:
        raise Refused(text, start)
