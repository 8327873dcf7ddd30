"""Attributes and elements of values, known and unknown, as go-cty and hclsyntax take them."""

from __future__ import annotations

from icplint.model.unknown import Reference
from icplint.terraform import numbers
from icplint.terraform.conversion import ConversionError, convert
from icplint.terraform.types import DYNAMIC, NUMBER, STRING, ListType, MapType, ObjectType, SetType, TupleType
from icplint.terraform.values import EvaluationError, Unk, Value, string, unknown, unknown_from


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
            f"Unsupported attribute: Can't access attributes on a {value.type}. Did you mean to "
            "access an attribute of an element?"
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
                "Invalid index: Elements of a set are identified only by their value and don't have "
                "any separate index or key to select with."
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
