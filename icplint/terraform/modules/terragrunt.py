"""A Terragrunt unit: the module that it applies, what it gives to that, and the files that it writes into it.

Expressions are read as far as they go; what only a run of Terragrunt tells is unknown, never a module's default.
Source: terragrunt.gruntwork.io/docs/reference/hcl.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Problem, Unread
from icplint.model.resource import OUTPUTS, UNREAD_MODULE, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.terraform.modules.files import terraform_files, terragrunt_file
from icplint.terraform.modules.loader import Loader, Module
from icplint.terraform.modules.terragrunt_file import SETTLE, TerragruntFile
from icplint.terraform.modules.variables import Given
from icplint.terraform.syntax.tree import Block
from icplint.terraform.values.budget import METER
from icplint.terraform.values.plain_values import plain
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import UnknownReason, Value, unknown

_INPUTS: Final = Text(
    en="{file} sets inputs that are known only when Terragrunt runs",
    zh="{file} 设置的 inputs 只有运行 Terragrunt 才能得知",
)
_SOURCE: Final = Text(
    en="the module {source} of this Terragrunt unit is not here: {settle}",
    zh="此 Terragrunt 单元的模块 {source} 不在此处：{settle}",
)
_SOME_SOURCE: Final = Text(
    en="which module this Terragrunt unit applies is known only when Terragrunt runs: {settle}",
    zh="此 Terragrunt 单元使用的模块只有运行 Terragrunt 才能得知：{settle}",
)
_BROKEN: Final = Text(en="not all of {file} could be read", zh="{file} 未能完整读取")
_GENERATED: Final = Text(
    en="the file that generate {name} writes is known only when Terragrunt runs: {settle}",
    zh="generate {name} 写入的文件只有运行 Terragrunt 才能得知：{settle}",
)


@dataclass(slots=True, kw_only=True)
class Unit:
    """What a `terragrunt.hcl` says, or a `terragrunt.hcl.json`.

    `module` is the directory of the module, None where it is not here. `inputs` are given to the module's variables;
    where `others` says why, any variable may be given something else.
    `written` are the files that it writes beside those of the module, by name; `files` those that it was read from.
    """

    directory: Path
    module: Path | None = None
    inputs: dict[str, Given] = field(default_factory=dict)
    others: UnknownReason | None = None
    written: dict[str, bytes] = field(default_factory=dict)
    files: set[Path] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_unit(directory: Path, loader: Loader) -> Unit | None:
    """Return the unit of a directory; None where the file there is only one that others include."""
    METER.renew()
    path = terragrunt_file(directory)
    own = TerragruntFile.read(path, loader, directory) if path else None
    if own is None:
        return _unreadable(directory, loader.display(path or directory))
    files = [*own.included(), own]  # what a unit says itself comes last, and wins
    unit = Unit(directory=directory, files=own.seen)
    origin = Origin(file=own.shown)
    unit.problems += (Problem(p.text, one.file.origin(p.start)) for one in files for p in one.file.problems)
    source = _source(files)
    if source is not None:
        unit.module = _here(source, directory, loader)
    elif terraform_files(directory):
        unit.module = directory
    elif not unit.problems:
        return None
    if unit.module is None:
        text = _SOURCE.using(source=source.raw) if source and source.known else _SOME_SOURCE
        unit.unread.append(Unread(own.shown, text.using(settle=SETTLE), origin))
    if own.lost or unit.problems:
        unit.others = UnknownReason(own.lost or _BROKEN.using(file=own.shown), settle=SETTLE)
    for file in files:
        _give(unit, file)
        for name, block in file.blocks("generate"):
            _write(unit, file, name, block)
    return unit


def _unreadable(directory: Path, shown: str) -> Unit:
    """Return a unit of which nothing is known."""
    why = _BROKEN.using(file=shown)
    module = directory if terraform_files(directory) else None
    unread = [Unread(shown, why, Origin(file=shown))]
    return Unit(directory=directory, module=module, others=UnknownReason(why, settle=SETTLE), unread=unread)


def _source(files: list[TerragruntFile]) -> Value | None:
    """Return the source of the last file that has one."""
    found = None
    for file in files:
        for _, block in file.blocks("terraform"):
            if attribute := block.body.attributes.get("source"):
                found = file.value(attribute.expression)
    return found


def _here(source: Value, directory: Path, loader: Loader) -> Path | None:
    """Return the directory of a local module; `//` only says how much of the tree Terragrunt copies."""
    if not isinstance(source.raw, str) or "::" in source.raw or "?" in source.raw:
        return None
    if not source.raw.startswith((".", "/")):
        return None
    module = loader.normal(directory / source.raw.replace("//", "/"))
    return module if terraform_files(module) and not loader.trees.refuses(module, directory) else None


def _give(unit: Unit, file: TerragruntFile) -> None:
    for _, block in file.blocks("terraform"):
        if any(inner.kind == "extra_arguments" and _gives(inner) for inner in block.body.blocks):
            unit.others = UnknownReason(_INPUTS.using(file=file.shown), settle=SETTLE)
    inputs = file.file.body.attributes.get("inputs")
    if inputs is None:
        return
    value, origin = file.value(inputs.expression), file.file.origin(inputs.start)
    if isinstance(value.raw, dict):
        unit.inputs |= {name: Given(one, origin) for name, one in value.raw.items()}
    else:
        unit.others = UnknownReason(_INPUTS.using(file=file.shown), settle=SETTLE)
        unit.inputs = {}


def _gives(arguments: Block) -> bool:
    """Return whether extra arguments may give values to variables."""
    return any(name in arguments.body.attributes for name in ("arguments", "required_var_files", "optional_var_files",
                                                              "env_vars"))  # fmt: skip


def _write(unit: Unit, file: TerragruntFile, name: str, block: Block) -> None:
    said = {n: file.value(a.expression) for n, a in block.body.attributes.items() if n in {"path", "contents"}}
    path, contents = said.get("path"), said.get("contents")
    if path is None or contents is None or not isinstance(path.raw, str) or not isinstance(contents.raw, str):
        text = _GENERATED.using(name=name, settle=SETTLE)
        unit.unread.append(Unread(file.shown, text, file.file.origin(block.start)))
    elif path.raw.endswith((".tf", ".tf.json")):
        unit.written[Path(path.raw).name] = contents.raw.encode()


def applied(unit: Unit, module: Module) -> Iterator[Resource]:
    """Yield what stands for the module of a unit that is not here: what it would be given."""
    if unit.module is not None:
        return
    place = unit.unread[0]
    outputs = Unknown(place.why, (), open=True)
    values = {name: plain(given.value) for name, given in unit.inputs.items() if isinstance(given.value, Value)}
    yield Resource(
        kind=UNREAD_MODULE,
        address="terragrunt",
        values={**values, OUTPUTS: outputs},
        origin=place.origin or Origin(file=place.what),
        root=module.path,
        certain=False,
        places=lambda name: unit.inputs[name].origin if name in unit.inputs else Origin(file=place.what),
    )


def givens(unit: Unit, names: Mapping[str, object]) -> Iterator[tuple[str, Given]]:
    """Yield what a unit gives to the variables of its module."""
    for name in names:
        if name in unit.inputs:
            yield name, unit.inputs[name]
        elif unit.others is not None:
            yield name, Given(unknown(DYNAMIC, unit.others), Origin(file=unit.directory.name))
