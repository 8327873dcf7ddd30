"""Alibaba Cloud DNS: records, in the current and the deprecated type, and its traffic managers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Item, Yield, at
from icplint.model.names import host_name, registrable_domain
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Record, Relation
from icplint.resources.product import Product, ProductRole
from icplint.resources.records import record
from icplint.resources.rows import EdgeRow, Finder, GivenName, NodeRow, is_set, pick
from icplint.resources.zones import below, under

PRODUCTS: Final = (Product(word="gtm", role=ProductRole.TRAFFIC_MANAGER),)


MODE_UNKNOWN: Final = Text(
    en="whether the address is switched off is not known: {why}", zh="该地址是否已下线未知：{why}"
)

SERVERS: Final = ("alidns.com", "hichina.com")
"""Domains of the name servers. Source: https://help.aliyun.com/zh/dns/api-alidns-2015-01-09-modifyhichinadomaindns."""


def asked_zones(resources: Iterable[Resource]) -> set[str]:
    """Return the zones here that records lie in, as far as their names are known and could be registered."""
    arguments = {"alicloud_alidns_record": "domain_name", "alicloud_dns_record": "name"}
    names = (resource.values.get(arguments[resource.kind]) for resource in resources if resource.kind in arguments)
    zones = {host_name(name) for name in names if isinstance(name, str)}
    return {name for zone in zones if (above := registrable_domain(zone)) for name in (zone, above)}


def managed(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
    """Yield the names that a traffic manager answers: the website's, and the one that the website's is a CNAME of."""
    website = resource.values.get("public_user_domain_name")
    if is_set(website):
        yield GivenName(website if isinstance(website, Unknown) else str(website), "public_user_domain_name")
    zone, relative = (resource.values.get(name) for name in ("public_zone_name", "public_rr"))
    if is_set(zone) and is_set(relative):
        yield GivenName(below(zone, relative), "public_rr", zone)


def _website(resource: Resource, finder: Finder) -> str:
    names = (named.name for named in managed(resource, finder))
    return next((host_name(name) for name in names if isinstance(name, str)), resource.address)


def addresses(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the addresses of a pool that may be answered: those not switched off (OFFLINE)."""
    for address in pick(resource.values, "address[]"):
        if isinstance(address, Unknown):
            yield address
            continue
        mode, value = address.get("mode"), address.get("address")
        if isinstance(mode, Unknown):
            refs = value.refs if isinstance(value, Unknown) else ()
            yield Unknown(MODE_UNKNOWN.using(why=mode.why), refs=refs, open=True, settle=mode.settle)
        elif mode != "OFFLINE":
            yield value


def on(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A cloud traffic manager answers unless its configuration is switched off."""
    status = resource.values.get("enable_status")
    if isinstance(status, Unknown):
        return status
    return str(status or "enable").lower() != "disable"


ROWS = (
    record("alicloud_alidns_record", under("domain_name", "rr"), "value", line="line", forwarder=True, servers=SERVERS),
    record(
        "alicloud_dns_record", under("name", "host_record"), "value", line="routing", forwarder=True, servers=SERVERS
    ),
    NodeRow(
        kind="alicloud_alidns_gtm_instance",
        node=Record,
        fields={
            "host": _website,
            "record_type": lambda _resource, _finder: "A",
            "line": lambda _resource, _finder: "default",
            "enabled": lambda _resource, _finder: True,
        },
        names=("id",),
        edges_in={Relation.ANSWERED_BY: managed},
    ),
    EdgeRow(
        kind="alicloud_alidns_address_pool",
        relation=Relation.RESOLVES_TO,
        start="instance_id",
        end=addresses,
        place="address",
    ),
    record(
        "alicloud_alidns_cloud_gtm_instance_config",
        under("schedule_zone_name", "schedule_host_name"),
        (),  # Terraform edges no addresses to it
        record_type="schedule_rr_type",
        live=on,
    ),
)


DELEGATED: Final = Text(
    en="its name servers are those of others, so nobody asks for the records that stand in it",
    zh="其 DNS 服务器不是阿里云云解析，其中的记录不会被查询",
)


def _answers(zone: Item) -> bool:
    """Whether a zone is answered from here, or may be: by servers here, under names of its own, or not told.

    Resolvers do not ask a zone that is delegated elsewhere, whatever it holds.
    """
    servers = [str(server).lower().rstrip(".") for server in at(zone, "DnsServers.DnsServer") or ()]
    domains = tuple(f".{domain}" for domain in (*SERVERS, host_name(str(zone.get("DomainName")))))
    return not servers or any(server.endswith(domains) for server in servers)


LISTINGS = (
    AlibabaListing(
        product="alidns",
        version="2015-01-09",
        action="DescribeDomains",
        permission="alidns:DescribeDomains",
        regional=False,
        items="Domains.Domain",
        identity="DomainName",
    ),
    AlibabaListing(
        product="alidns",
        version="2015-01-09",
        action="DescribeDomainRecords",
        permission="alidns:DescribeDomainRecords",
        regional=False,
        parent="alidns:DescribeDomains",
        about=_answers,
        skipped=DELEGATED,
        parameters={"DomainName": "{DomainName}"},
        size=500,
        whole="zone:{DomainName}",
        items="DomainRecords.Record",
        identity="RecordId",
        needs=("RR", "Type", "Value"),
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
