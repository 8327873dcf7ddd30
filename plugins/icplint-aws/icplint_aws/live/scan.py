"""Asks accounts for everything that the lists name, in all their regions, several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from icplint_aws.home import CHINA
from icplint_aws.live.accounts import Account, refused
from icplint_aws.live.call import Call, Reply
from icplint_aws.live.listing import List
from icplint_aws.live.lists import REGIONS, asking, first, further, home, partition_of, regions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a scan asks: the lists, and the regions given by the user or else those that each account has.

    `meant` is told which calls will be made, before they are; `known` are the regions of a partition, for an account
    that may not list its own.
    """

    lists: Sequence[List]
    regions: Sequence[str]
    known: Callable[[str], Sequence[str]]
    concurrency: int
    progress: Callable[[int, int, str], None]
    meant: Callable[[Iterable[Call]], None]


def scan(accounts: Iterable[Account], plan: Plan) -> Iterator[Reply]:
    """Yield the replies as they come."""
    for account in accounts:
        yield from _Scan(account, plan).run()


class _Scan:
    def __init__(self, account: Account, plan: Plan) -> None:
        self._account = account
        self._plan = plan
        self._waiting: dict[Future[Reply], List] = {}
        self._done = 0

    def run(self) -> Iterator[Reply]:
        identity = self._account.identity
        yield identity
        if refused(identity):
            return
        partition = partition_of(identity)
        listed = self._account.client.ask(REGIONS, asking(REGIONS, self._account.name, home(partition)))
        yield listed
        regions = self._chosen(partition) or regions_of(listed, partition) or self._plan.known(partition)
        begin = list(first(self._plan.lists, self._account.name, partition, regions))
        self._plan.meant(call for _, call in begin)
        with ThreadPoolExecutor(self._plan.concurrency) as pool:
            for listing, call in begin:
                self._ask(pool, listing, call)
            while self._waiting:
                done, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    yield self._answered(pool, self._waiting.pop(future), future.result())

    def _chosen(self, partition: str) -> list[str]:
        return [name for name in self._plan.regions if name.startswith(CHINA) == (partition == "aws-cn")]

    def _ask(self, pool: ThreadPoolExecutor, listing: List, call: Call) -> None:
        self._waiting[pool.submit(self._account.client.ask, listing, call)] = listing

    def _answered(self, pool: ThreadPoolExecutor, listing: List, reply: Reply) -> Reply:
        self._done += 1
        for child, call, _ in further(self._plan.lists, listing, reply):
            self._ask(pool, child, call)
        self._plan.progress(self._done, self._done + len(self._waiting), f"{reply.call.name} {reply.call.region}")
        return reply
