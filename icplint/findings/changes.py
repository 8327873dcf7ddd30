"""What a plan does to the names that are served today: `before` is a graph too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from icplint.findings.destinations import Destinations
from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Rank
from icplint.model.text import Text
from icplint.model.vocabulary import Domain, Node, Record, Relation
from icplint.questions.filings import subjects
from icplint.questions.mainland import served_from_mainland
from icplint.questions.next_hops import enabled, forwards, publishes
from icplint.resources.register import ROWS
from icplint.resources.rows import Row

FROM: Final = {
    True: Text(en="mainland China", zh="中国内地"),
    False: Text(en="outside mainland China", zh="中国内地以外"),
    None: Text(en="a place not known", zh="未知位置"),
}


class ChangeKind(StrEnum):
    """What becomes of a name."""

    REMOVED = "removed"
    MOVED = "moved"


REMOVED: Final = Text(
    en="{name}, served from {before}, is taken away by the plan", zh="该 plan 将移除 {name}（目前由{before}提供服务）"
)
MOVED: Final = Text(
    en="{name}, served from {before}, is moved by the plan and will be served from {after}",
    zh="该 plan 将迁移 {name}：目前由{before}提供服务，之后由{after}提供服务",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A name that a plan takes away, or leads elsewhere."""

    kind: ChangeKind
    name: str
    message: Text
    origin: Origin


def changes(
    reading: Reading, after: Graph, table: Mapping[str, tuple[Row, ...]], environment: Mapping[str, str]
) -> list[Change]:
    """Return what plans do to the names that were served before them, by name; `after` is the graph of the reading."""
    if not reading.before:
        return []
    register = {entry.kind for entry in ROWS}
    planned = {r.root for r in reading.before} | {r.root for r in reading.resources if r.rank is Rank.PLAN}
    stays = [r for r in reading.resources if r.kind in register or r.root not in planned]
    there = replace(reading, resources=[*stays, *reading.before])
    return list(_changes(build(there, table, after.policy, environment), after))


def _changes(before: Graph, after: Graph) -> Iterator[Change]:
    there = {domain.key: domain for domain in subjects(after, Domain)}
    old, new = Destinations(before, _silent), Destinations(after, _silent)
    apart: dict[tuple[frozenset[str], frozenset[str]], bool] = {}
    for domain in sorted(subjects(before, Domain), key=lambda d: d.key):
        if not _answered(before, domain):
            continue
        was = served_from_mainland(before, domain)
        values = {"name": domain.key, "before": FROM[was.value]}
        if domain.key not in there or not _answered(after, there[domain.key]):
            yield Change(
                kind=ChangeKind.REMOVED, name=domain.key, message=REMOVED.using(**values), origin=domain.origin
            )
            continue
        now = served_from_mainland(after, there[domain.key])
        destinations = old.of(domain), new.of(there[domain.key])
        if destinations not in apart:
            apart[destinations] = all(destinations) and destinations[0].isdisjoint(destinations[1])
        if _moved(was, now, apart=apart[destinations]):
            message = MOVED.using(**values, after=FROM[now.value])
            yield Change(kind=ChangeKind.MOVED, name=domain.key, message=message, origin=there[domain.key].origin)


def _moved(was: Answer, now: Answer, *, apart: bool) -> bool:
    """A name moves where it ends elsewhere; an end that is not known yet, as of a replaced resource, is no move."""
    if was.value is not now.value and None not in {was.value, now.value}:
        return True
    return apart and now.value is not None


def _answered(graph: Graph, domain: Domain) -> bool:
    """Whether visitors get an answer at all."""
    records = (end for edge in graph.out(domain, Relation.ANSWERED_BY) for end in edge.ends)
    return bool(graph.out(domain, Relation.SERVED_BY)) or not all(_silent(record) for record in records)


def _silent(node: Node) -> bool:
    """Whether a node is a record that leads no visitor anywhere: disabled, or of a type like TXT."""
    if not isinstance(node, Record):
        return False
    return enabled(node).value is False or (publishes(node).value is False and not forwards(node))
