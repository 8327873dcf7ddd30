"""Which hosts stand behind a name, through CDN origins and load balancers too.

What leads to the same hosts shares one `Reach`: a thousand names of a balancer before a thousand servers have one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from icplint.graph.graph import Edge, Graph, Identity
from icplint.model.dataclass import dataclass
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    Domain,
    Gateway,
    LoadBalancer,
    Node,
    Proxy,
    Record,
    Relation,
    Server,
    ServerGroup,
)
from icplint.questions.components import components
from icplint.questions.filings import subjects
from icplint.questions.next_hops import edges_of, enabled, forwards, leads_to_any_server, publishes

Host = Server | LoadBalancer
"""What may issue service codes: servers, and on some days NAT gateways, which are balancers here."""
INWARD: Final = frozenset({Relation.FRONTS, Relation.FORWARDS_TO})
"""Edges by which what answers visitors leads on inside its network."""
ENDS: Final = (Bucket, Gateway, Record, Server)
"""Where a path ends that was read to its end: a record leads on, unless it publishes nothing."""


class Flags(NamedTuple):
    """What is known of paths beside their hosts.

    `open`: one leads into the unknown, and may end anywhere: nothing is known of its end, not even of what it is an
    attribute. `unresolved`: one ends at what nothing in the run describes. `passing`: one goes through what leads on to
    others.
    """

    open: bool
    unresolved: bool
    passing: bool

    def __or__(self, other: Flags) -> Flags:
        return Flags(self.open or other.open, self.unresolved or other.unresolved, self.passing or other.passing)


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """The hosts behind names, each with whether it certainly is, and what is known of the paths to them."""

    hosts: Mapping[Identity, tuple[Host, bool]]
    flags: Flags


def reaches(graph: Graph) -> list[tuple[Domain, Reach]]:
    """Return what stands behind each name."""
    known = graph.once(Reaches)
    return [(domain, known.behind(domain)) for domain in subjects(graph, Domain)]


def names_of(graph: Graph) -> dict[Reach, list[Domain]]:
    """Return the names behind which the same hosts stand."""
    found: dict[Reach, list[Domain]] = defaultdict(list)
    for domain, reach in graph.once(reaches):
        found[reach].append(domain)
    return found


def reaches_of(graph: Graph) -> dict[Identity, list[Reach]]:
    """Return, for each host's identity, the reaches that have it."""
    found: dict[Identity, list[Reach]] = defaultdict(list)
    for reach in graph.once(names_of):
        for identity in reach.hosts:
            found[identity].append(reach)
    return found


def open_names(graph: Graph) -> list[Domain]:
    """Return the names of which a path leads into the unknown."""
    return [domain for domain, reach in graph.once(reaches) if reach.flags.open]


def pointable(graph: Graph) -> dict[Identity, Host]:
    """Return the hosts that an unknown value may turn out to lead to: what has, or may have, a public address.

    What stands behind a proxy or a balancer may have none: where that end is not known, it may be any server.
    """
    known = graph.once(Reaches)
    addresses = dict.fromkeys(known.behind(one) for one in graph.all(Address) if isinstance(one.ip, str))
    reached = {**graph.once(names_of), **addresses}
    found = {i: host for reach in reached for i, (host, _) in reach.hosts.items()}
    inside = any(
        edge.relation in INWARD and edge.rest is not None and is_unresolved(edge.rest) for edge in graph.edges()
    )
    found |= {one.identity: one for one in graph.all(Server) if inside or one.bandwidth != 0}
    balancers = (one for one in graph.all(LoadBalancer) if graph.policy.eligible(one.product))
    return found | {one.identity: one for one in balancers if inside or one.public is not False}


def is_unresolved(unknown: Unknown) -> bool:
    """Return whether nothing is known of what a value leads to."""
    return unknown.open or not unknown.refs


_State = tuple[Identity, bool]
"""A node, and whether visitors certainly arrive there."""


class _Visit(NamedTuple):
    """What a state has of its own, what leads on from it, and what is known to stand behind it."""

    own: Host | None
    flags: Flags
    ahead: dict[_State, Node]
    many: list[Reach]


