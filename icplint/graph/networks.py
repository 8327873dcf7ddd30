"""Private addresses -> the nodes that have them in one network: a VPC, else a root module or an account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Node
from icplint.resources.rows import Finder, is_set, pick, referenced

NOT_IN_NETWORK: Final = Text(
    en="nothing in this network that was read has {name}", zh="已读取的内容中，该网络内没有 {name}"
)
ELSEWHERE: Final = Text(
    en="nothing in this network that was read has {name}; something in another network has, and whether the two are "
    "connected (CEN, VPC peering) cannot be seen",
    zh="已读取的内容中，该网络内没有 {name}；其他网络中有该地址，但无法得知两个网络是否互通（云企业网、VPC 对等连接）",
)
VPC: Final = "vpc_id"
SUBNETS: Final = (
    "vswitch_id",
    "vswitch_ids[]",
    "zone_mappings[].vswitch_id",
    "subnet_id",
    "subnet_mapping[].subnet_id",
    "subnets[]",
)
"""Where resources say in which subnet they are, which says in which VPC it is."""
DEEPEST: Final = 8
"""References from one resource to the next that are followed to a VPC."""


class Vpc(NamedTuple):
    """What a VPC is known by: its `id`, unique across accounts, and the root and address of what declares it."""

    id: str = ""
    declared: tuple[str, str] | None = None

    @property
    def shape(self) -> tuple[bool, bool]:
        """Which of the two is known: of VPCs that share one, it is the same or they differ."""
        return bool(self.id), self.declared is not None


class PrivateAddresses:
    """Which nodes have a private address, by the network that it belongs to.

    In one VPC there is one of each. Where a VPC is not known, the address may be that of anything of the same root
    module or account that is not known to be in another. VPCs that are connected are not looked through.
    """

    def __init__(self) -> None:
        self._in_vpc: dict[tuple[object, str], list[Node]] = defaultdict(list)
        self._in_root: dict[tuple[str, str], dict[tuple[bool, bool], list[Node]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._addresses: set[str] = set()

    def __contains__(self, address: str) -> bool:
        return address in self._addresses

    def enter(self, address: str, node: Node, vpc: Vpc | None, roots: Iterable[str]) -> None:
        """Enter an address of a node in a VPC, None if it is not known, as it was sighted in some roots."""
        self._addresses.add(address)
        for key in _keys(vpc):
            self._in_vpc[key, address].append(node)
        for root in roots:
            self._in_root[root, address][_shape(vpc)].append(node)

    def holders(self, address: str, vpc: Vpc | None, roots: Iterable[str]) -> list[Node]:
        """Return the nodes that may have an address which something in a network names."""
        same = [node for key in _keys(vpc) for node in self._in_vpc.get((key, address), ())]
        if same:
            return [*{node.identity: node for node in same}.values()]
        asking = _shape(vpc)
        found = (
            node
            for root in roots
            for shape, nodes in self._in_root.get((root, address), {}).items()
            if not _comparable(asking, shape)
            for node in nodes
        )
        return [*{node.identity: node for node in found}.values()]

    def missing(self, address: str) -> Text:
        """Say that nothing in a network has an address."""
        return (ELSEWHERE if address in self._addresses else NOT_IN_NETWORK).using(name=address)


def vpc_of(resource: Resource, finder: Finder) -> Vpc | None:
    """Return the VPC that a resource is in, itself or by its subnets; None where it is not known to be one."""
    return vpc_in(resource.values, resource, finder)


def vpc_in(values: Mapping[str, Any], resource: Resource, finder: Finder) -> Vpc | None:
    """Return the VPC that values of a resource, or of something that it lists, say."""
    return _said(values, resource, finder, 0)


def _said(values: Mapping[str, Any], resource: Resource, finder: Finder, depth: int) -> Vpc | None:
    """Return the VPC of the subnets, which the run may know, else the one that is named."""
    for path in SUBNETS:
        if subnets := [*_written(values, path)]:
            if (found := _agreed(_of_subnet(value, resource, finder, depth) for value in subnets)) is not None:
                return found
            break
    return _agreed(_named(value, resource, finder, depth) for value in _written(values, VPC))


def _written(values: Mapping[str, Any], path: str) -> Iterator[Any]:
    for value in pick(values, path):
        yield from (one for one in (value if isinstance(value, list) else [value]) if is_set(one) and one != "")


def _of_subnet(value: Any, resource: Resource, finder: Finder, depth: int) -> Vpc | None:
    if depth >= DEEPEST or (isinstance(value, Unknown) and value.open):
        return None
    found = [*referenced(value, resource, finder)]
    if not found or (isinstance(value, Unknown) and len(found) != len(value.refs)):
        return None
    return _agreed(_said(one.values, one, finder, depth + 1) for one in found)


def _named(value: Any, resource: Resource, finder: Finder, depth: int) -> Vpc | None:
    """Return the VPC that an argument names: by its id, by what declares it, or as something else has it."""
    if isinstance(value, str):
        declared = [one for one in finder.by_id(value) if not one.kind.startswith("data.")]
        return Vpc(value, (declared[0].root, declared[0].address) if declared else None)
    if not isinstance(value, Unknown) or value.open or not value.refs or depth >= DEEPEST:
        return None
    found: list[Vpc | None] = []
    for reference in value.refs:
        one = finder.by_address(resource.root, reference)
        if one is None:
            return None
        if reference.attribute == "id" and not one.kind.startswith("data."):
            identity = one.values.get("id")
            found.append(Vpc(identity if isinstance(identity, str) else "", (one.root, one.address)))
        else:
            found += [_named(further, one, finder, depth + 1) for further in pick(one.values, reference.attribute)]
    return _agreed(found)


def _agreed(found: Iterable[Vpc | None]) -> Vpc | None:
    """Return the one VPC that all are; None where one is not known, or another."""
    told = set(found)
    return told.pop() if len(told) == 1 else None


def _keys(vpc: Vpc | None) -> list[object]:
    return [key for key in vpc or () if key]


def _shape(vpc: Vpc | None) -> tuple[bool, bool]:
    return vpc.shape if vpc is not None else (False, False)


def _comparable(one: tuple[bool, bool], other: tuple[bool, bool]) -> bool:
    return any(mine and others for mine, others in zip(one, other, strict=True))
