"""Unknown values of which something is known nevertheless (go-cty's refinements): what follows from it."""

from __future__ import annotations

import dataclasses
from typing import Final

from icplint.terraform.values.distinct import set_of
from icplint.terraform.values.ranges import ANYWHERE, NOT_NULL, Range
from icplint.terraform.values.types import (
    COLLECTIONS,
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    SetType,
    TupleType,
    Type,
    conforms,
)
from icplint.terraform.values.value import UnknownReason, Value, list_of, map_of, number, unknown, wholly_known

_LONGEST_LIST: Final = 1_000


def range_of(value: Value) -> Range:
    """Return where a value lies; nothing is said of null."""
    if isinstance(value.raw, UnknownReason):
        return value.raw.within
    if value.raw is None:
        return ANYWHERE
    if value.type is STRING:
        return Range(nullable=False, prefix=value.raw)
    if value.type is NUMBER:
        return Range(nullable=False, low=value.raw, high=value.raw)
    if isinstance(value.type, COLLECTIONS) and not may_shrink(value):
        return Range(nullable=False, shortest=len(value.raw), longest=len(value.raw))
    return NOT_NULL


def may_shrink(value: Value) -> bool:
    """Return whether elements of a known collection may turn out to be the same: those of a set, once known."""
    return isinstance(value.type, SetType) and len(value.raw) > 1 and not wholly_known(value)


def never_null(value: Value) -> bool:
    """Return whether a value is sure not to be null."""
    return not value.raw.within.nullable if isinstance(value.raw, UnknownReason) else value.raw is not None


def narrowed(value: Value, within: Range) -> Value:
    """Return an unknown value with what is known of it; where that leaves one value only, the value is known.

    Of what has no type yet nothing can be said.
    """
    if not isinstance(value.raw, UnknownReason) or value.type is DYNAMIC or within == ANYWHERE:
        return value
    if not within.nullable:
        if value.type is NUMBER and within.low == within.high:
            return number(within.low).marked(value.marks)
        if isinstance(value.type, COLLECTIONS) and within.shortest == within.longest:
            of_length = _of_length(value.type, within.shortest, value.raw.without_look())
            if of_length is not None:
                return of_length.marked(value.marks)
    return Value(value.type, dataclasses.replace(value.raw, within=within), value.marks)


def not_null(value: Value) -> Value:
    """Return a value, and that it is not null."""
    if isinstance(value.raw, UnknownReason) and value.raw.within.nullable and value.type is not DYNAMIC:
        return narrowed(value, dataclasses.replace(value.raw.within, nullable=False))
    return value


def _of_length(kind: Type, length: int, reason: UnknownReason) -> Value | None:
    match kind:
        case ListType(element) if length <= _LONGEST_LIST:
            return list_of([unknown(element, reason)] * length, element)
        case SetType(element) if length <= 1:
            return set_of([unknown(element, reason)] * length, element)
        case MapType(element) if length == 0:
            return map_of({}, element)
        case _:
            return None


def converted_range(value: Value, target: Type) -> Range:
    """Return where an unknown value lies once it is converted to another type.

    Source: github.com/zclconf/go-cty, cty/convert, prepareUnknownResult.
    """
    nullable = not never_null(value)
    match value.type, target:
        case (ObjectType(parts), MapType()) | (TupleType(parts), ListType()):
            return Range(nullable=nullable, shortest=len(parts), longest=len(parts))
        case TupleType(parts), SetType():
            return Range(nullable=nullable, shortest=min(len(parts), 1), longest=len(parts))
        case _ if isinstance(value.type, COLLECTIONS) and isinstance(target, COLLECTIONS):
            within = range_of(value)
            shortest = min(within.shortest, 1) if isinstance(target, SetType) else within.shortest
            return Range(nullable=nullable, shortest=shortest, longest=within.longest)
        case _:
            return ANYWHERE if nullable else NOT_NULL


def excluded(value: Value, within: Range, kind: Type) -> bool:
    """Return whether a known value is sure not to be the unknown one of type `kind` that lies in `within`."""
    if value.null:
        return not within.nullable
    if not conforms(value.type, kind):
        return True
    if value.type is STRING:
        return not value.raw.startswith(within.prefix)
    if value.type is NUMBER:
        return bool(value.raw < within.low or value.raw > within.high)
    if isinstance(value.type, COLLECTIONS):
        length = length_range(value)
        return length.high < within.shortest or length.low > within.longest
    return False


def length_range(value: Value) -> Range:
    """Return where the length of a collection lies."""
    if isinstance(value.raw, UnknownReason):
        within = value.raw.within
        return Range(nullable=False, low=within.shortest, high=within.longest)
    most = len(value.raw)
    return Range(nullable=False, low=1 if may_shrink(value) else most, high=most)
