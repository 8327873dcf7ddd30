"""Managed services that answer names from a region: functions, API gateways, cloud-native gateways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from icplint.model.resource import Resource
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Edge, Gateway
from icplint.resources.entry import NOT_SAID, Entry, Finder, Link, Named, always, pick, written
from icplint.resources.placement import placed


def _named(argument: str) -> Callable[[Resource, Finder], Iterator[Named]]:
    def names(resource: Resource, _finder: Finder) -> Iterator[Named]:
        value = resource.values.get(argument)
        if not written(value):
            value = Unknown(NOT_SAID.using(kind=resource.address, what=argument))
        yield Named(value if isinstance(value, Unknown) else str(value), argument)

    return names


def _domain(kind: str, argument: str, product: str) -> Entry:
    return Entry(
        kind=kind,
        node=Gateway,
        fields={"product": always(product), "placement": placed()},
        edges_in={Edge.SERVED_BY: _named(argument)},
    )


def _over_http(resource: Resource, _finder: Finder) -> bool:
    return resource.values.get("trigger_type") == "http"


def _hosts(resource: Resource, _finder: Finder) -> Iterator[str]:
    for url in pick(resource.values, "http_trigger[].url_internet"):
        if isinstance(url, str) and (host := urlsplit(url).hostname):
            yield host


ENTRIES = (
    _domain("alicloud_fc_custom_domain", "domain_name", "fc"),
    _domain("alicloud_fcv3_custom_domain", "custom_domain_name", "fc"),
    _domain("alicloud_apig_domain", "domain_name", "apig"),
    Entry(
        kind="alicloud_fcv3_trigger",
        node=Gateway,
        when=_over_http,
        fields={"product": always("fc"), "placement": placed()},
        names=(_hosts,),
    ),
    Entry(
        kind="alicloud_api_gateway_group",
        node=Gateway,
        fields={"product": always("api-gateway"), "placement": placed()},
        names=("sub_domain", "id"),
        private=("vpc_domain",),
    ),
    Link(kind="alicloud_api_gateway_domain", edge=Edge.SERVED_BY, start="domain_name", end="group_id"),
    Entry(
        kind="alicloud_mse_gateway",
        node=Gateway,
        fields={"product": always("mse"), "placement": placed(zones=("vswitch_id",))},
        names=("slb_list[].slb_ip", "id"),
    ),
)
