"""Data sources of Alibaba Cloud: what they list lies where their provider looks, and what leads to it arrives there.

A data source declares nothing: only a name that it asks for, as that of an accelerated one, is asked about. One node
stands for all that it lists.
Source: the schema of aliyun/alicloud 1.283.0.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from icplint.model.vocabulary import Address, Bucket, Gateway, LoadBalancer, Proxy, ServerGroup
from icplint.policy import ALIBABA
from icplint.resources.ecs import INTERFACE
from icplint.resources.listed import (
    ANY_NUMBER,
    accelerated,
    addresses,
    balancers,
    bound,
    bucket_names,
    looked_up,
    online,
    public_by,
    scope,
    servers,
    somewhere,
    untold,
)
from icplint.resources.placement import placement_from
from icplint.resources.rows import constant

_CLASSIC: Final = placement_from(
    "slbs[].region_id",
    "balancers[].region_id_alias",
    zones=("balancers[].master_zone_id", "slbs[].master_availability_zone", "balancers[].vswitch_id"),
)
ROWS = (
    *(addresses(kind, "addresses", "eips") for kind in ("eip_addresses", "eips")),
    addresses("eipanycast_anycast_eip_addresses", "addresses", where=somewhere()),
    addresses(
        "vpc_ipv6_addresses",
        "addresses",
        ip="ipv6_address",
        product="ipv6",
        public=untold("public bandwidth"),
    ),
    *(
        looked_up(
            kind,
            Address,
            {**ANY_NUMBER, "placement": placement_from(zones=("interfaces[].zone_id", "interfaces[].vswitch_id"))},
            ("interfaces", ("associated_public_ip",)),
            private=INTERFACE,
        )
        for kind in ("ecs_network_interfaces", "network_interfaces")
    ),
    looked_up(
        "havips", ServerGroup, {"product": constant("havip")}, ("havips", ("id", "havip_id")), private=("ip_address",)
    ),
    servers("instances", "ecs", "instances", "public_ip", "eip", zones=("availability_zone", "vswitch_id")),
    servers("simple_application_server_instances", "swas", "instances", "public_ip_address"),
    servers("eci_container_groups", "eci", "groups", "internet_ip", zones=("zone_id", "vswitch_id")),
    *(
        looked_up(
            kind,
            LoadBalancer,
            {
                "product": constant("slb"),
                "placement": _CLASSIC,
                "public": public_by("balancers[].address_type", "slbs[].internet"),
            },
            ("balancers", ("id", "address")),
            ("slbs", ("id", "address")),
        )
        for kind in ("slb_load_balancers", "slbs")
    ),
    balancers("alb", "zone_id", "vswitch_id"),
    balancers("nlb", "zone_id", "vswitch_id"),
    looked_up(
        "nat_gateways",
        LoadBalancer,
        {"product": constant("nat"), "placement": placement_from(zones=("gateways[].vswitch_id",)), "public": bound},
        ("gateways", ("id", "ip_lists")),
    ),
    replace(
        looked_up(
            "oss_buckets",
            Bucket,
            {"product": constant("oss"), "placement": somewhere("buckets[].location")},
            ("buckets", ()),
        ),
        names=(bucket_names,),
    ),
    accelerated("dcdn_domains", "dcdn", scope=scope, active=online),
    accelerated("dcdn_ipa_domains", "dcdn", scope=scope, active=online),
    accelerated("scdn_domains", "scdn", scope=scope, active=online),
    accelerated("vod_domains", "vod", scope=scope, active=online),
    accelerated("waf_domains", "waf", placement=placement_from()),
    accelerated("wafv3_domains", "waf", placement=placement_from()),
    looked_up(
        "ga_accelerators",
        Proxy,
        {"product": constant("ga"), "provider": constant(ALIBABA)},
        ("accelerators", ("id", "dns_name", "second_dns_name")),
    ),
    addresses("ga_ip_sets", "sets", ip="ip_address_list", product="ga", where=somewhere("sets[].accelerate_region_id")),
    addresses("ga_basic_accelerate_ips", "ips", ip="accelerate_ip_address", product="ga", where=somewhere()),
    *(
        looked_up(
            kind,
            Gateway,
            {"product": constant("fc"), "placement": placement_from()},
            ("triggers", ("id", "http_trigger[].url_internet")),
        )
        for kind in ("fcv3_triggers", "fc_triggers")
    ),
    looked_up(
        "api_gateway_groups",
        Gateway,
        {"product": constant("api-gateway"), "placement": placement_from("groups[].region_id")},
        ("groups", ("id", "sub_domain")),
    ),
    looked_up(
        "mse_gateways",
        Gateway,
        {"product": constant("mse"), "placement": placement_from(zones=("gateways[].vswitch_id",))},
        ("gateways", ("id", "slb_list[].slb_ip")),
    ),
)
