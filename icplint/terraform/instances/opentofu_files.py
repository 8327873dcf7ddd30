"""Files that Terraform reads and OpenTofu does not: `main.tf` beside `main.tofu`. What they name is doubt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from icplint.model.origin import Origin
from icplint.model.reading import Unread
from icplint.model.resource import OUTPUTS, UNREAD_MODULE, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.terraform.instances.blocks import BlockValues
from icplint.terraform.instances.instance import ModuleInstance
from icplint.terraform.instances.run import Run
from icplint.terraform.modules.declared import Declared
from icplint.terraform.modules.files import replacement

if TYPE_CHECKING:
    from icplint.terraform.modules.loader import Module
    from icplint.terraform.syntax.tree import Block, File

_WHY: Final = Text(
    en="OpenTofu reads {instead} and not this file; Terraform reads this file only",
    zh="OpenTofu 只读取 {instead}，不读取此文件；而 Terraform 只读取此文件",
)
_SETTLE: Final = Text(
    en="check the plan or the state, or keep the files of the tool that is used",
    zh="检查 plan 或状态，或只保留实际使用的工具所读取的文件",
)
_NAMING: Final = frozenset({"resource", "module", "locals", "variable"})
"""The blocks of which names come; what another file has word for word says nothing new."""


def replaced(instance: ModuleInstance) -> Iterator[tuple[Unread, Resource]]:
    """Yield the files of a module that Terraform reads and OpenTofu does not, and what they would add."""
    run = instance.run
    module = run.loader.of_terraform(instance.module)
    other = Run(run.loader, run.root, run.workspace, run.neighbours, run.name)
    read = ModuleInstance(other, module, instance.address, instance.path, instance.inputs, instance.parent)
    known = {_text(file, block) for file in instance.module.files for block in file.body.blocks}
    for file in module.files:
        if file.path in instance.module.replaced:
            why = _WHY.using(instead=replacement(file.path))
            yield Unread(file.path, why, Origin(file=file.path)), _standing_for(read, module, file, known, why)


def _standing_for(read: ModuleInstance, module: Module, file: File, known: set[bytes], why: Text) -> Resource:
    """Return what stands for all that such a file declares: a name in it may be served, from wherever."""
    new = [Declared(block, file) for block in file.body.blocks if block.kind in _NAMING]
    blocks = {_name(one): one for one in new if _text(file, one.block) not in known}
    values: dict[str, Any] = {}
    for name, declared in blocks.items():
        written = BlockValues(read, declared, read)
        values[name] = {argument: written.get(argument) for argument in written}
    return Resource(
        kind=UNREAD_MODULE,
        address=file.path,
        values={**values, OUTPUTS: Unknown(why, open=True, settle=_SETTLE)},
        origin=Origin(file=file.path),
        root=read.run.root.path,
        certain=False,
        places=lambda name: blocks[name].origin if name in blocks else Origin(file=module.path),
    )


def _name(declared: Declared) -> str:
    block = declared.block
    return " ".join((block.kind, *block.labels, str(declared.origin)))


def _text(file: File, block: Block) -> bytes:
    return file.source[block.start : block.end]
