"""Which websites a server stands behind, and which of them still need a service code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from icplint.graph.gaps import doubted, lacks
from icplint.graph.graph import Edge, Graph, Identity
from icplint.model.answer import Answer, any_of, no, yes
from icplint.model.names import registrable_domain
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    Domain,
    Gateway,
    LoadBalancer,
    Node,
    Proxy,
    Record,
    Relation,
    Server,
    ServerGroup,
    ServiceCode,
)
from icplint.questions import filing_system
from icplint.questions.filings import (
    closed_to_filing,
    filed,
    filing_domain,
    filings_of,
    has_access_provider,
    subjects,
    unfilled,
)
from icplint.questions.mainland import served_from_mainland
from icplint.questions.next_hops import doubt, edges_of, enabled, forwards, publishes
from icplint.wording import filing_sentences as filing_say
from icplint.wording import sentences as say

CODE_USED: Final = Text(en="a service code was used for {domain} already", zh="{domain} 已使用过备案服务码")

Host = Server | LoadBalancer
"""What may issue service codes: servers, and on some days NAT gateways, which are balancers here."""
INWARD: Final = frozenset({Relation.FRONTS, Relation.FORWARDS_TO})
"""Edges by which what answers visitors leads on inside its network."""
ENDS: Final = (Bucket, Gateway, Record, Server)
"""Where a path ends that was read to its end: a record leads on, unless it publishes nothing."""


class Served(NamedTuple):
    """A name that a host stands behind; not `certain` where it is one of several that may."""

    domain: Domain
    certain: bool


class Reach(NamedTuple):
    """The hosts behind a name, each with whether it certainly is; `open` where a path leads into the unknown.

    An open path may end anywhere: nothing is known of its end, not even of what it is an attribute. `unresolved`: a
    path ends at what nothing in the run describes. `passing`: a path goes through what leads on to others.
    """

    hosts: dict[Identity, tuple[Host, bool]]
    open: bool
    unresolved: bool = False
    passing: bool = False


def reaches(graph: Graph) -> list[tuple[Domain, Reach]]:
    """Return what stands behind each name, through CDN origins and load balancers too."""
    return [(domain, _reached(graph, domain)) for domain in subjects(graph, Domain)]


def websites(graph: Graph) -> dict[Identity, list[Served]]:
    """Return, for each host's identity, the names that lead to it."""
    found: dict[Identity, list[Served]] = defaultdict(list)
    for domain, reach in graph.once(reaches):
        for identity, (_, certain) in reach.hosts.items():
            found[identity].append(Served(domain, certain))
    return found


def open_names(graph: Graph) -> list[Domain]:
    """Return the names of which a path leads into the unknown."""
    return [domain for domain, reach in graph.once(reaches) if reach.open]


def pointable(graph: Graph) -> dict[Identity, Host]:
    """Return the hosts that an unknown value may turn out to lead to: what has, or may have, a public address.

    What stands behind a proxy or a balancer may have none: where that end is not known, it may be any server.
    """
    found = {i: host for _, reach in graph.once(reaches) for i, (host, _) in reach.hosts.items()}
    for address in graph.all(Address):
        if isinstance(address.ip, str):
            found |= {i: host for i, (host, _) in _reached(graph, address).hosts.items()}
    inside = any(
        edge.relation in INWARD and edge.rest is not None and _is_unresolved(edge.rest) for edge in graph.edges()
    )
    found |= {one.identity: one for one in graph.all(Server) if inside or one.bandwidth != 0}
    balancers = (one for one in graph.all(LoadBalancer) if graph.policy.eligible(one.product))
    return found | {one.identity: one for one in balancers if inside or one.public is not False}


