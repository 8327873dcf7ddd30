"""A Terraform state: `terraform show -json` of one, or terraform.tfstate version 4."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.terraform import reasons

NEW_FORMAT: Final = Text(
    en="JSON format version {version} is not one that icplint reads (0.1 to 1.x): upgrade icplint, "
    "or export the file with an older Terraform",
    zh="不支持 JSON 格式版本 {version}（支持 0.1 至 1.x）：请升级 icplint，或改用较早版本的 Terraform 重新导出",
)
MALFORMED: Final = Text(
    en="{part} is missing or is not what Terraform writes there: export the file again, whole and unedited",
    zh="{part} 缺失，或不是 Terraform 输出的结构：请重新导出完整且未经修改的文件",
)
OTHER_STATE: Final = Text(
    en="state file version {version} is not one that icplint reads (4): give it the output of terraform show -json",
    zh="不支持状态文件版本 {version}（仅支持 4）：请改用 terraform show -json 的输出",
)
SECRET: Final = Unknown(reasons.SENSITIVE)

_PROVIDER: Final = re.compile(r'(?:^|\.)provider(?:\["([^"]+)"\]|\.([^.]+))')


def kind_of(document: Any) -> Literal["plan", "state"] | None:
    """Return what a parsed JSON document is, by what is in it; None where it is neither."""
    if not isinstance(document, dict):
        return None
    if "format_version" in document:
        if document.keys() & {"planned_values", "resource_changes"}:
            return "plan"
        # `terraform show -json` of no state at all has nothing but its version.
        known = "values" in document or document.keys() <= {"format_version", "terraform_version", "checks"}
        return "state" if known else None
    filed = "version" in document and document.keys() & {"lineage", "serial"}
    return "state" if filed and document.keys() & {"resources", "modules"} else None


def read_state(document: Any, *, file: str, root: str) -> Reading:
    """Return what a state holds: a Resource of rank STATE for each instance, data sources included.

    `document` is parsed JSON of any shape; what does not fit becomes a Problem. Deposed objects are left out.
    Sources: developer.hashicorp.com/terraform/internals/json-format, Terraform's internal/states/statefile/version4.go.
    """
    reading = Reading(inputs=[Input("state", file)])
    origin = Origin(file=file)
    source = Source(origin=origin, root=root, rank=Rank.STATE)
    if not isinstance(document, dict):
        reading.problems.append(malformed("{ }", origin))
    elif "format_version" in document:
        _read_shown(document, reading, source)
    elif document.get("version") != 4:
        reading.problems.append(Problem(OTHER_STATE.using(version=document.get("version")), origin))
    else:
        _read_file(document, reading, source)
    return reading


def _read_shown(document: dict[str, Any], reading: Reading, source: Source) -> None:
    version = document["format_version"]
    if not readable(version):
        reading.problems.append(Problem(NEW_FORMAT.using(version=version), source.origin))
    elif "values" in document and not isinstance(dig(document, "values", "root_module"), dict):
        reading.problems.append(malformed("values.root_module", source.origin))
    else:
        for where, module, item in entries(dig(document, "values", "root_module"), "values.root_module"):
            if not is_shown(item):
                reading.problems.append(malformed(where, source.origin))
            elif "deposed_key" not in item:
                provider = Provider(name=provider_name(item.get("provider_name")), configured=False)
                reading.resources.append(source.shown(item, absolute(item, module, item.get("index")), provider))


def _read_file(document: dict[str, Any], reading: Reading, source: Source) -> None:
    found = document.get("resources")
    if not isinstance(found, list):
        reading.problems.append(malformed("resources", source.origin))
    for n, item in enumerate(listed(found)):
        if not described(item) or not isinstance(item.get("instances"), list):
            reading.problems.append(malformed(f"resources[{n}]", source.origin))
            continue
        for i, instance in enumerate(item["instances"]):
            attributes = dig(instance, "attributes")
            if not isinstance(attributes, dict):
                reading.problems.append(malformed(f"resources[{n}].instances[{i}]", source.origin))
            elif "deposed" not in instance:
                for path in listed(instance.get("sensitive_attributes")):
                    attributes = _named(attributes, _without(attributes, listed(path)))
                address = absolute(item, item.get("module"), instance.get("index_key"))
                provider = Provider(name=provider_name(item.get("provider")), configured=False)
                reading.resources.append(source.resource(item, address, attributes, provider))


def entries(module: Any, where: str) -> Iterator[tuple[str, str, Any]]:
    """Yield each resource under a module of `values`: where it stands in the JSON, its module's address, itself."""
    address = dig(module, "address")
    for n, item in enumerate(listed(dig(module, "resources"))):
        yield f"{where}.resources[{n}]", address if isinstance(address, str) else "", item
    for n, child in enumerate(listed(dig(module, "child_modules"))):
        yield from entries(child, f"{where}.child_modules[{n}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document that resources are read from."""

    origin: Origin
    root: str
    rank: Rank

    def resource(self, item: Any, address: str, values: Mapping[str, Any], provider: Provider) -> Resource:
        """Return the Resource that an entry is; the kind of a data source begins with `data.`."""
        kind = f"data.{item['type']}" if item["mode"] == "data" else item["type"]
        place = self.origin.at(address)
        return Resource(
            kind=kind, address=address, values=values, origin=place, root=self.root, rank=self.rank, provider=provider
        )

    def shown(self, item: Any, address: str, provider: Provider) -> Resource:
        """Return the Resource that an entry of `values` is."""
        return self.resource(item, address, concealed(item.get("values") or {}, item.get("sensitive_values")), provider)


def is_shown(item: Any) -> bool:
    """Return whether an entry of `values` has the shape of one."""
    return described(item) and isinstance(item.get("values"), dict | None)


def described(item: Any) -> bool:
    """Return whether an entry says what it is: mode, type and name."""
    if not isinstance(item, dict) or str(item.get("mode")) not in {"managed", "data"}:
        return False
    return isinstance(item.get("type"), str) and isinstance(item.get("name"), str)


def local_name(item: Any) -> str:
    """Return an entry's address within its module, without its key: `data.alicloud_zones.here`."""
    prefix = "data." if item["mode"] == "data" else ""
    return f"{prefix}{item['type']}.{item['name']}"


def absolute(item: Any, module: Any, key: Any) -> str:
    """Return the address of an instance; Terraform 0.12's own leaves out the module, and a data source's key."""
    prefix = f"{module}." if isinstance(module, str) and module else ""
    index = "" if key is None else f"[{key}]"
    if isinstance(key, str):
        index = f"[{json.dumps(key, ensure_ascii=False).replace('${', '$${').replace('%{', '%%{')}]"
    return f"{prefix}{local_name(item)}{index}"


def provider_name(source: Any) -> str:
    """Return the last part of a provider's source address, or of Terraform 0.12's `provider.aws.alias`."""
    text = source if isinstance(source, str) else ""
    if match := _PROVIDER.search(text):
        text = match[1] or match[2]
    return text.rpartition("/")[2] if "/" in text else text.partition(".")[0]


def concealed(values: dict[str, Any], marks: Any) -> dict[str, Any]:
    """Return `values` with an Unknown wherever `marks` has true; what is null or unmarked stays, shared, not copied."""
    return _named(values, _masked(values, marks))


def _masked(value: Any, marks: Any) -> Any:
    if marks is True:
        return None if value is None else SECRET
    if isinstance(marks, dict) and isinstance(value, dict):
        hidden = {k: _masked(value[k], m) for k, m in marks.items() if k in value and holds_true(m)}
        return {**value, **hidden} if hidden else value
    if isinstance(marks, list) and isinstance(value, list) and holds_true(marks):
        return [_masked(v, marks[n] if n < len(marks) else None) for n, v in enumerate(value)]
    return value


def _named(values: dict[str, Any], hidden: Any) -> dict[str, Any]:
    """Keep the names of the attributes where a resource is hidden as a whole."""
    return hidden if isinstance(hidden, dict) else dict.fromkeys(values, SECRET)


def holds_true(marks: Any) -> bool:
    """Return whether a tree of marks (`after_unknown`, `sensitive_values`) has a true anywhere."""
    if isinstance(marks, dict):
        marks = marks.values()
    elif not isinstance(marks, list):
        return marks is True
    return any(mark is True or (bool(mark) and holds_true(mark)) for mark in marks)


def _without(value: Any, path: list[Any]) -> Any:
    """Return `value` with what `path` leads to hidden; all of it, where the path cannot be followed (into a set)."""
    if not path or value is None:
        return None if value is None else SECRET
    step = dig(path[0], "value")
    if dig(path[0], "type") == "index":
        step = dig(step, "value")
    if isinstance(value, dict) and isinstance(step, str):
        return {**value, step: _without(value[step], path[1:])} if step in value else value
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return [_without(v, path[1:]) if n == step else v for n, v in enumerate(value)]
    return SECRET


def readable(version: Any) -> bool:
    """Return whether icplint reads that format version: minor ones only add to what is there."""
    return isinstance(version, str) and re.fullmatch(r"[01]\.\d+", version) is not None


def malformed(part: str, origin: Origin) -> Problem:
    """Return the complaint that `part` of a document is not there or not as it should be."""
    return Problem(MALFORMED.using(part=part), origin)


def dig(document: Any, *path: str) -> Any:
    """Return what lies at `path`; None where something on the way is no object."""
    for name in path:
        document = document.get(name) if isinstance(document, dict) else None
    return document


def listed(value: Any) -> list[Any]:
    """Return a list as it is, and anything else as an empty one."""
    return value if isinstance(value, list) else []
