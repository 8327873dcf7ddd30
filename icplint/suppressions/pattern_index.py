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
        chosen = _range(self._sorted, literals[0])
        if len(chosen) > FEW:
            ending = _range(self._reversed, literals[-1][::-1])
            chosen = min(chosen, [name[::-1] for name in ending] if len(ending) < len(chosen) else chosen, key=len)
        if len(chosen) > FEW:
            grams = {gram for literal in literals for gram in _grams(literal)}
            holding = [self._holding.get(gram, ()) for gram in grams]
            chosen = min(chosen, *holding, key=len) if holding else chosen
        return chosen

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


def _range(names: Sequence[str], beginning: str) -> Sequence[str]:
    """Return those of sorted names that begin so."""
    first = bisect_left(names, beginning)
    return names[first : bisect_right(names, beginning, first, key=lambda name: name[: len(beginning)])]


def _grams(text: str) -> set[str]:
    return {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
