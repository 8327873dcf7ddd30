"""The tables that `icplint.registry.registry` chose last, for those who are not handed a policy yet."""

from __future__ import annotations

from icplint.model.text import Text
from icplint.policy.regions import Region
from icplint.policy.tables import Tables

_tables: list[Tables] = [Tables.core()]


def use(tables: Tables) -> None:
    """From now on, these are the tables that the functions below ask."""
    _tables[:] = [tables]


def current() -> Tables:
    """Return the tables in use."""
    return _tables[0]


def region(provider: str, identifier: str) -> Region | None:
    """See `Regions.find`."""
    return current().regions.find(provider, identifier)


def region_of_zone(provider: str, zone: str) -> str | None:
    """See `Regions.of_zone`."""
    return current().regions.of_zone(provider, zone)


def regions(provider: str) -> list[Region]:
    """See `Regions.public`."""
    return current().regions.public(provider)


def access_provider(provider: str, identifier: str) -> str:
    """See `Regions.access_provider`."""
    return current().regions.access_provider(provider, identifier)


def operators(provider: str) -> frozenset[str]:
    """See `Regions.operators`."""
    return current().regions.operators(provider)


def provider_name(word: str) -> Text:
    """See `Providers.name`."""
    return current().providers.name(word)


def known_provider(word: str) -> bool:
    """See `Providers.knows`."""
    return current().providers.knows(word)


def providers_in(text: str) -> list[str]:
    """See `Providers.named_in`."""
    return current().providers.named_in(text)


def denies_provider(text: str) -> bool:
    """See `Providers.denied_in`."""
    return current().providers.denied_in(text)


def product_name(word: str) -> Text | None:
    """See `Tables.products`."""
    return current().products.get(word)


def provider_owned(host: str) -> bool:
    """See `Suffixes.provider_owned`."""
    return current().suffixes.provider_owned(host)
