"""A plan and the state that it was made from, given together: what will be there is what the plan says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from icplint.model.resource import Rank, Resource


def succeeded(resources: list[Resource], before: Iterable[Resource]) -> list[Resource]:
    """Return the resources without those of every state that holds exactly what a plan found before it.

    A state that differs is older or newer than the plan, which one is not known: it stays, and outranks the plan.
    """
    found = _managed(before)
    states: dict[str, list[Resource]] = defaultdict(list)
    for resource in resources:
        if resource.rank is Rank.STATE:
            states[resource.origin.file or ""].append(resource)
    left = {file for file, kept in states.items() if found and _managed(kept) == found}
    return [r for r in resources if r.rank is not Rank.STATE or (r.origin.file or "") not in left]


def _managed(resources: Iterable[Resource]) -> dict[str, dict[str, Any]]:
    return {r.address: dict(r.values) for r in resources if not r.kind.startswith("data.")}
