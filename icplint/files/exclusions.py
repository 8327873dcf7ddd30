"""Which directories a search passes by: what settings and `--exclude` say, `.gitignore`, and what is never searched."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Final

from icplint.files.patterns import Pattern, lettered, pattern
from icplint.files.reading import read_found, repository
from icplint.files.written import relocated
from icplint.model.bounds import MIB
from icplint.model.dataclass import dataclass

OPTION: Final = Path("--exclude")
NEVER: Final = Path("node_modules, .*")
"""What is passed by whatever anybody says, as a pattern."""
SETTINGS: Final = frozenset({"icplint.toml", "pyproject.toml"})
_PROBE: Final = "main.tf"
"""Stands for what is in a directory: `tests/**` leaves out all that is in tests, and not tests itself."""

Settings = Callable[[Path], tuple[Path, Sequence[str]] | None]
"""What holds in a directory: the file of settings, and the patterns in it."""


def _no_settings(_directory: Path) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns that `source` says, the last first, relative to `base`."""

    source: Path
    base: Path
    patterns: tuple[Pattern, ...]

    @classmethod
    def of(cls, source: Path, base: Path, lines: Iterable[str]) -> Patterns:
        """Return what lines mean, as git reads them."""
        return cls(source, base, tuple(filter(None, map(pattern, lines)))[::-1])

    @classmethod
    def written(cls, source: Path, base: Path, lines: Sequence[str]) -> Patterns:
        """Return what patterns mean that people wrote as paths: `./tests`, `../tests`, `/home/me/site/tests`."""
        return cls.of(source, *relocated(lines, base))

    def but_for(self, named: Iterable[Path]) -> Patterns:
        """Return the patterns without those that leave out what was named."""
        kept = self.patterns
        for one in named:
            for path, directory in () if one == self.base else ((one, True), (one / _PROBE, False)):
                if self.leave(path, directory=directory):
                    relative = lettered(path.relative_to(self.base).as_posix())
                    kept = tuple(p for p in kept if p.negated or not p.fits(relative, directory=directory))
        return self if kept == self.patterns else replace(self, patterns=kept)

    def leave(self, path: Path, *, directory: bool) -> bool | None:
        """Return whether a path is left out, or wanted after all; None where they say nothing of it."""
        if not self.patterns or path == self.base or not path.is_relative_to(self.base):
            return None
        relative = lettered(path.relative_to(self.base).as_posix())
        return next((not one.negated for one in self.patterns if one.fits(relative, directory=directory)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What holds in a directory: of `ignored`, the `.gitignore` files from the top on, the last that says anything."""

    ignored: tuple[Patterns, ...] = ()
    said: tuple[Patterns, ...] = ()

    def left_out_by(self, path: Path, *, directory: bool) -> Path | None:
        """Return who says that a path is left out."""
        for patterns in self.said:
            if patterns.leave(path, directory=directory):
                return patterns.source
        for patterns in reversed(self.ignored):
            if (leave := patterns.leave(path, directory=directory)) is not None:
                return patterns.source if leave else None
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusions:
    """What a run leaves out: `given` are the patterns of the command line, relative to `base`.

    `ignoring` is whether `.gitignore` counts; nothing above of `within` does. `beside` are names of files that are
    looked for beside those of Terraform. `left_out` fills with the directories that were passed by, for each that says
    so: a file, `OPTION` or `NEVER`; `fitting` with those of `given` that fit something.
    """

    base: Path = Path()
    given: Sequence[str] = ()
    settings: Settings = _no_settings
    ignoring: bool = True
    beside: frozenset[str] = frozenset()
    within: Path | None = None
    left_out: dict[Path, set[Path]] = field(default_factory=dict)
    fitting: set[str] = field(default_factory=set)


class Search:
    """One search, for what is below a directory. What is `named` is never left out, nor what is in it for its sake."""

    def __init__(self, exclusions: Exclusions, top: Path, named: Iterable[Path] = ()) -> None:
        self._exclusions = exclusions
        self.beside = exclusions.beside
        self._named = tuple(named)
        self._wanted = {place for one in self._named for place in (one, *one.parents)}
        self._repository = repository(top) if exclusions.ignoring else None
        within = exclusions.within
        edges = [one for one in (self._repository, within) if one is not None and top.is_relative_to(one)]
        self._edge = max(edges, key=lambda one: len(one.parts), default=top)
        self._levels: dict[Path, Level] = {}
        given = ((line, line.removeprefix("!")) for line in exclusions.given)
        self._given = {line: Patterns.written(OPTION, exclusions.base, [text]) for line, text in given}

    def below(self, directory: Path, names: Collection[str], files: Collection[str]) -> list[str]:
        """Return which of the directories `names` in a directory are searched; `files` are the files beside them."""
        level = self._level(directory, {*names, *files})
        self._meet(directory, names, directories=True)
        found = []
        for name in sorted(names):
            path = directory / name
            source = NEVER if never(name) else level.left_out_by(path, directory=True)
            if source is None or path in self._wanted:
                found.append(name)
            else:
                self._exclusions.left_out.setdefault(source, set()).add(path)
        return found

    def files(self, directory: Path, names: Sequence[str]) -> list[str]:
        """Return which of the files `names` count; where none does, the directory is left out."""
        level = self._level(directory)
        if not names or level == _NOTHING or directory in self._named:
            return list(names)
        self._meet(directory, names, directories=False)
        sources = {name: level.left_out_by(directory / name, directory=False) for name in names}
        found = [name for name, source in sources.items() if source is None]
        if not found and (source := next(iter(sources.values()))) is not None:
            self._exclusions.left_out.setdefault(source, set()).add(directory)
        return found

    def _meet(self, directory: Path, names: Iterable[str], *, directories: bool) -> None:
        """Note which of the given patterns fit something in a directory."""
        fitting = self._exclusions.fitting
        for line in self._given.keys() - fitting:
            if any(self._given[line].leave(directory / name, directory=directories) for name in names):
                fitting.add(line)

    def _level(self, directory: Path, present: Collection[str] | None = None) -> Level:
        if directory not in self._levels:
            start = directory in {self._edge, directory.parent}
            outer = Level() if start else self._level(directory.parent)
            self._levels[directory] = self._inner(outer, directory, present, start=start)
        return self._levels[directory]

    def _inner(self, outer: Level, directory: Path, present: Collection[str] | None, *, start: bool) -> Level:
        def has(name: str) -> bool:
            return name in present if present is not None else os.path.lexists(directory / name)

        level = outer
        if start or any(map(has, SETTINGS)):
            level = replace(level, said=tuple(one.but_for(self._named) for one in self._said(directory)))
        if self._repository is not None:
            own = [directory / ".gitignore"] if has(".gitignore") else []
            if has(".git"):  # a repository in another is a world of its own
                level, own = replace(level, ignored=()), [directory / ".git/info/exclude", *own]
            found = [patterns for file in own if (patterns := _read(file, directory)).patterns]
            level = replace(level, ignored=(*level.ignored, *(one.but_for(self._named) for one in found)))
        return level

    def _said(self, directory: Path) -> list[Patterns]:
        exclusions = self._exclusions
        said = [Patterns.written(OPTION, exclusions.base, exclusions.given)] if exclusions.given else []
        if (found := exclusions.settings(directory)) is not None and found[1]:
            said.append(Patterns.written(found[0], found[0].parent, found[1]))
        return said


_NOTHING: Final = Level()


def never(name: str) -> bool:
    """Return whether a directory of this name is never searched: hidden ones (`.terraform`), and node_modules."""
    return name.startswith(".") or name == "node_modules"


def _read(file: Path, base: Path) -> Patterns:
    """Return the patterns of a file that git reads; none where it cannot be read, of which git only warns."""
    try:
        text = read_found(file, MIB).decode("utf-8-sig", "surrogateescape")
    except OSError:
        text = ""
    return Patterns.of(file, base, (line.removesuffix("\r") for line in text.split("\n")))
