"""Which values are one and the same, and the order in which Terraform keeps those of a set."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from icplint.model.printable import octets
from icplint.terraform.values.types import BOOL, NUMBER, STRING, MapType, SetType, TupleType, Type
from icplint.terraform.values.value import NO_MARKS, UnknownReason, Value, deep_marks, deep_unmarked, wholly_known


def set_of(values: Iterable[Value], element: Type) -> Value:
    """Return a set: equal values once, in Terraform's order; marks of elements move to the set.

    What is not known may turn out to be equal to anything, and is kept.
    """
    marks: frozenset[str] = NO_MARKS
    distinct: dict[Any, Value] = {}
    for value in values:
        marks |= deep_marks(value)
        plain = deep_unmarked(value)
        distinct.setdefault(identity(plain) if wholly_known(plain) else len(distinct), plain)
    ordered = sorted(distinct.values(), key=_set_order)
    return Value(SetType(element), tuple(ordered), marks)


def _set_order(value: Value) -> tuple[Any, ...]:
    """Known first, then unknown, null last; strings by bytes, numbers by size, the rest as go-cty spells it."""
    if value.null:
        return (2,)
    if not value.known:
        return (1,)
    if value.type is STRING:
        return (0, octets(value.raw))
    if value.type in {NUMBER, BOOL}:
        return (0, value.raw)
    return (0, octets(_hashed(value)))


def _hashed(value: Value) -> str:
    """Return what go-cty hashes a value by, which is also how it orders the elements of a set."""
    match value.raw:
        case None:
            return "~"
        case UnknownReason():
            return "?"
        case bool():
            return "T" if value.raw else "F"
        case str():
            return json.dumps(value.raw, ensure_ascii=False)
        case tuple():
            opening, closing = "<>" if isinstance(value.type, TupleType) else "[]"
            return f"{opening}{''.join(f'{_hashed(v)};' for v in value.raw)}{closing}"
        case dict() if isinstance(value.type, MapType):
            return f"{{{''.join(f'{json.dumps(k, ensure_ascii=False)}:{_hashed(v)};' for k, v in value.raw.items())}}}"
        case dict():
            return f"<{''.join(f'{_hashed(v)};' for v in value.raw.values())}>"
        case _:
            return f"{float(value.raw):.10g}"


def identity(value: Value) -> Any:
    """Return something hashable that is equal for values that Terraform holds equal; unknowns equal one another."""
    match value.raw:
        case None:
            return (None,)
        case UnknownReason():
            return ("unknown", str(value.type))
        case tuple():
            return (type(value.type).__name__, tuple(identity(v) for v in value.raw))
        case dict():
            return (type(value.type).__name__, tuple((k, identity(v)) for k, v in value.raw.items()))
        case _:
            return (str(value.type), value.raw)
