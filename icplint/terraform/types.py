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
    """Return the one type that all `types` convert to safely, or None (go-cty's convert.Unify).

    Source: github.com/zclconf/go-cty, cty/convert/unify.go.
    """
    given = list(types)
    if not given:
        return DYNAMIC
    distinct = [t for t in dict.fromkeys(given) if t is not DYNAMIC]
    if not distinct:
        return DYNAMIC
    if len(distinct) == 1:
        return distinct[0]
    if all(isinstance(t, Primitive) for t in distinct):
        return STRING if set(distinct) in ({STRING, NUMBER}, {STRING, BOOL}, {STRING, NUMBER, BOOL}) else None
    for family, build in ((MapType, MapType), (ListType, ListType), (SetType, SetType)):
        if all(isinstance(t, family) for t in distinct):
            element = unify(t.element for t in distinct if isinstance(t, family))
            return None if element is None else build(element)
    return _unify_mixed(distinct)


def _unify_mixed(types: list[Type]) -> Type | None:
    if all(isinstance(t, ObjectType) for t in types):
        return _unify_objects([t for t in types if isinstance(t, ObjectType)])
    if all(isinstance(t, TupleType) for t in types):
        return _unify_tuples([t for t in types if isinstance(t, TupleType)])
    if all(isinstance(t, ObjectType | MapType) for t in types):
        element = unify(e for t in types for e in _inner(t))
        return None if element is None else MapType(element)
    if all(isinstance(t, TupleType | ListType) for t in types):
        element = unify(e for t in types for e in _inner(t))
        return None if element is None else ListType(element)
    if all(isinstance(t, TupleType | ListType | SetType) for t in types):
        return _unify_with_sets(types)
    return None


def _unify_with_sets(types: list[Type]) -> Type | None:
    """Return the first list type, else the first set type, whose elements all the others' convert to."""
    for family in (ListType, SetType):
        for candidate in types:
            if isinstance(candidate, family) and all(
                unify([e, candidate.element]) == candidate.element for t in types for e in _inner(t)
            ):
                return candidate
    return None


def _unify_objects(types: list[ObjectType]) -> Type | None:
    first = types[0]
    if any(t.attributes.keys() != first.attributes.keys() for t in types):
        element = unify(e for t in types for e in t.attributes.values())
        return None if element is None else MapType(element)
    unified = {name: unify(t.attributes[name] for t in types) for name in first.attributes}
    whole = {name: t for name, t in unified.items() if t is not None}
    return ObjectType(whole) if len(whole) == len(unified) else None


def _unify_tuples(types: list[TupleType]) -> Type | None:
    if len({len(t.elements) for t in types}) > 1:
        element = unify(e for t in types for e in t.elements)
        return None if element is None else ListType(element)
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
