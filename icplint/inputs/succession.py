"""A plan and the state that it was made from, given together: what will be there is what the plan says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from icplint.model.resource import Rank, Resource

Managed = dict[str, dict[str, Any]]
"""The values of managed resources by address."""
Ids = tuple[tuple[str, str], ...]


def succeeded(resources: list[Resource], befores: Iterable[Iterable[Resource]]) -> list[Resource]:
    """Return the resources without those of every state that holds exactly what a plan found before it.

    A state that differs is older or newer than the plan, which one is not known: it stays, and outranks the plan.
    """
    states: dict[str, list[Resource]] = defaultdict(list)
    for resource in resources:
        if resource.rank is Rank.STATE:
            states[resource.origin.file or ""].append(resource)
    found: dict[Ids, list[Managed]] = defaultdict(list)
    for before in befores if states else ():
        if managed := _managed(before):
            found[_ids(managed)].append(managed)
    left = {file for file, kept in states.items() if _is_among(_managed(kept), found)}
    return [r for r in resources if r.rank is not Rank.STATE or (r.origin.file or "") not in left]


def _is_among(state: Managed, found: Mapping[Ids, Sequence[Managed]]) -> bool:
    return bool(state) and any(state == before for before in found.get(_ids(state), ()))


def _managed(resources: Iterable[Resource]) -> Managed:
    return {r.address: dict(r.values) for r in resources if not r.kind.startswith("data.")}


def _ids(managed: Managed) -> Ids:
    """Return what tells most states apart before they are compared."""
    return tuple(sorted((address, str(values.get("id"))) for address, values in managed.items()))
