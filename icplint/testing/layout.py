"""Texts by path -> the files of a small repository."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def lay(top: Path, files: Mapping[str, str]) -> None:
    """Write files below a directory, whose lines end as the texts say."""
    for name, text in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
