"""Alibaba Cloud CDN: accelerated domains, in the current and the old type."""

from __future__ import annotations

from icplint.alibaba.listing import Item, Listing, Yield
from icplint.alibaba.lists import at
from icplint.model.names import host_name
from icplint.model.origin import Origin
from icplint.model.resource import Resource
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Edge, Proxy
from icplint.resources.entry import NOT_SAID, Entry, Finder, Named, written


def name(resource: Resource, _finder: Finder) -> str | Unknown:
    """Return the accelerated name; `.example.cn` is a wildcard."""
    value = resource.values.get("domain_name")
    if isinstance(value, str):
        return host_name(value)
    return value if isinstance(value, Unknown) else Unknown(NOT_SAID.using(kind=resource.address, what="domain_name"))


def scope_origin(resource: Resource, _finder: Finder) -> Origin | None:
    """Return where the scope is written; None where the default (domestic) applies."""
    return resource.place("scope") if written(resource.values.get("scope")) else None


def _domain(kind: str, origin: str) -> Entry:
    return Entry(
        kind=kind,
        node=Proxy,
        key=name,
        shared=True,
        fields={
            "product": lambda _resource, _finder: "cdn",
            "provider": lambda _resource, _finder: "alibaba",
            "scope": "scope",
            "scope_origin": scope_origin,
        },
        defaults={"scope": "domestic"},
        names=("cname",),
        edges={Edge.FRONTS: origin},
        edges_in={Edge.SERVED_BY: lambda resource, finder: (Named(name(resource, finder), "domain_name"),)},
    )


ENTRIES = (
    _domain("alicloud_cdn_domain_new", "sources[].content"),
    _domain("alicloud_cdn_domain", "sources[]"),
)


def _sources(item: Item) -> list[dict[str, str]]:
    found = at(item, "Sources.Source") or ()
    return [{"type": str(source.get("Type", "")), "content": str(source["Content"])} for source in found]


LISTINGS = (
    Listing(
        product="cdn",
        version="2018-05-10",
        action="DescribeUserDomains",
        permission="cdn:DescribeUserDomains",
        regional=False,
        size=500,
        items="Domains.PageData",
        identity="DomainName",
        yields=(
            Yield(
                kind="alicloud_cdn_domain_new",
                identity="DomainName",
                values={
                    "domain_name": "DomainName",
                    "cname": "Cname",
                    "scope": "Coverage",
                    "status": "DomainStatus",
                    "sources": _sources,
                },
            ),
        ),
    ),
)
