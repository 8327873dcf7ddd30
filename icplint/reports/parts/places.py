"""Where a finding stands, for formats in which everything stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from icplint.findings.run import Finding
from icplint.model.origin import Origin

LIVE: Final = "live"
"""The directory in which live things are said to stand: no such file is there."""
NOWHERE: Final = "icplint"


def file_of(place: Origin | None) -> str | None:
    """Return the file of a place, as platforms expect it: no `./` in front."""
    return place.file.removeprefix("./") if place and place.file else None


def path_of(finding: Finding) -> str:
    """Return the file of a finding; of a live one, a path that names its subject and is the same on every run."""
    return file_of(finding.origin) or f"{LIVE}/{finding.node.kind}/{finding.node.key}"


def byte_column(place: Origin, source: Callable[[str], Sequence[str]]) -> int | None:
    """Return a place's column counted in bytes of UTF-8, from 1; None where it has none or the line cannot be read."""
    if place.column is None or place.line is None or place.file is None:
        return None
    lines = source(place.file)
    if place.line > len(lines):
        return None
    return len(lines[place.line - 1][: place.column - 1].encode()) + 1
