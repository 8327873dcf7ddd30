"""Questions that several checks ask of the graph, and the sentences that answer them."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator
from typing import assert_never

from icplint.graph import sentences as say
from icplint.graph.graph import Graph, N, Tie
from icplint.model.answer import Answer, Evidence, any_of, cannot_tell, no, one_of, yes
from icplint.model.names import registrable_domain
from icplint.model.text import Text, plain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    CdnDomain,
    Domain,
    Edge,
    Filing,
    LoadBalancer,
    Network,
    Node,
    Placement,
    Record,
    Server,
)
from icplint.policy import Location, provider_name, provider_owned, region, suffix

Judge = Callable[[Graph, Node], Answer]
"""Answers the question about a node where a way ends: a server, an edge, a bucket, a bare address."""

PUBLISHING = frozenset({"A", "AAAA", "CNAME", "ALIAS", "REDIRECT_URL", "FORWARD_URL", "FORWORD_URL"})
"""Record types by which a name is served (icp-rules: the others never trigger the rule)."""


# Where a name is served from


def served_from_mainland(graph: Graph, domain: Domain) -> Answer:
    """Return whether visitors of the name arrive in mainland China, by any of its ways."""
    return along(graph, domain, in_mainland)


def along(graph: Graph, node: Node, judge: Judge, seen: tuple[Node, ...] = ()) -> Answer:
    """Follow every way from a name to what serves it, and ask `judge` where each ends."""
    if any(node.identity == known.identity for known in seen):
        return no(say.LOOP.using(name=node.key), node.origin)
    seen = (*seen, node)
    match node:
        case Domain():
            return _from_domain(graph, node, judge, seen)
        case Record():
            return _from_record(graph, node, judge, seen)
        case Address() if ties := graph.out(node, Edge.BOUND_TO):
            return any_of([through(graph, tie, judge, seen) for tie in ties], no(plain("")))
        case _:
            return judge(graph, node)


def _from_domain(graph: Graph, domain: Domain, judge: Judge, seen: tuple[Node, ...]) -> Answer:
    ties = graph.out(domain, Edge.SERVED_BY, Edge.ANSWERED_BY)
    if not ties:
        return judge(graph, domain)
    return any_of([through(graph, tie, judge, seen) for tie in ties], no(plain("")))


def _from_record(graph: Graph, record: Record, judge: Judge, seen: tuple[Node, ...]) -> Answer:
    live = enabled(record)
    if live.value is False:
        return live
    if isinstance(record.record_type, Unknown):
        publishes = doubt(say.RECORD_TYPE.using(record=record.key), record.record_type, record)
    elif record.record_type.upper() in PUBLISHING:
        publishes = yes(say.PUBLISHES, record.origin)
    else:
        return no(say.OTHER_RECORD.using(record=record.key, type=record.record_type), record.origin)
    leads = any_of(
        [through(graph, tie, judge, seen) for tie in graph.out(record, Edge.RESOLVES_TO)],
        no(say.EMPTY_RECORD.using(record=record.key), record.origin),
    )
    for condition in (live, publishes):
        if condition.value is None and leads.value is not False:
            return leads.doubted(*condition.evidence)
    return leads


def enabled(record: Record) -> Answer:
    """Return whether a record is answered."""
    if isinstance(record.enabled, Unknown):
        return doubt(say.RECORD_STATUS.using(record=record.key), record.enabled, record)
    if record.enabled:
        return yes(say.ENABLED.using(record=record.key), record.origin)
    return no(say.DISABLED.using(record=record.key), record.origin)


def through(graph: Graph, tie: Tie, judge: Judge, seen: tuple[Node, ...] = ()) -> Answer:
    """Follow one tie: to its end, to all its possible ends, or into the unknown."""
    step = _step(tie)
    if tie.private:
        return no(say.PRIVATE.using(words=tie.words), tie.origin)
    answers = [along(graph, end, judge, seen) for end in tie.ends]
    if tie.rest is not None:
        answers.append(doubt(say.LEADS_UNKNOWN.using(words=say.words(tie)), tie.rest, tie))
    if len(answers) > 1 and tie.rest is not None:
        answer = one_of(answers, answers[-1].evidence[0])
    elif len(answers) > 1:
        names = ", ".join(end.key for end in tie.ends)
        answer = one_of(answers, Evidence(say.ONE_OF.using(names=names), tie.origin))
    else:
        answer = answers[0]
    if not (tie.certain and all(end.certain for end in tie.ends)) and answer.value is True:
        counted = next((n.key for n in (tie.start, *tie.ends) if not n.certain), tie.words)
        answer = answer.doubted(Evidence(say.SOME_NUMBER.using(name=counted), tie.origin, say.SETTLE_PLAN))
    return answer.because(*step)


def _step(tie: Tie) -> tuple[Evidence, ...]:
    text = say.step(tie)
    return () if text is None else (Evidence(text, tie.origin),)


def doubt(text: Text, unknown: Unknown, at: Node | Tie) -> Answer:
    """Return cannot tell, for the reason that the unknown itself gives."""
    return cannot_tell(text.using(why=unknown.why), at.origin, unknown.settle)


# Judges


def in_mainland(graph: Graph, node: Node) -> Answer:
    """Return whether visitors who reach the node are in mainland China's jurisdiction."""
    match node:
        case Server() | Bucket():
            return placed_in_mainland(graph, node, node.placement)
        case LoadBalancer():
            return placed_in_mainland(graph, node, node.placement) & reachable(node)
        case CdnDomain():
            return edges_in_mainland(node)
        case Address():
            return _address_in_mainland(graph, node)
        case Domain():
            return _name_in_mainland(node)
        case _:
            return no(say.SERVES_NOTHING.using(name=node.key), node.origin)


