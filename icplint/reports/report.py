"""What a report format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from icplint.model.text import Language
from icplint.run import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a reader wants it: the language, and whether a terminal shows colour."""

    language: Language = "en"
    colour: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by name; `render` returns the whole text, ending in a newline."""

    name: str
    render: Callable[[Report, Style], str]
