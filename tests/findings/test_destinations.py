"""What paths end at, worked out once: as a walk of each name alone finds it, also in circles."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from icplint.findings.destinations import Destinations
from icplint.graph.graph import Edge, Graph
from icplint.model.origin import Origin
from icplint.model.vocabulary import Domain, Node, Relation
from icplint.policy import Policy


class Counting(Graph):
    """A graph that counts how often the ways out of a node are asked for."""

    def __init__(self) -> None:
        super().__init__(Policy(date(2026, 11, 24)))
        self.asked: Counter[str] = Counter()

    def out(self, node: Node, *relations: Relation) -> list[Edge]:
        self.asked[node.key] += 1
        return super().out(node, *relations)


def graph(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> Counting:
    """Return the graph of edges, each from one key to several."""
    made = Counting()
    for start, ends in pairs:
        nodes = [made.add(Domain(key=key, name=key, zone=key, origin=Origin())) for key in (start, *ends)]
        made.add_edge(
            Edge(start=nodes[0], relation=Relation.RESOLVES_TO, ends=tuple(nodes[1:]), origin=Origin(), words="")
        )
    return made


def walked(made: Graph, start: Node) -> set[str]:
    """Return what the paths from a node end at, by a walk of its own."""
    found, seen, todo = set(), set(), [start]
    while todo:
        node = todo.pop()
        if node.identity in seen or node.key in "xyz":
            continue
        seen.add(node.identity)
        below = [end for edge in made.out(node) for end in edge.ends]
        if not below and node is not start:
            found.add(f"{node.kind} {node.key}")
        todo += below
    return found


@pytest.mark.parametrize("seed", range(60))
def test_it_is_what_a_walk_finds(seed: int) -> None:
    many = random.Random(seed)  # noqa: S311 - the same graph each time
    keys = "abcdefghijklmnopwxyz"
    pairs = [(many.choice(keys), tuple(many.choices(keys, k=many.randint(0, 3)))) for _ in range(many.randint(1, 24))]
    made = graph(pairs)
    destinations = Destinations(made, lambda node: node.key in "xyz")
    for node in (one for one in made.nodes() if one.key not in "xyz"):
        assert destinations.of(node) == walked(made, node), pairs


def test_a_chain_of_any_length_is_followed() -> None:
    made = graph((f"c{n}", (f"c{n + 1}",)) for n in range(20_000))
    (first, *_) = made.nodes()
    assert Destinations(made, lambda _: False).of(first) == {"Domain c20000"}


def test_names_that_end_at_the_same_share_it() -> None:
    """As many names as there are ends: of each node the ways out are asked for a few times, and the sets are one."""
    size = 300
    made = graph([("lb", tuple(f"s{n}" for n in range(size))), *((f"n{n}", ("lb",)) for n in range(size))])
    destinations = Destinations(made, lambda _: False)
    found = {id(destinations.of(node)) for node in list(made.nodes()) if node.key.startswith("n")}
    assert len(found) == 1
    assert max(made.asked.values()) <= 4
