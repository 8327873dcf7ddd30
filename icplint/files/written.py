"""Patterns as people write them, `./tests`, `../tests`, `/home/me/site/tests` -> patterns relative to one directory."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from icplint.files.patterns import pattern
from icplint.model.regex import regex

_SPECIAL: Final = regex(r"[*?\[\\]")


def relocated(lines: Sequence[str], base: Path) -> tuple[Path, list[str]]:
    """Return the lines of a `.gitignore` that patterns written as paths from `base` mean, and where it would lie.

    `/tests` is anchored at `base`, as git has it, unless only the top of the file system holds such a path.
    """
    placed = [_placed(line, base) for line in lines]
    top = Path(os.path.commonpath([base, *(directory for directory, _ in placed)]))
    return top, [_below(line, directory.relative_to(top)) for directory, line in placed]


def meaningless(line: str) -> bool:
    """Return whether a pattern can fit no path: it is empty, a comment, or has a bracket that is never closed."""
    found = pattern(line)
    return found is None or found.broken


def _placed(line: str, base: Path) -> tuple[Path, str]:
    """Return the directory that a pattern is relative to, and what it is there."""
    sign, text = ("!", line[1:]) if line.startswith("!") else ("", line)
    directory, text = _absolute(text, base) if text.startswith("/") else (base, text)
    slash = "/" * text.endswith("/")
    steps = text.removesuffix("/").removeprefix("/").split("/")
    if {".", "..", ""}.isdisjoint(steps) or not text.strip("/ "):
        return directory, sign + text
    steps = os.path.normpath("/".join(steps)).split("/")
    while steps[:1] == [".."]:
        directory, steps = directory.parent, steps[1:]
    if steps in ([], ["."]):
        directory, steps = directory.parent, [_literal(directory.name)]
    return directory, f"{sign}/{'/'.join(steps)}{slash}"


def _absolute(text: str, base: Path) -> tuple[Path, str]:
    """Return the same of a pattern that begins with a slash."""
    own = base.as_posix().rstrip("/")
    if text.startswith(f"{own}/"):
        return base, text.removeprefix(own)
    if text == own:
        return base.parent, f"/{_literal(base.name)}"
    steps = text.strip("/").split("/")
    fixed = next((at for at, step in enumerate(steps) if _SPECIAL.search(step)), len(steps))
    place = "/".join(steps[:fixed])
    if not place or os.path.lexists(base / place) or not os.path.lexists(f"/{place}"):
        return base, text
    directory = Path(os.path.realpath(Path(f"/{place}").parent))
    return directory, "/".join(["", *steps[fixed - 1 :]]) + "/" * text.endswith("/")


def _below(line: str, way: Path) -> str:
    """Return a pattern as it is written further up."""
    if way == Path():
        return line
    sign, text = ("!", line[1:]) if line.startswith("!") else ("", line)
    anchored = "/" in text.removesuffix("/")
    return f"{sign}/{_literal(way.as_posix())}/{'' if anchored else '**/'}{text.removeprefix('/')}"


def _literal(name: str) -> str:
    """Return the pattern that fits a name alone."""
    return _SPECIAL.sub(r"\\\g<0>", name)
