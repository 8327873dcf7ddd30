"""Amazon S3: buckets, and the websites that they serve under their own names."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from typing import Any, Final

from icplint.plugin import (
    AliasRow,
    Finder,
    GivenName,
    NodeRow,
    Resource,
    Unknown,
    Yield,
    bucket,
    host_name,
    is_set,
    pick,
    referenced,
    registrable_domain,
)
from icplint_aws.home import AWS, top, within
from icplint_aws.live.listing import Item, List

WEBSITE: Final = "aws_s3_bucket_website_configuration"
PLACE: Final = within()
OLD: Final = {"EU": "eu-west-1", None: "us-east-1"}
"""Regions as GetBucketLocation names them still. Source: S3 API, GetBucketLocation."""


def endpoints(resource: Resource, finder: Finder) -> Iterator[str]:
    """Yield the host names of a bucket, where its name and region are known."""
    name, region = resource.values.get("bucket"), PLACE(resource, finder).region
    if isinstance(name, str) and isinstance(region, str):
        yield from (f"{name}.{service}.{region}.{top(region)}" for service in ("s3", "s3.dualstack", "s3-website"))
        yield f"{name}.s3-website-{region}.{top(region)}"


def site(resource: Resource, finder: Finder) -> Iterator[GivenName]:
    """Yield the host name that a website bucket is called by, as only a bucket of that name can answer it.

    Whether visitors are led to the bucket is for the name's records to say. Source: S3 User Guide, "Configuring a
    static website using a custom domain".
    """
    name = resource.values.get("bucket")
    if isinstance(name, str) and registrable_domain(name) is not None and _is_website(resource, finder):
        yield GivenName(host_name(name), "bucket", certain=False)


def _is_website(resource: Resource, finder: Finder) -> bool:
    if any(is_set(value) and not isinstance(value, Unknown) for value in pick(resource.values, "website[]")):
        return True
    name = resource.values.get("bucket")
    called = isinstance(name, str) and any(finder.by_key(WEBSITE, _of, name))
    return called or any(finder.by_key(WEBSITE, _of, id(resource)))


def _of(website: Resource, finder: Finder) -> Iterator[Hashable]:
    """Yield what the bucket of a website is called, and which one it is."""
    value = website.values.get("bucket")
    if isinstance(value, str):
        yield value
    yield from map(id, referenced(value, website, finder))


def _row(prefix: str) -> NodeRow:
    row = bucket(
        f"{prefix}aws_s3_bucket",
        "s3",
        AWS,
        names=("website_endpoint", "bucket_domain_name", "bucket_regional_domain_name", "arn", endpoints),
        bound=site,
    )
    return replace(row, fields={**row.fields, "placement": PLACE})


ROWS = (_row(""), _row("data."), AliasRow(kind=WEBSITE, path="bucket"))


def _called_like_a_host(item: Item) -> bool:
    return registrable_domain(str(item.get("Name"))) is not None


def _located(page: Item) -> Iterator[Item]:
    location: Any = page.get("LocationConstraint") or None
    yield {"Region": OLD.get(location, location)}


_ABOUT: Final = {"Bucket": "{Name}"}
LISTINGS = (
    List(
        product="s3",
        action="list_buckets",
        permission="s3:ListAllMyBuckets",
        items="Buckets",
        regional=False,
        yields=(
            Yield(
                kind="aws_s3_bucket",
                identity="Name",
                only="region",
                values={"bucket": "Name", "region": "BucketRegion"},
            ),
        ),
    ),
    List(
        product="s3",
        action="get_bucket_location",
        items=_located,
        at="LocationConstraint",
        regional=False,
        parent="s3:list_buckets",
        about=lambda item: not item.get("BucketRegion"),
        parameters=_ABOUT,
        yields=(Yield(kind="aws_s3_bucket", identity="?Bucket", values={"bucket": "?Bucket", "region": "Region"}),),
    ),
    List(
        product="s3",
        action="get_bucket_website",
        items=lambda page: (page,),
        regional=False,
        parent="s3:list_buckets",
        about=_called_like_a_host,
        parameters=_ABOUT,
        region="BucketRegion",
        none=frozenset({"NoSuchWebsiteConfiguration"}),
        yields=(Yield(kind=WEBSITE, identity="?Bucket", values={"bucket": "?Bucket"}),),
    ),
)
