"""What goes round: the strongly connected components of what lies ahead (Tarjan, 1972), however deep it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def components(start: T, onward: Callable[[T], Iterable[T]]) -> Iterator[list[T]]:
    """Yield what can be reached from `start`, things that lead to each other together, those further ahead first.

    A component is yielded before anything that leads to it from outside.
    """
    met = {start: 0}
    lowest = {start: 0}
    held = {start: None}  # in the order in which they were met, without those of components that are complete
    way = [(start, iter(onward(start)))]
    while way:
        on, further = way[-1]
        one = next(further, None)
        if one is not None and one not in met:
            lowest[one] = met[one] = len(met)
            held[one] = None
            way.append((one, iter(onward(one))))
        elif one is not None:
            lowest[on] = min(lowest[on], met[one] if one in held else lowest[on])
        else:
            way.pop()
            if way:
                lowest[way[-1][0]] = min(lowest[way[-1][0]], lowest[on])
            if lowest[on] == met[on]:
                yield _taken(held, on)


def _taken(held: dict[T, None], until: T) -> list[T]:
    found = [held.popitem()[0]]
    while found[-1] != until:
        found.append(held.popitem()[0])
    return found
