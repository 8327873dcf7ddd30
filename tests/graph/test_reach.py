"""What stands behind a name, against networkx: the hosts that can be reached, and whether they certainly are."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from icplint.graph.graph import MANY, Edge, Graph
from icplint.model.origin import Origin
from icplint.model.text import plain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain, Node, Placement, Relation, Server, ServerGroup
from icplint.policy import Policy
from icplint.questions.reach import Reach, Reaches

HERE = Origin()
PLACE = Placement(provider="alibaba", region="cn-hangzhou")
NODES = 9


def domain(number: int) -> Domain:
    name = f"n{number}.example.cn"
    return Domain(key=name, name=name, zone=name, origin=HERE)


def group(number: int) -> ServerGroup:
    return ServerGroup(key=f"g{number}", origin=HERE, product="alb")


def server(number: int) -> Server:
    free: dict[str, Any] = {"bandwidth": 5, "charge": "subscription", "months": 12, "id": f"i-{number}"}
    unknown = Unknown(plain("not read"))
    return Server(
        key=f"s{number}",
        origin=HERE,
        product="ecs",
        placement=PLACE,
        expires=unknown,
        created=unknown,
        renewal=unknown,
        **free,
    )


def edge(start: Node, ends: tuple[Node, ...], rest: Unknown | None = None) -> Edge:
    relation = Relation.SERVED_BY if isinstance(start, Domain) else Relation.FORWARDS_TO
    return Edge(start=start, relation=relation, ends=ends, origin=HERE, words="", rest=rest)


def made(pairs: list[tuple[int, list[int], bool]]) -> tuple[Graph, list[Node]]:
    """Return a graph of three names, three groups and three servers, with these edges."""
    graph = Graph(Policy(date(2026, 12, 1)))
    nodes: list[Node] = [kind(number) for kind in (domain, group, server) for number in range(NODES // 3)]
    for node in nodes:
        graph.add(node)
    for start, ends, more in pairs:
        rest = Unknown(plain("not known"), open=True) if more else None
        graph.add_edge(edge(nodes[start], tuple(nodes[end] for end in dict.fromkeys(ends)), rest))
    return graph, nodes


def oracle(graph: Graph, start: Node) -> dict[tuple[str, str, str], bool]:
    """Return the hosts that networkx reaches, by way of pairs of a node and whether one certainly arrives there."""
    states: nx.DiGraph = nx.DiGraph()
    for one in graph.edges():
        for certain in (True, False):
            sure = certain and one.rest is None and len(one.ends) == 1
            states.add_edges_from(((one.start.identity, certain), (end.identity, sure)) for end in one.ends)
    first = (start.identity, True)
    found = {first, *(nx.descendants(states, first) if first in states else ())}
    hosts = {identity for identity, _ in found if identity[0] == "Server"}
    return {identity: (identity, True) in found for identity in hosts}


def told(reach: Reach) -> dict[tuple[str, str, str], bool]:
    return {identity: certain for identity, (_, certain) in reach.hosts.items()}


EDGES = st.lists(
    st.tuples(
        st.integers(0, NODES * 2 // 3 - 1), st.lists(st.integers(0, NODES - 1), min_size=1, max_size=3), st.booleans()
    ),
    max_size=12,
)


@given(EDGES)
def test_the_hosts_are_those_that_can_be_reached(pairs: list[tuple[int, list[int], bool]]) -> None:
    graph, nodes = made(pairs)
    known = Reaches(graph)
    for node in nodes:
        assert told(known.behind(node)) == oracle(graph, node)


@given(EDGES, st.permutations(range(NODES)))
def test_the_order_of_asking_does_not_matter(pairs: list[tuple[int, list[int], bool]], order: list[int]) -> None:
    graph, nodes = made(pairs)
    one, other = Reaches(graph), Reaches(graph)
    forth = {number: one.behind(nodes[number]) for number in range(NODES)}
    back = {number: other.behind(nodes[number]) for number in order}
    assert [(told(forth[n]), forth[n].flags) for n in forth] == [(told(back[n]), back[n].flags) for n in forth]


def test_names_of_the_same_hosts_share_them() -> None:
    graph, nodes = made([(0, [3], False), (1, [3], False), (3, [6], False), (3, [7], False), (2, [6], False)])
    known = Reaches(graph)
    first, second, third = (known.behind(node) for node in nodes[:3])
    assert first is second
    assert told(third) == {nodes[6].identity: True}


def test_edges_that_may_end_at_any_of_many_servers_share_them() -> None:
    graph, nodes = made([])
    ends = tuple(graph.add(server(100 + number)) for number in range(MANY))
    for node in nodes[:2]:
        graph.add_edge(edge(node, ends))
    known = Reaches(graph)
    assert known.behind(nodes[0]) is known.behind(nodes[1])
    assert told(known.behind(nodes[0])) == oracle(graph, nodes[0]) == {end.identity: False for end in ends}
    assert [graph.into(end, Relation.SERVED_BY) for end in ends] == [list(graph.edges())] * MANY
