"""Replies -> what an account holds: Resources of rank LIVE, gaps, and what was listed in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Generic

from icplint.live import left_out
from icplint.live.asking import about, abouts, asked, first
from icplint.live.call import CUT, INCOMPLETE, Call, Failure, Reply
from icplint.live.gaps import gap
from icplint.live.listing import Item, Listing, Value, at, hides
from icplint.live.vendor import L, Vendor
from icplint.model.origin import Origin
from icplint.model.reading import Reading, Unread
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.text import did_you_mean
from icplint.policy import Regions


def read(
    replies: Sequence[Reply],
    listings: Sequence[L],
    vendor: Vendor[L],
    regions: Regions,
    day: date | None = None,
    chosen: Sequence[str] | None = None,
) -> Reading:
    """Return what the replies of a day say; a list that failed, or of which a page is missing, is a gap.

    A gap takes the kinds of its list, and of those that hang on it, out of what was listed in full. `chosen` are the
    regions that the user asked for, none for all; None: nobody knows which.
    """
    return _Inventory(replies, listings, vendor, regions, day, chosen).read()


class _Inventory(Generic[L]):
    def __init__(
        self,
        replies: Sequence[Reply],
        listings: Sequence[L],
        vendor: Vendor[L],
        regions: Regions,
        day: date | None,
        chosen: Sequence[str] | None,
    ) -> None:
        self._vendor = vendor
        self._regions = regions
        self._day = day
        self._chosen = chosen
        self._left_out: dict[tuple[str, str], frozenset[str]] = {}
        self._listings = listings
        self._by_name = {listing.name: listing for listing in (*vendor.first, *listings)}
        self._lists: dict[Call, list[Reply]] = {}
        for reply in sorted(replies, key=lambda r: order(r.call)):
            listing = self._by_name.get(reply.call.name)
            page = vendor.checked(listing, reply) if listing else reply
            self._lists.setdefault(first(reply.call), []).append(page)
        self._asked_in = {"", *(call.region for call in self._lists)}
        self._about = dict(self._single())
        self._whole: set[str] = set()
        self._reading = Reading()

    def _single(self) -> Iterator[tuple[Call, Item]]:
        """Yield the calls that are about one item of another list, and it."""
        for call, pages in self._lists.items():
            for further in self._listings:
                if further.whole and further.parent == call.name:
                    listing = self._by_name[call.name]
                    yield from (pair for page in pages for pair in abouts(further, _items(listing, page), call, None))

    def read(self) -> Reading:
        for call, pages in self._lists.items():
            if (listing := self._by_name.get(call.name)) is not None:
                self._list(listing, call, pages)
        self._odd_regions()
        lacking = {each for part in self._reading.unread for each in part.lacks}
        self._reading.complete = self._whole - lacking if self._vendor.settles else set()
        return self._reading

    def _list(self, listing: L, call: Call, pages: list[Reply]) -> None:
        failure = next((page.failure for page in pages if page.failure), None)
        if listing.on_demand and failure is not None and failure.code in self._vendor.undecided:
            return
        if failure is None and (left := self._vendor.cut_short(listing, pages)):
            failure = Failure(code=INCOMPLETE, message=left)
        if failure is not None and not self._vendor.absent(failure):
            self._gap(call, failure, listing)
        for page in pages:
            self._reading.resources += _resources(page, listing, self._vendor.block)
            self._children(listing, page)
        self._whole |= listing.kinds | ({listing.word(call, self._about.get(call))} if listing.whole else set())

    def _gap(self, call: Call, failure: Failure, listing: L) -> None:
        part = gap(call, failure, listing, self._listings, self._vendor, self._about.get(call))
        self._reading.unread.append(part)

    def _odd_regions(self) -> None:
        """Say of regions that were asked what the account and the dated facts do not know of them."""
        listed = {
            (call.account, call.region): [
                str(item.get(self._vendor.region_id)) for page in pages for item in _items(self._vendor.regions, page)
            ]
            for call, pages in self._lists.items()
            if call.name == self._vendor.regions.name
        }
        self._others(listed)
        found = {account: names for (account, _), names in listed.items()}
        asked_in = [(c.account, c.region) for c in self._lists if c.region and self._by_region(c)]
        asked_in += [(a, name) for a in found for name in self._chosen or () if name not in self._asked_in]
        for account, name in dict.fromkeys(asked_in):
            self._region(account, name, found.get(account, ()))

    def _region(self, account: str, name: str, listed: Sequence[str]) -> None:
        what, words = f"{account}/{name}" if account else name, self._vendor
        known = self._regions.find(words.cloud, name)
        if words.no_region is not None and listed and name not in listed:
            why = words.no_region.using(hint=did_you_mean(name, listed))
            self._reading.unread.append(Unread(what, why, fails=True, root=account, region=name))
        elif words.unknown_region is not None and (
            (known := self._regions.find(words.cloud, name)) is None or not known.known
        ):
            self._reading.unread.append(Unread(what, words.unknown_region, root=account, region=name))

    def _others(self, listed: Mapping[tuple[str, str], Sequence[str]]) -> None:
        """Say which regions of the accounts were left out, of which lists may hold something there."""
        places = self._vendor.places
        for (account, home), found in listed.items() if self._chosen else ():
            known = found or [one.id for one in self._regions.public(self._vendor.cloud)]
            mine = places(self._chosen or (), found, (), home)
            calls = {call for _, call in asked(self._listings, account, mine, home)}
            for listing, call in asked(self._listings, account, places((), known, (), home), home):
                if call not in calls:
                    self._leave_out(listing, call)
        for (account, name), lacking in self._left_out.items():
            self._reading.unread.append(left_out.region(account, name, lacking))

    def _leave_out(self, listing: L, call: Call) -> None:
        place = (call.account, call.region)
        lacking = self._left_out.get(place, frozenset())
        self._left_out[place] = lacking | hides(call, listing, self._listings)

    def _by_region(self, call: Call) -> bool:
        """Whether a list is asked in the regions of the account, not in those that its product has."""
        listing = self._by_name.get(call.name)
        return listing is not None and listing.regional and not (listing.regions or listing.parent)

    def _skipped(self, listing: L, call: Call, page: Reply) -> None:
        if listing.skipped is not None:
            origin = Origin(request=f"{page.call.action} {page.request_id}".strip())
            self._reading.unread.append(Unread(listing.word(call), listing.skipped, origin, root=call.account))

    def _children(self, listing: L, page: Reply) -> None:
        """What hangs on an item, and was not asked, is a gap too."""
        for further in self._listings:
            if further.parent == listing.name and not further.on_demand:
                found = _items(listing, page)
                for item in found:
                    if further.about is not None and not further.about(item):
                        self._skipped(further, about(further, [item], page.call), page)
                for call, _ in abouts(further, found, page.call, self._day):
                    if not further.wanted(call, self._chosen or ()):
                        self._leave_out(further, call)
                    elif call not in self._lists and (self._chosen is not None or call.region in self._asked_in):
                        self._gap(call, Failure(code=CUT, message=call.action), further)


def order(call: Call) -> tuple[Any, ...]:
    """Return what calls are told in the order of."""
    return (call.account, call.product, call.action, call.region, call.parameters, call.page)


def _items(listing: Listing, reply: Reply) -> list[Item]:
    return [item for body in reply.pages for item in listing.of(body)]


def _resources(reply: Reply, listing: Listing, block: str) -> Iterator[Resource]:
    parameters = {f"?{name}": said for name, said in reply.call.parameters}
    for body in reply.pages:
        origin = Origin(request=f"{listing.request} {body.get('RequestId', '')}".strip())
        for item in listing.of(body):
            place = str(item.get("RegionId") or reply.call.region)
            provider = Provider(
                name=block, configured=bool(place), values={"region": place} if place else {}, origin=origin
            )
            yield from _resource({**item, **parameters}, listing, reply.call, provider)


def _resource(item: Item, listing: Listing, call: Call, provider: Provider) -> Iterator[Resource]:
    assert provider.origin is not None
    for one in listing.yields:
        identity = _value(item, one.identity)
        values = {name: _value(item, value) for name, value in one.values.items()}
        known = {name: value for name, value in values.items() if value not in (None, "", [])}
        if identity in (None, "") or (one.only and one.only not in known) or (one.unless and one.unless(item)):
            continue
        address = f"{call.region}:{identity}" if one.local else str(identity)
        yield Resource(
            kind=one.kind,
            address=address,
            values={"id": str(identity), **known},
            origin=provider.origin.at(address),
            root=call.account,
            rank=Rank.LIVE,
            provider=provider,
        )


def _value(item: Item, value: Value) -> Any:
    return at(item, value) if isinstance(value, str) else value(item)
