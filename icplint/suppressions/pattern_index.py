"""Things by the names that they go by: those of a pattern, found without testing the pattern against each name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, Generic, TypeVar

from icplint.model.regex import regex

T = TypeVar("T")
WILDCARDS: Final = regex(r"[*?]")
FEW: Final = 16
"""Names that are as well tested one by one."""
_GRAM: Final = 3


class PatternIndex(Generic[T]):
    """Things by their names; in a pattern `*` is any part of a name, dots included, and `?` one character.

    A pattern is tested against the names that begin or end as it does, or else hold three characters of it.
    """

    def __init__(self, things: Iterable[tuple[str, T]]) -> None:
        self._things: dict[str, list[T]] = defaultdict(list)
        for name, thing in things:
            self._things[name].append(thing)

    def matching(self, pattern: str) -> Iterator[T]:
        """Yield the things of which a name is what the pattern says; once for each such name."""
        if WILDCARDS.search(pattern) is None:
            yield from self._things.get(pattern, ())
            return
        compiled = compiled_pattern(pattern)
        for name in self._candidates(pattern):
            if compiled.fullmatch(name):
                yield from self._things[name]

    def _candidates(self, pattern: str) -> Sequence[str]:
        """Return the fewest names known to hold all that match a pattern."""
        literals = WILDCARDS.split(pattern)
        beginning, ending = _beginning(self._sorted, literals[0]), _beginning(self._reversed, literals[-1][::-1])
        fewest = min(len(beginning), len(ending))
        if fewest > FEW:
            grams = {gram for literal in literals for gram in _grams(literal)}
            holding = min((self._holding.get(gram, ()) for gram in grams), key=len, default=self._sorted)
            if len(holding) < fewest:
                return holding
        if len(ending) < len(beginning):
            return [self._reversed[at][::-1] for at in ending]
        return [self._sorted[at] for at in beginning]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._things)

    @cached_property
    def _reversed(self) -> list[str]:
        return sorted(name[::-1] for name in self._things)

    @cached_property
    def _holding(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._things:
            for gram in _grams(name):
                found[gram].append(name)
        return dict(found)


def compiled_pattern(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern."""
    parts = ({"*": ".*", "?": "."}.get(char) or re.escape(char) for char in pattern)
    return re.compile("".join(parts), re.DOTALL)


def _beginning(names: Sequence[str], text: str) -> range:
    """Return where those of sorted names are that begin with a text."""
    first = bisect_left(names, text)
    return range(first, bisect_right(names, text, first, key=lambda name: name[: len(text)]))


def _grams(text: str) -> set[str]:
    return {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
