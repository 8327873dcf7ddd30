"""A register's rows -> the same register as TOML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from icplint.filings.entries import Entry
from icplint.filings.fields import TABLES
from icplint.filings.licence import Licence
from icplint.filings.words import Status

_BARE: Final = frozenset({"filed_on"})
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def to_toml(entries: Iterable[Entry]) -> str:
    """Return a TOML document that reads as the same filings, in their order. Source: https://toml.io/en/v1.0.0."""
    return "\n".join(_table(row.table, values) for row, values in entries)


def _table(name: str, values: Mapping[str, Any]) -> str:
    lines = [
        f"{key} = {values[key] if key in _BARE else _value(values[key])}"
        for key in TABLES[name]
        if values.get(key) not in (None, "") and (key, values[key]) != ("status", Status.FILED)
    ]
    return "\n".join((f"[[{name}]]", *lines, ""))


def _value(value: Any) -> str:
    match value:
        case Licence():
            return string(value.text)
        case list():
            return f"[{', '.join(string(str(word)) for word in value)}]"
        case _:
            return string(str(value))


def string(text: str) -> str:
    """Return a text as TOML's basic string."""
    return '"' + "".join(_ESCAPES.get(c, c if c.isprintable() else f"\\U{ord(c):08x}") for c in text) + '"'
