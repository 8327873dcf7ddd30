"""Attributes and elements of values, known and unknown, as go-cty and hclsyntax take them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NoReturn

from icplint.model.unknown import Reference
from icplint.terraform.values import numbers
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.errors import EvaluationError, UndeclaredError
from icplint.terraform.values.json_objects import Written, as_block
from icplint.terraform.values.possible import chosen, members, one_of
from icplint.terraform.values.types import (
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    Primitive,
    SetType,
    TupleType,
)
from icplint.terraform.values.value import SENSITIVE, UnknownReason, Value, string, unknown

_NO_ELEMENT: Final = "Invalid index: The given key does not identify an element in this collection value"


def get_attribute(value: Value, name: str) -> Value:
    """Return `value.name`, or raise in Terraform's words."""
    if value.null:
        raise EvaluationError(
            "Attempt to get attribute from null value: This value is null, so it does not have any attributes."
        )
    match value.type:
        case ObjectType(attributes) if name not in attributes:
            if isinstance(value.raw, Written) and value.raw.block:
                return unknown(DYNAMIC, extended(value.raw.reason, f".{name}")).marked(value.marks)
            raise EvaluationError(f'Unsupported attribute: This object does not have an attribute named "{name}".')
        case MapType() if value.known and name not in value.raw:
            raise EvaluationError(f'Missing map element: This map does not have an element with the key "{name}".')
        case ObjectType() | MapType():
            pass
        case _ if value.type is not DYNAMIC:
            _no_attributes(value, name)
    if isinstance(value.raw, UnknownReason):
        return _attribute_of_unknown(value, value.raw, name).marked(value.marks)
    found: Value = value.raw[name]
    return found.marked(value.marks)


def _no_attributes(value: Value, name: str) -> NoReturn:
    match value.type:
        case ListType(ObjectType(attributes)) if name in attributes:
            why = (
                f'Can\'t access attributes on a list of objects. Did you mean to access attribute "{name}" for a '
                "specific element of the list, or across all elements of the list?"
            )
        case ListType(ObjectType()):
            why = (
                "Can't access attributes on a list of objects. Did you mean to access an attribute for a specific "
                "element of the list, or across all elements of the list?"
            )
        case SetType(ObjectType()):
            why = (
                "Can't access attributes on a set of objects. Did you mean to access an attribute across all elements "
                "of the set?"
            )
        case Primitive():
            why = f"Can't access attributes on a primitive-typed value ({value.type})."
        case _:
            why = "This value does not have any attributes."
    raise EvaluationError(f"Unsupported attribute: {why}")


def _attribute_of_unknown(value: Value, reason: UnknownReason, name: str) -> Value:
    found = _of_each(value, lambda option: get_attribute(option, name))
    if found is not None:
        kinds = value.type.attributes.get(name, DYNAMIC) if isinstance(value.type, ObjectType) else DYNAMIC
        kind = value.type.element if isinstance(value.type, MapType) else kinds
        return one_of(kind, found, reason)
    match value.type:
        case ObjectType(attributes):
            return unknown(attributes[name], extended(reason, f".{name}"))
        case MapType(element):
            return unknown(element, extended(reason, f".{name}"))
        case _:
            return reason.look(string(name)) if reason.look else unknown(DYNAMIC, extended(reason, f".{name}"))


def _of_each(value: Value, take: Callable[[Value], Value]) -> list[Value] | None:
    """Return what is taken of each value that an unknown may be, or what it may hold; None where that is not known."""
    if not isinstance(value.raw, UnknownReason) or not (value.raw.among or value.raw.parts):
        return None
    if not value.raw.among:
        return members(value)
    found = []
    for option in value.raw.among:
        try:
            found.append(take(option))
        except UndeclaredError:
            raise
        except EvaluationError:  # Terraform would refuse it if it came to that
            continue
    return found or None


def extended(reason: UnknownReason, step: str) -> UnknownReason:
    """Point at the part of what the unknown points at, where it is one thing, or one of several whole objects."""
    one = len(reason.refs) == 1 and not reason.open
    whole = step.startswith(".") and bool(reason.refs) and not any(ref.attribute for ref in reason.refs)
    if not (one or whole):
        return UnknownReason(reason.why, reason.refs, True, reason.settle)
    refs = tuple(Reference(r.address, f"{r.attribute}{step}".removeprefix("."), r.root) for r in reason.refs)
    return UnknownReason(reason.why, refs, reason.open, reason.settle)


