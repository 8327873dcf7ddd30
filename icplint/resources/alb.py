"""Application, Network and Gateway Load Balancers, their listeners and rules, and the servers behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import LoadBalancer, Relation, ServerGroup
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import NOT_SAID, SELF, AliasRow, EdgeRow, Finder, NodeRow, constant, first_set, is_set, pick

PRODUCTS: Final = (
    Product(word="alb", instance=Text(en="the ALB instance {key}", zh="ALB 实例 {key}"), transfer="slb"),
    Product(word="nlb", instance=Text(en="the NLB instance {key}", zh="NLB 实例 {key}"), transfer="slb"),
    Product(word="gwlb", transfer="slb"),
    Product(
        word="server-group",
        instance=Text(en="the server group {key}", zh="服务器组 {key}"),
        group=Text(en="server group", zh="服务器组"),
    ),
)


PATTERN = Text(
    en="{name} is a pattern, not a name: which names match it is not written",
    zh="{name} 是匹配模式，不是域名，无法得知具体匹配哪些域名",
)
ALB_SERVER = "alb_server"
"""A server of a group, as the API lists it: in Terraform it stands within the group."""
NLB_SERVER = "alicloud_nlb_server_group_server_attachment"
FORWARDS = "forward_group_config[].server_group_tuples[].server_group_id"


def _public(resource: Resource, _finder: Finder) -> bool | Unknown:
    """An inner load balancer may be public over IPv6 alone."""
    types = [v for path in ("address_type", "ipv6_address_type") for v in pick(resource.values, path) if is_set(v)]
    if any(isinstance(value, str) and value.lower() == "internet" for value in types):
        return True
    unknown = next((value for value in types if isinstance(value, Unknown)), None)
    if unknown is None and not types:
        return Unknown(NOT_SAID.using(kind=resource.address, what="address_type"))
    return unknown if unknown is not None else False


def _hosts(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the host names of a rule; `~` begins a regular expression. Those that it redirects to are not served."""
    for value in pick(resource.values, "rule_conditions[].host_config[].values[]"):
        if isinstance(value, str) and value.startswith("~"):
            yield Unknown(PATTERN.using(name=value))
        else:
            yield value


