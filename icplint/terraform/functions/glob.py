"""Patterns of file names as `fileset` reads them (github.com/bmatcuk/doublestar, version 1)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from icplint.terraform.functions.function import Context, RefusalError
from icplint.terraform.functions.patterns import compiled
from icplint.terraform.functions.reading import inside

_MAGIC: Final = frozenset("*?[{\\")
_BAD: Final = "syntax error in pattern"


class OutsideError(Exception):
    """The pattern leads out of the tree that may be read."""


def split(text: str, separator: str) -> list[str]:
    """Return the parts of a text between separators that no backslash escapes."""
    return re.split(rf"(?<!\\){re.escape(separator)}", text)


def matches(pattern: str, name: str) -> bool:
    """Return whether the pattern of one path component matches a name; what is not text matches nothing."""
    try:
        return any(compiled(rf"(?s)\A(?:{_translated(pattern)})\z").matches(name))
    except UnicodeEncodeError:
        return False


def _translated(pattern: str) -> str:
    pieces: list[str] = []
    position = 0
    while position < len(pattern):
        character = pattern[position]
        position += 1
        match character:
            case "*":
                pieces.append(".*")
            case "?":
                pieces.append(".")
            case "\\":
                if position >= len(pattern):
                    raise RefusalError(_BAD)
                pieces.append(re.escape(pattern[position]))
                position += 1
            case "[" | "{":
                end = _closing(pattern, position, "]" if character == "[" else "}")
                inner = pattern[position:end]
                pieces.append(_class(inner) if character == "[" else _options(inner))
                position = end + 1
            case _:
                pieces.append(re.escape(character))
    return "".join(pieces)


def _closing(pattern: str, position: int, bracket: str) -> int:
    match = re.compile(rf"(?<!\\){re.escape(bracket)}").search(pattern, position)
    if match is None:
        raise RefusalError(_BAD)
    return match.start()


def _options(inner: str) -> str:
    return f"(?:{'|'.join(_translated(option) for option in split(inner, ','))})"


def _class(inner: str) -> str:
    negated = inner.startswith("^")
    items = re.findall(r"\\?([^\\-])(?:-\\?([^\\-]))?", inner[negated:], re.DOTALL)
    if not items or len(re.sub(r"\\?([^\\-])(?:-\\?([^\\-]))?", "", inner[negated:], flags=re.DOTALL)):
        raise RefusalError(_BAD)
    ranges = "".join(
        re.escape(low) + (f"-{re.escape(high)}" if high else "") for low, high in items if not high or low <= high
    )
    if not ranges:
        return r"[\x00-\x{10FFFF}]" if negated else r"[^\x00-\x{10FFFF}]"
    return f"[{'^' if negated else ''}{ranges}]"


def glob_paths(context: Context, base: Path, components: list[str], seen: tuple[Path, ...] = ()) -> Iterator[Path]:
    """Yield the paths below `base` that match; raises OutsideError where that means to look elsewhere."""
    plain = next((i for i, component in enumerate(components) if _MAGIC & set(component)), len(components))
    base = base.joinpath(*components[:plain])
    if not inside(context, base):
        raise OutsideError
    if plain == len(components):
        yield from (base,) if os.path.exists(base) else ()  # noqa: PTH110 - Path's raises for a name that is too long
        return
    real = base.resolve()
    if not os.path.isdir(base) or real in seen:  # noqa: PTH112 - the same
        return
    entries = sorted(base.iterdir())
    head, *rest = components[plain:]
    if head == "**":
        yield from _anywhere(context, entries, [head, *rest], (*seen, real))
        if not rest:
            return
        head, *rest = rest
    for entry in entries:
        if matches(head, entry.name):
            yield from glob_paths(context, entry, rest) if rest else (entry,)


def _anywhere(context: Context, entries: list[Path], components: list[str], seen: tuple[Path, ...]) -> Iterator[Path]:
    """Go on below each directory; where `**` ends the pattern, all that is not a directory matches."""
    for entry in entries:
        if entry.is_dir():
            yield from glob_paths(context, entry, components, seen)
        elif components == ["**"]:
            yield entry
