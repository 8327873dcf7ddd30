"""What was taken of wide values before: of a thousand instances each of a thousand expressions may take any one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from icplint.terraform.values.value import UnknownReason, Value

WIDE: Final = 64
"""Elements, or references, from which on it is worth while to keep what was taken."""
_MOST: Final = 64
"""So many are kept."""

_Taken = tuple[Value, Value | str, Value]


class TakenBefore:
    """The last parts that were taken of wide values, where it is not known which part it is."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], _Taken] = {}

    def attribute(self, take: Callable[[Value, str], Value], value: Value, name: str) -> Value:
        """Return `take(value, name)`."""
        if not isinstance(value.raw, UnknownReason) or len(value.raw.refs) < WIDE:
            return take(value, name)
        return self._kept((id(value), name), value, name, lambda: take(value, name))

    def index(self, take: Callable[[Value, Value], Value], value: Value, key: Value) -> Value:
        """Return `take(value, key)`."""
        if value.size < WIDE or not isinstance(key.raw, UnknownReason):
            return take(value, key)
        return self._kept((id(value), id(key.raw), key.marks), value, key, lambda: take(value, key))

    def _kept(self, about: tuple[object, ...], value: Value, key: Value | str, take: Callable[[], Value]) -> Value:
        if about not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[about] = (value, key, take())
        return self._known[about][-1]
