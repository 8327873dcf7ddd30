"""Replies -> what an account holds: Resources of rank LIVE, gaps, and what was listed in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from icplint.alibaba import left_out
from icplint.alibaba.call import Call, Failure, Reply
from icplint.alibaba.endpoints import MISSING
from icplint.alibaba.gaps import gap, hides, kinds
from icplint.alibaba.left_out import wanted
from icplint.alibaba.listing import REGIONS, Item, Listing, Value, at, word
from icplint.alibaba.lists import CUT, INCOMPLETE, about, abouts, cut_short, first, items
from icplint.alibaba.shapes import checked
from icplint.model.origin import Origin
from icplint.model.reading import Reading, Unread
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.text import Text, did_you_mean
from icplint.policy import Regions

NOT_LISTED: Final = Text(
    en="the account has no such region (ecs:DescribeRegions lists those that it has){hint}",
    zh="该账号没有此地域（可用地域以 ecs:DescribeRegions 返回的为准）{hint}",
)
NOT_IN_FACTS: Final = Text(
    en="the dated facts do not list this region: where it lies is told by its name alone, or not at all",
    zh="icplint 自带的地域列表中没有此地域，只能按名称推断其位置，或无法判断",
)
UNDECIDED: Final = frozenset({"-124", "CheckDomainICPFail"})
"""Codes by which a lookup says that it cannot tell: no gap, and nothing settled. Source: CDN CheckCdnDomainICP."""

NOT_OFFERED: Final = frozenset(
    {
        "CdnServiceNotFound",
        "DcdnServiceNotFound",
        "InvalidOperatingRegion",
        MISSING,
        "InvalidRegionId",
        "InvalidRegionId.NotFound",
        "NoSuchTransferAccelerationConfiguration",
        "NotOpenedWaf",
        "RegionId.ApiNotSupported",
        "RegionNotSupported",
        "UnsupportedRegion",
        "UserNotOpened",
        "WafServiceNotFound",
    }
)
"""Codes by which a product says that it is not in a region, or was never opened: it holds nothing.

