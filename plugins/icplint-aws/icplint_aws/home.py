"""Whose regions AWS's are, and in which of them a resource lands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from icplint.plugin import CloudDefaults, Finder, Placement, Rank, Resource, Unknown, placement_from

# Source: hashicorp/terraform-provider-aws, website/docs/index.html.markdown, where a profile comes last.
AWS: Final = CloudDefaults("aws", "aws", ("AWS_REGION", "AWS_DEFAULT_REGION"))
REGION: Final = ("region", "arn")
"""A region of its own, since version 6 of the provider; in a state, a plan and an account also the one in the ARN."""
CHINA: Final = "cn-"
"""What the regions of the partition aws-cn begin with. Source: botocore, partitions.json."""


def within(*zones: str) -> Callable[[Resource, Finder], Placement]:
    """Return a field: the region of a resource, by itself, by the zones or subnets at `zones`, by its provider."""
    otherwise = placement_from(*REGION, zones=zones, cloud=AWS)

    def placement(resource: Resource, finder: Finder) -> Placement:
        own = resource.values.get("region")
        if resource.rank is Rank.SOURCE and isinstance(own, Unknown) and own.written:
            return Placement(provider=AWS.provider, region=own, origin=resource.place("region"))
        return otherwise(resource, finder)

    return placement


def top(region: Any) -> str:
    """Return the domain under which a region's services answer. Source: botocore, partitions.json."""
    return "amazonaws.com.cn" if str(region).startswith(CHINA) else "amazonaws.com"
