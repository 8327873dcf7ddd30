"""What is written for each root: the settings and the registers nearest upwards from it, and a name that stays."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from icplint.errors import ConfigError
from icplint.files.reading import lies, read_found, read_named
from icplint.model.reading import Root
from icplint.settings.config import Config, find, load

REGISTERS: Final = ("filings.toml", "filings.csv", "filings.xlsx")
"""How a register is called that is found; of several in one directory, the first."""

SERVING: Final = (".toml", ".csv", ".xlsx")
"""How the files of settings and registers end: they belong to the roots that they serve."""


class Projects:
    """The settings and registers of a run, each looked for once and loaded once.

    `given` are settings that hold whatever lies in the tree, `registers` the registers that do; without `found`, no
    other register is looked for. Nothing that lies outside of the wall `within` is found. Raises ConfigError for
    settings that cannot be read.
    """

    def __init__(
        self,
        *,
        given: Config | None = None,
        registers: Sequence[Path] = (),
        found: bool = True,
        within: Path | None = None,
    ) -> None:
        self._within = within
        self._given = given
        self._registers = tuple(registers)
        self._looking = found
        self._loaded: dict[Path | None, Config] = {None: Config()}
        self._settings: dict[Path, Config] = {}
        self._files: dict[Path, Path | None] = {}
        self._beside_it: dict[Path, Path | None] = {}
        self._found: dict[Path, tuple[Path, ...]] = {}

    def contents(self, register: Path) -> Callable[[Path, int], bytes]:
        """Return what reads a register: what was named, or by settings that were named, may be anything that ends."""
        named = [*self._registers, *(self._beside(self._given) if self._given else ())]
        if register in {file.absolute() for file in named}:
            return read_named
        return partial(read_found, within=self._within)

    def settings(self, directory: Path) -> Config:
        """Return the settings that hold in a directory: the nearest ones upwards; where there are none, the defaults.

        Upwards is up to the top of the file system: settings may stand above a repository, as a user's own do.
        """
        if self._given is not None:
            return self._given
        if directory not in self._settings:
            file = self._file(directory)
            if file not in self._loaded:
                assert file is not None
                self._loaded[file] = load(file, within=self._within)
            self._settings[directory] = self._loaded[file]
        return self._settings[directory]

    def _file(self, directory: Path) -> Path | None:
        """Return the file of settings nearest upwards; what is above is looked at once for all that is below."""
        if directory not in self._files:
            last = directory in {self._within, directory.parent}
            self._files[directory] = find(directory, directory) or (None if last else self._file(directory.parent))
        return self._files[directory]

    def registers(self, directory: Path) -> tuple[Path, ...]:
        """Return the registers nearest upwards from a directory, as far as the top of its repository."""
        if self._registers or not self._looking:
            return self._registers
        if directory not in self._found:
            self._found[directory] = self._nearest(directory)
        return self._found[directory]

    def serves(self, file: Path, directory: Path) -> bool:
        """Return whether a file holds the settings that are in force in a directory, or is one of its registers.

        Settings that cannot be read are in force there too, as far as they were named.
        """
        try:
            used = (*self.registers(directory), self.settings(directory).file)
        except ConfigError:
            return find(directory, self._within) == file
        return os.path.realpath(file) in {os.path.realpath(one) for one in used if one is not None}

    def _nearest(self, directory: Path) -> tuple[Path, ...]:
        settings = self.settings(directory)
        if self._given is not None and settings.file is not None and (own := self._beside(settings)):
            return own
        for place in within_repository(directory, self._within):
            if settings.file is not None and settings.file.parent == place and settings.filings:
                return settings.filings
            if place not in self._beside_it:
                self._beside_it[place] = register_in(place)
            if register := self._beside_it[place]:
                return (register,)
        return self._beside(settings) if settings.file is not None else ()

    @staticmethod
    def _beside(settings: Config) -> tuple[Path, ...]:
        """Return what settings name, else what lies beside them."""
        if settings.filings or settings.file is None:
            return settings.filings
        register = register_in(settings.file.absolute().parent)
        return (register,) if register else ()


def register_in(directory: Path) -> Path | None:
    """Return the register of a directory."""
    return next((file for name in REGISTERS if lies(file := directory / name)), None)


def within_repository(directory: Path, last: Path | None = None) -> Iterator[Path]:
    """Yield a directory and those above it, up to `last` or the one that holds `.git`; without them, up to the top."""
    for place in (directory, *directory.parents):
        yield place
        if place == last or (place / ".git").exists():
            return


class Names:
    """What places are called wherever one stands: by their way from the top of the project.

    The top is the directory that holds `.git`; without a repository, the highest one that holds settings or a register;
    without those, the root of the file system.
    """

    def __init__(self) -> None:
        self._tops: dict[Path, Path] = {}
        self._repositories: dict[Path, Path | None] = {}

    def of(self, path: Path) -> str:
        """Return the name of an absolute path: `.`, `envs/prod`, `states/prod.json`."""
        top = self.top(path if path.is_dir() else path.parent)
        return path.as_posix() if top == Path(top.anchor) else Path(os.path.relpath(path, top)).as_posix()

    def top(self, directory: Path) -> Path:
        """Return the top of the project that a directory belongs to."""
        if directory not in self._tops:
            self._tops[directory] = self._repository(directory) or _highest(directory)
        return self._tops[directory]

    def _repository(self, directory: Path) -> Path | None:
        if directory not in self._repositories:
            above = directory.parent if directory != directory.parent else None
            own = directory if (directory / ".git").exists() else None
            self._repositories[directory] = own or (self._repository(above) if above else None)
        return self._repositories[directory]


def _highest(directory: Path) -> Path:
    """Return the highest place that holds settings or a register, else the root of the file system."""
    above = [*reversed(directory.parents), directory]
    return next((place for place in above if find(place, place) or register_in(place)), above[0])


def told_apart(roots: Mapping[str, Root]) -> dict[str, Root]:
    """Return the roots, those of one name by their whole path: without a repository, two projects may have one name."""
    names = Counter(root.name for root in roots.values())
    return {
        shown: Root(root.path.as_posix(), root.path) if names[root.name] > 1 and root.name not in {"", "-"} else root
        for shown, root in roots.items()
    }


def unused(lying: Iterable[Path], read: Iterable[Path]) -> list[Path]:
    """Return the registers that were found and not read."""
    known = {os.path.realpath(file) for file in read}
    return sorted({file for file in lying if os.path.realpath(file) not in known})
