"""Addresses that are public only under a condition, or whose place is that of what they are bound to."""

from __future__ import annotations

import pytest
from asking import TENCENT, Ask, record, resource

NAME = "www.example.cn"
IPV6 = resource("vpc_ipv6_address", "site", vswitch_id='"vsw-1"') + record(
    "alicloud_vpc_ipv6_address.site.ipv6_address", "AAAA"
)


def test_an_ipv6_address_is_public_only_with_bandwidth(site: Ask) -> None:
    found = site(IPV6)
    assert found.of("ICP101") == {NAME: "cannot-tell"}
    assert "gives alicloud_vpc_ipv6_address.site public bandwidth" in found.why("ICP101", NAME)
    assert site(IPV6, region="cn-hongkong").of("ICP101") == {NAME: "compliant"}


def test_an_anycast_address_is_where_its_instance_is(site: Ask) -> None:
    anycast = resource("eipanycast_anycast_eip_address", "site", service_location='"international"')
    attachment = {
        "anycast_id": "alicloud_eipanycast_anycast_eip_address.site.id",
        "bind_instance_id": "alicloud_slb_load_balancer.site.id",
        "bind_instance_region_id": '"cn-hongkong"',
        "bind_instance_type": '"SlbInstance"',
    }
    rule = {"load_balancer_id": "alicloud_slb_load_balancer.site.id", "domain": f'"{NAME}"', "frontend_port": "80"}
    inner = resource("slb_load_balancer", "site", address_type='"intranet"') + resource("slb_rule", "site", **rule)
    text = anycast + resource("eipanycast_anycast_eip_address_attachment", "site", **attachment) + inner
    found = site(text, region="cn-hongkong")
    assert found.of("ICP101") == {NAME: "compliant"}
    assert "alicloud_slb_load_balancer.site is in cn-hongkong, outside mainland China" in found.why("ICP101", NAME)


def test_a_virtual_address_leads_to_every_server_behind_it(site: Ask) -> None:
    text = resource("eip_address", "site") + resource("havip", "site", vswitch_id='"vsw-1"')
    for name in ("one", "two"):
        arguments = {"havip_id": "alicloud_havip.site.id", "instance_id": f"alicloud_instance.{name}.id"}
        text += resource("instance", name) + resource("havip_attachment", name, **arguments)
    association = {"allocation_id": "alicloud_eip_address.site.id", "instance_id": "alicloud_havip.site.id"}
    text += resource("eip_association", "site", **association) + record("alicloud_eip_address.site.ip_address")
    found = site(text)
    assert found.of("ICP301") == {"alicloud_instance.one": "violation", "alicloud_instance.two": "violation"}
    assert "has no public bandwidth" in found.why("ICP301", "alicloud_instance.one")


def test_a_virtual_address_without_servers_leaves_the_place_of_the_elastic_one(site: Ask) -> None:
    association = {"allocation_id": "alicloud_eip_address.site.id", "instance_id": "alicloud_havip.site.id"}
    text = resource("eip_address", "site") + resource("havip", "site", vswitch_id='"vsw-1"')
    text += resource("eip_association", "site", **association) + record("alicloud_eip_address.site.ip_address")
    assert site(text).of("ICP101") == {NAME: "violation"}
    assert site(text, region=None).of("ICP101") == {NAME: "cannot-tell"}


def test_a_bandwidth_package_publishes_nothing(site: Ask) -> None:
    text = resource("common_bandwidth_package", "site", bandwidth='"10"') + resource(
        "common_bandwidth_package_attachment",
        "site",
        bandwidth_package_id="alicloud_common_bandwidth_package.site.id",
        instance_id="alicloud_eip_address.site.id",
    )
    found = site(text + resource("eip_address", "site") + resource("instance", "web"))
    assert found.of("ICP301") == {"alicloud_instance.web": "compliant"}


# Edge nodes

EDGE = {
    "instance_type": '"ens.sn1.stiny"',
    "payment_type": '"Subscription"',
    "period": "3",
    "schedule_area_level": '"Region"',
    "internet_max_bandwidth_out": "10",
}
ADDRESS = {"internet_charge_type": '"95BandwidthByMonth"', "payment_type": '"PayAsYouGo"'}


def at(region: str) -> str:
    """Return an edge node, an address bound to it, and a load balancer rule... as far as names can lead there."""
    where = {} if region == "" else {"ens_region_id": region}
    return (
        resource("ens_instance", "edge", **EDGE, **where)
        + resource("ens_load_balancer", "edge", **where)
        + record("alicloud_ens_instance.edge.id")
    )