Sources: CdnServiceNotFound, 403 "does not open CDN service yet" (help document_detail/452794); DcdnServiceNotFound and
NotOpenedWaf, as users report them; NoSuchTransferAccelerationConfiguration, the OSS error page; the rest is the common
error codes of regions, and UserNotOpened. A code that is missing here is a gap, never a pass.
"""


def read(
    replies: Sequence[Reply],
    listings: Sequence[Listing],
    regions: Regions,
    day: date | None = None,
    chosen: Sequence[str] | None = None,
) -> Reading:
    """Return what the replies of a day say; a list that failed, or of which a page is missing, is a gap.

    A gap takes the kinds of its list, and of those that hang on it, out of what was listed in full. `chosen` are the
    regions that the user asked for, none for all; None: nobody knows which.
    """
    return _Inventory(replies, listings, regions, day, chosen).read()


def absent(failure: Failure | None) -> bool:
    """Return whether a failure says that the product is not offered there, or that the account never opened it."""
    return failure is not None and failure.code in NOT_OFFERED


class _Inventory:
    def __init__(
        self,
        replies: Sequence[Reply],
        listings: Sequence[Listing],
        regions: Regions,
        day: date | None,
        chosen: Sequence[str] | None,
    ) -> None:
        self._regions = regions
        self._day = day
        self._chosen = chosen
        self._left_out: dict[tuple[str, str], frozenset[str]] = {}
        self._listings = listings
        self._by_name = {listing.name: listing for listing in (REGIONS, *listings)}
        self._lists: dict[Call, list[Reply]] = {}
        for reply in sorted(replies, key=lambda r: _order(r.call)):
            listing = self._by_name.get(_name(reply.call))
            page = checked(listing, reply) if listing else reply
            self._lists.setdefault(first(reply.call), []).append(page)
        self._asked_in = {"", *(call.region for call in self._lists)}
        self._whole: set[str] = set()
        self._reading = Reading()

    def read(self) -> Reading:
        for call, pages in self._lists.items():
            if (listing := self._by_name.get(_name(call))) is not None:
                self._list(listing, call, pages)
        self._odd_regions()
        self._reading.complete = self._whole - {each for part in self._reading.unread for each in part.lacks}
        return self._reading

    def _list(self, listing: Listing, call: Call, pages: list[Reply]) -> None:
        failure = next((page.failure for page in pages if page.failure), None)
        if listing.on_demand and failure is not None and failure.code in UNDECIDED:
            return
        if failure is None and (left := cut_short(listing, pages)):
            failure = Failure(code=INCOMPLETE, message=left)
        if failure is not None and not absent(failure):
            self._reading.unread.append(gap(call, failure, listing, self._listings))
        for page in pages:
            if page.failure is None or page.body:
                self._reading.resources += _resources(page, listing)
                self._children(listing, page)
        self._whole |= kinds(listing) | ({word(listing, call.parameters)} if listing.whole else set())

    def _odd_regions(self) -> None:
        """Say of regions that were asked what the account and the dated facts do not know of them."""
        listed = {
            account: [str(item.get("RegionId")) for page in pages for item in items(REGIONS, page.body)]
            for account, pages in (
                (call.account, pages) for call, pages in self._lists.items() if _name(call) == REGIONS.name
            )
        }
        self._others(listed)
        asked_in = [(c.account, c.region) for c in self._lists if c.region and self._by_region(c)]
        asked_in += [(a, name) for a in listed for name in self._chosen or () if name not in self._asked_in]
        for account, name in dict.fromkeys(asked_in):
            what = f"{account}/{name}" if account else name
            if listed.get(account) and name not in listed[account]:
                self._reading.unread.append(
                    Unread(what, _no_region(name, listed[account]), fails=True, root=account, region=name)
                )
            elif (known := self._regions.find("alibaba", name)) is None or not known.known:
                self._reading.unread.append(Unread(what, NOT_IN_FACTS, root=account, region=name))

    def _others(self, listed: Mapping[str, Sequence[str]]) -> None:
        """Say which regions of the accounts were left out, of which lists may hold something there."""
        for account, found in listed.items() if self._chosen else ():
            there = found or [one.id for one in self._regions.public("alibaba")]
            mine = {call for _, call in asked(self._listings, account, self._chosen or ())}
            for listing, call in asked(self._listings, account, there):
                if call not in mine:
                    self._leave_out(listing, call)
        for (account, name), lacking in self._left_out.items():
            self._reading.unread.append(left_out.region(account, name, lacking))

    def _leave_out(self, listing: Listing, call: Call) -> None:
        place = (call.account, call.region)
        lacking = self._left_out.get(place, frozenset())
        self._left_out[place] = lacking | hides(call, listing, self._listings)

    def _by_region(self, call: Call) -> bool:
        """Whether a list is asked in the regions of the account, not in those that its product has."""
        listing = self._by_name.get(_name(call))
        return listing is not None and listing.regional and not (listing.regions or listing.parent)

    def _skipped(self, listing: Listing, call: Call, page: Reply) -> None:
        if listing.skipped is not None:
            origin = Origin(request=f"{page.call.action} {page.request_id}".strip())
            what = word(listing, call.parameters)
            self._reading.unread.append(Unread(what, listing.skipped, origin, root=call.account))

    def _children(self, listing: Listing, page: Reply) -> None:
        """What hangs on an item, and was not asked, is a gap too."""
        for further in self._listings:
            if further.parent == listing.name and not further.on_demand:
                found = items(listing, page.body)
                for item in found:
                    if further.about is not None and not further.about(item):
                        self._skipped(further, about(further, [item], page.call), page)
                for call in abouts(further, found, page.call, self._day):
                    if not wanted(further, call, self._chosen or ()):
                        self._leave_out(further, call)
                    elif call not in self._lists and (self._chosen is not None or call.region in self._asked_in):
                        missing = Failure(code=CUT, message=call.action)
                        self._reading.unread.append(gap(call, missing, further, self._listings))


def _no_region(name: str, listed: Sequence[str]) -> Text:
    return NOT_LISTED.using(hint=did_you_mean(name, listed))


def _order(call: Call) -> tuple[Any, ...]:
    return (call.account, call.product, call.action, call.region, call.parameters, call.page)


def _name(call: Call) -> str:
    return f"{call.product}:{call.action}"


def asked(listings: Sequence[Listing], account: str, regions: Sequence[str]) -> Iterator[tuple[Listing, Call]]:
    """Yield the first call of every list that hangs on no other."""
    for listing in listings:
        if not (listing.parent or listing.on_demand):
            for place in _places(listing, regions):
                yield listing, listing.call(account, place)


def _places(listing: Listing, regions: Sequence[str]) -> Sequence[str]:
    """Where a list is asked: of the product's own regions those that are wanted, if it has any of them."""
    if not listing.regions:
        return regions if listing.regional else [""]
    return [place for place in listing.regions if place in regions] or listing.regions


def _resources(reply: Reply, listing: Listing) -> Iterator[Resource]:
    origin = Origin(request=f"{reply.call.action} {reply.request_id}".strip())
    for item in items(listing, reply.body):
        place = str(item.get("RegionId") or reply.call.region)
        provider = Provider(
            name="alicloud", configured=bool(place), values={"region": place} if place else {}, origin=origin
        )
        for one in listing.yields:
            identity = _value(item, one.identity, reply)
            values = {name: _value(item, value, reply) for name, value in one.values.items()}
            known = {name: value for name, value in values.items() if value not in (None, "", [])}
            if identity is None or (one.only and one.only not in known):
                continue
            yield Resource(
                kind=one.kind,
                address=str(identity),
                values={"id": str(identity), **known},
                origin=origin.at(str(identity)),
                root=reply.call.account,
                rank=Rank.LIVE,
                provider=provider,
            )


def _value(item: Item, value: Value, reply: Reply) -> Any:
    if not isinstance(value, str):
        return value(item)
    return dict(reply.call.parameters).get(value[1:]) if value.startswith("?") else at(item, value)
