"""A written value -> the nodes that it leads to, and what else it may be."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from icplint.graph.graph import MANY, Graph
from icplint.graph.literals import host_of, is_host
from icplint.graph.missing_address import missing_address
from icplint.graph.node_index import NodeIndex, canonical
from icplint.graph.private_index import Inside
from icplint.model.addresses import is_address, is_public
from icplint.model.origin import Origin
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, Domain, Node, Record

NOT_IN_RUN = Text(en="nothing that was read is called {name}", zh="已读取的内容中没有 {name}")
SETTLE_IN_RUN = Text(en="check the configuration that declares it together with this one", zh="与声明它的配置一起检查")
_ID = re.compile(r"^id$")
_NO_NAME = re.compile(r"^id$|(?:^|[._])(?:ip|ips|ip_address|public_ip|host_name)$")
FEW: Final = 5
"""Of so many things a value is called that may be any of them."""
EMPTY = Text(en="the value is empty", zh="该值为空")


class Ends(NamedTuple):
    """The nodes that a value leads to, what it may be besides, and whether only their own network reaches them."""

    nodes: tuple[Node, ...]
    rest: Unknown | None = None
    private: bool = False


class EdgeEnds:
    """Finds where values lead; a name or an address that the run does not describe becomes a node of its own."""

    def __init__(self, graph: Graph, index: NodeIndex) -> None:
        self._graph = graph
        self._index = index
        self._named: dict[tuple[int, ...], tuple[Node, ...]] = {}
        self._wide: dict[tuple[str, int, bool], tuple[Unknown, Ends]] = {}

    def of(self, value: Any, resource: Resource, origin: Origin, *, inside: Inside | None) -> Ends:
        """Return where a value leads; inside a network, private addresses count too."""
        if not isinstance(value, Unknown):
            return self._literal(spelled(value), origin, inside=inside)
        if value.among:
            paths = [self.of(option, resource, origin, inside=inside) for option in value.among]
            led = {node.identity: node for nodes, _, _ in paths for node in nodes}
            rest = next((rest for _, rest, _ in paths if rest is not None), None)
            return Ends(tuple(led.values()), rest, all(private for _, _, private in paths))
        if value.suffix and self._graph.policy.suffixes.of_all(value.suffix) is not None:
            name = f"*.{value.suffix.partition('.')[2]}"
            return Ends((self._graph.add(Domain(key=name, name=name, zone=name, origin=origin)),))
        if value.tail and (node := self._index.below(resource.root, value.tail)):
            return Ends((node,))
        return self._referred(value, resource)

    def _referred(self, value: Unknown, resource: Resource) -> Ends:
        if len(value.refs) < MANY:
            return self._found(value, resource)
        about = (resource.root, id(value.refs), value.open)
        if about not in self._wide:
            self._wide[about] = (value, self._found(value, resource))
        return self._wide[about][1]

    def _found(self, value: Unknown, resource: Resource) -> Ends:
        led = [(reference, end) for reference in value.refs for end in self._index.at(resource.root, reference)]
        ends = {end.node.identity: end.node for _, end in led}
        rest = next((why for reference, end in led if (why := missing_address(end.node, reference.attribute))), None)
        rest = value if value.open or not ends or any(end.ambiguous for _, end in led) else rest
        return Ends(tuple(ends.values()), rest, bool(led) and all(end.private for _, end in led))

    def _literal(self, value: str, origin: Origin, *, inside: Inside | None) -> Ends:
        if named := self._index.by_name(value, inside=inside):
            own = not inside and ":" in value and not any(isinstance(node, Address) for node in named)
            rest = next((why for node in named if own and (why := missing_address(node, "ipv6_addresses"))), None)
            return Ends(self._shared(named), rest, False)
        value = host_of(value)
        name = canonical(value)
        if is_address(name) and inside and not is_public(name):
            return Ends((), Unknown(self._index.missing_inside(name), settle=SETTLE_IN_RUN), False)
        if is_address(name):
            return Ends((self._graph.add(Address(key=name, ip=name, origin=origin)),))
        if is_host(value):
            return Ends((self._graph.add(Domain(key=name, name=name, zone=name, origin=origin)),))
        unknown = Unknown(NOT_IN_RUN.using(name=value), settle=SETTLE_IN_RUN) if value else Unknown(EMPTY)
        return Ends((), unknown, False)

    def _shared(self, named: list[Node]) -> tuple[Node, ...]:
        """Return nodes as ends, each once; many of them as the very ends of other edges."""
        if len(named) < MANY:
            return tuple({node.identity: node for node in named}.values())
        about = tuple(map(id, named))
        if about not in self._named:
            self._named[about] = tuple({node.identity: node for node in named}.values())
        return self._named[about]


def unfit(value: Unknown, record: Record) -> bool:
    """Return whether a record cannot hold the very value: an id is not a name, and a CNAME holds no address."""
    if value.among or value.suffix:
        return False
    unfit = _NO_NAME if record.record_type == "CNAME" else _ID
    return any(unfit.search(reference.attribute) for reference in value.refs)


def spelled(value: Any) -> str:
    """Return a known value as Terraform spells it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def words(value: Any, ends: tuple[Node, ...]) -> str:
    """Return a value as reports show it: a name, an address, a reference."""
    if not isinstance(value, Unknown):
        return spelled(value)
    if value.among:
        told = [*dict.fromkeys(filter(None, (words(option, ()) for option in value.among)))]
        return _named(told[:FEW], len(told))
    if value.suffix:
        return f"…{value.suffix}"
    return _named([str(ref) for ref in value.refs[:FEW]], len(value.refs)) or _named(
        [e.key for e in ends[:FEW]], len(ends)
    )


def _named(first: list[str], count: int) -> str:
    return ", ".join(first) + (f", … (+{count - FEW})" if count > FEW else "")
