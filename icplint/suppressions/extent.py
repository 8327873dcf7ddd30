"""How much of a project a run has read, in paths from where a baseline lies."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from icplint.model.reading import Reading
from icplint.resources.register import ROWS

STDIN: Final = "-"


class ReadRoots:
    """The roots that a run has read, and the directories that it was given; `paths` are relative to `base`."""

    def __init__(self, reading: Reading, paths: Sequence[str], base: Path) -> None:
        registered = {row.kind for row in ROWS}
        self.shown = reading.roots
        self.accounts = {r.root for r in reading.resources if r.root and r.kind not in registered} - self.shown.keys()
        self.tops = tuple(directories(paths, base))
        self.at: dict[str, list[str]] = defaultdict(list)
        for shown, root in self.shown.items():
            if root.name not in {"", STDIN}:
                self.at[os.path.abspath(root.path)].append(shown)  # noqa: PTH100 - Path's would follow no `..`


class Extent:
    """How much a run has read, from the directory `home`: roots are `.`, `envs/prod`, `plan.json`, `-`."""

    def __init__(self, read: ReadRoots, home: Path) -> None:
        self.home = Path(os.path.realpath(home))
        self._read = read
        self._places: dict[str, str | None] = {}

    @property
    def roots(self) -> frozenset[str]:
        """The roots that were read, where they lie, or as they are shown."""
        return frozenset(self._read.accounts | {self.place(shown) or shown for shown in self._read.shown})

    def place(self, root: str) -> str | None:
        """Return where a root lies; None where it lies nowhere, as an account."""
        if root not in self._places:
            known = self._read.shown.get(root)
            lies = known is not None and known.name not in {"", STDIN}
            self._places[root] = Path(os.path.relpath(known.path, self.home)).as_posix() if known and lies else None
        return self._places[root]

    def _was_read(self, root: str) -> bool:
        """Return whether a root is one of `roots`, without working them out."""
        if root in self._read.accounts or (root in self._read.shown and self.place(root) is None):
            return True
        there = self._read.at.get(os.path.normpath(self.home / root), ())
        return any(self.place(shown) == root for shown in there)

    def covers(self, root: str) -> bool:
        """Return whether a root was read, or is gone."""
        return self._was_read(root) or self.is_gone(root)

    def is_gone(self, root: str) -> bool:
        """Return whether a root is a directory that no longer exists, below one that was given."""
        path = Path(os.path.normpath(self.home / root))
        gone = not path.suffix and root != "-" and not os.path.exists(path)  # noqa: PTH110 - Path's raises for a name that is too long
        return gone and any(path.is_relative_to(top) for top in self._read.tops)


def directories(paths: Iterable[str], base: Path) -> list[Path]:
    """Return those of the paths that are directories, absolute and without links."""
    found = (Path(os.path.realpath(base / path)) for path in paths)
    return [path for path in found if os.path.isdir(path)]  # noqa: PTH112 - the same


def is_whole(paths: Iterable[str], base: Path, settings: Path | None) -> bool:
    """Return whether the paths hold all of a project: the directory of its settings, or where it has none, any."""
    tops = directories(paths, base)
    if settings is None:
        return bool(tops)
    home = Path(os.path.realpath(base / settings)).parent
    return any(home.is_relative_to(top) for top in tops)
