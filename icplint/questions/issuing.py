"""Which instances behind a website can issue service codes, or may."""

from __future__ import annotations

from itertools import chain, islice
from typing import Final, NamedTuple

from icplint.graph.graph import Graph, Identity
from icplint.model.answer import FEW, Answer, Evidence, any_of, more
from icplint.model.dataclass import dataclass
from icplint.model.text import Text, plain
from icplint.questions.behind import Behind, Hosts, behind
from icplint.questions.eligibility import can_issue_codes
from icplint.questions.mainland import placed_in_mainland
from icplint.questions.reach import Host
from icplint.wording.hops import node_name

OTHER: Final = Text(en="{other} serves {domain} too", zh="{other} 也为 {domain} 提供服务")
OTHER_MAY: Final = Text(en="{other} may serve {domain} too", zh="{other} 可能也为 {domain} 提供服务")

_Able = dict[Identity, tuple[Host, Answer]]
"""Hosts that can issue codes, or may, with the answer whether."""


@dataclass(frozen=True, slots=True, eq=False)
class Issuing:
    """The instances behind a website that can issue codes, or may: some of them, and whether there is any.

    `first` are enough of them for an argument, and `others` says how many more there are; of all, `in` and `sole` tell.
    """

    own: _Able
    perhaps: _Able
    first: dict[Identity, Answer]
    others: tuple[Evidence, ...]
    any: Answer

    def __contains__(self, identity: Identity) -> bool:
        return identity in self.own or identity in self.perhaps

    @property
    def sole(self) -> Identity | None:
        """The one instance, if there is one alone."""
        if len(self.perhaps) > 1 or len(self.own) > 1:
            return None
        found = {*self.own, *self.perhaps}
        return next(iter(found)) if len(found) == 1 else None

    def besides(self, identity: Identity) -> Answer:
        """Return whether another instance can issue codes, or may."""
        if self.any.value or identity not in self:
            return self.any
        found = any_of([answer for one, answer in self.first.items() if one != identity], Answer(False))
        return found.and_more(self.others)


NONE: Final = Issuing({}, {}, {}, (), Answer(False))


def issuing(graph: Graph, website: str) -> Issuing:
    """Return the instances behind a website, by its registrable domain."""
    return graph.known("issuing", website, lambda: _issuing(graph, website))


class _Found(NamedTuple):
    """The hosts behind websites that can issue codes, or may: one that certainly can, else those to tell.

    `others` is how many there are beside them.
    """

    own: _Able
    perhaps: _Able
    sure: Identity | None
    told: list[Identity]
    others: int


def _issuing(graph: Graph, website: str) -> Issuing:
    hosts = behind(graph, website)
    own, perhaps, sure, told, count = graph.known("able of", hosts, lambda: _found(graph, hosts))
    if sure is not None:
        return Issuing(own, perhaps, {}, (), _other(graph, website, *own[sure], certain=True))
    first = {i: _other(graph, website, *(own.get(i) or perhaps[i]), certain=_certain(hosts, i)) for i in told}
    others = (more(count, (_hidden(graph, own), _hidden(graph, perhaps))),) if count else ()
    return Issuing(own, perhaps, first, others, any_of(list(first.values()), Answer(False)).and_more(others))


def _found(graph: Graph, hosts: Behind) -> _Found:
    own = graph.known("able behind", id(hosts.own), lambda: _able(graph, hosts.own))
    perhaps = graph.known("able behind", id(hosts.perhaps), lambda: _able(graph, hosts.perhaps))
    sure = [i for i, (host, able) in own.items() if hosts.own[i][1] and host.certain and able.value]
    if sure:  # the one that comes first where all are told
        places = graph.known("places", id(hosts.perhaps), lambda: {i: n for n, i in enumerate(hosts.perhaps)})
        return _Found(own, perhaps, min(sure, key=lambda identity: places.get(identity, len(places))), [], 0)
    alone = [i for i in own if i not in perhaps]
    told = [*islice(chain(perhaps, alone), FEW + 2)]
    return _Found(own, perhaps, None, told, len(perhaps) + len(alone) - len(told))


def _hidden(graph: Graph, able: _Able) -> Evidence:
    """Return what stands for all of these hosts where they are not told."""
    hosts = (Evidence(plain(host.key), host.origin) for host, _ in able.values())
    return graph.known("hosts not told", id(able), lambda: more(len(able), hosts))


def _certain(hosts: Behind, identity: Identity) -> bool:
    return identity in hosts.own and hosts.own[identity][1]


def _able(graph: Graph, hosts: Hosts) -> _Able:
    asked = (
        (i, host, placed_in_mainland(graph, host, host.placement) & can_issue_codes(graph, host))
        for i, (host, _) in hosts.items()
    )
    return {i: (host, able) for i, host, able in asked if able.value is not False}


def _other(graph: Graph, website: str, host: Host, able: Answer, *, certain: bool) -> Answer:
    text = Evidence((OTHER if certain else OTHER_MAY).using(other=node_name(graph, host), domain=website), host.origin)
    return able.because(text) if certain and host.certain else Answer(None, (text,))
