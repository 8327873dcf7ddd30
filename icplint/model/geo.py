"""What somebody else's database says of an address."""

from __future__ import annotations

from typing import Protocol

from icplint.model.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoResult:
    """One database's opinion of an address, which may be wrong.

    `mainland` and `owner` are None where it has none; `place` and `owner` are in its own words. `file` is the database
    as reports spell it, `made` the day on which it was made (ISO 8601).
    """

    mainland: bool | None
    place: str
    owner: str | None
    file: str
    made: str


class GeoLookup(Protocol):
    """Knows something of addresses that nothing in the run describes."""

    def locate(self, ip: str) -> tuple[GeoResult, ...]:
        """Return what each database says of a public address; nothing where none says anything."""
        ...
