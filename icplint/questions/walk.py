"""How far a question follows the paths of a graph: they may go round, meet again and again, or lead on without end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable, Iterator
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

Answering = Callable[[Node], Answer]
Onward = Callable[[Node], Iterable[Node]]


class Walk:
    """The walks over one graph: what is answered about a node is kept, unless it hangs on the way there."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._left = FREE + FOR_EACH_EDGE * sum(1 for _ in graph.edges())
        self._path: dict[Hashable, int] = {}
        self._known: dict[Hashable, Answer] = {}
        self._back = sys.maxsize
        self._ahead: set[Hashable] = set()

    def at(self, node: Node, question: Hashable, answer: Answering, onward: Onward | None = None) -> Answer:
        """Return what `answer` says about a node; a path that goes round leads nowhere.

        `onward` yields the nodes that it may ask about in turn. However long the way is, calls are not nested as deep:
        far from where a question begins, what lies ahead is asked first, from its end.
        """
        key: tuple[Hashable, Identity] = (question, node.identity)
        if (known := self._known.get(key)) is not None:
            return known
        depth = len(self._path)
        if (met := self._path.get(key)) is not None:
            self._left -= 1
            self._back = min(self._back, met)
            return no(say.LOOP.using(name=node_name(self._graph, node)), node.origin)
        if onward is not None and depth >= SHORT and question not in self._ahead:
            self._ask_ahead(node, question, answer, onward)
            if (known := self._known.get(key)) is not None:
                return known
        if depth >= DEEPEST or self._left <= 0:
            self._back = -1
            sentence = say.TOO_LONG.using(most=DEEPEST) if self._left > 0 else say.TOO_MANY
            return cannot_tell(sentence.using(name=node_name(self._graph, node)), node.origin, say.SETTLE_WAYS)
        return self._ask(node, key, answer)

    def _ask(self, node: Node, key: Hashable, answer: Answering) -> Answer:
        self._left -= 1
        depth = len(self._path)
        outside, self._back = self._back, sys.maxsize
        self._path[key] = depth
        try:
            found = answer(node)
        finally:
            del self._path[key]
            whole, self._back = self._back >= depth, min(outside, self._back if self._back < depth else sys.maxsize)
        if whole and (depth > SHORT or (depth and self._graph.met_often(node))):
            self._known[key] = found
        return found

    def _ask_ahead(self, node: Node, question: Hashable, answer: Answering, onward: Onward) -> None:
        """Ask about all that lies ahead of a node, each thing after what lies ahead of it."""
        path, self._path = self._path, {}
        back, self._back = self._back, sys.maxsize
        self._ahead.add(question)
        try:
            for one in self._ends_first(node, question, onward):
                if self._left <= 0:
                    return
                key = (question, one.identity)
                if key not in self._known:
                    self._known[key] = self._ask(one, key, answer)
        finally:
            self._path, self._back = path, back
            self._ahead.discard(question)

    def _ends_first(self, node: Node, question: Hashable, onward: Onward) -> Iterator[Node]:
        """Yield the nodes ahead that are not answered yet, those at the end of a path before those on the way."""
        met = {node.identity}
        way = [(node, iter(onward(node)))]
        while way:
            on, further = way[-1]
            for one in further:
                if one.identity not in met and (question, one.identity) not in self._known:
                    met.add(one.identity)
                    way.append((one, iter(onward(one))))
                    break
            else:
                way.pop()
                yield on
