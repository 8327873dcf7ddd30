"""Alibaba Cloud CDN: accelerated domains, in the current and the old type."""

from __future__ import annotations

from typing import Final

from icplint.alibaba.listing import AlibabaListing, Item, Yield, at
from icplint.model.text import Text
from icplint.resources.fronting import accelerated
from icplint.resources.product import Product, ProductRole

PRODUCTS: Final = (Product(word="cdn", kind=Text(en="a CDN", zh="CDN"), role=ProductRole.ACCELERATOR),)


ROWS = (
    accelerated("alicloud_cdn_domain_new", "cdn", "sources[].content"),
    accelerated("alicloud_cdn_domain", "cdn", "sources[]"),
)


def _sources(item: Item) -> list[dict[str, str]]:
    found = at(item, "Sources.Source") or ()
    return [{"type": str(source.get("Type", "")), "content": str(source["Content"])} for source in found]


LISTINGS = (
    AlibabaListing(
        product="cdn",
        version="2018-05-10",
        action="DescribeUserDomains",
        permission="cdn:DescribeUserDomains",
        regional=False,
        size=500,
        items="Domains.PageData",
        identity="DomainName",
        yields=(
            Yield(
                kind="alicloud_cdn_domain_new",
                identity="DomainName",
                values={
                    "domain_name": "DomainName",
                    "cname": "Cname",
                    "scope": "Coverage",
                    "status": "DomainStatus",
                    "sources": _sources,
                },
            ),
        ),
    ),
)
