"""Rows of a place and a sentence, the sentences under each other, as wide as the terminal is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.reports.report import Style
from icplint.reports.terminal.columns import width, wrapped
from icplint.reports.terminal.excerpt import Excerpt

GAP: Final = 3
LEAST: Final = 44
"""A column of sentences is at least so wide; on a narrower terminal each stands under its place."""
DIM: Final = "2"


class TerminalRow(NamedTuple):
    """What stands on the left (a place, or a word), what is said of it, and the line of source to show under it."""

    left: str
    sentence: str
    place: Origin | None = None
    excerpt: Excerpt | None = None
    under: Sequence[str] = ()


def coloured(text: str, code: str, style: Style) -> str:
    """Return a text in a colour, where colours are wanted."""
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour and text else text


def linked(text: str, place: Origin | None, style: Style) -> str:
    """Return a text that leads to a place, on a terminal that can follow it."""
    url = style.link(place) if style.link and place is not None else None
    return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if url else text


def table(rows: Sequence[TerminalRow], style: Style, *, indent: int, colour: str) -> list[str]:
    """Return the lines of rows whose sentences begin in one column; `colour` is that of the marks under excerpts."""
    longest = max((width(row.left) for row in rows), default=0)
    column = indent + longest + GAP
    stacked = style.width is not None and style.width - column < LEAST
    lines: list[str] = []
    for row in rows:
        if stacked:
            lines += _stacked(row, style, indent)
        else:
            first, *more = _fitted(printable(row.sentence), column, style)
            left = (
                " " * indent + linked(printable(row.left), row.place, style) + " " * (longest - width(row.left) + GAP)
            )
            lines += [left + first, *(" " * column + line for line in more)]
        if row.excerpt is not None:
            lines += _excerpt(row.excerpt, style, indent, colour)
        lines += [f"{'':{indent + 2}}{line}" for line in row.under]
    return lines


def _stacked(row: TerminalRow, style: Style, indent: int) -> list[str]:
    """Return a place with its sentence under it, or a word before its sentence."""
    if row.left and row.place is None:
        column = indent + width(row.left) + GAP
        return [hung(f"{'':{indent}}{row.left}{'':{GAP}}", row.sentence, style, shown=column)]
    sentence = [" " * (indent + 2) + line for line in _fitted(printable(row.sentence), indent + 2, style)]
    return [*([" " * indent + linked(printable(row.left), row.place, style)] if row.left else []), *sentence]


def hung(head: str, sentence: str, style: Style, *, shown: int) -> str:
    """Return a sentence after a head that takes `shown` columns, its further lines under its first."""
    column = shown if style.width is None or style.width - shown >= LEAST else 4
    lines = _fitted(printable(sentence), column, style)
    if column < shown:
        return "\n".join([head.rstrip(), *(" " * column + line for line in lines)])
    return head + f"\n{'':{column}}".join(lines)


def _fitted(text: str, column: int, style: Style) -> list[str]:
    return [text] if style.width is None else wrapped(text, max(style.width - column, LEAST // 2))


def _excerpt(excerpt: Excerpt, style: Style, indent: int, colour: str) -> list[str]:
    number = f"{excerpt.line} | "
    gutter = coloured(number, DIM, style)
    bar = coloured(f"{'| ':>{len(number)}}", DIM, style)
    mark = coloured("^" * excerpt.marked, colour, style)
    return [f"{'':{indent + 2}}{gutter}{excerpt.text}", f"{'':{indent + 2}}{bar}{' ' * excerpt.before}{mark}"]
