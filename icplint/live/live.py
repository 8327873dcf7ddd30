"""A scan from beginning to end: accounts, lists, and the copy that is kept of the replies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Generic, Self

from icplint.live import inventory, left_out
from icplint.live.call import Call, Reply
from icplint.live.save import Saved
from icplint.live.scan import Account, Plan, scan
from icplint.live.vendor import L, Vendor
from icplint.model.cloud import ScanRequest
from icplint.model.reading import Input, Reading
from icplint.policy import Regions


class Live(Generic[L]):
    """A scan in progress; the saved copy is finished when it ends without an error.

    `listings` are those of the products that are asked for, `known` those of all.
    """

    def __init__(
        self,
        asked: ScanRequest,
        accounts: Iterable[Account],
        listings: Sequence[L],
        known: Sequence[L],
        vendor: Vendor[L],
        regions: Regions,
    ) -> None:
        self.asked = asked
        self.accounts = list(accounts)
        self.listings = listings
        self._known = known
        self._vendor = vendor
        self._regions = regions
        self._by_name = {listing.name: listing for listing in listings}
        self._day = datetime.now(UTC).date()
        self._meant: list[Call] = []
        self._saved = Saved(asked.save, self._day, asked, vendor) if asked.save else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        if self._saved and kind is None and not self.asked.limit.stopped:
            self._saved.finish()

    def lists(self) -> Reading:
        """Return everything that the accounts list."""
        asked, cloud = self.asked, self._vendor.cloud
        plan = Plan(
            vendor=self._vendor,
            listings=self.listings,
            day=self._day,
            regions=asked.regions,
            fallback=[region.id for region in self._regions.public(cloud)],
            concurrency=asked.concurrency,
            progress=asked.progress,
            meant=self._mean,
        )
        replies = list(self._kept(scan(self.accounts, plan)))
        reading = Reading(inputs=[Input("inventory", account.name or cloud) for account in self.accounts])
        reading.add(inventory.read(replies, self.listings, self._vendor, self._regions, self._day, asked.regions))
        reading.unread += left_out.products(self._meant, self._known, self._vendor, asked.products)
        reading.complete -= {kind for part in reading.unread for kind in part.lacks}
        return reading

    def look_up(self, domains: Iterable[str]) -> Reading:
        """Return nothing: a cloud that answers questions about a domain that is none of the account's says how."""
        del domains
        return Reading()

    def looked_up(self, replies: Iterable[Reply], lookups: Sequence[L]) -> Reading:
        """Return what the replies of lookups say, and keep them."""
        return inventory.read(list(self._kept(replies)), lookups, self._vendor, self._regions)

    def _mean(self, calls: Iterable[Call]) -> None:
        asked = list(calls)
        self._meant += asked
        if self._saved:
            self._saved.mean(asked)

    def _kept(self, replies: Iterable[Reply]) -> Iterator[Reply]:
        for reply in replies:
            listing = self._by_name.get(reply.call.name)
            clean = self._vendor.clean(listing, reply) if listing else reply
            if self._saved:
                self._saved.keep(clean)
            yield clean
