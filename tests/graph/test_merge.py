"""Several sightings of one resource are one: what knows more wins, then live over state over plan over source."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from icplint.graph.merge import merged
from icplint.model.origin import Origin
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.text import plain
from icplint.model.unknown import Reference, Unknown

LATER = Unknown(plain("later"), (Reference("alicloud_eip_address.a", "ip_address"),))
LEFT = Unknown(plain("left to the provider"), written=False)


def seen(rank: Rank, address: str = "alicloud_x.a", *, certain: bool = True, **values: Any) -> Resource:
    """Return a sighting, with a line where it is the source's."""
    line = 7 if rank is Rank.SOURCE else None
    origin = Origin(file="main.tf" if line else f"{rank.name.lower()}.json", line=line, address=address)
    provider = Provider(name="alicloud", configured=rank < Rank.STATE)
    return Resource(
        kind="alicloud_x", address=address, values=values, origin=origin, rank=rank, provider=provider, certain=certain
    )


def test_a_known_value_beats_a_doubt_of_higher_rank() -> None:
    (one,) = merged([seen(Rank.SOURCE, value="203.0.113.1"), seen(Rank.PLAN, value=LATER)])
    assert one.values["value"] == "203.0.113.1"
    assert one.origin.line == 7


def test_of_two_known_values_the_higher_rank_wins() -> None:
    (one,) = merged([seen(Rank.SOURCE, scope="overseas"), seen(Rank.STATE, scope="domestic")])
    assert one.values["scope"] == "domestic"
    assert one.rank is Rank.STATE
    assert one.provider is not None
    assert one.provider.configured


def test_of_two_doubts_the_one_that_somebody_wrote_is_kept() -> None:
    (one,) = merged([seen(Rank.SOURCE, value=LATER), seen(Rank.PLAN, value=LEFT)])
    assert one.values["value"] is LATER


def test_what_is_partly_unknown_gives_way_to_what_is_known_whole() -> None:
    (one,) = merged([seen(Rank.STATE, sources=[{"content": "a"}]), seen(Rank.LIVE, sources=[{"content": LATER}])])
    assert one.values["sources"] == [{"content": "a"}]


def test_a_plan_knows_how_many_there_are() -> None:
    some = seen(Rank.SOURCE, certain=False)
    assert [r.address for r in merged([some])] == ["alicloud_x.a"]
    planned = [seen(Rank.PLAN, f"alicloud_x.a[{i}]") for i in range(2)]
    assert [r.address for r in merged([some, *planned])] == ["alicloud_x.a[0]", "alicloud_x.a[1]"]


def test_the_order_of_inputs_does_not_matter() -> None:
    sightings = [seen(Rank.SOURCE, v=1), seen(Rank.PLAN, "alicloud_x.b", v=2), seen(Rank.PLAN, v=3)]
    assert [r.address for r in merged(sightings)] == [r.address for r in merged(reversed(sightings))]


def test_what_several_states_hold_under_one_number_is_one_thing_in_any_order() -> None:
    """A state in two forms, a copy and a backup; what has another number, or a name that somebody chose, is not."""
    states = [
        replace(seen(Rank.STATE, address=address, id=number), root=root)
        for root, address, number in [
            ("b", "alicloud_x.web", "i-bp1"),
            ("a", "alicloud_x.web", "i-bp1"),
            ("c", "alicloud_x.old", "i-bp1"),
            ("a", "alicloud_x.other", "i-bp2"),
            ("a", "alicloud_x.named", "web-1"),
            ("b", "alicloud_x.named", "web-1"),
        ]
    ]
    for order in (states, states[::-1]):
        found = [(one.root, one.address, one.values["id"]) for one in merged(order)]
        assert sorted(found) == [
            ("a", "alicloud_x.named", "web-1"),
            ("a", "alicloud_x.other", "i-bp2"),
            ("a", "alicloud_x.web", "i-bp1"),
            ("b", "alicloud_x.named", "web-1"),
        ]


def test_a_state_beside_its_source_stays_with_it() -> None:
    copy = replace(seen(Rank.STATE, id="i-bp1"), root="a")
    source, state = (replace(seen(rank, id="i-bp1"), root="b") for rank in (Rank.SOURCE, Rank.STATE))
    assert {(one.root, one.rank) for one in merged([copy, source, state])} == {("a", Rank.STATE), ("b", Rank.STATE)}
