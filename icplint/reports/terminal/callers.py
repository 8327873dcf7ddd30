"""From where the module is called in which a place lies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from icplint.model.origin import Origin
from icplint.model.reading import ModuleCall
from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.reports.report import Style
from icplint.reports.terminal.rows import linked

CALLED: Final = Text(en="called from {place} as {address}", zh="调用处：{place}（{address}）")
_MODULE: Final = regex(r'module\.[^.\[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.?')


class Callers:
    """Finds the calls of a module by the address of what it declares, and by the directory that declares it."""

    def __init__(self, calls: Iterable[ModuleCall]) -> None:
        self._known: dict[tuple[str, str], list[ModuleCall]] = {}
        for call in calls:
            self._known.setdefault((call.address, call.path), []).append(call)

    def of(self, place: Origin, style: Style) -> list[str]:
        """Return a line for each call that leads to a place, the innermost first; none for a place in a root module."""
        if place.address is None or place.file is None or not place.address.startswith("module."):
            return []
        directory = place.file.rpartition("/")[0] or "."
        known = self._known.get((_module(place.address), directory), ())
        said: dict[str, None] = {}
        for call in known:
            step: ModuleCall | None = call
            while step is not None:
                at = str(step.origin)
                line = CALLED.using(place=step.origin, address=step.address).say(style.language)
                said[line.replace(at, linked(at, step.origin, style), 1)] = None
                step = step.outer
        return list(said)


def _module(address: str) -> str:
    """Return the part of an address that is the module's: `module.a["x"].module.b`."""
    end = 0
    while found := _MODULE.match(address, end):
        end = found.end()
    return address[:end].removesuffix(".")
