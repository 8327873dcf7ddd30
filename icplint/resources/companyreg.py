"""The account's own filings, as Alibaba Cloud's filing system lists them, and whether a name is filed at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield
from icplint.model.names import host_name, registrable_domain
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Filing, Lookup
from icplint.resources.register import licence, risks
from icplint.resources.rows import NodeRow

ONLY_ITSELF: Final = Text(
    en="the filing system of Alibaba Cloud does not say who else is an access provider",
    zh="阿里云备案系统未说明其他接入商",
)
PERSONAL: Final = ("ResponsiblePersonName", "OrganizersName", "SiteName", "AppName")
"""A website's owner may be a person, and its title may name one; a filing is told by its number."""


class Objection(NamedTuple):
    """What the filing system objects to, in its words, and its deadline as text."""

    what: str
    deadline: str


_LISTS: Final = (("website", "WebsiteList", "SiteRecordNum"), ("app", "AppList", "AppRecordNum"))
_WORDS: Final = {"DomainIsRegistration": True, "DomainNotRegistration": False}


def _filings(body: Item) -> Iterator[Item]:
    """Yield each domain once, with its number and the risks that concern it; a website's filing before an app's."""
    found: dict[str, dict[str, Any]] = {}
    for entity in body.get("BaSuccessDataWithRiskList") or ():
        listed = [
            {"Domain": registrable_domain(domain) or host_name(domain), "Number": one.get(number), "Kind": kind}
            for kind, lists, number in _LISTS
            for one in entity.get(lists) or ()
            for domain in map(str, one.get("DomainList") or ())
        ]
        objections = list(_objections(entity))
        for one in listed:
            known = found.setdefault(one["Domain"], {**one, "Risks": ()})
            if known["Kind"] == "app":
                known |= one
            known["Risks"] = tuple(dict.fromkeys((*known["Risks"], *_of(one, listed, objections))))
    for one in found.values():
        yield {**one, "Risks": tuple({"what": what, "deadline": day} for what, day in one["Risks"])}


def _objections(entity: Item) -> Iterator[Objection]:
    for risk in entity.get("RiskList") or ():
        details: list[Item] = risk.get("RiskDetailList") or [{}]
        for detail in details:
            advice = detail.get("RectifySuggestList") or detail.get("rectifySuggest") or ()
            said = [detail.get("RiskSource") or "", *([advice] if isinstance(advice, str) else advice)]
            what = "：".join(text for text in (_plain(str(each)) for each in said) if text)
            yield Objection(what, str(risk.get("DeadLine") or ""))


def _of(one: Item, listed: list[dict[str, Any]], objections: list[Objection]) -> Iterator[Objection]:
    """Yield the objections to a filing: those that name its domain or number, and those that name none."""
    for objection in objections:
        named = [each for each in listed if _names(objection.what, str(each["Domain"]))]
        named = named or [each for each in listed if _names(objection.what, str(each["Number"]))]
        if not named or one in named:
            yield objection


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\.\w)", text, re.ASCII | re.IGNORECASE) is not None


def _plain(text: str) -> str:
    """Return text without the HTML that the filing system puts into it."""
    from html import unescape  # its table of names is large, and only a scan meets them

    return " ".join(unescape(re.sub(r"<[^<>]*>", "", text)).split())


ROWS = (
    NodeRow(
        kind="account_filing",
        node=Filing,
        key=lambda resource, _finder: str(resource.values["domain"]),
        fields={
            "licence": licence,
            "access_providers": lambda _resource, _finder: Unknown(ONLY_ITSELF),
            "status": lambda _resource, _finder: "filed",
            "subject": "kind",
            "risks": risks,
            "listed_by": lambda _resource, _finder: "alibaba",
        },
    ),
    NodeRow(kind="filing_lookup", node=Lookup, key="domain", shared=True, fields={"filed": "filed"}),
)

FILINGS: Final = AlibabaListing(
    product="companyreg",
    version="2026-04-23",
    action="QuerySuccessIcpData",
    permission="beian:QuerySuccessIcpData",
    regional=False,
    paging=Paging.NONE,
    parameters={"Caller": "skill"},
    items=_filings,
    place="BaSuccessDataWithRiskList[]",
    personal=PERSONAL,
    yields=(
        Yield(
            kind="account_filing",
            identity="Domain",
            values={"domain": "Domain", "licence": "Number", "kind": "Kind", "risks": "Risks"},
        ),
    ),
)
LOOKUP: Final = AlibabaListing(
    product="cdn",
    version="2018-05-10",
    action="CheckCdnDomainICP",
    permission="cdn:CheckCdnDomainICP",
    regional=False,
    on_demand=True,
    paging=Paging.NONE,
    items="",
    needs=("Status",),
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
