"""Whether what serves a name stands in mainland China."""

from __future__ import annotations

import ipaddress
from collections import defaultdict
from typing import assert_never

from icplint.graph.gaps import unless_unread
from icplint.graph.graph import Edge, Graph
from icplint.model.addresses import is_public
from icplint.model.answer import Answer, Evidence, any_of, cannot_tell, no, one_of, yes
from icplint.model.geo import GeoResult
from icplint.model.memo import Memo
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    Domain,
    Gateway,
    LoadBalancer,
    Network,
    Node,
    Placement,
    Proxy,
    Record,
    Relation,
    Server,
    Service,
)
from icplint.policy import Location, Regions, Suffix
from icplint.questions.next_hops import doubt
from icplint.questions.paths import follow, follow_edge
from icplint.wording import sentences as say
from icplint.wording.hops import differing, node_name, service, the

_Range = ipaddress.IPv4Network | ipaddress.IPv6Network


def served_from_mainland(graph: Graph, domain: Domain) -> Answer:
    """Return whether visitors of the name arrive in mainland China, by any of its paths."""
    return graph.once(_served)[domain]


def _served(graph: Graph) -> Memo[Domain, Answer]:
    return Memo(lambda domain: follow(graph, domain, in_mainland))


def in_mainland(graph: Graph, node: Node) -> Answer:
    """Return whether visitors who reach the node are in mainland China's jurisdiction."""
    match node:
        case Server() | Bucket() | Gateway():
            placed = placed_in_mainland(graph, node, node.placement) & _running(node)
            return Answer(placed.value, (*placed.evidence, *differing(graph, node, "region", "availability_zone")))
        case LoadBalancer():
            return placed_in_mainland(graph, node, node.placement) & reachable(graph, node)
        case Proxy():
            return edges_in_mainland(graph, node)
        case Address():
            return _address_in_mainland(graph, node)
        case Domain():
            return _name_in_mainland(graph, node)
        case Record():
            return yes(say.FORWARDED.using(name=node.host), node.origin)
        case Service(plugin=plugin) if plugin:
            text = say.IN_A_PLUGIN.using(name=node.key, product=node.product, plugin=plugin)
            return cannot_tell(text, node.origin, say.INSTALL.using(plugin=plugin))
        case Service(why=Text() as why):
            return cannot_tell(say.UNREAD_MODULE.using(name=node.key, why=why), node.origin, node.settle)
        case Service():
            text = say.UNMODELLED.using(name=node.key, product=node.product)
            settle = say.SETTLE_UNMODELLED if node.told else say.SETTLE_RECORDED if node.record else None
            return cannot_tell(text, node.origin, settle)
        case _:
            return no(say.SERVES_NOTHING.using(name=node.key), node.origin)


def _running(node: Node) -> Answer:
    """Return whether a machine serves who comes; one that is stopped may do so again at any time."""
    if isinstance(node, Server) and node.halted is not None:
        return cannot_tell(node.halted, node.origin, say.SETTLE_HALTED)
    return Answer(True)


def placed_in_mainland(graph: Graph, node: Node, placement: Placement) -> Answer:
    """Return whether the region of a node is in the mainland, as the policy's table of regions says."""
    known = graph.once(_placements)
    if node not in known:
        known[node] = _placed(graph, node, placement)
    return known[node]


def _placements(_graph: Graph) -> dict[Node, Answer]:
    return {}


def _placed(graph: Graph, node: Node, placement: Placement) -> Answer:
    name = node_name(graph, node)
    if isinstance(placement.region, Unknown):
        return doubt(say.REGION_UNKNOWN.using(name=name), placement.region, node)
    known = graph.policy.regions.find(placement.provider, placement.region)
    if known is None:
        text = say.REGION_UNHEARD.using(name=name, region=placement.region)
        return cannot_tell(text, node.origin, say.SETTLE_REGION)
    text = say.PLACED if known.mainland else say.PLACED_OUTSIDE
    where = (
        ""
        if placement.origin in {None, node.origin} or str(placement.origin) == str(node.origin)
        else str(placement.origin)
    )
    text = text.using(
        name=name,
        region=placement.region,
        where=f" ({where})" if where else "",
        where_zh=f"（{where}）" if where else "",
    )
    return (yes if known.mainland else no)(text, node.origin)


