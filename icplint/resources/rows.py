"""How a resource type becomes a node and its edges, as data."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache
from typing import Any, Final, NamedTuple, Protocol

from icplint.model.dataclass import dataclass
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import Node, Relation
from icplint.policy import Policy

ITSELF: Final = Text(en="the resource itself", zh="该资源本身")
NOT_SAID = Text(en="{kind} does not say {what}", zh="{kind} 没有说明 {what}")


class Finder(Protocol):
    """Finds resources: what another refers to, and those that refer to it; and what `policy` knows of regions."""

    policy: Policy
    environment: Mapping[str, str]

    def by_address(self, root: str, reference: Reference) -> Resource | None:
        """Return the resource that a reference in the root module points at, if the run has it."""
        ...

    def by_id(self, identifier: str) -> Sequence[Resource]:
        """Return the resources of that id: an attachment may have that of what it attaches to."""
        ...

    def by_kind(self, kind: str) -> Sequence[Resource]:
        """Return every resource of a type."""
        ...

    def by_key(self, kind: str, keys: Keys, key: Hashable) -> Sequence[Resource]:
        """Return the resources of a type that have a key, in order; `keys` says which ones a resource has.

        The same function is asked once about each resource of the type, however often somebody looks.
        """
        ...


class GivenName(NamedTuple):
    """A host name that a resource gives to something, the argument to show for it, and the zone that it lies in.

    Not `certain` where the resource may serve no website by it at all, as a record of a type not known.
    """

    name: str | Unknown
    place: str
    zone: str | Unknown | None = None
    certain: bool = True


Field = str | Callable[[Resource, Finder], Any]
Keys = Callable[[Resource, Finder], Iterable[Hashable]]
Name = str | Callable[[Resource, Finder], Iterable[str]]
Values = str | Callable[[Resource, Finder], Iterable[Any]]
"""A path, or a function where a path is not enough."""

SELF: Final = "."
"""The path of the resource itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRow:
    """One row of the table: a resource type that is a node; of several for one type, the first whose `when` holds.

    `key` and `fields` say where the node's fields stand: a path (`a.b[].c`) or, where a path is not enough, a function.
    `defaults` are the provider's documented defaults; they apply where nobody wrote an expression.
    `names` are the strings by which somebody may point at the node (a CNAME, an endpoint, an id); the attributes
    among them also name it by reference, those in `private` only inside its own network; every name below what one of
    `below` holds leads to it too.
    `edges` lead out of the node, `edges_in` lead to it from a host name; of several paths those count that are written.
    """

    kind: str
    node: type[Node]
    when: Callable[[Resource, Finder], bool] | None = None
    key: Field | None = None
    shared: bool = False
    """Whether `key` names the node everywhere, not only within its root module."""
    fields: Mapping[str, Field] = field(default_factory=dict)
    defaults: Mapping[str, Any] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    private: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    edges: Mapping[Relation, Values | tuple[Values, ...]] = field(default_factory=dict)
    edges_in: Mapping[Relation, Callable[[Resource, Finder], Iterable[GivenName]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """One row of the table: a resource type that is an edge between two others.

    `start` and `end` are what the resource says of the two, or SELF; `place` is the argument to show, by default that
    of a path. An edge that leads `inside` reaches private addresses too: it is the way into their network, which is
    that of the resource, of what it starts at, or of what it says at `network`.
    """

    kind: str
    relation: Relation
    start: Values
    end: Values
    place: str = ""
    inside: bool = False
    network: Values = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasRow:
    """One row of the table: something stands for another resource, as a listener does for its load balancer.

    What stands is the resource itself, or what it says at `of`: an attachment makes its interface stand for a server.
    `private` are the attributes of what stands that only its own network reaches; the literals there count too.
    """

    kind: str
    path: Values
    of: Values = SELF
    private: tuple[str, ...] = ()


Row = NodeRow | EdgeRow | AliasRow


def pick(values: Any, path: str) -> Iterable[Any]:
    """Return what `path` reaches in plain values; an unknown on the way stands in its place, null is nothing.

    A path is dotted; `[]` after a name takes each element of a list (a lone block counts as a list of one).
    """
    if path.isidentifier():  # most are, and a run asks tens of thousands of times
        value = values.get(path) if isinstance(values, Mapping) else None
        return () if value is None else (value,)
    return _reached(values, path)


def _reached(values: Any, path: str) -> Iterator[Any]:
    head, _, rest = path.partition(".")
    name = head.removesuffix("[]")
    value = values.get(name) if isinstance(values, Mapping) else None
    if value is None:
        return
    many = name != head and isinstance(value, list)
    for item in value if many else [value]:
        if rest and isinstance(item, Mapping):
            yield from pick(item, rest)
        elif not rest or isinstance(item, Unknown):
            yield item


def values_of(values: Values, resource: Resource, finder: Finder) -> Iterator[Any]:
    """Yield what a path reaches in a resource, or what the function returns; the members of a list one by one."""
    if values == SELF:
        yield Unknown(ITSELF, (Reference(resource.address),))
        return
    for value in pick(resource.values, values) if isinstance(values, str) else values(resource, finder):
        if isinstance(value, list):
            yield from value
        else:
            yield value


def constant(value: Any) -> Callable[[Resource, Finder], Any]:
    """Return a field that is the same for every resource of the type."""
    return lambda _resource, _finder: value


def first_set(*paths: str) -> Callable[[Resource, Finder], Iterable[Any]]:
    """Return what yields whatever the first path that somebody wrote reaches: where there is nothing, no doubt."""

    def values(resource: Resource, _finder: Finder) -> Iterable[Any]:
        reached = ([value for value in pick(resource.values, path) if is_set(value)] for path in paths)
        return next(filter(None, reached), ())

    return values


def referenced(value: Any, resource: Resource, finder: Finder) -> Iterator[Resource]:
    """Yield the resources of the run that a value points at, by reference or by a literal id."""
    if isinstance(value, Unknown):
        targets = (finder.by_address(resource.root, reference) for reference in value.refs)
        yield from (target for target in targets if target is not None and target is not resource)
    elif isinstance(value, str):
        yield from finder.by_id(value)


def target(value: Any, kind: str, resource: Resource, finder: Finder) -> Resource | None:
    """Return the one resource of a type that a value points at; None where it may point at another."""
    if isinstance(value, Unknown) and (value.open or len(value.refs) != 1):
        return None
    pointing = value if isinstance(value, Unknown) else str(value)
    return next((found for found in referenced(pointing, resource, finder) if found.kind == kind), None)


def referring(resource: Resource, kind: str, path: str, finder: Finder) -> Iterator[Resource]:
    """Yield the resources of a type that point at a resource by what stands at `path`."""
    yield from finder.by_key(kind, pointing_at(path), id(resource))


@cache
def pointing_at(path: str) -> Keys:
    """Return keys: the identities (`id`) of the resources that what stands at a path points at."""

    def keys(resource: Resource, finder: Finder) -> Iterator[int]:
        for each in pick(resource.values, path):
            for value in each if isinstance(each, list) else [each]:
                yield from map(id, referenced(value, resource, finder))

    return keys


@cache
def said_at(*paths: str) -> Keys:
    """Return keys: the texts that stand at some paths."""

    def keys(resource: Resource, _finder: Finder) -> Iterator[str]:
        for path in paths:
            yield from (value for value in pick(resource.values, path) if isinstance(value, str))

    return keys


def argument(path: Values) -> str:
    """Return the top-level argument of a path; of a function the one that it says in `reads`, if it has any."""
    return path.split(".", 1)[0].removesuffix("[]") if isinstance(path, str) else getattr(path, "reads", "")


def first(values: Any, path: str) -> Any:
    """Return the first of what `path` reaches, or None."""
    return next(iter(pick(values, path)), None)


def number(value: Any) -> float | None:
    """Return a number, also where it is written as text, as Terraform would convert it; None where it is not one."""
    try:
        return None if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        return None


def is_set(value: Any) -> bool:
    """Return whether somebody wrote a value: neither absent nor left to the provider."""
    return value is not None and not (isinstance(value, Unknown) and not value.written)
