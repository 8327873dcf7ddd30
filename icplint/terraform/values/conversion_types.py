"""What converting does to a type, whatever the value, and the one type that several convert to (go-cty's rules)."""

from __future__ import annotations

from collections.abc import Iterable

from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    Primitive,
    SetType,
    TupleType,
    Type,
    inner_types,
)


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


def unify(types: Iterable[Type]) -> Type | None:
    """Return the one type that all `types` convert to, or None (go-cty's convert.UnifyUnsafe).

    Source: github.com/zclconf/go-cty, cty/convert/unify.go.
    """
    distinct = list(dict.fromkeys(types))
    if len(distinct) <= 1:
        return distinct[0] if distinct else DYNAMIC
    typed = [t for t in distinct if t is not DYNAMIC]
    families = {type(t) for t in typed}
    if len(families) == 1 and Primitive not in families:
        return DYNAMIC if len(typed) < len(distinct) else _unify_family(typed)
    for general, special in ((MapType, ObjectType), (ListType, TupleType)):
        if families == {general, special}:
            made = _as_collection([t for t in typed if isinstance(t, special)], general)
            found = unify(made if isinstance(t, special) else t for t in distinct) if made else None
            if isinstance(found, general):
                return found
    return None if families >= {ObjectType, TupleType} else _preferred(distinct)


def _unify_family(types: list[Type]) -> Type | None:
    """Unify types of one kind, none of them primitive."""
    match types[0]:
        case ObjectType():
            return _unify_objects([t for t in types if isinstance(t, ObjectType)])
        case TupleType():
            return _unify_tuples([t for t in types if isinstance(t, TupleType)])
        case ListType() | SetType() | MapType() as first:
            element = unify(e for t in types for e in inner_types(t))
            return None if element is None else type(first)(element)
    raise AssertionError(types)


def _as_collection(types: list[Type], family: type[MapType | ListType]) -> Type | None:
    """Return the map type that all of some objects convert to, or the list type that all of some tuples do."""
    element = unify(e for t in types for e in inner_types(t))
    if element is None:
        return None
    made = family(element)
    return made if all(convertible(t, made) for t in types) else None


def _preferred(types: list[Type]) -> Type | None:
    """Return the first type that all the others convert to, the more general ones first."""
    for candidate in sorted(types, key=_rank):
        if all(convertible(t, candidate) for t in types):
            return candidate
    return None


def _rank(kind: Type) -> int:
    if kind is DYNAMIC:
        return 9
    if kind is STRING or isinstance(kind, ListType | MapType):
        return 0
    return 2 if isinstance(kind, SetType) else 1


def _unify_objects(types: list[ObjectType]) -> Type | None:
    first = types[0]
    if any(t.attributes.keys() != first.attributes.keys() for t in types):
        return _as_collection([*types], MapType)
    unified = {name: unify(t.attributes[name] for t in types) for name in first.attributes}
    whole = {name: t for name, t in unified.items() if t is not None}
    return ObjectType(whole) if len(whole) == len(unified) else None


def _unify_tuples(types: list[TupleType]) -> Type | None:
    if len({len(t.elements) for t in types}) > 1:
        return _as_collection([*types], ListType)
    columns = [unify(column) for column in zip(*(t.elements for t in types), strict=True)]
    whole = tuple(t for t in columns if t is not None)
    return TupleType(whole) if len(whole) == len(columns) else None
