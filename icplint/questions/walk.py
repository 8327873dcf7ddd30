"""How far a question follows the paths of a graph: they may go round, meet again and again, or lead on without end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable
from typing import Final

from icplint.graph.graph import Graph, Identity
from icplint.graph.limits import DEEPEST
from icplint.model.answer import Answer, cannot_tell, no
from icplint.model.vocabulary import Node
from icplint.questions.components import components
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
        self._round: set[Hashable] = set()

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
            self._back = min(self._back, met)
            return no(say.LOOP.using(name=node_name(self._graph, node)), node.origin)
        if onward is not None and depth >= SHORT and not (question in self._ahead or key in self._round):
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
        """Ask about all that lies ahead of a node, each thing after what lies ahead of it.

        What goes round is left to the path on which it is met, as its answer hangs on where that comes from.
        """
        path, self._path = self._path, {}
        back, self._back = self._back, sys.maxsize
        self._ahead.add(question)

        def further(one: Node) -> list[Node]:
            return [end for end in onward(one) if not self._is_settled((question, end.identity))]

        try:
            for found in components(node, further):
                if len(found) > 1 or found[0] in further(found[0]):
                    self._round.update((question, one.identity) for one in found)
                elif self._left > 0:
                    key = (question, found[0].identity)
                    self._known[key] = self._ask(found[0], key, answer)
        finally:
            self._path, self._back = path, back
            self._ahead.discard(question)

    def _is_settled(self, key: Hashable) -> bool:
        return key in self._known or key in self._round
