"""The calls that rows of the table make, of things with made-up names: what is compared with the vendor's packages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from icplint.alibaba.listing import REGIONS, AlibabaListing, Paging
from icplint.alibaba.lists import paging
from icplint.live.call import Call
from icplint.registry import registry

ROWS: Final = tuple(one for one in (REGIONS, *registry().listings) if one.product != "oss")
"""All but those of OSS, whose calls the vendor's own package makes."""
NEXT: Final = "page-2"
_ANYWHERE: Final = "cn-beijing"
_NUMBERS: Final = {"ListenerPort": "443", "SiteId": "1234567890"}


def region(row: AlibabaListing) -> str:
    """Return a region that a row is asked in; nothing, if it is asked in none."""
    if row.regions or not row.parent:
        return row.regions[0] if row.regions else _ANYWHERE if row.regional else ""
    parent = next(one for one in ROWS if one.name == row.parent)
    return region(parent) if row.regional else ""


def sample(row: AlibabaListing) -> Call:
    """Return the first call of a row, about things whose ids are made up."""

    def value(name: str) -> str:
        return _ANYWHERE if name == "RegionId" else _NUMBERS.get(name, f"{name.lower()}-1")

    texts = {"DomainName": "{DomainName}"} if row.on_demand else row.parameters
    given = {name: re.sub(r"\{\??[\w.]+\}", value(name), text) if "{" in text else text for name, text in texts.items()}
    return row.call("", region(row), given)


def pages(row: AlibabaListing) -> list[tuple[Call, Mapping[str, str]]]:
    """Return the calls of the pages of a row, each with what is added for its page."""
    call = sample(row)
    numbers = (1,) if row.paging is Paging.NONE else (1, 2)
    return [(replace(call, page=page), paging(row, page, NEXT if page > 1 else "")) for page in numbers]
