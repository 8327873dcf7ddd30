"""Sentences in both languages, each kept once and called by its number."""

from __future__ import annotations

from icplint.model.origin import Origin
from icplint.model.text import Text

Spoken = str | list[str]
"""What reads the same in both languages, or the English and the Chinese."""


class Texts:
    """The numbers count from 0, in the order in which the texts were first said."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, text: Text) -> int:
        """Return a text's number."""
        return self._numbers.setdefault((text.say("en"), text.say("zh")), len(self._numbers))

    def word(self, words: str) -> int:
        """Return the number of what reads the same in every language."""
        return self._numbers.setdefault((words, words), len(self._numbers))

    def place(self, origin: Origin | None) -> int:
        """Return the number of a place, -1 where there is none."""
        return self.word(str(origin)) if origin is not None and str(origin) else -1

    def maybe(self, text: Text | None) -> int:
        """Return a text's number, -1 where there is none."""
        return -1 if text is None else self.number(text)

    def spoken(self) -> list[Spoken]:
        """Return every text, by its number."""
        return [en if en == zh else [en, zh] for en, zh in self._numbers]
