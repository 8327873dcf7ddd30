"""What a subject is called before a reader: its key, the id and the name that the cloud knows, its root if need be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from icplint.graph.graph import Graph
from icplint.model.text import Text, plain
from icplint.model.vocabulary import Node, Server

LABEL: Final = Text(en="{key} ({more})", zh="{key}（{more_zh}）")


def label(graph: Graph, node: Node) -> Text:
    """Return the key of a node with what tells it from others."""
    return labelled(node.key, more(graph, node))


def labelled(key: str, told: Sequence[str]) -> Text:
    """Return a key with what else is told of it."""
    return LABEL.using(key=key, more=", ".join(told), more_zh="，".join(told)) if told else plain(key)


def more(graph: Graph, node: Node) -> tuple[str, ...]:
    """Return what tells a node from others: its id and its name; where two roots have one address, the root."""
    told = [one for one in known(node).values() if one != node.key]
    if node.root in graph.roots and graph.once(_keys)[node.kind, node.key] > 1:
        told.append(graph.roots[node.root])
    return tuple(told)


def known(node: Node) -> dict[str, str]:
    """Return the `id` of an instance and its `name`, where an account has told the id."""
    if not isinstance(node, Server) or not isinstance(node.id, str):
        return {}
    return {"id": node.id, **({"name": node.name} if isinstance(node.name, str) and node.name else {})}


def _keys(graph: Graph) -> Counter[tuple[str, str]]:
    return Counter((node.kind, node.key) for node in graph.nodes())
