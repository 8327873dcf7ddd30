"""How each instance stands: whether it can issue service codes, why not, and what is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from icplint.graph.graph import Graph
from icplint.model.answer import Answer, Evidence
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Server
from icplint.questions.codes import Left, able, codes_left
from icplint.questions.eligibility import Renewal, can_issue_codes, months_counted, public_bandwidth, renewal
from icplint.questions.mainland import placed_in_mainland


class InstanceEligibility(NamedTuple):
    """An instance before the filing system.

    `months` are those that the rule counts, of `need`: None where there is no subscription, or nothing to need.
    `public` is whether it has public bandwidth. `reasons` are what speaks against it or is not known, in the order in
    which the filing system asks: region, product, charge, bandwidth, term. `renewal` is what a longer term takes.
    """

    server: Server
    able: Answer
    months: float | Unknown | None
    need: int | None
    public: Answer
    left: Left
    reasons: tuple[Evidence, ...]
    renewal: Renewal | None


def standings(graph: Graph) -> Iterator[InstanceEligibility]:
    """Yield how every instance stands, in the order in which they are written."""
    for server in sorted(graph.all(Server), key=lambda s: (s.origin.order, s.root, s.key)):
        yield _eligibility(graph, server)


def _eligibility(graph: Graph, server: Server) -> InstanceEligibility:
    eligible = graph.policy.eligible(server.product)
    need = eligible.months if eligible else None
    counts = need is not None and server.charge != "pay-as-you-go"
    return InstanceEligibility(
        server=server,
        able=able(graph, server),
        months=months_counted(graph, server, need) if counts and need is not None else None,
        need=need,
        public=public_bandwidth(graph, server),
        left=codes_left(graph, server),
        reasons=_reasons(graph, server),
        renewal=renewal(graph, server, need) if need is not None else None,
    )


def _reasons(graph: Graph, server: Server) -> tuple[Evidence, ...]:
    """A place outside ends it; short of that, what is certain comes before what is not known."""
    placed = placed_in_mainland(graph, server, server.placement)
    if placed.value is False:
        return placed.evidence
    can = can_issue_codes(graph, server)
    against = [answer for answer in (placed, can) if answer.value is not True]
    against.sort(key=lambda answer: answer.value is None)
    if not against and able(graph, server).value is None:
        against.append(able(graph, server))
    return tuple(dict.fromkeys(e for answer in against for e in answer.evidence if answer.value is not True))
