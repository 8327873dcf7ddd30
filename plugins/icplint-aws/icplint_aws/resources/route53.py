"""Amazon Route 53: records and the hosted zones that they lie in."""

from __future__ import annotations

from typing import Final

from icplint.plugin import Finder, Resource, Text, Unknown, Zones, first, lying_in, number, record

NO_WEIGHT = Text(
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


def answered(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A record is answered whatever its routing policy; of the weight 0 that is not known."""
    weight = first(resource.values, "weighted_routing_policy[].weight")
    if number(weight) == 0:
        return Unknown(NO_WEIGHT.using(address=resource.address))
    return True


ENTRIES = (
    record(
        "aws_route53_record",
        lying_in(ZONES, full="fqdn"),
        ("records[]", "alias[].name"),
        line="set_identifier",
        zones=ZONES,
        live=answered,
    ),
)
