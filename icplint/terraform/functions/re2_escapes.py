"""Escapes and bracketed classes of Go's regular expressions."""

from __future__ import annotations

import re
from typing import Final

from icplint.terraform.functions.re2_classes import PERL, POSIX, Class, Range, complement, unicode_class

_ESCAPES: Final = {"a": 7, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_HEX: Final = re.compile(r"\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})")
_OCTAL: Final = re.compile(r"\\(0[0-7]{0,2}|[1-7][0-7]{1,2})")
_UNICODE: Final = re.compile(r"\\([pP])(?:\{(\^?)([^}]*)\}|(.))", re.DOTALL)
_POSIX: Final = re.compile(r"\[:(\^?)([^:\]]*):\]")
_LAST_POINT: Final = 0x10FFFF


class PatternError(ValueError):
    """What Go refuses in a pattern: what is wrong, and the part of the pattern that is."""

    def __init__(self, problem: str, part: str) -> None:
        super().__init__(f"error parsing regexp: {problem}: `{part}`")
        self.problem = problem
        self.part = part


class UntranslatableError(Exception):
    """A pattern that Go understands and that has no counterpart here."""


class Reader:
    """Reads a pattern from `position` on."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    def set(self) -> list[Range] | None:
        r"""Return the characters of `\d`, `\pL` and the like, and go past it."""
        if (match := _UNICODE.match(self.source, self.position)) is not None:
            name = match[3] if match[4] is None else match[4]
            ranges = unicode_class(name)
            if ranges is None:
                raise UntranslatableError(match[0])
            self.position = match.end()
            negated = (match[1] == "P") != bool(match[2])
            return complement(ranges) if negated else list(ranges)
        letter = self.source[self.position + 1 : self.position + 2]
        if self.source[self.position] != "\\" or letter.lower() not in PERL:
            return None
        self.position += 2
        found = PERL[letter.lower()]
        return complement(found) if letter.isupper() else list(found)

    def point(self) -> int:
        """Return the character that an escape stands for, and go past it."""
        rest = self.source[self.position :]
        if len(rest) == 1:
            raise PatternError("trailing backslash at end of expression", "")
        for shape, base in ((_HEX, 16), (_OCTAL, 8)):
            match = shape.match(rest)
            if match and (point := int(next(g for g in match.groups() if g), base)) <= _LAST_POINT:
                self.position += match.end()
                return point
        if rest[1] in _ESCAPES or (rest[1].isascii() and not rest[1].isalnum()):
            self.position += 2
            return _ESCAPES.get(rest[1], ord(rest[1]))
        raise PatternError("invalid escape sequence", rest[:2])

    def bracketed(self) -> Class:
        """Return the class between brackets, and go past it."""
        start = self.position
        found = Class(negated=self.source.startswith("[^", start))
        self.position += 1 + found.negated
        first = True
        while first or not self.source.startswith("]", self.position):
            first = False
            if self.position >= len(self.source):
                raise PatternError("missing closing ]", self.source[start:])
            found.ranges += self._item(start)
        self.position += 1
        return found

    def _item(self, start: int) -> list[Range]:
        match = _POSIX.match(self.source, self.position)
        if match is not None:
            if match[2] not in POSIX:
                raise PatternError("invalid character class range", match[0])
            self.position = match.end()
            return complement(POSIX[match[2]]) if match[1] else list(POSIX[match[2]])
        ranges = self.set()
        if ranges is not None:
            return ranges
        before = self.position
        low = high = self._character(start)
        if re.compile(r"-[^\]]", re.DOTALL).match(self.source, self.position):
            self.position += 1
            high = self._character(start)
            if high < low:
                raise PatternError("invalid character class range", self.source[before : self.position])
        return [(low, high)]

    def _character(self, start: int) -> int:
        if self.position >= len(self.source):
            raise PatternError("missing closing ]", self.source[start:])
        if self.source[self.position] == "\\":
            return self.point()
        self.position += 1
        return ord(self.source[self.position - 1])
