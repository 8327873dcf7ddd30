"""What looks for others of a type looks for few of them, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from icplint.graph.build import build
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Rank, Resource
from icplint.policy import Policy
from icplint.registry import registry

Held = Iterator[tuple[str, dict[str, Any]]]


def buckets(n: int) -> Held:
    yield "alicloud_oss_bucket", {"bucket": f"b{n}", "id": f"b{n}", "location": "oss-cn-hangzhou"}
    yield "alicloud_oss_bucket_transfer_acceleration", {"bucket": f"b{n}", "enabled": n % 2 == 0}
    yield "alicloud_oss_bucket_cname", {"bucket": f"b{n}", "domain": f"www.example{n}.cn"}


def addresses_of_version_6(n: int) -> Held:
    yield "alicloud_vpc_ipv6_address", {"id": f"ipv6-{n}", "ipv6_address": f"2408:4000::{n}"}
    yield "alicloud_vpc_ipv6_internet_bandwidth", {"ipv6_address_id": f"ipv6-{n}", "bandwidth": 5}


def templates(n: int) -> Held:
    yield "alicloud_ecs_launch_template", {"id": f"lt-{n}", "launch_template_name": f"t{n}"}
    yield "alicloud_ess_scaling_group", {"id": f"asg-{n}", "launch_template_id": f"lt-{n}"}
    yield "alicloud_instance", {"id": f"i-{n}", "launch_template_name": f"t{n}"}


def zones(n: int) -> Held:
    yield "cloudflare_zone", {"id": f"zone{n}", "name": f"example{n}.cn"}
    yield "cloudflare_dns_record", {"zone_id": f"zone{n}", "name": "www", "type": "A", "content": f"47.96.0.{n}"}


def features(n: int) -> Held:
    origin = {"arg_name": "origin", "arg_value": "47.96.0.1"}
    yield "alicloud_cdn_domain_new", {"domain_name": f"www.example{n}.cn", "scope": "domestic"}
    yield (
        "alicloud_cdn_domain_config",
        {"domain_name": f"www.example{n}.cn", "function_name": "advanced_origin", "function_args": [origin]},
    )


def sites(n: int) -> Held:
    yield "alicloud_esa_site", {"id": f"site-{n}", "site_name": f"example{n}.cn", "coverage": "domestic"}
    record = {"site_id": f"site-{n}", "record_name": f"www.example{n}.cn", "record_type": "A/AAAA", "proxied": True}
    yield "alicloud_esa_record", record | {"data": [{"value": "47.96.0.1"}]}
    yield "alicloud_esa_origin_rule", {"site_id": f"site-{n}", "dns_record": f"o.example{n}.cn"}


def looked_up(n: int) -> Held:
    yield "alicloud_dcdn_domain", {"domain_name": f"www.example{n}.cn", "scope": "domestic"}
    yield "data.alicloud_dcdn_domains", {"domain_name": f"www.example{n}.cn"}


class Counted(dict[str, Any]):
    """Values that count how often one is asked for."""

    asked = 0

    def get(self, name: str, default: Any = None) -> Any:
        Counted.asked += 1
        return super().get(name, default)


def reads(held: Callable[[int], Held], size: int) -> int:
    """Return how often a value is asked for to build the graph of as many."""
    origin = Origin(file="state.json")
    resources = [
        Resource(kind=kind, address=f"{kind}.x{n}", values=Counted(values), origin=origin, root="r", rank=Rank.STATE)
        for n in range(size)
        for kind, values in held(n)
    ]
    Counted.asked = 0
    graph = build(Reading(resources=resources), registry().table, Policy(date(2026, 11, 24)), {})
    assert len(list(graph.nodes())) >= size
    return Counted.asked


@pytest.mark.parametrize("held", [buckets, addresses_of_version_6, templates, zones, features, sites, looked_up])
def test_the_work_grows_with_what_there_is(held: Callable[[int], Held]) -> None:
    reads(held, 1)
    assert reads(held, 80) <= 4.4 * reads(held, 20)
