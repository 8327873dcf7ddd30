"""Resources -> graph: first every node, then every edge by name or by reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from icplint.graph.edge_ends import NOT_IN_RUN, SETTLE_IN_RUN, EdgeEnds, spelled, unfit, words
from icplint.graph.gaps import gaps
from icplint.graph.graph import Edge, Graph
from icplint.graph.merge import merged
from icplint.graph.node_index import End, NodeIndex, canonical
from icplint.graph.node_maker import NodeMaker, absent
from icplint.graph.private_index import Inside
from icplint.graph.resource_index import ResourceIndex
from icplint.model.addresses import is_public
from icplint.model.names import host_name
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, Domain, Node, Record, Relation
from icplint.policy import Policy
from icplint.resources.listings import with_listed
from icplint.resources.rows import (
    AliasRow,
    EdgeRow,
    GivenName,
    NodeRow,
    Row,
    Values,
    argument,
    is_set,
    values_of,
)
from icplint.resources.unmet import Unmet

REGISTERS: Final = 20
"""Registers that are named where something is in none of them."""
NO_HOST = Text(
    en="{name} is no whole host name: which names are meant is not written",
    zh="{name} 不是完整的域名，无法得知具体指哪些域名",
)


def build(
    reading: Reading, table: Mapping[str, tuple[Row, ...]], policy: Policy, environment: Mapping[str, str] | None = None
) -> Graph:
    """Return the one graph of a run."""
    registers = few([i.path for i in reading.inputs if i.kind == "register"])
    graph = Graph(
        policy,
        complete=frozenset(reading.complete),
        unread=reading.unread,
        gaps=gaps(reading.unread, table),
        registers=registers,
        atlas=reading.geo,
        roots={shown: root.name for shown, root in reading.roots.items() if root.name},
    )
    builder = _Builder(
        graph, table, ResourceIndex(with_listed(merged(reading.resources), reading.before), policy, environment or {})
    )
    builder.nodes()
    builder.edges()
    return graph


def few(registers: list[str]) -> list[str]:
    """Return the first registers and how many more there are: what is in none of them says so."""
    left = len(registers) - REGISTERS
    return [*registers[:REGISTERS], f"… (+{left})"] if left > 0 else registers


class _Builder:
    def __init__(self, graph: Graph, table: Mapping[str, tuple[Row, ...]], index: ResourceIndex) -> None:
        self.graph = graph
        self._finder = index
        self._index = NodeIndex(graph, index)
        self.rows = [(resource, row) for resource in index for row in table.get(resource.kind, ())]
        self._unmet = Unmet(self._index.served)
        strangers = [(r, row) for r in index if r.kind not in table for row in self._unmet.rows(r.kind)]
        self.rows += strangers  # last, as they look at what the others have made
        self._strangers = [resource for resource, _ in strangers]
        self._maker = NodeMaker(index)
        self._ends = EdgeEnds(graph, self._index)

    def nodes(self) -> None:
        """Add the node of every resource that is one, and enter it under its names; keep the rows that apply."""
        made: Resource | None = None
        applying: list[tuple[Resource, Row]] = []
        for resource, row in self.rows:
            if isinstance(row, AliasRow):
                self._index.stand_for(resource, row)
                continue
            if isinstance(row, NodeRow):
                if resource is made or (row.when and not row.when(resource, self._finder)):
                    continue
                made = resource
                node = self.graph.add(self._maker.make(resource, row))
                self.graph.differ(node, resource.differs)
                self._index.enter(resource, node, row)
            applying.append((resource, row))
        self.rows = applying
        self.graph.unmet.update(r.kind for r in self._strangers if self._unmet.counts(r, self._finder))

    def edges(self) -> None:
        """Add the names that the resources give, then where everything leads: a name stands where it is declared."""
        for resource, row in self.rows:
            self._names(resource, row)
        for resource, row in self.rows:
            if isinstance(row, EdgeRow):
                self._link(resource, row)
            elif isinstance(row, NodeRow):
                node = self._index.own(resource).node
                for relation, paths in row.edges.items():
                    for path in paths if isinstance(paths, tuple) else (paths,):
                        place = resource.place(argument(path))
                        for value in values_of(path, resource, self._finder):
                            if is_set(value) or not isinstance(paths, tuple):
                                self._add_edge(EdgeStart(node, relation, resource, place), value)

    def _names(self, resource: Resource, row: Row) -> None:
        if isinstance(row, EdgeRow) and row.relation is Relation.SERVED_BY:
            for value in self._given(row.start, resource):
                self._starts(value, row, resource)
        elif isinstance(row, NodeRow):
            node = self._index.own(resource).node
            for relation, naming in row.edges_in.items():
                for named in naming(resource, self._finder):
                    self._name(named, relation, node, resource)

    def _name(self, named: GivenName, relation: Relation, node: Node, resource: Resource) -> None:
        start = self._host(named, resource)
        origin = resource.place(named.place).at(resource.address)
        certain = resource.certain and named.certain
        self.graph.add_edge(
            Edge(
                start=start,
                relation=relation,
                ends=(node,),
                origin=origin,
                words=resource.address,
                root=resource.root,
                certain=certain,
                counting=resource.counting,
            )
        )

    def _host(self, named: GivenName, resource: Resource) -> Node:
        origin = resource.place(named.place).at(resource.address)
        if isinstance(named.name, str) and "." in named.name.strip("."):
            name = host_name(named.name)
            return self.graph.add(Domain(key=name, origin=origin, name=name, zone=name))
        unknown = named.name or absent(resource, "name")
        if isinstance(unknown, str):
            unknown = Unknown(NO_HOST.using(name=unknown), prefix="" if "*" in unknown else f"{unknown}.")
        above = host_name(named.zone) if isinstance(named.zone, str) else unknown
        found = Domain(key=resource.address, root=resource.root, origin=origin, name=unknown, zone=above)
        node = self.graph.add(found)
        self.graph.unname(node, unknown, above)
        return node

    def _link(self, resource: Resource, link: EdgeRow) -> None:
        place = resource.place(_shown(link))
        ends = list(values_of(link.end, resource, self._finder))
        if not ends and isinstance(link.end, str):
            ends = [absent(resource, link.end)]
        networks = [end.node for value in self._given(link.network, resource) for end in self._started(value, resource)]
        for value in self._given(link.start, resource):
            nodes = self._starts(value, link, resource)
            ambiguous = value if isinstance(value, Unknown) and (value.open or len(nodes) > 1) else None
            for node in nodes:
                inside = Inside(resource, (node, *networks)) if link.inside else None
                start = EdgeStart(node, link.relation, resource, place, resource.address, inside, ambiguous)
                for end in ends:
                    self._add_edge(start, end)

    def _given(self, start: Values, resource: Resource) -> Iterator[Any]:
        """What a link starts at, if anything is written there at all."""
        values = values_of(start, resource, self._finder)
        yield from (value for value in values if is_set(value) and value != "")

    def _starts(self, value: Any, link: EdgeRow, resource: Resource) -> list[Node]:
        if link.relation is Relation.SERVED_BY:
            return [self._host(GivenName(value if isinstance(value, Unknown) else str(value), _shown(link)), resource)]
        if isinstance(value, Unknown):
            nodes = list({end.node.identity: end.node for end in self._started(value, resource)}.values())
        else:
            nodes = self._index.by_name(str(value))
        return nodes or self._elsewhere(value, link, resource)

    def _started(self, value: Any, resource: Resource) -> Iterator[End]:
        if not isinstance(value, Unknown):
            yield from (End(node) for node in self._index.by_name(spelled(value)))
            return
        for option in value.among:
            yield from self._started(option, resource)
        for reference in value.refs if not value.among else ():
            yield from self._index.at(resource.root, reference)

    def _elsewhere(self, value: Any, link: EdgeRow, resource: Resource) -> list[Node]:
        """An address that the run does not describe is bound nevertheless: what it is bound to is public."""
        if isinstance(value, str) and link.inside and is_public(name := canonical(value)):
            return [self.graph.add(Address(key=name, ip=name, origin=resource.place(_shown(link))))]
        if link.relation is not Relation.BOUND_TO:
            return []
        unknown = value if isinstance(value, Unknown) else Unknown(NOT_IN_RUN.using(name=value), settle=SETTLE_IN_RUN)
        key = resource.address if isinstance(value, Unknown) else str(value)
        return [self.graph.add(Address(key=key, root=resource.root, ip=unknown, origin=resource.origin))]

    def _add_edge(self, start: EdgeStart, value: Any) -> None:
        resource, origin = start.resource, start.place.at(start.resource.address)
        ends, rest, private = self._ends.of(value, resource, origin, inside=start.inside)
        planned = resource.rank is Rank.PLAN and isinstance(value, Unknown)
        if planned and isinstance(start.start, Record) and unfit(value, start.start):
            rest = rest or value  # a plan lost what was made of it
        self.graph.add_edge(
            Edge(
                start=start.start,
                relation=start.relation,
                ends=ends,
                origin=origin,
                words=words(value, ends),
                rest=rest or start.ambiguous,
                private=private and start.inside is None,
                by=start.by,
                root=resource.root,
                certain=resource.certain,
                counting=resource.counting,
            )
        )


class EdgeStart(NamedTuple):
    """Where edges start, and what says so; see `Edge` and `EdgeRow`.

    `inside` is the network that they lead into. An `ambiguous` one may start at another node.
    """

    start: Node
    relation: Relation
    resource: Resource
    place: Origin
    by: str | None = None
    inside: Inside | None = None
    ambiguous: Unknown | None = None


def _shown(link: EdgeRow) -> str:
    return link.place or argument(link.start)
