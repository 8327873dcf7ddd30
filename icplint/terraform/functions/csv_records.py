"""Comma separated values, read as strictly as Go's encoding/csv reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from icplint.model.regex import regex

_PLAIN: Final = regex(r"[^,\n]*")
_QUOTED: Final = regex(r'"((?:[^"]|"")*)"')
_BARE_QUOTE: Final = 'bare " in non-quoted-field'
_STRAY_QUOTE: Final = 'extraneous or missing " in quoted-field'


class CsvError(ValueError):
    """Text that is not CSV; the message names the line."""

    def __init__(self, text: str, position: int, problem: str) -> None:
        line = text.count("\n", 0, position) + 1
        super().__init__(f"CSV parse error on line {line}: {problem}")


def records(text: str) -> Iterator[list[str]]:
    """Yield the fields of each record; empty lines are none, and all have as many fields as the first."""
    text = text.replace("\r\n", "\n").removesuffix("\r")
    position, width = 0, 0
    while position < len(text):
        if text[position] == "\n":
            position += 1
            continue
        start = position
        fields, position = _record(text, start)
        if len(fields) != (width or len(fields)):
            raise CsvError(text, start, "wrong number of fields")
        width = len(fields)
        yield fields


def _record(text: str, position: int) -> tuple[list[str], int]:
    """Return the fields of the record that starts there, and where the next line starts."""
    fields: list[str] = []
    while True:
        field, position = _field(text, position)
        fields.append(field)
        if position >= len(text) or text[position] == "\n":
            return fields, position + 1
        position += 1


def _field(text: str, position: int) -> tuple[str, int]:
    if not text.startswith('"', position):
        match = _PLAIN.match(text, position)
        assert match is not None
        if '"' in match[0]:
            raise CsvError(text, position, _BARE_QUOTE)
        return match[0], match.end()
    match = _QUOTED.match(text, position)
    if match is None:
        raise CsvError(text, len(text.rstrip("\n")), _STRAY_QUOTE)
    if match.end() < len(text) and text[match.end()] not in ",\n":
        raise CsvError(text, match.end(), _STRAY_QUOTE)
    return match[1].replace('""', '"'), match.end()
