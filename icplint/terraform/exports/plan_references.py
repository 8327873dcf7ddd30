"""The expressions of a plan's `configuration`: constants, and references without what is between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from icplint.model.regex import regex
from icplint.terraform.exports.document import listed

_STEP: Final = regex(r'\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]|[^.\[\]]+')


def is_leaf(expression: Any) -> bool:
    """Return whether it is an expression, not a nested block: a block may have an argument called `references`."""
    return isinstance(expression, dict) and (
        "constant_value" in expression or isinstance(expression.get("references"), list)
    )


def whole_references(expression: Any) -> Iterator[str]:
    """Yield each reference of an expression or block, without the prefixes that follow it.

    Source: Terraform's internal/command/jsonconfig/expression.go, which lists `a.b[0].c`, `a.b[0]`, `a.b`.
    """
    if is_leaf(expression):
        named = [r for r in listed(expression.get("references")) if isinstance(r, str)]
        yield from (r for before, r in pairwise(["", *named]) if not before.startswith((f"{r}.", f"{r}[")))
    elif isinstance(expression, dict | list):
        for inner in expression.values() if isinstance(expression, dict) else expression:
            yield from whole_references(inner)


def steps_of(reference: str) -> list[str]:
    """Return the names and the bracketed keys that a reference is made of: `a.b["x"].c` has four."""
    return _STEP.findall(reference)
