"""The names that only public DNS can tell of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icplint.graph.graph import Edge, Graph
from icplint.model.names import registrable_domain
from icplint.model.reading import whole_zone
from icplint.model.vocabulary import Domain, Record, Relation
from icplint.questions.next_hops import below_wildcard, publishes
from icplint.questions.zones import hands_on


def unresolved_names(graph: Graph) -> Iterator[str]:
    """Yield the names to ask about: those that something leads to or serves, and whose records are not known.

    A name under no public suffix is of a private network, a wildcard is not a name, and a provider's name tells itself.
    """
    for domain in graph.all(Domain):
        name = domain.name
        if isinstance(name, str) and _is_website(name) and not described(graph, name):
            yield name


def _is_website(name: str) -> bool:
    return "*" not in name and "._" not in f".{name}" and registrable_domain(name) is not None


def described(graph: Graph, name: str) -> bool:
    """Return whether the run, or the table of suffixes, says where a name leads."""
    if graph.policy.suffixes.find(name) is not None:
        return True
    domain = graph.get(("Domain", "", name))
    return isinstance(domain, Domain) and not _needs(graph, domain, name)


def _needs(graph: Graph, domain: Domain, name: str) -> bool:
    if records := _records(graph.out(domain, Relation.ANSWERED_BY), graph):
        return all(_leads_nowhere(graph, record) for record in records)
    if graph.out(domain, Relation.SERVED_BY):
        return not any(whole_zone(above) in graph.complete for above in _above(name))
    return all(_leads_nowhere(graph, record) for record in _records(below_wildcard(graph, domain), graph))


def _records(edges: Iterable[Edge], graph: Graph) -> list[Record]:
    """Return the records by which a website is served, or that hand the name on."""
    records = [end for edge in edges for end in edge.ends if isinstance(end, Record)]
    return [record for record in records if publishes(record).value is not False or hands_on(graph, record)]


def _leads_nowhere(graph: Graph, record: Record) -> bool:
    """Whether a record is in a zone that resolvers do not ask, or delegates its name to a zone that was not read."""
    return record.resolver is None and (record.void is not None or hands_on(graph, record))


def _above(name: str) -> Iterator[str]:
    labels = name.split(".")
    yield from (".".join(labels[depth:]) for depth in range(len(labels) - 1))
