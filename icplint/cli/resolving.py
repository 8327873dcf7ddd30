"""`--resolve`: public DNS is asked about names whose zone nobody showed, and whether it asks the zones of the run."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.errors import ConfigError
from icplint.model.packages import installing
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.dns.asking import Resolution
    from icplint.graph.graph import Graph
    from icplint.model.reading import Reading
    from icplint.policy import Policy
    from icplint.registry import Registry

MISSING: Final = Text(
    en="--resolve needs dnspython, which is not installed: {install}",
    zh="--resolve 需要 dnspython，尚未安装；请执行 {install}",
)
NOT_ASKED_FOR: Final = Text(
    en="--resolver says whom to ask, but only --resolve asks: give both",
    zh="--resolver 只指定 DNS 服务器，须与 --resolve 一起使用",
)
KEPT: Final = "icplint-dns.json"
"""What a saved inventory has of public DNS."""
ROUNDS: Final = 3
"""What one answer leads to is asked about in the next round."""


def asking_for(resolve: bool, resolvers: list[str] | None) -> Resolution | None:
    """Return what asks the resolvers; None where the user did not want it. Raises ConfigError."""
    if not resolve:
        if resolvers:
            raise ConfigError(NOT_ASKED_FOR)
        return None
    try:
        from icplint.dns import client
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "dns":
            raise
        raise ConfigError(MISSING.using(install=installing("icplint[dns]"))) from None
    from icplint.dns.asking import Resolution

    ask = partial(client.ask, seconds=client.SECONDS, tries=client.TRIES)
    return Resolution(client.servers(resolvers or ()), ask)


def replayed(paths: Iterable[str]) -> Resolution | None:
    """Return what answers as public DNS did when an inventory among the paths was saved; None if it was not asked."""
    directories = [path for path in map(Path, paths) if path.is_dir() and (path / KEPT).is_file()]
    if not directories:
        return None
    from icplint.dns.saved import kept

    return kept(directories)


def keep(asking: Resolution, directory: Path) -> None:
    """Keep what public DNS said beside the inventory that a scan saved; raises ConfigError."""
    from icplint.dns.saved import keep

    keep(asking, directory)


def look_up(reading: Reading, asking: Resolution, known: Registry, policy: Policy) -> None:
    """Add to a reading what public DNS says of the names in it; a zone that nobody asks was not listed in full."""
    from icplint.graph.build import build
    from icplint.questions.unresolved_names import described, unresolved_names
    from icplint.resources.alidns import asked_zones

    def graph_of() -> Graph:
        return build(reading, known.table, policy, os.environ)

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
    """A zone that was listed in full, and that nobody asks, says nothing of the names below it."""
    from icplint.graph.resource_index import ResourceIndex
    from icplint.model.reading import Unread, whole_zone
    from icplint.model.resource import Rank
    from icplint.model.unknown import Unknown
    from icplint.resources.alidns import SERVERS
    from icplint.resources.public_dns import unasked

    index = ResourceIndex(reading.resources, policy, {})
    for zone in sorted(whole):
        why = unasked(zone, Rank.LIVE, index, SERVERS)
        if why is not None:
            reading.complete.discard(whole_zone(zone))
            reading.unread.append(Unread(whole_zone(zone), why.why if isinstance(why, Unknown) else why))
