"""A scan from beginning to end: accounts, lists, lookups, and the copy that is kept of the replies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from icplint.alibaba import inventory, left_out, pace
from icplint.alibaba.accounts import Role, accounts
from icplint.alibaba.call import Call, Failure, Reply
from icplint.alibaba.client import Client
from icplint.alibaba.endpoints import NO_REGION, is_region, parse
from icplint.alibaba.listing import Listing
from icplint.alibaba.save import Saved, scrubbed
from icplint.alibaba.scan import Account, Plan, scan
from icplint.alibaba.sources import Source
from icplint.errors import ConfigError
from icplint.model.cloud import ScanRequest
from icplint.model.reading import Input, Reading
from icplint.policy import Regions


class Live:
    """A scan in progress; the saved copy is finished when it ends without an error.

    `listings` are those of the products that are asked for, `known` those of all.
    """

    def __init__(
        self, asked: ScanRequest, listings: Sequence[Listing], known: Sequence[Listing], regions: Regions
    ) -> None:
        self._asked = asked
        self._listings = listings
        self._known = known
        self._regions = regions
        self._by_name = {listing.name: listing for listing in listings}
        written_out = (*(f"{product}={url}" for product, url in asked.own_endpoints.items()), *asked.endpoints)
        products = {listing.product for listing in known}
        endpoints = dict(parse(written, products) for written in written_out)
        for region in asked.regions:
            if not is_region(region):
                raise ConfigError(NO_REGION.using(region=region))
        roles = [Role.parse(written) for written in asked.roles]

        def client(keys: Source) -> Client:
            return Client(keys, endpoints, asked.limit, log=asked.log)

        found = accounts(asked.profiles, roles, asked.environment, asked.limit, client)
        self._accounts = list(found)
        self._throttled: dict[str, Failure] = {}
        self._day = datetime.now(UTC).date()
        self._meant: list[Call] = []
        self._saved = Saved(asked.save, self._day, asked) if asked.save else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        if self._saved and kind is None and not self._asked.limit.stopped:
            self._saved.finish()

    def lists(self) -> Reading:
        """Return everything that the accounts list."""
        asked = self._asked
        plan = Plan(
            listings=self._listings,
            day=self._day,
            regions=asked.regions,
            fallback=[region.id for region in self._regions.public("alibaba")],
            concurrency=asked.concurrency,
            progress=asked.progress,
            meant=self._mean,
        )
        replies = list(self._kept(scan(self._accounts, plan)))
        reading = Reading(inputs=[Input("inventory", account.name or "alibaba") for account in self._accounts])
        reading.add(inventory.read(replies, self._listings, self._regions, self._day, asked.regions))
        reading.unread += left_out.products(self._meant, self._known, asked.products)
        reading.complete -= {kind for part in reading.unread for kind in part.lacks}
        return reading

    def _mean(self, calls: Iterable[Call]) -> None:
        asked = list(calls)
        self._meant += asked
        if self._saved:
            self._saved.mean(asked)

    def look_up(self, domains: Iterable[str]) -> Reading:
        """Return what the cloud says of registrable domains: whether they are filed with anybody at all."""
        lookups = [listing for listing in self._listings if listing.on_demand]
        asked = [(listing, domain) for domain in domains for listing in lookups]
        with ThreadPoolExecutor(self._asked.concurrency) as pool:
            answers = pool.map(lambda pair: self._answered(*pair), asked)
            return inventory.read(list(self._kept(answers)), lookups, self._regions)

    def _answered(self, listing: Listing, domain: str) -> Reply:
        """Ask one account after another until one may know: the cloud tells only of domains that are an account's."""
        for account in self._accounts:
            call = _asking(account, listing, domain)
            over = self._throttled.get(account.name)
            reply = Reply(call=call, failure=over) if over else account.ask(call, {})
            if reply.failure is None:
                break
            if pace.throttled(reply.failure):  # CheckCdnDomainICP: 100 an hour (api-cdn-2018-05-10-quota)
                self._throttled[account.name] = reply.failure
        return reply

    def _kept(self, replies: Iterable[Reply]) -> Iterator[Reply]:
        for reply in replies:
            listing: Listing | None = self._by_name.get(f"{reply.call.product}:{reply.call.action}")
            clean = replace(reply, body=scrubbed(reply.body, listing.personal)) if listing else reply
            if self._saved:
                self._saved.keep(clean)
            yield clean


def _asking(account: Account, listing: Listing, domain: str) -> Call:
    return Call(
        account=account.name,
        product=listing.product,
        version=listing.version,
        action=listing.action,
        parameters=(("DomainName", domain),),
    )
