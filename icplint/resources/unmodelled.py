"""Resource types that name or serve a domain and are not modelled yet: their names are doubtful, never silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Edge, Service
from icplint.resources.entry import NOT_SAID, Entry, Finder, Named, pick

NOT_FOLLOWED: Final = Text(
    en="{name} is relative to a zone that icplint does not follow yet",
    zh="{name} 是相对记录，icplint 暂不支持其所属的域",
)
NAMING: Final = {
    "aws_api_gateway_domain_name": "domain_name",
    "aws_apigatewayv2_domain_name": "domain_name",
    "cloudflare_load_balancer": "name",
    "cloudflare_pages_domain": "domain",
    "cloudflare_workers_custom_domain": "hostname",
    "tencentcloud_api_gateway_custom_domain": "sub_domain",
}
"""Resource type -> where the names stand that it gives to the public."""

SERVING: Final = (
    "aws_globalaccelerator_accelerator",
    "azurerm_public_ip",
    "google_compute_address",
    "google_compute_global_address",
    "google_compute_instance",
    "huaweicloud_lb_loadbalancer",
)
"""Resource types that a record may point at."""


def _names(path: str) -> Callable[[Resource, Finder], Iterable[Named]]:
    def names(resource: Resource, _finder: Finder) -> Iterator[Named]:
        argument = path.split(".", 1)[0].removesuffix("[]")
        for value in pick(resource.values, path):
            if isinstance(value, Unknown) or "." in str(value):
                yield Named(value if isinstance(value, Unknown) else str(value), argument)
            elif not value:
                yield Named(Unknown(NOT_SAID.using(kind=resource.address, what=argument)), argument)
            else:  # relative to a zone that is not followed yet
                yield Named(Unknown(NOT_FOLLOWED.using(name=str(value))), argument)

    return names


ENTRIES = (
    *(
        Entry(
            kind=kind,
            node=Service,
            fields={"product": lambda resource, _finder: resource.kind},
            names=("id", "cname"),
            edges_in={Edge.SERVED_BY: _names(path)},
        )
        for kind, path in NAMING.items()
    ),
    *(
        Entry(kind=kind, node=Service, fields={"product": lambda resource, _finder: resource.kind}, names=("id",))
        for kind in SERVING
    ),
)
