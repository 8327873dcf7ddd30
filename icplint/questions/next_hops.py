"""By which edges the visitors of a name go on: its records, those of a wildcard above it, or what serves it."""

from __future__ import annotations

from collections.abc import Sequence

from icplint.graph.gaps import zone_words
from icplint.graph.graph import MANY, Edge, Graph
from icplint.model.answer import Answer, cannot_tell, no, yes
from icplint.model.memo import Memo
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain, LoadBalancer, Node, Proxy, Record, Relation, Server, Service
from icplint.questions.zones import cuts, existing, hands_on
from icplint.resources.products import product
from icplint.resources.records import NO_WEBSITE
from icplint.wording import sentences as say

FORWARDING = frozenset({"REDIRECT_URL", "FORWARD_URL", "FORWORD_URL"})
PUBLISHING = frozenset({"A", "AAAA", "CNAME", "ALIAS"}) | FORWARDING
"""Record types by which a name is served."""


def edges_of(graph: Graph, domain: Domain) -> list[Edge]:
    """Return the edges by which the visitors of a name go on: its own, or those of a wildcard above it."""
    return graph.once(_edges)[domain]


def _edges(graph: Graph) -> Memo[Domain, list[Edge]]:
    return Memo(lambda domain: _edges_of(graph, domain))


def _edges_of(graph: Graph, domain: Domain) -> list[Edge]:
    edges = _answers(graph, domain)
    rules = [edge for edge in edges if is_host_rule(edge)]
    if len(rules) == len(edges):
        edges += below_wildcard(graph, domain)
    return [edge for edge in edges if not _hands_on(graph, edge)] or edges


def wildcards_above(name: str) -> list[str]:
    """Return the wildcards that may answer a name without records of its own, the nearest first."""
    labels = name.split(".")
    return [".".join(["*", *labels[depth:]]) for depth in range(1, len(labels) - 1)]


def below_wildcard(graph: Graph, domain: Domain) -> list[Edge]:
    """A name without records of its own is answered by the wildcard below its closest encloser (RFC 4592, 3.3.1)."""
    if not isinstance(domain.name, str) or domain.name in graph.once(existing):
        return []
    labels = domain.name.split(".")
    for depth in range(1, len(labels) - 1):
        if ".".join(labels[depth - 1 :]) in graph.once(cuts):
            return []
        wildcard = graph.get(("Domain", "", ".".join(["*", *labels[depth:]])))
        if wildcard is not None and wildcard is not domain and (edges := _answers(graph, wildcard)):
            return edges
        if ".".join(labels[depth:]) in graph.once(existing):
            return []
    return []


def _hands_on(graph: Graph, edge: Edge) -> bool:
    return any(isinstance(end, Record) and hands_on(graph, end) for end in edge.ends)


def _answers(graph: Graph, domain: Node) -> list[Edge]:
    """Return the paths of a name; what only a record can choose is none beside a record."""
    records, served = graph.out(domain, Relation.ANSWERED_BY), graph.out(domain, Relation.SERVED_BY)
    if records:
        served = [edge for edge in served if not any(_chosen_by_record(end) for end in edge.ends)]
    return [*records, *served]


def _chosen_by_record(node: Node) -> bool:
    return isinstance(node, Proxy) and product(node.product).chosen_by_record


def deciding(graph: Graph, domain: Domain, edges: Sequence[Edge]) -> list[Edge]:
    """Return the edges that decide where visitors are led, where the others serve every visitor; else none.

    What knows a name serves those whom the records lead there. Of a balancer and its like that holds wherever a record
    answers everybody; of a CDN and its like, which a record of another line may lead to, where all records were listed.
    """
    if not any(map(resolves, edges)):
        return []
    whole = zone_is_whole(graph, domain)
    return [edge for edge in edges if not (edge.relation is Relation.SERVED_BY if whole else is_host_rule(edge))]


def zone_is_whole(graph: Graph, domain: Domain) -> bool:
    """Return whether every record of a name was listed."""
    return isinstance(domain.name, str) and bool(zone_words(domain.name) & graph.complete)


def is_host_rule(edge: Edge) -> bool:
    """Return whether an edge says only that something knows a name.

    A load balancer knows a name where it forwards its requests; who is led there, the name's records decide.

    So does what icplint does not know, but for what looks like a record itself.
    """
    return edge.relation is Relation.SERVED_BY and bool(edge.ends) and all(map(_is_told, edge.ends))


def _is_told(node: Node) -> bool:
    return isinstance(node, LoadBalancer) or (isinstance(node, Service) and node.told)


def leads_to_any_server(graph: Graph, edge: Edge) -> bool:
    """Return whether an edge may end at any of many servers, which other edges of the same value share."""
    return len(edge.ends) >= MANY and graph.known("any server", id(edge.ends), lambda: _are_servers(graph, edge.ends))


def _are_servers(graph: Graph, ends: Sequence[Node]) -> bool:
    return all(isinstance(end, Server) and not graph.out(end) for end in ends)


def resolves(edge: Edge) -> bool:
    """Return whether a record answers the visitors of every line."""
    for record in edge.ends:
        if isinstance(record, Record) and record.line == "default" and record.certain and edge.certain:
            return publishes(record).value is True and enabled(record).value is True
    return False


def forwards(record: Record) -> bool:
    """Return whether visitors are answered by the DNS provider's own URL forwarder, whatever the target."""
    return isinstance(record.record_type, str) and record.record_type.upper() in FORWARDING


def publishes(record: Record) -> Answer:
    """Return whether a record is of a type by which websites are served."""
    if isinstance(record.record_type, Unknown):
        return doubt(say.RECORD_TYPE.using(record=record.key), record.record_type, record)
    if record.record_type.upper() in PUBLISHING:
        return yes(say.PUBLISHES, record.origin)
    values = {"record": record.key, "type": record.record_type}
    if record.record_type.upper() in NO_WEBSITE:
        return no(say.OTHER_RECORD.using(**values), record.origin)
    return cannot_tell(say.UNKNOWN_RECORD.using(**values), record.origin)


def enabled(record: Record) -> Answer:
    """Return whether a record is answered."""
    if isinstance(record.void, Unknown):
        return cannot_tell(record.void.why, record.origin, record.void.settle)
    if record.void is not None:
        return no(record.void, record.origin)
    if isinstance(record.enabled, Unknown):
        return doubt(say.RECORD_STATUS.using(record=record.key), record.enabled, record)
    if record.enabled:
        return yes(say.ENABLED.using(record=record.key), record.origin)
    return no(say.DISABLED.using(record=record.key), record.origin)


def doubt(text: Text, unknown: Unknown, at: Node | Edge) -> Answer:
    """Return cannot tell, for the reason that the unknown itself gives."""
    return cannot_tell(text.using(why=unknown.why), at.origin, unknown.settle)
