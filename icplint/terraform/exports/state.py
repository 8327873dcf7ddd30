"""A Terraform state: `terraform show -json` of one, or terraform.tfstate version 4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal

from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.text import Text
from icplint.terraform.exports.document import NEW_FORMAT, dig, listed, malformed, readable
from icplint.terraform.exports.resources import ExportedDocument, absolute, described, entries, is_shown, provider_name
from icplint.terraform.exports.sensitive import at_paths

OLD: Final = Text(
    en="Terraform 0.11 or older wrote this, every value as text without a type: upgrade the state (terraform init, "
    "then terraform apply -refresh-only), and check the output of terraform show -json",
    zh="该内容由 Terraform 0.11 或更早版本写入，所有值均为不带类型的文本：请先升级状态（terraform init，"
    "然后 terraform apply -refresh-only），再检查 terraform show -json 的输出",
)
OTHER_STATE: Final = Text(
    en="state file version {version} is not one that icplint reads (4): give it the output of terraform show -json",
    zh="不支持状态文件版本 {version}（仅支持 4）：请改用 terraform show -json 的输出",
)
BACKEND: Final = Text(
    en="this only says where a working directory keeps its state (its backend): "
    "give icplint the output of terraform show -json",
    zh="该文件只记录工作目录的状态存放位置（backend），不含任何资源：请改用 terraform show -json 的输出",
)
ENCRYPTED: Final = Text(
    en="OpenTofu encrypted this file: give icplint the output of tofu show -json",
    zh="该文件由 OpenTofu 加密：请改用 tofu show -json 的输出",
)

_ENCRYPTED: Final = frozenset({"encrypted_data", "encryption_version"})  # of OpenTofu, a state or a plan


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
    filed = "version" in document and document.keys() & {"lineage", "serial", "backend"}
    kept = filed and document.keys() & {"resources", "modules", "backend"}
    return "state" if kept or document.keys() >= _ENCRYPTED else None


def read_state(document: Any, *, file: str, root: str) -> Reading:
    """Return what a state holds: a Resource of rank STATE for each instance, data sources included.

    `document` is parsed JSON of any shape; what does not fit becomes a Problem. A deposed object is there, and serves,
    until Terraform deletes it: its address ends in `(deposed object 0123abcd)`.
    Sources: developer.hashicorp.com/terraform/internals/json-format, Terraform's internal/states/statefile/version4.go.
    """
    reading = Reading(inputs=[Input("state", file)])
    origin = Origin(file=file)
    source = ExportedDocument(origin=origin, root=root, rank=Rank.STATE)
    if not isinstance(document, dict):
        reading.problems.append(malformed("{ }", origin))
    elif "format_version" in document:
        _read_shown(document, reading, source)
    elif (other := _other(document)) is not None:
        reading.problems.append(Problem(other, origin))
    else:
        _read_file(document, reading, source)
    return reading


def _other(document: dict[str, Any]) -> Text | None:
    """Return what to say of a file that is not a state of version 4."""
    version = document.get("version")
    if document.keys() >= _ENCRYPTED:
        return ENCRYPTED
    if "backend" in document:
        return BACKEND
    if type(version) is int and version < 4:
        return OLD
    return None if version == 4 else OTHER_STATE.using(version=version)


def _read_shown(document: dict[str, Any], reading: Reading, source: ExportedDocument) -> None:
    version = document["format_version"]
    if not readable(version):
        reading.problems.append(Problem(NEW_FORMAT.using(version=version), source.origin))
    elif "values" in document and not isinstance(dig(document, "values", "root_module"), dict):
        reading.problems.append(malformed("values.root_module", source.origin))
    else:
        for where, module, item in entries(dig(document, "values", "root_module"), "values.root_module"):
            if is_shown(item):
                provider = Provider(name=provider_name(item.get("provider_name")), configured=False)
                reading.resources.append(
                    source.entry_resource(
                        item, absolute(item, module, item.get("index"), item.get("deposed_key")), provider
                    )
                )
            else:
                reading.problems.append(malformed(where, source.origin))


def _read_file(document: dict[str, Any], reading: Reading, source: ExportedDocument) -> None:
    found = document.get("resources")
    if not isinstance(found, list):
        reading.problems.append(malformed("resources", source.origin))
    for n, item in enumerate(listed(found)):
        if not described(item) or not isinstance(item.get("instances"), list):
            reading.problems.append(malformed(f"resources[{n}]", source.origin))
            continue
        for read in _instances(item, f"resources[{n}]", source):
            if isinstance(read, Problem):
                reading.problems.append(read)
            else:
                reading.resources.append(read)


def _instances(item: Any, where: str, source: ExportedDocument) -> Iterator[Resource | Problem]:
    provider = Provider(name=provider_name(item.get("provider")), configured=False)
    for n, instance in enumerate(item["instances"]):
        attributes, flat = dig(instance, "attributes"), dig(instance, "attributes_flat")
        address = absolute(item, item.get("module"), dig(instance, "index_key"), dig(instance, "deposed"))
        if isinstance(attributes, dict):
            hidden = at_paths(attributes, listed(instance.get("sensitive_attributes")))
            yield source.resource(item, address, hidden, provider)
        elif isinstance(flat, dict):
            yield Problem(OLD, source.origin.at(address))
        else:
            yield malformed(f"{where}.instances[{n}]", source.origin)
