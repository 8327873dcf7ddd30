"""DNS records of any provider: their rows, and whether the public gets their answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Record, Relation
from icplint.resources.public_dns import unasked
from icplint.resources.rows import (
    Field,
    Finder,
    GivenName,
    NodeRow,
    Values,
    argument,
    constant,
)
from icplint.resources.zones import Naming, Zones

NO_WEBSITE: Final = frozenset(
    {"CAA", "CERT", "DNSKEY", "DS", "HINFO", "HTTPS", "LOC", "MX", "NAPTR", "NS", "OPENPGPKEY", "PTR", "RP"}
    | {"SMIMEA", "SOA", "SPF", "SRV", "SSHFP", "SVCB", "TLSA", "TXT", "URI"}
)
"""Record types by which no website is served (IANA, Domain Name System Parameters); HTTPS stands beside an address."""
VALIDATION: Final = "domain_validation_options"
"""What aws_acm_certificate calls the records by which a domain is validated."""


def enabled(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A record is answered unless its status is DISABLE."""
    status = resource.values.get("status")
    if isinstance(status, Unknown):
        return status if status.written else True
    return str(status or "ENABLE").upper() != "DISABLE"


def _validates(name: str | Unknown) -> bool:
    """Whether a name is one that a certificate authority asks for: it begins with an underscore (RFC 8552)."""
    if isinstance(name, str) or not name.refs:
        return False
    return all(reference.attribute.startswith(VALIDATION) for reference in name.refs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a resource says of its record: the fields of a row, as functions."""

    naming: Naming
    paths: tuple[Values, ...]
    zones: Zones | None
    live: Callable[[Resource, Finder], bool | Unknown]
    servers: tuple[str, ...]

    def host(self, resource: Resource, finder: Finder) -> str:
        name = self.naming(resource, finder).name
        return name if isinstance(name, str) else resource.address

    def zone(self, resource: Resource, finder: Finder) -> str | None:
        above = self.naming(resource, finder).zone
        return host_name(above) if isinstance(above, str) and above else None

    def answered(self, resource: Resource, finder: Finder) -> bool | Unknown:
        private = self.zones.is_private(resource, finder) if self.zones else False
        return private if isinstance(private, Unknown) else self.live(resource, finder)

    def public(self, resource: Resource, finder: Finder) -> bool:
        if _validates(self.naming(resource, finder).name):
            return False
        return self.zones is None or self.zones.is_private(resource, finder) is not True

    def shown(self, resource: Resource, finder: Finder) -> tuple[GivenName]:
        """A name is shown where its record says what it is answered with."""
        found = self.naming(resource, finder)
        told = (name for path in self.paths if resource.values.get(name := argument(path)) is not None)
        return (found._replace(place=next(told, found.place)),)

    def void(self, resource: Resource, finder: Finder) -> Text | Unknown | None:
        """Return why resolvers do not ask the zone of a record, if public DNS said so."""
        return (
            unasked(self.naming(resource, finder).zone, resource.rank, finder, self.servers) if self.servers else None
        )


def record(
    kind: str,
    naming: Naming,
    values: Values | tuple[Values, ...],
    *,
    record_type: Field = "type",
    line: Field = "line",
    zones: Zones | None = None,
    live: Callable[[Resource, Finder], bool | Unknown] = enabled,
    forwarder: bool = False,
    servers: tuple[str, ...] = (),
) -> NodeRow:
    """Return the row of a record type; one in a private zone, or that validates a certificate, is none at all.

    `servers` are the domains of the name servers that answer from such zones, where public DNS is asked about them.
    """
    paths = values if isinstance(values, tuple) else (values,)
    told = _Told(naming=naming, paths=paths, zones=zones, live=live, servers=servers)
    return NodeRow(
        kind=kind,
        node=Record,
        when=told.public,
        fields={
            "host": told.host,
            "record_type": record_type,
            "line": line,
            "enabled": told.answered,
            "zone": told.zone,
            "forwarder": constant(forwarder),
            "void": told.void,
        },
        defaults={"line": "default"},
        edges={Relation.RESOLVES_TO: values},
        edges_in={Relation.ANSWERED_BY: told.shown},
    )
