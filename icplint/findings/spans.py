"""The roots that a finding is about: those of its subject, and of the evidence on its way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import field
from pathlib import PurePath
from posixpath import join, normpath, relpath

from icplint.graph.graph import Graph, Identity
from icplint.model.answer import Evidence, Hidden
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Reading, Root
from icplint.model.vocabulary import Filing, Node, Suppression

Further = Callable[[Node], Iterable[Node]]
Place = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Spans:
    """Finds the roots of findings; `by_place` has the roots of the resources at a file and an address.

    `named` are the roots of findings by what they are shown as: many findings are about the same. `hidden` are those of
    evidence that is only counted.
    """

    graph: Graph
    roots: dict[str, Root]
    by_place: dict[Place, set[str]]
    by_file: dict[str, set[str]]
    named: dict[frozenset[str], tuple[Root, ...]] = field(default_factory=dict)
    hidden: dict[int, tuple[Hidden, frozenset[frozenset[str]]]] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: Graph, reading: Reading) -> Spans:
        """Return what finds the roots of a reading's findings."""
        by_place: dict[Place, set[str]] = defaultdict(set)
        by_file: dict[str, set[str]] = defaultdict(set)
        named = {root.name: shown for shown, root in reading.roots.items()}
        for resource in reading.resources:
            if resource.root in reading.roots:
                by_place[resource.origin.file, resource.origin.address].add(resource.root)
                by_file[resource.origin.file or ""].add(resource.root)
        for one in reading.inputs:
            by_file[one.path].update(named[name] for name in one.roots if name in named)
        return cls(graph, reading.roots, dict(by_place), dict(by_file))

    def roots_of(self, node: Node, evidence: Iterable[Evidence]) -> tuple[Root, ...]:
        """Return the roots of a finding by name; none where it is about live things alone.

        A filing is about the roots that the argument names; where there are none, about those that its register is for.
        Evidence at a place that several roots share, as in a module, is of those of them that the subject is of, too.
        """
        found = frozenset(self._spanned(node, evidence))
        if found not in self.named:
            roots = {self.roots[shown] for shown in found}
            self.named[found] = tuple(sorted(roots, key=lambda root: (root.name, root.path)))
        return self.named[found]

    def _spanned(self, node: Node, evidence: Iterable[Evidence]) -> set[str]:
        if isinstance(node, Suppression):
            return self._at_file(node.origin)
        own = self._subject(node)
        found: set[str] = set()
        for step in evidence:
            for there in self._roots_at(step):
                found |= (there & own) or there
        if isinstance(node, Filing):
            return found or self._at_file(node.origin)
        return own | (found & self.graph.once(self.around).get(node.identity, set()) if len(found) > 1 else found)

    def _roots_at(self, step: Evidence) -> Iterable[frozenset[str]]:
        """Return the roots of the place of a step, or those of each step that it stands for."""
        if step.hidden is not None:
            return self._hidden(step.hidden)
        if step.origin is None or step.origin.address is None:
            return ()
        return (frozenset(self.by_place.get((step.origin.file, step.origin.address), ())),)

    def _hidden(self, hidden: Hidden) -> frozenset[frozenset[str]]:
        """Return the roots of each step that is hidden, of those that are hidden in it, too, however deep."""
        todo = [] if id(hidden) in self.hidden else [hidden]
        while todo:
            one = todo[-1]
            within = [e.hidden for e in one.evidence if e.hidden is not None and id(e.hidden) not in self.hidden]
            if within:
                todo += within
                continue
            todo.pop()
            self.hidden[id(one)] = (one, frozenset(roots for e in one.evidence for roots in self._roots_at(e)))
        return self.hidden[id(hidden)][1]

    def around(self, graph: Graph) -> dict[Identity, set[str]]:
        """Return the roots of all that a node leads to, and of all that leads to it: those on its way."""
        behind: dict[Identity, set[str]] = defaultdict(set)
        ahead: dict[Identity, set[str]] = defaultdict(set)
        for node in graph.nodes():
            behind[node.identity].update({node.root} & self.roots.keys())
            ahead[node.identity].update({node.root} & self.roots.keys())
        for edge in graph.edges():
            there = self.by_place.get((edge.origin.file, edge.origin.address), set())
            if edge.root in there:  # of the roots that call one module, the one whose call this is
                there = {edge.root}
            behind[edge.start.identity] |= there
            for end in edge.ends:
                ahead[end.identity] |= there
        _spread(behind, lambda node: (edge.start for edge in graph.into(node)), graph)
        _spread(ahead, lambda node: (end for edge in graph.out(node) for end in edge.ends), graph)
        return {identity: behind[identity] | ahead[identity] for identity in behind}

    def _subject(self, node: Node) -> set[str]:
        if node.root in self.roots:
            return {node.root}
        found: set[str] = set()
        for edge in self.graph.out(node) if not isinstance(node, Filing) else ():
            rooted = {end.root for end in edge.ends if end.root in self.roots}
            found |= rooted or self.by_place.get((edge.origin.file, edge.origin.address), set())
        return found

    def _at_file(self, place: Origin) -> set[str]:
        """Return the roots of a file: those that have resources in it, else the innermost that lies around it."""
        file = place.file or ""
        if file in self.by_file:
            return self.by_file[file]
        around = [shown for shown in self.roots if PurePath(file).is_relative_to(shown)]
        return {max(around, key=lambda shown: len(PurePath(shown).parts))} if around else set()

    def file_name(self, file: str) -> str:
        """Return what a file is called wherever one stands: by its way from the top, as roots are."""
        shown = next(
            (shown for shown, root in self.roots.items() if root.path.is_dir() and root.name not in {"", "-"}), ""
        )
        return normpath(join(self.roots[shown].name, relpath(file, shown))) if shown else file

    def name_of(self, node: Node) -> str:
        """Return what the root of a subject is called that is told apart by it: empty for all others.

        A suppression is told apart by where it is written.
        """
        if isinstance(node, Suppression):
            (root, *more) = sorted(self._at_file(node.origin)) or [""]
            return self.roots[root].name if root and not more else ""
        return self.roots[node.root].name if node.root in self.roots else ""


def _spread(roots: dict[Identity, set[str]], further: Further, graph: Graph) -> None:
    """Hand the roots of each node on to the nodes further on; each root reaches a node once."""
    waiting = [(node, root) for node in graph.nodes() for root in roots[node.identity]]
    while waiting:
        node, root = waiting.pop()
        for other in further(node):
            if root not in roots[other.identity]:
                roots[other.identity].add(root)
                waiting.append((other, root))
