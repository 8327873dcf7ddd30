"""Names whose zone no input describes -> what public DNS says of them, and whether it asks the zones of the run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from icplint.dns.asking import Resolution
from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.graph.resource_index import ResourceIndex
from icplint.model.reading import Reading, Unread, whole_zone
from icplint.model.resource import Rank
from icplint.model.unknown import Unknown
from icplint.policy import Policy
from icplint.questions.unresolved_names import described, unresolved_names
from icplint.resources.alidns import SERVERS, asked_zones
from icplint.resources.public_dns import unasked
from icplint.resources.rows import Row

Table = Mapping[str, tuple[Row, ...]]
ROUNDS: Final = 3
"""What one answer leads to is asked about in the next round."""


def look_up(reading: Reading, asking: Resolution, table: Table, policy: Policy) -> None:
    """Add to a reading what public DNS says of the names in it.

    A zone that is not delegated to its servers does not count as listed in full.

    `table` has the rows of each resource type.
    """

    def graph_of() -> Graph:
        return build(reading, table, policy, os.environ)

    whole = {word.partition(":")[2] for word in reading.complete if word.startswith("zone:")}
    given, first = list(reading.resources), graph_of()
    graph, zones = first, sorted(whole | asked_zones(given))
    for _ in range(ROUNDS):
        if not asking.about(unresolved_names(graph), zones):
            break
        reading.resources = [*given, *asking.resources(lambda name: described(first, name))]
        graph = graph_of()
    reading.inputs += asking.inputs()
    reading.unread += asking.unread()
    _take_back(reading, whole, policy)


def _take_back(reading: Reading, whole: set[str], policy: Policy) -> None:
    """A zone that was listed in full, and that resolvers do not ask, says nothing of the names below it."""
    index = ResourceIndex(reading.resources, policy, {})
    for zone in sorted(whole):
        why = unasked(zone, Rank.LIVE, index, SERVERS)
        if why is not None:
            reading.complete.discard(whole_zone(zone))
            reading.unread.append(Unread(whole_zone(zone), why.why if isinstance(why, Unknown) else why))
