"""Functions that make one map of others, or of lists."""

from __future__ import annotations

from typing import Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, quoted, strings, table
from icplint.terraform.values.types import DYNAMIC, STRING, ListType, MapType, ObjectType, TupleType, Type
from icplint.terraform.values.value import NO_MARKS, Value, map_of, object_of, unknown_from, wholly_known


def _merge_type(arguments: list[Value]) -> Type:
    if not arguments:
        return ObjectType({})
    attributes: dict[str, Type] = {}
    settled = True
    for argument in arguments:
        match argument.type:
            case ObjectType(own):
                attributes |= {} if argument.null else own
            case MapType(element) if argument.known:
                attributes |= dict.fromkeys(argument.raw or (), element)
            case MapType(_):
                settled = False
            case _ if argument.type is DYNAMIC:
                return DYNAMIC
            case _:
                raise RefusalError(f"arguments must be maps or objects, got {quoted(str(argument.type))}")
    kinds = [argument.type for argument in arguments]
    if all(kind == kinds[0] for kind in kinds):
        return kinds[0]
    return ObjectType({name: attributes[name] for name in sorted(attributes)}) if settled else DYNAMIC


def _merge(arguments: list[Value], _: Context) -> Value:
    given = [argument for argument in arguments if not argument.null]
    _merge_type(given)  # behind a null without a type there may be anything
    marks = NO_MARKS.union(*(argument.marks for argument in given))
    items = {key: value for argument in given for key, value in argument.raw.items()}
    kind = _merge_type(arguments)
    merged = map_of(items, kind.element) if isinstance(kind, MapType) else object_of(items)
    return merged.marked(marks)


def _transpose(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    if not wholly_known(given):
        return unknown_from(given.type, arguments)
    found: dict[str, list[str]] = {}
    for key, texts in given.raw.items():
        if texts.null:
            raise RefusalError("input must not contain null list")
        for text in texts.raw:
            if text.null:
                raise RefusalError("input list must not contain null string")
            found.setdefault(text.raw, []).append(key)
    return map_of({key: strings(sorted(keys)) for key, keys in found.items()}, ListType(STRING))


def _zipmap_type(arguments: list[Value]) -> Type:
    keys, values = arguments
    match values.type:
        case ListType(element):
            return MapType(element)
        case TupleType(elements):
            if not wholly_known(keys):
                return DYNAMIC
            _check_lengths(len(keys.raw), len(elements))
            if nulls := [i for i, key in enumerate(keys.raw) if key.null]:
                raise RefusalError(f"keys list has null value at index {nulls[0]}")
            return ObjectType({key.raw: kind for key, kind in zip(keys.raw, elements, strict=True)})
    raise RefusalError("values argument must be a list or tuple value")


def _check_lengths(keys: int, values: int) -> None:
    if keys != values:
        raise RefusalError(f"number of keys ({keys}) does not match number of values ({values})")


def _zipmap(arguments: list[Value], _: Context) -> Value:
    keys, values = arguments
    kind = _zipmap_type(arguments)
    marks = keys.marks.union(values.marks, *(key.marks for key in keys.raw))
    if not wholly_known(keys):
        return unknown_from(kind, arguments).marked(marks)
    _check_lengths(len(keys.raw), len(values.raw))
    if any(key.null for key in keys.raw):
        raise RefusalError("panic in function implementation: value is null")
    items = {key.raw: value for key, value in zip(keys.raw, values.raw, strict=True)}
    return (map_of(items, kind.element) if isinstance(kind, MapType) else object_of(items)).marked(marks)


_LISTS: Final = MapType(ListType(STRING))

FUNCTIONS: Final = table(
    Function("merge", (), Parameter("maps", null=True, marked=True, untyped=True), _merge_type, _merge),
    Function("transpose", (Parameter("values", _LISTS),), None, _LISTS, _transpose),
    Function(
        "zipmap",
        (Parameter("keys", ListType(STRING), marked=True), Parameter("values", marked=True)),
        None,
        _zipmap_type,
        _zipmap,
    ),
)
