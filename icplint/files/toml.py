"""TOML: tables as people write them are read line by line, ten times as fast as by tomllib, which reads all else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from icplint.model.regex import regex

_KEY: Final = regex(r"[A-Za-z0-9_-]+")
_HEADER: Final = regex(r"\[(\[)?([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\](?(1)\])")
_DATE: Final = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SCALAR: Final = regex(r'"[^"\\\x7f]*"|true|false|0|[1-9][0-9]{0,17}')
_LIST: Final = regex(r'\[\s*(?:"[^"\\\x7f]*"\s*(?:,\s*"[^"\\\x7f]*"\s*)*)?\]')


def read_toml(text: str) -> dict[str, Any]:
    """Return what a document holds, whose line ends are line feeds; raises what `tomllib.loads` does."""
    try:
        return _plain(text)
    except (_OtherError, ValueError):
        import tomllib

        return tomllib.loads(text)


class _OtherError(Exception):
    """The document has something in it that is not plain, or not right: tomllib knows."""


def _plain(text: str) -> dict[str, Any]:
    document: dict[str, Any] = {}
    table = document
    lines = iter(text.split("\n"))
    for line in lines:
        if line[:1] == "[":
            table = _entered(document, line)
        elif line and line[0] != "#":
            key, equals, written = line.partition("=")
            key = key.strip(" ")
            if not equals or key in table or not _KEY.fullmatch(key):
                raise _OtherError
            table[key] = _value(written.strip(" "), lines)
    return document


def _entered(document: dict[str, Any], line: str) -> dict[str, Any]:
    """Return the new table that a header begins."""
    header = _HEADER.fullmatch(line)
    if header is None:
        raise _OtherError
    *above, name = header[2].split(".")
    for part in above:
        document = document.setdefault(part, {})
        if not isinstance(document, dict):
            raise _OtherError
    table: dict[str, Any] = {}
    if header[1] is None:
        if name in document:
            raise _OtherError
        document[name] = table
    else:
        entries = document.setdefault(name, [table])
        if not isinstance(entries, list) or not entries or not isinstance(entries[0], dict):
            raise _OtherError
        if entries[0] is not table:
            entries.append(table)
    return table


def _value(written: str, lines: Iterator[str]) -> Any:
    if written == "[":
        written = _whole_list(lines)
    if _SCALAR.fullmatch(written) or _LIST.fullmatch(written):
        return json.loads(written)
    if _DATE.fullmatch(written):
        return date.fromisoformat(written)
    raise _OtherError


def _whole_list(lines: Iterator[str]) -> str:
    """Return a list of more than one line on one: the last comma is none in JSON."""
    parts: list[str] = []
    for line in lines:
        if line == "]":
            return f"[{' '.join(parts).rstrip(' ').removesuffix(',')}]"
        parts.append(line.strip(" "))
    raise _OtherError
