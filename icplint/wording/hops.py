"""What nodes and services are called, and the sentence of each hop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from icplint.graph.graph import Edge, Graph
from icplint.model.answer import Evidence
from icplint.model.origin import Origin
from icplint.model.text import Text, listing, plain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    Gateway,
    LoadBalancer,
    Node,
    Proxy,
    Record,
    Relation,
    Server,
    ServerGroup,
    Service,
)
from icplint.resources.product import ProductRole
from icplint.resources.products import product
from icplint.wording import filing_sentences as filing_say
from icplint.wording import sentences as say

FEW: Final = 5
"""Of so many things a sentence gives the names; of the others the number."""
_ACCELERATED: Final = Text(en="the {service} domain {key}", zh="{service} 加速域名 {key}")
_PROTECTED: Final = Text(en="the {service} domain {key}", zh="{service} 接入域名 {key}")
_THE: Final = Text(en="the {service}", zh="{service}")
_ADDRESS: Final = Text(en="the address {key}", zh="地址 {key}")
_OTHER: Final = Text(en="the {service} {key}", zh="{service} {key}")


def node_name(graph: Graph, node: Node) -> Text:
    """Return a node by what it is and its name."""
    match node:
        case Proxy() if product(node.product).role is ProductRole.ACCELERATOR:
            return _ACCELERATED.using(service=service(graph, node.product), key=node.key)
        case Proxy() if product(node.product).role is ProductRole.PROTECTOR:
            return _PROTECTED.using(service=service(graph, node.product), key=node.key)
        case Server() | LoadBalancer() | Bucket() | Gateway() | ServerGroup() | Proxy():
            known = product(node.product).instance
            return (
                known.using(key=node.key) if known else _OTHER.using(service=service(graph, node.product), key=node.key)
            )
        case Address():
            return _ADDRESS.using(key=node.key)
        case _:
            return plain(node.key)


def service(graph: Graph, word: str) -> Text:
    """Return what a service is called; one without a name of its own goes by its abbreviation (ALB, WAF, GA).

    A plugin names its own in a table, or as they are written (API Gateway).
    """
    return product(word).name or graph.policy.products.get(word) or plain(word.upper() if word.islower() else word)


def the(graph: Graph, word: str) -> Text:
    """Return what a service is called in the middle of a sentence: the CDN, but WAF."""
    return _THE.using(service=service(graph, word)) if product(word).kind else service(graph, word)


def words(edge: Edge) -> Text:
    """Return what an edge's value is called; a value that points at nothing is said to."""
    return plain(edge.words) if edge.words else say.UNKNOWN_VALUE


def some_of(nodes: Sequence[Node]) -> str:
    """Return the keys of the first few nodes, and how many more there are."""
    more = f", … (+{len(nodes) - FEW})" if len(nodes) > FEW else ""
    return ", ".join(node.key for node in nodes[:FEW]) + more


def _listed(graph: Graph, nodes: Sequence[Node]) -> Text:
    first = [node_name(graph, one) for one in nodes[:FEW]]
    return listing([*first, *([plain(f"… (+{len(nodes) - FEW})")] if len(nodes) > FEW else [])])


def file_origin(files: str) -> Origin | None:
    """Return the register as a place."""
    return Origin(file=files) if files else None


def differing(graph: Graph, node: Node, *words: str) -> tuple[Evidence, ...]:
    """Return a sentence for each argument of a node that is declared otherwise than it is, of those in `words`."""
    return tuple(
        Evidence(
            filing_say.DIFFERS.using(name=node_name(graph, node), what=d.what, declared=d.declared, live=d.live),
            d.origin,
        )
        for d in graph.differences(node)
        if d.what in words
    )


def hop_sentence(graph: Graph, edge: Edge) -> Text | None:
    """Return the sentence of one hop; None where the next sentence says it all."""
    match edge.relation:
        case Relation.RESOLVES_TO:
            return _record_step(edge)
        case Relation.FRONTS:
            return say.ORIGIN.using(name=node_name(graph, edge.start), words=words(edge))
        case _:
            return _step_to(graph, edge)


def _step_to(graph: Graph, edge: Edge) -> Text | None:
    end = _listed(graph, edge.ends) if edge.ends else words(edge)
    match edge.relation:
        case Relation.BOUND_TO:
            return say.BINDS.using(by=edge.by or edge.words, end=end)
        case Relation.SERVED_BY if edge.by:
            return say.CNAME_BOUND.using(by=edge.by, name=edge.start.key, end=end)
        case Relation.SERVED_BY if isinstance(edge.ends[0], Service):
            return _by_a_stranger(edge, edge.ends[0])
        case Relation.SERVED_BY:
            return say.ACCELERATED.using(by=edge.words, name=edge.start.key, service=_a(graph, edge.ends[0]))
        case Relation.ANSWERS_AT:
            return say.ANSWERS_AT.using(name=node_name(graph, edge.start), end=end)
        case Relation.FORWARDS_TO if isinstance(edge.start, Service):
            return say.LEADS.using(name=edge.start.key, end=end)
        case Relation.FORWARDS_TO:
            return say.FORWARDS.using(name=node_name(graph, edge.start), end=end)
        case _:
            return None


def _by_a_stranger(edge: Edge, service: Service) -> Text | None:
    if edge.start.key == edge.words:  # its name is not known
        return None
    text = say.HANDED if service.why else say.RECORDED if service.record else say.SERVES
    return text.using(by=edge.words, name=edge.start.key)


def _a(graph: Graph, node: Node) -> Text:
    """Return what a name is put on, as one says it: a CDN, WAF, Function Compute."""
    match node:
        case Proxy():
            return product(node.product).kind or service(graph, node.product)
        case Gateway():
            return service(graph, node.product)
        case _:
            return node_name(graph, node)


def literal(graph: Graph, edge: Edge) -> Text | None:
    """Return whose address a literal is, where the run has what it belongs to."""
    if len(edge.ends) != 1 or not isinstance(edge.ends[0], Server | LoadBalancer | Address):
        return None
    end = edge.ends[0]
    return None if end.key in edge.words or edge.by else say.BELONGS.using(words=edge.words, end=node_name(graph, end))


def _record_step(edge: Edge) -> Text:
    record = edge.start
    assert isinstance(record, Record)
    line = "default" if isinstance(record.line, Unknown) else record.line
    values = {"name": record.host, "words": words(edge), "line": line}
    if edge.by:
        return say.POOLED.using(by=edge.by, **values)
    if isinstance(record.record_type, Unknown):
        return say.HAS_SOME_RECORD.using(**values)
    kind = record.record_type.upper()
    if record.resolver is not None:
        return say.RESOLVED.using(resolver=record.resolver, type=kind, **values)
    article = "an" if kind in {"A", "AAAA", "ALIAS", "MX", "NS", "SRV"} else "a"
    text = say.HAS_RECORD if line == "default" else say.HAS_RECORD_ON_LINE
    return text.using(**values, article=article, type=kind)
