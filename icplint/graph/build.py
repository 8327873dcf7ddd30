"""Resources -> graph: first every node, then every tie by name or by reference."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from icplint.graph.graph import Graph, Tie
from icplint.graph.merge import merged
from icplint.model.names import host_name
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import Address, Domain, Edge, Node
from icplint.policy import Policy, suffix
from icplint.resources.entry import NOT_SAID, Entry, Link, Named, Row, pick

NOT_IN_RUN = Text(en="nothing that was read is called {name}", zh="已读取的内容中没有 {name}")
SETTLE_IN_RUN = Text(en="check the configuration that declares it together with this one", zh="与声明它的配置一起检查")
_HOST = re.compile(r"(\*\.|\.)?[^\s/:@.]+(\.[^\s/:@.]+)+\.?")


def build(
    reading: Reading, table: Mapping[str, Row], policy: Policy, environment: Mapping[str, str] | None = None
) -> Graph:
    """Return the one graph of a run."""
    registers = [i.path for i in reading.inputs if i.kind == "register"]
    graph = Graph(policy, complete=frozenset(reading.complete), unread=reading.unread, registers=registers)
    builder = _Builder(graph, table, merged(reading.resources), environment or {})
    builder.nodes()
    builder.ties()
    return graph


class _Builder:
    def __init__(
        self, graph: Graph, table: Mapping[str, Row], resources: list[Resource], environment: Mapping[str, str]
    ) -> None:
        self.graph = graph
        self.environment = environment
        self.resources = resources
        self.rows = [(resource, table[resource.kind]) for resource in resources if resource.kind in table]
        self._by_address = {(r.root, r.address): r for r in resources}
        self._node_at: dict[tuple[str, str], tuple[Node, Entry]] = {}
        self._named: dict[str, list[Node]] = {}
        self._may_be_unknown: dict[str, frozenset[str]] = {}

    def find(self, root: str, reference: Reference) -> Resource | None:
        """See `Finder.find`."""
        return self._by_address.get((root, reference.address))

    def nodes(self) -> None:
        """Add a node for each resource that is one, and note the names that point at it."""
        for resource, row in self.rows:
            if not isinstance(row, Entry):
                continue
            node = self.graph.add(self._node(resource, row))
            self._node_at[resource.root, resource.address] = (node, row)
            for name in row.names:
                found = pick(resource.values, name) if isinstance(name, str) else name(resource, self)
                for value in found:
                    for each in value if isinstance(value, list) else [value]:
                        if isinstance(each, str) and each:
                            self._named.setdefault(_canonical(each), []).append(node)

    def _node(self, resource: Resource, entry: Entry) -> Node:
        key = self._field(resource, entry.key, None) if entry.key else resource.address
        known = isinstance(key, str) and bool(key)
        values = {name: self._field(resource, path, entry.defaults.get(name)) for name, path in entry.fields.items()}
        return entry.node(
            key=key if known else resource.address,
            root="" if entry.shared and known else resource.root,
            origin=resource.origin,
            certain=resource.certain,
            **{
                name: self._absent(resource, name) if v is None and name in self._doubtful(entry) else v
                for name, v in values.items()
            },
        )

    def _field(self, resource: Resource, path: Any, default: Any) -> Any:
        if not isinstance(path, str):
            return path(resource, self)
        value = next(pick(resource.values, path), None)
        if default is not None and (value is None or (isinstance(value, Unknown) and not value.written)):
            return default
        return value

    def _doubtful(self, entry: Entry) -> frozenset[str]:
        """The fields of a node that may be unknown: an absent one of those is, any other is None."""
        if entry.kind not in self._may_be_unknown:
            self._may_be_unknown[entry.kind] = frozenset(f.name for f in fields(entry.node) if "Unknown" in str(f.type))
        return self._may_be_unknown[entry.kind]

    @staticmethod
    def _absent(resource: Resource, name: str) -> Unknown:
        return Unknown(NOT_SAID.using(kind=resource.address, what=name), written=False)

    def ties(self) -> None:
        """Add the names that the resources give, then where everything leads: a name stands where it is declared."""
        for resource, row in self.rows:
            self._names(resource, row)
        for resource, row in self.rows:
            if isinstance(row, Link):
                self._link(resource, row)
                continue
            node, _ = self._node_at[resource.root, resource.address]
            for edge, path in row.edges.items():
                for value in pick(resource.values, path):
                    self._tie(node, edge, value, resource, resource.place(_argument(path)))

    def _names(self, resource: Resource, row: Row) -> None:
        if isinstance(row, Link):
            if row.edge is Edge.SERVED_BY:
                for value in pick(resource.values, row.start):
                    self._starts(value, row, resource)
            return
        node, _ = self._node_at[resource.root, resource.address]
        for edge, naming in row.edges_in.items():
            for named in naming(resource, self):
                self._name(named, edge, node, resource)

    def _name(self, named: Named, edge: Edge, node: Node, resource: Resource) -> None:
        start = self._host(named, resource)
        origin = resource.place(named.place).at(resource.address)
        self.graph.tie(
            Tie(start=start, edge=edge, ends=(node,), origin=origin, words=resource.address, certain=resource.certain)
        )

    def _host(self, named: Named, resource: Resource) -> Node:
        origin = resource.place(named.place).at(resource.address)
        if isinstance(named.name, str) and named.name:
            name = host_name(named.name)
            return self.graph.add(Domain(key=name, origin=origin, name=name, zone=name))
        unknown = named.name if isinstance(named.name, Unknown) else self._absent(resource, "name")
        above = host_name(named.zone) if isinstance(named.zone, str) else unknown
        return self.graph.add(Domain(key=resource.address, root=resource.root, origin=origin, name=unknown, zone=above))

    def _link(self, resource: Resource, link: Link) -> None:
        for start in pick(resource.values, link.start):
            ends = list(pick(resource.values, link.end)) or [self._absent(resource, link.end)]
            for node in self._starts(start, link, resource):
                for end in ends:
                    for each in end if isinstance(end, list) else [end]:
                        self._tie(node, link.edge, each, resource, resource.place(link.start), by=resource.address)

    def _starts(self, value: Any, link: Link, resource: Resource) -> list[Node]:
        if link.edge is Edge.SERVED_BY:
            return [self._host(Named(value if isinstance(value, Unknown) else str(value), link.start), resource)]
        if isinstance(value, Unknown):
            at = ((resource.root, reference.address) for reference in value.refs)
            found = [self._node_at[place][0] for place in at if place in self._node_at]
        else:
            found = list(self._named.get(_canonical(str(value)), ()))
        return found or self._elsewhere(value, link, resource)

    def _elsewhere(self, value: Any, link: Link, resource: Resource) -> list[Node]:
        """An address that the run does not describe is bound all the same: what it is bound to is public."""
        if link.edge is not Edge.BOUND_TO:
            return []
        unknown = value if isinstance(value, Unknown) else Unknown(NOT_IN_RUN.using(name=value), settle=SETTLE_IN_RUN)
        key = resource.address if isinstance(value, Unknown) else str(value)
        return [self.graph.add(Address(key=key, root=resource.root, ip=unknown, origin=resource.origin))]

    def _tie(
        self, start: Node, edge: Edge, value: Any, resource: Resource, origin: Origin, by: str | None = None
    ) -> None:
        ends, rest, private = self._ends(value, resource, origin.at(resource.address))
        self.graph.tie(
            Tie(
                start=start,
                edge=edge,
                ends=ends,
                origin=origin.at(resource.address),
                words=_words(value, ends),
                rest=rest,
                private=private,
                by=by,
                certain=resource.certain,
            )
        )

    def _ends(self, value: Any, resource: Resource, origin: Origin) -> tuple[tuple[Node, ...], Unknown | None, bool]:
        if not isinstance(value, Unknown):
            return self._literal(str(value), origin)
        found: dict[tuple[str, str, str], Node] = {}
        private: list[bool] = []
        for reference in value.refs:
            if known := self._node_at.get((resource.root, reference.address)):
                found[known[0].identity] = known[0]
                private.append(reference.attribute.split("[")[0] in known[1].private)
        rest = value if value.open or not found else None
        return tuple(found.values()), rest, bool(private) and all(private)

    def _literal(self, value: str, origin: Origin) -> tuple[tuple[Node, ...], Unknown | None, bool]:
        name = _canonical(value)
        if named := self._named.get(name) or self._cdn_of(name):
            return tuple({n.identity: n for n in named}.values()), None, False
        if _is_address(name):
            return (self.graph.add(Address(key=name, ip=name, origin=origin)),), None, False
        if _HOST.fullmatch(value):
            return (self.graph.add(Domain(key=name, name=name, zone=name, origin=origin)),), None, False
        return (), Unknown(NOT_IN_RUN.using(name=value), settle=SETTLE_IN_RUN), False

    def _cdn_of(self, name: str) -> list[Node]:
        """A CDN's CNAME is the accelerated name followed by the CDN's own: www.example.cn.w.kunlunsl.com."""
        known = suffix(name)
        if known is None or known.service != "cdn":
            return []
        labels = name.split(".")
        candidates = (".".join(labels[:-n]) for n in (3, 2))
        found = (self.graph.get(("CdnDomain", "", candidate)) for candidate in candidates)
        return [node for node in found if node is not None][:1]


def _canonical(name: str) -> str:
    return host_name(name) if "." in name else name


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _argument(path: str) -> str:
    return path.split(".", 1)[0].removesuffix("[]")


def _words(value: Any, ends: tuple[Node, ...]) -> str:
    if not isinstance(value, Unknown):
        return str(value)
    if len(value.refs) == 1:
        return str(value.refs[0])
    return ", ".join(str(ref) for ref in value.refs) or ", ".join(end.key for end in ends)
