"""Operators, equality, attribute and element access, as go-cty and hclsyntax define them."""

from __future__ import annotations

from icplint.model.unknown import Reference
from icplint.terraform import numbers
from icplint.terraform.conversion import ConversionError, convert
from icplint.terraform.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    SetType,
    TupleType,
    Type,
)
from icplint.terraform.values import (
    FALSE,
    TRUE,
    EvaluationError,
    Unk,
    Value,
    boolean,
    deep_marks,
    number,
    string,
    unknown,
    unknown_from,
)

_NAMES = {"&&": "logical and", "||": "logical or"}


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
    match operator:
        case "+":
            return numbers.add(a, b)
        case "-":
            return numbers.add(a, numbers.negate(b))
        case "*":
            return numbers.multiply(a, b)
        case "/":
            quotient = numbers.divide(a, b)
            if quotient is None:
                raise EvaluationError("Error in function call: division of zero by zero or infinity by infinity.")
            return quotient
        case _:
            return numbers.modulo(a, b)


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


def get_attribute(value: Value, name: str) -> Value:
    """Return `value.name`, or raise in Terraform's words."""
    if value.null:
        raise EvaluationError(
            "Attempt to get attribute from null value: This value is null, so it does not have any attributes."
        )
    if isinstance(value.raw, Unk):
        return _attribute_of_unknown(value, value.raw, name).marked(value.marks)
    if isinstance(value.type, ObjectType | MapType):
        if name in value.raw:
            found: Value = value.raw[name]
            return found.marked(value.marks)
        if isinstance(value.type, ObjectType):
            raise EvaluationError(f'Unsupported attribute: This object does not have an attribute named "{name}".')
        raise EvaluationError(f'Missing map element: This map does not have an element with the key "{name}".')
    if isinstance(value.type, ListType | SetType | TupleType):
        raise EvaluationError(
            f"Unsupported attribute: Can't access attributes on a {value.type}. Did you mean to access an attribute of an element?"
        )
    raise EvaluationError(f"Unsupported attribute: Can't access attributes on a primitive-typed value ({value.type}).")


def _attribute_of_unknown(value: Value, reason: Unk, name: str) -> Value:
    match value.type:
        case ObjectType(attributes):
            if name not in attributes:
                raise EvaluationError(f'Unsupported attribute: This object does not have an attribute named "{name}".')
            return unknown(attributes[name], _extended(reason, f".{name}"))
        case MapType(element):
            return unknown(element, _extended(reason, f".{name}"))
        case _ if value.type is DYNAMIC:
            return reason.look(string(name)) if reason.look else unknown(DYNAMIC, _extended(reason, f".{name}"))
        case _:
            raise EvaluationError(f"Unsupported attribute: This value does not have any attributes ({value.type}).")


def _extended(reason: Unk, step: str) -> Unk:
    """Point at the part of what the unknown points at, where it is one thing."""
    if len(reason.refs) != 1 or reason.open:
        return reason.without_look()
    address, attribute = reason.refs[0].address, reason.refs[0].attribute
    path = f"{attribute}{step}" if attribute else step.removeprefix(".")
    return Unk(reason.why, (Reference(address, path),), settle=reason.settle)


def get_index(value: Value, key: Value) -> Value:
    """Return `value[key]`, or raise in Terraform's words."""
    if value.null:
        raise EvaluationError("Attempt to index null value: This value is null, so it does not have any indices.")
    if key.null:
        raise EvaluationError("Invalid index: Can't use a null value as an indexing key.")
    marks = value.marks | key.marks
    match value.type:
        case ListType() | TupleType():
            return _element(value, key).marked(marks)
        case MapType() | ObjectType():
            return _item(value, key).marked(marks)
        case SetType():
            raise EvaluationError(
                "Invalid index: Elements of a set are identified only by their value and don't have any separate index or key to select with."
            )
        case _ if value.type is DYNAMIC and isinstance(value.raw, Unk):
            return _index_unknown(value, value.raw, key).marked(marks)
        case _:
            raise EvaluationError("Invalid index: This value does not have any indices.")


def _index_unknown(value: Value, reason: Unk, key: Value) -> Value:
    if reason.look and key.known:
        return reason.look(key)
    if not key.known:
        return unknown_from(DYNAMIC, [value, key])
    step = f".{key.raw}" if key.type is STRING else f"[{numbers.spell(key.raw)}]"
    return unknown(DYNAMIC, _extended(reason, step))


def _element(value: Value, key: Value) -> Value:
    try:
        position = convert(key, NUMBER)
    except ConversionError as error:
        raise EvaluationError(
            f"Invalid index: The given key does not identify an element in this collection value: {error}."
        ) from None
    element = value.type.element if isinstance(value.type, ListType) else DYNAMIC
    if not (position.known and value.known):
        if isinstance(value.raw, Unk) and position.known:
            return unknown(element, _extended(value.raw, f"[{numbers.spell(position.raw)}]"))
        return unknown_from(element, [value, key], opened=value.known)
    at = position.raw
    if not isinstance(at, int) or at < 0 or at >= len(value.raw):
        raise EvaluationError("Invalid index: The given key does not identify an element in this collection value.")
    found: Value = value.raw[at]
    return found


def _item(value: Value, key: Value) -> Value:
    try:
        name = convert(key, STRING)
    except ConversionError as error:
        raise EvaluationError(
            f"Invalid index: The given key does not identify an element in this collection value: {error}."
        ) from None
    if not name.known:
        element = value.type.element if isinstance(value.type, MapType) else DYNAMIC
        return unknown_from(element, [value, key], opened=value.known)
    if isinstance(value.raw, Unk) or isinstance(value.type, ObjectType):
        return get_attribute(value.unmarked(), name.raw)
    if name.raw not in value.raw:
        raise EvaluationError("Invalid index: The given key does not identify an element in this collection value.")
    found: Value = value.raw[name.raw]
    return found


__all__ = ["FALSE", "TRUE", "binary", "equal", "get_attribute", "get_index", "negated", "unary"]
