"""Where the nodes of a run are found: by the address of their resource, by the names that they go by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from icplint.graph.graph import Graph
from icplint.graph.limits import DEEPEST
from icplint.graph.private_index import Inside, Private, PrivateIndex
from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import Address, Bucket, Gateway, LoadBalancer, Node, Proxy, Server
from icplint.resources.products import accelerators
from icplint.resources.rows import AliasRow, Finder, NodeRow, referenced, values_of

REACHED: Final = (Address, Bucket, Gateway, LoadBalancer, Proxy, Server)
"""What visitors reach by an address or a name of its own."""
_INDEX: Final = re.compile(r"\[[^\]]*\]")
Key = tuple[str, str] | str
"""A root and an address, or an id."""
Passing = tuple[str, Reference]
"""A root and a reference in it that is not a node's."""


class RowNode(NamedTuple):
    """A node and the row that made it."""

    node: Node
    entry: NodeRow


class StandIn(NamedTuple):
    """What says that something stands for another resource, and the row for it.

    An `ambiguous` one may say it of another.
    """

    resource: Resource
    alias: AliasRow
    ambiguous: bool = False


class End(NamedTuple):
    """A node that a reference leads to.

    `private` says that only its own network reaches it there; `ambiguous` that the reference may lead elsewhere.
    """

    node: Node
    private: bool = False
    ambiguous: bool = False


class _Path(NamedTuple):
    """Where one thing leads that stands for another, what said so first, and whether there is a doubt on the way."""

    to: Node | Key
    first: StandIn | None
    ambiguous: bool


