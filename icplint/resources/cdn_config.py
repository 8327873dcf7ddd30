"""Features of CDN and DCDN domains that send some visits, or all, to another origin.

Source: https://help.aliyun.com/document_detail/388460.html, functions advanced_origin and origin_dns_host
(回源查询 DNS 使用的域名); origin_host, which has an argument of the same name, sets no more than a header.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from icplint.model.names import host_name
from icplint.model.resource import Resource
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import Relation
from icplint.resources.rows import ITSELF, EdgeRow, Finder, first, pick

ORIGINS: Final = {"advanced_origin": "origin", "origin_dns_host": "ali_origin_dns_host"}
"""Functions -> the argument that holds the origin."""


def domains(*kinds: str) -> Callable[[Resource, Finder], Iterator[Any]]:
    """Return what yields the accelerated domain that a feature belongs to, of one of these types."""

    def of(resource: Resource, finder: Finder) -> Iterator[Any]:
        name = resource.values.get("domain_name")
        if isinstance(name, Unknown):
            yield name
            return
        for other in (other for kind in kinds for other in finder.by_key(kind, _accelerated, host_name(str(name)))):
            if other.root == resource.root:
                yield Unknown(ITSELF, (Reference(other.address),))

    return of


def _accelerated(resource: Resource, _finder: Finder) -> Iterator[str]:
    if isinstance(name := resource.values.get("domain_name"), str):
        yield host_name(name)


def origins(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the origin that a feature names; a feature that is not known may name one."""
    function = resource.values.get("function_name")
    if isinstance(function, Unknown):
        yield function
        return
    wanted = ORIGINS.get(str(function))
    for argument in pick(resource.values, "function_args[]") if wanted else ():
        if isinstance(argument, Unknown):
            yield argument
        elif first(argument, "arg_name") == wanted:
            yield from pick(argument, "arg_value")


def _feature(kind: str, *of: str) -> EdgeRow:
    return EdgeRow(kind=kind, relation=Relation.FRONTS, start=domains(*of), end=origins, place="function_args")


ROWS = (
    _feature("alicloud_cdn_domain_config", "alicloud_cdn_domain_new", "alicloud_cdn_domain"),
    _feature("alicloud_dcdn_domain_config", "alicloud_dcdn_domain"),
)
