"""Terraform's types, and how they unify (go-cty's rules)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


class Type:
    """Base of every type."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Primitive(Type):
    name: str

    def __str__(self) -> str:
        return self.name


STRING = Primitive("string")
NUMBER = Primitive("number")
BOOL = Primitive("bool")
DYNAMIC = Primitive("dynamic")
"""The type of what has no type yet: an untyped null, an unknown of unknown type, `any`."""


@dataclass(frozen=True, slots=True)
class ListType(Type):
    element: Type

    def __str__(self) -> str:
        return f"list of {self.element}"


@dataclass(frozen=True, slots=True)
class SetType(Type):
    element: Type

    def __str__(self) -> str:
        return f"set of {self.element}"


@dataclass(frozen=True, slots=True)
class MapType(Type):
    element: Type

    def __str__(self) -> str:
        return f"map of {self.element}"


@dataclass(frozen=True, slots=True)
class TupleType(Type):
    elements: tuple[Type, ...]

    def __str__(self) -> str:
        return "tuple"


@dataclass(frozen=True, slots=True)
class ObjectType(Type):
    """An object; `optional` holds the attributes that a type constraint allows to be absent."""

    attributes: Mapping[str, Type] = field(hash=False)
    optional: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        return hash(frozenset(self.attributes))

    def __str__(self) -> str:
        return "object"


COLLECTIONS = (ListType, SetType, MapType)


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
            element = unify(e for t in types for e in _inner(t))
            return None if element is None else type(first)(element)
    raise AssertionError(types)


def _as_collection(types: list[Type], family: type[MapType | ListType]) -> Type | None:
    """Return the map type that all of some objects convert to, or the list type that all of some tuples do."""
    from icplint.terraform.conversion_types import convertible

    element = unify(e for t in types for e in _inner(t))
    if element is None:
        return None
    made = family(element)
    return made if all(convertible(t, made) for t in types) else None


def _preferred(types: list[Type]) -> Type | None:
    """Return the first type that all the others convert to, the more general ones first."""
    from icplint.terraform.conversion_types import convertible

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


def _inner(kind: Type) -> Iterable[Type]:
    match kind:
        case ObjectType(attributes):
            return attributes.values()
        case TupleType(elements):
            return elements
        case ListType(element) | SetType(element) | MapType(element):
            return (element,)
        case _:
            return ()


def size_of(kind: Type, most: int) -> int:
    """Return of how many types a type is made, counted as often as they occur; where they are more, `most` + 1."""
    count = 0
    left = [kind]
    while left and count <= most:
        count += 1
        left += _inner(left.pop())
    return count


def has_dynamic(kind: Type) -> bool:
    """Return whether a part of the type is not known."""
    return kind is DYNAMIC or any(has_dynamic(inner) for inner in _inner(kind))


def conforms(kind: Type, wanted: Type) -> bool:
    """Return whether a type is the wanted one, in which any type may stand where the wanted one is not known."""
    if wanted is DYNAMIC or kind == wanted:
        return True
    match kind, wanted:
        case (ObjectType(given), ObjectType(attributes)):
            return given.keys() == attributes.keys() and all(conforms(given[n], t) for n, t in attributes.items())
        case (TupleType(given), TupleType(elements)):
            return len(given) == len(elements) and all(map(conforms, given, elements))
        case (ListType(e), ListType(w)) | (SetType(e), SetType(w)) | (MapType(e), MapType(w)):
            return conforms(e, w)
        case _:
            return False
