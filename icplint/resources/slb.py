"""Classic Load Balancer (CLB, formerly SLB), and the servers behind it."""

from __future__ import annotations

from typing import Final

from icplint.alibaba.listing import Item, Listing, Paging, Yield
from icplint.alibaba.lists import at
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Edge, LoadBalancer, ServerGroup
from icplint.resources.entry import SELF, Alias, Entry, Field, Finder, Link, always, some, written
from icplint.resources.placement import placed

NO_TYPE = Text(
    en="{address} does not say whether it is public (address_type)",
    zh="{address} 没有说明是否为公网实例（address_type）",
)
SETTLE_TYPE = Text(
    en='write address_type = "internet" or "intranet"', zh='写明 address_type = "internet" 或 "intranet"'
)


def public(resource: Resource, _finder: Finder) -> bool | Unknown:
    """`address_type` decides, or the deprecated `internet`; in a VPC (with a vSwitch) the default is intranet."""
    value = resource.values.get("address_type")
    if written(value):
        return value if isinstance(value, Unknown) else value == "internet"
    internet = resource.values.get("internet")
    if written(internet):
        return internet if isinstance(internet, Unknown) else str(internet).lower() == "true"
    if written(resource.values.get("vswitch_id")):
        return False
    return Unknown(NO_TYPE.using(address=resource.address), settle=SETTLE_TYPE)


def _inner(resource: Resource, finder: Finder) -> bool:
    return public(resource, finder) is False


GROUPS = {
    "alicloud_slb_server_group": "servers[].server_ids[]",
    "alicloud_slb_master_slave_server_group": "servers[].server_id",
}
"""Groups of servers, and where their members stand."""

FIELDS: Final[dict[str, Field]] = {
    "product": always("slb"),
    "placement": placed(zones=("master_zone_id", "slave_zone_id", "vswitch_id")),
    "public": public,
}
ENTRIES = (
    *(
        Entry(kind=kind, node=LoadBalancer, when=when, fields=FIELDS, names=names, private=private)
        for kind in ("alicloud_slb_load_balancer", "alicloud_slb")
        for when, names, private in ((_inner, ("id",), ("address",)), (None, ("address", "id"), ()))
    ),
    Alias(kind="alicloud_slb_listener", path="load_balancer_id"),
    *(
        Link(kind=kind, edge=Edge.SERVED_BY, start="domain", end="load_balancer_id")
        for kind in ("alicloud_slb_rule", "alicloud_slb_domain_extension")
    ),
    *(Entry(kind=kind, node=ServerGroup, fields={"product": always("server-group")}, names=("id",)) for kind in GROUPS),
    *(Link(kind=kind, edge=Edge.FORWARDS_TO, start="load_balancer_id", end=SELF) for kind in GROUPS),
    *(
        Link(kind=kind, edge=Edge.FORWARDS_TO, start=start, end=end, inside=True)
        for kind, start, end in (
            ("alicloud_slb_backend_server", "load_balancer_id", "backend_servers[].server_id"),
            ("alicloud_slb_attachment", "load_balancer_id", "instance_ids[]"),
            ("alicloud_slb_server_group_server_attachment", "server_group_id", "server_id"),
        )
    ),
    *(
        Link(kind=kind, edge=Edge.FORWARDS_TO, start=SELF, end=some(members), place="servers", inside=True)
        for kind, members in GROUPS.items()
    ),
)


def _backends(item: Item) -> list[dict[str, str]]:
    found = at(item, "BackendServers.BackendServer") or ()
    return [{"server_id": str(server["ServerId"])} for server in found]


LISTINGS = (
    Listing(
        product="slb",
        version="2014-05-15",
        action="DescribeLoadBalancers",
        permission="slb:DescribeLoadBalancers",
        items="LoadBalancers.LoadBalancer",
        identity="LoadBalancerId",
        yields=(
            Yield(
                kind="alicloud_slb_load_balancer",
                identity="LoadBalancerId",
                values={"address": "Address", "address_type": "AddressType"},
            ),
        ),
    ),
    Listing(
        product="slb",
        version="2014-05-15",
        action="DescribeLoadBalancerAttribute",
        permission="slb:DescribeLoadBalancerAttribute",
        parent="slb:DescribeLoadBalancers",
        parameters={"LoadBalancerId": "{LoadBalancerId}"},
        paging=Paging.NONE,
        items="",
        yields=(
            Yield(
                kind="alicloud_slb_backend_server",
                identity="LoadBalancerId",
                values={"load_balancer_id": "LoadBalancerId", "backend_servers": _backends},
                only="backend_servers",
            ),
        ),
    ),
)
