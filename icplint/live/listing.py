"""Which calls list what an account holds, as data: product, action, where the items lie, and what they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from icplint.model.dataclass import dataclass
from icplint.model.names import host_name
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.live.call import Call

Item = Mapping[str, Any]
Value = str | Callable[[Item], Any]
"""A dotted path into an item, or a function of it; `?Name` in an item is a parameter of the call that listed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """What an item of a list is: a Resource of `kind`, its values under the names that Terraform gives them.

    So one table of products serves both. `identity` is the item's id, which no item of another kind may have; the id
    that Terraform has may differ (`id`). It is a `local` one where only its region knows it. In a path, `?Name` takes a
    parameter of the call. Where `unless` holds, or a value named in `only` is absent, the item is none.
    """

    kind: str
    identity: Value
    values: Mapping[str, Value]
    only: str = ""
    local: bool = False
    unless: Callable[[Item], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list of an account, in each region or in all at once; each cloud has its own kind, which says how it is read.

    `items` is where the items lie in a reply; nothing: the reply is the item; a function takes them from it.
    `parent` is the listing whose items this one asks about: `parameters` hold `{Path}` for what the parent's item says,
    `{?Name}` for what the parent was asked. `permission` is what must be granted. Source of each: the product's API.
    """

    cloud: ClassVar[str]
    """The cloud whose accounts it is asked of, by its name."""
    reading: ClassVar[re.Pattern[str]]
    """What every action begins with: nothing else can be expressed, so nothing is ever changed."""

    product: str
    action: str
    permission: str = ""
    items: str | Callable[[Item], Iterable[Item]]
    yields: tuple[Yield, ...] = ()
    regional: bool = True
    regions: tuple[str, ...] = ()
    """Where the product is asked, whatever regions the account has; else in all of them."""
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

    def __post_init__(self) -> None:
        if not self.reading.match(self.action):
            raise ValueError(self.action)

    @property
    def name(self) -> str:
        """What the list is called in reports: `ecs:DescribeInstances`."""
        return f"{self.product}:{self.action}"

    @property
    def grant(self) -> str:
        """What must be granted for it."""
        return self.permission

    @property
    def request(self) -> str:
        """What a request for it is called where a fact says its origin."""
        return self.action

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of resource that it yields."""
        return frozenset(one.kind for one in self.yields)

    def call(self, account: str, region: str = "", parameters: Mapping[str, str] | None = None) -> Call:
        """Return the first call of the list in an account, and in a region if it has any."""
        from icplint.live.call import Call  # a scan needs it, and the table of products has these rows too

        given = self.parameters if parameters is None else parameters
        return Call(
            account=account,
            product=self.product,
            action=self.action,
            region=region,
            parameters=tuple(sorted(given.items())),
        )

    def of(self, body: Item) -> list[Item]:
        """Return the items of a page."""
        if not isinstance(self.items, str):
            return list(self.items(body))
        return list(at(body, self.items) or ()) if self.items else [body]

    def what(self, call: Call) -> str:
        """Return what reports call one of its calls."""
        return call.what

    def where(self, call: Call) -> str:
        """Return the region that reports say a call of it was made in; nothing, where it lists all at once."""
        return call.region

    def beside(self, _items: Sequence[Item], parent: Call) -> str:
        """Return the region to ask in about items that a call of its parent listed."""
        return parent.region if self.regional else ""

    def wanted(self, call: Call, regions: Sequence[str]) -> bool:
        """Return whether it is asked where it would be, as it hangs on another: in a region of the user's, if any."""
        return self.regional or not regions or call.region in {"", *regions}

    def word(self, call: Call, _item: Item | None = None) -> str:
        """Return the word of `Reading.complete` that a call of it adds, with a host name as names are compared.

        `_item` is what the call is about, where that is known. Nothing: there is no such word, or it is not known.
        """
        return named(self.whole, dict(call.parameters))


def at(item: Any, path: str) -> Any:
    """Return what a dotted path leads to in an item, or None."""
    for step in path.split("."):
        item = item.get(step) if isinstance(item, Mapping) else None
    return item


def named(whole: str, said: Mapping[str, Any]) -> str:
    """Return a word of `Reading.complete`, its names filled in; raises KeyError for one that nothing is said of."""
    prefix, _, name = whole.format_map(said).partition(":")
    return f"{prefix}:{host_name(name)}" if name else prefix


def everything(listings: Iterable[Listing]) -> frozenset[str]:
    """Return all kinds that there are lists of."""
    return frozenset(kind for listing in listings for kind in listing.kinds)


def family(listing: Listing, listings: Sequence[Listing]) -> Iterator[Listing]:
    """Yield the lists that hang on the items of a list, those that hang on theirs, and so on."""
    for further in listings:
        if further.parent == listing.name:
            yield further
            yield from family(further, listings)


def hides(call: Call, listing: Listing, listings: Sequence[Listing], item: Item | None = None) -> frozenset[str]:
    """Return the kinds of a list and of those that hang on it; of the list of a zone, the zone."""
    below = everything(family(listing, listings))
    own = listing.word(call, item) if listing.whole else ""
    return below | ({own} if own else listing.kinds)