@pytest.mark.parametrize(
    ("region", "outcome"),
    [
        ('"cn-chengdu-telecom"', "violation"),
        ('"cn-hongkong-1"', "compliant"),
        ('"moon-1"', "cannot-tell"),
        ("", "cannot-tell"),
    ],
)
def test_an_edge_node_is_in_its_own_region_whatever_the_provider_says(region: str, outcome: str, site: Ask) -> None:
    assert site(at(region)).of("ICP101") == {NAME: outcome}


def test_an_edge_node_demands_a_filing_with_alibaba_cloud(site: Ask) -> None:
    found = site(at('"cn-chengdu-telecom"'), filings=TENCENT)
    assert found.of("ICP201") == {NAME: "violation"}
    assert "the edge node alicloud_ens_instance.edge is in cn-chengdu-telecom" in found.why("ICP201", NAME)


@pytest.mark.parametrize(("on", "outcome"), [("2019-10-01", "compliant"), ("2026-11-24", "violation")])
def test_an_edge_node_issued_codes_once(on: str, outcome: str, site: Ask) -> None:
    assert site(at('"cn-chengdu-telecom"'), on=on).of("ICP301") == {"alicloud_ens_instance.edge": outcome}


# Clusters and applications


def test_the_endpoint_of_a_cluster_may_be_private(site: Ask) -> None:
    cluster = "alicloud_cs_managed_kubernetes.site"
    for argument, attribute in (({"slb_internet_enabled": "false"}, "slb_internet"), ({}, "slb_intranet")):
        text = resource("cs_managed_kubernetes", "site", **argument) + record(f"{cluster}.{attribute}")
        assert site(text).of("ICP101") == {NAME: "compliant"}


def test_the_nodes_of_a_pool_serve_what_forwards_to_their_scaling_group(site: Ask) -> None:
    pool = "alicloud_cs_kubernetes_node_pool.site"
    terms = {"instance_charge_type": '"PrePaid"', "period": "1", "internet_max_bandwidth_out": "5"}
    text = (
        resource("slb_load_balancer", "site", address_type='"internet"')
        + resource("slb_server_group", "site", load_balancer_id="alicloud_slb_load_balancer.site.id")
        + resource("cs_kubernetes_node_pool", "site", cluster_id='"c-1"', **terms)
        + resource(
            "ess_server_group_attachment",
            "site",
            scaling_group_id=f"{pool}.scaling_group_id",
            server_group_id="alicloud_slb_server_group.site.id",
            type='"CLB"',
            port="80",
        )
        + record("alicloud_slb_load_balancer.site.address")
    )
    found = site(text)
    assert found.of("ICP301") == {pool: "violation"}
    assert "has a total term of 1 month" in found.why("ICP301", pool)


@pytest.mark.parametrize(
    ("slb", "outcome"),
    [
        ("alicloud_slb_load_balancer.public.id", "violation"),
        ("alicloud_slb_load_balancer.inner.id", "compliant"),
        ('"lb-bp1example"', "cannot-tell"),
    ],
)
def test_an_ingress_serves_through_its_load_balancer(slb: str, outcome: str, site: Ask) -> None:
    rules = f'{{\n app_id = "a"\n app_name = "a"\n container_port = 80\n path = "/"\n domain = "{NAME}"\n}}'
    text = (
        resource("slb_load_balancer", "public", address_type='"internet"')
        + resource("slb_load_balancer", "inner", address_type='"intranet"')
        + resource("sae_ingress", "site", slb_id=slb, namespace_id='"n"', listener_port="80", rules=rules)
    )
    assert site(text).of("ICP101") == {NAME: outcome}


def test_the_inner_address_of_an_application_is_reached_by_nobody(site: Ask) -> None:
    text = resource("sae_load_balancer_intranet", "site", app_id='"a"')
    found = site(text + record("alicloud_sae_load_balancer_intranet.site.intranet_ip"))
    assert found.of("ICP101") == {NAME: "compliant"}


def test_a_function_domain_without_a_name_is_doubtful(site: Ask) -> None:
    found = site(resource("fcv3_custom_domain", "site", protocol='"HTTP"'))
    assert found.of("ICP101") == {"alicloud_fcv3_custom_domain.site": "cannot-tell"}
