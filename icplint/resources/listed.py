"""How a data source becomes a node: what all that it lists has in common, and the names that it goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, LoadBalancer, Node, Placement, Proxy, Relation, Server
from icplint.policy import ALIBABA
from icplint.resources.hostnames import is_website
from icplint.resources.placement import placement_from
from icplint.resources.rows import Field, Finder, GivenName, NodeRow, constant, pick, said_at

NOT_LISTED: Final = Text(
    en="{address} is looked up, and what it lists does not say {what}", zh="{address} 为查询结果，其中没有说明 {what}"
)
SETTLE: Final = Text(
    en="check the configuration or the account that holds what is looked up together with this one, "
    "or the plan (terraform show -json), which keeps what the data source returned",
    zh="与声明被查询资源的配置或账号一起检查，或检查 plan（terraform show -json），其中保存了数据源的查询结果",
)
PUBLIC: Final = {"internet": True, "intranet": False}
ANY_NUMBER: Final[dict[str, Field]] = {"ip": constant(None), "several": constant(value=True)}
"""The fields of an address that stands for all that is listed."""
_NAMING: Final = ("domain", "domain_name", "ids")
"""Where the names stand that are asked for; the id of such a domain is its name."""
_DECLARED: Final = said_at(*(name for name in _NAMING if name != "ids"))
_UNASKED: Final = ("charge", "months", "renewal", "bandwidth", "created", "expires")
"""Of what a server is bought with a data source tells a part, and of each of its servers another."""


def _unknown(resource: Resource, what: str) -> Unknown:
    return Unknown(NOT_LISTED.using(address=resource.address, what=what), settle=SETTLE, written=False)


def _said(values: Any, path: str) -> Iterator[Any]:
    """Yield what a path reaches, the members of a list one by one."""
    for value in pick(values, path):
        yield from value if isinstance(value, list) else [value]


def _agreed(resource: Resource, *paths: str) -> Any:
    """Return what all that is listed says alike at the first path that says anything, else an Unknown."""
    for path in paths:
        said = list(_said(resource.values, path))
        if said and all(not isinstance(one, Unknown) and one == said[0] for one in said):
            return said[0]
    return _unknown(resource, paths[0].rpartition(".")[2])


def _lists_something(lists: tuple[str, ...]) -> Callable[[Resource, Finder], bool]:
    return lambda resource, _finder: any(resource.values.get(name, True) != [] for name in lists)


def _names(name: str, values: tuple[str, ...], identity: str) -> Callable[[Resource, Finder], Iterator[str]]:
    """Return the names of what is listed, but for that which the run declares itself, and knows better."""

    def names(resource: Resource, finder: Finder) -> Iterator[str]:
        for item in pick(resource.values, f"{name}[]"):
            own = item.get(identity) if isinstance(item, Mapping) else None
            if isinstance(own, str) and any(not one.kind.startswith("data.") for one in finder.by_id(own)):
                continue
            for one in (each for path in values for each in _said(item, path)):
                if isinstance(one, str) and one:
                    yield (urlsplit(one).hostname or one) if "://" in one else one

    return names


def looked_up(
    kind: str,
    node: type[Node],
    fields: Mapping[str, Field],
    *lists: tuple[str, tuple[str, ...]],
    private: tuple[str, ...] = (),
    identity: str = "id",
) -> NodeRow:
    """Return the row of a data source with `lists` of things, each with the attributes that those go by."""
    return NodeRow(
        kind=f"data.alicloud_{kind}",
        node=node,
        when=_lists_something(tuple(name for name, _ in lists)),
        fields=fields,
        names=tuple(_names(name, values, identity) for name, values in lists),
        private=tuple(f"{name}[].{attribute}" for name, _ in lists for attribute in private),
    )


def somewhere(*paths: str) -> Field:
    """Return a field: the region that all that is listed says alike; the list goes over more than one."""

    def placement(resource: Resource, _finder: Finder) -> Placement:
        region = _agreed(resource, *paths) if paths else _unknown(resource, "region")
        known = region.removeprefix("oss-") if isinstance(region, str) else region
        return Placement(provider=ALIBABA, region=known, origin=resource.origin)

    return placement


def public_by(*paths: str) -> Field:
    """Return a field: whether all balancers that are listed have public addresses."""

    def public(resource: Resource, _finder: Finder) -> bool | Unknown:
        said = _agreed(resource, *paths)
        known = PUBLIC.get(str(said).lower())
        return said if isinstance(said, Unknown) else _unknown(resource, paths[0]) if known is None else known

    return public


def bound(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A NAT gateway is public by the addresses that are bound to it; none in the list may be bound elsewhere."""
    known = [ip for ip in _said(resource.values, "gateways[].ip_lists") if isinstance(ip, str)]
    return True if known else _unknown(resource, "ip_lists")


