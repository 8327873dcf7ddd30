"""Asks accounts for everything that the listings name, in all their regions, several calls at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import date
from typing import Generic

from icplint.live.asking import abouts, asked
from icplint.live.call import Call, Reply
from icplint.live.vendor import Ask, L, Vendor
from icplint.model.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Whose things are asked for: a name for reports, empty where there is only one, and how its calls are made.

    `opening` is what was asked before, to learn whose the keys are; `home` the region in which it is asked about what
    no region has, if any; `known` says which regions there are where the account may not list its own.
    """

    name: str
    ask: Ask
    opening: tuple[Reply, ...] = ()
    home: str = ""
    known: Callable[[], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Generic[L]):
    """What a scan asks: the listings, the regions given by the user or else those to try where the list is refused.

    `day` is that of the scan; without one, all is asked that may matter on any. `meant` is told which lists of an
    account will be asked for, before they are.
    """

    vendor: Vendor[L]
    listings: Sequence[L]
    day: date | None = None
    regions: Sequence[str] = ()
    fallback: Sequence[str] = ()
    concurrency: int = 16
    progress: Callable[[int, int, str], None] = lambda _done, _known, _what: None
    meant: Callable[[Iterable[Call]], None] = lambda _calls: None


def scan(accounts: Iterable[Account], plan: Plan[L]) -> Iterator[Reply]:
    """Yield the replies, all pages of a list one after another, as the lists are complete."""
    for account in accounts:
        yield from _Scan(account, plan).run()


class _Scan(Generic[L]):
    def __init__(self, account: Account, plan: Plan[L]) -> None:
        self._account = account
        self._plan = plan
        self._waiting: dict[Future[list[Reply]], L] = {}
        self._done = 0

    def run(self) -> Iterator[Reply]:
        yield from self._account.opening
        if _refused(self._account.opening):
            return
        listed: list[Reply] = []
        if any(listing.regional for listing in self._plan.listings):
            regions = self._plan.vendor.regions.call(self._account.name, self._account.home)
            self._plan.meant([regions])
            listed = self._whole(self._plan.vendor.regions, regions)
        self._plan.meant(call for _, call in self._first(listed))
        yield from listed
        if _refused(listed):
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

    def _first(self, listed: Sequence[Reply]) -> Iterator[tuple[L, Call]]:
        vendor, account = self._plan.vendor, self._account
        items = (item for reply in listed for body in reply.pages for item in vendor.regions.of(body))
        found = [str(item.get(vendor.region_id)) for item in items]
        known = self._plan.fallback if account.known is None else account.known()
        regions = list(dict.fromkeys(vendor.places(self._plan.regions, found, known, account.home)))
        yield from asked(self._plan.listings, account.name, regions, account.home)

    def _whole(self, listing: L, call: Call) -> list[Reply]:
        return self._plan.vendor.whole(listing, call, self._account.ask)

    def _ask(self, pool: ThreadPoolExecutor, listing: L, call: Call) -> None:
        self._waiting[pool.submit(self._whole, listing, call)] = listing

    def _answered(self, pool: ThreadPoolExecutor, listing: L, replies: list[Reply]) -> Iterator[Reply]:
        self._done += 1
        self._plan.progress(self._done, self._done + len(self._waiting), listing.what(replies[0].call))
        yield from replies
        asked_for = set()
        for further in self._plan.listings:
            if further.parent == listing.name and not further.on_demand:
                for reply in replies:
                    found = [item for body in reply.pages for item in listing.of(body)]
                    for call, _ in abouts(further, found, reply.call, self._plan.day):
                        if call not in asked_for and further.wanted(call, self._plan.regions):
                            asked_for.add(call)
                            self._ask(pool, further, call)


def _refused(replies: Sequence[Reply]) -> bool:
    return any(reply.failure is not None and reply.failure.keys for reply in replies)
