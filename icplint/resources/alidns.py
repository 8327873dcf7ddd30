"""Alibaba Cloud DNS: records, in the current and the deprecated type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from icplint.alibaba.listing import Listing, Yield
from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Edge, Record
from icplint.resources.entry import Entry, Finder, Named


def host(zone: Any, relative: Any) -> str | Unknown:
    """Return the host name of a record: `@` is the zone itself."""
    for value in (zone, relative):
        if isinstance(value, Unknown):
            return value
    if not isinstance(zone, str):
        return ""
    return host_name(zone if relative in (None, "@", "") else f"{relative}.{zone}")


def _called(zone: str, relative: str) -> Callable[[Resource, Finder], str]:
    def called(resource: Resource, _finder: Finder) -> str:
        name = host(resource.values.get(zone), resource.values.get(relative))
        return name if isinstance(name, str) else resource.address

    return called


def enabled(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A record is answered unless its status is DISABLE."""
    status = resource.values.get("status")
    if isinstance(status, Unknown):
        return status if status.written else True
    return str(status or "ENABLE").upper() != "DISABLE"


def _record(kind: str, zone: str, relative: str, line: str) -> Entry:
    return Entry(
        kind=kind,
        node=Record,
        fields={"host": _called(zone, relative), "record_type": "type", "line": line, "enabled": enabled},
        defaults={"line": "default"},
        edges={Edge.RESOLVES_TO: "value"},
        edges_in={
            Edge.ANSWERED_BY: lambda resource, _finder: (
                Named(
                    host(resource.values.get(zone), resource.values.get(relative)), "value", resource.values.get(zone)
                ),
            )
        },
    )


ENTRIES = (
    _record("alicloud_alidns_record", "domain_name", "rr", "line"),
    _record("alicloud_dns_record", "name", "host_record", "routing"),
)

LISTINGS = (
    Listing(
        product="alidns",
        version="2015-01-09",
        action="DescribeDomains",
        permission="alidns:DescribeDomains",
        regional=False,
        items="Domains.Domain",
        identity="DomainName",
    ),
    Listing(
        product="alidns",
        version="2015-01-09",
        action="DescribeDomainRecords",
        permission="alidns:DescribeDomainRecords",
        regional=False,
        parent="alidns:DescribeDomains",
        parameters={"DomainName": "{DomainName}"},
        size=500,
        whole="zone:{DomainName}",
        items="DomainRecords.Record",
        identity="RecordId",
        yields=(
            Yield(
                kind="alicloud_alidns_record",
                identity="RecordId",
                values={
                    "domain_name": "?DomainName",
                    "rr": "RR",
                    "type": "Type",
                    "value": "Value",
                    "line": "Line",
                    "status": "Status",
                },
            ),
        ),
    ),
)
