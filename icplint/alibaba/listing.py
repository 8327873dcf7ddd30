"""Which calls list what an Alibaba Cloud account holds, as data: version, paging, and what its replies must have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final

from icplint.live import listing
from icplint.live.listing import Item, Value, Yield, at
from icplint.model.dataclass import dataclass
from icplint.model.regex import regex

if TYPE_CHECKING:
    from icplint.live.call import Call

__all__ = ["READING", "REGIONS", "AlibabaListing", "Item", "Paging", "Value", "Yield", "at"]

READING: Final = regex(r"(List|Get|Describe|Query|Check)[A-Z]")
"""What every action begins with: nothing else can be expressed, so nothing is ever changed."""


class Paging(StrEnum):
    """How a list goes on."""

    NONE = "none"
    NUMBERS = "PageNumber, PageSize, TotalCount"
    NUMS = "PageNum, PageSize, TotalItemNum"
    TOKENS = "NextToken, MaxResults"
    LIMIT = "nextToken, limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlibabaListing(listing.Listing):
    """One list of an account, in each region or in all at once.

    A function among the `items` takes them from what lies at `place` (`Servers[]`, or `DomainDetail` of a single one).
    `identity` is the id that no two have. A RegionId among the `parameters` is where it asks. `permission` is what RAM
    must grant. Source of each: the product's API page.
    """

    cloud: ClassVar[str] = "alibaba"
    reading: ClassVar[re.Pattern[str]] = READING

    version: str
    permission: str
    identity: str = ""

    place: str = ""
    needs: tuple[str, ...] = ()
    """What each item that lies there must have, besides the ids of what it yields."""
    some: bool = False
    """Whether no account has none of it."""
    paging: Paging = Paging.NUMBERS
    size: int = 100
    path: str = ""
    """Of a product with a path for each action (ROA); it is asked with GET."""
    personal: tuple[str, ...] = ()
    """Fields with names of people, dropped from every reply before anything sees it."""

    @property
    def lies_at(self) -> str:
        """Where the items lie, `[]` after a list; nothing, if the reply is the item."""
        return f"{self.items}[]" if isinstance(self.items, str) and self.items else self.place

    @property
    def required(self) -> tuple[str, ...]:
        """What each item must have: without it, it could not be told from another, or says nothing."""
        if not isinstance(self.items, str):
            return self.needs
        ids = (self.identity, *(one.identity for one in self.yields if isinstance(one.identity, str)))
        return (*self.needs, *(path for path in ids if path and not path.startswith("?")))

    def call(self, account: str, region: str = "", parameters: Mapping[str, str] | None = None) -> Call:
        """Return the first call of the list in an account, and in a region if it has any."""
        from icplint.live.call import Call  # a scan needs it, and the table of products has these rows too

        given = self.parameters if parameters is None else parameters
        region = region or given.get("RegionId", "")
        everywhere = {"RegionId": region} if region else {}
        return Call(
            account=account,
            product=self.product,
            version=self.version,
            action=self.action,
            region=region,
            path=self.path,
            parameters=tuple(sorted({**everywhere, **given}.items())),
        )


REGIONS: Final = AlibabaListing(
    product="ecs",
    version="2014-05-26",
    action="DescribeRegions",
    permission="ecs:DescribeRegions",
    items="Regions.Region",
    identity="RegionId",
    regional=False,
    paging=Paging.NONE,
    some=True,
    parameters={"AcceptLanguage": "en-US"},
)
