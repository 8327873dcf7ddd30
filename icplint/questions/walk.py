"""How far a question follows the paths of a graph: they may go round, meet again and again, or lead on without end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable
from typing import Final

from icplint.graph.graph import Graph, Identity
from icplint.graph.limits import DEEPEST
from icplint.model.answer import Answer, cannot_tell, no
from icplint.model.vocabulary import Node
from icplint.wording import sentences as say
from icplint.wording.hops import node_name

FREE: Final = 20_000
FOR_EACH_EDGE: Final = 20
"""Nodes that the questions of a run may visit, of the whole graph and for each of its edges."""
SHORT: Final = 8
"""So near to where a question begins, what only one path leads to is not kept: the memory is wanted for others."""


class Walk:
    """The walks over one graph: what is answered about a node is kept, unless it hangs on the way there."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._left = FREE + FOR_EACH_EDGE * sum(1 for _ in graph.edges())
        self._path: dict[Hashable, int] = {}
        self._known: dict[Hashable, Answer] = {}
        self._back = sys.maxsize

    def at(self, node: Node, question: Hashable, follow: Callable[[], Answer]) -> Answer:
        """Return the answer about a node, which `follow` works out; a path that goes round leads nowhere."""
        key: tuple[Hashable, Identity] = (question, node.identity)
        if (known := self._known.get(key)) is not None:
            return known
        depth = len(self._path)
        if (met := self._path.get(key)) is not None:
            self._back = min(self._back, met)
            return no(say.LOOP.using(name=node_name(self._graph, node)), node.origin)
        if depth >= DEEPEST or self._left <= 0:
            self._back = -1
            sentence = say.TOO_LONG.using(most=DEEPEST) if self._left > 0 else say.TOO_MANY
            return cannot_tell(sentence.using(name=node_name(self._graph, node)), node.origin, say.SETTLE_WAYS)
        self._left -= 1
        outside, self._back = self._back, sys.maxsize
        self._path[key] = depth
        try:
            answer = follow()
        finally:
            del self._path[key]
            whole, self._back = self._back >= depth, min(outside, self._back if self._back < depth else sys.maxsize)
        if whole and (depth > SHORT or (depth and len(self._graph.into(node)) > 1)):
            self._known[key] = answer
        return answer
