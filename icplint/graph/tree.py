"""The ways of every name as an indented tree, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from icplint.graph.filings import subjects
from icplint.graph.graph import Graph
from icplint.graph.steps import step
from icplint.model.text import Language
from icplint.model.vocabulary import Domain, Edge, Node

STEP = "  "


def tree(graph: Graph, language: Language, to: str | None = None) -> str:
    """Return a line for each hop, with its place; with `to`, that host name's way only."""
    domains = sorted((d for d in subjects(graph, Domain) if to in {None, d.key}), key=lambda d: d.key)
    lines = [line for domain in domains for line in (domain.key, *_below(graph, domain, language, 1, (domain,)))]
    return "".join(f"{line}\n" for line in lines)


def _below(graph: Graph, node: Node, language: Language, depth: int, seen: tuple[Node, ...]) -> Iterator[str]:
    for tie in graph.out(node):
        deeper = depth
        if tie.edge is not Edge.ANSWERED_BY and (text := step(tie)) is not None:
            yield f"{STEP * depth}{text.say(language)}   {tie.origin}"
            deeper = depth + 1
        if tie.rest is not None:
            yield f"{STEP * deeper}? {tie.rest.why.say(language)}"
        for end in tie.ends:
            if end not in seen:
                yield from _below(graph, end, language, deeper, (*seen, end))
