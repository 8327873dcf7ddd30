"""Whose mainland hosts a name reaches, and what that demands of its filing."""

from __future__ import annotations

from typing import Final, NamedTuple

from icplint.errors import PolicyError
from icplint.graph.gaps import unless_unread
from icplint.graph.graph import Graph
from icplint.model.answer import Answer, Evidence, any_of, cannot_tell, no
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    Domain,
    Gateway,
    LoadBalancer,
    Node,
    Placement,
    Proxy,
    Record,
    Relation,
    Server,
)
from icplint.policy import ALIBABA, Confidence, Transfer
from icplint.questions.filings import filing_domain, has_access_provider
from icplint.questions.mainland import in_mainland, network_of, sightings
from icplint.questions.paths import Judge, follow, follow_edge
from icplint.questions.walk import Walk
from icplint.resources.product import ProductRole
from icplint.resources.products import is_proxy, product, transfer_product
from icplint.wording import filing_sentences as filing_say
from icplint.wording import sentences as say
from icplint.wording.hops import node_name

OWN_ROOM: Final = "self"


class Host(NamedTuple):
    """What answers at the end of a path. `provider` None: not known; `weak`: only a public list does."""

    provider: str | None
    product: str
    placed: Answer
    weak: bool = False


def host(graph: Graph, node: Node) -> Host | None:
    """Return whose host a node is, and whether it stands in the mainland; None for an edge in front of a host."""
    match node:
        case Record():
            return Host(ALIBABA, "url-forwarding", in_mainland(graph, node))
        case Address(placement=None):
            return Host(_provider(graph, node), "ecs", in_mainland(graph, node))
        case Address() if is_proxy(node.product):
            return None
        case Server() | LoadBalancer() | Bucket() | Gateway() | Address():
            return Host(_provider(graph, node), transfer_product(node.product), in_mainland(graph, node))
        case Domain():
            return _named_host(graph, node)
        case Proxy():
            return None
        case _:
            return Host(None, "", in_mainland(graph, node))


def _provider(graph: Graph, node: Node) -> str | None:
    """Return whose host a node is, if it is one and that is known."""
    match node:
        case Server() | LoadBalancer() | Bucket() | Gateway() | Address(placement=Placement()):
            place = node.placement
            assert place is not None
            if isinstance(place.region, Unknown):
                return place.provider
            return graph.policy.regions.access_provider(place.provider, place.region)
        case Address():
            network = network_of(graph, node.ip) if isinstance(node.ip, str) else None
            return None if network is None or network.provider == "unknown" else network.provider
        case Domain(name=str() as name) if (found := graph.policy.suffixes.find(name)) is not None:
            return graph.policy.regions.access_provider(found.provider, found.region or "")
        case _:
            return None


def _named_host(graph: Graph, domain: Domain) -> Host | None:
    known = graph.policy.suffixes.find(domain.name) if isinstance(domain.name, str) else None
    placed = in_mainland(graph, domain)
    if known is None or product(known.service).role is ProductRole.TRAFFIC_MANAGER:
        return Host(None, "", placed)
    if is_proxy(known.service):
        return None
    return Host(
        _provider(graph, domain), transfer_product(known.service), placed, weak=known.confidence is Confidence.LOW
    )


