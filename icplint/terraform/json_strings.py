"""What a JSON string says where a template, a plain string or an expression is expected, each part with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from icplint.model.text import Text
from icplint.terraform.json_document import String, decoded
from icplint.terraform.parse import parse_expression
from icplint.terraform.relocation import moved
from icplint.terraform.syntax import Expression, Literal, Refused, Template, TemplateFor, TemplateIf, Traversal
from icplint.terraform.values import string

_TEMPLATE: Final = Text(
    en="this is no template: write an expression between ${ and }, or $${ for what is none",
    zh="这不是有效的模板：${ 与 } 之间应为表达式；若不是模板，请写作 $${",
)
_PIECE: Final = re.compile(rb"(?:\\u[dD][89abAB]..)?\\u....|\\.|[^\\]+", re.DOTALL)
_REFERENCE: Final = re.compile(r"\$\{([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+)\}", re.ASCII)
_WRAPPED: Final = len("x = (")
"""Where an expression starts for the parser."""


def literal(node: String, _source: bytes) -> Expression:
    """Return the string itself."""
    return Literal(string(node.text), node.start)


def code(node: String, source: bytes) -> Expression:
    """Return the expression that the string spells; raises Refused."""
    return _parsed(node.text.encode(), 0, node, source)


def template(node: String, source: bytes) -> Expression:
    """Return the template; a lone `${x}` is x itself. Raises Refused.

    It is read as a heredoc, in which quotes and backslashes mean nothing either.
    """
    if "${" not in node.text and "%{" not in node.text:
        return Literal(string(node.text), node.start)
    if simple := _REFERENCE.fullmatch(node.text):  # most are: no parser is needed for them
        root, *steps = simple[1].split(".")
        return Traversal(root, tuple(steps), node.start + len('"${'))
    delimiter = "END"
    while delimiter in node.text:
        delimiter += "_"
    opening = f"<<{delimiter}\n"
    wrapped = f"{opening}{node.text}\n{delimiter}".encode()
    try:
        return _without_newline(_parsed(wrapped, len(opening), node, source))
    except Refused as refused:
        if refused.start > node.start + 1:
            raise
        first = min(at for at in (node.text.find("${"), node.text.find("%{")) if at >= 0)
        raise Refused(_TEMPLATE, _places(node, source)(len(node.text[:first].encode()))) from None


def _parsed(wrapped: bytes, before: int, node: String, source: bytes) -> Expression:
    """Return the tree of an expression in which the string's text starts at `before`."""
    at = _places(node, source)
    try:
        tree = parse_expression(wrapped)
    except Refused as refused:
        raise Refused(refused.text, at(refused.start - before)) from None
    found: Expression = moved(tree, lambda start: at(start - before - _WRAPPED))
    return found


def _places(node: String, source: bytes) -> Callable[[int], int]:
    """Return what tells where in the source a byte of the text was written."""
    first, last = node.start + 1, node.end - 1
    raw = source[first:last]
    if b"\\" not in raw:
        return lambda offset: min(max(first + offset, node.start), last)
    places: list[int] = []
    for piece in _PIECE.finditer(raw):
        size = len(decoded(piece[0]).encode())
        escaped = piece[0].startswith(b"\\")
        places += [first + piece.start()] * size if escaped else range(first + piece.start(), first + piece.end())
    places.append(last)
    return lambda offset: places[min(max(offset, 0), len(places) - 1)]


def _without_newline(node: Expression) -> Expression:
    """Take back the newline that a heredoc needs; what is left may be an interpolation alone."""
    match node:
        case Literal(value):
            return Literal(string(value.raw.removesuffix("\n")), node.start)
        case Template((*parts, Literal(value))) if value.raw.endswith("\n"):
            rest = value.raw.removesuffix("\n")
            kept = (*parts, Literal(string(rest), node.start)) if rest else tuple(parts)
            if len(kept) == 1 and not isinstance(kept[0], TemplateIf | TemplateFor):
                return kept[0]
            return Template(kept, node.start)
    return node
