"""Anti-DDoS Proxy: Pro answers from the mainland, Premium from outside."""

from __future__ import annotations

import pytest
from edges import ECS, ELSEWHERE, HANGZHOU, PUBLIC_IP, SINGAPORE, check, record, resource


def protected(instances: str, servers: str = PUBLIC_IP) -> str:
    """Return www.example.cn on instances."""
    body = f'domain = "www.example.cn"\ninstance_ids = [{instances}]\nreal_servers = [{servers}]\nrs_type = 0'
    return resource("ddoscoo_domain_resource", "www", body)


def instance(kind: str) -> str:
    """Return an instance of a type."""
    return resource("ddoscoo_instance", "main", f'name = "main"\n{kind}')


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("", "violation"),  # by default Pro
        ('product_type = "ddoscoo"', "violation"),
        ('product_type = "ddoscoo_intl"', "violation"),
        ('product_type = "ddosDip"', "compliant"),
    ],
)
@pytest.mark.parametrize("provider", [HANGZHOU, SINGAPORE])
def test_the_type_of_the_instance_decides(provider: str, kind: str, outcome: str) -> None:
    site = provider + ECS + instance(kind) + protected("alicloud_ddoscoo_instance.main.id")
    assert check(site).of("ICP101") == outcome


@pytest.mark.parametrize(
    ("instances", "provider", "outcome"),
    [
        ('"ddoscoo-cn-0pp163pd1234"', SINGAPORE, "violation"),
        ('"ddosDip-sg-4hr2b3l1234"', HANGZHOU, "compliant"),
        ('"ddosDip-sg-4hr2b3l1234", "ddoscoo-cn-0pp163pd1234"', SINGAPORE, "violation"),
        ("var.instance", HANGZHOU, "violation"),
        ("var.instance", SINGAPORE, "compliant"),
        ("var.instance", "", "cannot-tell"),
    ],
)
def test_else_the_ids_or_the_providers_region_do(instances: str, provider: str, outcome: str) -> None:
    site = 'variable "instance" {}\n' + provider + ECS + protected(instances)
    assert check(site).of("ICP101") == outcome


def test_a_record_leads_to_the_domain() -> None:
    site = (
        HANGZHOU + ECS + protected('"ddoscoo-cn-0pp163pd1234"') + record("alicloud_ddoscoo_domain_resource.www.cname")
    )
    found = check(site, ELSEWHERE)
    assert (found.of("ICP201"), found.of("ICP202")) == ("compliant", "violation")
    assert (
        "alicloud_ddoscoo_domain_resource.www puts www.example.cn on Anti-DDoS"
        in check(HANGZHOU + ECS + protected('"ddoscoo-cn-0pp163pd1234"')).said
    )


# Ports, and rules that choose where visitors are led

PREMIUM, PRO = instance('product_type = "ddosDip"'), instance("")
ADDRESS = record("alicloud_ddoscoo_instance.main.ip", "A")
PORT = resource("ddoscoo_port", "web", f"instance_id = alicloud_ddoscoo_instance.main.id\nreal_servers = [{PUBLIC_IP}]")


@pytest.mark.parametrize(("kind", "outcome"), [(PRO, "violation"), (PREMIUM, "compliant")])
def test_an_address_of_an_instance_is_where_the_instance_is(kind: str, outcome: str) -> None:
    site = HANGZHOU + ECS + kind + PORT + ADDRESS
    assert check(site).of("ICP101") == outcome
    found = check(site, ELSEWHERE)
    assert (found.of("ICP201"), found.of("ICP202")) == ("compliant", outcome)


def test_a_port_that_was_not_read_may_have_any_origin() -> None:
    found = check(HANGZHOU + PRO + ADDRESS, ELSEWHERE)
    assert (found.of("ICP201"), found.of("ICP202"), found.of("ICP203")) == ("compliant", "cannot-tell", "compliant")


@pytest.mark.parametrize(
    ("values", "outcome"),
    [
        (["alicloud_ddoscoo_instance.main.ip", PUBLIC_IP], "violation"),  # in peace straight to the server
        (["alicloud_ddoscoo_instance.main.ip"], "compliant"),
        (["alicloud_ddoscoo_instance.main.ip", '"203.0.113.10"'], "cannot-tell"),
        ([], "cannot-tell"),
    ],
)
def test_a_scheduling_rule_leads_to_any_of_its_addresses(values: list[str], outcome: str) -> None:
    rules = "\n".join(f'rules {{\n  type = "A"\n  value = {value}\n}}' for value in values)
    rule = resource("ddoscoo_scheduler_rule", "main", f'rule_name = "main"\nrule_type = 2\n{rules}')
    site = HANGZHOU + ECS + PREMIUM + rule + record("alicloud_ddoscoo_scheduler_rule.main.cname")
    assert check(site).of("ICP101") == outcome
    assert check(site, ELSEWHERE).of("ICP201") == outcome
