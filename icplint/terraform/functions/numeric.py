"""Functions of numbers."""

from __future__ import annotations

import math
import re
from typing import Final

from icplint.terraform.functions import doubles
from icplint.terraform.functions.function import (
    Context,
    Function,
    Parameter,
    RefusalError,
    quoted,
    simple,
    table,
    whole,
)
from icplint.terraform.values import numbers
from icplint.terraform.values.budget import spend_bits, spend_digits
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.numbers import Number
from icplint.terraform.values.types import NUMBER, STRING, ListType, SetType, TupleType, Type
from icplint.terraform.values.value import Value, number, unknown_from, wholly_known

_LARGEST: Final = f"{1.7976931348623157e308:f}"
_NOT_A_NUMBER: Final = "panic in function implementation: Float.SetFloat64(NaN)"
_BASES: Final = range(2, 63)
_ONE_ALPHABET: Final = 36
"""The largest base for whose digits ten figures and one alphabet suffice."""
_NO_NUMBERS: Final = "argument must be list, set, or tuple of number values"


def _abs(value: Number) -> Number:
    return numbers.negate(value) if value < 0 else value or 0


def _rounded(value: Number, *, up: bool) -> Number:
    if isinstance(value, float) and math.isinf(value):
        return value
    return math.ceil(value) if up else math.floor(value)


def _double(value: Number) -> float:
    try:
        return float(value)
    except OverflowError:
        raise RefusalError(f"value must be between -{_LARGEST} and {_LARGEST} inclusive") from None


def _log(value: Number, base: Number) -> Number:
    return _checked(doubles.divided(doubles.log(_double(value)), doubles.log(_double(base))))


def _pow(value: Number, power: Number) -> Number:
    return _checked(doubles.power(_double(value), _double(power)))


def _checked(result: float) -> Number:
    if math.isnan(result):
        raise RefusalError(_NOT_A_NUMBER)
    return numbers.double(result)


def _signum(arguments: list[Value], _: Context) -> Value:
    given = whole(arguments[0])
    return number((given > 0) - (given < 0))


def _max(arguments: list[Value], _: Context) -> Value:
    return number(_extreme(arguments, most=True))


def _min(arguments: list[Value], _: Context) -> Value:
    return number(_extreme(arguments, most=False))


def _extreme(arguments: list[Value], *, most: bool) -> Number:
    if not arguments:
        raise RefusalError("must pass at least one number")
    found: Number = arguments[0].raw
    for argument in arguments[1:]:
        if argument.raw > found if most else argument.raw < found:
            found = argument.raw
    return found


def _parseint(arguments: list[Value], _: Context) -> Value:
    text, base = arguments[0].raw, whole(arguments[1], 1)
    if base not in _BASES:
        raise RefusalError("base must be a whole number between 2 and 62 inclusive", 1)
    match = re.fullmatch(r"([+-]?)([0-9A-Za-z]+)", text, re.ASCII)
    digits = [_digit(c, base) for c in match[2]] if match else [base]
    if match is None or any(d >= base for d in digits):
        raise RefusalError(f"cannot parse {quoted(text)} as a base {base} integer", 0)
    spend_digits(len(digits))
    value = _joined(digits, base)
    spend_bits(value)
    return number(-value if match[1] == "-" else value)


def _joined(digits: list[int], base: int) -> int:
    """Return the number that digits spell: two and two together, since one after the other takes squared time."""
    while len(digits) > 1:
        if len(digits) % 2:
            digits = [0, *digits]
        digits = [high * base + low for high, low in zip(digits[::2], digits[1::2], strict=True)]
        base *= base
    return digits[0]


def _digit(character: str, base: int) -> int:
    """Return what a digit is worth; above base 36 small letters come before capital ones."""
    if character.isdigit():
        return ord(character) - ord("0")
    if character.islower() or base <= _ONE_ALPHABET:
        return ord(character.lower()) - ord("a") + 10
    return ord(character) - ord("A") + 36


def _parseint_type(arguments: list[Value]) -> Type:
    if arguments[0].type is not STRING:
        raise RefusalError(f"first argument must be a string, not {arguments[0].type}", 0)
    return NUMBER


def _sum(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    if not isinstance(given.type, ListType | SetType | TupleType):
        if isinstance(given.raw, dict):
            if not given.raw:
                raise RefusalError("cannot sum an empty list", 0)
            raise RefusalError(f"argument must be list, set, or tuple. Received {given.type}", 0)
        raise RefusalError("cannot sum noniterable", 0)
    if not given.raw:
        raise RefusalError("cannot sum an empty list", 0)
    if not wholly_known(given):
        return unknown_from(NUMBER, [given])
    items = [_summand(item) for item in given.raw]
    total = items[0]
    for item in items[1:]:
        added = numbers.add(total, item)
        if added is None:
            raise RefusalError("can't compute sum of opposing infinities")
        total = added
    return number(total)


def _summand(item: Value) -> Number:
    if item.null:
        raise RefusalError(_NO_NUMBERS, 0)
    try:
        found: Number = convert(item, NUMBER).raw
    except ConversionError:
        raise RefusalError(_NO_NUMBERS, 0) from None
    return found


_NUMBERS: Final = Parameter("numbers", NUMBER)

FUNCTIONS: Final = table(
    simple("abs", {"num": NUMBER}, NUMBER, _abs),
    simple("ceil", {"num": NUMBER}, NUMBER, lambda value: _rounded(value, up=True)),
    simple("floor", {"num": NUMBER}, NUMBER, lambda value: _rounded(value, up=False)),
    simple("log", {"num": NUMBER, "base": NUMBER}, NUMBER, _log),
    Function("max", (), _NUMBERS, NUMBER, _max),
    Function("min", (), _NUMBERS, NUMBER, _min),
    Function("parseint", (Parameter("number"), Parameter("base", NUMBER)), None, _parseint_type, _parseint),
    simple("pow", {"num": NUMBER, "power": NUMBER}, NUMBER, _pow),
    Function("signum", (Parameter("num", NUMBER),), None, NUMBER, _signum),
    Function("sum", (Parameter("list"),), None, NUMBER, _sum),
)
