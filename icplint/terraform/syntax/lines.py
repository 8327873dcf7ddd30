"""Byte offsets of a text -> lines and columns, as fast for the last of a million as for the first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from icplint.model.regex import regex

_NEWLINE: Final = regex(rb"\n")
_WITHIN: Final = regex(rb"[\x80-\xbf]")
"""The bytes of a character after its first, in UTF-8."""


SHORT: Final = 16_384
"""Bytes; in a shorter text counting is faster than remembering where the lines begin."""


def place(source: bytes, offset: int) -> tuple[int, int]:
    """Return line and column of an offset in a short text, as `LineIndex.place` does."""
    begin = source.rfind(b"\n", 0, offset) + 1
    inside = source[begin:offset]
    column = len(inside) if inside.isascii() else len(inside) - len(_WITHIN.findall(inside))
    return source.count(b"\n", 0, offset) + 1, column + 1


class LineIndex:
    """Where the lines of one text begin."""

    __slots__ = ("_starts", "_within")

    def __init__(self, source: bytes) -> None:
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(source))]
        self._within = [] if source.isascii() else [match.start() for match in _WITHIN.finditer(source)]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1, the column in characters."""
        line = bisect_right(self._starts, offset)
        begin = self._starts[line - 1]
        inside = bisect_left(self._within, offset) - bisect_left(self._within, begin)
        return line, offset - begin - inside + 1
