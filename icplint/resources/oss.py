"""Object Storage Service: buckets, their endpoints, and the names bound to them."""

from __future__ import annotations

from collections.abc import Iterator

from icplint.model.resource import Resource
from icplint.model.vocabulary import Bucket, Edge
from icplint.resources.entry import Entry, Finder, Link
from icplint.resources.placement import placed


def endpoints(resource: Resource, finder: Finder) -> Iterator[str]:
    """Yield the public names of a bucket whose name and region are known."""
    bucket, region = resource.values.get("bucket"), placed("location")(resource, finder).region
    if isinstance(bucket, str) and isinstance(region, str):
        yield f"{bucket}.oss-{region}.aliyuncs.com"


ENTRIES = (
    Entry(
        kind="alicloud_oss_bucket",
        node=Bucket,
        key="bucket",
        shared=True,
        fields={"product": lambda _resource, _finder: "oss", "placement": placed("location")},
        names=("bucket", "id", "extranet_endpoint", endpoints),
        private=("intranet_endpoint",),
    ),
    Link(kind="alicloud_oss_bucket_cname", edge=Edge.SERVED_BY, start="domain", end="bucket"),
)
