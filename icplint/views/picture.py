"""What is drawn of the graph: things with what they are and where they stand, and the hops between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from icplint.graph.graph import Edge, Graph, Identity
from icplint.model.origin import Origin
from icplint.model.text import Text, plain
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
    ServerGroup,
    Service,
)
from icplint.policy import Regions
from icplint.questions.filings import subjects
from icplint.questions.mainland import in_mainland, network_of, served_from_mainland
from icplint.questions.next_hops import edges_of, enabled, forwards, publishes
from icplint.resources.products import product
from icplint.wording.hops import hop_sentence, service

_NAME: Final = Text(en="name", zh="域名")
_RECORD: Final = Text(en="{type} record", zh="{type} 记录")
_SOME_RECORD: Final = Text(en="record", zh="解析记录")
_IP: Final = Text(en="IP address", zh="IP 地址")
_SCOPES: Final = {
    "domestic": Text(en="mainland edge nodes", zh="中国内地节点"),
    "global": Text(en="edge nodes worldwide", zh="全球节点"),
    "overseas": Text(en="edge nodes abroad", zh="中国内地以外节点"),
}
_NO_PLACE: Final = (Record, ServerGroup)
"""Kinds that stand nowhere themselves: what they lead to does."""


class PictureNode(NamedTuple):
    """A node as it is drawn. `mainland` is whether it stands there, or visitors of a name arrive there."""

    node: Node
    what: Text
    mainland: bool | None
    region: Text | None
    provider: Text | None


class Hop(NamedTuple):
    """An edge as it is drawn: to one end or to one of several; `loose` says why it may also lead elsewhere.

    `dead` ones are not answered, as a disabled record; `inside` ones lead into a private network.
    """

    start: Node
    ends: tuple[Node, ...]
    text: Text | None
    origin: Origin
    loose: Text | None
    certain: bool
    dead: bool
    inside: bool


class Picture(NamedTuple):
    """All that is drawn, in the order in which it is reached."""

    things: list[PictureNode]
    hops: list[Hop]


def picture(graph: Graph, to: str | None = None) -> Picture:
    """Return what the names lead to, and the instances that none leads to; with `to`, that host name's path only."""
    names = sorted((d for d in subjects(graph, Domain) if to in {None, d.key}), key=lambda d: d.key)
    nodes, edges = _reached(graph, [*names, *(graph.all(Server) if to is None else ())])
    return Picture([_thing(graph, node) for node in nodes], [_hop(graph, edge) for edge in edges])


def _reached(graph: Graph, starts: Iterable[Node]) -> tuple[list[Node], list[Edge]]:
    found: dict[Identity, Node] = {}
    edges: list[Edge] = []
    todo = list(starts)[::-1]
    while todo:
        node = todo.pop()
        if node.identity in found:
            continue
        found[node.identity] = node
        led = list(_leading(graph, node))
        edges += led
        todo += [end for edge in reversed(led) for end in reversed(edge.ends)]
    return list(found.values()), edges


def _leading(graph: Graph, node: Node) -> Iterator[Edge]:
    """Yield the edges by which visitors may go on; a record that serves no website, such as TXT, leads nowhere."""
    for edge in edges_of(graph, node) if isinstance(node, Domain) else graph.out(node):
        if edge.relation is not Relation.ANSWERED_BY or any(_publishing(end) for end in edge.ends):
            yield edge


def _publishing(node: Node) -> bool:
    return isinstance(node, Record) and (publishes(node).value is not False or forwards(node))


def _hop(graph: Graph, edge: Edge) -> Hop:
    records = [end for end in (edge.start, *edge.ends) if isinstance(end, Record)]
    return Hop(
        start=edge.start,
        ends=edge.ends,
        text=None if edge.relation is Relation.ANSWERED_BY else hop_sentence(graph, edge),
        origin=edge.origin,
        loose=edge.rest.why if edge.rest is not None else None,
        certain=edge.certain and len(edge.ends) == 1 and all(end.certain for end in edge.ends),
        dead=any(enabled(record).value is False for record in records),
        inside=edge.private,
    )


def _thing(graph: Graph, node: Node) -> PictureNode:
    placement = getattr(node, "placement", None)
    if placement is not None:
        provider: str | None = placement.provider
        where = None if isinstance(placement.region, Unknown) else _region(graph.policy.regions, placement)
    else:
        provider, where = _stated(graph, node)
    named = graph.policy.providers.name(provider) if provider else None
    return PictureNode(
        node=node, what=_what(graph, node), mainland=_mainland(graph, node), region=where, provider=named
    )


def _region(regions: Regions, placement: Placement) -> Text:
    known = regions.find(placement.provider, str(placement.region))
    if known is None or known.name == plain(known.id):
        return plain(placement.region)
    return Text(en="{id} {name}", zh="{id} {name}").using(id=known.id, name=known.name)


def _stated(graph: Graph, node: Node) -> tuple[str | None, Text | None]:
    """Return whose a node without a region is, and where it says that it stands."""
    match node:
        case Proxy():
            return node.provider, _SCOPES.get(node.scope) if isinstance(node.scope, str) else None
        case Address(ip=str(ip)):
            network = network_of(graph, ip)
            return (None, None) if network is None else (network.provider, plain(network.cidr))
        case Domain(name=str(name)):
            known = graph.policy.suffixes.find(name)
            return (None, None) if known is None else (known.provider, service(graph, known.service))
        case _:
            return None, None


def _mainland(graph: Graph, node: Node) -> bool | None:
    if isinstance(node, _NO_PLACE):
        return None
    if isinstance(node, Domain):
        return served_from_mainland(graph, node).value
    return in_mainland(graph, node).value


def _what(graph: Graph, node: Node) -> Text:
    match node:
        case Record(record_type=str(kind)):
            return _RECORD.using(type=kind.upper())
        case Record():
            return _SOME_RECORD
        case Address(placement=None):
            return _IP
        case ServerGroup() if (group := product(node.product).group) is not None:
            return group
        case Server() | LoadBalancer() | Proxy() | Bucket() | Gateway() | Address() | ServerGroup():
            return service(graph, node.product)
        case Service():
            return plain(node.product)
        case _:
            return _NAME
