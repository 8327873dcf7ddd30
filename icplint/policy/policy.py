"""The facts of a day: what the authorities and the providers demand, who said so, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from icplint.errors import PolicyError
from icplint.model.origin import Origin
from icplint.model.text import Text
from icplint.policy.suffixes import Suffixes
from icplint.policy.tables import kept, table

_MISSING: Final = Text('no policy fact "{name}" is in force on {on}', "{on} 没有生效的政策条目“{name}”")
_DOUBLED: Final = Text('the policy fact "{name}" is stated more than once for {on}', "政策条目“{name}”在 {on} 重复生效")
_TOO_EARLY: Final = Text(
    "the policy covers {first} and later days, so nothing can be said about {on}",
    "政策条目最早始于 {first}，无法按 {on} 的规定判断",
)


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


class Closed(NamedTuple):
    """A suffix under which nothing can be filed; `origin` is the place of one that the project has named itself."""

    suffix: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The facts in force on a day, and what the project knows beside them.

    `suffixes` says where names under a provider's suffix lead; `unfileable` are further suffixes, each with its place.
    """

    on: date
    suffixes: Suffixes = field(default_factory=Suffixes, compare=False)
    unfileable: Mapping[str, Origin] = field(default_factory=dict, compare=False)

    def closed(self, domain: str) -> Closed | None:
        """Return the suffix of a registrable domain if it is known to be closed to filing."""
        for suffix, origin in self.unfileable.items():
            if domain.endswith(f".{suffix}"):
                return Closed(suffix, origin)
        top = domain.rpartition(".")[2]
        return Closed(top) if top in self.fact("unfileable-suffixes").value else None

    def fact(self, name: str) -> Fact:
        """Return the one fact of that name in force; PolicyError if there is none, or more than one."""
        found = self._in_force(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise PolicyError(_DOUBLED.using(name=name, on=self.on))
        raise PolicyError(_MISSING.using(name=name, on=self.on))

    def facts(self) -> list[Fact]:
        """Return all facts in force, sorted by name; PolicyError for a day before the first one covered."""
        self._covered()
        return sorted(
            (fact for rows in _facts().values() for fact in rows if fact.holds(self.on)), key=lambda f: f.name
        )

    def eligible(self, product: str) -> Eligibility | None:
        """Return what `product` (ecs, swas, web-hosting …) asks and gives; None if it issues no service codes."""
        name = f"service-code.{product}"
        if not self._in_force(f"{name}.months"):
            return None
        months = self.fact(f"{name}.months")
        return Eligibility(months=months.value, codes=self.fact(f"{name}.codes").value, fact=months)

    def _in_force(self, name: str) -> list[Fact]:
        self._covered()
        return _held(name, self.on)

    def _covered(self) -> None:
        if self.on < (first := _first_day()):
            raise PolicyError(_TOO_EARLY.using(first=first, on=self.on))


@kept
def _facts() -> dict[str, list[Fact]]:
    """Return every row of facts.toml by name."""
    rows: dict[str, list[Fact]] = {}
    for row in table("facts")["fact"]:
        rows.setdefault(row["name"], []).append(_fact(row))
    return rows


@kept
def _held(name: str, on: date) -> list[Fact]:
    return [fact for fact in _facts().get(name, ()) if fact.holds(on)]


@kept
def _first_day() -> date:
    return min(fact.since for rows in _facts().values() for fact in rows)


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
