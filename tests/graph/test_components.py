"""What goes round, against networkx."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from icplint.questions.components import components

LEADS = st.dictionaries(st.integers(0, 8), st.lists(st.integers(0, 8), max_size=4), max_size=9)


@given(LEADS)
def test_components_are_those_of_networkx(leads: dict[int, list[int]]) -> None:
    whole: nx.DiGraph = nx.DiGraph((a, b) for a, ends in leads.items() for b in ends)
    whole.add_node(0)
    reached = whole.subgraph({0, *nx.descendants(whole, 0)})
    found = list(components(0, lambda one: leads.get(one, [])))
    assert {frozenset(one) for one in found} == {frozenset(one) for one in nx.strongly_connected_components(reached)}
    place = {one: n for n, part in enumerate(found) for one in part}
    assert all(place[b] <= place[a] for a, b in reached.edges)


def test_a_chain_may_be_as_long_as_it_is() -> None:
    found = list(components(0, lambda one: [one + 1] if one < 20_000 else []))
    assert found == [[n] for n in range(20_000, -1, -1)]
