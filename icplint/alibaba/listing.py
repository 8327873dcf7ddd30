"""Which calls list what an account holds, as data: product, version, action, paging, and where the items lie."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from icplint.model.names import host_name
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.alibaba.call import Call

READING: Final = re.compile(r"(List|Get|Describe|Query|Check)[A-Z]")
"""What every action begins with: nothing else can be expressed, so nothing is ever changed."""

Item = Mapping[str, Any]
Value = str | Callable[[Item], Any]
"""A dotted path into an item, or a function of it."""


class Paging(StrEnum):
    """How a list goes on."""

    NONE = "none"
    NUMBERS = "PageNumber, PageSize, TotalCount"
    NUMS = "PageNum, PageSize, TotalItemNum"
    TOKENS = "NextToken, MaxResults"
    LIMIT = "nextToken, limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """What an item of a list is: a Resource of `kind`, its values under the names that Terraform gives them.

    So one table of products serves both. `identity` is the item's id, which no item of another kind may have; the id
    that Terraform has may differ (`id`). In a path, `?Name` takes a parameter of the call. Where a value named in
    `only` is absent, the item is none.
    """

    kind: str
    identity: Value
    values: Mapping[str, Value]
    only: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list of an account, in each region or in all at once.

    `items` is where the items lie in a reply; nothing: the reply is the item; a function takes them from what lies at
    `place` (`Servers[]`, or `DomainDetail` of a single one). `identity` is the id that no two have.
    `parent` is the listing whose items this one asks about: `parameters` hold `{Path}` for what the parent's item says,
    `{?Name}` for what the parent was asked; a RegionId among them is where it asks.
    `permission` is what RAM must grant. Source of each: the product's API page.
    """

    product: str
    version: str
    action: str
    permission: str
    items: str | Callable[[Item], Iterable[Item]]
    identity: str = ""
    place: str = ""
    needs: tuple[str, ...] = ()
    """What each item that lies there must have, besides the ids of what it yields."""
    some: bool = False
    """Whether no account has none of it."""
    yields: tuple[Yield, ...] = ()
    paging: Paging = Paging.NUMBERS
    size: int = 100
    regional: bool = True
    regions: tuple[str, ...] = ()
    """Where the product is asked, whatever regions the account has; else in all of them."""
    path: str = ""
    """Of a product with a path for each action (ROA); it is asked with GET."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    parent: str = ""
    about: Callable[[Item], bool] | None = None
    """Which of the parent's items it asks about, if not all."""
    due: Callable[[Item, date], bool] | None = None
    """Of which of them the answer matters on the day of the scan; the others say themselves that it was not asked."""
    batch: int = 1
    """How many of the parent's items it asks about at once, their ids joined by commas."""
    skipped: Text | None = None
    """What to tell of an item that it does not ask about, where that is worth telling."""
    on_demand: bool = False
    """Whether it is asked about single names only, when a graph leaves a question open."""
    whole: str = ""
    """The word of `Reading.complete` that a list with these parameters adds, with `{Name}` for a parameter."""
    personal: tuple[str, ...] = ()
    """Fields with names of people, dropped from every reply before anything sees it."""

    def __post_init__(self) -> None:
        if not READING.match(self.action):
            raise ValueError(self.action)

    @property
    def name(self) -> str:
        """What the list is called in reports: `ecs:DescribeInstances`."""
        return f"{self.product}:{self.action}"

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
        from icplint.alibaba.call import Call  # a scan needs it, and the table of products has these rows too

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


def at(item: Any, path: str) -> Any:
    """Return what a dotted path leads to in an item, or None."""
    for step in path.split("."):
        item = item.get(step) if isinstance(item, Mapping) else None
    return item


def word(listing: Listing, parameters: Iterable[tuple[str, str]]) -> str:
    """Return the word of `Reading.complete` that a list adds, with a host name as names are compared."""
    prefix, _, name = listing.whole.format(**dict(parameters)).partition(":")
    return f"{prefix}:{host_name(name)}" if name else prefix


REGIONS: Final = Listing(
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