def placed_in_mainland(graph: Graph, node: Node, placement: Placement) -> Answer:
    """Return whether a region is in the mainland, as the policy's table of regions says."""
    name = say.named(node)
    if isinstance(placement.region, Unknown):
        return doubt(say.REGION_UNKNOWN.using(name=name), placement.region, node)
    known = region(placement.provider, placement.region)
    if known is None:
        text = say.REGION_UNHEARD.using(name=name, region=placement.region)
        return cannot_tell(text, node.origin, say.SETTLE_REGION)
    text = say.PLACED_ASSUMED if placement.assumed else say.PLACED if known.mainland else say.PLACED_OUTSIDE
    where = str(placement.origin or "")
    text = text.using(
        name=name,
        region=placement.region,
        where=f" ({where})" if where else "",
        where_zh=f"（{where}）" if where else "",
    )
    return (yes if known.mainland else no)(text, node.origin)


def reachable(balancer: LoadBalancer) -> Answer:
    """Return whether a load balancer has a public address."""
    if isinstance(balancer.public, Unknown):
        return doubt(say.PUBLIC_UNKNOWN.using(name=balancer.key), balancer.public, balancer)
    if balancer.public:
        return yes(say.PUBLIC.using(name=balancer.key), balancer.origin)
    return no(say.INTRANET.using(name=balancer.key), balancer.origin)


def edges_in_mainland(domain: CdnDomain) -> Answer:
    """Return whether a CDN answers from the mainland: with scope domestic (the default) and global it does."""
    origin = domain.scope_origin or domain.origin
    if isinstance(domain.scope, Unknown):
        return cannot_tell(say.SCOPE_UNKNOWN.using(name=domain.key, why=domain.scope.why), origin, domain.scope.settle)
    values = {"name": domain.key, "scope": domain.scope}
    if domain.scope in {"domestic", "global"}:
        return yes((say.SCOPE if domain.scope_origin else say.SCOPE_ASSUMED).using(**values), origin)
    if domain.scope == "overseas":
        return no(say.SCOPE_OVERSEAS.using(**values), origin)
    return cannot_tell(say.SCOPE_UNHEARD.using(**values), origin)


def _address_in_mainland(graph: Graph, address: Address) -> Answer:
    if address.placement is not None:
        return placed_in_mainland(graph, address, address.placement)
    if isinstance(address.ip, Unknown):
        return doubt(say.ADDRESS_UNKNOWN.using(name=address.key), address.ip, address)
    if not ipaddress.ip_address(address.ip).is_global and not _documentation(address.ip):
        return no(say.NOT_PUBLIC.using(name=address.ip), address.origin)
    network = network_of(graph, address.ip)
    if network is None:
        return cannot_tell(say.NOBODY_PLACES.using(name=address.ip), address.origin, say.SETTLE_ADDRESS)
    place = yes if network.location == "mainland" else no
    text = say.STATED_MAINLAND if network.location == "mainland" else say.STATED_OUTSIDE
    return place(text.using(name=address.ip, cidr=network.cidr), network.origin)


def _documentation(ip: str) -> bool:
    """RFC 5737 and RFC 3849 addresses stand for public ones in every example."""
    ranges = ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
    address = ipaddress.ip_address(ip)
    return any(address in ipaddress.ip_network(r) for r in ranges)


def network_of(graph: Graph, ip: str) -> Network | None:
    """Return the narrowest range of the register that holds an address."""
    address = ipaddress.ip_address(ip)
    holding = [n for n in graph.all(Network) if address in ipaddress.ip_network(n.cidr)]
    return max(holding, key=lambda n: ipaddress.ip_network(n.cidr).prefixlen, default=None)


