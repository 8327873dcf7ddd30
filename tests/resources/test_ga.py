"""Global Accelerator: it answers at addresses in the regions that it accelerates, whatever the provider's region."""

from __future__ import annotations

import pytest
from edges import ECS, ELSEWHERE, HANGZHOU, PUBLIC_IP, SINGAPORE, check, record, resource

ID = "alicloud_ga_accelerator.main.id"
ACCELERATOR = resource("ga_accelerator", "main", 'bandwidth_billing_type = "CDT"')
DOMAIN = resource("ga_domain", "www", f'accelerator_id = {ID}\ndomain = "www.example.cn"')
BASIC = resource("ga_basic_accelerator", "main", 'bandwidth_billing_type = "CDT"')
REGION = 'variable "region" {}\n'


def ip_set(region: str, name: str = "first", accelerator: str = ID) -> str:
    """Return the addresses of an accelerator in a region."""
    return resource("ga_ip_set", name, f"accelerator_id = {accelerator}\naccelerate_region_id = {region}")


def group(endpoint: str = PUBLIC_IP, more: str = "weight = 20") -> str:
    """Return the endpoints of an accelerator."""
    block = f'endpoint_configurations {{\n  endpoint = {endpoint}\n  type = "PublicIp"\n  {more}\n}}'
    return resource(
        "ga_endpoint_group", "main", f'accelerator_id = {ID}\nendpoint_group_region = "cn-hangzhou"\n{block}'
    )


def rule(condition: str) -> str:
    """Return a forwarding rule of an accelerator."""
    conditions = f'rule_conditions {{\n  rule_condition_type = "Host"\n  {condition}\n}}'
    return resource("ga_forwarding_rule", "main", f"accelerator_id = {ID}\n{conditions}")


REGIONS = pytest.mark.parametrize(
    ("region", "outcome"),
    [
        ('"cn-beijing"', "violation"),
        ('"cn-hongkong"', "compliant"),
        ('"us-west-1"', "compliant"),
        ("var.region", "cannot-tell"),
    ],
)
NAMING = pytest.mark.parametrize(
    "naming",
    [
        DOMAIN,
        rule('host_config {\n    values = ["www.example.cn"]\n  }'),
        rule('rule_condition_value = jsonencode(["www.example.cn"])'),
    ],
)


@REGIONS
@NAMING
@pytest.mark.parametrize("provider", [HANGZHOU, SINGAPORE])
def test_a_name_is_answered_in_the_accelerated_regions(provider: str, naming: str, region: str, outcome: str) -> None:
    found = check(REGION + provider + ACCELERATOR + ip_set(region) + naming)
    assert found.of("ICP101") == outcome


def test_one_region_in_the_mainland_is_enough() -> None:
    both = ip_set('"cn-hongkong"') + ip_set('"cn-beijing"', "second")
    found = check(SINGAPORE + ACCELERATOR + both + DOMAIN)
    assert found.of("ICP101") == "violation"
    assert (
        "the Global Accelerator alicloud_ga_accelerator.main answers at the address alicloud_ga_ip_set.second"
        in found.said
    )


def test_an_accelerator_without_addresses_may_answer_anywhere() -> None:
    assert check(HANGZHOU + ACCELERATOR + DOMAIN).of("ICP101") == "cannot-tell"


def test_the_attachment_of_a_package_stands_for_its_accelerator() -> None:
    body = f'accelerator_id = {ID}\nbandwidth_package_id = "gbwp-example"'
    attachment = resource("ga_bandwidth_package_attachment", "main", body)
    through = ip_set('"cn-beijing"', accelerator="alicloud_ga_bandwidth_package_attachment.main.accelerator_id")
    found = check(HANGZHOU + ACCELERATOR + attachment + through + DOMAIN)
    assert found.of("ICP101") == "violation"


@REGIONS
def test_a_record_of_one_address_is_answered_there_and_nowhere_else(region: str, outcome: str) -> None:
    both = ip_set(region) + ip_set('"cn-beijing"', "second") + ACCELERATOR
    site = REGION + HANGZHOU + both + record("alicloud_ga_ip_set.first.ip_address_list[0]", "A")
    assert check(site).of("ICP101") == outcome


def test_an_address_is_found_by_what_it_is() -> None:
    known = ip_set('"cn-beijing"').replace("}\n", '  ip_address_list = ["203.0.113.7"]\n}\n')
    site = HANGZHOU + ACCELERATOR + known + group() + ECS + record('"203.0.113.7"', "A")
    assert check(site).of("ICP101") == "violation"
    found = check(site, ELSEWHERE)
    assert (found.of("ICP201"), found.of("ICP202")) == ("compliant", "violation")


@pytest.mark.parametrize(
    ("endpoint", "more", "outcome"),
    [
        (PUBLIC_IP, "weight = 20", "violation"),
        ("alicloud_instance.web.id", "weight = 20", "violation"),
        ("alicloud_instance.web.private_ip", "weight = 20", "violation"),
        ('"files.oss-cn-hangzhou.aliyuncs.com"', "weight = 20", "compliant"),
        (PUBLIC_IP, "weight = 0", "cannot-tell"),  # no traffic, and no other endpoint
        ('"origin.example.com"', "weight = 20", "cannot-tell"),
    ],
)
def test_the_endpoints_are_the_origins(endpoint: str, more: str, outcome: str) -> None:
    site = HANGZHOU + ECS + ACCELERATOR + ip_set('"cn-beijing"') + group(endpoint, more) + DOMAIN
    found = check(site, ELSEWHERE)
    assert (found.of("ICP201"), found.of("ICP202"), found.of("ICP203")) == ("compliant", outcome, "compliant")


# The basic accelerator


@REGIONS
@pytest.mark.parametrize("ip_set_id", ["alicloud_ga_basic_ip_set.main.id", '"ips-example"'])
def test_a_basic_address_is_in_the_region_of_its_set(ip_set_id: str, region: str, outcome: str) -> None:
    basic = "accelerator_id = alicloud_ga_basic_accelerator.main.id"
    known = '\nid = "ips-example"' if '"' in ip_set_id else ""
    basic_set = resource("ga_basic_ip_set", "main", f"{basic}\naccelerate_region_id = {region}{known}")
    address = resource("ga_basic_accelerate_ip", "main", f"{basic}\nip_set_id = {ip_set_id}")
    endpoint = resource("ga_basic_endpoint", "main", f"{basic}\nendpoint_address = alicloud_instance.web.id")
    site = REGION + HANGZHOU + ECS + BASIC + basic_set + address + endpoint
    site += record("alicloud_ga_basic_accelerate_ip.main.accelerate_ip_address", "A")
    assert check(site).of("ICP101") == outcome
    assert check(site, ELSEWHERE).of("ICP202") == outcome


def test_a_basic_address_without_its_set_is_anywhere() -> None:
    address = resource("ga_basic_accelerate_ip", "main", 'accelerator_id = "ga-example"\nip_set_id = "ips-example"')
    site = HANGZHOU + address + record("alicloud_ga_basic_accelerate_ip.main.accelerate_ip_address", "A")
    assert check(site).of("ICP101") == "cannot-tell"
