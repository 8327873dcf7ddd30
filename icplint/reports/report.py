"""What a report format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from icplint.findings.run import Finding, Report
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a reader wants it: the language, and what the place it is written to can do.

    `width` is that of the terminal in columns; None: lines are as long as they are. `link` gives the address under
    which a terminal opens a place. `only` says which findings count, where nothing else is wanted. `statistics` asks
    for the counts in place of the findings. `alone` is true where the reader sees this and nothing else: of a file,
    whose errors went to standard error.
    """

    language: Language = "en"
    colour: bool = False
    width: int | None = None
    link: Callable[[Origin], str | None] | None = None
    only: Callable[[Finding], bool] | None = None
    statistics: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by name; `render` returns the text, ending in a newline: whole, or in pieces made as they go."""

    name: str
    render: Callable[[Report, Style], str | Iterable[str]]
