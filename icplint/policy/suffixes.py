"""What a name under a provider's suffix says about the service behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final

from icplint.model.origin import Origin
from icplint.policy.tables import kept, table

_PARTS: Final = {
    "*": r"[^.]+?",
    "#": r"\d+",
    "{region}": r"(?P<region>(?:ae|af|ap|ca|cn|eu|il|la|me|mx|my|na|rg|ru|rus|sa|tr|us)-[a-z0-9-]+)",
}
_SPLIT: Final = re.compile(r"(\*|#|\{region\})")


class Location(StrEnum):
    """Where the service behind a suffix is: `region` if the name holds one, `depends` if only its settings tell.

    `private`: it answers inside its own network only, and no visitor reaches it.
    """

    MAINLAND = "mainland"
    OUTSIDE = "outside"
    DEPENDS = "depends"
    REGION = "region"
    PRIVATE = "private"


class Confidence(StrEnum):
    """`low`: taken from public lists, which the provider does not vouch for."""

    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffix:
    """What the names that match `pattern` say. `region` is what the name holds, if its pattern has a place for it.

    `since` is the day from which the provider gives such names, None where no document tells; `origin` is the place
    of a row that the project has written itself, None for one of suffixes.toml.
    """

    pattern: str
    service: str
    provider: str
    location: Location
    confidence: Confidence
    source: str
    retrieved: date | None = None
    since: date | None = None
    region: str | None = None
    origin: Origin | None = None


class Suffixes:
    """The rows of suffixes.toml, and those of the project before them."""

    def __init__(self, own: Iterable[Suffix] = ()) -> None:
        self._own = _sorted(own)
        self._known: dict[str, Suffix | None] = {}

    def find(self, host: str) -> Suffix | None:
        """Return the longest suffix that `host` is or ends in, the project's own first, with the region in the name."""
        name = _plain(host)
        if name not in self._known:
            self._known[name] = _found(name, self._own) or _found(name, _rows())
        return self._known[name]

    def of_all(self, suffix: str) -> Suffix | None:
        """Return the row of every name that ends in `suffix`, whatever is before it; None where they may differ.

        Its first label may go on to the left, and names below it may be of a row with more labels.
        """
        tail = _plain(suffix).partition(".")[2]
        rows = [row for table in (self._own, _rows()) for _, row in table.get(tail.rpartition(".")[2], ())]
        if not tail or any(_may_be_below(row.pattern, tail) for row in rows):
            return None
        return self.find(tail)


def _may_be_below(pattern: str, tail: str) -> bool:
    """Whether a pattern has more labels than a name, and may fit what ends in it."""
    labels, count = pattern.split("."), tail.count(".") + 1
    return len(labels) > count and _expression(".".join(labels[-count:])).fullmatch(tail) is not None


@kept
def provider_owned(host: str) -> bool:
    """Whether `host` is a name under a provider's own domain, which is the provider's to file.

    What a project says of a suffix tells where its names lead, not who files them.
    """
    name = _plain(host)
    if any(name == owned or name.endswith(f".{owned}") for owned in table("suffixes")["owned"]):
        return True
    row = _found(name, _rows())
    # kunlun*.com also matches domains of others: to call those the provider's would pass over a missing filing.
    return row is not None and (row.confidence is Confidence.HIGH or "*" not in row.pattern)


def has_region(pattern: str) -> bool:
    """Whether a pattern has a place for a region id."""
    return "{region}" in pattern


def _plain(host: str) -> str:
    return host.strip().lower().rstrip(".")


def _found(name: str, rows: Mapping[str, Sequence[tuple[str, Suffix]]]) -> Suffix | None:
    for tail, row in rows.get(name.rpartition(".")[2], ()):
        if name.endswith(tail) and (found := _expression(row.pattern).fullmatch(name)):
            return replace(row, region=found.groupdict().get("region"))
    return None


@kept
def _rows() -> dict[str, list[tuple[str, Suffix]]]:
    return _sorted(row for entry in table("suffixes")["suffix"] for row in _of(entry))


def _of(entry: Mapping[str, Any]) -> Iterator[Suffix]:
    for pattern in entry["patterns"]:
        yield Suffix(
            pattern=pattern,
            service=entry["service"],
            provider=entry["provider"],
            location=Location(entry["location"]),
            confidence=Confidence(entry["confidence"]),
            source=entry["source"],
            retrieved=entry["retrieved"],
            since=entry.get("since"),
        )


def _sorted(rows: Iterable[Suffix]) -> dict[str, list[tuple[str, Suffix]]]:
    """Return rows by top-level domain, most labels first, then most letters, each with what its names end in."""
    found: dict[str, list[tuple[str, Suffix]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (-row.pattern.count("."), -len(_SPLIT.sub("", row.pattern)))):
        found[row.pattern.rpartition(".")[2]].append((_SPLIT.split(row.pattern)[-1], row))
    return found


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    parts = (_PARTS.get(part) or re.escape(part) for part in _SPLIT.split(pattern))
    return re.compile(rf"(?:.+\.)?{''.join(parts)}")
