"""A sentence in every language that icplint speaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from icplint.model.printable import printable, printable_lines

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
_SPACED: Final = r"(?<=[\u4e00-\u9fff]) \0(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\0 (?=[\u4e00-\u9fff])"
_CLOSE: Final = r"(?<=[\u4e00-\u9fff])\0(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\0(?=[\u4e00-\u9fff])"
"""Words put into a template stand between marks: Chinese ones take no space beside Chinese, Latin ones take one."""


MOST_SAID: Final = 1_000
"""Characters of one value in a sentence: who wrote a key of a megabyte need not be shown all of it."""


class Text(NamedTuple):
    """One template per language, with the same `{placeholders}`, and the values bound to them so far.

    Formatting waits until somebody reads: most answers are never printed. Tens of thousands are made in a run, which is
    why it is not a dataclass.
    """

    en: str
    zh: str
    values: Mapping[str, object] = MappingProxyType({})

    def __hash__(self) -> int:
        found = hash(self.en)
        for value in self.values.values():  # in whatever order they were bound
            if isinstance(value, str | Text):
                found += hash(value)
        return hash(found)

    def using(self, **values: object) -> Text:
        """Return this sentence with `values` bound; a value that is a Text speaks the reader's language."""
        return Text(self.en, self.zh, {**self.values, **values} if self.values else values)

    def say(self, language: Language) -> str:
        """Return the sentence in `language`, printable; a template without values stands as it is, braces and all."""
        template = self.zh if language == "zh" else self.en
        if not self.values:
            return printable_lines(template)
        if language == "zh":
            marked = {k: f"\0{v.say(language)}\0" if isinstance(v, Text) else _bound(v) for k, v in self.values.items()}
            said = re.sub(_CLOSE, " ", re.sub(_SPACED, "", template.format(**marked))).replace("\0", "")
        else:
            said = template.format(
                **{k: v.say(language) if isinstance(v, Text) else _bound(v) for k, v in self.values.items()}
            )
        return printable_lines(said)


def _bound(value: object) -> object:
    """Return a value as it is put into a sentence: a number as it is, all else on one line, and not endless."""
    if isinstance(value, int | float):
        return value
    said = printable(str(value))
    return said if len(said) <= MOST_SAID else f"{said[:MOST_SAID]}…"


_BEGUN: Final = 4
"""Characters of a word that is the beginning of another one, and no slip of the pen."""
MEANT: Final = Text(en="; did you mean {word}?", zh="，是否想用 {word}？")


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return what a misspelled word was probably meant to be: at least `cutoff` (0 to 1) alike."""
    from difflib import get_close_matches  # only a mistake needs it

    return next(iter(get_close_matches(word, list(known), 1, cutoff)), None)


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> Text:
    """Return the end of a sentence about an unknown word: what was probably meant, or nothing."""
    names = list(known)
    begun = (name for name in names if len(word) >= _BEGUN and name.startswith(word.lower()))
    close = next(begun, None) or closest(word, names, cutoff)
    return MEANT.using(word=close) if close else plain("")


def folded(text: str) -> str:
    """Return `text` as words are compared: NFKC, lower case, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def plain(words: object) -> Text:
    """Return what reads the same in every language: a name, a code, a foreign message."""
    said = printable(str(words))
    return Text(said, said)


def listing(texts: list[Text]) -> Text:
    """Return the texts as one enumeration, with each language's own comma."""
    if len(texts) == 1:
        return texts[0]
    return Text(", ".join(t.say("en") for t in texts), "、".join(t.say("zh") for t in texts))
