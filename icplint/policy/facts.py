"""The dated facts: rules with the days on which they hold, and the pages that state them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from icplint.model.dataclass import dataclass
from icplint.model.text import Text


class Term(StrEnum):
    """How the months of a subscription are counted: values of the fact `service-code.term`."""

    REMAINING = "remaining"
    TOTAL = "total"


class Transfer(StrEnum):
    """Whether Alibaba Cloud must be an access provider of the filing: values of the facts `transfer.<product>`."""

    REQUIRED = "required"
    ORIGIN_ON_ALIBABA = "origin-on-alibaba"
    NOT_REQUIRED = "not-required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The page that states a fact, the day on which it was read, and its words."""

    title: str
    url: str
    retrieved: date
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A rule in force from `since` until the day before `until`; None: still in force.

    `value` is a string, an integer, a boolean or a tuple of strings; `en` and `zh` state the rule in a sentence.
    """

    name: str
    value: Any = field(hash=False)
    since: date
    until: date | None = None
    citation: Citation
    en: str
    zh: str

    @property
    def text(self) -> Text:
        """The rule in a sentence."""
        return Text(self.en, self.zh)

    def holds(self, on: date) -> bool:
        """Whether the fact is in force on that day."""
        return self.since <= on and (self.until is None or on < self.until)


class Eligibility(NamedTuple):
    """What a product that issues service codes asks and gives: `months` of subscription, `codes` per instance.

    Elastic Web Hosting counts its codes per account.
    """

    months: int
    codes: int
    fact: Fact


class Facts:
    """The rows of facts.toml, which `read` returns when one is first asked for."""

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        self._read = read
        self._held: dict[tuple[str, date], list[Fact]] = {}

    @cached_property
    def by_name(self) -> Mapping[str, list[Fact]]:
        """Every row, by name."""
        rows: dict[str, list[Fact]] = {}
        for row in self._read()["fact"]:
            rows.setdefault(row["name"], []).append(_fact(row))
        return rows

    @cached_property
    def first_day(self) -> date:
        """The first day that the facts cover."""
        return min(fact.since for rows in self.by_name.values() for fact in rows)

    def held(self, name: str, on: date) -> list[Fact]:
        """Return the facts of a name that are in force on a day."""
        if (name, on) not in self._held:
            self._held[name, on] = [fact for fact in self.by_name.get(name, ()) if fact.holds(on)]
        return self._held[name, on]


def _fact(row: dict[str, Any]) -> Fact:
    value = row["value"]
    return Fact(
        name=row["name"],
        value=tuple(value) if isinstance(value, list) else value,
        since=row["since"],
        until=row.get("until"),
        citation=Citation(title=row["title"], url=row["url"], retrieved=row["retrieved"], quote=row["quote"]),
        en=row["en"],
        zh=row["zh"],
    )
