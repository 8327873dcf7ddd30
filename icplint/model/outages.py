"""Parts that were not read for the same reason, told together: an outage hits each list in each region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from icplint.model.reading import Unread

REQUEST = "request"
"""The value of a reason that differs from call to call."""
GRANT = "grant"
"""The value of a reason that names the permission that is missing."""
DOOR = "door"
"""The value of a reason that many lists have in common: what takes no connection."""


def together(parts: Iterable[Unread]) -> list[Unread]:
    """Return one part for each list and reason, with all of its regions and, if there are more, how many calls.

    The first call of each speaks for the others, with its request; a report for machines shows each. What the
    user left out, or one host keeps from many lists, is told by its names.
    """
    groups: dict[tuple[object, ...], list[Unread]] = {}
    for part in parts:
        groups.setdefault(_cause(part), []).append(part)
    return [
        group[0]
        if len(group) == 1
        else replace(group[0], what=_named(group), origin=None if _shared(group[0]) else group[0].origin)
        for group in groups.values()
    ]


def _shared(part: Unread) -> bool:
    return part.left_out or DOOR in part.why.values


def _cause(part: Unread) -> tuple[object, ...]:
    if _shared(part):
        return (part.root, part.why.en, str(part.why.values.get(DOOR)))
    values = [(name, str(value)) for name, value in part.why.values.items() if name != REQUEST]
    if not part.region:
        return (part.root, part.what, part.why.en, tuple(values), part.origin)
    alike = tuple((name, value.replace(part.region, "")) for name, value in values)
    return (part.root, part.what.removesuffix(f"@{part.region}"), part.why.en, alike, part.fails)


def _named(group: list[Unread]) -> str:
    if _shared(group[0]):
        names = sorted({part.what.removesuffix(f"@{part.region}") for part in group})
        return ", ".join(names) + (f" (×{len(group)})" if len(group) > len(names) else "")
    regions = sorted({part.region for part in group})
    calls = f" (×{len(group)})" if len(group) > len(regions) else ""
    return f"{group[0].what.removesuffix(f'@{group[0].region}')}@{', '.join(regions)}{calls}"
