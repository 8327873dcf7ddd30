"""Regular expressions that are compiled when they are first used.

To compile one takes 0.1 to 9 ms, and a run on ten files uses few of those that its modules have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, Final, cast

METHODS: Final = ("match", "fullmatch", "search", "sub", "finditer", "findall", "split")


class _Uncompiled:
    """A pattern, without its methods until one of them is asked for."""

    def __init__(self, pattern: str | bytes, compiled: Callable[[], re.Pattern[Any]]) -> None:
        self.pattern = pattern
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        compiled = self._compiled()
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: re.RegexFlag | int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` does, as far as its own methods and attributes go: the functions of `re` refuse it."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(pattern, lambda: re.compile(pattern, flags)))
