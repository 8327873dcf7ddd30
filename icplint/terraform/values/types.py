"""Terraform's types, and how they unify (go-cty's rules)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from icplint.model.dataclass import dataclass


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


def inner_types(kind: Type) -> Iterable[Type]:
    """Return the types of the elements or attributes of a type; none of a primitive one."""
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
        left += inner_types(left.pop())
    return count


def has_dynamic(kind: Type) -> bool:
    """Return whether a part of the type is not known."""
    return kind is DYNAMIC or any(has_dynamic(inner) for inner in inner_types(kind))


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
