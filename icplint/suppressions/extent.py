"""How much of a project a run has read, in paths from where a baseline lies."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from icplint.model.reading import Reading
from icplint.resources.register import ENTRIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The roots that a run has read (`.`, `envs/prod`, `plan.json`, `-`), and the directories that it was given."""

    home: Path
    base: Path
    roots: frozenset[str]
    tops: tuple[Path, ...]

    @classmethod
    def of(cls, reading: Reading, paths: Sequence[str], home: Path, base: Path) -> Extent:
        """Return the extent of a reading; its paths are relative to `base`, where icplint runs."""
        registered = {row.kind for row in ENTRIES}
        seen = {r.root for r in reading.resources if r.root and r.kind not in registered}
        seen |= {i.path for i in reading.inputs if i.kind == "configuration"}
        home = Path(os.path.normpath(base / home))
        return cls(
            home=home,
            base=base,
            roots=frozenset(_from(home, base, root) for root in seen),
            tops=tuple(directories(paths, base)),
        )

    def place(self, root: str) -> str | None:
        """Return the directory of a root module; None where it is none, as a plan without its source is."""
        return _from(self.home, self.base, root) if root and (self.base / root).is_dir() else None

    def covers(self, root: str) -> bool:
        """Return whether a root was read, or is gone."""
        return root in self.roots or self.is_gone(root)

    def is_gone(self, root: str) -> bool:
        """Return whether a root is a directory that is no more, below one that was given."""
        path = Path(os.path.normpath(self.home / root))
        gone = not path.suffix and root != "-" and not path.exists()
        return gone and any(path.is_relative_to(top) for top in self.tops)


def directories(paths: Iterable[str], base: Path) -> list[Path]:
    """Return those of the paths that are directories, absolute."""
    found = (Path(os.path.normpath(base / path)) for path in paths)
    return [path for path in found if path.is_dir()]


def is_whole(paths: Iterable[str], base: Path, settings: Path | None) -> bool:
    """Return whether the paths hold all of a project: the directory of its settings, or where it has none, any."""
    tops = directories(paths, base)
    if settings is None:
        return bool(tops)
    home = Path(os.path.normpath(base / settings)).parent
    return any(home.is_relative_to(top) for top in tops)


def _from(home: Path, base: Path, root: str) -> str:
    path = base / root
    return Path(os.path.relpath(path, home)).as_posix() if root != "-" and path.exists() else root
