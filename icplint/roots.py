"""Directories and files of Terraform -> the root modules that they belong to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from icplint.terraform.files import terraform_directories
from icplint.terraform.modules import Loader, is_local, source_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """The root modules of a run; `empty` are the named directories that hold no Terraform at all."""

    modules: list[Path]
    empty: list[Path]


def find_roots(directories: Iterable[Path], users_of: Iterable[Path], loader: Loader) -> Roots:
    """Return each root module below the directories, and those that use what lies in the directories `users_of`."""
    modules: list[Path] = []
    empty: list[Path] = []
    for top in directories:
        below = [_normal(directory) for directory in terraform_directories(top)]
        if not below:
            empty.append(top)
        modules += _not_called(below, loader)
    if wanted := {_normal(directory) for directory in users_of}:
        modules += _users(wanted, loader)
    return Roots(modules=list(dict.fromkeys(modules)), empty=empty)


def _normal(directory: Path) -> Path:
    return Path(os.path.normpath(directory))


def _not_called(directories: Iterable[Path], loader: Loader) -> list[Path]:
    """A directory that another one calls as a module is evaluated through its callers only."""
    found = list(directories)
    called = {target for directory in found for target in _calls(directory, loader)}
    return [directory for directory in found if directory not in called]


def _users(wanted: set[Path], loader: Loader) -> list[Path]:
    """Return the root modules, anywhere below the loader's base, that use the wanted directories."""
    everywhere = {_normal(directory) for directory in terraform_directories(loader.base)} | wanted
    calls = {directory: _calls(directory, loader) for directory in everywhere}
    using = set(wanted)
    while more := {d for d, targets in calls.items() if targets & using} - using:
        using |= more
    called = {target for targets in calls.values() for target in targets}
    return sorted(using - called) or sorted(wanted)


def _calls(directory: Path, loader: Loader) -> set[Path]:
    module = loader.module(directory)
    sources = (source_of(call) for call in module.calls.values())
    return {_normal(directory / s) for s in sources if s is not None and is_local(s)} - {directory}
