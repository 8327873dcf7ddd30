"""Functions that convert a value to a type, or mark it."""

from __future__ import annotations

from typing import Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, constraint, quoted, table
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.possible import same
from icplint.terraform.values.types import BOOL, DYNAMIC, NUMBER, STRING, ListType, MapType, SetType, Type
from icplint.terraform.values.value import FALSE, SENSITIVE, TRUE, Value, deep_marks, unknown_from


def _same_type(arguments: list[Value]) -> Type:
    return arguments[0].type


def _converting(name: str, target: Type) -> Function:
    def call(arguments: list[Value], _: Context) -> Value:
        given = arguments[0]
        try:
            converted = convert(given, target)
        except ConversionError:
            raise RefusalError(_why_not(given, target), 0, safe=True) from None
        return converted if given.known else same(target, converted)

    taken = Parameter("v", null=True, unknown=True, marked=True, untyped=True)
    return Function(name, (taken,), None, target, call)


def _why_not(given: Value, target: Type) -> str:
    if deep_marks(given) >= SENSITIVE:
        return f"cannot convert this sensitive {given.type} to {constraint(target)}"
    if given.type is STRING and given.known and target is BOOL:
        return f'cannot convert {quoted(given.raw)} to bool; only the strings "true" or "false" are allowed'
    if given.type is STRING and given.known and target is NUMBER:
        return (
            f"cannot convert {quoted(given.raw)} to number; given string must be a decimal representation of a number"
        )
    return f"cannot convert {given.type} to {constraint(target)}"


def _sensitive(arguments: list[Value], _: Context) -> Value:
    return arguments[0].marked(SENSITIVE)


def _nonsensitive(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    return given.unmarked().marked(given.marks - SENSITIVE)


def _issensitive(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    if given.marks >= SENSITIVE:
        return TRUE
    return FALSE if given.known else unknown_from(BOOL, [given])


_ANYTHING: Final = (Parameter("value", null=True, unknown=True, marked=True, untyped=True),)

FUNCTIONS: Final = table(
    Function("ephemeralasnull", _ANYTHING, None, _same_type, lambda arguments, _: arguments[0]),
    Function("issensitive", _ANYTHING, None, BOOL, _issensitive),
    Function("nonsensitive", _ANYTHING, None, _same_type, _nonsensitive),
    Function("sensitive", _ANYTHING, None, _same_type, _sensitive),
    _converting("tobool", BOOL),
    _converting("tolist", ListType(DYNAMIC)),
    _converting("tomap", MapType(DYNAMIC)),
    _converting("tonumber", NUMBER),
    _converting("toset", SetType(DYNAMIC)),
    _converting("tostring", STRING),
)
