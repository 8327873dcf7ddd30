"""The paths of every name as a tree, for a terminal: each hop with its place, and where each path ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final

from icplint.graph.graph import Edge, Graph
from icplint.graph.limits import DEEPEST
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.text import Language, Text
from icplint.model.vocabulary import (
    Address,
    Bucket,
    Domain,
    Gateway,
    LoadBalancer,
    Node,
    Proxy,
    Relation,
    Server,
    Service,
)
from icplint.questions.filings import subjects
from icplint.questions.mainland import in_mainland
from icplint.questions.next_hops import edges_of
from icplint.wording.hops import hop_sentence
from icplint.wording.sentences import TOO_LONG

GUIDES: Final = {False: ("├─ ", "│  "), True: ("└─ ", "   ")}
"""What stands before a line that is not the last below its parent, or is, and before what hangs below it."""
ABOVE: Final = Text(en="{said} (its way on: see above)", zh="{said}（后续路径见上文）")
DOUBT: Final = Text(en="? {said}", zh="? {said}")


@dataclass(slots=True, kw_only=True)
class _Branch:
    """A line of the tree, its place, and what hangs below it."""

    text: Text
    place: Origin | None
    below: list[_Branch] = field(default_factory=list)


def tree(graph: Graph, language: Language, to: str | None = None) -> str:
    """Return a line for each hop, with its place; with `to`, that host name's path only."""
    domains = sorted((d for d in subjects(graph, Domain) if to in {None, d.key}), key=lambda d: d.key)
    lines = []
    for domain in domains:
        lines.append(printable(domain.key))
        lines += _drawn(_Grower(graph).below(domain, (domain,)), language, "")
    return "".join(f"{line}\n" for line in lines)


def _drawn(branches: Sequence[_Branch], language: Language, margin: str) -> Iterator[str]:
    for number, branch in enumerate(branches, 1):
        before, on = GUIDES[number == len(branches)]
        place = str(branch.place or "")
        yield f"{margin}{before}{branch.text.say(language)}{'   ' if place else ''}{place}"
        yield from _drawn(branch.below, language, margin + on)


class _Grower:
    """Follows the paths of one name; what hangs below a node is drawn where the node is met first."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.met: set[Node] = set()

    def below(self, node: Node, seen: tuple[Node, ...]) -> list[_Branch]:
        """Return what hangs below a node: where it stands, and its hops."""
        if len(seen) > DEEPEST:
            return [_Branch(text=TOO_LONG.using(name=node.key, most=DEEPEST), place=node.origin)]
        return [*self._standing(node), *(branch for edge in self._out(node) for branch in self._hop(edge, seen))]

    def _out(self, node: Node) -> Sequence[Edge]:
        return edges_of(self.graph, node) if isinstance(node, Domain) else self.graph.out(node)

    def _hop(self, edge: Edge, seen: tuple[Node, ...]) -> list[_Branch]:
        found: list[_Branch] = []
        if edge.rest is not None:
            found.append(_Branch(text=DOUBT.using(said=edge.rest.why), place=None))
        known = [end for end in edge.ends if end in self.met]
        for end in edge.ends:
            if end not in seen and end not in known:
                self.met.add(end)
                found += self.below(end, (*seen, end))
        text = None if edge.relation is Relation.ANSWERED_BY else hop_sentence(self.graph, edge)
        if text is None:
            return found
        repeated = known and any(self._out(end) or self._standing(end) for end in known)
        return [_Branch(text=ABOVE.using(said=text) if repeated else text, place=edge.origin, below=found)]

    def _standing(self, node: Node) -> list[_Branch]:
        """Return where a node stands at which visitors arrive, as the checks see it."""
        match node:
            case Server() | Bucket() | Gateway() | Service() | Proxy():
                answer = in_mainland(self.graph, node)
            case LoadBalancer() if node.public is True:
                answer = in_mainland(self.graph, node)
            case Address() | Domain() if not self._out(node):
                answer = in_mainland(self.graph, node)
            case _:
                return []
        mark = DOUBT if answer.value is None else None
        return [_Branch(text=mark.using(said=e.text) if mark else e.text, place=e.origin) for e in answer.evidence]
