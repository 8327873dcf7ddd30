"""Go's regular expression syntax -> Python's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from icplint.terraform.functions.re2_classes import Class
from icplint.terraform.functions.re2_escapes import PatternError, Reader

_WORD: Final = "[0-9A-Za-z_]"
_BOUNDARY: Final = f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))"
_NO_BOUNDARY: Final = f"(?:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))"
_REPEAT: Final = re.compile(r"\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}", re.ASCII)
_MOST_REPEATS: Final = 1000
_FLAGS: Final = re.compile(r"\(\?([imsU]*)(?:-([imsU]+))?([:)])")
_NAMED: Final = re.compile(r"\(\?P?<([^>]*)>")


def _count(digits: str) -> int:
    """Return a number of repetitions; one with many digits is too many, whatever it is."""
    return int(digits[:9])


@dataclass(frozen=True, slots=True)
class _Flags:
    i: bool = False
    m: bool = False
    s: bool = False
    U: bool = False  # Go's own name


class _Group:
    """A parenthesis that is open: how it starts in Python, and its alternatives so far, each a list of atoms."""

    def __init__(self, opening: str, flags: _Flags) -> None:
        self.opening = opening
        self.flags = flags
        self.alternatives: list[list[str]] = [[]]

    def closed(self) -> str:
        inner = "|".join("".join(atoms) for atoms in self.alternatives)
        return f"{self.opening}{inner})" if self.opening else inner


class Translation(Reader):
    """Walks a pattern once; `pattern` is Python's and `names` the capture groups', empty where one has none."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.flags = _Flags()
        self.groups = [_Group("", self.flags)]
        self.names: list[str] = []
        self.repeated_from: int | None = None
        while self.position < len(source):
            before = self.position
            repeats = self._step(source[before])
            self.repeated_from = before if repeats else None
        if len(self.groups) > 1:
            raise PatternError("missing closing )", source)
        self.pattern = self.groups[0].closed()

    def _step(self, character: str) -> bool:
        """Translate what comes next; tell whether it was a repetition."""
        match character:
            case "(":
                self._open()
            case ")":
                self._close()
            case "|":
                self.position += 1
                self.groups[-1].alternatives.append([])
            case "[":
                self._add(self._folded(self.bracketed().pattern()))
            case "\\":
                self._escape()
            case "^" | "$" | ".":
                self.position += 1
                self._add(self._anchor(character))
            case "*" | "+" | "?":
                self._repeat(character, self.position + 1)
                return True
            case "{" if found := _REPEAT.match(self.source, self.position):
                self._counted(found)
                return True
            case _:
                self.position += 1
                self._literal(character)
        return False

    def _add(self, atom: str) -> None:
        self.groups[-1].alternatives[-1].append(atom)

    def _literal(self, character: str) -> None:
        self._add(self._folded(re.escape(character)))

    def _folded(self, atom: str) -> str:
        return f"(?i:{atom})" if self.flags.i else atom

    def _anchor(self, character: str) -> str:
        match character:
            case ".":
                return r"[\s\S]" if self.flags.s else r"[^\n]"
            case "^":
                return r"(?:\A|(?<=\n))" if self.flags.m else r"(?:\A)"
            case _:
                return r"(?=\n|\Z)" if self.flags.m else r"(?:\Z)"

    def _open(self) -> None:
        if not self.source.startswith("(?", self.position):
            self.position += 1
            self.names.append("")
            self.groups.append(_Group("(", self.flags))
            return
        if re.compile(r"\(\?P?<").match(self.source, self.position):
            self._open_named()
            return
        match = _FLAGS.match(self.source, self.position)
        if match is None:
            raise PatternError("invalid or unsupported Perl syntax", self._bad_flags())
        given = dict.fromkeys(match[1], True) | dict.fromkeys(match[2] or "", False)
        if match[3] == ":":
            self.groups.append(_Group("(?:", self.flags))
        self.flags = replace(self.flags, **given)
        self.position = match.end()

    def _bad_flags(self) -> str:
        match = re.compile(r"\(\?[imsU]*-?[imsU]*.?", re.DOTALL).match(self.source, self.position)
        return match[0] if match else self.source[self.position :]

    def _open_named(self) -> None:
        match = _NAMED.match(self.source, self.position)
        if match is None or not re.fullmatch(r"\w+", match[1], re.ASCII):
            part = match[0] if match else self.source[self.position :]
            raise PatternError("invalid named capture", part)
        self.names.append(match[1])
        self.groups.append(_Group("(", self.flags))
        self.position = match.end()

    def _close(self) -> None:
        if len(self.groups) == 1:
            raise PatternError("unexpected )", self.source)
        self.position += 1
        group = self.groups.pop()
        self.flags = group.flags
        self._add(group.closed())

    def _counted(self, match: re.Match[str]) -> None:
        low = _count(match[1])
        high = low if match[2] is None else _count(match[3]) if match[3] else None
        if max(low, high or 0) > _MOST_REPEATS or (high is not None and low > high):
            raise PatternError("invalid repeat count", match[0])
        self._repeat(match[0], match.end())

    def _repeat(self, operator: str, end: int) -> None:
        lazy = self.source.startswith("?", end)
        start, self.position = self.position, end + lazy
        if self.repeated_from is not None:
            raise PatternError("invalid nested repetition operator", self.source[self.repeated_from : self.position])
        atoms = self.groups[-1].alternatives[-1]
        if not atoms:
            raise PatternError("missing argument to repetition operator", self.source[start : self.position])
        atoms[-1] += operator + ("?" if lazy != self.flags.U else "")

    def _escape(self) -> None:
        rest = self.source[self.position : self.position + 2]
        simple = {"\\A": r"(?:\A)", "\\z": r"(?:\Z)", "\\b": _BOUNDARY, "\\B": _NO_BOUNDARY}
        if rest in simple:
            self.position += 2
            self._add(simple[rest])
        elif rest == "\\Q":
            end = self.source.find("\\E", self.position)
            text = self.source[self.position + 2 : end if end >= 0 else None]
            self.position = len(self.source) if end < 0 else end + 2
            for character in text:
                self._literal(character)
        elif (ranges := self.set()) is not None:
            self._add(self._folded(Class(ranges=ranges).pattern()))
        else:
            self._literal(chr(self.point()))
