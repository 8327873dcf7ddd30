"""What a data source of a state or plan lists one by one: live DNS records and accelerated names, as their own rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Relation, Service
from icplint.resources.hostnames import is_website
from icplint.resources.listed import SETTLE
from icplint.resources.rows import Finder, GivenName, NodeRow, constant

NOT_LISTED: Final = Text(
    en="{address} lists it without its details (enable_details)",
    zh="{address} 的查询结果中没有其详细信息（enable_details）",
)
ASKED: Final = Text(en="only the account tells what it lists", zh="其查询结果只有账号中才有")
IN_ZONE: Final = Text(
    en="{address} lists the records of {zone}, so there are some, and where they lead is not written",
    zh="{address} 查询 {zone} 的解析记录，说明记录已存在，但没有写明其指向",
)


class _Listing(NamedTuple):
    """A list of a data source: where it stands, the type of what it lists, and what its attributes are called there."""

    name: str
    kind: str
    called: Mapping[str, str]
    details: tuple[str, ...] = ()


_RECORD: Final = {"domain_name": "domain_name", "type": "type", "value": "value", "line": "line", "status": "status"}
_EDGE: Final = {name: name for name in ("domain_name", "cname", "scope", "sources", "status")}
_LISTINGS: Final = {
    "data.alicloud_alidns_records": _Listing("records", "alicloud_alidns_record", {**_RECORD, "rr": "rr"}),
    **{
        f"data.alicloud_{kind}": _Listing("records", "alicloud_alidns_record", {**_RECORD, "host_record": "rr"})
        for kind in ("dns_records", "dns_domain_records")
    },
    **{
        f"data.alicloud_{kind}_domains": _Listing("domains", f"alicloud_{kind}_domain", _EDGE, ("scope", "sources"))
        for kind in ("dcdn", "dcdn_ipa", "scdn")
    },
}
LISTING_RECORDS: Final = tuple(kind for kind, one in _LISTINGS.items() if one.name == "records")
_OTHERWISE: Final = {"alicloud_alidns_record": ("alicloud_dns_record", {"name": "domain_name", "host_record": "rr"})}
"""An older type of the same thing, and what its arguments are called."""


def with_listed(resources: Iterable[Resource], before: Iterable[Resource] = ()) -> list[Resource]:
    """Return resources with what the data sources among them list, but for what the run declares, now or before."""
    every = list(resources)
    listing = [one for one in every if one.kind in _LISTINGS]
    if not listing:
        return every
    wanted = {_LISTINGS[one.kind].kind for one in listing}
    known = {key for one in (*every, *before) for key in _keys(one, wanted)}
    for source in listing:
        for one in _listed(source, _LISTINGS[source.kind]):
            keys = set(_keys(one, wanted))
            if keys and known.isdisjoint(keys):
                known |= keys
                every.append(one)
    return every


def _listed(source: Resource, listing: _Listing) -> Iterator[Resource]:
    items = source.values.get(listing.name)
    for n, item in enumerate(items if isinstance(items, list) else []):
        if not isinstance(item, Mapping):
            continue
        values: dict[str, Any] = {own: item[name] for name, own in listing.called.items() if item.get(name)}
        for detail in listing.details:
            values.setdefault(detail, Unknown(NOT_LISTED.using(address=source.address)))
        identity = item.get("record_id") or item.get("id")
        yield Resource(
            kind=listing.kind,
            address=f"{source.address}.{listing.name}[{n}]",
            values={**values, **({"id": identity} if isinstance(identity, str) else {})},
            origin=source.origin,
            root=source.root,
            rank=source.rank,
            provider=source.provider,
        )


def _zone(resource: Resource, _finder: Finder) -> bool:
    """Whether the records of a zone are asked for, and their values are not known yet."""
    zone, told = resource.values.get("domain_name"), resource.values.get("records")
    return is_website(zone) and not isinstance(told, list)


def _in_zone(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
    zone = resource.values["domain_name"]
    name = Unknown(IN_ZONE.using(address=resource.address, zone=zone), settle=SETTLE)
    yield GivenName(name, "domain_name", zone, certain=False)


ROWS = tuple(
    NodeRow(
        kind=kind,
        node=Service,
        when=_zone,
        fields={"product": constant(""), "why": constant(ASKED), "settle": constant(SETTLE)},
        edges_in={Relation.SERVED_BY: _in_zone},
    )
    for kind in LISTING_RECORDS
)


def _keys(resource: Resource, wanted: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield what a resource is known by: its id, and the name that it is about."""
    for kind in wanted:
        older, arguments = _OTHERWISE.get(kind, ("", {}))
        if resource.kind not in {kind, older}:
            continue
        if isinstance(identity := resource.values.get("id"), str):
            yield (kind, "id", identity)
        called = {own: name for name, own in arguments.items()} if resource.kind == older else {}
        said = _reader(resource, called)
        zone = said("domain_name")
        if zone and kind == "alicloud_alidns_record":
            yield (kind, zone, said("rr") or "@", said("type").upper(), said("line") or "default")
        elif zone:
            yield (kind, zone)


def _reader(resource: Resource, called: Mapping[str, str]) -> Callable[[str], str]:
    def said(name: str) -> str:
        value = resource.values.get(called.get(name, name))
        return host_name(value) if isinstance(value, str) else ""

    return said
