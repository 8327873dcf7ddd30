"""The registers and settings of the roots that were read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from icplint.files.reading import read_named
from icplint.filings.register import STANDARD
from icplint.filings.register import read as read_register
from icplint.inputs.projects import Projects
from icplint.model.reading import Input, Reading
from icplint.policy import ProviderNames

Homes = list[tuple[str, Path]]
"""Roots by name, each with the directory from which its settings and registers are looked for."""


def read_registers(
    given: Iterable[Path], projects: Projects, homes: Homes, shown: Callable[[Path], str], providers: ProviderNames
) -> Reading:
    """Return what the registers hold that were given, else found for the roots; all of them make one."""
    roots: dict[Path, list[str]] = {file: [] for file in given}
    named = frozenset(roots)
    for name, directory in homes:
        for file in projects.registers(directory):
            roots.setdefault(file.absolute(), []).append(name)
    reading = Reading()
    for file in sorted(roots):
        contents = read_named if file in named else projects.contents(file)
        found = read_register(file, "-" if file == STANDARD else shown(file), providers, contents)
        found.inputs = [replace(one, roots=_names(roots[file])) for one in found.inputs]
        reading.add(found)
    broken = {p.origin.file for p in reading.problems if p.origin and p.origin.file}
    if len(roots) > 1 and any(one.path in broken for one in reading.inputs):
        reading.complete.discard("filing")  # several registers together are whole only if each one is
    return reading


def settings_of(projects: Projects, homes: Homes, shown: Callable[[Path], str]) -> list[Input]:
    """Return the settings that were found, and for which roots; raises ConfigError."""
    roots: dict[Path, list[str]] = {}
    for name, directory in homes:
        if (file := projects.settings(directory).file) is not None:
            roots.setdefault(file.absolute(), []).append(name)
    return [Input("settings", shown(file), files=0, roots=_names(roots[file])) for file in sorted(roots)]


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}))
