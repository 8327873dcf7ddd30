"""ApsaraVideo: the domains of VOD, and those of Live, whose streams come from no origin of their own."""

from __future__ import annotations

from typing import Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.text import Text
from icplint.resources.fronting import accelerated
from icplint.resources.product import Product, ProductRole

PRODUCTS: Final = (
    Product(word="vod", name=Text(en="ApsaraVideo VOD", zh="视频点播"), role=ProductRole.ACCELERATOR),
    Product(word="live", name=Text(en="ApsaraVideo Live", zh="视频直播"), role=ProductRole.ACCELERATOR),
)


VOD_REGIONS = ("cn-shanghai",)
"""Where VOD tells of domains: no other region does. Source: the API pages of both actions, 2025-03-21."""

ROWS = (
    accelerated("alicloud_vod_domain", "vod", "sources[].source_content"),
    accelerated("alicloud_live_domain", "live", None),
)


def _sources(item: Item) -> list[dict[str, str]]:
    found = at(item, "Sources.Source") or ()
    return [{"source_content": str(source["Content"])} for source in found if source.get("Enabled") != "offline"]


def _lists(product: str, version: str, regions: tuple[str, ...]) -> tuple[AlibabaListing, AlibabaListing]:
    """The domains, and each of them: only there it says where it answers."""
    return (
        AlibabaListing(
            product=product,
            version=version,
            action=f"Describe{product.title()}UserDomains",
            permission=f"{product}:Describe{product.title()}UserDomains",
            regional=bool(regions),
            regions=regions,
            size=50,
            items="Domains.PageData",
            identity="DomainName",
        ),
        AlibabaListing(
            product=product,
            version=version,
            action=f"Describe{product.title()}DomainDetail",
            permission=f"{product}:Describe{product.title()}DomainDetail",
            regional=bool(regions),
            parent=f"{product}:Describe{product.title()}UserDomains",
            parameters={"DomainName": "{DomainName}"},
            paging=Paging.NONE,
            items=lambda body: [body.get("DomainDetail") or {}],
            place="DomainDetail",
            needs=("DomainName",),
            yields=(
                Yield(
                    kind=f"alicloud_{product}_domain",
                    identity="DomainName",
                    values={
                        "domain_name": "DomainName",
                        "cname": "Cname",
                        "scope": "Scope",
                        "status": "DomainStatus",
                        "sources": _sources,
                    },
                ),
            ),
        ),
    )


LISTINGS = (*_lists("vod", "2017-03-21", VOD_REGIONS), *_lists("live", "2016-11-01", ()))