class NodeIndex:
    """Nodes by address and by name; what stands for another resource leads to the nodes of that one."""

    def __init__(self, graph: Graph, finder: Finder) -> None:
        self._graph = graph
        self._finder = finder
        self._at: dict[tuple[str, str], RowNode] = {}
        self._own: dict[tuple[str, str, str], RowNode] = {}
        self._named: dict[str, list[Node]] = defaultdict(list)
        self._standing: dict[Key, list[StandIn]] = defaultdict(list)
        self._private = PrivateIndex(finder, self._others_private)

    def enter(self, resource: Resource, node: Node, entry: NodeRow) -> None:
        """Enter a node under its address and its names."""
        known = RowNode(node, entry)
        self._at.setdefault((resource.root, resource.address), known)
        self._own[resource.root, resource.kind, resource.address] = known
        self._private.enter(resource, node, entry.private)
        for name in entry.names:
            for each in values_of(name, resource, self._finder):
                if isinstance(each, str) and each:
                    self._named[canonical(each)].append(node)

    def stand_for(self, resource: Resource, alias: AliasRow) -> None:
        """Enter what stands for another resource."""
        for value in values_of(alias.of, resource, self._finder):
            standing = StandIn(resource, alias, isinstance(value, Unknown) and value.sole is None)
            if isinstance(value, Unknown):
                for reference in value.refs:
                    self._standing[reference.root or resource.root, reference.address].append(standing)
            elif value:
                self._standing[str(value)].append(standing)

    def own(self, resource: Resource) -> RowNode:
        """Return the node that was made of a resource."""
        return self._own[resource.root, resource.kind, resource.address]

    def at(self, root: str, reference: Reference) -> list[End]:
        """Return the nodes that a reference leads to."""
        return self._led_to(root, reference, {}, 0)

    def _led_to(self, root: str, reference: Reference, met: dict[Passing, list[End]], depth: int) -> list[End]:
        """Return the nodes of a reference; `met` holds those that lead there already, and what they lead to."""
        attribute = _INDEX.sub("", reference.attribute)
        root = reference.root or root
        known = self._at.get((root, reference.address))
        if known is not None:
            return [End(known.node, _inner(attribute, known.entry.private))]
        through = [*self._through((root, reference.address))]
        if through:
            return [End(node, _inner(attribute, way.alias.private), way.ambiguous) for way, node in through]
        if (root, reference) not in met and depth < DEEPEST:
            met[root, reference] = []  # should it lead back to itself
            met[root, reference] = self._passed_on(root, reference, met, depth + 1)
        return met.get((root, reference), [])

    def below(self, root: str, reference: Reference) -> Node | None:
        """Return the node to which every name leads that is below what a reference points at."""
        known = self._at.get((reference.root or root, reference.address))
        return known.node if known is not None and reference.attribute in known.entry.below else None

    def served(self, resource: Resource, value: Any) -> bool:
        """Return whether a value of a resource leads to something that visitors may reach from outside its network."""
        if isinstance(value, Unknown):
            return any(
                isinstance(end.node, REACHED) and not end.private
                for reference in value.refs
                for end in self.at(resource.root, reference)
            )
        return any(isinstance(node, REACHED) for node in self.by_name(str(value)))

    def _passed_on(self, root: str, reference: Reference, met: dict[Passing, list[End]], depth: int) -> list[End]:
        """What is not a node, as an attachment, passes on what it was given: a plan does not look through it."""
        resource = self._finder.by_address(root, reference)
        value = resource.values.get(reference.attribute) if resource is not None and reference.attribute else None
        if isinstance(value, Unknown):
            ends = [end for further in value.refs for end in self._led_to(root, further, met, depth)]
            sole = value.sole and depth < DEEPEST
            return [*dict.fromkeys(ends if sole else (end._replace(ambiguous=True) for end in ends))]
        return [End(node) for node in self.by_name(value)] if isinstance(value, str) and value else []

    def by_name(self, value: str, *, inside: Inside | None = None) -> list[Node]:
        """Return the nodes that go by a name, an address or an id; inside a network, by a private address too."""
        name = canonical(value)
        if known := self._named.get(name):
            return known
        if inside is not None and (known := self._private.holders(name, inside)):
            return known
        return [node for way, node in self._through(value) if not way.ambiguous] or self._accelerated(name)

    def _through(self, key: Key) -> Iterator[tuple[StandIn, Node]]:
        """Yield the nodes for which something stands, each with what says so first, loose if one on the way is."""
        if self._standing:
            yield from self._followed([_Path(key, None, ambiguous=False)])

    def _followed(self, ways: list[_Path]) -> Iterator[tuple[StandIn, Node]]:
        met = set()
        while ways:
            way = ways.pop()
            if isinstance(way.to, Node):
                if way.first is not None:
                    yield way.first._replace(ambiguous=way.ambiguous), way.to
                continue
            if (way.to, id(way.first), way.ambiguous) in met:
                continue
            met.add((way.to, id(way.first), way.ambiguous))
            standing = (one for other in self._spellings(way.to) for one in self._standing.get(other, ()))
            further = [led for one in standing for led in self._led(one, way)]
            ways += reversed(further)

    def _spellings(self, key: Key) -> Iterator[Key]:
        """A resource goes by its address and by its id: one may be written where the other is attached."""
        yield key
        if isinstance(key, str):
            yield from ((resource.root, resource.address) for resource in self._finder.by_id(key))
            return
        resource = self._finder.by_address(key[0], Reference(key[1]))
        if resource is not None and isinstance(identifier := resource.values.get("id"), str):
            yield identifier

    def _led(self, standing: StandIn, way: _Path | None = None) -> Iterator[_Path]:
        """Yield where something leads that stands for something else: to a node, or to what is to be looked for."""
        first = standing if way is None or way.first is None else way.first
        loose = standing.ambiguous or (way is not None and way.ambiguous)
        for value in values_of(standing.alias.path, standing.resource, self._finder):
            if not isinstance(value, Unknown):
                ends: list[Node | Key] = [*self._named.get(canonical(str(value)), ())]
                yield from (_Path(to, first, ambiguous=loose) for to in ends or [str(value)])
                continue
            for reference in value.refs:
                further = (reference.root or standing.resource.root, reference.address)
                to = self._at[further].node if further in self._at else further
                yield _Path(to, first, ambiguous=loose or value.sole is None)

    def missing_inside(self, address: str) -> Text:
        """Say that nothing in a network has an address."""
        return self._private.missing(address)

    def _others_private(self) -> Iterator[Private]:
        """Yield what holds private addresses of nodes that others stand for."""
        for standing in {id(each): each for those in self._standing.values() for each in those}.values():
            if standing.alias.private:
                nodes = [node for way, node in self._followed([*self._led(standing)][::-1]) if not way.ambiguous]
                for value in values_of(standing.alias.of, standing.resource, self._finder):
                    for target in referenced(value, standing.resource, self._finder):
                        yield Private(target, standing.alias.private, tuple(nodes))

    def _accelerated(self, name: str) -> list[Node]:
        """A CDN's CNAME is the accelerated name followed by the CDN's own: www.example.cn.w.kunlunsl.com.

        So is that of ESA, under suffixes that are not published.
        """
        known = self._graph.policy.suffixes.find(name)
        if known is not None and known.service != "cdn":
            return []
        labels = name.split(".")
        products = ("esa",) if known is None else accelerators()
        for accelerated in (".".join(labels[:-n]) for n in (4, 3, 2)):
            found = (self._graph.get(("Proxy", "", f"{product} {accelerated}")) for product in products)
            proxies = (node for node in found if isinstance(node, Proxy))
            if nodes := [node for node in proxies if known is None or node.provider == known.provider]:
                return list(nodes)
        return []


def _inner(attribute: str, private: tuple[str, ...]) -> bool:
    """Return whether an attribute, written without indices, is one of those that only its own network reaches."""
    return any(attribute in (path, path.replace("[]", "")) or attribute.startswith(f"{path}.") for path in private)


def canonical(name: str) -> str:
    """Return a host name as names are compared; anything else as it is."""
    return host_name(name) if "." in name else name
