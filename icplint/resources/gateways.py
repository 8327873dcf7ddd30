"""Managed services that answer names from a region: functions, API gateways, cloud-native gateways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Gateway, Notice, Placement, Relation
from icplint.policy import ALIBABA
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import NOT_SAID, EdgeRow, Finder, GivenName, NodeRow, constant, is_set, pick

PRODUCTS: Final = (
    Product(
        word="fc",
        name=Text(en="Function Compute", zh="函数计算"),
        instance=Text(en="the Function Compute endpoint {key}", zh="函数计算 {key}"),
    ),
    Product(
        word="api-gateway",
        name=Text(en="API Gateway", zh="API 网关"),
        instance=Text(en="the API Gateway group {key}", zh="API 网关分组 {key}"),
    ),
    Product(word="apig", name=Text(en="cloud-native API Gateway", zh="云原生 API 网关")),
    Product(word="mse", name=Text(en="cloud-native gateway", zh="云原生网关")),
)


ABNORMAL: Final = Text(
    en="API Gateway says that the legal status of {name} is {word}",
    zh="API 网关显示 {name} 的域名合法状态为 {word}",
)
ABNORMAL_FOR: Final = Text(
    en="API Gateway says that the legal status of {name} is {word}: {why}",
    zh="API 网关显示 {name} 的域名合法状态为 {word}：{why}",
)
"""Source: DescribeApiGroup, DomainLegalStatus and DomainRemark; whether a filing is what it lacks is not documented."""


def _named(argument: str) -> Callable[[Resource, Finder], Iterator[GivenName]]:
    def names(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
        value = resource.values.get(argument)
        if not is_set(value):
            value = Unknown(NOT_SAID.using(kind=resource.address, what=argument))
        yield GivenName(value if isinstance(value, Unknown) else str(value), argument)

    return names


def _domain(kind: str, argument: str, product: str) -> NodeRow:
    return NodeRow(
        kind=kind,
        node=Gateway,
        fields={"product": constant(product), "placement": placement_from()},
        edges_in={Relation.SERVED_BY: _named(argument)},
    )


def _placed_by(names: Callable[[Resource, Finder], Iterable[str]]) -> Callable[[Resource, Finder], Placement]:
    """Return a field: the provider's region; where that is not known, the one in a name that the service gave."""

    def placement(resource: Resource, finder: Finder) -> Placement:
        own = _FROM_PROVIDER(resource, finder)
        if isinstance(own.region, str):
            return own
        published = finder.policy.tables.suffixes
        known = (published.find(name) for name in names(resource, finder))
        regions = (one.region for one in known if one is not None and one.region is not None)
        return next((Placement(provider=ALIBABA, region=region, origin=resource.origin) for region in regions), own)

    return placement


def _over_http(resource: Resource, _finder: Finder) -> bool:
    return resource.values.get("trigger_type") == "http"


def _hosts(resource: Resource, _finder: Finder) -> Iterator[str]:
    for url in pick(resource.values, "http_trigger[].url_internet"):
        if isinstance(url, str) and (host := urlsplit(url).hostname):
            yield host


def _sub_domain(resource: Resource, _finder: Finder) -> Iterator[str]:
    yield from (name for name in pick(resource.values, "sub_domain") if isinstance(name, str))


def _says(resource: Resource, _finder: Finder) -> Text:
    values = {"name": resource.values["about"], "word": resource.values["abnormal"]}
    why = resource.values.get("why")
    return (ABNORMAL_FOR if why else ABNORMAL).using(**values, why=why or "")


