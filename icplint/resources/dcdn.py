"""Dynamic CDN (DCDN), its IP application accelerator (IPA), and the Secure CDN (SCDN) before it.

Source: https://help.aliyun.com/document_detail/130628.html (默认取值为 domestic); StopDcdnIpaDomain,
https://help.aliyun.com/document_detail/130612.html (系统将做自动回源处理).
"""

from __future__ import annotations

from typing import Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.resources.fronting import DISPUTED, accelerated, online, proxy
from icplint.resources.product import Product, ProductRole
from icplint.resources.rows import Finder, constant

PRODUCTS: Final = (
    Product(word="dcdn", kind=Text(en="a DCDN", zh="DCDN"), role=ProductRole.ACCELERATOR),
    Product(word="scdn", kind=Text(en="an SCDN", zh="SCDN"), role=ProductRole.ACCELERATOR),
)


NO_SCOPE: Final = Text(en="{kind} has no argument that says it", zh="{kind} 没有说明加速区域的参数")
SETTLE_SCOPE: Final = Text(
    en="look up the scope in the console, or move the domain to DCDN", zh="在控制台查看加速区域，或将域名迁移至 DCDN"
)


def unsaid(resource: Resource, _finder: Finder) -> Unknown:
    """No argument of the resource says in which regions SCDN answers, and no page what holds by default."""
    return Unknown(NO_SCOPE.using(kind=resource.kind), settle=SETTLE_SCOPE)


ROWS = (
    accelerated("alicloud_dcdn_domain", "dcdn", "sources[].content"),
    accelerated("alicloud_dcdn_ipa_domain", "dcdn", "sources[].content", led=True),
    proxy(
        "alicloud_scdn_domain",
        "scdn",
        origins="sources[].content",
        fields={"scope": unsaid, "active": online, "led": constant(DISPUTED)},
    ),
)


def _sources(item: Item) -> list[dict[str, str]]:
    found = at(item, "Sources.Source") or ()
    return [{"content": str(source["Content"])} for source in found if source.get("Enabled") != "offline"]


def _lists(letters: str, kind: str) -> tuple[AlibabaListing, AlibabaListing]:
    """The domains, and each of them: only there it says where it answers."""
    return (
        AlibabaListing(
            product="dcdn",
            version="2018-01-15",
            action=f"DescribeDcdn{letters}UserDomains",
            permission=f"dcdn:DescribeDcdn{letters}UserDomains",
            regional=False,
            size=500,
            items="Domains.PageData",
            identity="DomainName",
        ),
        AlibabaListing(
            product="dcdn",
            version="2018-01-15",
            action=f"DescribeDcdn{letters}DomainDetail",
            permission=f"dcdn:DescribeDcdn{letters}DomainDetail",
            regional=False,
            parent=f"dcdn:DescribeDcdn{letters}UserDomains",
            parameters={"DomainName": "{DomainName}"},
            paging=Paging.NONE,
            items=lambda body: [body.get("DomainDetail") or {}],
            place="DomainDetail",
            needs=("DomainName",),
            yields=(
                Yield(
                    kind=kind,
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


LISTINGS = (*_lists("", "alicloud_dcdn_domain"), *_lists("Ipa", "alicloud_dcdn_ipa_domain"))
