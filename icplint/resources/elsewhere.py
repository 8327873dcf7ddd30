"""What the servers and addresses of other clouds have in common: where they stand, and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from icplint.model.resource import Resource
from icplint.model.text import Text, plain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, Bucket, Relation, Server
from icplint.resources.placement import CloudDefaults, placement_from
from icplint.resources.product import Product, ProductRole
from icplint.resources.rows import Finder, GivenName, Name, NodeRow, Values, constant

PRODUCTS: Final = (
    Product(
        word="cloudfront",
        name=plain("CloudFront"),
        instance=Text(en="the CloudFront distribution {key}", zh="CloudFront 分配 {key}"),
        kind=Text(en="a CloudFront distribution", zh="CloudFront 分配"),
        role=ProductRole.PROXY,
    ),
    Product(word="ec2", instance=Text(en="the EC2 instance {key}", zh="EC2 实例 {key}")),
    Product(word="elasticbeanstalk", name=plain("Elastic Beanstalk")),
    Product(word="hosting", name=Text(en="site hosting", zh="网站托管")),
    Product(word="lambda", name=plain("Lambda")),
    Product(word="s3", instance=Text(en="the S3 bucket {key}", zh="S3 存储桶 {key}")),
    Product(word="storage", name=Text(en="object storage", zh="对象存储")),
    Product(word="vm", name=Text(en="a virtual machine", zh="虚拟机")),
)
"""What many clouds have, and what suffixes lead to that no row of the core describes."""


NO_CODES: Final = Text(
    en="only instances of Alibaba Cloud issue its service codes", zh="只有阿里云实例才能申请阿里云备案服务码"
)
_UNASKED: Final = ("charge", "months", "renewal", "bandwidth", "created", "expires")


def server(
    kind: str,
    product: str,
    cloud: CloudDefaults,
    *,
    regions: tuple[str, ...] = (),
    zones: tuple[str, ...] = (),
    names: tuple[Name, ...] = ("id",),
    private: tuple[str, ...] = (),
) -> NodeRow:
    """Return the row of a machine; how it is paid for concerns the service codes of Alibaba Cloud only."""
    return NodeRow(
        kind=kind,
        node=Server,
        fields={
            "product": constant(product),
            "placement": placement_from(*regions, zones=zones, cloud=cloud),
            **{name: lambda _resource, _finder: Unknown(NO_CODES, written=False) for name in _UNASKED},
        },
        names=names,
        private=private,
    )


def address(
    kind: str,
    ip: str,
    cloud: CloudDefaults,
    *,
    regions: tuple[str, ...] = (),
    names: tuple[Name, ...] = ("id",),
    private: tuple[str, ...] = (),
    bound: Values | None = None,
) -> NodeRow:
    """Return the row of an elastic address; `bound` is the argument that binds it itself."""
    return NodeRow(
        kind=kind,
        node=Address,
        fields={"product": constant("elastic-ip"), "ip": ip, "placement": placement_from(*regions, cloud=cloud)},
        names=(ip, *names),
        private=private,
        edges={} if bound is None else {Relation.BOUND_TO: (bound,)},
    )


def bucket(
    kind: str,
    product: str,
    cloud: CloudDefaults,
    *,
    regions: tuple[str, ...] = (),
    names: tuple[Name, ...] = (),
    bound: Callable[[Resource, Finder], Iterable[GivenName]] | None = None,
) -> NodeRow:
    """Return the row of a bucket; `bound` says which names are bound to it."""
    return NodeRow(
        kind=kind,
        node=Bucket,
        fields={"product": constant(product), "placement": placement_from(*regions, cloud=cloud)},
        names=(_own_name, *names),
        edges_in={} if bound is None else {Relation.SERVED_BY: bound},
    )


def _own_name(resource: Resource, _finder: Finder) -> Iterator[str]:
    """Yield a bucket's name, unless it looks like a host's: the two are not the same."""
    name = resource.values.get("bucket")
    if isinstance(name, str) and "." not in name:
        yield name
