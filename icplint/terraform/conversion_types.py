"""What converting does to a type, whatever the value: go-cty decides that before it knows the value."""

from __future__ import annotations

from collections.abc import Iterable

from icplint.terraform.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    ListType,
    MapType,
    ObjectType,
    Primitive,
    SetType,
    TupleType,
    Type,
    unify,
)
from icplint.terraform.values import EvaluationError


class ConversionError(EvaluationError):
    """A value that does not convert to the type that is asked for."""


def converted_type(source: Type, target: Type) -> Type:
    """Return the type that a value of type `source` has once it is converted, or raise ConversionError.

    Source: github.com/zclconf/go-cty, cty/convert, getConversion and dynamicReplace.
    """
    if target is DYNAMIC or source == target:
        return source
    if source is DYNAMIC:
        return without_optional(target)
    match target:
        case Primitive() if isinstance(source, Primitive) and {source, target} != {NUMBER, BOOL}:
            return target
        case ObjectType():
            return _object(source, target)
        case ListType() | SetType() | MapType():
            return type(target)(_element(source, target))
        case TupleType(wanted) if isinstance(source, TupleType) and len(source.elements) == len(wanted):
            return TupleType(tuple(map(converted_type, source.elements, wanted)))
    raise ConversionError(f"{target} required")


def convertible(source: Type, target: Type) -> bool:
    """Return whether values of one type may convert to another."""
    try:
        converted_type(source, target)
    except ConversionError:
        return False
    return True


def _element(source: Type, target: ListType | SetType | MapType) -> Type:
    """Return the type of the elements of a collection that is made of a value of type `source`."""
    match source, target:
        case (ListType(element) | SetType(element), ListType() | SetType()) | (MapType(element), MapType()):
            return converted_type(element, target.element)
        case TupleType(elements), ListType() | SetType():
            return _common(elements, target.element, "list" if isinstance(target, ListType) else "set")
        case ObjectType(attributes), MapType():
            return _common(attributes.values(), target.element, "map")
    raise ConversionError(f"{target} required")


def without_optional(kind: Type) -> Type:
    """Return a type constraint as the type of a value, in which no attribute is optional."""
    match kind:
        case ListType(element) | SetType(element) | MapType(element):
            return type(kind)(without_optional(element))
        case ObjectType(attributes):
            return ObjectType({name: without_optional(inner) for name, inner in attributes.items()})
        case TupleType(elements):
            return TupleType(tuple(without_optional(inner) for inner in elements))
        case _:
            return kind


def _object(source: Type, target: ObjectType) -> Type:
    if isinstance(source, MapType):
        source = ObjectType(dict.fromkeys(target.attributes, source.element))
    if not isinstance(source, ObjectType):
        raise ConversionError("object required")
    found: dict[str, Type] = {}
    missing = [n for n in target.attributes if n not in source.attributes and n not in target.optional]
    if missing:
        raise ConversionError(required(missing))
    for name, wanted in target.attributes.items():
        if name not in source.attributes:
            found[name] = without_optional(wanted)
            continue
        try:
            found[name] = converted_type(source.attributes[name], wanted)
        except ConversionError as error:
            raise ConversionError(f'attribute "{name}": {error}') from None
    return ObjectType(found)


def required(names: list[str]) -> str:
    """Return the words for attributes that are not there."""
    quoted = [f'"{name}"' for name in sorted(names)]
    if len(quoted) == 1:
        return f"attribute {quoted[0]} is required"
    separator = ", and " if len(quoted) > 2 else " and "
    return f"attributes {', '.join(quoted[:-1])}{separator}{quoted[-1]} are required"


def _common(kinds: Iterable[Type], wanted: Type, noun: str) -> Type:
    """Return the type of the elements of a collection that is made of values of these types."""
    given = list(kinds)
    if not given:
        return without_optional(wanted)
    if wanted is not DYNAMIC:
        found = [converted_type(kind, wanted) for kind in given]
        return unify(found) or without_optional(wanted)
    common = unify(given)
    if common is None or (noun != "map" and common is DYNAMIC and any(kind is not DYNAMIC for kind in given)):
        raise ConversionError(f"all {noun} elements must have the same type")
    return common
