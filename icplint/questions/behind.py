"""Which hosts stand behind a website, by its registrable domain: those of its names, and those that may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from icplint.graph.graph import Graph, Identity
from icplint.model.dataclass import dataclass
from icplint.questions.filings import filing_domain
from icplint.questions.reach import Flags, Host, Reach, merged_hosts, pointable, reaches

Hosts = Mapping[Identity, tuple[Host, bool]]
"""Hosts by their identity, each with whether it certainly stands there."""


@dataclass(frozen=True, slots=True, eq=False)
class Behind:
    """The hosts behind a website; websites behind which the same hosts stand share one of these.

    `own` are those of its names. `perhaps` are those that every website may have, of which none is certain: behind
    names that are not known, and, where a path of the website leads into the unknown, all that can be pointed at.
    """

    own: Hosts
    perhaps: Hosts

    def __len__(self) -> int:
        return len(self.perhaps) + sum(1 for _ in self.alone)

    def __bool__(self) -> bool:
        return bool(self.own or self.perhaps)

    def __contains__(self, identity: Identity) -> bool:
        return identity in self.own or identity in self.perhaps

    @property
    def alone(self) -> Iterator[tuple[Identity, Host, bool]]:
        """Yield the hosts that are not among those that every website may have."""
        yield from ((i, host, certain) for i, (host, certain) in self.own.items() if i not in self.perhaps)

    @property
    def each(self) -> Iterator[tuple[Identity, Host, bool]]:
        """Yield all hosts, each once and with whether it certainly stands there."""
        for i, (host, _) in self.perhaps.items():
            yield i, host, i in self.own and self.own[i][1]
        yield from self.alone


def behind(graph: Graph, website: str) -> Behind:
    """Return the hosts behind a website.

    A name that is not known may be of this website, and a path into the unknown may lead to any pointable host.
    """
    return graph.known("behind", website, lambda: _behind(graph, website))


def _behind(graph: Graph, website: str) -> Behind:
    paths = graph.once(_by_website)
    own = paths.get(website, {})
    led_on = graph.once(_flags_of_nameless).open or any(reach.flags.open for reach in own)
    perhaps = _anywhere if led_on else _nameless
    key = (tuple(own), perhaps)
    return graph.known("behind the same", key, lambda: Behind(_together(graph, tuple(own)), graph.once(perhaps)))


def _together(graph: Graph, own: tuple[Reach, ...]) -> Hosts:
    if len(own) == 1:
        return own[0].hosts
    return graph.known("behind together", own, lambda: merged_hosts(reach.hosts for reach in own))


def _nameless(graph: Graph) -> Hosts:
    """Return the hosts behind names that are not known."""
    found = graph.once(_by_website).get("", {})
    return {i: (host, False) for reach in found for i, (host, _) in reach.hosts.items()}


def _anywhere(graph: Graph) -> Hosts:
    """Return the hosts behind names that are not known, and behind values that are not."""
    return {**graph.once(_nameless), **{i: (host, False) for i, host in graph.once(pointable).items()}}


def flags_of(graph: Graph, website: str) -> Flags:
    """Return what is known of the paths of a website's names, and of those that may be of it."""
    own = graph.once(_by_website).get(website, {})
    return graph.known("flags", website, lambda: united(own) | graph.once(_flags_of_nameless))


def _flags_of_nameless(graph: Graph) -> Flags:
    return united(graph.once(_by_website).get("", {}))


def united(several: Iterable[Reach]) -> Flags:
    """Return what is known of the paths of any of them."""
    found = Flags(open=False, unresolved=False, passing=False)
    for flags in {reach.flags for reach in several}:
        found |= flags
    return found


def _by_website(graph: Graph) -> dict[str, dict[Reach, None]]:
    """Return what stands behind the names of each website; of names that are not known under the empty string."""
    found: dict[str, dict[Reach, None]] = defaultdict(dict)
    for domain, reach in graph.once(reaches):
        if (website := filing_domain(graph, domain)) is not None:
            found[website if isinstance(website, str) else ""][reach] = None
    return found
