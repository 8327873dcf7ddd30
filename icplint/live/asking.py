"""Which calls a scan makes: the lists that hang on no other, and those about the items of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, TypeVar

from icplint.live.call import Call
from icplint.live.listing import Item, Listing, at
from icplint.model.regex import regex

L = TypeVar("L", bound=Listing)
_HOLE: Final = regex(r"\{(\??[\w.]+)\}")


def asked(listings: Sequence[L], account: str, regions: Sequence[str], home: str = "") -> Iterator[tuple[L, Call]]:
    """Yield the first call of every list that hangs on no other; `home` is where an account is asked about all."""
    for listing in listings:
        if not (listing.parent or listing.on_demand):
            for place in _places(listing, regions, home):
                yield listing, listing.call(account, place)


def _places(listing: Listing, regions: Sequence[str], home: str) -> Sequence[str]:
    """Where a list is asked: of the product's own regions those that are wanted, if it has any of them."""
    if not listing.regions:
        return regions if listing.regional else [home]
    return [place for place in listing.regions if place in regions] or listing.regions


def abouts(listing: Listing, found: Sequence[Item], parent: Call, day: date | None) -> Iterator[tuple[Call, Item]]:
    """Yield the first calls of a list about the items of its parent's that it asks about on a day, or on any.

    Beside each call stands the first of the items that it is about.
    """
    wanted = [item for item in found if listing.about is None or listing.about(item)]
    if day is not None and listing.due is not None:
        wanted = [item for item in wanted if listing.due(item, day)]
    for start in range(0, len(wanted), listing.batch):
        yield about(listing, wanted[start : start + listing.batch], parent), wanted[start]


def about(listing: Listing, found: Sequence[Item], parent: Call) -> Call:
    """Return the first call of a list about items of its parent's.

    `{Path}` is what the item says, `{?Name}` what the parent was asked.
    """
    asked = dict(parent.parameters)

    def said(text: str, item: Item) -> str:
        return _HOLE.sub(lambda h: asked[h[1][1:]] if h[1].startswith("?") else str(at(item, h[1])), text)

    parameters = {
        name: ",".join(dict.fromkeys(said(text, item) for item in found)) for name, text in listing.parameters.items()
    }
    return listing.call(parent.account, listing.beside(found, parent), parameters)


def first(call: Call) -> Call:
    """Return the first call of the list that a call belongs to."""
    return replace(call, page=1) if call.page != 1 else call
