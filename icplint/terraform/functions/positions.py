"""Functions that pick elements of a list by their position."""

from __future__ import annotations

from typing import Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, table, whole
from icplint.terraform.functions.sequence import like
from icplint.terraform.values.possible import chosen
from icplint.terraform.values.types import DYNAMIC, NUMBER, ListType, SetType, TupleType, Type
from icplint.terraform.values.value import UnknownReason, Value, list_of, number

_EMPTY: Final = "cannot use element function with an empty list"


def _chunklist_type(arguments: list[Value]) -> Type:
    return ListType(arguments[0].type)


def _chunklist(arguments: list[Value], _: Context) -> Value:
    given, size = arguments
    marks = given.marks | size.marks
    count = whole(size, prefix="invalid size: ")
    if count < 0:
        raise RefusalError("the size argument must be positive")
    items = given.raw
    step = count or max(len(items), 1)
    chunks = [items[i : i + step] for i in range(0, len(items), step)]
    return list_of([Value(given.type, chunk) for chunk in chunks], given.type).marked(marks)


def _element_type(arguments: list[Value]) -> Type:
    given, index = arguments
    match given.type:
        case ListType(element):
            return element
        case TupleType(elements):
            if not index.known:
                return DYNAMIC
            position = whole(index, prefix="invalid index: ")
            if not elements:
                raise RefusalError(_EMPTY)
            return elements[_wrapped(position, len(elements))]
        case _ if given.type is DYNAMIC:
            return DYNAMIC
    raise RefusalError(f"cannot read elements from {given.type}")


def _wrapped(position: int, count: int) -> int:
    """Go's remainder has the sign of the position, and Terraform 1.11 does not mend it for a tuple."""
    remainder = -(-position % count) if position < 0 else position % count
    if remainder < 0:
        raise RefusalError("panic in function implementation: runtime error: index out of range")
    return remainder


def _element(arguments: list[Value], _: Context) -> Value:
    given, index = arguments
    kind = _element_type(arguments)
    if not index.known:
        return chosen(kind, given, index)
    position = whole(index, prefix="invalid index: ")
    if isinstance(given.raw, UnknownReason):
        return given.raw.look(number(position)) if given.raw.look else chosen(kind, given, index)
    if not given.raw:
        raise RefusalError(_EMPTY)
    found: Value = given.raw[position % len(given.raw)]
    return found.marked(given.marks)


def _reverse_type(arguments: list[Value]) -> Type:
    match arguments[0].type:
        case TupleType(elements):
            return TupleType(elements[::-1])
        case ListType(element) | SetType(element):
            return ListType(element)
    raise RefusalError(f"can only reverse list or tuple values, not {arguments[0].type}", 0)


def _reverse(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    return like(_reverse_type(arguments), list(given.raw[::-1])).marked(given.marks)


def _slice_type(arguments: list[Value]) -> Type:
    given, start, end = arguments
    if isinstance(given.type, SetType):
        raise RefusalError(
            "cannot slice a set, because its elements do not have indices; explicitly convert to a list if the "
            "ordering of the result is not important",
            0,
        )
    if not isinstance(given.type, ListType | TupleType):
        raise RefusalError("must be a list or tuple value", 0)
    bounds = _bounds(given, start, end)
    if isinstance(given.type, ListType):
        return given.type
    return DYNAMIC if bounds is None else TupleType(given.type.elements[bounds[0] : bounds[1]])


def _bounds(given: Value, start: Value, end: Value) -> tuple[int, int] | None:
    """Return the two positions, or None where one is not known; refuse those that lie outside of what is known."""
    length = len(given.type.elements) if isinstance(given.type, TupleType) else len(given.raw) if given.known else None
    found: list[int] = []
    for at, name, value in ((1, "start", start), (2, "end", end)):
        if not value.known:
            continue
        position = whole(value, at, f"invalid {name} index: ")
        if position < 0:
            raise RefusalError(f"{name} index must not be less than zero", at)
        if length is not None and position > length:
            raise RefusalError(f"{name} index must not be greater than the length of the list", at)
        found.append(position)
    match found:
        case [first, last] if first > last:
            raise RefusalError("start index must not be greater than end index", 1)
        case [first, last]:
            return first, last
    return None


def _slice(arguments: list[Value], _: Context) -> Value:
    given, start, end = arguments
    bounds = _bounds(given, start, end)
    assert bounds is not None
    return like(_slice_type(arguments), list(given.raw[bounds[0] : bounds[1]])).marked(given.marks)


FUNCTIONS: Final = table(
    Function(
        "chunklist",
        (Parameter("list", ListType(DYNAMIC), marked=True), Parameter("size", NUMBER, marked=True)),
        None,
        _chunklist_type,
        _chunklist,
    ),
    Function(
        "element",
        (Parameter("list", unknown=True, marked=True, untyped=True), Parameter("index", NUMBER, unknown=True)),
        None,
        _element_type,
        _element,
    ),
    Function("reverse", (Parameter("list", marked=True),), None, _reverse_type, _reverse),
    Function(
        "slice",
        (Parameter("list", marked=True), Parameter("start_index", NUMBER), Parameter("end_index", NUMBER)),
        None,
        _slice_type,
        _slice,
    ),
)
