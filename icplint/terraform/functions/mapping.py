"""Functions of maps and objects."""

from __future__ import annotations

from typing import Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, quoted, strings, table
from icplint.terraform.functions.sequence import like
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.possible import chosen, one_of
from icplint.terraform.values.types import DYNAMIC, STRING, ListType, MapType, ObjectType, TupleType, Type
from icplint.terraform.values.value import UnknownReason, Value, string, tuple_of, unknown_from


def _keys_type(arguments: list[Value]) -> Type:
    match arguments[0].type:
        case MapType(_):
            return ListType(STRING)
        case ObjectType(attributes):
            return TupleType((STRING,) * len(attributes))
    raise RefusalError("must have map or object type", 0)


def _keys(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    if isinstance(given.type, ObjectType):
        return tuple_of(string(name) for name in sorted(given.type.attributes)).marked(given.marks)
    if not given.known:
        return unknown_from(ListType(STRING), [given])
    return strings(given.raw).marked(given.marks)


def _lookup_type(arguments: list[Value]) -> Type:
    given, key, *default = arguments
    if len(default) > 1:
        raise RefusalError(f"lookup() takes two or three arguments, got {len(arguments)}")
    match given.type:
        case ObjectType(attributes):
            if not key.known:
                return DYNAMIC
            if key.raw in attributes:
                return attributes[key.raw]
            if default:
                return default[0].type
            raise RefusalError(f"the given object has no attribute {quoted(key.raw)}", 0)
        case MapType(element):
            _check_default(default, element)
            return element
        case _ if given.type is DYNAMIC:
            return DYNAMIC
    raise RefusalError("lookup() requires a map as the first argument", 0)


def _check_default(default: list[Value], element: Type) -> None:
    try:
        for value in default:
            convert(value, element)
    except ConversionError:
        raise RefusalError("the default value must have the same type as the map elements", 2) from None


def _lookup(arguments: list[Value], _: Context) -> Value:
    given, key, *default = arguments
    kind = _lookup_type(arguments)
    marks = given.marks | key.marks
    if isinstance(given.raw, UnknownReason) and given.raw.look and key.known:
        return _seen(given.raw, key, default).marked(marks)
    if not (given.known and key.known):
        taken = chosen(kind, given, key)
        return (one_of(kind, [taken, *default], taken.raw) if default else taken).marked(marks)
    if key.raw in given.raw:
        found: Value = given.raw[key.raw]
        return found.marked(marks)
    if default:
        return convert(default[0], kind).marked(marks)
    shown = "(sensitive value)" if "sensitive" in key.marks else quoted(key.raw)
    raise RefusalError(f"lookup failed to find key {shown}", safe=True)


def _seen(reason: UnknownReason, key: Value, default: list[Value]) -> Value:
    """Look into an object that is known in part."""
    assert reason.look is not None
    try:
        return reason.look(key.unmarked())
    except EvaluationError:
        if default:
            return default[0]
        raise


def _values_type(arguments: list[Value]) -> Type:
    match arguments[0].type:
        case MapType(element):
            return ListType(element)
        case ObjectType(attributes):
            return TupleType(tuple(attributes[name] for name in sorted(attributes)))
    raise RefusalError("values() requires a map as the first argument")


def _values(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    return like(_values_type(arguments), list(given.raw.values())).marked(given.marks)


def _removed(_: list[Value]) -> Type:
    raise RefusalError(
        'the "map" function was deprecated in Terraform v0.12 and is no longer available; use tomap({ ... }) syntax to '
        "write a literal map"
    )


FUNCTIONS: Final = table(
    Function("keys", (Parameter("inputMap", unknown=True, marked=True),), None, _keys_type, _keys),
    Function(
        "lookup",
        (
            Parameter("inputMap", unknown=True, marked=True, untyped=True),
            Parameter("key", STRING, unknown=True, marked=True),
        ),
        Parameter("default", null=True, unknown=True, marked=True, untyped=True),
        _lookup_type,
        _lookup,
    ),
    Function(
        "map",
        (),
        Parameter("vals", null=True, unknown=True, untyped=True),
        _removed,
        lambda arguments, _: tuple_of(arguments),
    ),
    Function("values", (Parameter("mapping", marked=True),), None, _values_type, _values),
)
