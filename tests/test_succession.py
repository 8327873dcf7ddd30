"""States that plans were made from, among as many: each is compared with few plans."""

from __future__ import annotations

from typing import Any

import pytest

from icplint.inputs.succession import succeeded
from icplint.model.origin import Origin
from icplint.model.resource import Rank, Resource


class Values(dict[str, Any]):
    """Values that count how often two are compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Values.compared += 1
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]


def held(n: int, **more: Any) -> Resource:
    """Return a server as the n-th state has it."""
    values = {"id": f"i-{n}", "network": Values(a=1), **more}
    origin = Origin(file=f"s{n}.json")
    return Resource(
        kind="alicloud_instance", address="alicloud_instance.a", values=values, origin=origin, rank=Rank.STATE
    )


def test_a_state_that_a_plan_was_made_from_gives_way_to_it() -> None:
    older, younger = held(1), held(2, status="Stopped")
    assert succeeded([older, younger], [[held(1)], [held(2)]]) == [younger]
    assert succeeded([older, younger], []) == [older, younger]


@pytest.mark.parametrize("size", [20, 80])
def test_each_state_is_compared_with_the_plans_of_its_things(size: int) -> None:
    Values.compared = 0
    assert succeeded([held(n) for n in range(size)], [[held(n)] for n in range(size)]) == []
    assert Values.compared <= size
