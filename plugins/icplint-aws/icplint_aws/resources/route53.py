"""Amazon Route 53: records and the hosted zones that they lie in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from icplint.plugin import (
    Finder,
    GivenName,
    NodeRow,
    Relation,
    Resource,
    Service,
    Text,
    Unknown,
    Yield,
    Zones,
    first,
    host_name,
    lying_in,
    number,
    pick,
    record,
)
from icplint_aws.live.listing import Item, List

NO_WEIGHT: Final = Text(
    en="{address} has the weight 0, which is answered only where all others have it too or are unhealthy",
    zh="{address} 的权重为 0，仅当其他记录的权重均为 0 或均不健康时才会被解析",
)

# Source: hashicorp/terraform-provider-aws, website/docs/{r,d}/route53_zone.html.markdown.
ZONES: Final = Zones(
    argument="zone_id",
    kinds=("aws_route53_zone",),
    names=("name",),
    private={"private_zone": bool, "vpc_id": bool, "vpc[]": bool},
)
# Source: names given in public DNS; those of China as reported by users of its hosted zones.
SERVERS: Final = (
    *(f"awsdns-{number:02}.{top}" for number in range(64) for top in ("com", "net", "org", "co.uk")),
    *(f"awsdns-cn-{number:02}.{top}" for number in range(64) for top in ("com", "net", "biz", "cn", "top")),
)
"""The domains of Route 53's name servers."""
# Source: hashicorp/terraform-provider-aws, elb_hosted_zone_id_data_source.go, lb_hosted_zone_id_data_source.go,
# s3/hosted_zones.go, cloudfront/distribution.go; for Beanstalk AWS General Reference.
HOSTED: Final = {
    "Z1GDH35T77C1KE": "cn-north-1.elb.amazonaws.com.cn",
    "ZM7IZAIOVVDZF": "cn-northwest-1.elb.amazonaws.com.cn",
    "Z3QFB96KMJ7ED6": "elb.cn-north-1.amazonaws.com.cn",
    "ZQEIKTCZ8352D": "elb.cn-northwest-1.amazonaws.com.cn",
    "Z282HJ1KT0DH03": "s3-website.cn-northwest-1.amazonaws.com.cn",
    "Z3RFFRIM2A3IF5": "cloudfront.cn",
    "ZB5H67MZE5736": "cn-northwest-1.eb.amazonaws.com.cn",
    "Z2FDTNDATAQYW2": "cloudfront.net",
}
"""Hosted zones of services -> the names that lie in them: an alias says the zone of its target beside its name."""
DUALSTACK: Final = "dualstack."
"""What the console puts before the name of a load balancer. Source: Route 53 API, AliasTarget."""


def answered(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A record is answered whatever its routing policy; of the weight 0 that is not known."""
    weight = first(resource.values, "weighted_routing_policy[].weight")
    if number(weight) == 0:
        return Unknown(NO_WEIGHT.using(address=resource.address))
    return True


def line(resource: Resource, _finder: Finder) -> str | Unknown:
    """Return what tells a record from others of its name and type; in a state it is empty where there are none."""
    value = resource.values.get("set_identifier")
    if isinstance(value, Unknown) and value.written:
        return value
    return str(value) if value and not isinstance(value, Unknown) else "default"


@dataclass(frozen=True, slots=True)
class Aliased:
    """Yields the target of a record's alias, which stands at the argument that it `reads`.

    Where a target's name is not known and refers to nothing, the hosted zone that it lies in says of which service and
    region it is.
    """

    reads: str = "alias"

    def __call__(self, resource: Resource, _finder: Finder) -> Iterator[Any]:
        for alias in pick(resource.values, f"{self.reads}[]"):
            target = alias if isinstance(alias, Unknown) else alias.get("name")
            zone = None if isinstance(alias, Unknown) else HOSTED.get(str(alias.get("zone_id")))
            if isinstance(target, Unknown) and not target.refs and zone is not None:
                yield zone
            elif isinstance(target, str):
                yield host_name(target).removeprefix(DUALSTACK)
            elif target is not None:
                yield target


def exclusive(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
    """Yield the names of the record sets that one resource holds all of; where they lead is not followed."""
    for name in pick(resource.values, "resource_record_set[].name"):
        yield GivenName(
            name if isinstance(name, Unknown) else host_name(str(name)), "resource_record_set", certain=False
        )


ROWS = (
    record(
        "aws_route53_record",
        lying_in(ZONES, full="fqdn"),
        ("records[]", Aliased()),
        line=line,
        zones=ZONES,
        live=answered,
        servers=SERVERS,
    ),
    *(
        NodeRow(
            kind=kind,
            node=Service,
            fields={"product": lambda resource, _finder: resource.kind},
            names=("id",),
            edges_in={Relation.SERVED_BY: names},
        )
        for kind, names in (
            ("aws_route53_records_exclusive", exclusive),
            ("aws_route53_traffic_policy_instance", lambda resource, _finder: _named(resource)),
        )
    ),
)


def _named(resource: Resource) -> Iterator[GivenName]:
    for name in pick(resource.values, "name"):
        yield GivenName(name if isinstance(name, Unknown) else host_name(str(name)), "name")


def _public(item: Item) -> bool:
    return not (item.get("Config") or {}).get("PrivateZone")


def _zone(item: Item) -> str:
    return str(item.get("Id", "")).rpartition("/")[2]


_OCTAL: Final = "\\052"
"""How Route 53 writes the asterisk of a wildcard. Source: Route 53 Developer Guide, DNS domain name format."""


def _name(item: Item) -> str:
    return host_name(str(item.get("Name", "")).replace(_OCTAL, "*"))


def _identity(item: Item) -> str:
    parts = (_name(item), str(item.get("Type")), *([str(item["SetIdentifier"])] if item.get("SetIdentifier") else []))
    return "_".join((_zone({"Id": item.get("?HostedZoneId", "")}), *parts))


def _alias(item: Item) -> list[dict[str, Any]]:
    target = item.get("AliasTarget")
    return [{"name": target.get("DNSName"), "zone_id": target.get("HostedZoneId")}] if target else []


def _weight(item: Item) -> list[dict[str, Any]]:
    return [{"weight": item["Weight"]}] if item.get("Weight") is not None else []


LISTINGS = (
    List(
        product="route53",
        action="list_hosted_zones",
        items="HostedZones",
        regional=False,
        yields=(
            Yield(
                kind="aws_route53_zone",
                identity=_zone,
                values={"zone_id": _zone, "name": _name, "private_zone": lambda item: not _public(item)},
            ),
        ),
    ),
    List(
        product="route53",
        action="list_resource_record_sets",
        items="ResourceRecordSets",
        regional=False,
        parent="route53:list_hosted_zones",
        about=_public,
        parameters={"HostedZoneId": "{Id}"},
        whole="Name",
        yields=(
            Yield(
                kind="aws_route53_record",
                identity=_identity,
                values={
                    "zone_id": lambda item: _zone({"Id": item.get("?HostedZoneId", "")}),
                    "name": _name,
                    "fqdn": _name,
                    "type": "Type",
                    "set_identifier": "SetIdentifier",
                    "records": lambda item: [one.get("Value") for one in item.get("ResourceRecords") or ()],
                    "alias": _alias,
                    "weighted_routing_policy": _weight,
                },
            ),
        ),
    ),
)
