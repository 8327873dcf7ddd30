"""The account's own filings, as Alibaba Cloud's filing system lists them, and whether a name is filed at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from icplint.alibaba.listing import Item, Listing, Paging, Yield
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Filing, Lookup
from icplint.resources.entry import Entry
from icplint.resources.register import licence

ONLY_ITSELF: Final = Text(
    en="the filing system of Alibaba Cloud does not say who else is an access provider",
    zh="阿里云备案系统未说明其他接入商",
)
PERSONAL: Final = ("ResponsiblePersonName", "OrganizersName", "SiteName", "AppName")
"""A website's owner may be a person, and its title may name one; a filing is told by its number."""

_WORDS: Final = {"DomainIsRegistration": True, "DomainNotRegistration": False}


def _filings(body: Item) -> Iterator[Item]:
    """Yield each domain of each website and app: its number, and the risks of the whole filing."""
    for entity in body.get("BaSuccessDataWithRiskList") or ():
        for kind, lists, number in (("website", "WebsiteList", "SiteRecordNum"), ("app", "AppList", "AppRecordNum")):
            for one in entity.get(lists) or ():
                for domain in one.get("DomainList") or ():
                    yield {"Domain": domain, "Number": one.get(number), "Kind": kind}


ENTRIES = (
    Entry(
        kind="account_filing",
        node=Filing,
        key=lambda resource, _finder: str(resource.values["domain"]),
        fields={
            "licence": licence,
            "access_providers": lambda _resource, _finder: Unknown(ONLY_ITSELF),
            "status": lambda _resource, _finder: "filed",
            "subject": "kind",
            "listed_by": lambda _resource, _finder: "alibaba",
        },
    ),
    Entry(kind="filing_lookup", node=Lookup, key="domain", shared=True, fields={"filed": "filed"}),
)

FILINGS: Final = Listing(
    product="companyreg",
    version="2026-04-23",
    action="QuerySuccessIcpData",
    permission="beian:QuerySuccessIcpData",
    regional=False,
    paging=Paging.NONE,
    parameters={"Caller": "skill"},
    items=_filings,
    personal=PERSONAL,
    yields=(
        Yield(
            kind="account_filing",
            identity="Domain",
            values={"domain": "Domain", "licence": "Number", "kind": "Kind"},
        ),
    ),
)
LOOKUP: Final = Listing(
    product="cdn",
    version="2018-05-10",
    action="CheckCdnDomainICP",
    permission="cdn:CheckCdnDomainICP",
    regional=False,
    on_demand=True,
    paging=Paging.NONE,
    items="",
    yields=(
        Yield(
            kind="filing_lookup",
            identity="?DomainName",
            values={"domain": "?DomainName", "filed": lambda item: _WORDS.get(str(item.get("Status")))},
            only="filed",
        ),
    ),
)
LISTINGS = (FILINGS, LOOKUP)
