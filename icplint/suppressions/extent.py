"""How much of a project a run has read, in paths from where a baseline lies."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.reading import Reading
from icplint.resources.register import ROWS

STDIN: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The roots that a run has read (`.`, `envs/prod`, `plan.json`, `-`), and the directories that it was given."""

    home: Path
    places: Mapping[str, str | None]
    roots: frozenset[str]
    tops: tuple[Path, ...]

    @classmethod
    def of(cls, reading: Reading, paths: Sequence[str], home: Path, base: Path) -> Extent:
        """Return the extent of a reading, from the directory `home`; paths are relative to `base`."""
        registered = {row.kind for row in ROWS}
        accounts = {r.root for r in reading.resources if r.root and r.kind not in registered} - reading.roots.keys()
        home = Path(os.path.realpath(home))
        places = {
            shown: Path(os.path.relpath(root.path, home)).as_posix() if root.name not in {"", STDIN} else None
            for shown, root in reading.roots.items()
        }
        return cls(
            home=home,
            places=places,
            roots=frozenset(accounts | {place or shown for shown, place in places.items()}),
            tops=tuple(directories(paths, base)),
        )

    def place(self, root: str) -> str | None:
        """Return where a root lies; None where it lies nowhere, as an account."""
        return self.places.get(root)

    def covers(self, root: str) -> bool:
        """Return whether a root was read, or is gone."""
        return root in self.roots or self.is_gone(root)

    def is_gone(self, root: str) -> bool:
        """Return whether a root is a directory that no longer exists, below one that was given."""
        path = Path(os.path.normpath(self.home / root))
        gone = not path.suffix and root != "-" and not os.path.exists(path)  # noqa: PTH110 - Path's raises for a name that is too long
        return gone and any(path.is_relative_to(top) for top in self.tops)


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
