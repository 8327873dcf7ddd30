"""Operators and equality, as go-cty and hclsyntax define them."""

from __future__ import annotations

from icplint.terraform import numbers
from icplint.terraform.conversion import ConversionError, convert
from icplint.terraform.types import BOOL, DYNAMIC, NUMBER, Type
from icplint.terraform.values import EvaluationError, Value, boolean, deep_marks, number, unknown_from


def binary(operator: str, left: Value, right: Value) -> Value:
    """Return `left operator right`. Terraform 1.11 has no short circuit: an unknown on either side is unknown."""
    if operator in {"==", "!="}:
        result = equal(left, right)
        return result if operator == "==" else negated(result)
    operand, result_type = (BOOL, BOOL) if operator in {"&&", "||"} else (NUMBER, NUMBER)
    if operator in {"<", "<=", ">", ">="}:
        result_type = BOOL
    a, b = _operand(left, operand, "left"), _operand(right, operand, "right")
    marks = a.marks | b.marks
    if not (a.known and b.known):
        return unknown_from(result_type, [a, b])
    return _known_binary(operator, a.raw, b.raw).marked(marks)


def _operand(value: Value, kind: Type, side: str) -> Value:
    try:
        converted = convert(value, kind)
    except ConversionError as error:
        raise EvaluationError(f"Unsuitable value for {side} operand: {error}.") from None
    if converted.null:
        raise EvaluationError("Operation failed: argument must not be null.")
    return converted


def _known_binary(operator: str, a: numbers.Number, b: numbers.Number) -> Value:
    match operator:
        case "&&":
            return boolean(bool(a and b))
        case "||":
            return boolean(bool(a or b))
        case "<":
            return boolean(a < b)
        case "<=":
            return boolean(a <= b)
        case ">":
            return boolean(a > b)
        case ">=":
            return boolean(a >= b)
        case _:
            return number(_arithmetic(operator, a, b))


def _arithmetic(operator: str, a: numbers.Number, b: numbers.Number) -> numbers.Number:
    operations = {
        "+": numbers.add,
        "-": lambda x, y: numbers.add(x, numbers.negate(y)),
        "*": numbers.multiply,
        "/": numbers.divide,
        "%": numbers.modulo,
    }
    result = operations[operator](a, b)
    if result is None:
        raise EvaluationError(f"Operation failed: can't compute {numbers.spell(a)} {operator} {numbers.spell(b)}.")
    return result


def unary(operator: str, value: Value) -> Value:
    """Return `-value` or `!value`."""
    kind = NUMBER if operator == "-" else BOOL
    operand = _operand(value, kind, "only")
    if not operand.known:
        return unknown_from(kind, [operand])
    result = number(numbers.negate(operand.raw)) if operator == "-" else boolean(not operand.raw)
    return result.marked(operand.marks)


def negated(value: Value) -> Value:
    """Return the opposite of a bool that may be unknown."""
    return value if not value.known else boolean(not value.raw).marked(value.marks)


def equal(a: Value, b: Value) -> Value:
    """Return whether the two are equal: false where their types differ, unknown where it depends on an unknown."""
    verdict = _equal(a, b)
    marks = deep_marks(a) | deep_marks(b)
    if verdict is None:
        return unknown_from(BOOL, [a, b]).marked(marks)
    return boolean(verdict).marked(marks)


def _equal(a: Value, b: Value) -> bool | None:
    if a.null or b.null:
        if a.null and b.null:
            return True
        return False if (b if a.null else a).known else None
    if DYNAMIC in {a.type, b.type}:
        return None
    if a.type != b.type:
        return False
    if not (a.known and b.known):
        return None
    match a.raw:
        case tuple():
            return _all_equal(list(zip(a.raw, b.raw, strict=False)), same=len(a.raw) == len(b.raw))
        case dict():
            pairs = [(v, b.raw[k]) for k, v in a.raw.items() if k in b.raw]
            return _all_equal(pairs, same=a.raw.keys() == b.raw.keys())
        case _:
            return bool(a.raw == b.raw)


def _all_equal(pairs: list[tuple[Value, Value]], *, same: bool) -> bool | None:
    if not same:
        return False
    verdicts = [_equal(a, b) for a, b in pairs]
    if False in verdicts:
        return False
    return None if None in verdicts else True
