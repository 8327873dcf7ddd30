"""Resource types that name or serve a domain and are not modelled yet: their names are doubtful, never silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Edge, Service
from icplint.resources.alidns import host
from icplint.resources.entry import NOT_SAID, Entry, Finder, Named, pick

NOT_FOLLOWED: Final = Text(
    en="{name} is relative to a zone that icplint does not follow yet",
    zh="{name} 是相对记录，icplint 暂不支持其所属的域",
)
NAMING: Final = {
    "alicloud_alidns_gtm_instance": "public_user_domain_name",
    "aws_route53_record": "name",
    "azurerm_dns_a_record": "name",
    "azurerm_dns_cname_record": "name",
    "cloudflare_dns_record": "name",
    "cloudflare_record": "name",
    "google_dns_record_set": "name",
    "huaweicloud_dns_recordset": "name",
    "tencentcloud_cdn_domain": "domain",
    "tencentcloud_dnspod_record": "domain",
}
"""Resource type -> where the names stand that it gives to the public."""

SERVING: Final = (
    "huaweicloud_compute_instance",
    "huaweicloud_vpc_eip",
    "tencentcloud_eip",
    "tencentcloud_instance",
    "tencentcloud_lighthouse_instance",
)
"""Resource types that a record may point at."""


def _scheduled(resource: Resource, _finder: Finder) -> Iterator[Named]:
    zone, relative = (resource.values.get(name) for name in ("schedule_zone_name", "schedule_host_name"))
    yield Named(host(zone, relative), "schedule_host_name", zone)


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
    Entry(
        kind="alicloud_alidns_cloud_gtm_instance_config",
        node=Service,
        fields={"product": lambda resource, _finder: resource.kind},
        edges_in={Edge.SERVED_BY: _scheduled},
    ),
    *(
        Entry(kind=kind, node=Service, fields={"product": lambda resource, _finder: resource.kind}, names=("id",))
        for kind in SERVING
    ),
)
