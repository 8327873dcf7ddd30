"""Edge Security Acceleration (ESA): pools of origins, and the load balancers that share visitors out among them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from icplint.alibaba.listing import Item, Yield
from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Relation, ServerGroup
from icplint.resources.esa import coverage, coverage_origin, site, unpaused, within
from icplint.resources.fronting import cname_field, proxy
from icplint.resources.product import Product
from icplint.resources.rows import Finder, GivenName, NodeRow, constant, pick

PRODUCTS: Final = (Product(word="esa-pool", name=Text(en="ESA origin pool", zh="ESA 源地址池")),)


def _off(value: Any) -> bool:
    return isinstance(value, bool | str) and str(value).lower() == "false"


def pool_name(resource: Resource, finder: Finder) -> Iterator[str]:
    """Yield the name of a pool within its site: origins.example.cn."""
    found = site(resource, finder)
    zone = found.values.get("site_name") if found is not None else None
    name = resource.values.get("origin_pool_name")
    if isinstance(name, str) and isinstance(zone, str):
        yield host_name(f"{name}.{zone}")


def members(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the addresses of the origins that are enabled."""
    for origin in pick(resource.values, "origins[]"):
        if isinstance(origin, Unknown):
            yield origin
        elif isinstance(origin, dict) and not _off(origin.get("enabled")):
            yield from pick(origin, "address")


def pools(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the pools of a load balancer: by default, as the last resort, and by region (JSON: region -> pools)."""
    for path in ("default_pools[]", "fallback_pool"):
        yield from pick(resource.values, path)
    for path in ("region_pools", "sub_region_pools"):
        for value in pick(resource.values, path):
            yield from [value] if isinstance(value, Unknown) else _by_region(str(value))


def _by_region(text: str) -> Iterator[str]:
    try:
        regions = json.loads(text)
    except ValueError:
        return
    if isinstance(regions, dict):
        yield from (str(pool) for chosen in regions.values() for pool in (chosen if isinstance(chosen, list) else []))


def _name(resource: Resource, finder: Finder) -> Iterable[GivenName]:
    """A load balancer that is not enabled answers no name."""
    if _off(resource.values.get("enabled")):
        return ()
    return (GivenName(cname_field("load_balancer_name")(resource, finder), "load_balancer_name"),)


ROWS = (
    NodeRow(
        kind="alicloud_esa_origin_pool",
        node=ServerGroup,
        fields={"product": constant("esa-pool")},
        names=("origin_pool_id", "id", pool_name),
        edges={Relation.FORWARDS_TO: members},
    ),
    proxy(
        "alicloud_esa_load_balancer",
        "esa",
        origins=pools,
        name="load_balancer_name",
        names=("load_balancer_id", "id", "load_balancer_name"),
        fields={"scope": coverage, "scope_origin": coverage_origin, "active": unpaused},
        naming=_name,
    ),
)


def _origins(item: Item) -> list[dict[str, Any]]:
    found = item.get("Origins") or ()
    return [{"address": one.get("Address"), "enabled": one.get("Enabled")} for one in found]


def _text(name: str) -> Callable[[Item], Any]:
    """What Terraform has as text: a list of numbers member by member, an object as JSON."""

    def text(item: Item) -> Any:
        match item.get(name):
            case None:
                return None
            case list() as members:
                return [str(member) for member in members]
            case dict() as regions:
                return json.dumps(regions) if regions else None
            case value:
                return str(value)

    return text


LISTINGS = (
    within(
        "ListOriginPools",
        "OriginPools",
        "Id",
        Yield(
            kind="alicloud_esa_origin_pool",
            identity=lambda item: f"pool:{item.get('Id')}",
            values={
                "site_id": "?SiteId",
                "origin_pool_id": _text("Id"),
                "origin_pool_name": "Name",
                "origins": _origins,
            },
        ),
    ),
    within(
        "ListLoadBalancers",
        "LoadBalancers",
        "Id",
        Yield(
            kind="alicloud_esa_load_balancer",
            identity=lambda item: f"balancer:{item.get('Id')}",
            values={
                "site_id": "?SiteId",
                "load_balancer_name": "Name",
                "enabled": "Enabled",
                "default_pools": _text("DefaultPools"),
                "fallback_pool": _text("FallbackPool"),
                "region_pools": _text("RegionPools"),
                "sub_region_pools": _text("SubRegionPools"),
            },
        ),
    ),
)