def reachable(graph: Graph, node: LoadBalancer | Address) -> Answer:
    """Return whether visitors reach a node: it has a public address itself, or an elastic one is bound to it."""
    if isinstance(node.public, Unknown):
        text = say.MAY_BE_PUBLIC if isinstance(node, Address) else say.PUBLIC_UNKNOWN
        own = doubt(text.using(name=node_name(graph, node)), node.public, node)
    elif node.public:
        return yes(say.PUBLIC.using(name=node_name(graph, node)), node.origin)
    else:
        own = no(say.INTRANET.using(name=node_name(graph, node)), node.origin)
    made = any_of([own, *(_made_public(graph, node, edge) for edge in graph.into(node, Relation.BOUND_TO))], own)
    region = node.placement.region if node.placement is not None else None
    return unless_unread(graph, made, node, Relation.BOUND_TO, region=region)


def _made_public(graph: Graph, node: Node, edge: Edge) -> Answer:
    if edge.certain and edge.rest is None and len(edge.ends) == 1:
        return yes(
            say.MADE_PUBLIC.using(name=node_name(graph, node), address=node_name(graph, edge.start)), edge.origin
        )
    why = Unknown(say.ONE_OF.using(names=edge.words))
    return doubt(say.PUBLIC_UNKNOWN.using(name=node_name(graph, node)), why, edge)


def edges_in_mainland(graph: Graph, proxy: Proxy) -> Answer:
    """Return whether a proxy answers from the mainland: by its scope, its region, or its addresses.

    Of the scopes domestic (the default) and global include the mainland.
    """
    if proxy.placement is not None:
        return placed_in_mainland(graph, proxy, proxy.placement)
    if proxy.scope is None:
        return _answers_in_mainland(graph, proxy)
    origin = proxy.scope_origin or proxy.origin
    values = {"name": proxy.key, "service": service(graph, proxy.product), "the": the(graph, proxy.product)}
    if isinstance(proxy.scope, Unknown):
        return cannot_tell(say.SCOPE_UNKNOWN.using(**values, why=proxy.scope.why), origin, proxy.scope.settle)
    said = {**values, "scope": proxy.scope, "word": "coverage" if proxy.product == "esa" else "scope"}
    if proxy.scope in {"domestic", "global"}:
        return yes((say.SCOPE if proxy.scope_origin else say.SCOPE_ASSUMED).using(**said), origin)
    if proxy.scope == "overseas":
        text = say.CLOUDFLARE if proxy.product == "cloudflare" else say.SCOPE_OVERSEAS
        return no(text.using(**said), origin)
    return cannot_tell(say.SCOPE_UNHEARD.using(**said), origin)


def _answers_in_mainland(graph: Graph, proxy: Proxy) -> Answer:
    unread = cannot_tell(say.NO_EDGES.using(name=node_name(graph, proxy)), proxy.origin, say.SETTLE_SERVICE)
    edges = graph.out(proxy, Relation.ANSWERS_AT)
    return unless_unread(
        graph, any_of([follow_edge(graph, edge, in_mainland) for edge in edges], unread), proxy, Relation.ANSWERS_AT
    )


def _address_in_mainland(graph: Graph, address: Address) -> Answer:
    if address.placement is not None and address.public is True:
        return placed_in_mainland(graph, address, address.placement)
    if address.placement is not None:
        return placed_in_mainland(graph, address, address.placement) & reachable(graph, address)
    if isinstance(address.ip, Unknown):
        return doubt(say.ADDRESS_UNKNOWN.using(name=address.key), address.ip, address)
    if not is_public(address.ip):
        return no(say.NOT_PUBLIC.using(name=address.ip), address.origin)
    network = network_of(graph, address.ip)
    if network is None:
        return _sighted(graph, address, address.ip)
    place = yes if network.location == "mainland" else no
    text = say.STATED_MAINLAND if network.location == "mainland" else say.STATED_OUTSIDE
    return place(text.using(name=address.ip, cidr=network.cidr), network.origin)


