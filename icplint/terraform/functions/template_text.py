"""Rendering the text of a template: it is read as a heredoc, whose rules are a template file's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from icplint.terraform.functions.function import Context, RefusalError, quoted
from icplint.terraform.parse import parse_expression
from icplint.terraform.scope import Child, Empty, evaluate
from icplint.terraform.syntax import (
    Expression,
    ForObject,
    ForTuple,
    Literal,
    Refused,
    Template,
    TemplateFor,
    TemplateIf,
    Traversal,
)
from icplint.terraform.values import EvaluationError, Value, string

_OPENING: Final = b"<<END_OF_TEMPLATE\n"
_CLOSING: Final = b"END_OF_TEMPLATE"
_WRAPPED: Final = 5 + len(_OPENING)
"""Where the text starts for the parser."""

_RETURN: Final = "\uf8ff"
"""Stands for a carriage return, which a heredoc would lose; what is for private use is not in a template."""


def rendered(name: str, text: str, source: str, variables: Value, context: Context) -> Value:
    """Return what the template makes of a known map of variables.

    `name` is the function that renders, `source` what messages call the text.
    """
    node = _parsed(text.replace("\r\n", f"{_RETURN}\n"), source)
    for reference in _references(node, frozenset()):
        if reference.root not in variables.raw:
            place = f"{source}:{_place(text, reference)}"
            raise RefusalError(f"vars map does not contain key {quoted(reference.root)}, referenced at {place}", 1)
    try:
        found = evaluate(node, Child(variables.raw, Empty(replace(context, within=name))))
    except EvaluationError as error:
        raise RefusalError(f"{source}: {str(error).removesuffix('.')}") from None
    return string(found.raw.replace(_RETURN, "\r")).marked(found.marks) if isinstance(found.raw, str) else found


def _parsed(text: str, source: str) -> Expression:
    ended = text.endswith("\n")
    try:
        node = parse_expression(_OPENING + (text if ended else f"{text}\n").encode() + _CLOSING)
    except Refused as refused:
        raise RefusalError(f"{source}: {refused.text.say('en')}") from None
    return node if ended else _without_newline(node)


def _without_newline(node: Expression) -> Expression:
    """Take back the newline that a heredoc needs; what is left may be an interpolation alone, which is no string."""
    match node:
        case Literal(value):
            return Literal(string(value.raw.removesuffix("\n")), node.start)
        case Template((*parts, Literal(value))) if value.raw.endswith("\n"):
            rest = value.raw.removesuffix("\n")
            if not rest and len(parts) == 1 and not isinstance(parts[0], TemplateIf | TemplateFor):
                return parts[0]
            return Template((*parts, Literal(string(rest), node.start)), node.start)
    return node


def _references(node: Any, bound: frozenset[str]) -> Iterator[Traversal]:
    """Yield the references of a tree to names that are not bound inside."""
    match node:
        case Traversal():
            yield from () if node.root in bound else (node,)
        case ForTuple() | ForObject() | TemplateFor():
            yield from _references(node.collection, bound)
            inner = bound | {node.value, node.key or node.value}
            yield from _references(node[3:], inner)
        case tuple():
            for part in node:
                yield from _references(part, bound)


def _place(text: str, reference: Traversal) -> str:
    """Return line and columns of a reference's first name."""
    before = text.encode()[: max(reference.start - _WRAPPED, 0)].decode(errors="replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return f"{line},{column}-{column + len(reference.root)}"
