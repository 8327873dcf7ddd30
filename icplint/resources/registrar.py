"""Domains as Alibaba Cloud lists them as their registrar: when they end, and whether their holder is verified.

Source: Domain, QueryDomainList (2018-01-29), https://help.aliyun.com/zh/dws/developer-reference/api-domain-2018-01-29-querydomainlist.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield
from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.vocabulary import Registration
from icplint.resources.rows import Finder, NodeRow

CHINA: Final = timezone(timedelta(hours=8))
VERIFIED: Final = {"SUCCEED": True, "FAILED": False, "NONAUDIT": False, "AUDITING": False}
"""The words of DomainAuditStatus."""


def _expires(resource: Resource, _finder: Finder) -> date | None:
    said = resource.values.get("expires")
    return date.fromisoformat(said) if isinstance(said, str) else None


def _verified(resource: Resource, _finder: Finder) -> bool | None:
    return VERIFIED.get(str(resource.values.get("verified")))


ROWS = (
    NodeRow(
        kind="domain_registration",
        node=Registration,
        key=lambda resource, _finder: host_name(str(resource.values["domain"])),
        shared=True,
        fields={"expires": _expires, "verified": _verified},
    ),
)


def _day(item: Item) -> str | None:
    """Return the day on which a domain ends, in China."""
    said = str(item.get("ExpirationDateLong") or "")
    try:
        return datetime.fromtimestamp(int(said) / 1000, UTC).astimezone(CHINA).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


LISTINGS = (
    AlibabaListing(
        product="domain",
        version="2018-01-29",
        action="QueryDomainList",
        permission="domain:QueryDomainList",
        regional=False,
        paging=Paging.NUMS,
        items="Data.Domain",
        identity="DomainName",
        personal=("Ccompany", "Remark", "DomainGroupName"),
        yields=(
            Yield(
                kind="domain_registration",
                identity=lambda item: f"registration:{item['DomainName']}",
                values={"domain": "DomainName", "expires": _day, "verified": "DomainAuditStatus"},
            ),
        ),
    ),
)
