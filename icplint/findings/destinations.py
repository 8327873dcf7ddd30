"""What the paths of names end at, each set worked out once and shared by all names that end there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from icplint.graph.graph import Graph, Identity
from icplint.model.vocabulary import Node

Way = list[tuple[Node, Iterator[Node]]]


class Destinations:
    """The kinds and keys of the nodes at which paths end in a graph; none that are `silent` are followed.

    Nodes that lead to one another in a circle end at the same. Source: Tarjan, Depth-first search and linear graph
    algorithms (1972), without recursion.
    """

    def __init__(self, graph: Graph, silent: Callable[[Node], bool]) -> None:
        self._graph = graph
        self._silent = silent
        self._found: dict[Identity, frozenset[str]] = {}

    def of(self, start: Node) -> frozenset[str]:
        """Return what the paths from a node end at, never itself."""
        for node in self._further(start):
            if node.identity not in self._found:
                self._find(node)
        return _union(self._found[node.identity] for node in self._further(start))

    def _further(self, node: Node) -> Iterator[Node]:
        ends = (end for edge in self._graph.out(node) for end in edge.ends)
        return (end for end in ends if not self._silent(end))

    def _find(self, start: Node) -> None:
        number, low = {start.identity: 0}, {start.identity: 0}
        waiting = [start]
        way: Way = [(start, self._further(start))]
        while way:
            node, further = way[-1]
            other = next((one for one in further if one.identity not in self._found), None)
            if other is None:
                way.pop()
                if way:
                    _lower(low, way[-1][0], low[node.identity])
                if low[node.identity] == number[node.identity]:
                    self._close(node, waiting)
            elif other.identity in number:
                _lower(low, node, number[other.identity])
            else:
                number[other.identity] = low[other.identity] = len(number)
                waiting.append(other)
                way.append((other, self._further(other)))

    def _close(self, first: Node, waiting: list[Node]) -> None:
        """Say what the nodes of a circle end at, or the one node that is in none."""
        circle = [waiting.pop()]
        while circle[-1].identity != first.identity:
            circle.append(waiting.pop())
        own = {f"{node.kind} {node.key}" for node in circle if not any(e.ends for e in self._graph.out(node))}
        behind = (self._found.get(one.identity, frozenset()) for node in circle for one in self._further(node))
        found = frozenset(own) if own else _union(behind)
        for node in circle:
            self._found[node.identity] = found


def _lower(low: dict[Identity, int], node: Node, number: int) -> None:
    low[node.identity] = min(low[node.identity], number)


def _union(sets: Iterator[frozenset[str]]) -> frozenset[str]:
    """Return the union; where all are the same set, that one, which is not copied."""
    distinct = {id(one): one for one in sets if one}
    return next(iter(distinct.values())) if len(distinct) == 1 else frozenset().union(*distinct.values())
