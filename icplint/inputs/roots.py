"""Directories and files of Terraform -> the root modules that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.files.exclusions import Exclusions, Search
from icplint.inputs.callers import INITIALISED, STATE, called_by, normal, read_unit_at, root_modules
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Unread
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.terraform.modules.files import (
    LOCK,
    PINS,
    SUFFIXES,
    is_stack,
    terraform_directories,
    terraform_files,
    terragrunt_directories,
    terragrunt_file,
)
from icplint.terraform.modules.loader import Loader, Module
from icplint.terraform.modules.variables import automatic_files

if TYPE_CHECKING:
    from icplint.terraform.modules.terragrunt import Unit

THROUGH: Final = Text(
    en="a module without a backend or values of its own: it is read through {caller}, which calls it",
    zh="该模块没有自己的 backend 或变量值，通过调用它的 {caller} 读取",
)
UNUSED: Final = Text(
    en="no root module lies beside these values or above: name the root module, and give them with --var-file",
    zh="该变量值文件所在目录及其上级目录中没有根模块：请指定根模块，并通过 --var-file 提供该文件",
)


@dataclass(slots=True, kw_only=True)
class Roots:
    """The root modules of a run.

    `empty` are the named directories that hold no Terraform at all; `left_out` says through what the others are read.
    `values` are the files of values that were named, for each root module beside one; `unused` those beside none, and
    other files that are not read.
    `units` are those of Terragrunt: each is a root module, the module that it applies is none. `given` stands
    for modules that are applied in a way that is not read. `idle` are files that were named, and that no root uses.
    """

    modules: list[Path] = field(default_factory=list)
    empty: list[Path] = field(default_factory=list)
    left_out: list[Input] = field(default_factory=list)
    values: dict[Path, list[Path]] = field(default_factory=dict)
    unused: list[Unread] = field(default_factory=list)
    units: dict[Path, Unit] = field(default_factory=dict)
    given: list[Resource] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    idle: list[Path] = field(default_factory=list)


def find_roots(
    named: Iterable[Path],
    files: Sequence[Path],
    loader: Loader,
    top_of: Callable[[Path], Path],
    serves: Callable[[Path, Path], bool],
    passed: Callable[[str, list[str]], None] | None = None,
    exclusions: Exclusions | None = None,
) -> Roots:
    """Return each root module below the named directories, and those that use one of the files.

    `serves` says whether a file holds settings or a register of a directory, `top_of` below which directory the users
    of another are looked for, wherever one stands. `passed` hears of every directory below the named ones, and of the
    names of its files. Of what `exclusions` leave out, only what is named, and what a module calls, is read.
    """
    found = Roots()
    exclusions = exclusions or Exclusions(ignoring=False)
    left_out: dict[Path, Input] = {}
    for top in named:
        stacks: dict[Path, list[str]] = {}

        def met(directory: str, names: list[str], stacks: dict[Path, list[str]] = stacks) -> None:
            if parts := [name for name in names if is_stack(name)]:
                stacks[normal(Path(directory))] = parts
            if passed is not None:
                passed(directory, names)

        directories = terraform_directories(top, met, Search(exclusions, top, [top]))
        calls = called_by(directories, loader, found.units, read=True)
        if not calls and not stacks:
            found.empty.append(top)
        applied = _applied(stacks, loader, found)
        calls = {directory: targets for directory, targets in calls.items() if directory not in applied}
        roots = root_modules(calls, loader, found.units, normal(top))
        found.modules.extend(roots)
        left_out |= _left_out(calls, roots, loader)
    for file in filter(_is_values, files):
        _give(file, loader, found, top_of)
    if others := [file for file in files if not _is_values(file)]:
        found.modules.extend(_users(others, loader, top_of, serves, found, exclusions))
    left_out |= _through_units(found, loader, top_of, exclusions)
    modules = dict.fromkeys(found.modules)
    found.modules[:] = modules
    found.left_out.extend(one for directory, one in left_out.items() if directory not in modules)
    return found


def _through_units(
    found: Roots, loader: Loader, top_of: Callable[[Path], Path], exclusions: Exclusions
) -> dict[Path, Input]:
    """Read each module that a Terragrunt unit applies, wherever in the project, through the unit; return those."""
    known = found.units.keys()
    open_ones = [d for d in found.modules if d not in known and _may_be_given(loader.module(d))]
    units = dict(found.units) if open_ones else {}
    for top in {top_of(directory) for directory in open_ones}:
        for directory in terragrunt_directories(top, Search(exclusions, top, open_ones)):
            if directory not in units and (unit := read_unit_at(directory, loader)) is not None:
                units[directory] = unit
    left_out: dict[Path, Input] = {}
    for module in open_ones:
        using = sorted(directory for directory, unit in units.items() if unit.module == module)
        if using:
            found.modules[:] = [d for d in found.modules if d != module] + using
            found.units |= {directory: units[directory] for directory in using}
            left_out[module] = Input(
                "module", loader.display(module), 0, THROUGH.using(caller=loader.display(using[0]))
            )
    return left_out


def _may_be_given(module: Module) -> bool:
    """Return whether somebody else may set a module's variables: nothing says that it is applied by itself."""
    backends = [module.settings[kind].block.body for kind in STATE & module.settings.keys()]
    return (
        bool(module.variables)
        and not any(body.attributes or body.blocks for body in backends)
        and not any((module.directory / name).exists() for name in INITIALISED)
        and not automatic_files(module.directory)
    )


