"""Object Storage Service: buckets, their endpoints, and the names bound to them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Bucket, Proxy, Relation
from icplint.policy import ALIBABA
from icplint.resources.fronting import cname_field
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import EdgeRow, Finder, GivenName, NodeRow, constant, pick, said_at, target

PRODUCTS: Final = (
    Product(word="oss", instance=Text(en="the OSS bucket {key}", zh="OSS 存储空间 {key}")),
    Product(
        word="oss-accelerate",
        name=Text(en="OSS transfer acceleration", zh="OSS 传输加速"),
        transfer="oss",
        chosen_by_record=True,
    ),
)


BUCKET: Final = "alicloud_oss_bucket"
CNAME: Final = "alicloud_oss_bucket_cname"
ACCELERATION: Final = "alicloud_oss_bucket_transfer_acceleration"
WHICH: Final = Text(
    en="its bucket has transfer acceleration, and pointed at oss-accelerate.aliyuncs.com a name is answered from the "
    "mainland too",
    zh="其存储空间已开启传输加速，域名若指向 oss-accelerate.aliyuncs.com，会经中国内地节点响应",
)
SETTLE_WHICH: Final = Text(
    en="check the configuration that holds its DNS records; point it at the bucket's own endpoint or at "
    "oss-accelerate-overseas.aliyuncs.com",
    zh="与包含其解析记录的配置一起检查；将其指向存储空间自身的 Endpoint 或 oss-accelerate-overseas.aliyuncs.com",
)


def endpoints(resource: Resource, finder: Finder) -> Iterator[str]:
    """Yield the public names of a bucket whose name and region are known."""
    bucket, region = resource.values.get("bucket"), placement_from("location")(resource, finder).region
    if isinstance(bucket, str) and isinstance(region, str):
        yield f"{bucket}.oss-{region}.aliyuncs.com"


_BUCKET_CALLED: Final = said_at("bucket", "id")


def accelerated(resource: Resource, finder: Finder) -> bool:
    """Return whether a name is bound to a bucket with transfer acceleration.

    Which endpoint the name points at decides: oss-accelerate.aliyuncs.com answers from points all over the world,
    oss-accelerate-overseas.aliyuncs.com from outside the mainland. Source: OSS documentation, transfer acceleration.
    """
    value = resource.values.get("bucket")
    bucket = _bucket(value, resource, finder)
    own = pick(bucket.values, "transfer_acceleration[].enabled") if bucket is not None else ()
    called = finder.by_key(ACCELERATION, _accelerated_buckets, value) if isinstance(value, str) else ()
    same = finder.by_key(ACCELERATION, _accelerated_buckets, id(bucket)) if bucket is not None else ()
    return any(_on(enabled) for enabled in (*own, *(other.values.get("enabled") for other in (*called, *same))))


def _bucket(value: Any, resource: Resource, finder: Finder) -> Resource | None:
    if isinstance(value, Unknown):
        return target(value, BUCKET, resource, finder)
    return next(iter(finder.by_key(BUCKET, _BUCKET_CALLED, value)), None) if isinstance(value, str) else None


def _accelerated_buckets(resource: Resource, finder: Finder) -> Iterator[Hashable]:
    """Yield what the bucket of an acceleration is called, and which one it is."""
    value = resource.values.get("bucket")
    if isinstance(value, str):
        yield value
    if (bucket := _bucket(value, resource, finder)) is not None:
        yield id(bucket)


def _on(value: Any) -> bool:
    """What is not known to be off may be on."""
    return str(value).lower() != "false" if value is not None else False


ROWS = (
    NodeRow(
        kind=BUCKET,
        node=Bucket,
        key="bucket",
        shared=True,
        fields={"product": constant("oss"), "placement": placement_from("location")},
        names=("bucket", "id", "extranet_endpoint", endpoints),
        private=("intranet_endpoint",),
        below=("extranet_endpoint",),
    ),
    EdgeRow(kind=CNAME, relation=Relation.SERVED_BY, start="domain", end="bucket"),
    NodeRow(
        kind=CNAME,
        node=Proxy,
        when=accelerated,
        fields={
            "product": constant("oss-accelerate"),
            "provider": constant(ALIBABA),
            "scope": constant(Unknown(WHICH, settle=SETTLE_WHICH)),
        },
        edges={Relation.FRONTS: "bucket"},
        edges_in={
            Relation.SERVED_BY: lambda resource, finder: (GivenName(cname_field("domain")(resource, finder), "domain"),)
        },
    ),
)


def _enabled(body: Item) -> list[Item]:
    return [name for name in body.get("Cname") or () if name.get("Status") != "Disabled"]


def _bound(name: Item) -> str:
    return f"oss:{name.get('Domain')}"


LISTINGS = (
    AlibabaListing(
        product="oss",
        version="2019-05-17",
        action="ListBuckets",
        permission="oss:ListBuckets",
        regional=False,
        paging=Paging.TOKENS,
        items="Buckets",
        identity="Name",
        yields=(
            Yield(
                kind=BUCKET,
                identity="Name",
                values={
                    "bucket": "Name",
                    "location": "Location",
                    "extranet_endpoint": "ExtranetEndpoint",
                    "intranet_endpoint": "IntranetEndpoint",
                },
            ),
        ),
    ),
    AlibabaListing(
        product="oss",
        version="2019-05-17",
        action="ListCname",
        permission="oss:ListCname",
        regional=False,
        parent="oss:ListBuckets",
        parameters={"RegionId": "{Region}", "bucket": "{Name}"},
        paging=Paging.NONE,
        items=_enabled,
        place="Cname[]",
        needs=("Domain",),
        yields=(Yield(kind=CNAME, identity=_bound, values={"bucket": "?bucket", "domain": "Domain"}),),
    ),
    AlibabaListing(
        product="oss",
        version="2019-05-17",
        action="GetBucketTransferAcceleration",
        permission="oss:GetBucketTransferAcceleration",
        regional=False,
        parent="oss:ListBuckets",
        parameters={"RegionId": "{Region}", "bucket": "{Name}"},
        paging=Paging.NONE,
        items="",
        needs=("Enabled",),
        yields=(
            Yield(
                kind=ACCELERATION,
                identity=lambda item: f"{item.get('Bucket')}:acceleration",
                values={"id": "?bucket", "bucket": "?bucket", "enabled": "Enabled"},
                only="enabled",
            ),
        ),
    ),
)
