"""Tencent Cloud: servers, addresses, load balancers, CDN, EdgeOne and buckets, as far as where they are goes.

Source: tencentcloudstack/terraform-provider-tencentcloud, website/docs/r.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.text import Text, plain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import LoadBalancer, Proxy, Relation
from icplint.resources.elsewhere import address, bucket, server
from icplint.resources.placement import TENCENT, placement_from
from icplint.resources.product import Product, ProductRole
from icplint.resources.rows import NOT_SAID, EdgeRow, Finder, GivenName, NodeRow, constant, first_set, pick
from icplint.resources.zones import Zones

PRODUCTS: Final = (
    Product(word="cos", instance=Text(en="the COS bucket {key}", zh="COS 存储桶 {key}")),
    Product(word="cvm", instance=Text(en="the CVM instance {key}", zh="CVM 实例 {key}")),
    Product(
        word="lighthouse",
        name=Text(en="Lighthouse", zh="腾讯云轻量应用服务器"),
        instance=Text(en="the Lighthouse instance {key}", zh="轻量应用服务器 {key}"),
    ),
    Product(word="edgeone", name=plain("EdgeOne"), role=ProductRole.PROXY),
)


AREA_DEFAULT = Text(en="{address} does not say where it accelerates (area)", zh="{address} 未指定加速区域（area）")
SCOPES: Final = {"mainland": "domestic"}
"""Words of `area` that icplint calls otherwise; overseas and global are the same."""
SITES: Final = Zones(argument="zone_id", kinds=("tencentcloud_teo_zone",), names=("zone_name",), private={})


def scope(area: Any, address: str) -> str | Unknown:
    """Return where an area answers."""
    if isinstance(area, Unknown) and area.written:
        return area
    if not isinstance(area, str) or not area:
        return Unknown(AREA_DEFAULT.using(address=address))
    return SCOPES.get(area, area)


def _area(resource: Resource, _finder: Finder) -> str | Unknown:
    return scope(resource.values.get("area"), resource.address)


def _area_of_site(resource: Resource, finder: Finder) -> str | Unknown:
    areas = {scope(site.values.get("area"), site.address) for site in SITES.of(resource, finder)}
    return areas.pop() if len(areas) == 1 else scope(None, resource.address)


def _name(argument: str) -> Any:
    def name(resource: Resource, _finder: Finder) -> str | Unknown:
        value = resource.values.get(argument)
        if isinstance(value, str):
            return host_name(value)
        return value if isinstance(value, Unknown) else Unknown(NOT_SAID.using(kind=resource.address, what=argument))

    return name


def origins(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the origins of a CDN domain; a port and a weight may follow each (`203.0.113.9:8080:50`)."""
    for value in pick(resource.values, "origin[].origin_list[]"):
        for origin in value if isinstance(value, list) else [value]:
            yield origin.split(":")[0] if isinstance(origin, str) and origin.count(":") < 3 else origin


def _accelerated(kind: str, argument: str, product: str, area: Any, origin: Any) -> NodeRow:
    name = _name(argument)
    return NodeRow(
        kind=kind,
        node=Proxy,
        key=name,
        shared=True,
        fields={
            "product": constant(product),
            "provider": constant(TENCENT.provider),
            "scope": area,
            "scope_origin": lambda resource, _finder: resource.place("area"),
        },
        names=("cname",),
        edges={Relation.FRONTS: origin},
        edges_in={Relation.SERVED_BY: lambda resource, finder: (GivenName(name(resource, finder), argument),)},
    )


def public(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A load balancer of the network type OPEN has public addresses, one of INTERNAL has none."""
    value = resource.values.get("network_type")
    if isinstance(value, Unknown):
        return value
    return str(value or "").upper() != "INTERNAL"


def _endpoints(resource: Resource, finder: Finder) -> Iterator[str]:
    name, region = resource.values.get("bucket"), placement_from(cloud=TENCENT)(resource, finder).region
    if isinstance(name, str) and isinstance(region, str):
        yield from (f"{name}.{service}.{region}.myqcloud.com" for service in ("cos", "cos-website"))


ROWS = (
    server(
        "tencentcloud_instance",
        "cvm",
        TENCENT,
        zones=("availability_zone",),
        names=("id", "public_ip", "public_ipv6_addresses"),
        private=("private_ip",),
    ),
    server(
        "tencentcloud_lighthouse_instance",
        "lighthouse",
        TENCENT,
        zones=("zone",),
        names=("id", "public_addresses"),
        private=("private_addresses",),
    ),
    address("tencentcloud_eip", "public_ip", TENCENT),
    EdgeRow(kind="tencentcloud_eip_association", relation=Relation.BOUND_TO, start="eip_id", end="instance_id"),
    NodeRow(
        kind="tencentcloud_clb_instance",
        node=LoadBalancer,
        fields={
            "product": constant("clb"),
            "placement": placement_from(zones=("master_zone_id", "zone_id"), cloud=TENCENT),
            "public": public,
        },
        names=("id", "clb_vips", "vip", "domain", "address_ipv6"),
    ),
    EdgeRow(
        kind="tencentcloud_clb_listener_rule",
        relation=Relation.SERVED_BY,
        start=first_set("domain", "domains[]"),
        end="clb_id",
        place="domain",
    ),
    _accelerated("tencentcloud_cdn_domain", "domain", "cdn", _area, origins),
    _accelerated(
        "tencentcloud_teo_acceleration_domain", "domain_name", "edgeone", _area_of_site, "origin_info[].origin"
    ),
    bucket("tencentcloud_cos_bucket", "cos", TENCENT, names=("cos_bucket_url", _endpoints)),
)
