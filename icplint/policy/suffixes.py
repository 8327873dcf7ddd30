"""What a name under a provider's suffix says about the service behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

from icplint.policy.tables import table

_PARTS: Final = {
    "*": r"[^.]+?",
    "#": r"\d+",
    "{region}": r"(?P<region>(?:af|ap|ca|cn|eu|il|la|me|mx|na|rg|rus|sa|tr|us)-[a-z0-9-]+)",
}
_SPLIT: Final = re.compile(r"(\*|#|\{region\})")


class Location(StrEnum):
    """Where the service behind a suffix is: `region` if the name holds one, `depends` if only its settings tell."""

    MAINLAND = "mainland"
    OUTSIDE = "outside"
    DEPENDS = "depends"
    REGION = "region"


class Confidence(StrEnum):
    """`low`: taken from public lists, which the provider does not vouch for."""

    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffix:
    """One row of suffixes.toml. `region` is what the name holds, if its pattern has a place for it."""

    pattern: str
    service: str
    provider: str
    location: Location
    confidence: Confidence
    source: str
    region: str | None = None


@cache
def suffix(host: str) -> Suffix | None:
    """Return the longest suffix that `host` is or ends in, with the region found in the name."""
    name = _plain(host)
    for tail, row in _rows():
        if name.endswith(tail) and (found := _expression(row.pattern).fullmatch(name)):
            return replace(row, region=found.groupdict().get("region"))
    return None


@cache
def provider_owned(host: str) -> bool:
    """Whether `host` is a name under a provider's own domain, which is the provider's to file."""
    name = _plain(host)
    if any(name == owned or name.endswith(f".{owned}") for owned in table("suffixes")["owned"]):
        return True
    row = suffix(host)
    # kunlun*.com also matches domains of others: to call those the provider's would pass over a missing filing.
    return row is not None and (row.confidence is Confidence.HIGH or "*" not in row.pattern)


def _plain(host: str) -> str:
    return host.strip().lower().rstrip(".")


@cache
def _rows() -> list[tuple[str, Suffix]]:
    """Return the table, most labels first, then most letters, each row with the words that its names end in."""
    rows = [
        Suffix(
            pattern=pattern,
            service=row["service"],
            provider=row["provider"],
            location=Location(row["location"]),
            confidence=Confidence(row["confidence"]),
            source=row["source"],
        )
        for row in table("suffixes")["suffix"]
        for pattern in row["patterns"]
    ]
    rows.sort(key=lambda row: (-row.pattern.count("."), -len(_SPLIT.sub("", row.pattern))))
    return [(_SPLIT.split(row.pattern)[-1], row) for row in rows]


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    parts = (_PARTS.get(part) or re.escape(part) for part in _SPLIT.split(pattern))
    return re.compile(rf"(?:.+\.)?{''.join(parts)}")
