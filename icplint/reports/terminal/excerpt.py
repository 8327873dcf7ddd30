"""The line of source that a place names, with a caret under it: never one that may hold a secret."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.regex import regex
from icplint.reports.terminal.columns import around, width

SOURCES: Final = (".tf", ".tofu", ".tf.json", ".tofu.json")
"""Files of which a line is shown. Values for variables, registers, plans and states may hold secrets."""
COLUMNS: Final = 100
"""What a line is cut to where nothing says how wide the terminal is."""
LONGEST: Final = 2000
"""A line longer than this was written by a machine, for machines."""
TAB: Final = 4
_BLOCK: Final = regex(r"\s*(?:variable|output|locals|resource|data|module|provider|terraform|ephemeral)\b[^=]*\{")
_SENSITIVE: Final = regex(r"\bsensitive|\bephemeral\b")
_SECRET: Final = regex(
    r"pass(?:word|wd|phrase)|secret|token|credential|(?:access|private|api|secret)_?key|user_?data|LTAI\w{12}|://[^/\s]*@",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A line as it is shown, and where in it the mark stands: after so many columns, so many wide."""

    line: int
    text: str
    before: int
    marked: int


class Excerpts:
    """Shows lines of source; each file is looked through once for what must not be shown."""

    def __init__(self, source: Callable[[str], Sequence[str]]) -> None:
        self._source = source
        self._blocks: dict[str, tuple[list[int], list[bool]]] = {}

    def of(self, place: Origin, columns: int = COLUMNS) -> Excerpt | None:
        """Return the line of a place cut to `columns`; None where there is none, or none that may be shown."""
        file, number, column = place.file, place.line, place.column
        if file is None or number is None or column is None or not file.endswith(SOURCES):
            return None
        lines = self._source(file)
        if not 0 < number <= len(lines):
            return None
        line = lines[number - 1]
        if len(line) > LONGEST or column > len(line) or _SECRET.search(line) or self._sensitive(file, lines, number):
            return None
        return _cut(line, number, column, columns)

    def _sensitive(self, file: str, lines: Sequence[str], number: int) -> bool:
        """Return whether the block that the line stands in calls anything sensitive."""
        if file not in self._blocks:
            self._blocks[file] = _blocks(lines)
        starts, sensitive = self._blocks[file]
        return sensitive[bisect_right(starts, number) - 1]


def _blocks(lines: Sequence[str]) -> tuple[list[int], list[bool]]:
    """Return at which line each block of a file begins, and whether it calls anything sensitive."""
    starts, sensitive = [0], [False]
    for number, line in enumerate(lines, 1):
        if _BLOCK.match(line):
            starts.append(number)
            sensitive.append(False)
        if _SENSITIVE.search(line):
            sensitive[-1] = True
    return starts, sensitive


def _cut(line: str, number: int, column: int, columns: int) -> Excerpt:
    before, after = line[: column - 1].expandtabs(TAB), line[column - 1 :].replace("\t", " " * TAB)
    text, at = around(printable(before + after).rstrip(), len(before), columns)
    marked = text[at : at + _extent(after)]
    return Excerpt(line=number, text=text, before=width(text[:at]), marked=max(width(marked), 1))


def _extent(text: str) -> int:
    """Return how many characters the first term of an expression takes: a name, a string, a call with its brackets."""
    depth, quoted = 0, False
    for at, character in enumerate(text):
        if character == '"' and text[at - 1 : at] != "\\":
            quoted = not quoted
        elif not quoted and character in "([{":
            depth += 1
        elif not quoted and character in ")]}":
            depth -= 1
        if (depth < 0) or (at and not depth and not quoted and (character.isspace() or character == ",")):
            return at
    return len(text)
