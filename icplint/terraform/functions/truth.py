"""Functions that look through a collection for an answer, or through their arguments for a value."""

from __future__ import annotations

from typing import Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, table
from icplint.terraform.values.conversion import convert
from icplint.terraform.values.conversion_types import unify
from icplint.terraform.values.equality import equal
from icplint.terraform.values.json_objects import Written, as_block
from icplint.terraform.values.possible import one_of
from icplint.terraform.values.types import BOOL, DYNAMIC, NUMBER, STRING, ListType, SetType, TupleType, Type
from icplint.terraform.values.value import FALSE, TRUE, Value, null, number, unknown_from


def _alltrue(arguments: list[Value], _: Context) -> Value:
    for item in arguments[0].raw:
        if not item.known:
            return unknown_from(BOOL, arguments)
        if not item.raw:
            return FALSE
    return TRUE


def _anytrue(arguments: list[Value], _: Context) -> Value:
    items = arguments[0].raw
    if any(item.known and item.raw for item in items):
        return TRUE
    return FALSE if all(item.known for item in items) else unknown_from(BOOL, arguments)


def _coalesce_type(arguments: list[Value]) -> Type:
    common = unify(argument.type for argument in arguments) if arguments else None
    if common is None:
        raise RefusalError("all arguments must have the same type")
    return common


def _coalesce(arguments: list[Value], _: Context) -> Value:
    kind = _coalesce_type(arguments)
    values = [convert(argument, kind) for argument in arguments]
    for position, value in enumerate(values):
        if not value.known:
            return one_of(kind, _until_sure(values[position:]))
        if not value.null and not (kind is STRING and value.raw == ""):
            return value
    raise RefusalError("no non-null, non-empty-string arguments")


def _until_sure(values: list[Value]) -> list[Value]:
    """Return the values of which the first that is neither null nor empty is taken."""
    taken: list[Value] = []
    for value in values:
        if value.known and (value.null or value.raw == ""):
            continue
        taken.append(value)
        if value.known:
            break
    return taken


def _coalescelist_type(arguments: list[Value]) -> Type:
    if not arguments:
        raise RefusalError("at least one argument is required")
    for argument in arguments:
        if not argument.known:
            return DYNAMIC
        if not isinstance(argument.type, ListType | TupleType):
            raise RefusalError("coalescelist arguments must be lists or tuples")
    kinds = [argument.type for argument in arguments]
    return kinds[0] if all(kind == kinds[0] for kind in kinds) else DYNAMIC


def _coalescelist(arguments: list[Value], _: Context) -> Value:
    for position, value in enumerate(arguments):
        if not value.known:
            return one_of(_coalescelist_type(arguments), arguments[position:])
        if value.raw:
            return value
    raise RefusalError("no non-null arguments")


def _contains(arguments: list[Value], _: Context) -> Value:
    collection, wanted = arguments
    if not isinstance(collection.type, ListType | SetType | TupleType):
        raise RefusalError("argument must be list, tuple, or set")
    verdicts = [equal(wanted, item) for item in collection.raw]
    if any(verdict.known and verdict.raw for verdict in verdicts):
        return TRUE
    doubts = [verdict for verdict in verdicts if not verdict.known]
    return unknown_from(BOOL, doubts) if doubts else FALSE


def _index(arguments: list[Value], _: Context) -> Value:
    collection, wanted = arguments
    if not isinstance(collection.type, ListType | TupleType):
        raise RefusalError("argument must be a list or tuple")
    if not collection.raw:
        raise RefusalError("cannot search an empty list")
    for position, item in enumerate(collection.raw):
        verdict = equal(item, wanted)
        if not verdict.known:
            return unknown_from(NUMBER, arguments)
        if verdict.raw:
            return number(position)
    raise RefusalError("item not found")


_ZERO_OR_ONE: Final = "must be a list, set, or tuple value with either zero or one elements"


def _one_type(arguments: list[Value]) -> Type:
    if isinstance(arguments[0].raw, Written):
        return arguments[0].type
    match arguments[0].type:
        case ListType(element) | SetType(element):
            return element
        case TupleType(elements) if len(elements) <= 1:
            return elements[0] if elements else DYNAMIC
    raise RefusalError(_ZERO_OR_ONE, 0)


def _one(arguments: list[Value], _: Context) -> Value:
    given, kind = arguments[0], _one_type(arguments)
    if isinstance(given.raw, Written):
        return as_block(given)
    if len(given.raw) > 1:
        if isinstance(given.type, SetType) and not all(item.known for item in given.raw):
            return one_of(kind, given.raw)
        raise RefusalError(_ZERO_OR_ONE, 0)
    found: Value = given.raw[0] if given.raw else null(kind)
    return found


_TRUTHS: Final = (Parameter("list", ListType(BOOL)),)
_ANYTHING: Final = Parameter("vals", null=True, unknown=True, untyped=True)
_LIST_AND_VALUE: Final = (Parameter("list"), Parameter("value"))

FUNCTIONS: Final = table(
    Function("alltrue", _TRUTHS, None, BOOL, _alltrue),
    Function("anytrue", _TRUTHS, None, BOOL, _anytrue),
    Function("coalesce", (), _ANYTHING, _coalesce_type, _coalesce),
    Function("coalescelist", (), _ANYTHING, _coalescelist_type, _coalescelist),
    Function("contains", _LIST_AND_VALUE, None, BOOL, _contains),
    Function("index", _LIST_AND_VALUE, None, NUMBER, _index),
    Function("one", (Parameter("list"),), None, _one_type, _one),
)
