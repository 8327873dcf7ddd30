"""Resources whose id is the host name that is written in them: what refers to it is known before there is any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from icplint.model.resource import Resource
from icplint.model.unknown import Unknown
from icplint.resources.rows import Finder

# Source: aliyun/terraform-provider-alicloud 1.283.0, website/docs/r/, "Attributes Reference": `id` of each.
TITLES: Final[Mapping[str, str]] = {
    "alicloud_alidns_domain": "domain_name",
    "alicloud_cdn_domain": "domain_name",
    "alicloud_cdn_domain_new": "domain_name",
    "alicloud_dcdn_domain": "domain_name",
    "alicloud_dns": "name",
    "alicloud_dns_domain": "domain_name",
    "alicloud_scdn_domain": "domain_name",
}
"""Resource types -> the argument that their id repeats."""


def titled(value: Any, resource: Resource, finder: Finder) -> Any:
    """Return the host name that a value of a resource is, where it is the id of what is called so; else the value."""
    if not isinstance(value, Unknown):
        return value
    if value.among:
        return replace(value, among=tuple(titled(option, resource, finder) for option in value.among))
    if value.sole is None or value.sole.attribute != "id":
        return value
    target = finder.by_address(resource.root, value.sole)
    name = target.values.get(TITLES.get(target.kind, "")) if target is not None else None
    return name if isinstance(name, str) and name else value
