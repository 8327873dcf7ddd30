"""AWS: servers, addresses, load balancers, CloudFront and buckets, as far as where they are and whose goes.

Source: hashicorp/terraform-provider-aws, website/docs/r; since version 6 most resources have a `region` of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from icplint.plugin import (
    NOT_SAID,
    Alias,
    Edge,
    Entry,
    Finder,
    Home,
    Link,
    LoadBalancer,
    Named,
    Placement,
    Proxy,
    Resource,
    Row,
    Text,
    Unknown,
    address,
    always,
    bucket,
    host_name,
    pick,
    placed,
    server,
    written,
)

# Source: hashicorp/terraform-provider-aws, website/docs/index.html.markdown, where a profile comes last.
AWS: Final = Home("aws", "aws", ("AWS_REGION", "AWS_DEFAULT_REGION"))
REGION: Final = ("region", "arn")
LOOKED_UP: Final = Text(
    en="check the plan (terraform show -json), in which what is looked up is known",
    zh="检查 plan（terraform show -json），其中包含数据源的查询结果",
)


def public(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A load balancer faces the internet unless it is `internal`; of one that is only looked up nobody says."""
    value = resource.values.get("internal")
    if isinstance(value, Unknown):
        return value if value.written else True
    if value is None and resource.kind.startswith("data."):
        return Unknown(NOT_SAID.using(kind=resource.address, what="internal"), settle=LOOKED_UP)
    return str(value).lower() != "true"


def aliases(resource: Resource, _finder: Finder) -> Iterator[Named]:
    """Yield the alternate names of a distribution."""
    for value in pick(resource.values, "aliases[]"):
        for name in value if isinstance(value, list) else [value]:
            if written(name):
                yield Named(name if isinstance(name, Unknown) else host_name(str(name)), "aliases")


def hosts(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the host names that a rule of a listener asks for, as it is written since and before version 3."""
    yield from pick(resource.values, "condition[].host_header[].values[]")
    for condition in pick(resource.values, "condition[]"):
        if isinstance(condition, Mapping) and condition.get("field") == "host-header":
            yield from pick(condition, "values[]")


def scope(resource: Resource, _finder: Finder) -> str | None:
    """Return where a distribution answers, as far as its own name tells: those of the mainland end in cloudfront.cn."""
    name = resource.values.get("domain_name")
    if not isinstance(name, str) or not name:
        return None
    return "domestic" if name.endswith(".cn") else "overseas"


def edges(resource: Resource, finder: Finder) -> Placement | None:
    """Return the region of its provider where its name tells nothing: only those of the mainland make mainland ones."""
    return placed(cloud=AWS)(resource, finder) if scope(resource, finder) is None else None


def _switched_on(resource: Resource, _finder: Finder) -> bool:
    return resource.values.get("enabled") is not False


def _endpoints(resource: Resource, finder: Finder) -> Iterator[str]:
    name, region = resource.values.get("bucket"), placed(*REGION, cloud=AWS)(resource, finder).region
    if isinstance(name, str) and isinstance(region, str):
        top = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
        yield from (f"{name}.{service}.{region}.{top}" for service in ("s3", "s3.dualstack", "s3-website"))
        yield f"{name}.s3-website-{region}.{top}"


def _balancer(kind: str, product: Any, *names: str) -> Entry:
    return Entry(
        kind=kind,
        node=LoadBalancer,
        fields={
            "product": product,
            "placement": placed(*REGION, zones=("availability_zones[]", "subnets[]"), cloud=AWS),
            "public": public,
        },
        names=("id", "dns_name", *names),
    )


def _address(resource: Resource, _finder: Finder) -> Iterator[Any]:
    values = (resource.values.get(name) for name in ("allocation_id", "public_ip"))
    yield from [value for value in values if written(value)][:1]


def _type(resource: Resource, _finder: Finder) -> str:
    return "nlb" if resource.values.get("load_balancer_type") == "network" else "alb"


def _rows(prefix: str) -> Iterator[Row]:
    """Yield the rows of what is declared, or, with the prefix `data.`, only looked up."""
    yield server(
        f"{prefix}aws_instance",
        "ec2",
        AWS,
        regions=REGION,
        zones=("availability_zone", "subnet_id"),
        names=("id", "public_ip", "public_dns", "ipv6_addresses"),
        private=("private_ip", "private_dns", "secondary_private_ips"),
    )
    yield address(
        f"{prefix}aws_eip",
        "public_ip",
        AWS,
        regions=REGION,
        names=("id", "allocation_id", "public_dns"),
        private=("private_ip", "private_dns"),
        bound="instance" if not prefix else "instance_id",
    )
    yield _balancer(f"{prefix}aws_lb", _type, "arn")
    yield _balancer(f"{prefix}aws_alb", _type, "arn")
    yield _balancer(f"{prefix}aws_elb", always("elb"), "name")
    yield Entry(
        kind=f"{prefix}aws_cloudfront_distribution",
        node=Proxy,
        when=_switched_on,
        fields={
            "product": always("cloudfront"),
            "provider": always(AWS.provider),
            "scope": scope,
            "scope_origin": lambda resource, _finder: resource.origin,
            "placement": edges,
        },
        names=("id", "domain_name"),
        edges={Edge.FRONTS: "origin[].domain_name"},
        edges_in={Edge.SERVED_BY: aliases},
    )
    yield bucket(
        f"{prefix}aws_s3_bucket",
        "s3",
        AWS,
        regions=REGION,
        names=("website_endpoint", "bucket_domain_name", "bucket_regional_domain_name", _endpoints),
    )


ENTRIES = (
    *_rows(""),
    *_rows("data."),
    Link(
        kind="aws_eip_association",
        edge=Edge.BOUND_TO,
        start=_address,
        end="instance_id",
        place="instance_id",
    ),
    *(
        row
        for balancer in ("aws_lb", "aws_alb")
        for row in (
            Link(
                kind=f"{balancer}_listener_rule",
                edge=Edge.SERVED_BY,
                start=hosts,
                end="listener_arn",
                place="condition",
            ),
            Alias(kind=f"{balancer}_listener", path="load_balancer_arn"),
        )
    ),
    Alias(kind="aws_s3_bucket_website_configuration", path="bucket"),
)
