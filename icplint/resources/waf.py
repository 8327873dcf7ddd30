"""Web Application Firewall (WAF), 2.0 and 3.0: an account has one instance for the mainland and one for the rest.

The provider's region chooses between the two. Source: the endpoints of the WAF API, wafopenapi.cn-hangzhou.aliyuncs.com
for every mainland region and wafopenapi.ap-southeast-1.aliyuncs.com for the others (Alibaba Cloud SDK); the provider
sends its region, alicloud/resource_alicloud_wafv3_domain.go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.resource import Resource
from icplint.model.vocabulary import Relation
from icplint.resources.fronting import proxy
from icplint.resources.placement import placement_from
from icplint.resources.product import Product, ProductRole
from icplint.resources.rows import SELF, EdgeRow, Finder, is_set, pick

PRODUCTS: Final = (Product(word="waf", role=ProductRole.PROTECTOR),)


def backups(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the origins that stand in for the others, if there are any."""
    yield from (value for value in pick(resource.values, "redirect[].backup_backends[]") if is_set(value))


ROWS = (
    proxy(
        "alicloud_waf_domain",
        "waf",
        origins="source_ips[]",
        older="domain",
        fields={"placement": placement_from()},
    ),
    proxy(
        "alicloud_wafv3_domain",
        "waf",
        origins="redirect[].backends[]",
        name="domain",
        names=("cname", "domain_id"),
        fields={"placement": placement_from()},
    ),
    EdgeRow(kind="alicloud_wafv3_domain", relation=Relation.FRONTS, start=SELF, end=backups, place="redirect"),
)


def _backends(item: Item) -> list[dict[str, Any]]:
    found = (one for scheme in ("Http", "Https") for one in at(item, f"Backeds.{scheme}") or ())
    return [{"backends": sorted({str(one["Backend"]) for one in found})}]


LISTINGS = (
    AlibabaListing(
        product="waf",
        version="2021-10-01",
        action="DescribeInstance",
        permission="yundun-waf:DescribeInstance",
        regions=("cn-hangzhou", "ap-southeast-1"),
        paging=Paging.NONE,
        items="",
    ),
    AlibabaListing(
        product="waf",
        version="2021-10-01",
        action="DescribeDomains",
        permission="yundun-waf:DescribeDomains",
        parent="waf:DescribeInstance",
        about=lambda item: bool(item.get("InstanceId")),
        parameters={"InstanceId": "{InstanceId}"},
        size=50,
        items="Domains",
        identity="Domain",
        yields=(
            Yield(
                kind="alicloud_wafv3_domain",
                identity=lambda item: f"waf:{item.get('Domain')}",
                values={"domain": "Domain", "cname": "Cname", "domain_id": "DomainId", "redirect": _backends},
            ),
        ),
    ),
)
