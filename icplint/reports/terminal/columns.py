"""The columns that text takes on a terminal, and text that fits into so many of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

MARK: Final = "…"
_WIDE: Final = r"\u2e80-\u303f\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60"
_OPENING: Final = r"（“‘「『《【"
_CLOSING: Final = r"，。；：、）”’」』》】！？"
_PIECE: Final = rf"\s+|[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}{_CLOSING}]+)?[{_CLOSING}]*|."
"""What stays on one line: a word, or a Chinese character with the punctuation that may not be parted from it."""


def width(text: str) -> int:
    """Return the columns that a terminal gives a text: Chinese characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.combining(character) else 1


def wrapped(text: str, columns: int) -> list[str]:
    """Return the lines of a text, none wider than `columns` unless one word alone is: a name is never broken."""
    lines, line, taken = [], "", 0
    for piece in _pieces(text):
        wide = width(piece)
        if taken and taken + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line, taken = "", 0
            if piece.isspace():
                continue
        line, taken = line + piece, taken + wide
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(_PIECE, text) if found[0])


def around(text: str, at: int, columns: int) -> tuple[str, int]:
    """Return the part of a text that fits into `columns` with the character at index `at` in it, and its new index.

    What was cut off is marked on either side.
    """
    if width(text) <= columns:
        return text, at
    start = at
    room = columns - 2 - (width(text[at]) if at < len(text) else 0)
    before = room // 3
    while start > 0 and (before := before - _columns(text[start - 1])) >= 0:
        start -= 1
    end, room = at, columns - 2 - width(text[start:at])
    while end < len(text) and (room := room - _columns(text[end])) >= 0:
        end += 1
    head, tail = MARK if start else "", MARK if end < len(text) else ""
    return f"{head}{text[start:end]}{tail}", at - start + len(head)
