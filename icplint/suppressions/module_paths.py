"""Things by the module calls that lead to them, found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar

from icplint.model.regex import regex

T = TypeVar("T")
_MODULE: Final = regex(r'module\.([\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.')


class InModules(Generic[T]):
    """Things by their address: those inside a module that a path of calls leads to, whatever keys it has."""

    def __init__(self, things: Iterable[tuple[str | None, T]]) -> None:
        self._inside: dict[tuple[str, ...], list[T]] = defaultdict(list)
        for address, thing in things:
            for path in module_paths(address or ""):
                self._inside[path].append(thing)

    def of(self, path: tuple[str, ...]) -> Sequence[T]:
        """Return what is inside a module, and inside those that it calls."""
        return self._inside.get(path, ())


def module_paths(address: str) -> Iterator[tuple[str, ...]]:
    """Yield the modules that something is in, outermost first, by the names of the calls that lead there."""
    at = 0
    path: tuple[str, ...] = ()
    while found := _MODULE.match(address, at):
        at, path = found.end(), (*path, found[1])
        yield path