def _sighted(graph: Graph, address: Address, ip: str) -> Answer:
    """Where nothing in the run places an address, the user's databases do; where they differ, it is not known."""
    answers = []
    for sighting in sightings(graph, ip):
        text = say.SIGHTED_MAINLAND if sighting.mainland else say.SIGHTED_OUTSIDE
        text = text.using(name=ip, file=sighting.file, made=sighting.made, place=sighting.place)
        if sighting.mainland is not None:
            answers.append((yes if sighting.mainland else no)(text, address.origin))
    if not answers:
        return cannot_tell(say.NOBODY_PLACES.using(name=ip), address.origin, say.SETTLE_ADDRESS)
    return one_of(answers, Evidence(say.SIGHTINGS_DIFFER.using(name=ip), address.origin, say.SETTLE_ADDRESS))


def sightings(graph: Graph, ip: str) -> tuple[GeoResult, ...]:
    """Return what the user's databases say of an address that nothing in the run describes."""
    return graph.geo.locate(ip) if graph.geo is not None else ()


def network_of(graph: Graph, ip: str) -> Network | None:
    """Return the narrowest range of the register that holds an address."""
    address = ipaddress.ip_address(ip)
    for length, networks in graph.once(_networks):
        if address.max_prefixlen >= length:
            above = ipaddress.ip_network((ip, length), strict=False)
            if (found := networks.get(above)) is not None:
                return found
    return None


def _networks(graph: Graph) -> list[tuple[int, dict[_Range, Network]]]:
    """Return the ranges of the register by their length, the narrowest first; of equal ones the first counts."""
    found: dict[int, dict[_Range, Network]] = defaultdict(dict)
    for network in graph.all(Network):
        cidr = ipaddress.ip_network(network.cidr)
        found[cidr.prefixlen].setdefault(cidr, network)
    return sorted(found.items(), reverse=True)


def _name_in_mainland(graph: Graph, domain: Domain) -> Answer:
    """A name that nothing in the run describes: a provider's own name may say where it is."""
    if isinstance(domain.name, Unknown):
        return doubt(say.NAME_UNKNOWN.using(name=domain.key), domain.name, domain)
    known = graph.policy.suffixes.find(domain.name)
    if known is None:
        return cannot_tell(say.NOBODY_SHOWED.using(name=domain.key), domain.origin, say.SETTLE_ZONE)
    values = {
        "name": domain.key,
        "service": service(graph, known.service),
        "provider": graph.policy.providers.name(known.provider),
    }
    text, answer = _suffix_in_mainland(known, graph.policy.regions)
    said = text.using(**values)
    if known.origin is not None:
        said = say.SUFFIX_OWN.using(said=said, pattern=known.pattern)
    origin = known.origin or domain.origin
    if answer is None:
        return cannot_tell(said, origin, say.SETTLE_SERVICE)
    return (yes if answer else no)(said, origin)


def _suffix_in_mainland(known: Suffix, regions: Regions) -> tuple[Text, bool | None]:
    match known.location:
        case Location.MAINLAND:
            return say.SUFFIX_MAINLAND, True
        case Location.OUTSIDE:
            return say.SUFFIX_OUTSIDE, False
        case Location.DEPENDS:
            return say.SUFFIX_DEPENDS, None
        case Location.PRIVATE:
            return say.SUFFIX_PRIVATE, False
        case Location.REGION:
            found = regions.find(known.provider, known.region) if known.region else None
            if found is None:
                return say.SUFFIX_DEPENDS, None
            return (say.SUFFIX_MAINLAND if found.mainland else say.SUFFIX_OUTSIDE), found.mainland
        case _:
            assert_never(known.location)
