"""Who somebody is stays out of what is read and kept: the fields that say it, and where else their names stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

_PEOPLE: Final = frozenset({"Email", "Mobile", "RegistrantEmail", "RegistrantName", "Telephone"})
"""Fields of any reply that say who somebody is."""


def scrubbed(body: Mapping[str, Any], personal: Iterable[str]) -> dict[str, Any]:
    """Return a reply without the fields that hold names of people."""
    dropped = _PEOPLE.union(personal)
    names = sorted(_names(body, dropped), key=len, reverse=True)

    def clean(value: Any) -> Any:
        match value:
            case str() if names and not value.isascii():
                for name in names:
                    value = value.replace(name, "…")
                return value
            case dict():
                return {key: clean(item) for key, item in value.items() if key not in dropped}
            case list():
                return [clean(item) for item in value]
            case _:
                return value

    return {key: clean(item) for key, item in body.items() if key not in dropped}


def _names(value: Any, dropped: frozenset[str]) -> set[str]:
    """Return the names of people in the fields that are dropped, as other fields may repeat them; no ASCII words."""
    match value:
        case dict():
            own = {str(item) for key, item in value.items() if key in dropped and not key.startswith(("Site", "App"))}
            return {name for name in own if not name.isascii()}.union(*(_names(v, dropped) for v in value.values()))
        case list():
            return set().union(*(_names(item, dropped) for item in value))
        case _:
            return set()
