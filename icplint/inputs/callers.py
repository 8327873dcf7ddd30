"""Which directories call which as modules, and which of them are therefore evaluated by themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.terraform.modules.files import LOCK, terraform_files, terragrunt_file
from icplint.terraform.modules.loader import Declared, Loader, Module, is_local, source_of
from icplint.terraform.modules.variables import automatic_files

if TYPE_CHECKING:
    from icplint.terraform.modules.terragrunt import Unit

INITIALISED: Final = (LOCK, ".terraform")
"""What `terraform init` leaves in a root module, and nowhere else."""
STATE: Final = frozenset({"backend", "cloud"})
"""Blocks of `terraform` that say where a root module keeps its state."""


def normal(directory: Path) -> Path:
    """Return a directory without `..`, whose links stay as they are."""
    return Path(os.path.normpath(directory))


def root_modules(
    calls: Mapping[Path, set[Path]], loader: Loader, units: Mapping[Path, Unit], named: Path | None = None
) -> list[Path]:
    """Return the directories that are evaluated by themselves; all others are reached through these."""
    called = {target for targets in calls.values() for target in targets}
    applied = {unit.module for unit in units.values()} - units.keys()
    roots = [
        d
        for d in calls
        if d not in called or d in units or (d not in applied and (d == named or _stands_alone(loader.module(d))))
    ]
    reached = _reached(roots, calls)
    for directory in calls:  # in a ring, each is called by another
        if directory not in reached:
            roots.append(directory)
            reached |= _reached([directory], calls)
    return roots


def _stands_alone(module: Module) -> bool:
    """Return whether somebody applies a module by itself, also where others call it."""
    inner = (block for file in module.files for outer in file.body.blocks for block in outer.body.blocks)
    return (
        any(block.kind in STATE for block in inner)
        or any((module.directory / name).exists() for name in INITIALISED)
        or bool(automatic_files(module.directory))
    )


def _reached(starts: Iterable[Path], calls: Mapping[Path, set[Path]]) -> set[Path]:
    """Return the directories themselves and those that they call, however many steps away."""
    reached: set[Path] = set()
    waiting = list(starts)
    while waiting:
        directory = waiting.pop()
        if directory not in reached:
            reached.add(directory)
            waiting += calls.get(directory, ())
    return reached


def called_by(
    directories: Iterable[Path], loader: Loader, units: dict[Path, Unit], *, read: bool
) -> dict[Path, set[Path]]:
    """Return what each directory calls or applies; files that Terragrunt only includes make no root module.

    `read` says whether the directories are about to be read anyway: else no more of them is parsed than need be.
    """
    calls: dict[Path, set[Path]] = {}
    for directory in map(normal, directories):
        unit = read_unit_at(directory, loader)
        if unit is not None:
            units[directory] = unit
            calls[directory] = {unit.module or directory} - {directory}
        if terraform_files(directory):
            calls.setdefault(directory, set()).update(
                _local(directory, loader.module(directory).calls if read else loader.calls(directory))
            )
    if all(target in calls for targets in calls.values() for target in targets):
        return calls
    reached = {os.path.realpath(directory): directory for directory in calls}  # by a link, perhaps
    return {d: {t if t in calls else reached.get(_real(t), t) for t in targets} for d, targets in calls.items()}


def _real(directory: Path) -> str:
    try:
        return os.path.realpath(directory)
    except ValueError:  # no name may have a zero in it
        return str(directory)


def read_unit_at(directory: Path, loader: Loader) -> Unit | None:
    """Return the Terragrunt unit of a directory; None where it has none."""
    if terragrunt_file(directory) is None:
        return None
    from icplint.terraform.modules.terragrunt import read_unit  # few trees are Terragrunt's

    return read_unit(directory, loader)


def _local(directory: Path, calls: Mapping[str, Declared]) -> set[Path]:
    sources = map(source_of, calls.values())
    return {normal(directory / s) for s in sources if s is not None and is_local(s)} - {directory}
