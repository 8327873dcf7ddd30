"""Global Accelerator (GA), standard and basic: it answers at addresses in the regions that it accelerates.

What a region accelerates it says itself, whatever the provider's region. Source: alicloud_ga_ip_set,
alicloud_ga_endpoint_group (a weight of 0 ends the traffic to an endpoint), aliyun/terraform-provider-alicloud.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, Placement, Proxy, Relation
from icplint.policy import ALIBABA
from icplint.resources.product import Product, ProductRole
from icplint.resources.rows import (
    NOT_SAID,
    SELF,
    AliasRow,
    EdgeRow,
    Finder,
    NodeRow,
    constant,
    first,
    number,
    pick,
    target,
)

PRODUCTS: Final = (Product(word="ga", name=Text(en="Global Accelerator", zh="全球加速"), role=ProductRole.PROXY),)


NO_SET: Final = Text(
    en="nothing that was read is {name}, the set of {address}", zh="已读取的内容中没有 {address} 所属的 {name}"
)
SETTLE_SET: Final = Text(en="check the configuration or the state that holds it", zh="与声明它的配置或 state 一起检查")


def endpoints(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the endpoints of a group that get traffic."""
    for endpoint in pick(resource.values, "endpoint_configurations[]"):
        if isinstance(endpoint, Unknown):
            yield endpoint
        elif number(first(endpoint, "weight")) != 0:
            yield from pick(endpoint, "endpoint")


