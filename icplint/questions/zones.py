"""Where one DNS zone hands a name, and all below it, to the name servers of another."""

from __future__ import annotations

from icplint.graph.graph import Graph
from icplint.model.reading import whole_zone
from icplint.model.vocabulary import Record


def delegates(record: Record) -> bool:
    """Return whether a record hands its name to other name servers: NS, anywhere but at the top of its zone."""
    kind = record.record_type
    return (
        isinstance(kind, str)
        and kind.upper() == "NS"
        and record.zone is not None
        and record.host.endswith(f".{record.zone}")
        and record.enabled is not False
    )


def cuts(graph: Graph) -> frozenset[str]:
    """Return the names that are handed on: no wildcard from above reaches them (RFC 4592, 4.2)."""
    return frozenset(record.host for record in graph.all(Record) if delegates(record))


def existing(graph: Graph) -> frozenset[str]:
    """Return the names of which there are records of whatever type, and those above them in their zones."""
    found: set[str] = set()
    for record in graph.all(Record):
        name = record.host if record.enabled is True and record.zone is not None else ""
        while name and name not in found and name != record.zone:
            found.add(name)
            name = name.partition(".")[2]
    return frozenset(found)


def zones(graph: Graph) -> frozenset[str]:
    """Return the zones of which the run has records."""
    return frozenset(record.zone for record in graph.all(Record) if record.zone is not None)


def hands_on(graph: Graph, record: Record) -> bool:
    """Return whether a record hands its name to a zone of which the run has nothing, not even that it is empty."""
    read = record.host in graph.once(zones) or whole_zone(record.host) in graph.complete
    return delegates(record) and not read
