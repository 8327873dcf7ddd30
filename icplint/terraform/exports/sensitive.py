"""Marks beside the values of a plan or state: what is sensitive, what is unknown."""

from __future__ import annotations

from typing import Any, Final

from icplint.model.unknown import Unknown
from icplint.terraform.exports.document import dig
from icplint.terraform.values import reasons

SECRET: Final = Unknown(reasons.SENSITIVE)


def concealed(values: dict[str, Any], marks: Any) -> dict[str, Any]:
    """Return `values` with an Unknown wherever `marks` has true; what is null or unmarked stays, shared, not copied."""
    return _named(values, _masked(values, marks))


def _masked(value: Any, marks: Any) -> Any:
    if marks is True:
        return None if value is None else SECRET
    if isinstance(marks, dict) and isinstance(value, dict):
        hidden = {k: _masked(value[k], m) for k, m in marks.items() if k in value and holds_true(m)}
        return {**value, **hidden} if hidden else value
    if isinstance(marks, list) and isinstance(value, list) and holds_true(marks):
        return [_masked(v, marks[n] if n < len(marks) else None) for n, v in enumerate(value)]
    return value


def _named(values: dict[str, Any], hidden: Any) -> dict[str, Any]:
    """Keep the names of the attributes where a resource is hidden as a whole."""
    return hidden if isinstance(hidden, dict) else dict.fromkeys(values, SECRET)


def holds_true(marks: Any) -> bool:
    """Return whether a tree of marks (`after_unknown`, `sensitive_values`) has a true anywhere."""
    if isinstance(marks, dict):
        marks = marks.values()
    elif not isinstance(marks, list):
        return marks is True
    return any(mark is True or (bool(mark) and holds_true(mark)) for mark in marks)


def at_paths(values: dict[str, Any], paths: list[Any]) -> dict[str, Any]:
    """Return `values` with an Unknown wherever one of the paths of `sensitive_attributes` leads."""
    for path in paths:
        values = _named(values, _without(values, path if isinstance(path, list) else []))
    return values


def _without(value: Any, path: list[Any]) -> Any:
    """Return `value` with what `path` leads to hidden; all of it, where the path cannot be followed (into a set)."""
    if not path or value is None:
        return None if value is None else SECRET
    step = dig(path[0], "value")
    if dig(path[0], "type") == "index":
        step = dig(step, "value")
    if isinstance(value, dict) and isinstance(step, str):
        return {**value, step: _without(value[step], path[1:])} if step in value else value
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return [_without(v, path[1:]) if n == step else v for n, v in enumerate(value)]
    return SECRET
