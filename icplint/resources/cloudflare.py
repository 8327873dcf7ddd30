"""Cloudflare: records that it answers itself (proxied), and records that are plain DNS."""

from __future__ import annotations

from typing import Final

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Proxy, Relation
from icplint.resources.product import Product
from icplint.resources.records import record
from icplint.resources.rows import Finder, NodeRow, first, is_set
from icplint.resources.zones import Zones, lying_in

PRODUCTS: Final = (
    Product(
        word="cloudflare",
        name=Text(en="Cloudflare proxy", zh="Cloudflare 代理"),
        kind=Text(en="a Cloudflare proxy", zh="Cloudflare 代理"),
    ),
)


# Source: cloudflare/terraform-provider-cloudflare, docs/resources/{zone,dns_record}.md, docs/data-sources/zone{,s}.md.
ZONES: Final = Zones(
    argument="zone_id",
    kinds=("cloudflare_zone", "cloudflare_zones"),
    names=("name", "zone", "filter[].name"),
    private={},
)
NAMING: Final = lying_in(ZONES, full="hostname")
PROXIED: Final = frozenset({"A", "AAAA", "CNAME"})
"""The record types that Cloudflare can answer itself."""
VALUES: Final = ("content", "value")
"""`value` is the older of the two spellings, which a state keeps beside the newer."""


def proxied(resource: Resource, finder: Finder) -> bool | Unknown:
    """Cloudflare answers a proxied record itself, unless its zone is paused; the default is plain DNS."""
    value, kind = resource.values.get("proxied"), resource.values.get("type")
    if not is_set(value) or value is False or (isinstance(kind, str) and kind.upper() not in PROXIED):
        return False
    if any(first(zone.values, "paused") is True for zone in ZONES.of(resource, finder)):
        return False
    return value if isinstance(value, Unknown) else str(value).lower() == "true"


def _answered_at_the_edge(kind: str) -> NodeRow:
    return NodeRow(
        kind=kind,
        node=Proxy,
        when=lambda resource, finder: proxied(resource, finder) is not False,
        fields={
            "product": lambda _resource, _finder: "cloudflare",
            "provider": lambda _resource, _finder: "cloudflare",
            "scope": lambda _resource, _finder: "overseas",
            "active": proxied,
        },
        edges={Relation.FRONTS: VALUES},
        edges_in={Relation.SERVED_BY: lambda resource, finder: (NAMING(resource, finder),)},
    )


ROWS = tuple(
    entry
    for kind in ("cloudflare_dns_record", "cloudflare_record")
    for entry in (_answered_at_the_edge(kind), record(kind, NAMING, VALUES, zones=ZONES))
)
