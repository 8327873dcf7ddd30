"""The entries of an exported plan or state: what each is, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.regex import regex
from icplint.model.resource import Provider, Rank, Resource
from icplint.terraform.exports.document import dig, listed
from icplint.terraform.exports.sensitive import concealed

_PROVIDER: Final = regex(r'(?:^|\.)provider(?:\["([^"]+)"\]|\.([^.]+))')


def entries(module: Any, where: str) -> Iterator[tuple[str, str, Any]]:
    """Yield each resource under a module of `values`: where it stands in the JSON, its module's address, itself."""
    address = dig(module, "address")
    for n, item in enumerate(listed(dig(module, "resources"))):
        yield f"{where}.resources[{n}]", address if isinstance(address, str) else "", item
    for n, child in enumerate(listed(dig(module, "child_modules"))):
        yield from entries(child, f"{where}.child_modules[{n}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedDocument:
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

    def entry_resource(self, item: Any, address: str, provider: Provider) -> Resource:
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


def absolute(item: Any, module: Any, key: Any, deposed: Any = None) -> str:
    """Return the address of an instance; Terraform 0.12's own leaves out the module, and a data source's key.

    `deposed` is the key of an object that was replaced and is there still, spelled as Terraform's own messages do.
    """
    prefix = f"{module}." if isinstance(module, str) and module else ""
    index = "" if key is None else f"[{key}]"
    if isinstance(key, str):
        index = f"[{json.dumps(key, ensure_ascii=False).replace('${', '$${').replace('%{', '%%{')}]"
    return f"{prefix}{local_name(item)}{index}" + (f" (deposed object {deposed})" if deposed else "")


def provider_name(source: Any) -> str:
    """Return the last part of a provider's source address, or of Terraform 0.12's `provider.aws.alias`."""
    text = source if isinstance(source, str) else ""
    if match := _PROVIDER.search(text):
        text = match[1] or match[2]
    return text.rpartition("/")[2] if "/" in text else text.partition(".")[0]
