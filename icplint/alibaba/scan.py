"""Asks accounts for everything that the listings name, in all their regions, several calls at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, Final

from icplint.alibaba.call import Call, Failure, Reply
from icplint.alibaba.listing import REGIONS, Listing
from icplint.alibaba.lists import Ask, at, items, whole

_HOLE: Final = re.compile(r"\{([\w.]+)\}")

NOT_OFFERED: Final = frozenset({"InvalidRegionId", "RegionNotSupported", "ServiceNotAvailable", "UserNotOpened"})
"""Codes by which a product says that it is not there, or was never opened: it holds nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Whose things are asked for: a name for reports, empty where there is only one, and how its calls are made."""

    name: str
    ask: Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a scan asks: the listings, the regions given by the user or else those to try where the list is refused."""

    listings: Sequence[Listing]
    regions: Sequence[str] = ()
    fallback: Sequence[str] = ()
    concurrency: int = 16
    progress: Callable[[int, int, str], None] = lambda _done, _known, _what: None


def scan(accounts: Iterable[Account], plan: Plan) -> Iterator[Reply]:
    """Yield the replies, page by page of each list, as the lists are complete."""
    for account in accounts:
        yield from _Scan(account, plan).run()


class _Scan:
    def __init__(self, account: Account, plan: Plan) -> None:
        self._account = account
        self._plan = plan
        self._waiting: dict[Future[list[Reply]], Listing] = {}
        self._done = 0

    def run(self) -> Iterator[Reply]:
        with ThreadPoolExecutor(self._plan.concurrency) as self._pool:
            listed = whole(REGIONS, self._call(REGIONS, ""), self._account.ask)
            yield from listed
            regions = self._regions(listed)
            for listing in self._plan.listings:
                if not (listing.parent or listing.on_demand):
                    self._ask(listing, regions if listing.regional else [""])
            while self._waiting:
                done, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._answered(self._waiting.pop(future), future.result())

    def _regions(self, listed: Sequence[Reply]) -> list[str]:
        if self._plan.regions:
            return list(self._plan.regions)
        found = [str(item.get("RegionId")) for reply in listed for item in items(REGIONS, reply.body)]
        return found or list(self._plan.fallback)

    def _call(self, listing: Listing, region: str, parameters: Mapping[str, str] | None = None) -> Call:
        given = listing.parameters if parameters is None else parameters
        everywhere = {"RegionId": region} if region else {}
        return Call(
            account=self._account.name,
            product=listing.product,
            version=listing.version,
            action=listing.action,
            region=region,
            parameters=tuple(sorted({**everywhere, **given}.items())),
        )

    def _ask(self, listing: Listing, regions: Iterable[str], parameters: Mapping[str, str] | None = None) -> None:
        for region in regions:
            call = self._call(listing, region, parameters)
            self._waiting[self._pool.submit(whole, listing, call, self._account.ask)] = listing

    def _answered(self, listing: Listing, replies: list[Reply]) -> Iterator[Reply]:
        self._done += 1
        self._plan.progress(self._done, self._done + len(self._waiting), replies[0].call.what)
        yield from (reply for reply in replies if not _absent(reply.failure))
        for further in self._plan.listings:
            if further.parent == listing.name:
                for reply in replies:
                    for item in items(listing, reply.body):
                        region = reply.call.region if further.regional else ""
                        self._ask(further, [region], filled(further.parameters, item))


def _absent(failure: Failure | None) -> bool:
    return failure is not None and failure.code in NOT_OFFERED


def filled(parameters: Mapping[str, str], item: Mapping[str, Any]) -> dict[str, str]:
    """Return parameters in which `{Path}` is what the item says."""
    return {name: _HOLE.sub(lambda hole: str(at(item, hole[1])), text) for name, text in parameters.items()}
