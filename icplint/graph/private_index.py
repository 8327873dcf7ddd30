"""The private addresses of a run, and what has one in the network that it is named in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from icplint.graph.graph import Identity
from icplint.graph.networks import PrivateAddresses, Vpc, vpc_in, vpc_of
from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.vocabulary import Node
from icplint.resources.rows import Finder, pick


class Inside(NamedTuple):
    """What a value says that stands inside a network: a resource, and the nodes whose network it is."""

    resource: Resource
    nodes: tuple[Node, ...] = ()


class Private(NamedTuple):
    """A resource that holds private addresses at some paths, and the nodes that have them."""

    resource: Resource
    paths: tuple[str, ...]
    nodes: tuple[Node, ...]


class PrivateIndex:
    """The nodes with private addresses, gathered when somebody asks; `standing` yields those that others stand for."""

    def __init__(self, finder: Finder, standing: Callable[[], Iterable[Private]]) -> None:
        self._finder = finder
        self._standing = standing
        self._entered: list[Private] = []
        self._made_of: dict[Identity, Resource] = {}
        self._gathered: PrivateAddresses | None = None

    def enter(self, resource: Resource, node: Node, paths: tuple[str, ...]) -> None:
        """Enter a node and the resource that it was made of."""
        self._made_of.setdefault(node.identity, resource)
        if paths:
            self._entered.append(Private(resource, paths, (node,)))

    def holders(self, address: str, inside: Inside) -> list[Node]:
        """Return the nodes that may have an address which stands inside a network."""
        addresses = self._addresses()
        if address not in addresses:
            return []
        return addresses.holders(address, self._vpc(inside.resource, *inside.nodes), inside.resource.roots)

    def missing(self, address: str) -> Text:
        """Say that nothing in a network has an address."""
        return self._addresses().missing(address)

    def _addresses(self) -> PrivateAddresses:
        if self._gathered is None:
            self._gathered = PrivateAddresses()
            for one in (*self._entered, *self._standing()):
                self._gather(one, self._gathered)
        return self._gathered

    def _gather(self, private: Private, into: PrivateAddresses) -> None:
        found = [held for path in private.paths for held in _held(private.resource, path)]
        own = self._vpc(private.resource, *private.nodes) if any(item is None for item, _ in found) else None
        for item, address in found:
            vpc = own if item is None else vpc_in(item, private.resource, self._finder)
            for node in private.nodes:
                into.enter(host_name(address) if "." in address else address, node, vpc, self._roots(private, node))

    def _roots(self, private: Private, node: Node) -> Iterable[str]:
        made_of = self._made_of.get(node.identity, private.resource)
        return dict.fromkeys((*private.resource.roots, *made_of.roots))

    def _vpc(self, resource: Resource, *nodes: Node) -> Vpc | None:
        """Return the VPC of a resource; where it does not say any, that of the first node that does."""
        made_of = (self._made_of[node.identity] for node in nodes if node.identity in self._made_of)
        found = (vpc_of(one, self._finder) for one in (resource, *made_of))
        return next((vpc for vpc in found if vpc is not None), None)


def _held(resource: Resource, path: str) -> Iterator[tuple[Mapping[str, Any] | None, str]]:
    """Yield the addresses at a path; of a list of things each with the thing, which has a network of its own."""
    listed, _, within = path.rpartition("[].")
    things = [one for one in pick(resource.values, f"{listed}[]") if isinstance(one, Mapping)] if listed else [None]
    for thing in things:
        for value in pick(resource.values if thing is None else thing, within):
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str) and each:
                    yield thing, each
