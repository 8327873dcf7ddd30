"""A JSON document that Terraform exported: its format version, and what lies in it, whatever its shape."""

from __future__ import annotations

import re
from typing import Any, Final

from icplint.model.origin import Origin
from icplint.model.reading import Problem
from icplint.model.regex import regex
from icplint.model.text import Text

NEW_FORMAT: Final = Text(
    en="JSON format version {version} is not one that icplint reads (0.1 to 1.x): upgrade icplint, "
    "or export the file with an older Terraform",
    zh="不支持 JSON 格式版本 {version}（支持 0.1 至 1.x）：请升级 icplint，或改用较早版本的 Terraform 重新导出",
)
MALFORMED: Final = Text(
    en="{part} is missing or is not what Terraform writes there: export the file again, whole and unedited",
    zh="{part} 缺失，或不是 Terraform 输出的结构：请重新导出完整且未经修改的文件",
)
_CALL: Final = regex(r"module\.[\w-]+")


def readable(version: Any) -> bool:
    """Return whether icplint reads that format version: minor ones only add to what is there."""
    return isinstance(version, str) and re.fullmatch(r"[01]\.\d+", version) is not None


def malformed(part: str, origin: Origin) -> Problem:
    """Return the complaint that `part` of a document is not there or not as it should be."""
    return Problem(MALFORMED.using(part=part), origin)


def dig(document: Any, *path: str) -> Any:
    """Return what lies at `path`; None where something on the way is not an object."""
    for name in path:
        document = document.get(name) if isinstance(document, dict) else None
    return document


def listed(value: Any) -> list[Any]:
    """Return a list as it is, and anything else as an empty one."""
    return value if isinstance(value, list) else []


def root_blocks(document: Any) -> set[str]:
    """Return what the root module of a plan, a shown state or a state file declares.

    Its resources are called `type.name`, its module calls `module.name`.
    """
    shown = ("values", "root_module")
    parts = (shown, ("prior_state", *shown))
    modules = [dig(document, *part) for part in parts]
    found = [*listed(dig(document, "resource_changes")), *listed(dig(document, "resources"))]
    found += (resource for module in modules for resource in listed(dig(module, "resources")))
    inner = [child for module in modules for child in listed(dig(module, "child_modules"))]
    addresses = [dig(child, "address") for child in inner]
    names: set[str] = set()
    for one in found:
        address = dig(one, "module_address") or dig(one, "module")
        if address:
            addresses.append(address)
        elif isinstance(one, dict):
            names.add(f"{one.get('type')}.{one.get('name')}")
    calls = (_CALL.match(address) for address in addresses if isinstance(address, str))
    return names | {call[0] for call in calls if call}


def planned_variables(document: Any) -> dict[str, Any]:
    """Return the values of the root module's variables that a plan was made with."""
    variables = dig(document, "variables")
    found = variables.items() if isinstance(variables, dict) else ()
    return {name: v.get("value") for name, v in found if isinstance(v, dict)}