def behind(graph: Graph, website: str) -> dict[Identity, tuple[Host, bool]]:
    """Return the hosts behind a website, by its registrable domain, and those that may be: each with its certainty.

    A name that is not known may be of this website, and a path into the unknown may lead to any pointable host.
    """
    found: dict[Identity, tuple[Host, bool]] = {}
    paths = graph.once(_by_website)
    nameless = paths.get("", ())
    for reach in nameless:
        found |= {i: (host, False) for i, (host, _) in reach.hosts.items()}
    if any(reach.open for reach in (*nameless, *paths.get(website, ()))):
        found |= {i: (host, False) for i, host in graph.once(pointable).items()}
    for reach in paths.get(website, ()):
        found |= {i: one for i, one in reach.hosts.items() if one[1] or i not in found}
    return found


def paths_of(graph: Graph, website: str) -> list[Reach]:
    """Return what stands behind the names of a website, and behind those that may be of it."""
    paths = graph.once(_by_website)
    return [*paths.get("", ()), *paths.get(website, ())]


def _by_website(graph: Graph) -> dict[str, list[Reach]]:
    """Return what stands behind the names of each website; of names that are not known under the empty string."""
    found: dict[str, list[Reach]] = defaultdict(list)
    for domain, reach in graph.once(reaches):
        if (website := filing_domain(graph, domain)) is not None:
            found[website if isinstance(website, str) else ""].append(reach)
    return found


def _reached(graph: Graph, start: Node) -> Reach:
    hosts: dict[Identity, tuple[Host, bool]] = {}
    loose = unresolved = passing = False
    seen: set[tuple[Identity, bool]] = set()
    todo: list[tuple[Node, bool]] = [(start, True)]
    while todo:
        node, certain = todo.pop()
        if (node.identity, certain) in seen:
            continue
        seen.add((node.identity, certain))
        if isinstance(node, Server) or (isinstance(node, LoadBalancer) and graph.policy.eligible(node.product)):
            known = hosts.get(node.identity)
            hosts[node.identity] = (node, certain or bool(known and known[1]))
        onward = list(_onward(graph, node))
        passing = passing or isinstance(node, LoadBalancer | Proxy | ServerGroup)
        unresolved = unresolved or not (all(edge.ends for edge, _ in onward) and (onward or isinstance(node, ENDS)))
        for edge, sure in onward:
            loose = loose or (edge.rest is not None and _is_unresolved(edge.rest))
            goes = certain and sure and edge.certain and edge.rest is None and len(edge.ends) == 1
            todo += [(end, goes and end.certain and _public(edge, end) is True) for end in _arrived(edge)]
    return Reach(hosts, loose, unresolved, passing)


def _is_unresolved(unknown: Unknown) -> bool:
    return unknown.open or not unknown.refs


def _onward(graph: Graph, node: Node) -> Iterator[tuple[Edge, bool]]:
    """Yield the edges by which visitors go on, each with whether they certainly do."""
    sure = True
    if isinstance(node, Record):
        live, serves = enabled(node).value, publishes(node).value
        if forwards(node) or live is False or serves is False:
            return
        sure = bool(live and serves)
    for edge in edges_of(graph, node) if isinstance(node, Domain) else graph.out(node):
        yield edge, sure


def _arrived(edge: Edge) -> list[Node]:
    if edge.private and edge.relation not in {Relation.FRONTS, Relation.FORWARDS_TO}:
        return []
    return [end for end in edge.ends if _public(edge, end) is not False]


def _public(edge: Edge, end: Node) -> bool | Unknown:
    """A load balancer is reached if it has a public address, or an elastic one bound to it."""
    if isinstance(end, LoadBalancer) and edge.relation in {Relation.RESOLVES_TO, Relation.FRONTS, Relation.SERVED_BY}:
        return end.public
    return True


def domains_with_codes(graph: Graph) -> set[str | None]:
    """Return the registrable domains for which the register says that a service code was used."""
    return {registrable_domain(code.domain) for code in graph.all(ServiceCode)}