def _applied(stacks: Mapping[Path, list[str]], loader: Loader, found: Roots) -> set[Path]:
    """Note the stacks as not read, and return the modules that they apply: those are not root modules."""
    modules: set[Path] = set()
    for directory, names in stacks.items():
        from icplint.terraform.modules.stack_files import read_stack  # few trees have any

        stack = read_stack(directory, names, loader)
        found.unused.extend(stack.unread)
        found.given.extend(stack.resources)
        found.problems.extend(stack.problems)
        modules |= stack.modules
    return modules


def _left_out(calls: Mapping[Path, set[Path]], roots: Iterable[Path], loader: Loader) -> dict[Path, Input]:
    """Return the directories that are not root modules, and through which ones they are read."""
    callers: dict[Path, Path] = {}
    for caller, targets in calls.items():
        for target in targets:
            callers.setdefault(target, caller)
    return {
        d: Input("module", loader.display(d), 0, THROUGH.using(caller=loader.display(callers[d])))
        for d in sorted(calls.keys() - set(roots))
    }


def _is_values(file: Path) -> bool:
    return file.name.endswith((".tfvars", ".tfvars.json"))


def _give(file: Path, loader: Loader, found: Roots, top_of: Callable[[Path], Path]) -> None:
    """Give a file of values to the root module in its directory, else to the nearest one above."""
    own = normal(file.parent)
    above = [directory for directory in own.parents if directory.is_relative_to(top_of(own))]
    home = next((directory for directory in (own, *above) if terraform_files(directory)), None)
    if home is None:
        shown = loader.display(file)
        found.unused.append(Unread(shown, UNUSED, Origin(file=shown)))
        return
    found.modules.append(home)
    if file.name not in {path.name for path in automatic_files(own)} or home != own:
        found.values.setdefault(home, []).append(file)


def _users(
    files: Iterable[Path],
    loader: Loader,
    top_of: Callable[[Path], Path],
    serves: Callable[[Path, Path], bool],
    found: Roots,
    exclusions: Exclusions,
) -> list[Path]:
    """Return the root modules, anywhere in their projects, that use one of the files; note those that none uses."""
    places = {file: normal(file.parent) for file in files}
    wanted = {place for file, place in places.items() if file.name.endswith(SUFFIXES)}
    named = set(places.values())
    searches = [(top, Search(exclusions, top, named)) for top in set(map(top_of, named))]
    everywhere = {normal(d) for top, search in searches for d in terraform_directories(top, search=search)} | wanted
    calls = called_by(sorted(everywhere), loader, found.units, read=False)
    roots = root_modules(calls, loader, found.units)
    using, served = set(wanted), set[Path]()
    for file, place in places.items():
        if file.name.endswith(SUFFIXES):
            continue
        if not file.name.endswith((".hcl", ".hcl.json", *PINS)):
            served.update(users := [root for root in roots if serves(file, root)])
        elif file.name in {LOCK, *PINS} or (file == terragrunt_file(file.parent) and place in found.units):
            using.update(users := [place] if place in calls else [])
        else:
            using.update(users := _including(file, found.units))
        if not users:
            found.idle.append(file)
    while more := {d for d, targets in calls.items() if targets & using} - using:
        using |= more
    return sorted(served) + (sorted(using.intersection(roots)) or sorted(wanted))


def _including(file: Path, units: Mapping[Path, Unit]) -> list[Path]:
    """Return the units of Terragrunt that a file was read for; where none was, those below, which may need a run."""
    reading = [unit for unit, one in units.items() if file in one.files]
    return reading or [unit for unit in units if unit.is_relative_to(file.parent)]
