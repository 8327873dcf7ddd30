"""A large report in pieces: nothing holds all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

_SIZE: Final = 2_000
"""Tokens of JSON in a piece: each alone would be a write of its own."""


class Rows(list[Any]):
    """A list for an encoder of JSON with indentation, which makes each row when its turn comes.

    That encoder asks a list whether it is empty, and then for its rows; of one without indentation, C code reads the
    list itself, and finds nothing.
    """

    def __init__(self, rows: Callable[[], Iterator[Any]]) -> None:
        super().__init__()
        self._rows = rows

    def __bool__(self) -> bool:
        return next(self._rows(), self) is not self

    def __iter__(self) -> Iterator[Any]:
        return self._rows()


def pieces(tokens: Iterable[str]) -> Iterator[str]:
    """Yield tokens, many at once."""
    held: list[str] = []
    for token in tokens:
        held.append(token)
        if len(held) >= _SIZE:
            yield "".join(held)
            held.clear()
    yield "".join(held)
