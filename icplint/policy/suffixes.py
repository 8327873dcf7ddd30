"""What a name under a provider's suffix says about the service behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.regex import regex

_PARTS: Final = {
    "*": r"[^.]+?",
    "#": r"\d+",
    "{region}": r"(?P<region>(?:ae|af|ap|ca|cn|eu|il|la|me|mx|my|na|rg|ru|rus|sa|tr|us)-[a-z0-9-]+)",
}
_SPLIT: Final = regex(r"(\*|#|\{region\})")

SortedRows = Mapping[str, Sequence[tuple[int, str, "Suffix"]]]
"""Rows by their last two labels, or by the last where the one before it is not fixed.

Each has its place in the order in which they are tried, and what its names end in.
"""


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
    """The rows of suffixes.toml, which `read` returns when one is first asked for."""

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        self._read = read
        self._known: dict[str, Suffix | None] = {}
        self._owned: dict[str, bool] = {}

    def beside(self, own: Sequence[Suffix]) -> Suffixes:
        """Return the suffixes of a project, whose own rows come first."""
        return _OwnSuffixes(self, own) if own else self

    def find(self, host: str) -> Suffix | None:
        """Return the longest suffix that `host` is or ends in, the project's own first, with the region in the name."""
        name = _plain(host)
        if name not in self._known:
            self._known[name] = self._look_up(name)
        return self._known[name]

    def of_all(self, suffix: str) -> Suffix | None:
        """Return the row of every name that ends in `suffix`, whatever is before it; None where they may differ.

        Its first label may go on to the left, and names below it may be of a row with more labels.
        """
        tail = _plain(suffix).partition(".")[2]
        if not tail or any(_may_be_below(row.pattern, tail) for row in self.under(tail.rpartition(".")[2])):
            return None
        return self.find(tail)

    def provider_owned(self, host: str) -> bool:
        """Whether `host` is a name under a provider's own domain, which is the provider's to file.

        What a project says of a suffix tells where its names lead, not who files them.
        """
        if host not in self._owned:
            self._owned[host] = self._is_owned(_plain(host))
        return self._owned[host]

    def _is_owned(self, name: str) -> bool:
        labels = name.split(".")
        if any(".".join(labels[n:]) in self._owners for n in range(len(labels))):
            return True
        row = _found(name, self._rows)
        # kunlun*.com also matches domains of others: to call those the provider's would pass over a missing filing.
        return row is not None and (row.confidence is Confidence.HIGH or "*" not in row.pattern)

    def _look_up(self, name: str) -> Suffix | None:
        return _found(name, self._rows)

    def under(self, top: str) -> Iterator[Suffix]:
        """Yield the rows under a top-level domain."""
        yield from _under(top, self._rows)

    @cached_property
    def _owners(self) -> frozenset[str]:
        return frozenset(self._table["owned"])

    @cached_property
    def _table(self) -> Mapping[str, Any]:
        return self._read()

    @cached_property
    def _rows(self) -> SortedRows:
        return _sorted(row for entry in self._table["suffix"] for row in _of(entry))


class _OwnSuffixes(Suffixes):
    """A project's rows, and the published ones behind them."""

    def __init__(self, published: Suffixes, own: Iterable[Suffix]) -> None:
        super().__init__(dict)
        self._published = published
        self._own = _sorted(own)

    def provider_owned(self, host: str) -> bool:
        return self._published.provider_owned(host)

    def _look_up(self, name: str) -> Suffix | None:
        return _found(name, self._own) or self._published.find(name)

    def under(self, top: str) -> Iterator[Suffix]:
        yield from _under(top, self._own)
        yield from self._published.under(top)


def _may_be_below(pattern: str, tail: str) -> bool:
    """Whether a pattern has more labels than a name, and may fit what ends in it."""
    labels, count = pattern.split("."), tail.count(".") + 1
    return len(labels) > count and _expression(".".join(labels[-count:])).fullmatch(tail) is not None


def has_region(pattern: str) -> bool:
    """Whether a pattern has a place for a region id."""
    return "{region}" in pattern


def _plain(host: str) -> str:
    return host.strip().lower().rstrip(".")


def _found(name: str, rows: SortedRows) -> Suffix | None:
    first, _, top = name.rpartition(".")
    two = f"{first.rpartition('.')[2]}.{top}"
    fixed, loose = rows.get(two, ()), rows.get(top, ())
    for _, tail, row in sorted((*fixed, *loose)) if fixed and loose else fixed or loose:
        if name.endswith(tail) and (found := _expression(row.pattern).fullmatch(name)):
            return replace(row, region=found.groupdict().get("region"))
    return None


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


def _under(top: str, rows: SortedRows) -> Iterator[Suffix]:
    for end, found in rows.items():
        if end.rpartition(".")[2] == top:
            yield from (row for *_, row in found)


def _sorted(rows: Iterable[Suffix]) -> SortedRows:
    """Return rows in the order in which they are tried: most labels first, then most letters."""
    found: dict[str, list[tuple[int, str, Suffix]]] = defaultdict(list)
    tried = sorted(rows, key=lambda row: (-row.pattern.count("."), -len(_SPLIT.sub("", row.pattern))))
    for place, row in enumerate(tried):
        *_, second, top = ("*", *row.pattern.split("."))
        end = top if _SPLIT.search(second) else f"{second}.{top}"
        found[end].append((place, _SPLIT.split(row.pattern)[-1], row))
    return found


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    parts = (_PARTS.get(part) or re.escape(part) for part in _SPLIT.split(pattern))
    return re.compile(rf"(?:.+\.)?{''.join(parts)}")
