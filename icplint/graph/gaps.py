"""What a part that was not read may hide: there the absence of a node or of an edge means nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from icplint.graph.graph import Gap, Graph
from icplint.model.answer import Answer, Evidence
from icplint.model.names import host_name
from icplint.model.reading import Unread
from icplint.model.text import Text
from icplint.model.vocabulary import Address, Domain, Node, Relation
from icplint.resources.rows import AliasRow, EdgeRow, NodeRow, Row

NOT_READ: Final = Text(
    en="{what} could not be read in full, so there may be more than was seen",
    zh="{what} 未能完整读取，可能存在未读取到的内容",
)
SETTLE: Final = Text(
    en="let icplint read it (the report says why it could not), and scan again",
    zh="请按报告所示原因处理后重新扫描",
)
LEFT_OUT: Final = Text(en="{what} {why}, so there may be more than was seen", zh="{what} {why}，可能存在未读取到的内容")
SETTLE_LEFT_OUT: Final = Text(en="scan again with it", zh="请将其纳入扫描范围后重新扫描")
PASSED_THROUGH: Final = frozenset({Relation.BOUND_TO, Relation.FORWARDS_TO, Relation.FRONTS})
"""Edges that may end at a resource which stands for another: without it they lead into the unknown."""
SAID: Final = frozenset({"Filing", "Lookup", "Notice", "Registration"})
"""Nodes that no record ends at."""


def gaps(unread: Iterable[Unread], table: Mapping[str, tuple[Row, ...]]) -> tuple[Gap, ...]:
    """Return what each part that was not read may hide, as the table of resource types has it."""
    parts = sorted(unread, key=lambda part: (part.what, part.root, part.region))
    return tuple(
        _gap(part, [row for kind in part.lacks for row in table.get(kind, ())]) for part in parts if part.lacks
    )


def _gap(part: Unread, rows: Sequence[Row]) -> Gap:
    nodes = frozenset(row.node.__name__ for row in rows if isinstance(row, NodeRow))
    own = frozenset(relation for row in rows for relation in _relations(row))
    stands = any(isinstance(row, AliasRow) for row in rows)
    inside = stands or any(isinstance(row, EdgeRow) and row.inside for row in rows)
    return Gap(part, nodes, own | PASSED_THROUGH if stands else own, own, inside)


def _relations(row: Row) -> Iterable[Relation]:
    match row:
        case NodeRow():
            return (*row.edges, *row.edges_in)
        case EdgeRow():
            return (row.relation,)
        case _:
            return ()


def doubted(answer: Answer, gap: Gap | None) -> Answer:
    """Return the answer, in doubt where there is a gap that it hangs on."""
    if gap is None or answer.value is None:
        return answer
    part = gap.unread
    text, settle = (LEFT_OUT, SETTLE_LEFT_OUT) if part.left_out else (NOT_READ, SETTLE)
    return answer.doubted(Evidence(text.using(what=part.what, why=part.why), part.origin, settle))


def unless_unread(graph: Graph, answer: Answer, node: Node, *relations: Relation, region: object = None) -> Answer:
    """Return a no in doubt where edges of the node may not have been read, in its account (and in its region)."""
    if answer.value is not False:
        return answer
    for gap in graph.gaps:
        elsewhere = isinstance(region, str) and gap.unread.region not in {"", region}
        if gap.relations & {*relations} and concerns(gap, node) and not elsewhere:
            return doubted(answer, gap)
    return answer


def name_unread(graph: Graph, domain: Domain, *, told: bool) -> Gap | None:
    """Return what may hide a path of a name: its records, or what serves it.

    `told`: its records say where all its visitors are led, so that nothing else that knows the name serves visitors.
    """
    ends = [end for edge in graph.out(domain) for end in edge.ends]
    above = _above(domain)
    for gap in graph.gaps:
        served = not told and Relation.SERVED_BY in gap.relations and any(concerns(gap, end) for end in ends)
        if served or _hides_records(graph, gap, above):
            return gap
    return None


def records_unread(graph: Graph, domain: Domain) -> Gap | None:
    """Return what may hide records of a name."""
    above = _above(domain)
    return next((gap for gap in graph.gaps if _hides_records(graph, gap, above)), None)


def ends_unread(graph: Graph) -> Gap | None:
    """Return what may hide where a record ends: anything but filings, and what is said of names."""
    return next((gap for gap in graph.gaps if gap.relations or gap.nodes - SAID), None)


def _hides_records(graph: Graph, gap: Gap, above: set[str] | None) -> bool:
    """Whether a gap may hide records of a name in one of the zones; None: the zone is not known."""
    if above is None:
        return "Record" in gap.nodes or any(word.startswith("zone:") for word in gap.unread.lacks)
    return bool(above & gap.unread.lacks) or ("Record" in gap.nodes and not above & graph.complete)


def _above(domain: Domain) -> set[str] | None:
    """Return the words for the zones that a name may lie in; None where they are not known."""
    name = domain.name if isinstance(domain.name, str) else domain.zone
    return zone_words(name) if isinstance(name, str) else None


def zone_words(name: str) -> set[str]:
    """Return the words of `Reading.complete` for the zones that a name may lie in."""
    labels = host_name(name).split(".")
    return {f"zone:{'.'.join(labels[n:])}" for n in range(len(labels))}


def address_unread(graph: Graph, address: Address) -> Gap | None:
    """Return what may hide whose address it is, or what it is bound to: not a server's, perhaps."""
    unresolved = address.placement is None or any(not edge.ends for edge in graph.out(address, Relation.BOUND_TO))
    for gap in graph.gaps:
        if (Relation.BOUND_TO in gap.relations and concerns(gap, address)) or (
            unresolved and gap.nodes & {"Address", "Gateway", "LoadBalancer", "Proxy"}
        ):
            return gap
    return None


def nodes_unread(graph: Graph, kind: type[Node]) -> Gap | None:
    """Return what may hide nodes of a class."""
    return next((gap for gap in graph.gaps if kind.__name__ in gap.nodes), None)


def lacks(graph: Graph, kind: str) -> Gap | None:
    """Return what may hide resources of a type."""
    return next((gap for gap in graph.gaps if kind in gap.unread.lacks), None)


def concerns(gap: Gap, node: Node) -> bool:
    """What one account could not read costs nothing of another; what is declared may lie in any."""
    live = node.origin is not None and node.origin.request is not None
    return not live or node.root == gap.unread.root
