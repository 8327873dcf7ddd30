"""Where the nodes of a run are found: by the address of their resource, by the names that they go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from icplint.graph.graph import Graph
from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import Node, Proxy
from icplint.resources.entry import Alias, Entry, Finder, found

ACCELERATORS = ("cdn", "dcdn", "scdn", "vod", "live")
"""Products whose CNAME is the accelerated name followed by the CDN's own."""


class Found(NamedTuple):
    """A node and the row that made it."""

    node: Node
    entry: Entry


class Directory:
    """Nodes by address and by name; what stands for another resource leads to the nodes of that one."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._at: dict[tuple[str, str], Found] = {}
        self._named: dict[str, list[Node]] = defaultdict(list)
        self._aliases: dict[tuple[str, str], tuple[Resource, Alias]] = {}
        self._alias_named: dict[str, tuple[str, str]] = {}

    def enter(self, resource: Resource, node: Node, entry: Entry, finder: Finder) -> None:
        """Enter a node under its address and its names."""
        self._at[resource.root, resource.address] = Found(node, entry)
        for name in entry.names:
            for each in found(name, resource, finder):
                if isinstance(each, str) and each:
                    self._named[canonical(each)].append(node)

    def stand_for(self, resource: Resource, alias: Alias) -> None:
        """Enter a resource that stands for another."""
        place = (resource.root, resource.address)
        self._aliases[place] = (resource, alias)
        if isinstance(name := resource.values.get("id"), str):
            self._alias_named[name] = place

    def own(self, resource: Resource) -> Found:
        """Return the node that was made of a resource."""
        return self._at[resource.root, resource.address]

    def at(self, root: str, reference: Reference, finder: Finder) -> list[tuple[Node, bool]]:
        """Return the nodes that a reference leads to, each with whether only its own network reaches it there."""
        known = self._at.get((root, reference.address))
        if known is not None:
            return [(known.node, reference.attribute.split("[")[0] in known.entry.private)]
        return [(node, False) for node in self._through((root, reference.address), finder, ())]

    def named(self, value: str, finder: Finder) -> list[Node]:
        """Return the nodes that go by a name, an address or an id."""
        name = canonical(value)
        if known := self._named.get(name):
            return known
        if name in self._alias_named:
            return list(self._through(self._alias_named[name], finder, ()))
        return self._accelerated(name)

    def _through(self, place: tuple[str, str], finder: Finder, seen: tuple[tuple[str, str], ...]) -> Iterator[Node]:
        if place not in self._aliases or place in seen:
            return
        resource, alias = self._aliases[place]
        for value in found(alias.path, resource, finder):
            if not isinstance(value, Unknown):
                yield from self.named(str(value), finder)
                continue
            for reference in value.refs:
                further = (resource.root, reference.address)
                if further in self._at:
                    yield self._at[further].node
                else:
                    yield from self._through(further, finder, (*seen, place))

    def _accelerated(self, name: str) -> list[Node]:
        """A CDN's CNAME is the accelerated name followed by the CDN's own: www.example.cn.w.kunlunsl.com.

        So is that of ESA, under suffixes that nobody lists.
        """
        known = self._graph.policy.suffixes.find(name)
        if known is not None and known.service != "cdn":
            return []
        labels = name.split(".")
        products = ("esa",) if known is None else ACCELERATORS
        for accelerated in (".".join(labels[:-n]) for n in (4, 3, 2)):
            found = (self._graph.get(("Proxy", "", f"{product} {accelerated}")) for product in products)
            proxies = (node for node in found if isinstance(node, Proxy))
            if nodes := [node for node in proxies if known is None or node.provider == known.provider]:
                return list(nodes)
        return []


def canonical(name: str) -> str:
    """Return a host name as names are compared; anything else as it is."""
    return host_name(name) if "." in name else name
