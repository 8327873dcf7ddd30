"""What a database says of an address, and how its words are understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address
from typing import Final, NamedTuple

from icplint.model.regex import regex

Ip = IPv4Address | IPv6Address


class DatabaseEntry(NamedTuple):
    """One entry: in the mainland, outside or not said; the place and the owner in the database's words."""

    mainland: bool | None
    place: str
    owner: str | None = None


class Database(NamedTuple):
    """One file: the day on which it was made, and what it says of an address."""

    made: str
    look: Callable[[Ip], DatabaseEntry | None]


OUTSIDE: Final = regex("香港|澳门|澳門|台湾|台灣|臺灣|hong ?kong|maca[uo]|taiwan", re.IGNORECASE)
"""Parts of China by ISO 3166 where no filing is needed, as databases write them below the country."""
_CODE: Final = regex("[A-Z]{2}")
_NO_PLACE: Final = frozenset({"EU", "AP", "XX", "ZZ", "XZ", "A1", "A2", "O1", "T1"})
"""Codes that databases give to what is nowhere: regions, proxies, satellites, Tor."""


def by_code(code: str, parts: Iterable[str] = ()) -> bool | None:
    """Return whether a country code (ISO 3166-1 alpha-2), with the parts of the country below it, is the mainland."""
    upper = code.strip().upper()
    if not _CODE.fullmatch(upper) or upper in _NO_PLACE:
        return None
    return upper == "CN" and not any(OUTSIDE.search(part) for part in parts)
