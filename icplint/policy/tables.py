"""The tables of the policy as a value: what the core and plugins say, each table read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property, partial
from typing import Any

from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.policy.facts import Facts
from icplint.policy.owners import CORE, NAMES, TableOwner, merged
from icplint.policy.providers import ProviderNames
from icplint.policy.regions import Regions
from icplint.policy.suffixes import Suffixes


@dataclass(frozen=True)
class Tables:
    """What these owners say, the core's first. `of` and `core` return one value for the same owners."""

    owners: tuple[TableOwner, ...]

    @staticmethod
    def core() -> Tables:
        """Return the tables of the core alone."""
        return _of((CORE,))

    @staticmethod
    def of(owners: Iterable[TableOwner]) -> Tables:
        """Return the tables of these owners, so that a process reads a file once."""
        return _of(tuple(owners))

    def check(self) -> None:
        """Read the tables to which plugins add; raises PluginError where two owners clash."""
        for name in NAMES:
            if any(True for owner in self.owners[1:] for _ in owner.files(name)):
                self.table(name)

    def table(self, name: str) -> Mapping[str, Any]:
        """Return a table as it is written; raises PluginError where two owners clash."""
        if name not in self._read:
            self._read[name] = merged(name, self.owners)
        return self._read[name]

    @cached_property
    def _read(self) -> dict[str, Mapping[str, Any]]:
        return {}

    @cached_property
    def facts(self) -> Facts:
        """The dated facts."""
        return Facts(partial(self.table, "facts"))

    @cached_property
    def regions(self) -> Regions:
        """Where the providers' regions lie."""
        return Regions(partial(self.table, "regions"))

    @cached_property
    def providers(self) -> ProviderNames:
        """What access providers are called."""
        return ProviderNames(partial(self.table, "providers"))

    @cached_property
    def suffixes(self) -> Suffixes:
        """Where names under a provider's suffix lead."""
        return Suffixes(partial(self.table, "suffixes"))

    @cached_property
    def products(self) -> Mapping[str, Text]:
        """What products of plugins are called, by the words that their rows have for them."""
        return {word: Text(*names) for word, names in self.table("products").items()}


@cache
def _of(owners: tuple[TableOwner, ...]) -> Tables:
    return Tables(owners)