class Reaches:
    """What stands behind each node, worked out once for all; what goes round has one reach together."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._found: dict[_State, Reach] = {}
        self._joined: dict[Hashable, Reach] = {}
        self._many: dict[Hashable, Reach] = {}

    def behind(self, node: Node) -> Reach:
        """Return what stands behind a node."""
        state = (node.identity, True)
        if state not in self._found:
            self._follow(node)
        return self._found[state]

    def _follow(self, start: Node) -> None:
        nodes: dict[_State, Node] = {(start.identity, True): start}
        visits: dict[_State, _Visit] = {}

        def onward(state: _State) -> list[_State]:
            visit = visits[state] = self._visit(nodes[state], certain=state[1])
            nodes.update(visit.ahead)
            return [one for one in visit.ahead if one not in self._found]

        for ring in components((start.identity, True), onward):
            reach = self._join({one: visits[one] for one in reversed(ring)})
            self._found |= dict.fromkeys(ring, reach)

    def _visit(self, node: Node, certain: bool) -> _Visit:
        graph = self._graph
        onward = list(_onward(graph, node))
        ends = all(edge.ends for edge, _ in onward) and (onward or isinstance(node, ENDS))
        flags = Flags(
            any(edge.rest is not None and is_unresolved(edge.rest) for edge, _ in onward),
            not ends,
            isinstance(node, LoadBalancer | Proxy | ServerGroup),
        )
        wide = [edge for edge, _ in onward if leads_to_any_server(graph, edge)]
        narrow = [(edge, sure) for edge, sure in onward if edge not in wide] if wide else onward
        issues = isinstance(node, Server) or (isinstance(node, LoadBalancer) and graph.policy.eligible(node.product))
        own = node if issues and isinstance(node, Server | LoadBalancer) else None
        ahead = {(end.identity, sure): end for end, sure in _ahead(narrow, certain=certain)}
        return _Visit(own, flags, ahead, list(map(self._at_many, wide)))

    def _at_many(self, edge: Edge) -> Reach:
        """Return what stands behind an edge that may end at any of many servers."""
        private = edge.private and edge.relation not in INWARD
        about = (id(edge.ends), private)
        if about not in self._many:
            hosts = {end.identity: (end, False) for end in reversed(_arrived(edge)) if isinstance(end, Server)}
            self._many[about] = Reach(hosts, Flags(open=False, unresolved=False, passing=False))
        return self._many[about]

    def _join(self, ring: Mapping[_State, _Visit]) -> Reach:
        """Return what a ring has together: the very reach of what it leads to, where nothing is added to that."""
        flags = Flags(open=False, unresolved=False, passing=False)
        own: dict[Identity, tuple[Host, bool]] = {}
        further: dict[Reach, None] = {}
        for (_, certain), visit in ring.items():
            flags |= visit.flags
            if visit.own is not None:
                known = own.get(visit.own.identity)
                own[visit.own.identity] = (visit.own, certain or bool(known and known[1]))
            further |= dict.fromkeys(visit.many)
            further |= dict.fromkeys(self._found[one] for one in visit.ahead if one not in ring)
        for reach in further:
            flags |= reach.flags
        if not own and len(further) == 1 and flags == next(iter(further)).flags:
            return next(iter(further))
        key = (tuple((i, certain) for i, (_, certain) in own.items()), flags, tuple(further))
        if key not in self._joined:
            self._joined[key] = Reach(merged_hosts((own, *(reach.hosts for reach in further))), flags)
        return self._joined[key]


def merged_hosts(
    several: Iterable[Mapping[Identity, tuple[Host, bool]]],
) -> Mapping[Identity, tuple[Host, bool]]:
    """Return the hosts of all, each certain if it certainly stands behind one of them."""
    found: dict[Identity, tuple[Host, bool]] = {}
    for hosts in several:
        found |= {i: one for i, one in hosts.items() if one[1] or i not in found}
    return found


def _ahead(onward: list[tuple[Edge, bool]], *, certain: bool) -> Iterator[tuple[Node, bool]]:
    """Yield the nodes where visitors arrive, those of the last edge first, each with whether they certainly do."""
    for edge, sure in reversed(onward):
        goes = certain and sure and edge.certain and edge.rest is None and len(edge.ends) == 1
        for end in reversed(_arrived(edge)):
            yield end, goes and end.certain and _public(edge, end) is True


def _onward(graph: Graph, node: Node) -> Iterator[tuple[Edge, bool]]:
    """Yield the edges by which visitors go on, each with whether they certainly do."""
    sure = True
    if isinstance(node, Record):
        live, serves = enabled(node).value, publishes(node).value
        if forwards(node) or live is False or serves is False:
            return
        sure = bool(live and serves)
    for edge in edges_of(graph, node) if isinstance(node, Domain) else graph.out(node):
        yield edge, sure


def _arrived(edge: Edge) -> list[Node]:
    if edge.private and edge.relation not in INWARD:
        return []
    return [end for end in edge.ends if _public(edge, end) is not False]


def _public(edge: Edge, end: Node) -> bool | Unknown:
    """A load balancer is reached if it has a public address, or an elastic one bound to it."""
    if isinstance(end, LoadBalancer) and edge.relation in {Relation.RESOLVES_TO, Relation.FRONTS, Relation.SERVED_BY}:
        return end.public
    return True