def _name_in_mainland(domain: Domain) -> Answer:
    """A name that nothing in the run describes: a provider's own name may say where it is."""
    if isinstance(domain.name, Unknown):
        return doubt(say.NAME_UNKNOWN.using(name=domain.key), domain.name, domain)
    known = suffix(domain.name)
    if known is None:
        return cannot_tell(say.NOBODY_SHOWED.using(name=domain.key), domain.origin, say.SETTLE_ZONE)
    values = {"name": domain.key, "service": known.service, "provider": provider_name(known.provider)}
    match known.location:
        case Location.MAINLAND:
            return yes(say.SUFFIX_MAINLAND.using(**values), domain.origin)
        case Location.OUTSIDE:
            return no(say.SUFFIX_OUTSIDE.using(**values), domain.origin)
        case Location.DEPENDS:
            return cannot_tell(say.SUFFIX_DEPENDS.using(**values), domain.origin, say.SETTLE_SERVICE)
        case Location.REGION:
            found = region(known.provider, known.region) if known.region else None
            if found is None:
                return cannot_tell(say.SUFFIX_DEPENDS.using(**values), domain.origin, say.SETTLE_SERVICE)
            text = say.SUFFIX_MAINLAND if found.mainland else say.SUFFIX_OUTSIDE
            return (yes if found.mainland else no)(text.using(**values), domain.origin)
        case _:
            assert_never(known.location)


# Filings


def filing_domain(domain: Domain) -> str | Unknown | None:
    """Return the registrable domain that a filing of the name is made for; None where there is nothing to file."""
    if isinstance(domain.name, str):
        return None if provider_owned(domain.name) else registrable_domain(domain.name)
    if isinstance(domain.zone, str):
        return registrable_domain(domain.zone)
    return domain.name


def filing_of(graph: Graph, registrable: str) -> Filing | None:
    """Return the filing that covers websites under a registrable domain, whatever its status."""
    found = [f for f in graph.all(Filing) if f.key == registrable and f.subject in {"website", "entity"}]
    return min(found, key=lambda f: f.status != "filed", default=None)


def filed(graph: Graph, domain: Domain) -> Answer:
    """Return whether a website filing covers the name's registrable domain."""
    registrable = filing_domain(domain)
    if isinstance(registrable, Unknown):
        return doubt(say.NAME_UNKNOWN.using(name=domain.key), registrable, domain)
    if registrable is None:
        return yes(say.NOTHING_TO_FILE.using(name=domain.key), domain.origin)
    filing = filing_of(graph, registrable)
    if filing is not None and filing.status == "filed":
        number = filing.licence if isinstance(filing.licence, str) else ""
        return yes(say.FILED.using(domain=registrable, licence=number), filing.origin)
    if filing is not None:
        text = say.PENDING if filing.status == "pending" else say.CANCELLED
        return no(text.using(domain=registrable), filing.origin)
    return _unlisted(graph, registrable)


def _unlisted(graph: Graph, registrable: str) -> Answer:
    app = next((f for f in graph.all(Filing) if f.key == registrable), None)
    if app is not None and "filing" in graph.complete:
        return no(say.APP_ONLY.using(domain=registrable, subject=say.SUBJECTS[app.subject]), app.origin)
    if "filing" in graph.complete:
        count = sum(1 for _ in graph.all(Filing))
        files = ", ".join(graph.registers)
        return no(say.UNLISTED.using(domain=registrable, count=count), say.file_origin(files))
    if graph.registers:
        files = ", ".join(graph.registers)
        return cannot_tell(say.REGISTER_BROKEN.using(domain=registrable, file=files), None, say.SETTLE_REGISTER)
    return cannot_tell(say.NO_REGISTER.using(domain=registrable), None, say.SETTLE_NO_REGISTER)


def has_access_provider(graph: Graph, domain: Domain, provider: str) -> Answer:
    """Return whether a provider is an access provider of the filing that covers the name."""
    registrable = filing_domain(domain)
    filing = filing_of(graph, registrable) if isinstance(registrable, str) else None
    if filing is None:
        return no(say.NO_FILING.using(domain=domain.key), None)
    name = provider_name(provider)
    if isinstance(filing.access_providers, Unknown):
        return doubt(say.PROVIDERS_UNKNOWN.using(domain=filing.key), filing.access_providers, filing)
    if provider in filing.access_providers:
        return yes(say.HAS_PROVIDER.using(domain=filing.key, provider=name), filing.origin)
    others = say.listed([provider_name(p) for p in filing.access_providers])
    return no(say.LACKS_PROVIDER.using(domain=filing.key, provider=name, others=others), filing.origin)


def subjects(graph: Graph, kind: type[N]) -> Iterator[N]:
    """Yield the nodes that a check about `kind` is asked of.

    A name is asked about where the run says what serves it, and where there is something to file.
    """
    for node in graph.all(kind):
        if not isinstance(node, Domain) or (graph.out(node) and filing_domain(node) is not None):
            yield node