def hosts(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the names that a rule asks for: in blocks or, in `rule_condition_value`, as a JSON list."""
    for condition in pick(resource.values, "rule_conditions[]"):
        if isinstance(condition, Unknown):
            yield condition
            continue
        yield from pick(condition, "host_config[].values[]")
        if first(condition, "rule_condition_type") == "Host":
            for value in pick(condition, "rule_condition_value"):
                yield from _listed(value)


def _listed(value: Any) -> Iterator[Any]:
    if isinstance(value, Unknown):
        yield value
        return
    try:
        names = json.loads(str(value))
    except ValueError:
        return
    yield from (name for name in names if isinstance(name, str)) if isinstance(names, list) else ()


def region(resource: Resource, _finder: Finder) -> Placement:
    """Return the region that a set of addresses accelerates; that of the provider says nothing about it."""
    value = resource.values.get("accelerate_region_id")
    if not isinstance(value, str | Unknown):
        value = Unknown(NOT_SAID.using(kind=resource.address, what="accelerate_region_id"))
    return Placement(provider=ALIBABA, region=value, origin=resource.place("accelerate_region_id"))


def accelerated(resource: Resource, finder: Finder) -> Placement:
    """Return where the accelerated address of a basic instance is: in the region of its set."""
    value = resource.values.get("ip_set_id")
    ip_set = target(value, "alicloud_ga_basic_ip_set", resource, finder)
    if ip_set is not None:
        return region(ip_set, finder)
    unknown = Unknown(NO_SET.using(name=value, address=resource.address), settle=SETTLE_SET)
    why = value if isinstance(value, Unknown) else unknown
    return Placement(provider=ALIBABA, region=why, origin=resource.place("ip_set_id"))


def _accelerator(kind: str) -> NodeRow:
    fields = {"product": constant("ga"), "provider": constant(ALIBABA)}
    return NodeRow(kind=kind, node=Proxy, fields=fields, names=("id", "dns_name"))


ROWS = (
    _accelerator("alicloud_ga_accelerator"),
    _accelerator("alicloud_ga_basic_accelerator"),
    AliasRow(kind="alicloud_ga_bandwidth_package_attachment", path="accelerator_id"),
    AliasRow(kind="alicloud_ga_listener", path="accelerator_id"),
    NodeRow(
        kind="alicloud_ga_ip_set",
        node=Address,
        fields={
            "ip": "ip_address_list[]",
            "placement": region,
            "product": constant("ga"),
        },
        names=("ip_address_list[]", "id"),
    ),
    NodeRow(
        kind="alicloud_ga_basic_accelerate_ip",
        node=Address,
        fields={"ip": "accelerate_ip_address", "placement": accelerated, "product": constant("ga")},
        names=("accelerate_ip_address", "id"),
    ),
    *(
        EdgeRow(kind=kind, relation=Relation.ANSWERS_AT, start="accelerator_id", end=SELF)
        for kind in ("alicloud_ga_ip_set", "alicloud_ga_basic_accelerate_ip")
    ),
    EdgeRow(
        kind="alicloud_ga_endpoint_group",
        relation=Relation.FRONTS,
        start="accelerator_id",
        end=endpoints,
        place="endpoint_configurations",
        inside=True,
    ),
    *(
        EdgeRow(kind=kind, relation=Relation.FRONTS, start="accelerator_id", end="endpoint_address", inside=True)
        for kind in ("alicloud_ga_basic_endpoint_group", "alicloud_ga_basic_endpoint")
    ),
    EdgeRow(kind="alicloud_ga_domain", relation=Relation.SERVED_BY, start="domain", end="accelerator_id"),
    EdgeRow(
        kind="alicloud_ga_forwarding_rule",
        relation=Relation.SERVED_BY,
        start=hosts,
        end="accelerator_id",
        place="rule_conditions",
    ),
)


def _endpoints(item: Item) -> list[dict[str, Any]]:
    found = item.get("EndpointConfigurations") or ()
    return [{"endpoint": one.get("Endpoint"), "weight": one.get("Weight")} for one in found]


def _conditions(item: Item) -> list[dict[str, Any]]:
    return [
        {
            "rule_condition_type": one.get("RuleConditionType"),
            "rule_condition_value": one.get("RuleConditionValue"),
            "host_config": [{"values": at(host, "Values") or []} for host in _blocks(one.get("HostConfig"))],
        }
        for one in item.get("RuleConditions") or ()
    ]


def _blocks(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _accelerators(item: Item) -> list[str]:
    return [str(one["AcceleratorId"]) for one in item.get("Accelerators") or ()]


_ABOUT: Final = {"AcceleratorId": "{AcceleratorId}"}


def _list(action: str, items: str, identity: str, *yields: Yield, parent: str = "") -> AlibabaListing:
    """A list of GA: it has one place for its API, whatever it accelerates."""
    return AlibabaListing(
        product="ga",
        version="2019-11-20",
        action=action,
        permission=f"ga:{action}",
        regions=() if parent else ("cn-hangzhou",),
        parent=parent,
        parameters=_ABOUT if parent else {},
        size=50,
        items=items,
        identity=identity,
        yields=yields,
    )


_EACH: Final = "ga:ListAccelerators"
LISTINGS = (
    _list(
        "ListAccelerators",
        "Accelerators",
        "AcceleratorId",
        Yield(kind="alicloud_ga_accelerator", identity="AcceleratorId", values={"dns_name": "DnsName"}),
    ),
    _list(
        "ListIpSets",
        "IpSets",
        "IpSetId",
        Yield(
            kind="alicloud_ga_ip_set",
            identity="IpSetId",
            values={
                "accelerator_id": "?AcceleratorId",
                "accelerate_region_id": "AccelerateRegionId",
                "ip_address_list": "IpAddressList",
            },
        ),
        parent=_EACH,
    ),
    _list(
        "ListListeners",
        "Listeners",
        "ListenerId",
        Yield(kind="alicloud_ga_listener", identity="ListenerId", values={"accelerator_id": "?AcceleratorId"}),
        parent=_EACH,
    ),
    _list(
        "ListEndpointGroups",
        "EndpointGroups",
        "EndpointGroupId",
        Yield(
            kind="alicloud_ga_endpoint_group",
            identity="EndpointGroupId",
            values={"accelerator_id": "?AcceleratorId", "endpoint_configurations": _endpoints},
        ),
        parent=_EACH,
    ),
    _list(
        "ListDomains",
        "Domains",
        "Domain",
        Yield(
            kind="alicloud_ga_domain",
            identity=lambda item: f"ga:{item.get('Domain')}",
            values={"domain": "Domain", "accelerator_id": _accelerators},
        ),
    ),
    AlibabaListing(
        product="ga",
        version="2019-11-20",
        action="ListForwardingRules",
        permission="ga:ListForwardingRules",
        parent="ga:ListListeners",
        about=lambda item: str(item.get("Protocol")).upper() in {"HTTP", "HTTPS"},
        parameters={"AcceleratorId": "{?AcceleratorId}", "ListenerId": "{ListenerId}"},
        paging=Paging.TOKENS,
        items="ForwardingRules",
        identity="ForwardingRuleId",
        yields=(
            Yield(
                kind="alicloud_ga_forwarding_rule",
                identity="ForwardingRuleId",
                values={"accelerator_id": "?AcceleratorId", "rule_conditions": _conditions},
            ),
        ),
    ),
)
