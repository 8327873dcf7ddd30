"""Terraform Stacks and stacks of Terragrunt, which are not read yet: what their modules are given is doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Problem, Unread
from icplint.model.resource import OUTPUTS, UNREAD_MODULE, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.terraform.modules.loader import Loader, is_local
from icplint.terraform.modules.terragrunt_file import TerragruntFile
from icplint.terraform.syntax.tree import Block
from icplint.terraform.values.plain_values import plain

_GIVEN: Final = ("inputs", "values")
_NOT_READ: Final = Text(
    en="icplint does not read stacks yet: check the plans of its deployments (terraform show -json)",
    zh="icplint 暂不读取 stack：请检查其各个部署的 plan（terraform show -json）",
)


@dataclass(slots=True)
class StackFile:
    """What is known of a stack: the local modules that it applies, and what it gives to them."""

    modules: set[Path] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_stack(directory: Path, names: Iterable[str], loader: Loader) -> StackFile:
    """Return what the files of a stack say of its modules."""
    stack = StackFile()
    for name in sorted(names):
        shown = loader.display(directory / name)
        stack.unread.append(Unread(shown, _NOT_READ, Origin(file=shown)))
        file = TerragruntFile.read(directory / name, loader, directory)
        if file is not None:
            stack.problems += (Problem(p.text, file.file.origin(p.start)) for p in file.file.problems)
            for kind in ("component", "deployment", "stack", "unit"):
                for label, block in file.blocks(kind):
                    _take(stack, file, f"{kind}.{label}", block)
    return stack


def _take(stack: StackFile, file: TerragruntFile, address: str, block: Block) -> None:
    said = {name: file.value(attribute.expression) for name, attribute in block.body.attributes.items()}
    source = said["source"].raw if "source" in said else None
    if isinstance(source, str) and is_local(source):
        stack.modules.add(file.beside(source))
    values: dict[str, Any] = {}
    for name in _GIVEN:
        given = plain(said[name]) if name in said else None
        values |= given if isinstance(given, dict) else {}
    origin = file.file.origin(block.start)
    why = Unknown(_NOT_READ, open=True)
    stack.resources.append(
        Resource(
            kind=UNREAD_MODULE,
            address=address,
            values={**values, OUTPUTS: why},
            origin=origin.at(address),
            root=file.folder,
            certain=False,
        )
    )
