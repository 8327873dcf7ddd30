"""How Terraform converts a value to a type (go-cty's convert package)."""

from __future__ import annotations

from contextlib import suppress

from icplint.terraform.values import numbers
from icplint.terraform.values.conversion_types import ConversionError, converted_type, required, unify, without_optional
from icplint.terraform.values.distinct import set_of
from icplint.terraform.values.json_objects import Written, as_block
from icplint.terraform.values.partial import any_of, may_be_set
from icplint.terraform.values.possible import one_of, same, some_of
from icplint.terraform.values.refinements import converted_range, may_shrink, narrowed
from icplint.terraform.values.types import (
    COLLECTIONS,
    DYNAMIC,
    ListType,
    MapType,
    ObjectType,
    Primitive,
    SetType,
    TupleType,
    Type,
)
from icplint.terraform.values.value import (
    UnknownReason,
    Value,
    boolean,
    list_of,
    map_of,
    null,
    number,
    object_of,
    string,
)

__all__ = ["ConversionError", "convert"]


def convert(value: Value, target: Type) -> Value:
    """Return `value` as `target`, or raise ConversionError in Terraform's words.

    `target` may hold DYNAMIC (`any`), which takes whatever type fits, and objects with optional attributes.
    Source: github.com/zclconf/go-cty, cty/convert.
    """
    if value.type == target or target is DYNAMIC:
        return value
    converted = _convert(value, target)
    return converted.marked(value.marks)


def _convert(value: Value, target: Type) -> Value:
    if value.null:
        return null(converted_type(value.type, target))
    if isinstance(value.raw, UnknownReason):
        return narrowed(_unknown(value.unmarked(), target), converted_range(value, target))
    if not value.raw and isinstance(target, COLLECTIONS):
        return Value(converted_type(value.type, target), {} if isinstance(target, MapType) else ())
    match target:
        case Primitive():
            return _to_primitive(value, target)
        case ListType(element) | SetType(element):
            return _to_sequence(value, target, element)
        case MapType(element):
            return _to_map(value, element)
        case ObjectType():
            return _to_object(value, target)
        case TupleType(elements):
            return _to_tuple(value, elements)
    raise AssertionError(target)


def _unknown(value: Value, target: Type) -> Value:
    """A conversion passes on what it is given, or any of the values that this may be."""
    kind = converted_type(value.type, target)
    if not value.raw.among:
        return same(kind, value)
    found = []
    for option in value.raw.among:
        with suppress(ConversionError):  # Terraform would refuse it if it came to that
            found.append(convert(option, target))
    return one_of(kind, found, value.raw)


def _to_sequence(value: Value, target: ListType | SetType, element: Type) -> Value:
    if isinstance(target, ListType) and may_shrink(value):  # how many elements there will be is not known
        return some_of(converted_type(value.type, target), value.raw)
    if isinstance(target, ListType) and isinstance(value.type, TupleType) and may_be_set(value.raw):
        return list_of([any_of(value.raw)] * len(value.raw), DYNAMIC)
    items = _elements(value, target, element)
    return (list_of if isinstance(target, ListType) else set_of)(items, _element_type(items, element))


def _to_primitive(value: Value, target: Primitive) -> Value:
    match value.type, target:
        case (Primitive("number"), Primitive("string")):
            return string(numbers.spell(value.raw))
        case (Primitive("bool"), Primitive("string")):
            return string("true" if value.raw else "false")
        case (Primitive("string"), Primitive("number")):
            parsed = numbers.parse(value.raw)
            if parsed is None:
                raise ConversionError("a number is required")
            return number(parsed)
        case (Primitive("string"), Primitive("bool")):
            return _to_bool(value.raw)
        case _:
            raise ConversionError(f"{target} required")


def _to_bool(text: str) -> Value:
    if text in {"true", "1"}:
        return boolean(True)
    if text in {"false", "0"}:
        return boolean(False)
    hint = text.lower()
    if hint in {"true", "false"}:
        raise ConversionError(f'a bool is required; to convert from string, use lowercase "{hint}"')
    raise ConversionError("a bool is required")


def _elements(value: Value, target: Type, element: Type) -> list[Value]:
    if isinstance(value.raw, Written):
        return [_within(as_block(value), element, "element 0")]
    if not isinstance(value.type, ListType | SetType | TupleType):
        raise ConversionError(f"{target} required")
    return [_within(v, element, f"element {i}") for i, v in enumerate(_unified(list(value.raw), element))]


def _unified(items: list[Value], element: Type) -> list[Value]:
    """Where any type is allowed, elements still have to share one."""
    if element is not DYNAMIC or not items:
        return items
    common = unify(v.type for v in items)
    if common is None or (common is DYNAMIC and any(v.type is not DYNAMIC for v in items)):
        raise ConversionError("all list elements must have the same type")
    return [convert(v, common) for v in items]


def _element_type(items: list[Value], element: Type) -> Type:
    if not _open(element):
        return element
    return (unify(v.type for v in items) or element) if items else element


def _open(kind: Type) -> bool:
    match kind:
        case ListType(element) | SetType(element) | MapType(element):
            return _open(element)
        case ObjectType(attributes):
            return any(_open(t) for t in attributes.values())
        case TupleType(elements):
            return any(_open(t) for t in elements)
        case _:
            return kind is DYNAMIC


def _to_map(value: Value, element: Type) -> Value:
    if not isinstance(value.type, MapType | ObjectType):
        raise ConversionError("map required")
    if element is DYNAMIC and value.raw:
        common = unify(v.type for v in value.raw.values())
        if common is DYNAMIC:  # what has no type yet is taken to be of the type of the others
            typed = {v.type for v in value.raw.values()} - {DYNAMIC}
            common = typed.pop() if len(typed) == 1 else None if typed else DYNAMIC
        if common is None:
            raise ConversionError("all map elements must have the same type")
        return map_of({k: convert(v, common) for k, v in value.raw.items()}, common)
    items = {k: _within(v, element, f'element "{k}"') for k, v in value.raw.items()}
    return map_of(items, _element_type(list(items.values()), element))


def _to_object(value: Value, target: ObjectType) -> Value:
    if not isinstance(value.type, MapType | ObjectType):
        raise ConversionError("object required")
    missing = [n for n in target.attributes if n not in value.raw and n not in target.optional]
    if missing:
        raise ConversionError(required(missing))
    attributes = {
        name: _within(value.raw[name], kind, f'attribute "{name}"')
        if name in value.raw
        else null(without_optional(kind))
        for name, kind in target.attributes.items()
    }
    return object_of(attributes)


def _to_tuple(value: Value, elements: tuple[Type, ...]) -> Value:
    if not isinstance(value.type, ListType | TupleType) or len(value.raw) != len(elements):
        raise ConversionError("tuple required")
    items = tuple(_within(v, kind, f"element {i}") for i, (v, kind) in enumerate(zip(value.raw, elements, strict=True)))
    return Value(TupleType(tuple(v.type for v in items)), items)


def _within(value: Value, target: Type, where: str) -> Value:
    try:
        return convert(value, target)
    except ConversionError as error:
        raise ConversionError(f"{where}: {error}") from None
