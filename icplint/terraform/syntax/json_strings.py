"""What a JSON string says where a template, a plain string or an expression is expected, each part with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.heredocs import as_heredoc, without_newline
from icplint.terraform.syntax.json_document import String, decoded
from icplint.terraform.syntax.offsets import with_offsets
from icplint.terraform.syntax.parse import EXPRESSION_AT, parse_expression
from icplint.terraform.syntax.tree import Expression, Literal, Refused, Traversal
from icplint.terraform.values.value import string

_TEMPLATE: Final = Text(
    en="this is no template: write an expression between ${ and }, or $${ for what is none",
    zh="这不是有效的模板：${ 与 } 之间应为表达式；若不是模板，请写作 $${",
)
_PIECE: Final = regex(rb"(?:\\u[dD][89abAB]..)?\\u....|\\.|[^\\]+", re.DOTALL)
_REFERENCE: Final = regex(r"\$\{([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+)\}", re.ASCII)


def literal(node: String, _source: bytes) -> Expression:
    """Return the string itself."""
    return Literal(string(node.text), node.start)


def code(node: String, source: bytes) -> Expression:
    """Return the expression that the string spells; raises Refused."""
    return _parsed(node.text.encode(), 0, node, source)


def template(node: String, source: bytes) -> Expression:
    """Return the template; a lone `${x}` is x itself. Raises Refused."""
    if "${" not in node.text and "%{" not in node.text:
        return Literal(string(node.text), node.start)
    if simple := _REFERENCE.fullmatch(node.text):  # most are: no parser is needed for them
        root, *steps = simple[1].split(".")
        return Traversal(root, tuple(steps), node.start + len('"${'))
    wrapped, opening = as_heredoc(node.text)
    try:
        return without_newline(_parsed(wrapped, opening, node, source))
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
    found: Expression = with_offsets(tree, lambda start: at(start - before - EXPRESSION_AT))
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
