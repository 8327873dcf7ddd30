"""The rules of a day: what the authorities and the providers demand and offer, and what the project knows beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from icplint.errors import PolicyError
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.text import Text
from icplint.policy.facts import Eligibility, Fact
from icplint.policy.providers import ProviderNames
from icplint.policy.regions import Regions
from icplint.policy.suffixes import Suffix, Suffixes
from icplint.policy.tables import Tables

_MISSING: Final = Text('no policy fact "{name}" is in force on {on}', "{on} 没有生效的政策条目“{name}”")
_DOUBLED: Final = Text('the policy fact "{name}" is stated more than once for {on}', "政策条目“{name}”在 {on} 重复生效")
_TOO_EARLY: Final = Text(
    "the policy covers {first} and later days, so nothing can be said about {on}",
    "政策条目最早始于 {first}，无法按 {on} 的规定判断",
)


class Closed(NamedTuple):
    """A suffix under which nothing can be filed; `origin` is the place of one that the project has named itself."""

    suffix: str
    origin: Origin | None = None


@dataclass(frozen=True)
class Policy:
    """The rules of a day, by the tables of the core and of plugins, and what the project knows beside them.

    `own_suffixes` are the project's rows of suffixes, which come first; `unfileable` are further suffixes, each with
    its place.
    """

    on: date
    tables: Tables = field(default_factory=Tables.core)
    own_suffixes: tuple[Suffix, ...] = ()
    unfileable: Mapping[str, Origin] = field(default_factory=dict, compare=False)

    @property
    def regions(self) -> Regions:
        """Where the providers' regions lie."""
        return self.tables.regions

    @property
    def providers(self) -> ProviderNames:
        """What access providers are called."""
        return self.tables.providers

    @property
    def products(self) -> Mapping[str, Text]:
        """What products of plugins are called, by the words that their rows have for them."""
        return self.tables.products

    @cached_property
    def suffixes(self) -> Suffixes:
        """Where names under a provider's suffix lead."""
        return self.tables.suffixes.beside(self.own_suffixes)

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
        every = (fact for rows in self.tables.facts.by_name.values() for fact in rows)
        return sorted((fact for fact in every if fact.holds(self.on)), key=lambda fact: fact.name)

    def eligible(self, product: str) -> Eligibility | None:
        """Return what `product` (ecs, swas, web-hosting …) asks and gives; None if it issues no service codes."""
        name = f"service-code.{product}"
        if not self._in_force(f"{name}.months"):
            return None
        months = self.fact(f"{name}.months")
        return Eligibility(months=months.value, codes=self.fact(f"{name}.codes").value, fact=months)

    def _in_force(self, name: str) -> list[Fact]:
        self._covered()
        return self.tables.facts.held(name, self.on)

    def _covered(self) -> None:
        if self.on < (first := self.tables.facts.first_day):
            raise PolicyError(_TOO_EARLY.using(first=first, on=self.on))