def _allocated(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the elastic addresses that the zones are given; in a plan, what refers to nothing was not given."""
    for value in pick(resource.values, "zone_mappings[].allocation_id"):
        if resource.rank is Rank.SOURCE or not isinstance(value, Unknown) or value.refs:
            yield value


def _balancer(product: str, *addresses: str) -> NodeRow:
    return NodeRow(
        kind=f"alicloud_{product}_load_balancer",
        node=LoadBalancer,
        fields={
            "product": constant(product),
            "placement": placement_from("region_id", zones=("zone_mappings[].zone_id", "zone_mappings[].vswitch_id")),
            "public": _public,
        },
        names=("dns_name", "id", *(f"zone_mappings[].{address}" for address in addresses)),
    )


def _group(kind: str) -> NodeRow:
    return NodeRow(kind=kind, node=ServerGroup, fields={"product": constant("server-group")}, names=("id",))


ROWS = (
    _balancer("alb", "address", "ipv6_address", "load_balancer_addresses[].address"),
    _balancer("nlb", "public_ipv4_address", "ipv6_address"),
    NodeRow(
        kind="alicloud_gwlb_load_balancer",
        node=LoadBalancer,
        fields={
            "product": constant("gwlb"),
            "placement": placement_from(zones=("zone_mappings[].zone_id", "zone_mappings[].vswitch_id")),
            "public": constant(value=False),
        },
        names=("id",),
    ),
    *(_group(f"alicloud_{product}_server_group") for product in ("alb", "nlb")),
    *(AliasRow(kind=f"alicloud_{product}_listener", path="load_balancer_id") for product in ("alb", "nlb")),
    *(
        EdgeRow(
            kind=f"alicloud_{product}_load_balancer",
            relation=Relation.BOUND_TO,
            start=_allocated,
            end=SELF,
            place="zone_mappings",
        )
        for product in ("alb", "nlb")
    ),
    EdgeRow(
        kind="alicloud_alb_rule", relation=Relation.SERVED_BY, start=_hosts, end="listener_id", place="rule_conditions"
    ),
    *(
        EdgeRow(
            kind=kind,
            relation=Relation.FORWARDS_TO,
            start=start,
            end=first_set(end),
            place=end.split("[", 1)[0],
            inside=True,
        )
        for kind, start, end in (
            ("alicloud_alb_listener", "load_balancer_id", f"default_actions[].{FORWARDS}"),
            ("alicloud_alb_rule", "listener_id", f"rule_actions[].{FORWARDS}"),
            ("alicloud_alb_server_group", SELF, "servers[].server_id"),
            ("alicloud_nlb_listener", "load_balancer_id", "server_group_id"),
            (NLB_SERVER, "server_group_id", "server_id"),
            (ALB_SERVER, "server_group_id", "server_id"),
        )
    ),
)


def _of(product: str) -> Yield:
    return Yield(
        kind=f"alicloud_{product}_load_balancer",
        identity="LoadBalancerId",
        values={
            "region_id": "RegionId",
            "vpc_id": "VpcId",
            "dns_name": "DNSName",
            "address_type": "AddressType",
            "ipv6_address_type": "Ipv6AddressType",
            "zone_mappings": _zones,
        },
    )


_NO_ADDRESS: Final[tuple[Item, ...]] = ({},)


def _zones(item: Item) -> list[dict[str, Any]]:
    """One mapping for each address of a zone: Terraform has one for each zone."""
    return [
        {
            "zone_id": zone.get("ZoneId"),
            "vswitch_id": zone.get("VSwitchId"),
            "allocation_id": address.get("AllocationId"),
            "address": address.get("Address"),
            "public_ipv4_address": address.get("PublicIPv4Address"),
            "ipv6_address": address.get("Ipv6Address"),
        }
        for zone in item.get("ZoneMappings") or ()
        for address in zone.get("LoadBalancerAddresses") or _NO_ADDRESS
    ]


def _actions(actions: Any) -> list[dict[str, Any]]:
    groups = ((at(action, "ForwardGroupConfig.ServerGroupTuples") or ()) for action in actions or ())
    return [
        {"forward_group_config": [{"server_group_tuples": [{"server_group_id": one.get("ServerGroupId")}]}]}
        for group in groups
        for one in group
    ]


def _conditions(item: Item) -> list[dict[str, Any]]:
    found = (at(condition, "HostConfig.Values") for condition in item.get("RuleConditions") or ())
    return [{"host_config": [{"values": list(hosts)}]} for hosts in found if hosts]


def _servers(body: Item) -> Iterator[Item]:
    """Yield each server with an id of its own: it may be in several groups, at several ports."""
    for server in body.get("Servers") or ():
        yield {**server, "Id": f"{server.get('ServerGroupId')}:{server.get('ServerId')}:{server.get('Port')}"}


VERSIONS: Final = {"alb": "2020-06-16", "nlb": "2022-04-30"}


def _list(product: str, action: str, items: str, identity: str, *yields: Yield, within: str = "") -> AlibabaListing:
    """A list of each region that the product has, or of what lies `within` the items of another, by their id."""
    parent, hole = (within, identity) if within else ("DescribeRegions", "RegionId")
    return AlibabaListing(
        product=product,
        version=VERSIONS[product],
        action=action,
        permission=f"{product}:{action}",
        parent=f"{product}:{parent}",
        regional=bool(within),
        parameters={hole: f"{{{hole}}}"},
        paging=Paging.TOKENS if items else Paging.NONE,
        items=items if items != "Servers" else _servers,
        place="Servers[]" if items == "Servers" else "",
        needs=("ServerGroupId", "ServerId") if items == "Servers" else () if items else ("DNSName",),
        identity="" if within else identity,
        yields=yields,
    )


def _regions(product: str) -> AlibabaListing:
    return AlibabaListing(
        product=product,
        version=VERSIONS[product],
        action="DescribeRegions",
        permission=f"{product}:DescribeRegions",
        regions=("cn-hangzhou",),
        paging=Paging.NONE,
        items="Regions",
        identity="RegionId",
        some=True,
    )


def _listener(product: str) -> Yield:
    return Yield(
        kind=f"alicloud_{product}_listener",
        identity="ListenerId",
        values={
            "load_balancer_id": "LoadBalancerId",
            "default_actions": lambda item: _actions(item.get("DefaultActions")),
            "server_group_id": "ServerGroupId",
        },
    )


def _member(kind: str) -> Yield:
    return Yield(kind=kind, identity="Id", values={"server_group_id": "ServerGroupId", "server_id": "ServerId"})


_RULE: Final = Yield(
    kind="alicloud_alb_rule",
    identity="RuleId",
    values={
        "listener_id": "ListenerId",
        "rule_conditions": _conditions,
        "rule_actions": lambda item: _actions(item.get("RuleActions")),
    },
)
LISTINGS = (
    *(
        listing
        for product, kind in (("alb", ALB_SERVER), ("nlb", NLB_SERVER))
        for listing in (
            _regions(product),
            _list(product, "ListListeners", "Listeners", "ListenerId", _listener(product)),
            _list(
                product,
                "ListServerGroups",
                "ServerGroups",
                "ServerGroupId",
                Yield(kind=f"alicloud_{product}_server_group", identity="ServerGroupId", values={"vpc_id": "VpcId"}),
            ),
            _list(
                product, "ListServerGroupServers", "Servers", "ServerGroupId", _member(kind), within="ListServerGroups"
            ),
        )
    ),
    _list("nlb", "ListLoadBalancers", "LoadBalancers", "LoadBalancerId", _of("nlb")),
    _list("alb", "ListLoadBalancers", "LoadBalancers", "LoadBalancerId"),
    _list("alb", "GetLoadBalancerAttribute", "", "LoadBalancerId", _of("alb"), within="ListLoadBalancers"),
    _list("alb", "ListRules", "Rules", "RuleId", _RULE),
)
