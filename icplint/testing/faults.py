"""What can be wrong with what a plugin brings, each fault in a sentence."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any, Final

from icplint.checks.check import Check
from icplint.checks.page import section, source
from icplint.model.text import LANGUAGES, Text
from icplint.resources.rows import NodeRow, Row

KIND: Final = re.compile(r"(data\.)?[a-z0-9_]+(:\w+)?")
URL: Final = re.compile(r"https?://\S+")
HEADING: Final = re.compile(r"^### ", re.MULTILINE)
BUILT: Final = frozenset({"key", "origin", "root", "certain"})
"""Fields of a node that the graph fills itself."""


def costs(name: str, rooms: tuple[str, ...], package: str) -> bool:
    """Whether a module is a library, or one of the rooms of the package, which only a command that needs it loads."""
    top = name.partition(".")[0]
    return name.startswith(rooms) or (top != package and top not in sys.stdlib_module_names and top != "icplint")


def misfits(row: Row) -> Iterator[str]:
    """Yield what of a row no node can have, and what a node needs that the row does not give."""
    if not KIND.fullmatch(row.kind):
        yield f"{row.kind} is no resource type"
    if not isinstance(row, NodeRow):
        return
    there = {field.name: field for field in fields(row.node)}
    yield from (f"{row.kind}: {row.node.__name__} has no field {name}" for name in row.fields if name not in there)
    yield from (
        f"{row.kind}: a default of {name}, which is no field" for name in row.defaults if name not in row.fields
    )
    needed = {f.name for f in there.values() if f.default is MISSING and f.default_factory is MISSING} - BUILT
    yield from (f"{row.kind}: {row.node.__name__} needs {name}" for name in sorted(needed - row.fields.keys()))


def unlike(check: Check, text: Text) -> Iterator[str]:
    """Yield what is wrong with the two languages of a message."""
    english, chinese = ({name for _, name, _, _ in Formatter().parse(words) if name} for words in (text.en, text.zh))
    if english != chinese or not english <= {"key", "domain"}:
        yield f"{check.name} has {english} in English, {chinese} in Chinese; there are key and domain"
    if text.en.endswith(".") or text.zh.endswith("。") or not text.en or not text.zh:
        yield f"{check.name}: a message is neither empty nor a sentence with a full stop"


def page_faults(check: Check) -> Iterator[str]:
    """Yield what a page lacks, or has in one language only."""
    written = source(check)
    if not written.startswith(f"# {check.code} {check.name}\n"):
        yield f"the page of {check.name} does not begin with # {check.code} {check.name}"
    english, chinese = section(written, "en"), section(written, "zh")
    if not (english and chinese and section(written, "Examples")):
        yield f"the page of {check.name} needs ## en, ## zh and ## Examples"
    if len(HEADING.findall(english)) != len(HEADING.findall(chinese)) or URL.findall(english) != URL.findall(chinese):
        yield f"the page of {check.name} has not the same parts and sources in both languages"


def parsed(file: Path) -> dict[str, Any]:
    """Return a table."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def rows_of(file: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a list of tables."""
    found: list[dict[str, Any]] = parsed(file).get(name, [])
    return found


def badly_cited(name: str, row: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the source and the dates of a fact."""
    if not URL.fullmatch(str(row.get("url"))):
        yield f"the fact {name} cites {row.get('url')}"
    since, until = row.get("since"), row.get("until")
    if not isinstance(since, date) or not isinstance(row.get("retrieved"), date) or (until and until <= since):
        yield f"the fact {name} is not dated"


def named_parts(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what has names, at any depth of a table."""
    for key, value in table.items():
        if isinstance(value, dict) and key != "operators":
            yield from named_parts(value)
        elif isinstance(value, list) and key not in {"elsewhere", "assumed"}:
            yield key, value


def two(names: Any) -> bool:
    """Whether there is a name in each language."""
    return len(names) == len(LANGUAGES) and all(isinstance(name, str) and name for name in names)
