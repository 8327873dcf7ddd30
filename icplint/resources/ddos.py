"""Anti-DDoS Proxy: instances, of which Pro answers from the mainland and Premium from outside, and what they protect.

Source: alicloud_ddoscoo_instance, https://help.aliyun.com/document_detail/2589259.html ("if product_type is set to
ddoscoo or ddoscoo_intl, the provider region should be set to cn-hangzhou, and if product_type is set to ddosDip, the
provider region should be set to ap-southeast-1"); ids as in ddoscoo-cn-… and ddosDip-sg-… (Alibaba Cloud SDK).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Item, Yield
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.vocabulary import Address, Placement, Proxy, Relation, ServerGroup
from icplint.policy import ALIBABA
from icplint.resources.fronting import proxy
from icplint.resources.placement import placement_from
from icplint.resources.product import Product, ProductRole
from icplint.resources.rows import Finder, NodeRow, argument, constant, is_set, pick, target

PRODUCTS: Final = (
    Product(word="ddos", name=Text(en="Anti-DDoS", zh="DDoS 高防"), role=ProductRole.PROTECTOR),
    Product(word="ddos-scheduler", name=Text(en="Anti-DDoS scheduling rule", zh="DDoS 高防流量调度规则")),
)


INSTANCE: Final = "alicloud_ddoscoo_instance"
PRO: Final = "cn-hangzhou"
PREMIUM: Final = "ap-southeast-1"
_IDS: Final = {"ddoscoo": PRO, "ddosdip": PREMIUM}
_TYPES: Final = {"ddoscoo": PRO, "ddoscoo_intl": PRO, "ddosDip": PREMIUM}


def placement(path: str) -> Callable[[Resource, Finder], Placement]:
    """Return a field: where the instances at `path` are, by their types or their ids, else by the provider's region."""

    def of_instances(resource: Resource, finder: Finder) -> Placement:
        regions = {_region(value, resource, finder) for value in pick(resource.values, path)}
        origin = resource.place(argument(path))
        if PRO in regions:  # of several, one in the mainland is enough
            return Placement(provider=ALIBABA, region=PRO, origin=origin)
        if regions == {PREMIUM}:
            return Placement(provider=ALIBABA, region=PREMIUM, origin=origin)
        return placement_from()(resource, finder)

    return of_instances


def _region(value: Any, resource: Resource, finder: Finder) -> str | None:
    instance = target(value, INSTANCE, resource, finder)
    if instance is not None:
        return _of_instance(instance)
    return _IDS.get(value.split("-", 1)[0].lower()) if isinstance(value, str) else None


def _of_instance(instance: Resource) -> str | None:
    kind = instance.values.get("product_type")
    if isinstance(kind, str):
        return _TYPES.get(kind)
    return None if is_set(kind) else PRO


def itself(resource: Resource, finder: Finder) -> Placement:
    """Return where an instance answers."""
    region = _of_instance(resource)
    if region is None:
        return placement_from()(resource, finder)
    return Placement(provider=ALIBABA, region=region, origin=resource.place("product_type"))


ROWS = (
    proxy(
        "alicloud_ddoscoo_domain_resource",
        "ddos",
        origins="real_servers[]",
        name="domain",
        fields={"placement": placement("instance_ids[]")},
    ),
    NodeRow(
        kind=INSTANCE,
        node=Address,
        fields={"ip": "ip", "placement": itself, "product": constant("ddos")},
        names=("ip", "id"),
    ),
    NodeRow(
        kind="alicloud_ddoscoo_port",
        node=Proxy,
        fields={
            "product": constant("ddos"),
            "provider": constant(ALIBABA),
            "placement": placement("instance_id"),
        },
        names=("id",),
        edges={Relation.ANSWERS_AT: "instance_id", Relation.FRONTS: "real_servers[]"},
    ),
    NodeRow(
        kind="alicloud_ddoscoo_scheduler_rule",
        node=ServerGroup,
        fields={"product": constant("ddos-scheduler")},
        names=("cname",),
        edges={Relation.FORWARDS_TO: "rules[].value"},
    ),
)


def _type(item: Item) -> str:
    return "ddosDip" if str(item.get("InstanceId")).lower().startswith("ddosdip") else "ddoscoo"


def _origins(item: Item) -> list[str]:
    return [str(one["RealServer"]) for one in item.get("RealServers") or ()]


def _ports(body: Item) -> Iterator[Item]:
    for rule in body.get("NetworkRules") or ():
        yield {**rule, "Id": f"{rule.get('InstanceId')}:{rule.get('FrontendPort')}:{rule.get('Protocol')}"}


LISTINGS = (
    AlibabaListing(
        product="ddoscoo",
        version="2020-01-01",
        action="DescribeInstances",
        permission="yundun-ddoscoo:DescribeInstances",
        regions=(PRO, PREMIUM),
        size=50,
        items="Instances",
        identity="InstanceId",
        yields=(Yield(kind=INSTANCE, identity="InstanceId", values={"ip": "Ip", "product_type": _type}),),
    ),
    AlibabaListing(
        product="ddoscoo",
        version="2020-01-01",
        action="DescribeWebRules",
        permission="yundun-ddoscoo:DescribeWebRules",
        regions=(PRO, PREMIUM),
        size=10,
        items="WebRules",
        identity="Domain",
        yields=(
            Yield(
                kind="alicloud_ddoscoo_domain_resource",
                identity=lambda item: f"ddos:{item.get('Domain')}",
                values={"id": "Domain", "domain": "Domain", "cname": "Cname", "real_servers": _origins},
            ),
        ),
    ),
    AlibabaListing(
        product="ddoscoo",
        version="2020-01-01",
        action="DescribeNetworkRules",
        permission="yundun-ddoscoo:DescribeNetworkRules",
        parent="ddoscoo:DescribeInstances",
        parameters={"InstanceId": "{InstanceId}"},
        size=10,
        items=_ports,
        place="NetworkRules[]",
        needs=("InstanceId", "FrontendPort", "Protocol"),
        identity="Id",
        yields=(
            Yield(
                kind="alicloud_ddoscoo_port",
                identity="Id",
                values={"instance_id": "InstanceId", "real_servers": "RealServers"},
            ),
        ),
    ),
)
