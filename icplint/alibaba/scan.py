"""Asks accounts for everything that the listings name, in all their regions, several calls at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import date

from icplint.alibaba.call import Call, Reply
from icplint.alibaba.inventory import asked
from icplint.alibaba.left_out import wanted
from icplint.alibaba.listing import REGIONS, Listing
from icplint.alibaba.lists import Ask, abouts, items, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Whose things are asked for: a name for reports, empty where there is only one, and how its calls are made."""

    name: str
    ask: Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a scan asks: the listings, the regions given by the user or else those to try where the list is refused.

    `day` is that of the scan; without one, all is asked that may matter on any. `meant` is told which lists of an
    account will be asked for, before they are.
    """

    listings: Sequence[Listing]
    day: date | None = None
    regions: Sequence[str] = ()
    fallback: Sequence[str] = ()
    concurrency: int = 16
    progress: Callable[[int, int, str], None] = lambda _done, _known, _what: None
    meant: Callable[[Iterable[Call]], None] = lambda _calls: None


def scan(accounts: Iterable[Account], plan: Plan) -> Iterator[Reply]:
    """Yield the replies, all pages of a list one after another, as the lists are complete."""
    for account in accounts:
        yield from _Scan(account, plan).run()


class _Scan:
    def __init__(self, account: Account, plan: Plan) -> None:
        self._account = account
        self._plan = plan
        self._waiting: dict[Future[list[Reply]], Listing] = {}
        self._done = 0

    def run(self) -> Iterator[Reply]:
        listed: list[Reply] = []
        if any(listing.regional for listing in self._plan.listings):
            regions = REGIONS.call(self._account.name)
            self._plan.meant([regions])
            listed = whole(REGIONS, regions, self._account.ask)
        self._plan.meant(call for _, call in self._first(listed))
        yield from listed
        if any(reply.failure and reply.failure.keys for reply in listed):
            return
        pool = ThreadPoolExecutor(self._plan.concurrency)
        try:
            for listing, call in self._first(listed):
                self._ask(pool, listing, call)
            while self._waiting:
                done, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._answered(pool, self._waiting.pop(future), future.result())
        finally:
            pool.shutdown(cancel_futures=True)

    def _first(self, listed: Sequence[Reply]) -> Iterator[tuple[Listing, Call]]:
        found = [str(item.get("RegionId")) for reply in listed for item in items(REGIONS, reply.body)]
        there = [region for region in self._plan.regions if not found or region in found]
        regions = list(dict.fromkeys(there if self._plan.regions else found or self._plan.fallback))
        yield from asked(self._plan.listings, self._account.name, regions)

    def _ask(self, pool: ThreadPoolExecutor, listing: Listing, call: Call) -> None:
        self._waiting[pool.submit(whole, listing, call, self._account.ask)] = listing

    def _answered(self, pool: ThreadPoolExecutor, listing: Listing, replies: list[Reply]) -> Iterator[Reply]:
        self._done += 1
        self._plan.progress(self._done, self._done + len(self._waiting), replies[0].call.what)
        yield from replies
        asked_for = set()
        for further in self._plan.listings:
            if further.parent == listing.name and not further.on_demand:
                for reply in replies:
                    for call in abouts(further, items(listing, reply.body), reply.call, self._plan.day):
                        if call not in asked_for and wanted(further, call, self._plan.regions):
                            asked_for.add(call)
                            self._ask(pool, further, call)
