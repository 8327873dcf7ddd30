"""Terraform's values: typed, possibly null, unknown or marked (go-cty's model)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.model.unknown import Reference
from icplint.terraform.values import limits
from icplint.terraform.values.budget import METER, refuse_size
from icplint.terraform.values.numbers import Number
from icplint.terraform.values.ranges import ANYWHERE, Range
from icplint.terraform.values.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    Primitive,
    TupleType,
    Type,
    size_of,
)

NO_MARKS: Final[frozenset[str]] = frozenset()
SENSITIVE: Final = frozenset({"sensitive"})


@dataclass(frozen=True, slots=True)
class UnknownReason:
    """Why a value is not known and what it may be: `raw` of an unknown Value.

    It is one of `among` where that is given; a collection of which only that is known holds nothing besides `parts`.
    Else it is exactly what its one reference points at, unless it is `open`: then anything is possible, what `refs`
    point at too, and a text ends in `suffix`, or in exactly what `tail` points at. Of `among` and `parts`, `refs` and
    `open` are the sum. `look` finds an attribute or element of an object that is known in part only (a resource before
    apply). `within` is what Terraform itself knows of the value.
    """

    why: Text
    refs: tuple[Reference, ...] = ()
    open: bool = False
    settle: Text | None = None
    look: Callable[[Value], Value] | None = None
    within: Range = ANYWHERE
    among: tuple[Value, ...] = ()
    parts: tuple[Value, ...] = ()
    suffix: str = ""
    tail: Reference | None = None

    def without_look(self) -> UnknownReason:
        """Return the same reason for a value that passes this one on."""
        if self.look is None and self.within is ANYWHERE:
            return self
        return UnknownReason(
            self.why, self.refs, self.open, self.settle, None, ANYWHERE, self.among, self.parts, self.suffix, self.tail
        )


class Value:
    """A value with its type and marks; never changed once made.

    `raw` is None for null, an Unk for unknown, else: str, int | Fraction | float, bool, a tuple of Values for lists,
    sets (in Terraform's order) and tuples, a dict of Values for maps and objects. `size` counts the elements, and
    theirs: a value that is there twice counts twice, since whoever walks through meets it twice. To make a value costs.
    """

    __slots__ = ("marks", "raw", "size", "type")

    def __init__(self, kind: Type, raw: Any, marks: frozenset[str] = NO_MARKS) -> None:
        self.type = kind
        self.raw = raw
        self.marks = marks
        size = cost = 1
        if isinstance(raw, str):
            size = cost = 1 + (len(raw) if raw.isascii() else 4 * len(raw)) // limits.CHARACTERS
        elif raw and isinstance(raw, tuple | dict):
            size += sum(map(_SIZE, raw if isinstance(raw, tuple) else raw.values()))
            cost += len(raw)
            if size > limits.SIZE:
                refuse_size(limits.SIZE)
        elif not isinstance(kind, Primitive):  # nothing, or not known: its type alone is as large as its elements were
            size = cost = size_of(kind, limits.SIZE)
            if size > limits.SIZE:
                refuse_size(limits.SIZE)
        self.size = size
        METER.left = left = METER.left - cost
        if left < 0:
            METER.exhausted()

    def __repr__(self) -> str:
        return f"Value({self.type}, {self.raw!r}{', ' + '+'.join(sorted(self.marks)) if self.marks else ''})"

    @property
    def known(self) -> bool:
        """Whether the value itself is known; its elements may not be."""
        return not isinstance(self.raw, UnknownReason)

    @property
    def null(self) -> bool:
        return self.raw is None

    def marked(self, marks: frozenset[str]) -> Value:
        """Return the value with `marks` added."""
        return self if marks <= self.marks else Value(self.type, self.raw, self.marks | marks)

    def unmarked(self) -> Value:
        """Return the value without its own marks; those of its elements stay."""
        return Value(self.type, self.raw) if self.marks else self


_SIZE: Final = attrgetter("size")
NULL: Final = Value(DYNAMIC, None)
TRUE: Final = Value(BOOL, True)
FALSE: Final = Value(BOOL, False)


def string(text: str) -> Value:
    """Return a string, normalised to NFC as Terraform normalises it."""
    return Value(STRING, text if text.isascii() else unicodedata.normalize("NFC", text))


def number(value: Number) -> Value:
    """Return a number."""
    return Value(NUMBER, value)


def boolean(value: bool) -> Value:
    """Return a bool."""
    return TRUE if value else FALSE


def null(kind: Type = DYNAMIC) -> Value:
    """Return a null of that type."""
    return Value(kind, None)


def unknown(kind: Type, reason: UnknownReason) -> Value:
    """Return an unknown of that type."""
    return Value(kind, reason)


def tuple_of(values: Iterable[Value]) -> Value:
    """Return a tuple."""
    items = tuple(values)
    return Value(TupleType(tuple(v.type for v in items)), items)


def object_of(attributes: Mapping[str, Value]) -> Value:
    """Return an object, its attributes in the order of their names."""
    ordered = {name: attributes[name] for name in sorted(attributes)}
    return Value(ObjectType({name: v.type for name, v in ordered.items()}), ordered)


def list_of(values: Iterable[Value], element: Type) -> Value:
    """Return a list of values that are of type `element` already."""
    return Value(ListType(element), tuple(values))


def map_of(values: Mapping[str, Value], element: Type) -> Value:
    """Return a map of values that are of type `element` already."""
    return Value(MapType(element), {key: values[key] for key in sorted(values)})


def children(value: Value) -> Iterable[Value]:
    """Return the elements of a known collection or structure, else nothing."""
    match value.raw:
        case tuple():
            return value.raw
        case dict():
            return value.raw.values()
        case _:
            return ()


def wholly_known(value: Value) -> bool:
    """Return whether nothing inside is unknown."""
    seen: set[int] = set()  # what shares structure is looked into once
    todo = [value]
    while todo:
        one = todo.pop()
        METER.left -= 1
        if not one.known:
            return False
        if isinstance(one.raw, tuple | dict) and id(one.raw) not in seen:
            seen.add(id(one.raw))
            todo.extend(children(one))
    return True


def deep_marks(value: Value) -> frozenset[str]:
    """Return the marks of the value and of everything inside."""
    METER.left -= 1
    marks = value.marks
    for child in children(value):
        marks |= deep_marks(child)
    return marks


def deep_unmarked(value: Value) -> Value:
    """Return the value without any mark inside."""
    if not deep_marks(value):
        return value
    match value.raw:
        case tuple():
            return Value(value.type, tuple(deep_unmarked(v) for v in value.raw))
        case dict():
            return Value(value.type, {k: deep_unmarked(v) for k, v in value.raw.items()})
        case _:
            return Value(value.type, value.raw)


def reasons(value: Value) -> list[UnknownReason]:
    """Return why the unknown parts of the value are unknown, in order."""
    METER.left -= 1
    if isinstance(value.raw, UnknownReason):
        return [value.raw]
    return [reason for child in children(value) for reason in reasons(child)]


def unknown_from(kind: Type, values: Iterable[Value]) -> Value:
    """Return an unknown made of `values`, in whatever way: it may be anything, and points at what they point at.

    It keeps their marks. What passes a value on, or chooses among values, says so (see `possible`).
    """
    given = list(values)
    found = [reason for value in given for reason in reasons(value)]
    marks = NO_MARKS.union(*(deep_marks(v) for v in given))
    refs = tuple(dict.fromkeys(ref for reason in found for ref in reason.refs))
    lead = next((r for r in found if not r.refs), found[0])
    return Value(kind, UnknownReason(lead.why, refs, True, lead.settle), marks)


def from_json(document: Any) -> Value:
    """Return what `jsondecode` makes of a parsed JSON document (numbers as int or Fraction)."""
    match document:
        case None:
            return NULL
        case bool():
            return boolean(document)
        case str():
            return string(document)
        case list():
            return tuple_of(from_json(v) for v in document)
        case dict():
            return object_of({unicodedata.normalize("NFC", k): from_json(v) for k, v in document.items()})
        case _:
            return number(document)