def website_needs_code(graph: Graph, domain: Domain) -> Answer:
    """Return whether the website that a name belongs to needs a service code: for this name, or for another one."""
    website = filing_domain(graph, domain)
    if not isinstance(website, str):
        own = needs_code(graph, domain)
        if isinstance(website, Unknown) and own.value is False and graph.once(_some_website_needs):
            return doubt(say.NAME_UNKNOWN.using(name=domain.key), website, domain)
        return own
    known = graph.once(_website_needs)
    if website not in known:
        needs = any_of((needs_code(graph, one) for one in graph.once(names)[website]), Answer(False))
        known[website] = needs if needs.value is not False else _nameless(graph, domain, needs)
    own = needs_code(graph, domain)  # says it best
    return own if own.value is known[website].value else known[website]


def _nameless(graph: Graph, domain: Domain, needs: Answer) -> Answer:
    """A name that is not known may be of the website, and served from the mainland."""
    lacking = lacks_filing(graph, domain)
    if lacking.value is False:
        return needs
    for one, _ in graph.once(reaches):
        if isinstance(filing_domain(graph, one), Unknown) and isinstance(one.name, Unknown):
            served = served_from_mainland(graph, one) & doubt(say.NAME_UNKNOWN.using(name=one.key), one.name, one)
            if served.value is not False:
                return served
    return needs


def names(graph: Graph) -> dict[str, list[Domain]]:
    """Return the names of each website, by its registrable domain."""
    found: dict[str, list[Domain]] = defaultdict(list)
    for domain, _ in graph.once(reaches):
        if isinstance(website := filing_domain(graph, domain), str):
            found[website].append(domain)
    return found


def _some_website_needs(graph: Graph) -> bool:
    """Return whether a name that is not known may be of a website that needs a code."""
    return any(website_needs_code(graph, found[0]).value is not False for found in graph.once(names).values())


def _website_needs(_graph: Graph) -> dict[str, Answer]:
    return {}


def needs_code(graph: Graph, domain: Domain) -> Answer:
    """Return whether a name needs a service code: no Alibaba Cloud filing is on record, and one can be had.

    What was not read is not on record. A code that was used already, or a name that cannot be filed, needs no other.
    """
    known = graph.once(_needs)
    if domain.identity not in known:
        known[domain.identity] = _needs_code(graph, domain)
    return known[domain.identity]


def _needs(_graph: Graph) -> dict[Identity, Answer]:
    return {}


def _needs_code(graph: Graph, domain: Domain) -> Answer:
    lacking = lacks_filing(graph, domain)
    if lacking.value is False:  # the path need not be followed
        return lacking
    served = served_from_mainland(graph, domain)
    return lacking if served.value else served & lacking


def lacks_filing(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name's registrable domain can be filed with Alibaba Cloud, and is not, as far as was read."""
    registrable = filing_domain(graph, domain)
    if isinstance(registrable, Unknown):
        return doubt(say.NAME_UNKNOWN.using(name=domain.key), registrable, domain)
    if registrable is None:
        return no(filing_say.NOTHING_TO_FILE.using(name=domain.key), domain.origin)
    if registrable in graph.once(domains_with_codes):
        return no(CODE_USED.using(domain=registrable), domain.origin)
    closed = closed_to_filing(graph, domain)
    if closed.value:
        return ~closed
    covered = filed(graph, domain)
    if covered.value is True:
        return ~has_access_provider(graph, domain, "alibaba")
    if covered.value is None and filings_of(graph, registrable):  # on record, and contradicted there
        return ~(covered & has_access_provider(graph, domain, "alibaba"))
    if covered.value is None and unfilled(graph, registrable) is not None:
        return ~covered
    if covered.value is None and (gap := lacks(graph, filing_system.KIND)) is not None:
        return doubted(yes(filing_say.NOT_ON_RECORD.using(domain=registrable), domain.origin), gap)
    return yes(filing_say.NOT_ON_RECORD.using(domain=registrable), covered.evidence[0].origin)
