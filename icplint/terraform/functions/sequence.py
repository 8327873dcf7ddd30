"""Functions that make one list of others."""

from __future__ import annotations

from typing import Any, Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, strings, table
from icplint.terraform.values import numbers
from icplint.terraform.values.conversion import convert
from icplint.terraform.values.conversion_types import unify
from icplint.terraform.values.distinct import identity
from icplint.terraform.values.equality import equal
from icplint.terraform.values.possible import one_of
from icplint.terraform.values.types import DYNAMIC, NUMBER, STRING, ListType, SetType, TupleType, Type
from icplint.terraform.values.value import (
    NO_MARKS,
    Value,
    children,
    list_of,
    number,
    tuple_of,
    unknown_from,
    wholly_known,
)

_MOST_NUMBERS: Final = 1024


def like(kind: Type, items: list[Value]) -> Value:
    """Return the items as a list where `kind` is one, else as a tuple."""
    return list_of(items, kind.element) if isinstance(kind, ListType) else tuple_of(items)


def _compact(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    if not wholly_known(given):
        return unknown_from(given.type, [given])
    return strings(item.raw for item in given.raw if item.raw)


def _concat_type(arguments: list[Value]) -> Type:
    if not arguments:
        raise RefusalError("at least one argument is required")
    if all(isinstance(argument.type, ListType) for argument in arguments):
        common = unify(argument.type for argument in arguments)
        if common is not None:
            return common
    elements: list[Type] = []
    for position, argument in enumerate(arguments):
        match argument.type:
            case TupleType(kinds):
                elements += kinds
            case ListType(_) if not argument.known:
                return DYNAMIC
            case ListType(element):
                elements += [element] * len(argument.raw)
            case _:
                raise RefusalError(f"all arguments must be lists or tuples; got {argument.type}", position)
    return TupleType(tuple(elements))


def _concat(arguments: list[Value], _: Context) -> Value:
    kind = _concat_type(arguments)
    if isinstance(kind, ListType):
        arguments = [convert(argument, kind) for argument in arguments]
    marks = NO_MARKS.union(*(argument.marks for argument in arguments))
    return like(kind, [item for argument in arguments for item in argument.raw]).marked(marks)


def _distinct(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    if not wholly_known(given):
        return unknown_from(given.type, [given])
    kept: dict[Any, Value] = {}
    for item in given.raw:
        kept.setdefault(identity(item), item)
    return Value(given.type, tuple(kept.values()))


def _flatten_type(arguments: list[Value]) -> Type:
    if not wholly_known(arguments[0]):
        return DYNAMIC
    if not isinstance(arguments[0].type, ListType | SetType | TupleType):
        raise RefusalError("can only flatten lists, sets and tuples")
    return DYNAMIC


def _flatten(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    items, marks, settled = _flattened(given)
    if not settled and given.raw:
        return unknown_from(DYNAMIC, [given]).marked(marks)
    return tuple_of(items).marked(marks)


def _flattened(value: Value) -> tuple[list[Value], frozenset[str], bool]:
    """Return the elements of all nested sequences, the sequences' marks, and whether there are surely no others."""
    if isinstance(value.type, SetType) and len(value.raw) > 1 and not wholly_known(value):
        return [], value.marks, False
    items: list[Value] = []
    marks, settled = value.marks, True
    for item in children(value):
        if item.null or not isinstance(item.type, ListType | SetType | TupleType):
            settled = settled and (item.known or item.type is not DYNAMIC)
            items.append(item)
        elif not item.known:
            marks |= item.marks
            settled = False
        else:
            inner, inner_marks, inner_settled = _flattened(item)
            items += inner
            marks |= inner_marks
            settled = settled and inner_settled
    return items, marks, settled


def _matchkeys_type(arguments: list[Value]) -> Type:
    if unify([arguments[1].type, arguments[2].type]) is None:
        raise RefusalError("keys and searchset must be of the same type")
    return arguments[0].type


def _matchkeys(arguments: list[Value], _: Context) -> Value:
    values = arguments[0]
    common = unify([arguments[1].type, arguments[2].type])
    assert common is not None
    keys, wanted = convert(arguments[1], common), convert(arguments[2], common)
    if len(values.raw) != len(keys.raw):
        raise RefusalError("length of keys and values should be equal")
    if not wanted.raw:
        return Value(values.type, ())
    if not (wholly_known(values) and wholly_known(keys)):
        return unknown_from(values.type, arguments)
    kept = []
    if wholly_known(wanted):
        known = {identity(item) for item in wanted.raw}
        pairs = zip(keys.raw, values.raw, strict=True)
        return Value(values.type, tuple(value for key, value in pairs if identity(key) in known))
    for key, value in zip(keys.raw, values.raw, strict=True):
        for verdict in (equal(key, item) for item in wanted.raw):
            if not verdict.known:
                return Value(values.type, ())
            if verdict.raw:
                kept.append(value)
                break
    return Value(values.type, tuple(kept))


def _range(arguments: list[Value], _: Context) -> Value:
    start: numbers.Number = 0
    match [argument.raw for argument in arguments]:
        case [end]:
            step = -1 if end < 0 else 1
        case [start, end]:
            step = -1 if end < start else 1
        case [start, end, step]:
            pass
        case _:
            raise RefusalError("must have one, two, or three arguments")
    down = step < 0
    if down and end > start:
        raise RefusalError("end must be less than start when step is negative", 1)
    if not down and end < start:
        raise RefusalError("end must be greater than start when step is positive", 1)
    found: list[numbers.Number] = []
    while start > end if down else start < end:
        if len(found) >= _MOST_NUMBERS:
            raise RefusalError(
                "more than 1024 values were generated; either decrease the difference between start and end or use a "
                "smaller step"
            )
        found.append(start)
        following = numbers.add(start, step)
        if following is None:
            raise RefusalError("panic in function implementation: addition of infinities with opposite signs")
        start = following
    return list_of(map(number, found), NUMBER)


def _sort(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    if not given.known:
        return unknown_from(given.type, [given])
    if not wholly_known(given):
        return list_of([one_of(STRING, given.raw)] * len(given.raw), STRING)
    for position, item in enumerate(given.raw):
        if item.null:
            raise RefusalError(f"given list element {position} is null; a null string cannot be sorted")
    return list_of(sorted(given.raw, key=lambda item: item.raw.encode()), STRING)


def _removed(_: list[Value]) -> Type:
    raise RefusalError(
        'the "list" function was deprecated in Terraform v0.12 and is no longer available; use tolist([ ... ]) syntax '
        "to write a literal list"
    )


def _same_type(arguments: list[Value]) -> Type:
    return arguments[0].type


_ANY_LIST: Final = ListType(DYNAMIC)
_STRINGS: Final = ListType(STRING)
_LIST: Final = Parameter("list", _ANY_LIST)

FUNCTIONS: Final = table(
    Function("compact", (Parameter("list", _STRINGS),), None, _STRINGS, _compact),
    Function("concat", (), Parameter("seqs", marked=True), _concat_type, _concat),
    Function("distinct", (_LIST,), None, _same_type, _distinct),
    Function("flatten", (Parameter("list", marked=True),), None, _flatten_type, _flatten),
    Function(
        "list",
        (),
        Parameter("vals", null=True, unknown=True, untyped=True),
        _removed,
        lambda arguments, _: tuple_of(arguments),
    ),
    Function(
        "matchkeys",
        (Parameter("values", _ANY_LIST), Parameter("keys", _ANY_LIST), Parameter("searchset", _ANY_LIST)),
        None,
        _matchkeys_type,
        _matchkeys,
    ),
    Function("range", (), Parameter("params", NUMBER), ListType(NUMBER), _range),
    Function("sort", (Parameter("list", _STRINGS, unknown=True),), None, _STRINGS, _sort),
)