def online(resource: Resource, _finder: Finder) -> bool | Unknown:
    """Return whether all domains that are listed are accelerated; one that is not may lead to its origin."""
    return True if _agreed(resource, "domains[].status") == "online" else _unknown(resource, "status")


def scope(resource: Resource, _finder: Finder) -> str | Unknown:
    """Return the scope that all domains that are listed have."""
    said = _agreed(resource, "domains[].scope")
    return said if isinstance(said, str | Unknown) else _unknown(resource, "scope")


def accelerated(kind: str, product: str, **fields: Field) -> NodeRow:
    """Return the row of a data source of names that are answered at an edge."""
    said = {"product": constant(product), "provider": constant(ALIBABA), **fields}
    row = looked_up(kind, Proxy, said, ("domains", ("cname",)))
    return replace(row, edges_in={Relation.SERVED_BY: _asked(f"alicloud_{kind.removesuffix('s')}")})


def _asked(declared: str) -> Callable[[Resource, Finder], Iterator[GivenName]]:
    """Return the names that are looked up as written, but for those of a resource of the run, of type `declared`."""

    def asked(resource: Resource, finder: Finder) -> Iterator[GivenName]:
        for argument in _NAMING:
            for name in _said(resource.values, argument):
                if isinstance(name, str) and is_website(name) and not finder.by_key(declared, _DECLARED, name):
                    yield GivenName(name, argument, certain=False)

    return asked


def untold(what: str) -> Field:
    """Return a field that no data source tells."""
    return lambda resource, _finder: _unknown(resource, what)


def servers(kind: str, product: str, listed: str, *addresses: str, zones: tuple[str, ...] = ()) -> NodeRow:
    """Return the row of a data source of machines."""
    return looked_up(
        kind,
        Server,
        {
            "product": constant(product),
            "placement": placement_from(f"{listed}[].region_id", zones=tuple(f"{listed}[].{zone}" for zone in zones)),
            "several": constant(value=True),
            **{name: untold(name) for name in _UNASKED},
        },
        (listed, ("id", *addresses)),
        private=("private_ip", "inner_ip_address", "intranet_ip"),
    )


def addresses(
    kind: str, *lists: str, ip: str = "ip_address", product: str = "eip", where: Field | None = None, **more: Field
) -> NodeRow:
    """Return the row of a data source of public addresses."""
    fields = {"product": constant(product), "placement": where or placement_from(), **ANY_NUMBER, **more}
    return looked_up(kind, Address, fields, *((name, ("id", ip)) for name in lists))


def balancers(product: str, *zones: str) -> NodeRow:
    """Return the row of a data source of application or network load balancers."""
    place = placement_from(zones=tuple(f"balancers[].zone_mappings[].{zone}" for zone in zones))
    fields = {"product": constant(product), "placement": place, "public": public_by("balancers[].address_type")}
    return looked_up(f"{product}_load_balancers", LoadBalancer, fields, ("balancers", ("id", "dns_name")))


def bucket_names(resource: Resource, _finder: Finder) -> Iterator[str]:
    """Yield the buckets that are listed, and the host name of each."""
    for item in pick(resource.values, "buckets[]"):
        name, endpoint = (next(iter(pick(item, path)), None) for path in ("name", "extranet_endpoint"))
        if isinstance(name, str):
            yield name
            if isinstance(endpoint, str):
                yield f"{name}.{endpoint}"
