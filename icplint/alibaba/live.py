"""A scan of Alibaba Cloud: whose accounts, where they answer, and what it says of domains that are no account's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from icplint.alibaba.accounts import Role, accounts
from icplint.alibaba.client import AlibabaClient
from icplint.alibaba.endpoints import NO_REGION, is_region, parse
from icplint.alibaba.listing import AlibabaListing
from icplint.alibaba.sources import Source
from icplint.alibaba.vendor import ALIBABA
from icplint.errors import ConfigError
from icplint.live import live, pace
from icplint.live.call import Call, Failure, Reply
from icplint.live.scan import Account
from icplint.model.cloud import ScanRequest
from icplint.model.reading import Reading
from icplint.policy import Regions


class AlibabaScan(live.Live[AlibabaListing]):
    """A scan in progress; the saved copy is finished when it ends without an error.

    `listings` are those of the products that are asked for, `known` those of all.
    """

    def __init__(
        self, asked: ScanRequest, listings: Sequence[AlibabaListing], known: Sequence[AlibabaListing], regions: Regions
    ) -> None:
        written_out = (*(f"{product}={url}" for product, url in asked.own_endpoints.items()), *asked.endpoints)
        products = {listing.product for listing in known}
        endpoints = dict(parse(written, products) for written in written_out)
        for region in asked.regions:
            if not is_region(region):
                raise ConfigError(NO_REGION.using(region=region))
        roles = [Role.parse(written) for written in asked.roles]

        def client(keys: Source) -> AlibabaClient:
            return AlibabaClient(keys, endpoints, asked.limit, log=asked.log)

        found = accounts(asked.profiles, roles, asked.environment, asked.limit, client)
        super().__init__(asked, found, listings, known, ALIBABA, regions)
        self._throttled: dict[str, Failure] = {}

    def look_up(self, domains: Iterable[str]) -> Reading:
        """Return what the cloud says of registrable domains: whether they are filed with anybody at all."""
        lookups = [listing for listing in self.listings if listing.on_demand]
        asked = [(listing, domain) for domain in domains for listing in lookups]
        with ThreadPoolExecutor(self.asked.concurrency) as pool:
            return self.looked_up(pool.map(lambda pair: self._answered(*pair), asked), lookups)

    def _answered(self, listing: AlibabaListing, domain: str) -> Reply:
        """Ask one account after another until one may know: the cloud tells only of domains that are an account's."""
        for account in self.accounts:
            call = _asking(account, listing, domain)
            over = self._throttled.get(account.name)
            reply = Reply(call=call, failure=over) if over else account.ask(call, {})
            if reply.failure is None:
                break
            if pace.throttled(reply.failure):  # CheckCdnDomainICP: 100 an hour (api-cdn-2018-05-10-quota)
                self._throttled[account.name] = reply.failure
        return reply


def _asking(account: Account, listing: AlibabaListing, domain: str) -> Call:
    return Call(
        account=account.name,
        product=listing.product,
        version=listing.version,
        action=listing.action,
        parameters=(("DomainName", domain),),
    )