def reaches_alibaba(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name reaches, with nothing in front, an Alibaba Cloud product that demands a filing there."""
    return follow(graph, domain, alibaba_host)


def alibaba_host(graph: Graph, node: Node) -> Answer:
    """Return whether a node is a mainland host of Alibaba Cloud that demands it as access provider."""
    found = host(graph, node)
    if found is None:
        return no(say.ON_CDN.using(name=node_name(graph, node)), node.origin)
    if found.placed.value is False or found.provider is None:
        return _whose(graph, node, found)
    if found.provider != ALIBABA:
        return no(
            say.OTHERS.using(name=node_name(graph, node), provider=graph.policy.providers.name(found.provider)),
            node.origin,
        )
    try:
        demanded = graph.policy.fact(f"transfer.{found.product}").value == Transfer.REQUIRED
    except PolicyError:  # no rule names the product
        return (
            found.placed if found.placed.value is None else cannot_tell(say.NO_RULE.using(name=node_name(graph, node)))
        )
    if not demanded:
        return no(
            say.NO_TRANSFER.using(name=node_name(graph, node), provider=graph.policy.providers.name(ALIBABA)),
            node.origin,
        )
    return found.placed


def _whose(graph: Graph, node: Node, found: Host) -> Answer:
    """Outside, it does not matter whose host it is; in the mainland it does.

    That a database gives a network to a company is no proof: owners let their addresses to others.
    """
    if found.placed.value is not True:
        return found.placed
    said = sightings(graph, node.ip) if isinstance(node, Address) and isinstance(node.ip, str) else ()
    for sighting in said:
        if sighting.owner:
            values = {"owner": sighting.owner, "file": sighting.file, "made": sighting.made}
            return cannot_tell(say.OWNED.using(name=node.key, **values), node.origin, say.SETTLE_ADDRESS)
    return cannot_tell(say.WHOSE.using(name=node_name(graph, node)), node.origin, say.SETTLE_ADDRESS)


def accelerated_alibaba_origin(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name is answered at a mainland edge before an Alibaba Cloud mainland host, OSS excepted.

    While a rule demanded the filing of whatever a product answers, the origin does not matter. As long as the demand
    was not advice, the products that demanded nothing are not an offence.
    """
    return follow(graph, domain, _accelerated)


def _accelerated(graph: Graph, node: Node) -> Answer:
    if proxies := _proxies(graph, node):
        placed = in_mainland(graph, node)
        return placed & any_of([_demands_transfer(graph, proxy) for proxy in proxies], Answer(False))
    found = host(graph, node)
    if found is None:  # an edge that nothing in the run describes
        return in_mainland(graph, node) & _unread(graph, node)
    if found.provider is None and found.placed.value is None:
        return found.placed
    return no(filing_say.NOT_BEHIND_CDN.using(name=node_name(graph, node)), node.origin)


def _proxies(graph: Graph, node: Node) -> list[Proxy]:
    """Return the proxy that a node is, or those that answer at an address."""
    if isinstance(node, Proxy):
        return [node]
    return [edge.start for edge in graph.into(node, Relation.ANSWERS_AT) if isinstance(edge.start, Proxy)]


def _demands_transfer(graph: Graph, proxy: Proxy) -> Answer:
    """Return whether a proxy in the mainland demands, or advises, that Alibaba Cloud be an access provider."""
    if proxy.provider != ALIBABA:
        return _origins(graph, proxy)
    try:
        rule = graph.policy.fact(f"transfer.{transfer_product(proxy.product)}").value
    except PolicyError:  # no rule names the product
        return cannot_tell(say.NO_RULE.using(name=node_name(graph, proxy)), proxy.origin)
    if rule == Transfer.REQUIRED:
        return Answer(True)
    advised = graph.policy.fact("untransferred-cdn-origin.severity").value != "error"
    if rule == Transfer.ORIGIN_ON_ALIBABA or advised:
        return _origins(graph, proxy)
    return no(
        say.NO_TRANSFER.using(name=node_name(graph, proxy), provider=graph.policy.providers.name(ALIBABA)), proxy.origin
    )


def _origins(graph: Graph, proxy: Proxy) -> Answer:
    """Return whether a proxy fetches from an Alibaba Cloud mainland host, through whatever other proxies."""
    return graph.once(Walk).at(proxy, _origins, lambda one: _fetched(graph, one))


def _fetched(graph: Graph, proxy: Node) -> Answer:
    assert isinstance(proxy, Proxy)
    none = (
        _unread(graph, proxy)
        if proxy.fetches
        else no(say.ANSWERS_ITSELF.using(name=node_name(graph, proxy)), proxy.origin)
    )
    origins = any_of([follow_edge(graph, edge, _fetches_from) for edge in graph.out(proxy, Relation.FRONTS)], none)
    return unless_unread(graph, origins, proxy, Relation.FRONTS)


def _fetches_from(graph: Graph, node: Node) -> Answer:
    if further := _proxies(graph, node):
        return any_of([_origins(graph, each) for each in further], Answer(False))
    return _unread(graph, node) if host(graph, node) is None else alibaba_host(graph, node)


def _unread(graph: Graph, node: Node) -> Answer:
    return cannot_tell(say.NO_ORIGIN.using(name=node_name(graph, node)), node.origin, say.SETTLE_SERVICE)


def abandoned(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name reaches a mainland host of another provider that its filing does not name.

    Names of which the filings name the same providers, of those in the run, are followed together; what the filing of
    each says is told where it matters.
    """
    named = _named(graph, domain)
    values = tuple((provider, answer.value) for provider, answer in named.items())
    found = follow(graph, domain, graph.known("abandoned", values, lambda: _not_named(dict(values))))
    told: dict[Evidence, None] = {}
    for evidence in found.evidence:
        about = evidence.text.values.get("named") if evidence.text.en == _NAMED.en else None
        told |= dict.fromkeys((evidence,) if about is None else named[str(about)].evidence)
    return Answer(found.value, tuple(told))


_NAMED: Final = Text(en="whether the filing names {named}", zh="备案是否包含 {named}")
"""Stands for what the filing of a name says about a provider."""


def _named(graph: Graph, domain: Domain) -> dict[str, Answer]:
    """Return for each provider of the run whether the filing of a name names it."""
    registrable = filing_domain(graph, domain)
    providers = graph.once(_other_providers)
    return graph.known(
        "providers named",
        registrable if isinstance(registrable, str) else None,
        lambda: {provider: has_access_provider(graph, domain, provider) for provider in providers},
    )


def _other_providers(graph: Graph) -> list[str]:
    """Return the access providers of which some host may be met."""
    found = {provider for node in graph.nodes() if (provider := _provider(graph, node)) is not None}
    return sorted(found - {ALIBABA, OWN_ROOM})


def _not_named(named: dict[str, bool | None]) -> Judge:
    """Return what judges the hosts of all names whose filings name these providers, or not."""

    def judge(graph: Graph, node: Node) -> Answer:
        found = host(graph, node)
        if found is None:
            return no(say.ON_CDN.using(name=node_name(graph, node)), node.origin)
        if found.placed.value is False or found.provider is None:
            return _whose(graph, node, found)
        if found.provider == ALIBABA:
            return no(filing_say.OWN.using(name=node_name(graph, node)), node.origin)
        if found.provider == OWN_ROOM:
            return cannot_tell(say.OWN_ROOM.using(name=node_name(graph, node)), node.origin, say.SETTLE_OWN_ROOM)
        said = Evidence(_NAMED.using(named=found.provider))
        answer = found.placed & ~Answer(named[found.provider], (said,))
        if found.weak and answer.value is True:
            values = {"name": node.key, "provider": graph.policy.providers.name(found.provider)}
            return answer.doubted(Evidence(say.WEAK.using(**values), node.origin, say.SETTLE_SERVICE))
        return answer

    return judge
