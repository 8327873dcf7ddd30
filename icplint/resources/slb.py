"""Classic Load Balancer (CLB, formerly SLB), and the servers behind it."""

from __future__ import annotations

from typing import Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import LoadBalancer, Relation, ServerGroup
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import SELF, AliasRow, EdgeRow, Field, Finder, NodeRow, constant, first_set, is_set

PRODUCTS: Final = (
    Product(word="slb", instance=Text(en="the load balancer {key}", zh="负载均衡 {key}")),
    Product(word="clb", transfer="slb"),
)


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
    if is_set(value):
        return value if isinstance(value, Unknown) else value == "internet"
    internet = resource.values.get("internet")
    if is_set(internet):
        return internet if isinstance(internet, Unknown) else str(internet).lower() == "true"
    if is_set(resource.values.get("vswitch_id")):
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
    "product": constant("slb"),
    "placement": placement_from(zones=("master_zone_id", "slave_zone_id", "vswitch_id")),
    "public": public,
}
ROWS = (
    *(
        NodeRow(kind=kind, node=LoadBalancer, when=when, fields=FIELDS, names=names, private=private)
        for kind in ("alicloud_slb_load_balancer", "alicloud_slb")
        for when, names, private in ((_inner, ("id",), ("address",)), (None, ("address", "id"), ()))
    ),
    AliasRow(kind="alicloud_slb_listener", path="load_balancer_id"),
    *(
        EdgeRow(kind=kind, relation=Relation.SERVED_BY, start="domain", end="load_balancer_id")
        for kind in ("alicloud_slb_rule", "alicloud_slb_domain_extension")
    ),
    *(
        NodeRow(kind=kind, node=ServerGroup, fields={"product": constant("server-group")}, names=("id",))
        for kind in GROUPS
    ),
    *(EdgeRow(kind=kind, relation=Relation.FORWARDS_TO, start="load_balancer_id", end=SELF) for kind in GROUPS),
    *(
        EdgeRow(kind=kind, relation=Relation.FORWARDS_TO, start=start, end=end, inside=True)
        for kind, start, end in (
            ("alicloud_slb_backend_server", "load_balancer_id", "backend_servers[].server_id"),
            ("alicloud_slb_attachment", "load_balancer_id", "instance_ids[]"),
            ("alicloud_slb_server_group_server_attachment", "server_group_id", "server_id"),
        )
    ),
    *(
        EdgeRow(
            kind=kind, relation=Relation.FORWARDS_TO, start=SELF, end=first_set(members), place="servers", inside=True
        )
        for kind, members in GROUPS.items()
    ),
)


_SERVERS: Final = "BackendServers.BackendServer"
_PAIR: Final = "MasterSlaveBackendServers.MasterSlaveBackendServer"


def _backends(item: Item) -> list[dict[str, str]]:
    found = at(item, _SERVERS) or ()
    return [{"server_id": str(server["ServerId"])} for server in found]


def _members(item: Item) -> list[dict[str, list[str]]]:
    return [{"server_ids": [server["server_id"]]} for server in _backends(item)]


def _pair(item: Item) -> list[dict[str, str]]:
    found = at(item, _PAIR) or ()
    return [{"server_id": str(server["ServerId"])} for server in found]


def _asks_for_hosts(item: Item) -> bool:
    return str(item.get("ListenerProtocol")).lower() in {"http", "https"}


def _is_https(item: Item) -> bool:
    return str(item.get("ListenerProtocol")).lower() == "https"


LISTINGS = (
    AlibabaListing(
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
                values={
                    "address": "Address",
                    "address_type": "AddressType",
                    "master_zone_id": "MasterZoneId",
                    "vpc_id": "VpcId",
                    "vswitch_id": "VSwitchId",
                },
            ),
        ),
    ),
    AlibabaListing(
        product="slb",
        version="2014-05-15",
        action="DescribeLoadBalancerAttribute",
        permission="slb:DescribeLoadBalancerAttribute",
        parent="slb:DescribeLoadBalancers",
        parameters={"LoadBalancerId": "{LoadBalancerId}"},
        paging=Paging.NONE,
        items="",
        needs=("LoadBalancerId", _SERVERS),
        yields=(
            Yield(
                kind="alicloud_slb_backend_server",
                identity=lambda item: f"{item['LoadBalancerId']}:servers",
                values={"id": "LoadBalancerId", "load_balancer_id": "LoadBalancerId", "backend_servers": _backends},
                only="backend_servers",
            ),
        ),
    ),
    AlibabaListing(
        product="slb",
        version="2014-05-15",
        action="DescribeLoadBalancerListeners",
        permission="slb:DescribeLoadBalancerListeners",
        paging=Paging.TOKENS,
        items="Listeners",
        needs=("LoadBalancerId", "ListenerPort", "ListenerProtocol"),
    ),
    AlibabaListing(
        product="slb",
        version="2014-05-15",
        action="DescribeRules",
        permission="slb:DescribeRules",
        parent="slb:DescribeLoadBalancerListeners",
        about=_asks_for_hosts,
        parameters={
            "LoadBalancerId": "{LoadBalancerId}",
            "ListenerPort": "{ListenerPort}",
            "ListenerProtocol": "{ListenerProtocol}",
        },
        paging=Paging.NONE,
        items="Rules.Rule",
        yields=(
            Yield(
                kind="alicloud_slb_rule",
                identity="RuleId",
                values={"load_balancer_id": "?LoadBalancerId", "domain": "Domain", "server_group_id": "VServerGroupId"},
                only="domain",
            ),
        ),
    ),
    AlibabaListing(
        product="slb",
        version="2014-05-15",
        action="DescribeDomainExtensions",
        permission="slb:DescribeDomainExtensions",
        parent="slb:DescribeLoadBalancerListeners",
        about=_is_https,
        parameters={"LoadBalancerId": "{LoadBalancerId}", "ListenerPort": "{ListenerPort}"},
        paging=Paging.NONE,
        items="DomainExtensions.DomainExtension",
        yields=(
            Yield(
                kind="alicloud_slb_domain_extension",
                identity="DomainExtensionId",
                values={"load_balancer_id": "?LoadBalancerId", "domain": "Domain"},
            ),
        ),
    ),
    *(
        AlibabaListing(
            product="slb",
            version="2014-05-15",
            action=f"Describe{group}ServerGroups",
            permission=f"slb:Describe{group}ServerGroups",
            parent="slb:DescribeLoadBalancers",
            parameters={"LoadBalancerId": "{LoadBalancerId}"},
            paging=Paging.NONE,
            items=f"{group}ServerGroups.{group}ServerGroup",
            needs=(f"{group}ServerGroupId",),
        )
        for group in ("V", "MasterSlave")
    ),
    *(
        AlibabaListing(
            product="slb",
            version="2014-05-15",
            action=f"Describe{group}ServerGroupAttribute",
            permission=f"slb:Describe{group}ServerGroupAttribute",
            parent=f"slb:Describe{group}ServerGroups",
            parameters={f"{group}ServerGroupId": f"{{{group}ServerGroupId}}"},
            paging=Paging.NONE,
            items="",
            needs=(wrapper,),
            yields=(
                Yield(
                    kind=kind,
                    identity=f"?{group}ServerGroupId",
                    values={"load_balancer_id": "LoadBalancerId", "servers": servers},
                ),
            ),
        )
        for group, kind, wrapper, servers in (
            ("V", "alicloud_slb_server_group", _SERVERS, _members),
            ("MasterSlave", "alicloud_slb_master_slave_server_group", _PAIR, _pair),
        )
    ),
)
