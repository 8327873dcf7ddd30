"""The graph as a networkx MultiDiGraph, for its algorithms and file formats; the only importer of networkx."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import TypeVar

import networkx as nx

from icplint.graph.graph import Graph, Identity
from icplint.model.origin import Origin
from icplint.model.printable import printable, printable_json, printable_lines
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Node, Placement, Proxy


def network(graph: Graph, to: str | None = None) -> nx.MultiDiGraph:
    """Return nodes called `Kind key` with their known fields, and edges that carry their sentence, place and certainty.

    Of several proxies of one key, as a CDN and a firewall before the same name, each is called by its product too.

    With `to`, a host name, only what lies on its way: everything that can be reached from it.
    """
    whole = nx.MultiDiGraph()
    names = _names(graph)
    for node in graph.nodes():
        whole.add_node(
            names[node.identity], kind=node.kind, key=node.key, origin=str(node.origin), **dict(_known(node))
        )
    for edge in graph.edges():
        certain = edge.certain and edge.rest is None and len(edge.ends) == 1
        for end in edge.ends:
            known = {"edge": edge.relation.value, "words": edge.words, "origin": str(edge.origin), "certain": certain}
            whole.add_edge(names[edge.start.identity], names[end.identity], **known)
    if to is None:
        return whole
    start = f"Domain {to}"
    if start not in whole:
        return nx.MultiDiGraph()
    return whole.subgraph({start, *nx.descendants(whole, start)})


def _names(graph: Graph) -> dict[Identity, str]:
    names = {node.identity: _name(node) for node in graph.nodes()}
    shared = Counter(names.values())
    proxies = (proxy for proxy in graph.all(Proxy) if shared[names[proxy.identity]] > 1)
    return names | {proxy.identity: f"{_name(proxy)} ({proxy.product})" for proxy in proxies}


def _name(node: Node) -> str:
    return f"{node.kind} {node.key}" if not node.root or node.root == "." else f"{node.kind} {node.root}:{node.key}"


def _known(node: Node) -> Iterator[tuple[str, str]]:
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name in {"key", "root", "origin", "certain"} or value is None or isinstance(value, Unknown | Origin):
            continue
        if isinstance(value, Placement):
            value = value.region
            if isinstance(value, Unknown):
                continue
        yield field.name, ", ".join(value) if isinstance(value, tuple) else str(value)


def node_link(graph: Graph, to: str | None = None) -> str:
    """Return the graph as node-link JSON (networkx's, with `edges`)."""
    data = nx.node_link_data(network(graph, to), edges="edges")
    return printable_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def graphml(graph: Graph, to: str | None = None) -> str:
    """Return the graph as GraphML (http://graphml.graphdrawing.org)."""
    return printable_lines("\n".join(nx.generate_graphml(network(graph, to)))) + "\n"


def dot(graph: Graph, to: str | None = None) -> str:
    """Return the graph in Graphviz's language."""
    found = network(graph, to)
    lines = ["digraph icplint {", "  rankdir=LR;", '  node [shape=box, fontname="sans-serif"];']
    for name, data in found.nodes(data=True):
        said = (data["kind"], data["key"], *(data[f] for f in ("scope", "placement") if f in data))
        label = "\\n".join(map(_written, said))
        lines.append(f'  "{_written(name)}" [label="{label}"];')
    for start, end, data in found.edges(data=True):
        style = "" if data["certain"] else ", style=dashed"
        lines.append(f'  "{_written(start)}" -> "{_written(end)}" [label="{data["edge"]}"{style}];')
    return "\n".join([*lines, "}"]) + "\n"


def _written(text: str) -> str:
    return printable(text).replace("\\", r"\\").replace('"', r"\"")


A = TypeVar("A", bound=Hashable)
G = TypeVar("G", bound=Hashable)


def over_asked(asks: Mapping[A, tuple[int, Iterable[G]]], left: Mapping[G, int]) -> list[tuple[set[A], set[G]]]:
    """Return the groups of askers and givers of which the askers want more than the givers have `left`.

    An asker wants so many, each of any of its givers; of one that has none nothing is said. The groups are those that
    every maximum flow leaves short: what is reached, against the flow, from an asker that did not get all it wants.
    """
    flows = nx.DiGraph()
    for asker, (wanted, givers) in asks.items():
        for giver in givers:
            flows.add_edge(_SOURCE, ("asker", asker), capacity=wanted)
            flows.add_edge(("asker", asker), ("giver", giver), capacity=wanted)
    for giver, codes in left.items():
        if ("giver", giver) in flows:
            flows.add_edge(("giver", giver), _SINK, capacity=codes)
    if _SOURCE not in flows:
        return []
    residual = nx.algorithms.flow.dinitz(flows, _SOURCE, _SINK)
    open_ways = nx.DiGraph((a, b) for a, b, path in residual.edges(data=True) if path["flow"] < path["capacity"])
    short = nx.descendants(open_ways, _SOURCE) if _SOURCE in open_ways else set()
    groups = nx.connected_components(flows.subgraph(short).to_undirected())
    return [
        ({one for side, one in group if side == "asker"}, {one for side, one in group if side == "giver"})
        for group in groups
    ]


_SOURCE = "source"
_SINK = "sink"
