"""Operators, as hclsyntax and go-cty define them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from icplint.terraform.values import numbers
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.equality import equal
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.refinements import not_null, range_of
from icplint.terraform.values.types import BOOL, NUMBER, Type
from icplint.terraform.values.value import Value, boolean, number, unknown_from

_ZERO_BY_ZERO: Final = "can't divide zero by zero or infinity by infinity"
_FAILURES: Final = {
    "+": "can't compute sum of opposing infinities",
    "-": "can't subtract infinity from itself",
    "*": "can't multiply zero by infinity",
    "/": _ZERO_BY_ZERO,
    "%": _ZERO_BY_ZERO,
}
_ARITHMETIC: Final[dict[str, Callable[[numbers.Number, numbers.Number], numbers.Number | None]]] = {
    "+": numbers.add,
    "-": lambda x, y: numbers.add(x, numbers.negate(y)),
    "*": numbers.multiply,
    "/": numbers.divide,
    "%": numbers.modulo,
}


def binary(operator: str, left: Value, right: Value) -> Value:
    """Return `left operator right`. Terraform 1.11 has no short circuit: an unknown on either side is unknown."""
    match operator:
        case "==":
            return equal(left, right)
        case "!=":
            return negated(equal(left, right))
        case "&&" | "||":
            a, b = _operands(left, right, BOOL)
            if not (a.known and b.known):
                return not_null(unknown_from(BOOL, [a, b]))
            found = (a.raw and b.raw) if operator == "&&" else (a.raw or b.raw)
            return boolean(found).marked(a.marks | b.marks)
        case "<" | "<=" | ">" | ">=":
            a, b = _operands(left, right, NUMBER)
            return _compared(operator, a, b).marked(a.marks | b.marks)
        case _:
            a, b = _operands(left, right, NUMBER)
            if not (a.known and b.known):
                return not_null(unknown_from(NUMBER, [a, b]))
            return number(_computed(operator, a.raw, b.raw)).marked(a.marks | b.marks)


def decides(operator: str, left: Value) -> bool:
    """Return whether the left side of `&&` or `||` alone tells the result."""
    if operator not in {"&&", "||"} or left.null or not left.known:
        return False
    try:
        return convert(left, BOOL).raw is (operator == "||")
    except ConversionError:
        return False


def _operands(left: Value, right: Value, kind: Type) -> tuple[Value, Value]:
    operands = _operand(left, kind, "left"), _operand(right, kind, "right")
    if any(operand.null for operand in operands):
        raise EvaluationError("Operation failed: Error during operation: argument must not be null.")
    return operands


def _operand(value: Value, kind: Type, side: str) -> Value:
    try:
        return convert(value, kind)
    except ConversionError as error:
        raise EvaluationError(f"Invalid operand: Unsuitable value for {side} operand: {error}.") from None


def _compared(operator: str, a: Value, b: Value) -> Value:
    """Compare two numbers, which may be decided by where unknown ones lie."""
    if operator in {">", ">="}:
        a, b = b, a
    strict = len(operator) == 1
    if a.known and b.known:
        return boolean(a.raw < b.raw if strict else a.raw <= b.raw)
    x, y = range_of(a), range_of(b)
    if x.high < y.low:
        return boolean(True)
    if x.low > y.high and (strict or a.known or b.known):
        return boolean(False)
    return not_null(unknown_from(BOOL, [a, b]))


def _computed(operator: str, a: numbers.Number, b: numbers.Number) -> numbers.Number:
    result = _ARITHMETIC[operator](a, b)
    if result is None:
        raise EvaluationError(f"Operation failed: Error during operation: {_FAILURES[operator]}.")
    return result


def unary(operator: str, value: Value) -> Value:
    """Return `-value` or `!value`."""
    kind = NUMBER if operator == "-" else BOOL
    operand = _operand(value, kind, "unary")
    if operand.null:
        raise EvaluationError("Operation failed: Error during operation: argument must not be null.")
    if not operand.known:
        return not_null(unknown_from(kind, [operand]))
    result = number(numbers.negate(operand.raw)) if operator == "-" else boolean(not operand.raw)
    return result.marked(operand.marks)


def negated(value: Value) -> Value:
    """Return the opposite of a bool that may be unknown."""
    return value if not value.known else boolean(not value.raw).marked(value.marks)
