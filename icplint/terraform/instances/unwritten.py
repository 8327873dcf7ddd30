"""What has no resource block: objects that Terraform imports and writes the blocks of, and actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from icplint.model.reading import Unread
from icplint.model.regex import regex
from icplint.model.resource import OUTPUTS, UNREAD_MODULE, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.terraform.instances.blocks import BlockValues
from icplint.terraform.instances.instance import ModuleInstance
from icplint.terraform.modules.declared import Declared

IMPORTED: Final = Text(
    en="it is imported and has no resource block: {settle}",
    zh="它由 import 导入，但没有 resource 块：{settle}",
)
IMPORT: Final = Text(en="it is imported and has no resource block", zh="它由 import 导入，但没有 resource 块")
WRITE: Final = Text(
    en="write its block (terraform plan -generate-config-out=FILE), or check the plan",
    zh="生成其 resource 块（terraform plan -generate-config-out=FILE），或检查 plan",
)
ACTION: Final = Text(en="what an action does is not known", zh="action 的具体操作未知")
_RESOURCE: Final = regex(r"(?!module\.|data\.)([A-Za-z_][\w-]*\.[A-Za-z_][\w-]*)")
SETTLE: Final = Text(
    en="ask public DNS where the name leads (--resolve), or check the state after the action has run",
    zh="用 --resolve 查询公共 DNS 以确认域名指向，或在 action 执行后检查 state",
)


def unwritten(instance: ModuleInstance) -> Iterator[Resource]:
    """Yield what stands for each import without a block, which is not read, and for each action."""
    for file in instance.module.files:
        for block in file.body.blocks:
            declared = Declared(block, file)
            if block.kind == "import" and (to := _unwritten(instance, declared)):
                instance.run.unread[to] = Unread(to, IMPORTED.using(settle=WRITE), declared.origin)
                yield _standing_for(instance, declared, to, IMPORT, WRITE)
            elif block.kind == "action":
                yield _standing_for(instance, declared, ".".join(("action", *block.labels)), ACTION, SETTLE)


def _unwritten(instance: ModuleInstance, declared: Declared) -> str:
    """Return what an import imports, as it is written, if this module has no block of it."""
    to = declared.attribute("to")
    written = declared.file.source[to.value_start : to.end].decode(errors="replace").strip().strip('"') if to else ""
    named = _RESOURCE.match(written)  # with an index, it is not a constant reference
    return instance.absolute(written) if named and named[1] not in instance.module.resources else ""


def _standing_for(instance: ModuleInstance, declared: Declared, address: str, why: Text, settle: Text) -> Resource:
    values = BlockValues(instance, declared, instance)
    given = {name: values.get(name) for name in values if name not in {"to", "provider"}}
    return Resource(
        kind=UNREAD_MODULE,
        address=address,
        values={**given, OUTPUTS: Unknown(why, open=True, settle=settle)},
        origin=declared.origin.at(address),
        root=instance.run.root.path,
        places=declared.place,
    )