FC_REGIONS = (
    *("cn-beijing", "cn-chengdu", "cn-hangzhou", "cn-hongkong", "cn-huhehaote", "cn-qingdao", "cn-shanghai"),
    *("cn-shenzhen", "cn-wulanchabu", "cn-zhangjiakou", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1"),
    *("ap-southeast-2", "ap-southeast-3", "ap-southeast-5", "ap-southeast-7", "eu-central-1", "eu-west-1"),
    *("me-central-1", "us-east-1", "us-west-1"),
)
"""Where functions run. Source: the endpoints in the vendor's package alibabacloud-fc20230330 4.8.3."""
_FROM_PROVIDER = placement_from()
ROWS = (
    _domain("alicloud_fc_custom_domain", "domain_name", "fc"),
    _domain("alicloud_fcv3_custom_domain", "custom_domain_name", "fc"),
    _domain("alicloud_apig_domain", "domain_name", "apig"),
    NodeRow(
        kind="alicloud_fcv3_trigger",
        node=Gateway,
        when=_over_http,
        fields={"product": constant("fc"), "placement": _placed_by(_hosts)},
        names=(_hosts,),
    ),
    NodeRow(
        kind="alicloud_api_gateway_group",
        node=Gateway,
        fields={"product": constant("api-gateway"), "placement": _placed_by(_sub_domain)},
        names=("sub_domain", "id"),
        private=("vpc_domain",),
    ),
    EdgeRow(kind="alicloud_api_gateway_domain", relation=Relation.SERVED_BY, start="domain_name", end="group_id"),
    NodeRow(
        kind="api_gateway_domain_status",
        node=Notice,
        fields={"about": lambda resource, _finder: host_name(str(resource.values["about"])), "says": _says},
    ),
    NodeRow(
        kind="alicloud_mse_gateway",
        node=Gateway,
        fields={"product": constant("mse"), "placement": placement_from(zones=("vswitch_id",))},
        names=("slb_list[].slb_ip", "id"),
    ),
)


def _group(body: Item) -> Iterator[Item]:
    """Yield a group, and each name bound to it."""
    yield body
    for domain in at(body, "CustomDomains.DomainItem") or ():
        legal, why = domain.get("DomainLegalStatus"), domain.get("DomainRemark")
        yield {"DomainName": domain.get("DomainName"), "BoundTo": body.get("GroupId"), "Legal": legal, "Why": why}


def _abnormal(item: Item) -> str | None:
    """Return the legal status of a name, where it is not as it should be."""
    said = str(item.get("Legal") or "NORMAL")
    return None if said.upper() == "NORMAL" else said


LISTINGS = (
    AlibabaListing(
        product="fc",
        version="2023-03-30",
        action="ListCustomDomains",
        permission="fc:ListCustomDomains",
        path="/2023-03-30/custom-domains",
        regions=FC_REGIONS,
        paging=Paging.LIMIT,
        items="customDomains",
        identity="domainName",
        yields=(
            Yield(
                kind="alicloud_fcv3_custom_domain",
                identity=lambda item: f"fc:{item.get('domainName')}",
                values={"id": "domainName", "custom_domain_name": "domainName"},
            ),
        ),
    ),
    AlibabaListing(
        product="apigateway",
        version="2016-07-14",
        action="DescribeRegions",
        permission="apigateway:DescribeRegions",
        regions=("cn-hangzhou",),
        paging=Paging.NONE,
        items="Regions.Region",
        identity="RegionId",
        some=True,
    ),
    AlibabaListing(
        product="apigateway",
        version="2016-07-14",
        action="DescribeApiGroups",
        permission="apigateway:DescribeApiGroups",
        parent="apigateway:DescribeRegions",
        regional=False,
        parameters={"RegionId": "{RegionId}"},
        size=50,
        items="ApiGroupAttributes.ApiGroupAttribute",
        identity="GroupId",
    ),
    AlibabaListing(
        product="apigateway",
        version="2016-07-14",
        action="DescribeApiGroup",
        permission="apigateway:DescribeApiGroup",
        parent="apigateway:DescribeApiGroups",
        parameters={"GroupId": "{GroupId}"},
        paging=Paging.NONE,
        items=_group,
        needs=("GroupId",),
        yields=(
            Yield(
                kind="alicloud_api_gateway_group",
                identity="GroupId",
                values={"sub_domain": "SubDomain", "vpc_domain": "VpcDomain"},
            ),
            Yield(
                kind="alicloud_api_gateway_domain",
                identity=lambda item: f"api:{item.get('DomainName')}",
                values={"domain_name": "DomainName", "group_id": "BoundTo"},
                only="group_id",
            ),
            Yield(
                kind="api_gateway_domain_status",
                identity=lambda item: f"status:{item.get('DomainName')}",
                values={"about": "DomainName", "why": "Why", "abnormal": _abnormal},
                only="abnormal",
            ),
        ),
    ),
)
