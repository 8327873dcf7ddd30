"""What looks like a DNS record of an unknown provider: a zone, a name, a type, values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from icplint.model.names import registrable_domain
from icplint.model.regex import regex
from icplint.model.resource import Resource
from icplint.model.unknown import Unknown
from icplint.resources.neutral import APEX
from icplint.resources.records import NO_WEBSITE, VALIDATION
from icplint.resources.rows import Finder, GivenName, referenced
from icplint.resources.unmodelled import WEB
from icplint.resources.zones import NO_ZONE, RELATIVE, SETTLE_ZONE, full_name

_ZONES: Final = (
    *(
        "zone_name",
        "zone",
        "domain",
        "domain_name",
        "dns_zone",
        "zone_name_or_id",
        "zone_id",
        "domain_id",
        "zid",
        "zoneid",
    ),
    *("managed_zone", "hosted_zone_id", "dns_zone_id", "parent_id", "dns_zone_name"),
)
_ZONE_SAYS: Final = ("name", "zone_name", "zone", "domain_name", "domain", "dns_name", "fqdn")
"""Where a resource says what the zone is called."""
_NAMES: Final = (
    *("name", "host", "rr", "sub_domain", "subdomain", "record", "hostname", "subname", "record_name", "host_record"),
    *("host_name", "relative_name", "owner_name", "owner", "label", "fqdn", "domain", "domain_name"),
)
_TYPE: Final = ("type", "record_type", "recordtype", "fieldtype", "rtype", "rr_type", "rrtype", "dns_type")
_VALUES: Final = (
    *(
        "value",
        "values",
        "data",
        "content",
        "target",
        "records",
        "record_value",
        "rdata",
        "rrdatas",
        "answer",
        "answers",
    ),
    *("address", "addresses", "targets", "items", "cname", "target_resource_id"),
)
_BLOCKS: Final = ("record", "records", "resource_record_set", "rrset", "items", "record_set")
TYPES: Final = WEB | NO_WEBSITE | {"ANAME", "HTTPS", "REDIRECT", "URL"}
_TYPED: Final = regex(r"_(?:(a|aaaa|cname|alias|mx|ns|ptr|srv|txt|caa|naptr)_)record(?:s|_?set)?$")
_RECORDS: Final = regex(
    r"(?:^|_)(?:dns|domain|zone|name)\w*_?(?:record|rr)s?(?:_?set)?s?(?:_|$)|rrset|(?:^|_)records?$"
)
_REDIRECT: Final = regex(r"_(?:zone|url|web)_redirect(?:ion)?$")
"""A record of a DNS provider that answers itself, and sends visitors on."""
_APEX: Final = ("ip", "ip_address")
"""Where a zone takes the address of its own name."""
_ASKED: Final = frozenset((*_ZONES, *_NAMES, *_TYPE, *_VALUES, *_BLOCKS))


class RecordLike(NamedTuple):
    """What looks like a DNS record: its zone, its name, its type and its values, and the argument of the name."""

    zone: Any
    name: Any
    kind: Any
    values: tuple[Any, ...]
    place: str

    @property
    def leads_visitors(self) -> bool:
        return not (isinstance(self.kind, str) and self.kind.upper() in NO_WEBSITE)

    def named(self, resource: Resource, finder: Finder) -> GivenName:
        zone = _zone(self.zone, resource, finder)
        if isinstance(self.name, Unknown):
            name: str | Unknown = self.name if self.name.written else full_name("@", zone)
        else:
            name = full_name(self.name, zone)
        if isinstance(name, Unknown) and name is zone and isinstance(self.name, str) and self.name:
            name = Unknown(RELATIVE.using(name=self.name), settle=SETTLE_ZONE)
        return GivenName(name, self.place, zone, certain=False)


def records(resource: Resource) -> Iterator[RecordLike]:
    """Yield the records that a resource looks like: itself, or each of its blocks."""
    if resource.kind in APEX:
        yield from _apex(resource)
        return
    typed, redirect = _TYPED.search(resource.kind), _REDIRECT.search(resource.kind)
    spoken = bool(redirect) or speaks(resource.kind)
    written = frozenset(resource.values)
    if not spoken and not written.intersection(_ZONES):
        return
    values = {key: resource.values.get(key) for key in written & _ASKED}
    _, zone = _first(values, _ZONES)
    if zone is None and not spoken:
        return
    for body in (values, *_blocks(values)):
        place, name = _first(body, _NAMES, but=zone)
        _, kind = _first(body, _TYPE)
        found = tuple(_flat(value for key in _VALUES if (value := body.get(key)) is not None))
        known = typed[1] if typed else "URL" if redirect else kind
        is_type = isinstance(known, str) and known.upper() in TYPES
        if not found or not (spoken or (name is not None and is_type)) or (known is None and body is not values):
            continue
        if any(isinstance(one, Mapping) for one in found) and not (found := tuple(_inner(found))):
            continue
        yield RecordLike(zone, name, known, found, place if body is values else "")


def speaks(kind: str) -> bool:
    """Whether the name of a type says that its resources are DNS records."""
    return bool(_TYPED.search(kind) or _RECORDS.search(kind))


def _apex(resource: Resource) -> Iterator[RecordLike]:
    """Yield the record of its own name that a zone has, where it takes an address."""
    place, name = _first(resource.values, ("domain", "name"))
    addresses = tuple(value for key in _APEX if (value := resource.values.get(key)) is not None)
    if addresses:
        yield RecordLike(name, "@", "A", addresses, place)


def _blocks(values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for key in _BLOCKS:
        found = values.get(key)
        yield from (one for one in (found if isinstance(found, list) else [found]) if isinstance(one, Mapping))


def _inner(values: Iterable[Any]) -> Iterator[Any]:
    """Yield what blocks of answers say: `answers { answer = … }`."""
    for one in values:
        if isinstance(one, Mapping):
            yield from _flat(value for key in _VALUES if (value := one.get(key)) is not None)
        else:
            yield one


def _flat(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        yield from value if isinstance(value, list | tuple) else [value]


def _first(values: Mapping[str, Any], keys: Iterable[str], but: Any = None) -> tuple[str, Any]:
    for key in keys:
        value = values.get(key)
        if value is not None and value is not but and not isinstance(value, list | Mapping):
            return key, value
    return "", None


def _zone(value: Any, resource: Resource, finder: Finder) -> str | Unknown:
    """Return what a zone is called: as it is written, or as the resource that is meant names one."""
    if isinstance(value, str) and registrable_domain(value) is not None and "." in value.strip("."):
        return value
    for target in referenced(value, resource, finder) if value is not None else ():
        for key in _ZONE_SAYS:
            named = target.values.get(key)
            if isinstance(named, str) and registrable_domain(named) is not None:
                return named
    return Unknown(NO_ZONE.using(address=resource.address), settle=SETTLE_ZONE)


def validates(name: str | Unknown) -> bool:
    """Whether a name is one that a certificate authority asks for."""
    return isinstance(name, Unknown) and any(VALIDATION in reference.attribute for reference in name.refs)
