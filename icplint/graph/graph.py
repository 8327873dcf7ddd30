"""The graph: typed nodes, and edges that say what a written value leads to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from icplint.model.dataclass import dataclass
from icplint.model.geo import GeoLookup
from icplint.model.origin import Origin
from icplint.model.reading import Unread
from icplint.model.resource import Difference
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Node, Relation
from icplint.policy import Policy

MANY: Final = 64
"""Ends of an edge from which on it shares them with the edges of the same value."""

N = TypeVar("N", bound=Node)
T = TypeVar("T")
Identity = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One written value and where it leads: to one end, to one of several, or to something unknown.

    `words` is the value as a report shows it: a name, an address, a reference. `rest` is set where the value may be
    something else than `ends`. `private` ends are reached only inside their own network. `by` is the address of what
    edges the two, where that is a resource of its own. It is not `certain` where that may not be there at all, which
    `counting` would tell. `root` is that of the resource which says it.
    """

    start: Node
    relation: Relation
    ends: tuple[Node, ...]
    origin: Origin
    words: str
    rest: Unknown | None = None
    private: bool = False
    by: str | None = None
    root: str = ""
    certain: bool = True
    counting: Text | None = None


class Gap(NamedTuple):
    """A part that was not read, and what it may hide: nodes, by the name of their class, and edges.

    `own` are the relations without those that end at what stands for another; `inside`: some reach private addresses,
    too.
    """

    unread: Unread
    nodes: frozenset[str]
    relations: frozenset[Relation]
    own: frozenset[Relation]
    inside: bool


class Graph:
    """Nodes by kind and identity, edges by their start.

    `complete` holds the resource kinds and the DNS zones (`zone:example.cn`, see `Reading`) that were listed in full:
    only there does absence mean no. `unread` is what could not be read, `gaps` what of it may hide something,
    `registers` the paths of the registers, `geo` what others say of addresses, `unmet` the resource types of
    which no table says what they are, each with how many there are. `roots` is what roots are called.
    """

    def __init__(
        self,
        policy: Policy,
        *,
        complete: frozenset[str] = frozenset(),
        unread: Iterable[Unread] = (),
        gaps: Iterable[Gap] = (),
        registers: Iterable[str] = (),
        atlas: GeoLookup | None = None,
        roots: Mapping[str, str] | None = None,
    ) -> None:
        self.policy = policy
        self.complete = complete
        self.unread = tuple(unread)
        self.gaps = tuple(gaps)
        self.registers = tuple(registers)
        self.geo = atlas
        self.roots = roots or {}
        self.unmet: Counter[str] = Counter()
        self._nodes: dict[Identity, Node] = {}
        self._out: dict[Identity, list[Edge]] = defaultdict(list)
        self._in: dict[Identity, dict[Relation, list[Edge]]] = defaultdict(lambda: defaultdict(list))
        self._many: dict[int, dict[Relation, list[Edge]]] = {}
        self._among: dict[Identity, list[int]] = defaultdict(list)
        self._kinds: dict[str, list[Node]] = defaultdict(list)
        self._known: dict[str, dict[Hashable, Any]] = defaultdict(dict)
        self._unnamed: dict[Identity, list[tuple[Unknown, str | Unknown]]] = defaultdict(list)
        self._differences: dict[Identity, tuple[Difference, ...]] = {}
        self._once: dict[Callable[[Graph], Any], Any] = {}

    def once(self, question: Callable[[Graph], T]) -> T:
        """Return the answer to a question about the whole graph, worked out the first time that somebody asks."""
        if question not in self._once:
            self._once[question] = question(self)
        answer: T = self._once[question]
        return answer

    def known(self, question: str, about: Hashable, answer: Callable[[], T]) -> T:
        """Return the answer to a question about one thing, worked out the first time that somebody asks."""
        answers = self._known[question]
        if about not in answers:
            answers[about] = answer()
        found: T = answers[about]
        return found

    def add(self, node: Node) -> Node:
        """Add a node, or return the one of the same identity that is there already."""
        known = self._nodes.get(node.identity)
        if known is None:
            self._nodes[node.identity] = node
            self._kinds[node.kind].append(node)
            return node
        return known

    def differ(self, node: Node, differences: tuple[Difference, ...]) -> None:
        """Say where a node is declared otherwise than it is."""
        if differences:
            self._differences[node.identity] = differences

    def differences(self, node: Node) -> tuple[Difference, ...]:
        """Return where a node is declared otherwise than it is."""
        return self._differences.get(node.identity, ())

    def unname(self, node: Node, name: Unknown, zone: str | Unknown) -> None:
        """Say what is known of a name that is not, and of its zone; one resource may have several."""
        self._unnamed[node.identity].append((name, zone))

    def unnamed(self, node: Node) -> list[tuple[Unknown, str | Unknown]]:
        """Return what is known of the names that one node stands for."""
        return self._unnamed.get(node.identity, [])

    def get(self, identity: Identity) -> Node | None:
        """Return the node of that identity, if it is there."""
        return self._nodes.get(identity)

    def add_edge(self, edge: Edge) -> None:
        """Add an edge."""
        self._out[edge.start.identity].append(edge)
        if len(edge.ends) < MANY:
            for end in edge.ends:
                self._in[end.identity][edge.relation].append(edge)
            return
        about = id(edge.ends)  # which the edge keeps alive
        if about not in self._many:
            self._many[about] = defaultdict(list)
            for end in edge.ends:
                self._among[end.identity].append(about)
        self._many[about][edge.relation].append(edge)

    def all(self, kind: type[N]) -> Iterator[N]:
        """Yield every node of a kind, in the order in which they were read."""
        yield from (node for node in self._kinds[kind.__name__] if isinstance(node, kind))

    def nodes(self) -> Iterator[Node]:
        """Yield every node."""
        yield from self._nodes.values()

    def edges(self) -> Iterator[Edge]:
        """Yield every edge."""
        for found in self._out.values():
            yield from found

    def out(self, node: Node, *relations: Relation) -> list[Edge]:
        """Return the edges that start at a node, of the given relations or of all."""
        return [edge for edge in self._out.get(node.identity, ()) if not relations or edge.relation in relations]

    def into(self, node: Node, *relations: Relation) -> list[Edge]:
        """Return the edges that may end at a node."""
        found = self._in.get(node.identity, {})  # thousands of records may lead to one address
        ends = [edge for relation in relations or found for edge in found.get(relation, ())]
        for about in self._among.get(node.identity, ()):
            many = self._many[about]
            ends += [edge for relation in relations or many for edge in many.get(relation, ())]
        return ends

    def met_often(self, node: Node) -> bool:
        """Return whether several edges may end at a node."""
        identity = node.identity
        found = self._in.get(identity, {})
        return len(found) > 1 or identity in self._among or any(len(edges) > 1 for edges in found.values())

    def shape(self) -> set[tuple[str, ...]]:
        """Return nodes and edges without origins, for comparing two graphs."""
        nodes = {(node.kind, node.key) for node in self._nodes.values()}
        edges = {
            (edge.start.kind, edge.start.key, edge.relation.value, end.kind, end.key)
            for found in self._out.values()
            for edge in found
            for end in edge.ends
        }
        loose = {
            (edge.start.kind, edge.start.key, edge.relation.value, "?")
            for found in self._out.values()
            for edge in found
            if edge.rest is not None
        }
        return nodes | edges | loose
