"""Things by their place in a file, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from icplint.model.comment import Span
from icplint.model.origin import Origin

T = TypeVar("T")


class Located(Generic[T]):
    """Things that are somewhere in a file; what has no line is not among them."""

    def __init__(self, things: Iterable[tuple[Origin, T]]) -> None:
        by_file: dict[str, list[tuple[tuple[int, int], T]]] = defaultdict(list)
        for place, thing in things:
            if place.file is not None and place.line is not None:
                by_file[place.file].append(((place.line, place.column or 0), thing))
        self._places: dict[str, list[tuple[int, int]]] = {}
        self._things: dict[str, list[T]] = {}
        for file, found in by_file.items():
            found.sort(key=lambda pair: pair[0])
            self._places[file] = [at for at, _ in found]
            self._things[file] = [thing for _, thing in found]

    def within(self, spans: Iterable[Span]) -> Iterator[T]:
        """Yield what is in any of the spans; once for each that it is in."""
        for span in spans:
            if places := self._places.get(span.file):
                first, behind = bisect_left(places, span.start), bisect_right(places, span.end)
                yield from self._things[span.file][first:behind]
