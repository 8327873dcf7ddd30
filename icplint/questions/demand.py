"""How many websites ask each host for a service code, and which: counted by those that ask the same hosts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import islice
from typing import Final, NamedTuple

from icplint.graph.graph import Graph, Identity
from icplint.questions.behind import Hosts
from icplint.questions.codes import CodeDemand, Givers, askings

FEW: Final = 10
"""How many websites or hosts a sentence names."""


class Site(NamedTuple):
    """A website that asks, and its place among all that do."""

    place: int
    demand: CodeDemand


class SiteGroup(NamedTuple):
    """Websites that ask the same hosts for a code, in their order."""

    givers: Givers
    anywhere: bool | None
    sites: list[Site]

    @property
    def ambiguous(self) -> bool:
        """Whether the hosts that may give the codes are not known for certain."""
        return self.sites[0].demand.ambiguous


class _Pool(NamedTuple):
    """Groups that share the hosts which every website may have: how many websites they are, and the first few.

    `anywhere` are the groups of those that may ask any host.
    """

    hosts: Hosts
    total: int
    first: list[Site]
    anywhere: list[SiteGroup]


class Demand:
    """The demand for service codes of a run.

    `alone` are the websites that certainly need a code, and may ask one host alone; `certainly_alone` counts those of
    which the host certainly is one. `anywhere` counts the websites that may ask any host.
    """

    def __init__(self, graph: Graph) -> None:
        sites: dict[tuple[Givers, bool | None], list[Site]] = defaultdict(list)
        for place, demand in enumerate(graph.once(askings)):
            sites[demand.givers, demand.anywhere].append(Site(place, demand))
        self.groups = [SiteGroup(*key, found) for key, found in sites.items()]
        self.anywhere = _count(group for group in self.groups if group.anywhere is not False)
        self.alone: dict[Identity, list[CodeDemand]] = defaultdict(list)
        self.certainly_alone: Counter[Identity] = Counter()
        self._asking: dict[Identity, list[SiteGroup]] = defaultdict(list)
        for group in self.groups:
            for identity, *_ in group.givers.hosts.alone:
                self._asking[identity].append(group)
            if len(group.givers.hosts) == 1:
                self._enter_alone(group)
        self._pools = list(_pools(self.groups))

    def _enter_alone(self, group: SiteGroup) -> None:
        ((identity, _, certain),) = group.givers.hosts.each
        needing = [site.demand for site in group.sites if site.demand.needs.value]
        self.alone[identity] += needing
        self.certainly_alone[identity] += len(needing) if certain else 0

    def of(self, identity: Identity) -> int:
        """Return how many websites may ask a host at most; one that may ask any host counts once more."""
        shared = sum(pool.total for pool in self._pools if identity in pool.hosts)
        return _count(self._asking.get(identity, ())) + shared + self.anywhere

    def asking(self, identity: Identity) -> tuple[list[CodeDemand], int]:
        """Return the first few websites that may ask a host, and how many there are."""
        own = self._asking.get(identity, [])
        mine = {id(group) for group in own}
        found = [site for group in own for site in group.sites[:FEW]]
        count = _count(own) + self.anywhere - _count(group for group in own if group.anywhere is not False)
        for pool in self._pools:
            if identity in pool.hosts:
                count += pool.total - _count(pool.anywhere)
                found += pool.first
            else:
                others = islice((group for group in pool.anywhere if id(group) not in mine), FEW)
                found += [site for group in others for site in group.sites[:FEW]]
        return [site.demand for site in nsmallest(FEW, found)], count


def _pools(groups: list[SiteGroup]) -> Iterator[_Pool]:
    sharing: dict[int, list[SiteGroup]] = defaultdict(list)
    for group in groups:
        sharing[id(group.givers.hosts.perhaps)].append(group)
    for found in sharing.values():
        first = nsmallest(FEW, (site for group in found for site in group.sites[:FEW]))
        anywhere = [group for group in found if group.anywhere is not False]
        yield _Pool(found[0].givers.hosts.perhaps, _count(found), first, anywhere)


def _count(groups: Iterable[SiteGroup]) -> int:
    return sum(len(group.sites) for group in groups)
