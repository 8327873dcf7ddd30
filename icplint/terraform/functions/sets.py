"""Functions of sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from math import prod
from typing import Any, Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, table
from icplint.terraform.values.budget import METER
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.conversion_types import unify
from icplint.terraform.values.distinct import identity, set_of
from icplint.terraform.values.types import DYNAMIC, ListType, SetType, TupleType, Type
from icplint.terraform.values.value import NO_MARKS, Value, list_of, tuple_of, unknown_from, wholly_known


def _common_type(arguments: list[Value]) -> Type:
    elements = []
    for argument in arguments:
        assert isinstance(argument.type, SetType)
        if argument.known and not argument.raw and argument.type.element is DYNAMIC:
            continue
        elements.append(argument.type.element)
    common = unify(elements)
    if common is None:
        raise RefusalError("given sets must all have compatible element types")
    return SetType(common)


def _sets(arguments: list[Value]) -> list[Value]:
    kind = _common_type(arguments)
    try:
        return [convert(argument, kind) for argument in arguments]
    except ConversionError as error:
        raise RefusalError(str(error)) from None


def _union(arguments: list[Value], _: Context) -> Value:
    sets = _sets(arguments)
    return set_of((item for items in sets for item in items.raw), _element(sets[0]))


def _element(collection: Value) -> Type:
    assert isinstance(collection.type, SetType)
    return collection.type.element


def _filtering(keep: Callable[[Any, Iterable[frozenset[Any]]], bool]) -> Callable[[list[Value], Context], Value]:
    """Return a function that keeps those elements of the first set that `keep` accepts, given all other sets."""

    def call(arguments: list[Value], _: Context) -> Value:
        first, *others = _sets(arguments)
        if not all(wholly_known(argument) for argument in (first, *others)):
            return unknown_from(first.type, arguments)
        known = [frozenset(identity(item) for item in other.raw) for other in others]
        return set_of((item for item in first.raw if keep(identity(item), known)), _element(first))

    return call


def _setproduct_type(arguments: list[Value]) -> Type:
    if not arguments[1:]:
        raise RefusalError("at least two arguments are required")
    elements = TupleType(tuple(_factor_type(argument, at) for at, argument in enumerate(arguments)))
    ordered = all(isinstance(argument.type, ListType | TupleType) for argument in arguments)
    return ListType(elements) if ordered else SetType(elements)


def _factor_type(argument: Value, at: int) -> Type:
    match argument.type:
        case SetType(element) | ListType(element):
            return element
        case TupleType(elements):
            common = unify(elements)
            if common is None:
                raise RefusalError("all elements must be of the same type", at)
            return common
    raise RefusalError("a set or a list is required", at)


def _setproduct(arguments: list[Value], _: Context) -> Value:
    kind = _setproduct_type(arguments)
    marks = NO_MARKS.union(*(argument.marks for argument in arguments))
    if not all(_countable(argument) for argument in arguments):
        return unknown_from(kind, arguments).marked(marks)
    assert isinstance(kind, ListType | SetType)
    assert isinstance(kind.element, TupleType)
    METER.spend(prod(len(argument.raw) for argument in arguments) * len(arguments))
    factors = [
        [convert(item, element) for item in argument.raw]
        for argument, element in zip(arguments, kind.element.elements, strict=True)
    ]
    rows = (tuple_of(row) for row in product(*factors))
    made = list_of(rows, kind.element) if isinstance(kind, ListType) else set_of(rows, kind.element)
    return made.marked(marks)


def _countable(argument: Value) -> bool:
    """Whether it is known how many elements there are; unknown ones of a set may turn out to be equal."""
    if not argument.known:
        return False
    return not isinstance(argument.type, SetType) or not argument.raw[1:] or wholly_known(argument)


_SET: Final = SetType(DYNAMIC)
_FIRST: Final = (Parameter("first_set", _SET, untyped=True),)
_OTHERS: Final = Parameter("other_sets", _SET, untyped=True)

FUNCTIONS: Final = table(
    Function(
        "setintersection",
        _FIRST,
        _OTHERS,
        _common_type,
        _filtering(lambda item, others: all(item in other for other in others)),
    ),
    Function("setproduct", (), Parameter("sets", unknown=True, marked=True), _setproduct_type, _setproduct),
    Function(
        "setsubtract",
        (Parameter("a", _SET, untyped=True), Parameter("b", _SET, untyped=True)),
        None,
        _common_type,
        _filtering(lambda item, others: not any(item in other for other in others)),
    ),
    Function("setunion", _FIRST, _OTHERS, _common_type, _union),
)
