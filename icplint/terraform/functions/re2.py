"""Matches and replacements of Go's regular expressions: which there are, and what a replacement refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from icplint.terraform.functions.re2_escapes import PatternError, UntranslatableError
from icplint.terraform.functions.re2_translation import Translation

_REFERENCE: Final = re.compile(r"\$(?:(\$)|(\w+)|\{(\w+)\})")

_NUMBER: Final = re.compile(r"0|[1-9]\d{0,7}", re.ASCII)

__all__ = ["Compiled", "PatternError", "UntranslatableError", "compiled", "find_all", "replaced"]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern; `names` are its capture groups', empty where one has none."""

    pattern: re.Pattern[str]
    names: tuple[str, ...]


@lru_cache(maxsize=256)
def compiled(source: str) -> Compiled:
    """Return a pattern of Go's syntax, or raise PatternError, or UntranslatableError."""
    translation = Translation(source)
    try:
        return Compiled(re.compile(translation.pattern), tuple(translation.names))
    except (re.error, OverflowError, RecursionError) as error:
        raise UntranslatableError(source) from error


def find_all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that Go finds: no empty one right after another."""
    position, previous = 0, -1
    while position <= len(text) and (match := pattern.search(text, position)) is not None:
        accepted = True
        if match.end() == position:
            accepted = match.start() != previous
            position += 1
        else:
            position = match.end()
        previous = match.end()
        if accepted:
            yield match


def replaced(source: str, text: str, template: str) -> str:
    """Return the text with every match replaced; `$1` and `${name}` in the template stand for groups."""
    found = compiled(source)
    pieces: list[str] = []
    position = last = 0
    while position <= len(text) and (match := found.pattern.search(text, position)) is not None:
        pieces.append(text[last : match.start()])
        if match.end() > last or match.start() == 0:
            pieces.append(_expanded(template, match, found.names))
        last = match.end()
        position = max(match.end(), position + 1)
    return "".join([*pieces, text[last:]])


def _expanded(template: str, match: re.Match[str], names: tuple[str, ...]) -> str:
    def value(reference: re.Match[str]) -> str:
        if reference[1]:
            return "$"
        name = reference[2] or reference[3]
        if _NUMBER.fullmatch(name):
            return (match[int(name)] or "") if int(name) <= len(names) else ""
        texts = (match[position] for position, given in enumerate(names, 1) if given == name)
        return next((text for text in texts if text is not None), "")

    return _REFERENCE.sub(value, template)
