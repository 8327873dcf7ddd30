"""MaxMind DB files (.mmdb), from any vendor; the only importer of maxminddb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from icplint.geo.result import Database, DatabaseEntry, Ip, by_code

MARK: Final = b"\xab\xcd\xefMaxMind.com"
TAIL: Final = 128 * 1024
"""The mark stands in the last 128 KiB. Source: https://maxmind.github.io/MaxMind-DB/, version 2.0."""
_PARTS: Final = frozenset({"71", "91", "92", "HK", "MO", "TW", "CN-HK", "CN-MO", "CN-TW"})
"""Codes of Taiwan, Hong Kong and Macau below China (ISO 3166-2:CN)."""
_OWNERS: Final = ("autonomous_system_organization", "as_name", "as_organization", "isp", "organization")


def open_mmdb(path: Path) -> Database:
    """Return the database in a file; raises ModuleNotFoundError, OSError, or ValueError where it is damaged."""
    import maxminddb

    try:
        reader = maxminddb.open_database(path)
        about = reader.metadata()
        made = datetime.fromtimestamp(about.build_epoch, UTC).date().isoformat()
    except (maxminddb.InvalidDatabaseError, TypeError, OverflowError) as error:
        raise ValueError(str(error)) from None
    version: int = about.ip_version

    def look(ip: Ip) -> DatabaseEntry | None:
        if ip.version > version:
            return None
        try:
            entry: Any = reader.get(str(ip))
        except (maxminddb.InvalidDatabaseError, ValueError, RecursionError):
            return None
        return _found(entry) if isinstance(entry, Mapping) else None

    return Database(made, look)


def _found(entry: Mapping[str, Any]) -> DatabaseEntry:
    """Read GeoLite2 and GeoIP2 (country, city, ASN, ISP), and the flat entries of DB-IP, IPinfo and others."""
    code = _code(entry)
    parts = list(_parts(entry))
    mainland = by_code(code, parts)
    if mainland and _PARTS & set(parts):
        mainland = False
    if _anywhere(entry):
        mainland = None
    return DatabaseEntry(mainland, "/".join(dict.fromkeys(word for word in (code, *parts) if word)), _owner(entry))


def _code(entry: Mapping[str, Any]) -> str:
    """Return the country of the location: that of the registration says nothing of where the address is."""
    country = entry.get("country")
    if isinstance(country, Mapping):
        return str(country.get("iso_code") or "").upper()
    return str(entry.get("country_code") or country or "").upper()


def _parts(entry: Mapping[str, Any]) -> Iterator[str]:
    subdivisions = entry.get("subdivisions")
    for part in subdivisions if isinstance(subdivisions, list) else ():
        if isinstance(part, Mapping):
            yield str(part.get("iso_code") or "")
            names = part.get("names")
            yield str(names.get("en") or names.get("zh-CN") or "") if isinstance(names, Mapping) else ""
    yield from (entry[key] for key in ("region", "state1", "state", "city") if isinstance(entry.get(key), str))


def _anywhere(entry: Mapping[str, Any]) -> bool:
    """Whether the address is answered in many places at once."""
    traits = entry.get("traits")
    return bool(entry.get("is_anycast") or (isinstance(traits, Mapping) and traits.get("is_anycast")))


def _owner(entry: Mapping[str, Any]) -> str | None:
    traits = entry.get("traits")
    for source in (entry, traits if isinstance(traits, Mapping) else {}):
        name = next((str(source[key]) for key in _OWNERS if source.get(key)), None)
        number = source.get("autonomous_system_number") or source.get("asn")
        if name and number:
            return f"{name} (AS{str(number).upper().removeprefix('AS')})"
        if name:
            return name
    return None
