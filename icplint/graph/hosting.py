"""Whose mainland servers a name reaches, and what that demands of its filing."""

from __future__ import annotations

from typing import Final

from icplint.graph import sentences as say
from icplint.graph.filings import has_access_provider
from icplint.graph.graph import Graph
from icplint.graph.places import in_mainland, network_of, placed_in_mainland, reachable
from icplint.graph.ways import along, doubt, through
from icplint.model.answer import Answer, any_of, cannot_tell, no
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    CdnDomain,
    Domain,
    Edge,
    LoadBalancer,
    Node,
    Server,
    Service,
)
from icplint.policy import Confidence, Transfer, provider_name, suffix

ALIBABA: Final = "alibaba"
CDNS: Final = frozenset({"cdn", "dcdn", "esa", "vod", "live"})

NO_TRANSFER: Final = Text(
    en="{name} needs a filing, but not one with {provider}", zh="{name} 需要备案，但不要求接入{provider}"
)
ON_CDN: Final = Text(
    en="{name} answers visitors; its origin is asked about apart", zh="访客由 {name} 响应，源站另行判断"
)
OTHERS: Final = Text(en="{name} is a server of {provider}", zh="{name} 是{provider}的服务器")
WHOSE: Final = Text(
    en="nothing that was read says whose server {name} is", zh="已读取的内容中没有说明 {name} 属于哪家服务商"
)
NO_ORIGIN: Final = Text(en="{name} has no origin in what was read", zh="已读取的内容中没有 {name} 的源站")
WEAK: Final = Text(
    en="{name} seems to be {service} of {provider}, by a public list of names only",
    zh="仅根据公开名单，{name} 可能是{provider}的 {service} 服务",
)
SETTLE_NETWORK: Final = say.SETTLE_ADDRESS


def reaches_alibaba(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name reaches, with nothing in front, an Alibaba Cloud product that demands a filing there."""
    return along(graph, domain, alibaba_host)


def alibaba_host(graph: Graph, node: Node) -> Answer:
    """Return whether a node is a mainland product of Alibaba Cloud that demands it as access provider."""
    match node:
        case Server() | LoadBalancer() | Bucket() if node.placement.provider == ALIBABA:
            if not _demanded(graph, node.product):
                return _not_demanded(node)
            placed = placed_in_mainland(node, node.placement)
            return placed & reachable(node) if isinstance(node, LoadBalancer) else placed
        case CdnDomain():
            return no(ON_CDN.using(name=say.named(node)), node.origin)
        case Address():
            return _address_of(graph, node, ALIBABA)
        case Domain():
            return _name_of_alibaba(graph, node)
        case Service():
            return in_mainland(graph, node)
        case _:
            return no(say.SERVES_NOTHING.using(name=node.key), node.origin)


def _demanded(graph: Graph, product: str) -> bool:
    return bool(graph.policy.fact(f"transfer.{product}").value == Transfer.REQUIRED)


def _not_demanded(node: Node) -> Answer:
    return no(NO_TRANSFER.using(name=say.named(node), provider=provider_name(ALIBABA)), node.origin)


def _address_of(graph: Graph, address: Address, provider: str) -> Answer:
    """An address is its provider's: by its own placement, else as the register states it."""
    if address.placement is not None:
        return placed_in_mainland(address, address.placement)
    located = in_mainland(graph, address)
    if located.value is False:
        return located
    network = network_of(graph, address.ip) if isinstance(address.ip, str) else None
    if network is None or network.provider == "unknown":
        return cannot_tell(WHOSE.using(name=address.key), address.origin, SETTLE_NETWORK)
    if network.provider == provider:
        return located
    return no(OTHERS.using(name=address.key, provider=provider_name(network.provider)), network.origin)


def _name_of_alibaba(graph: Graph, domain: Domain) -> Answer:
    located = in_mainland(graph, domain)
    known = suffix(domain.name) if isinstance(domain.name, str) else None
    if located.value is False or known is None:
        return located
    if known.provider != ALIBABA:
        return no(OTHERS.using(name=domain.key, provider=provider_name(known.provider)), domain.origin)
    product = {"alb": "slb", "nlb": "slb", "clb": "slb", "oss-accelerate": "oss"}.get(known.service, known.service)
    if product in CDNS:
        return no(ON_CDN.using(name=domain.key), domain.origin)
    return located if _demanded(graph, product) else _not_demanded(domain)


def accelerated_alibaba_origin(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name is accelerated in the mainland before an Alibaba Cloud mainland host, OSS excepted."""
    return along(graph, domain, _accelerated)


def _accelerated(graph: Graph, node: Node) -> Answer:
    if isinstance(node, Service):
        return in_mainland(graph, node)
    if not isinstance(node, CdnDomain):
        return no(say.NOT_BEHIND_CDN.using(name=say.named(node)), node.origin)
    ties = graph.out(node, Edge.FRONTS)
    absent = cannot_tell(NO_ORIGIN.using(name=say.named(node)), node.origin)
    return in_mainland(graph, node) & any_of([through(graph, tie, alibaba_host) for tie in ties], absent)


def abandoned(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name reaches a mainland server of another provider that its filing does not name."""

    def judge(graph: Graph, node: Node) -> Answer:
        match node:
            case Server() | LoadBalancer() | Bucket() if node.placement.provider != ALIBABA:
                placed = placed_in_mainland(node, node.placement)
                return placed & ~has_access_provider(graph, domain, node.placement.provider)
            case Address(placement=None):
                return _address_of_other(graph, node, domain)
            case Domain():
                return _name_of_other(graph, node, domain)
            case CdnDomain():
                return no(ON_CDN.using(name=say.named(node)), node.origin)
            case Service():
                return in_mainland(graph, node)
            case _:
                return no(say.OWN.using(name=say.named(node)), node.origin)

    return along(graph, domain, judge)


def _address_of_other(graph: Graph, address: Address, domain: Domain) -> Answer:
    located = in_mainland(graph, address)
    network = network_of(graph, address.ip) if isinstance(address.ip, str) else None
    if located.value is False:
        return located
    if network is None:
        return located
    if network.provider == "unknown":
        return cannot_tell(WHOSE.using(name=address.key), network.origin, SETTLE_NETWORK)
    if network.provider == ALIBABA:
        return no(OTHERS.using(name=address.key, provider=provider_name(ALIBABA)), network.origin)
    return located & ~has_access_provider(graph, domain, network.provider)


def _name_of_other(graph: Graph, name: Domain, domain: Domain) -> Answer:
    located = in_mainland(graph, name)
    known = suffix(name.name) if isinstance(name.name, str) else None
    if located.value is False or known is None:
        return located
    if known.provider == ALIBABA or known.service in CDNS:
        return no(ON_CDN.using(name=name.key), name.origin)
    answer = located & ~has_access_provider(graph, domain, known.provider)
    if known.confidence is Confidence.LOW and answer.value is True:
        weak = Unknown(WEAK.using(name=name.key, service=known.service, provider=provider_name(known.provider)))
        return answer.doubted(*doubt(Text("{why}", "{why}"), weak, name).evidence)
    return answer
