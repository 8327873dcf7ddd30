"""Where websites ask for more codes than the hosts that may give them one have left: counted, or by a maximum flow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import field

from icplint.graph.graph import Graph, Identity
from icplint.model.dataclass import dataclass
from icplint.questions.codes import CodeDemand, issuers
from icplint.questions.demand import Demand, Site, SiteGroup

_Kind = frozenset[int]
"""Hosts that the same groups of websites ask, by the numbers of the groups: their codes count together."""


@dataclass(frozen=True, slots=True, eq=False)
class Shortage:
    """Websites that ask for more codes than all the hosts that may give them one have left."""

    sites: list[CodeDemand]
    hosts: list[Identity]


@dataclass(slots=True, eq=False)
class Part:
    """Groups of websites, and the hosts that they ask: none of these is asked by others, and all of it is certain."""

    groups: dict[int, SiteGroup]
    kinds: dict[Identity, _Kind]
    _certain: dict[Identity, Shortage] | None = None
    _possible: dict[tuple[_Kind, int] | None, set[_Kind]] = field(default_factory=dict)

    def certainly_short(self, graph: Graph) -> dict[Identity, Shortage]:
        """Return the shortage that each host is part of: the fewest needs against all the codes that there may be."""
        if self._certain is None:
            asked = graph.once(issuers)
            needing = {n: [site for site in group.sites if site.demand.needs.value] for n, group in self.groups.items()}
            found = _short(needing, ((kind, asked[i].left.most) for i, kind in self.kinds.items()))
            self._certain = {}
            for numbers, kinds in found:
                sites = sorted(site for number in numbers for site in needing[number])
                hosts = sorted(i for i, kind in self.kinds.items() if kind in kinds)
                short = Shortage([site.demand for site in sites], hosts)
                self._certain |= dict.fromkeys(hosts, short)
        return self._certain

    def possibly_short(self, graph: Graph, identity: Identity) -> bool:
        """Return whether a host is short, if it can issue codes: all needs against the least codes that there are."""
        asked, kind = graph.once(issuers), self.kinds[identity]
        sure = asked[identity].able.value is True
        alike = None if sure else (kind, asked[identity].left.least)
        if alike not in self._possible:
            giving = [(kind, asked[i].left.least) for i, kind in self.kinds.items() if asked[i].able.value]
            giving += [] if alike is None else [alike]
            needing = {number: group.sites for number, group in self.groups.items()}
            self._possible[alike] = {one for _, kinds in _short(needing, giving) for one in kinds}
        return kind in self._possible[alike]


def _short(needing: dict[int, list[Site]], giving: Iterable[tuple[_Kind, int]]) -> list[tuple[set[int], set[_Kind]]]:
    """Return which groups and hosts fall short together, where each website of a group wants one code."""
    left: dict[_Kind, int] = defaultdict(int)
    for kind, codes in giving:
        left[kind] += codes
    asks: dict[int, list[_Kind]] = defaultdict(list)
    for kind in left:
        for number in kind:
            if needing[number]:
                asks[number].append(kind)
    if len(asks) == 1:  # most hosts stand behind websites that have no other
        ((number, kinds),) = asks.items()
        return [({number}, {*kinds})] if len(needing[number]) > sum(left[kind] for kind in kinds) else []
    from icplint.questions.network import over_asked  # networkx takes longer to load than a small run

    return over_asked({number: (len(needing[number]), kinds) for number, kinds in asks.items()}, left)


def parts(graph: Graph) -> dict[Identity, Part]:
    """Return the part that each host belongs to; none, where it is not certain who asks it, or those beside it."""
    groups = graph.once(Demand).groups
    found: dict[Identity, Part] = {}
    for numbers, hosts in _joined(graph, groups):
        if not any(groups[number].ambiguous for number in numbers):
            kinds: dict[Identity, set[int]] = {i: set() for i in hosts}
            for number in numbers:
                for i in _asked(graph, groups[number]):
                    kinds[i].add(number)
            part = Part({n: groups[n] for n in numbers}, {i: frozenset(kind) for i, kind in kinds.items()})
            found |= dict.fromkeys(hosts, part)
    return found


def _asked(graph: Graph, group: SiteGroup) -> Iterable[Identity]:
    """Return the hosts that a group asks; what certainly stands behind a website is all that does."""
    return group.givers.hosts.own if group.anywhere is False else graph.once(issuers)


def _joined(graph: Graph, groups: list[SiteGroup]) -> Iterator[tuple[list[int], list[Identity]]]:
    """Yield groups and hosts that have to do with each other, directly or through others."""
    beside: dict[Hashable, list[Hashable]] = defaultdict(list)
    for one, other in _pairs(graph, groups):
        beside[one].append(other)
        beside[other].append(one)
    met: set[Hashable] = set()
    for number in range(len(groups)):
        if number not in met:
            yield _connected(number, beside, met)


def _pairs(graph: Graph, groups: list[SiteGroup]) -> Iterator[tuple[Hashable, Hashable]]:
    """Yield the groups, each with the hosts that it asks, or with what stands for many of them."""
    shared = {id(group.givers.hosts.perhaps): group.givers.hosts.perhaps for group in groups}
    for number, group in enumerate(groups):
        yield from ((number, identity) for identity in group.givers.hosts.own)
        if group.givers.hosts.perhaps:
            yield number, ("perhaps", id(group.givers.hosts.perhaps))
        if group.anywhere is not False:
            yield number, "anywhere"
    for key, hosts in shared.items():
        yield from ((("perhaps", key), identity) for identity in hosts)
    if any(group.anywhere is not False for group in groups):
        yield from (("anywhere", identity) for identity in graph.once(issuers))


def _connected(
    start: int, beside: dict[Hashable, list[Hashable]], met: set[Hashable]
) -> tuple[list[int], list[Identity]]:
    todo: list[Hashable] = [start]
    numbers: list[int] = []
    hosts: list[Identity] = []
    while todo:
        one = todo.pop()
        if one in met:
            continue
        met.add(one)
        todo += beside[one]
        match one:
            case int():
                numbers.append(one)
            case (str(kind), str(root), str(key)):
                hosts.append((kind, root, key))
            case _:
                pass
    return sorted(numbers), hosts
