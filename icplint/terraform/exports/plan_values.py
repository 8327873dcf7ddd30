"""What a resource will be after a plan, with an Unknown wherever `after_unknown` says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from icplint.model.unknown import Unknown
from icplint.terraform.exports.document import dig, listed
from icplint.terraform.exports.plan_references import is_leaf
from icplint.terraform.exports.sensitive import holds_true

Explain = Callable[[list[Any], str], Unknown]
"""Returns the Unknown of what expressions made for the argument of a name."""

_DYNAMIC: Final = {"references": ["each.value"]}
"""Stands for the expressions of a `dynamic` block, of which a plan says nothing."""


class PlannedValues(Mapping[str, Any]):
    """What a resource will be; where an unknown comes from is looked up when somebody asks for it."""

    __slots__ = ("_after", "_explain", "_expressions", "_marks", "_ready")

    def __init__(self, after: dict[str, Any], marks: Any, expressions: Any, explain: Explain) -> None:
        self._after = after
        told = marks.items() if isinstance(marks, dict) else ()
        self._marks = {name: mark for name, mark in told if mark is True or (mark and holds_true(mark))}
        self._expressions = expressions
        self._explain = explain
        self._ready: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._marks:
            return self._after[name]
        if name not in self._ready:
            written = _below([self._expressions], name)
            self._ready[name] = _overlaid(self._after.get(name), self._marks[name], written, self._explain, name)
        return self._ready[name]

    def __contains__(self, name: object) -> bool:
        return name in self._after or name in self._marks

    def __iter__(self) -> Iterator[str]:
        return iter({**self._after, **self._marks})

    def __len__(self) -> int:
        return len(self._after.keys() | self._marks.keys())

    def __repr__(self) -> str:
        return repr(dict(self))


def _overlaid(value: Any, mark: Any, written: list[Any], explain: Explain, name: str) -> Any:
    """Put an Unknown wherever `mark` has true; `written` are the expressions or blocks that `value` may be made of."""
    if mark is True:
        return explain(written, name)
    if not holds_true(mark):
        return value
    if isinstance(value, Unknown):  # sensitive as a whole, as a set is that has one sensitive element
        return replace(value, refs=explain(written, name).refs, open=True)
    written = written or [_DYNAMIC]
    if isinstance(mark, dict):
        inside = value if isinstance(value, dict) else {}
        marked = {name: m for name, m in mark.items() if holds_true(m)}
        return {**inside, **{n: _overlaid(inside.get(n), m, _below(written, n), explain, n) for n, m in marked.items()}}
    items = [*listed(value), *[None] * (len(mark) - len(listed(value)))]
    marks = [*mark, *[None] * (len(items) - len(mark))]
    parts = [written] * len(items) if all(map(is_leaf, written)) else _paired(items, marks, written)
    return [_overlaid(v, m, w, explain, name) for v, m, w in zip(items, marks, parts, strict=True)]


def _below(written: list[Any], name: str) -> list[Any]:
    """Return the expressions of one argument; an expression that makes a whole object is each argument's."""
    return [w if is_leaf(w) else w[name] for w in _blocks(written) if is_leaf(w) or name in w]


def _blocks(written: list[Any]) -> list[Any]:
    return [block for w in written for block in (w if isinstance(w, list) else [w]) if isinstance(block, dict)]


def _paired(items: list[Any], marks: list[Any], written: list[Any]) -> list[list[Any]]:
    """Return for each item the blocks it may come from: sets are not in the author's order, but constants tell."""
    blocks = _blocks(written)
    fits = [[b for b in blocks if _fits(b, item, mark)] for item, mark in zip(items, marks, strict=True)]
    if len(items) > len(blocks):
        return [[*f, _DYNAMIC] for f in fits]
    for _ in items if len(items) == len(blocks) else ():
        taken = {id(f[0]) for f in fits if len(f) == 1}
        fits = [[b for b in f if len(f) == 1 or id(b) not in taken] or f for f in fits]
    return [f or [_DYNAMIC] for f in fits]


def _fits(block: Any, item: Any, mark: Any) -> bool:
    for name, expression in block.items():
        constant, value = dig(expression, "constant_value"), dig(item, name)
        if isinstance(constant, str | int | float) and not isinstance(value, Unknown):
            same = str(value).lower() == str(constant).lower()  # true is "true" where the schema says string
            if not same or dig(mark, name) is True:
                return False
    return True
