"""Addresses that can be bound: elastic ones, anycast ones, virtual ones, and the IPv6 addresses of a network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, Placement, Relation, ServerGroup
from icplint.policy import ALIBABA
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import EdgeRow, Finder, NodeRow, constant, first_set, referring

PRODUCTS: Final = (
    Product(word="eip", transfer="ecs"),
    Product(word="ipv6", transfer="ecs"),
    Product(
        word="havip",
        instance=Text(en="the virtual address {key}", zh="高可用虚拟 IP {key}"),
        group=Text(en="virtual address", zh="高可用虚拟 IP"),
    ),
)


UNBOUND = Text(
    en="nothing that was read binds {address} to an instance", zh="已读取的内容中没有将 {address} 绑定到任何实例"
)
NO_IPV6_BANDWIDTH = Text(
    en="nothing that was read gives {address} public bandwidth (alicloud_vpc_ipv6_internet_bandwidth)",
    zh="已读取的内容中没有为 {address} 开通公网带宽（alicloud_vpc_ipv6_internet_bandwidth）",
)
SETTLE_BANDWIDTH = Text(
    en="check the configuration that may give it public bandwidth together with this one",
    zh="与可能为其开通公网带宽的配置一起检查",
)
ANYCAST = "alicloud_eipanycast_anycast_eip_address"
HAVIPS = ("alicloud_havip", "alicloud_vpc_ha_vip")


def _of_what_it_is_bound_to(resource: Resource, finder: Finder) -> Placement:
    """An anycast address belongs to no region: what it leads to does."""
    for attachment in referring(resource, f"{ANYCAST}_attachment", "anycast_id", finder):
        region = attachment.values.get("bind_instance_region_id")
        if isinstance(region, str | Unknown):
            return Placement(provider=ALIBABA, region=region, origin=attachment.place("bind_instance_region_id"))
    return Placement(provider=ALIBABA, region=Unknown(UNBOUND.using(address=resource.address)))


def _with_bandwidth(resource: Resource, finder: Finder) -> bool | Unknown:
    """An account says it itself; else something else of the run gives the bandwidth."""
    if isinstance(said := resource.values.get("network_type"), str):
        return said.lower() != "private"
    if any(referring(resource, "alicloud_vpc_ipv6_internet_bandwidth", "ipv6_address_id", finder)):
        return True
    return Unknown(NO_IPV6_BANDWIDTH.using(address=resource.address), settle=SETTLE_BANDWIDTH)


ROWS = (
    *(
        NodeRow(
            kind=kind,
            node=Address,
            fields={"ip": "ip_address", "placement": placement_from(zones=("zone",))},
            names=("ip_address", "id", "allocation_id"),
        )
        for kind in ("alicloud_eip_address", "alicloud_eip")
    ),
    NodeRow(
        kind="alicloud_eip_segment_address",
        node=Address,
        fields={"ip": constant(None), "placement": placement_from(zones=("zone",))},
        names=("id",),
    ),
    NodeRow(
        kind=ANYCAST,
        node=Address,
        fields={"ip": "ip_address", "placement": _of_what_it_is_bound_to},
        names=("ip_address", "id"),
    ),
    NodeRow(
        kind="alicloud_vpc_ipv6_address",
        node=Address,
        fields={
            "product": constant("ipv6"),
            "ip": "ipv6_address",
            "placement": placement_from(zones=("vswitch_id",)),
            "public": _with_bandwidth,
        },
        names=("ipv6_address", "id"),
    ),
    *(
        NodeRow(
            kind=kind,
            node=ServerGroup,
            fields={"product": constant("havip")},
            names=("id", "ha_vip_id"),
            private=("ip_address",),
        )
        for kind in HAVIPS
    ),
    EdgeRow(
        kind="alicloud_eip_association",
        relation=Relation.BOUND_TO,
        start="allocation_id",
        end="instance_id",
        inside=True,
    ),
    EdgeRow(
        kind=f"{ANYCAST}_attachment",
        relation=Relation.BOUND_TO,
        start="anycast_id",
        end="bind_instance_id",
        inside=True,
    ),
    EdgeRow(
        kind="alicloud_havip_attachment",
        relation=Relation.FORWARDS_TO,
        start=first_set("ha_vip_id", "havip_id"),
        end="instance_id",
        place="instance_id",
        inside=True,
    ),
)


def _bound(item: Item) -> str | None:
    """Return what an IPv6 address is bound to, if visitors reach it there: it is public with bandwidth of its own."""
    return None if item.get("NetworkType") == "Private" else item.get("AssociatedInstanceId")


def _anycast(body: Item) -> Iterator[Item]:
    """Yield each address, and each thing that one is bound to."""
    for address in body.get("AnycastList") or ():
        yield address
        for bound in address.get("AnycastEipBindInfoList") or ():
            yield {**bound, "BoundTo": address.get("AnycastId")}


def _attached(item: Item) -> list[str]:
    return list(at(item, "AssociatedInstances.associatedInstance") or ())


LISTINGS = (
    AlibabaListing(
        product="vpc",
        version="2016-04-28",
        action="DescribeEipAddresses",
        permission="vpc:DescribeEipAddresses",
        items="EipAddresses.EipAddress",
        identity="AllocationId",
        yields=(
            Yield(kind="alicloud_eip_address", identity="AllocationId", values={"ip_address": "IpAddress"}),
            Yield(
                kind="alicloud_eip_association",
                identity=lambda item: f"{item['AllocationId']}:{item.get('InstanceId')}",
                values={"allocation_id": "AllocationId", "instance_id": "InstanceId"},
                only="instance_id",
            ),
        ),
    ),
    AlibabaListing(
        product="vpc",
        version="2016-04-28",
        action="DescribeIpv6Addresses",
        permission="vpc:DescribeIpv6Addresses",
        size=50,
        items="Ipv6Addresses.Ipv6Address",
        identity="Ipv6AddressId",
        needs=("Ipv6Address",),
        yields=(
            Yield(
                kind="alicloud_vpc_ipv6_address",
                identity="Ipv6AddressId",
                values={"ipv6_address": "Ipv6Address", "network_type": "NetworkType"},
            ),
            Yield(
                kind="alicloud_eip_association",
                identity=lambda item: f"{item['Ipv6AddressId']}:{item.get('AssociatedInstanceId')}",
                values={"allocation_id": "Ipv6AddressId", "instance_id": _bound},
                only="instance_id",
            ),
        ),
    ),
    AlibabaListing(
        product="vpc",
        version="2016-04-28",
        action="DescribeHaVips",
        permission="vpc:DescribeHaVips",
        size=50,
        items="HaVips.HaVip",
        identity="HaVipId",
        yields=(
            Yield(
                kind="alicloud_havip",
                identity="HaVipId",
                values={"ip_address": "IpAddress", "vpc_id": "VpcId"},
            ),
            Yield(
                kind="alicloud_havip_attachment",
                identity=lambda item: f"{item['HaVipId']}:attached",
                values={"ha_vip_id": "HaVipId", "instance_id": _attached},
                only="instance_id",
            ),
        ),
    ),
    AlibabaListing(
        product="eipanycast",
        version="2020-03-09",
        action="ListAnycastEipAddresses",
        permission="eipanycast:ListAnycastEipAddresses",
        regional=False,
        paging=Paging.TOKENS,
        items=_anycast,
        place="AnycastList[]",
        needs=("AnycastId",),
        yields=(
            Yield(kind=ANYCAST, identity="AnycastId", values={"ip_address": "IpAddress"}),
            Yield(
                kind=f"{ANYCAST}_attachment",
                identity=lambda item: f"{item.get('BoundTo')}:{item.get('BindInstanceId')}",
                values={
                    "anycast_id": "BoundTo",
                    "bind_instance_id": "BindInstanceId",
                    "bind_instance_region_id": "BindInstanceRegionId",
                },
                only="bind_instance_id",
            ),
        ),
    ),
)
