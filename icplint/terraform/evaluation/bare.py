"""Which arguments hold bare words and numbers only, as their syntax tells: none but the names in it is evaluated.

A bare text has no dot, no colon and no line: it is no host name, no address and no document, and what is made of bare
texts by the functions named here is bare, too. It costs a small part of what evaluation does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from icplint.model.regex import regex
from icplint.terraform.evaluation.scope import Scope
from icplint.terraform.syntax.tree import (
    Body,
    Deep,
    Expression,
    ForObject,
    ForTuple,
    FunctionCall,
    Literal,
    ObjectCons,
    TemplateFor,
    Traversal,
)
from icplint.terraform.values import limits
from icplint.terraform.values.value import UnknownReason, Value

_SPEAKING: Final = regex(r"[.:\n\r{\[]")
_SMALL: Final = 256
"""Elements of a value that are looked through."""
_MAKING: Final = frozenset(
    """
    ceil chomp coalesce coalescelist compact concat contains distinct element flatten floor format formatlist indent
    index join jsonencode keys length list lookup lower map max merge min range replace reverse setunion slice sort
    split strrev substr sum title tobool tolist tomap tonumber toset tostring trim trimprefix trimspace trimsuffix try
    upper values zipmap
    """.split()  # noqa: SIM905 - a page of quotation marks is harder to read
)
"""Functions whose results have no dots, colons or lines but those that they were given."""
_ELSEWHERE: Final = frozenset({"data", "ephemeral", "module", "path", "resource", "self"})
_VALUES: Final = frozenset({"count", "each", "local", "terraform", "var"})


class Bare(NamedTuple):
    """Tells of an argument of a block whether it is bare; keys for which `but` holds make it none.

    With `ids` what other resources are called by their ids counts as bare.
    """

    scope: Scope
    but: Callable[[str], bool]
    ids: bool

    def argument(self, body: Body, name: str) -> bool:
        """Return whether an argument, or all nested blocks of that name, are bare; raises EvaluationError."""
        if self.but(name):
            return False
        if attribute := body.attributes.get(name):
            return self._expression(attribute.expression, frozenset())
        blocks = [
            block for block in body.blocks if name in (block.labels if block.kind == "dynamic" else (block.kind,))
        ]
        return all(block.kind != "dynamic" and self._body(block.body) for block in blocks)

    def _body(self, body: Body) -> bool:
        return not any(self.but(name) for name in body.attributes) and all(
            (
                *(self._expression(attribute.expression, frozenset()) for attribute in body.attributes.values()),
                *(self.argument(body, block.kind) for block in body.blocks),
            )
        )

    def _expression(self, node: Expression, bound: frozenset[str]) -> bool:
        match node:
            case Literal():
                return _is_bare(node.value)
            case Traversal():
                return node.root in bound or self._name(node)
            case Deep():
                return False
            case FunctionCall() if node.name not in _MAKING:
                return False
            case ObjectCons():
                if any(self.but(key) for key in _keys(node)):
                    return False
            case ForTuple() | ForObject() | TemplateFor():
                bound |= {node.value, node.key or node.value}
        return all(self._expression(part, bound) for part in _parts(node))

    def _name(self, node: Traversal) -> bool:
        if node.root in _VALUES:
            return _is_bare(self.scope.root(node)[0])
        if node.root in _ELSEWHERE or "." in node.root:
            return False
        return self.ids and node.steps[-1:] == ("id",) and len(node.steps) > 1


def _keys(node: ObjectCons) -> Iterator[str]:
    for key, _ in node.items:
        if isinstance(key, Traversal) and not key.steps:
            yield key.root
        elif isinstance(key, Literal) and isinstance(key.value.raw, str):
            yield key.value.raw


def _parts(node: Any) -> Iterator[Any]:
    """Yield the expressions of which another is made, but for the bare words that are keys of objects."""
    for part in node:
        if isinstance(node, ObjectCons) and isinstance(part, tuple):
            for key, value in part:
                if not (isinstance(key, Traversal) and not key.steps):
                    yield key
                yield value
        elif isinstance(part, tuple):
            yield from (part,) if hasattr(part, "start") else part


def _is_bare(value: Value) -> bool:
    raw = value.raw
    if value.marks or isinstance(raw, UnknownReason) or value.size > _SMALL * limits.CHARACTERS:
        return False
    if isinstance(raw, str):
        return _SPEAKING.search(raw) is None
    if isinstance(raw, tuple):
        return value.size <= _SMALL and all(map(_is_bare, raw))
    if isinstance(raw, dict):
        spoken = any(_SPEAKING.search(key) for key in raw)
        return not spoken and value.size <= _SMALL and all(map(_is_bare, raw.values()))
    return True