def get_index(value: Value, key: Value) -> Value:
    """Return `value[key]`, or raise in Terraform's words."""
    if value.null:
        raise EvaluationError("Attempt to index null value: This value is null, so it does not have any indices.")
    if key.null:
        raise EvaluationError("Invalid index: Can't use a null value as an indexing key.")
    marks = value.marks | key.marks
    match value.type:
        case _ if value.type is DYNAMIC and isinstance(value.raw, UnknownReason):
            return _index_of_untyped(value, value.raw, key).marked(marks)
        case _ if key.type is DYNAMIC:
            return chosen(DYNAMIC, value, key)
        case ListType() | TupleType():
            return _element(value, key).marked(marks)
        case MapType() | ObjectType():
            return _item(value, key).marked(marks)
        case SetType():
            raise EvaluationError(
                "Invalid index: Elements of a set are identified only by their value and don't have any separate index "
                "or key to select with, so it's only possible to perform operations across all elements of the set."
            )
        case _:
            raise EvaluationError("Invalid index: This value does not have any indices.")


def _index_of_untyped(value: Value, reason: UnknownReason, key: Value) -> Value:
    if reason.look:
        return reason.look(key)
    if (found := _of_each(value, lambda option: get_index(option, key))) is not None:
        return one_of(DYNAMIC, found, reason)
    if not key.known:
        return chosen(DYNAMIC, value, key)
    step = f".{key.raw}" if key.type is STRING else f"[{_spelled(key)}]"
    return unknown(DYNAMIC, _reached(reason, key, step))


def _reached(reason: UnknownReason, key: Value, step: str) -> UnknownReason:
    """Point at the part that a key names; a sensitive key is never shown, so any part is meant."""
    if key.marks >= SENSITIVE:
        return UnknownReason(reason.why, reason.refs, True, reason.settle)
    return extended(reason, step)


def _spelled(key: Value) -> str:
    return numbers.spell(key.raw) if key.type is NUMBER else str(key.raw)


def _element(value: Value, key: Value) -> Value:
    try:
        position = convert(key, NUMBER)
    except ConversionError as error:
        raise EvaluationError(f"{_NO_ELEMENT}: {error}.") from None
    element = value.type.element if isinstance(value.type, ListType) else DYNAMIC
    if not position.known:
        return chosen(element, value, position)
    if (taken := _of_each(value, lambda option: get_index(option, key))) is not None:
        return one_of(element, taken, value.raw)
    length = len(value.type.elements) if isinstance(value.type, TupleType) else None
    if isinstance(value.raw, UnknownReason) and length is None:
        return unknown(element, _reached(value.raw, key, f"[{_spelled(position)}]"))
    at = position.raw or 0  # zero may be negative
    length = len(value.raw) if length is None else length
    if not isinstance(at, int) or not 0 <= at < length:
        _beyond(at, length)
    if isinstance(value.raw, UnknownReason):
        assert isinstance(value.type, TupleType)
        return unknown(value.type.elements[at], _reached(value.raw, key, f"[{at}]"))
    found: Value = value.raw[at]
    return found


def _beyond(at: numbers.Number, length: int) -> NoReturn:
    if not isinstance(at, int):
        why = ": indexing a sequence requires a whole number, but the given index has a fractional part."
    elif at < 0:
        why = ": a negative number is not a valid index for a sequence."
    elif at == length:  # Terraform compares the wrong way round: an index that is greater gets no explanation
        none = ": the collection has no elements."
        why = none if length == 0 else ": the given index is greater than or equal to the length of the collection."
    else:
        why = "."
    raise EvaluationError(f"{_NO_ELEMENT}{why}")


def _item(value: Value, key: Value) -> Value:
    try:
        name = convert(key, STRING)
    except ConversionError as error:
        raise EvaluationError(f"{_NO_ELEMENT}: {error}.") from None
    if not name.known:
        element = value.type.element if isinstance(value.type, MapType) else DYNAMIC
        return chosen(element, value, name)
    if (taken := _of_each(value, lambda option: get_index(option, key))) is not None:
        return one_of(value.type.element if isinstance(value.type, MapType) else DYNAMIC, taken, value.raw)
    if isinstance(value.raw, UnknownReason):
        kind = value.type.element if isinstance(value.type, MapType) else DYNAMIC
        return unknown(kind, _reached(value.raw, key, f".{name.raw}"))
    if name.raw not in value.raw:
        by_number = isinstance(value.type, ObjectType) and key.type is NUMBER
        if by_number and key.raw == 0 and isinstance(value.raw, Written):
            return as_block(value)
        hint = " An object only supports looking up attributes by name, not by numeric index." if by_number else ""
        raise EvaluationError(f"{_NO_ELEMENT}.{hint}")
    found: Value = value.raw[name.raw]
    return found
