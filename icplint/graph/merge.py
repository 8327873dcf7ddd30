"""Several sightings of one resource -> one: what knows more wins; else live over state over plan over source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from icplint.model.resource import Difference, Rank, Resource
from icplint.model.unknown import Unknown

COMPARED: Final = (
    "region",
    "availability_zone",
    "instance_charge_type",
    "payment_type",
    "internet_max_bandwidth_out",
    "bandwidth",
)
"""Arguments of which it matters that they are declared otherwise than they are."""

_NUMBER: Final = re.compile(r"(?:alb|eip|i|ins|lb|lhins|ngw|nlb)-[0-9a-z]+")
"""How clouds number servers, addresses and balancers: numbers are unique across accounts."""
_KEY = re.compile(r"\[[^\]]*\]$")


def merged(resources: Iterable[Resource]) -> list[Resource]:
    """Return each resource once, in the order of where it is written, whatever input came first."""
    sightings: dict[tuple[str, str, str], list[Resource]] = defaultdict(list)
    live: list[Resource] = []
    for resource in resources:
        if resource.rank is Rank.LIVE:
            live.append(resource)
        else:
            sightings[resource.root, resource.kind, resource.address].append(resource)
    declared = _by_id(sightings.values()) if live else {}
    for resource in live:
        known = declared.get((resource.kind, str(resource.values.get("id"))), resource)
        sightings[known.root, known.kind, known.address].append(resource)
    _join_states(sightings)
    counted = {(r, k, _KEY.sub("", a)) for r, k, a in sightings if a.endswith("]")}
    found = [
        _one(seen)
        for key, seen in sightings.items()
        if seen[0].certain or len(seen) > 1 or key not in counted  # a plan knows how many there are
    ]
    return sorted(found, key=lambda r: (r.origin.order, r.root, r.address))


def _join_states(sightings: dict[tuple[str, str, str], list[Resource]]) -> None:
    """Take what several states hold under one number for one thing: two forms of a state, a copy, a backup."""
    first: dict[tuple[str, str], tuple[str, str, str]] = {}
    for key, seen in sorted(sightings.items(), key=lambda item: item[0]):
        number = seen[0].values.get("id") if all(one.rank is Rank.STATE for one in seen) else None
        if not isinstance(number, str) or not _NUMBER.fullmatch(number):
            continue
        known = first.setdefault((key[1], number), key)
        if known != key:
            sightings[known] += sightings.pop(key)


def _by_id(sightings: Iterable[list[Resource]]) -> dict[tuple[str, str], Resource]:
    """Return the resources of plans and states by the id that the account gave them, as live ones are called."""
    found = (resource for seen in sightings for resource in seen if resource.rank > Rank.SOURCE)
    return {(r.kind, identity): r for r in found if isinstance(identity := r.values.get("id"), str)}


def _one(seen: list[Resource]) -> Resource:
    if len(seen) == 1:
        return seen[0]
    ranked = sorted(seen, key=lambda r: (-r.rank, _told(r)))
    source = min(seen, key=lambda r: (r.rank, _told(r)))
    knowing = (ranked[0], source, *ranked) if ranked[0].rank is Rank.LIVE else (source, *ranked)  # it is where it is
    provider = next((r.provider for r in knowing if r.provider and r.provider.configured), ranked[0].provider)
    return replace(
        ranked[0],
        root=source.root,
        address=source.address,
        values=_Merged([r.values for r in ranked]),
        origin=source.origin,
        places=source.places or ranked[0].places,
        provider=provider,
        differs=_differences(seen),
        applied=source.applied,
        also=tuple(dict.fromkeys(r.root for r in seen if r.root != source.root)),
        certain=any(r.certain for r in seen if r.rank > Rank.SOURCE) or source.certain,
    )


def _told(resource: Resource) -> int:
    """Of several replies the one that tells most comes first: it is the one to look at."""
    return -len(resource.values) if resource.rank is Rank.LIVE else 0


def _differences(seen: Iterable[Resource]) -> tuple[Difference, ...]:
    """Return what is declared of a resource and is otherwise in the account: its place, charge and bandwidth."""
    ranked = sorted(seen, key=lambda r: -r.rank)
    if not ranked or ranked[0].rank is not Rank.LIVE:
        return ()
    live: Resource = ranked[0]
    found: list[Difference] = []
    for name in COMPARED:
        declared = next(((r, v) for r in ranked[1:] if (v := _said(r, name)) is not None), None)
        value = _said(live, name)
        if declared is not None and value is not None and declared[1] != value:
            found.append(Difference(name, declared[1], value, declared[0].place(name)))
    return tuple(found)


def _said(resource: Resource, name: str) -> str | None:
    """Return what a resource says of itself as text, or of its region its provider."""
    value = resource.values.get(name)
    if value is None and name == "region" and resource.provider is not None:
        value = resource.provider.values.get(name)
    return None if value is None or isinstance(value, Unknown | list | dict | bool) else str(value)


class _Merged(Mapping[str, Any]):
    """For each argument the first known value; where there is none, the unknown of the lowest rank, the source's."""

    __slots__ = ("_layers",)

    def __init__(self, layers: list[Mapping[str, Any]]) -> None:
        self._layers = layers

    def __getitem__(self, name: str) -> Any:
        doubts = []
        for layer in self._layers:
            value = layer.get(name)
            if isinstance(value, Unknown) or _has_unknown(value):
                doubts.append(value)
            elif value is not None:
                return value
        written = [v for v in doubts if not isinstance(v, Unknown) or v.written]
        if not doubts:
            raise KeyError(name)
        return (written or doubts)[-1]

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys(name for layer in self._layers for name in layer)

    def __len__(self) -> int:
        return len(list(iter(self)))


def _has_unknown(value: Any) -> bool:
    match value:
        case Unknown():
            return True
        case list():
            return any(_has_unknown(v) for v in value)
        case dict():
            return any(_has_unknown(v) for v in value.values())
        case _:
            return False
