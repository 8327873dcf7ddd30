"""Huawei Cloud: servers, addresses, load balancers, CDN and buckets, as far as where they are goes.

Source: huaweicloud/terraform-provider-huaweicloud, docs/resources; nearly every resource has a `region` of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import LoadBalancer, Proxy, Relation
from icplint.resources.elsewhere import address, bucket, server
from icplint.resources.placement import HUAWEI, placement_from
from icplint.resources.product import Product
from icplint.resources.rows import NOT_SAID, SELF, EdgeRow, Finder, GivenName, NodeRow, constant, is_set, pick

PRODUCTS: Final = (
    Product(word="obs", instance=Text(en="the OBS bucket {key}", zh="OBS 桶 {key}")),
    Product(
        word="huawei-ecs",
        name=Text(en="ECS of Huawei Cloud", zh="华为云 ECS"),
        instance=Text(en="the ECS instance {key}", zh="ECS 实例 {key}"),
    ),
)


NO_AREA: Final = Text(
    en="{address} does not say where it accelerates (service_area)", zh="{address} 未指定服务范围（service_area）"
)
SCOPES: Final = {"mainland_china": "domestic", "outside_mainland_china": "overseas", "global": "global"}
REGION: Final = ("region",)
ZONES: Final = ("availability_zone", "subnet_id")


def name(resource: Resource, _finder: Finder) -> str | Unknown:
    """Return the accelerated name."""
    value = resource.values.get("name")
    if isinstance(value, str):
        return host_name(value)
    return value if isinstance(value, Unknown) else Unknown(NOT_SAID.using(kind=resource.address, what="name"))


def scope(resource: Resource, _finder: Finder) -> str | Unknown:
    """Return where a CDN domain answers."""
    area = resource.values.get("service_area")
    if isinstance(area, Unknown) and area.written:
        return area
    if not isinstance(area, str) or not area:
        return Unknown(NO_AREA.using(address=resource.address))
    return SCOPES.get(area, area)


def public(resource: Resource, _finder: Finder) -> bool:
    """A load balancer is public with an elastic address of its own; one bound to it from outside counts by itself."""
    return any(is_set(resource.values.get(argument)) for argument in ("ipv4_eip_id", "ipv4_eip", "iptype", "ipv6_eip"))


def endpoints(resource: Resource, finder: Finder) -> Iterator[str]:
    """Yield the public name of a bucket whose name and region are known."""
    called, region = resource.values.get("bucket"), placement_from(*REGION, cloud=HUAWEI)(resource, finder).region
    if isinstance(called, str) and isinstance(region, str):
        yield from (f"{called}.{service}.{region}.myhuaweicloud.com" for service in ("obs", "obs-website"))


def _own_names(resource: Resource, _finder: Finder) -> Iterable[GivenName]:
    for value in pick(resource.values, "user_domain_names[]"):
        if is_set(value):
            yield GivenName(value if isinstance(value, Unknown) else str(value), "user_domain_names")


ROWS = (
    server(
        "huaweicloud_compute_instance",
        "huawei-ecs",
        HUAWEI,
        regions=REGION,
        zones=("availability_zone",),
        names=("id", "public_ip", "access_ip_v4"),
    ),
    EdgeRow(kind="huaweicloud_compute_instance", relation=Relation.BOUND_TO, start="eip_id", end=SELF, place="eip_id"),
    address("huaweicloud_vpc_eip", "address", HUAWEI, regions=REGION),
    EdgeRow(kind="huaweicloud_compute_eip_associate", relation=Relation.BOUND_TO, start="public_ip", end="instance_id"),
    EdgeRow(kind="huaweicloud_vpc_eip_associate", relation=Relation.BOUND_TO, start="public_ip", end="port_id"),
    NodeRow(
        kind="huaweicloud_elb_loadbalancer",
        node=LoadBalancer,
        fields={
            "product": constant("elb"),
            "placement": placement_from(*REGION, zones=("availability_zone[]",), cloud=HUAWEI),
            "public": public,
        },
        names=("id", "ipv4_eip", "ipv6_eip"),
        private=("ipv4_address",),
    ),
    EdgeRow(
        kind="huaweicloud_elb_loadbalancer",
        relation=Relation.BOUND_TO,
        start="ipv4_eip_id",
        end=SELF,
        place="ipv4_eip_id",
    ),
    NodeRow(
        kind="huaweicloud_cdn_domain",
        node=Proxy,
        key=name,
        shared=True,
        fields={
            "product": constant("cdn"),
            "provider": constant(HUAWEI.provider),
            "scope": scope,
            "scope_origin": lambda resource, _finder: resource.place("service_area"),
        },
        names=("cname",),
        edges={Relation.FRONTS: "sources[].origin"},
        edges_in={Relation.SERVED_BY: lambda resource, finder: (GivenName(name(resource, finder), "name"),)},
    ),
    bucket(
        "huaweicloud_obs_bucket",
        "obs",
        HUAWEI,
        regions=REGION,
        names=("bucket_domain_name", endpoints),
        bound=_own_names,
    ),
)
