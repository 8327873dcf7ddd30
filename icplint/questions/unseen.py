"""What parts that were not read may add to the websites behind a host, and to the hosts behind a website."""

from __future__ import annotations

from itertools import islice

from icplint.graph.gaps import concerns, zone_words
from icplint.graph.graph import Gap, Graph
from icplint.model.names import registrable_domain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain, LoadBalancer, Relation
from icplint.questions.behind import flags_of, united
from icplint.questions.codes import issuers
from icplint.questions.filings import filing_domain
from icplint.questions.reach import Flags, Host, Reach, names_of, pointable, reaches_of
from icplint.questions.serving import lacks_filing

ONWARD = frozenset({Relation.FRONTS, Relation.FORWARDS_TO})
"""Edges by which what answers a name leads on to a host."""
BINDING = ONWARD | {Relation.BOUND_TO}
ENDS = frozenset({"Gateway", "Proxy", "Bucket"})
"""What answers a name, and leads to a host only by edges of its own."""


def websites_unread(graph: Graph, host: Host) -> Gap | None:
    """Return what may hide a website that a host serves, or a name by which one of its websites needs a code.

    What is hidden is taken together: one part may hide a name, and another where its address leads.
    """
    naming = [gap for gap in graph.gaps if _names(gap) and (_leads_on(gap) or _some_open(graph, host))]
    binding = [gap for gap in graph.gaps if _binds(gap, host)]
    if naming and (binding or _approached(graph, host) or _some_open(graph, host)):
        return naming[0]
    return _further(graph, binding, None)


def hosts_unread(graph: Graph, host: Host | None, domain: Domain) -> Gap | None:
    """Return what may hide another host than `host` behind the website of a name that could issue its code."""
    others = any(host is None or identity != host.identity for identity in islice(graph.once(issuers), 2))
    if not (others or any("Server" in gap.nodes for gap in graph.gaps)):
        return None
    website = filing_domain(graph, domain)
    flags = flags_of(graph, website) if isinstance(website, str) else None
    for gap in graph.gaps:
        if _names_under(graph, gap, website) and _leads_on(gap):
            return gap
    binding = [gap for gap in graph.gaps if gap.own & BINDING or gap.inside or "Server" in gap.nodes]
    return _further(graph, binding, flags)


def names_unread(graph: Graph) -> Gap | None:
    """Return what may hide a path from any name to anything: a record, or an edge."""
    return next((gap for gap in graph.gaps if gap.relations or _zones(gap)), None)


def _further(graph: Graph, hiding: list[Gap], flags: Flags | None) -> Gap | None:
    """Return what may lead on from names that are known: where they end at nothing, or pass through what leads on.

    `flags` are those of the names; None: of all that there are.
    """
    if not hiding:
        return None
    known = graph.once(_all_lead) if flags is None else flags
    unresolved = known.unresolved or known.open
    return next((gap for gap in hiding if unresolved or (known.passing and gap.own & ONWARD)), None)


def _all_lead(graph: Graph) -> Flags:
    return united(graph.once(names_of))


def _zones(gap: Gap) -> set[str]:
    return {word for word in gap.unread.lacks if word.startswith("zone:")}


def _names(gap: Gap) -> bool:
    """Whether a gap may hide names: records, or what serves some."""
    return "Record" in gap.nodes or Relation.SERVED_BY in gap.own or bool(_zones(gap))


def _names_under(graph: Graph, gap: Gap, website: object) -> bool:
    """Whether a gap may hide names of a website, or further paths of one."""
    if not isinstance(website, str):
        return _names(gap)
    if Relation.SERVED_BY in gap.own or ("Record" in gap.nodes and not zone_words(website) & graph.complete):
        return True
    return any(registrable_domain(word.removeprefix("zone:")) == website for word in _zones(gap)) or bool(
        zone_words(website) & _zones(gap)
    )


def _leads_on(gap: Gap) -> bool:
    """Whether the names that a gap may hide can lead to a host: those of a function or of a bucket do not."""
    only_ends = bool(gap.nodes) and gap.nodes <= ENDS and not gap.own & ONWARD
    return bool(_zones(gap)) or not only_ends


def _binds(gap: Gap, host: Host) -> bool:
    """Whether a gap may hide a path into a host without an address of its own, in its account.

    An elastic address is bound in its own region; what forwards may do so across regions.
    """
    if not (gap.inside or gap.own & {Relation.FORWARDS_TO, Relation.BOUND_TO}) or not concerns(gap, host):
        return False
    place = host.placement.region
    return bool(gap.own & ONWARD) or gap.unread.region == "" or isinstance(place, Unknown) or gap.unread.region == place


def _approached(graph: Graph, host: Host) -> bool:
    """Whether a host has an address of its own, or something that was read leads into it."""
    own = isinstance(host, LoadBalancer) or host.bandwidth != 0
    return own or bool(graph.into(host)) or host.identity in graph.once(pointable)


def _some_open(graph: Graph, host: Host) -> bool:
    """Whether a website of the host is not on record: another name of it may be the one that needs a code."""
    return any(_open_behind(graph, reach) for reach in graph.once(reaches_of).get(host.identity, ()))


def _open_behind(graph: Graph, reach: Reach) -> bool:
    names = graph.once(names_of)[reach]
    return graph.known(
        "some not on record", reach, lambda: any(lacks_filing(graph, one).value is not False for one in names)
    )
