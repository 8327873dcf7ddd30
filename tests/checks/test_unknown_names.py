"""Doubts that are easily missed: a type, a name or a way that is not known, where the answer hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]

HONG_KONG = 'provider "alicloud" {\n  region = "cn-hongkong"\n}\n'
HANGZHOU = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
PAYG = 'resource "alicloud_instance" "web" {\n  internet_max_bandwidth_out = 5\n}\n'
YEAR = (
    'resource "alicloud_instance" "year" {\n  instance_charge_type = "PrePaid"\n  period = 12\n'
    "  internet_max_bandwidth_out = 5\n}\n"
)
X = 'variable "x" {}\n'


def record(
    zone: str = '"example.cn"', rr: str = '"www"', kind: str = '"A"', value: str = "web", name: str = "r"
) -> str:
    shown = value if value.startswith(("var", '"')) else f"alicloud_instance.{value}.public_ip"
    body = f"  domain_name = {zone}\n  rr = {rr}\n  type = {kind}\n  value = {shown}\n"
    return f'resource "alicloud_alidns_record" "{name}" {{\n{body}}}\n'


def outcomes(ask: Ask, terraform: str, code: str, register: str = "") -> dict[str, str]:
    findings = ask({"main.tf": X + terraform, "filings.toml": register}, code)["findings"]
    return {f["subject"]["key"].rpartition("_record.")[2]: f["outcome"] for f in findings}


def test_a_record_of_unknown_type_may_be_a_forwarding_in_the_mainland(ask: Ask) -> None:
    assert outcomes(ask, HONG_KONG + PAYG + record(kind="var.x"), "ICP101") == {"www.example.cn": "cannot-tell"}


@pytest.mark.parametrize(("provider", "outcome"), [(HANGZHOU, "cannot-tell"), (HONG_KONG, "compliant")])
def test_a_name_that_is_not_known_may_have_a_closed_suffix(provider: str, outcome: str, ask: Ask) -> None:
    assert outcomes(ask, provider + PAYG + record(zone="var.x"), "ICP103") == {"r": outcome}


@pytest.mark.parametrize(("zone", "outcome"), [("var.x", "cannot-tell"), ('"example.com"', "violation")])
def test_a_name_that_is_not_known_may_be_of_the_website_and_relieve_it(zone: str, outcome: str, ask: Ask) -> None:
    site = HANGZHOU + PAYG + YEAR + record() + record(zone=zone, rr='"shop"', value="year", name="other")
    assert outcomes(ask, site, "ICP301")["alicloud_instance.web"] == outcome


@pytest.mark.parametrize(("value", "outcome"), [("var.x", "cannot-tell"), ('"198.51.100.7"', "compliant")])
def test_a_way_into_the_unknown_may_lead_to_an_instance_that_has_another_name(
    value: str, outcome: str, ask: Ask
) -> None:
    filed = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\naccess_providers = ["alibaba"]\n'
    abroad = '[[address]]\ncidr = "198.51.100.7/32"\nlocation = "outside"\n'
    site = HANGZHOU + PAYG + record() + record(zone='"example.com"', value=value, name="other")
    assert outcomes(ask, site, "ICP301", filed + abroad) == {"alicloud_instance.web": outcome}


def test_a_website_needs_a_code_for_whichever_of_its_names_is_in_the_mainland(ask: Ask) -> None:
    cdn = (
        'resource "alicloud_cdn_domain_new" "www" {\n  domain_name = "www.example.cn"\n  scope = "overseas"\n'
        "  sources {\n    content = alicloud_instance.web.public_ip\n  }\n}\n"
    )
    forwarded = record(rr='"@"', kind='"REDIRECT_URL"', value='"https://www.example.cn/"')
    assert outcomes(ask, HANGZHOU + PAYG + cdn, "ICP301") == {"alicloud_instance.web": "compliant"}
    assert outcomes(ask, HANGZHOU + PAYG + cdn + forwarded, "ICP301") == {"alicloud_instance.web": "violation"}


@pytest.mark.parametrize(("kind", "outcome"), [('"TXT"', None), ('"CNAME"', "violation"), ("var.x", "cannot-tell")])
def test_a_record_at_the_edge_of_unknown_type_may_serve_nothing(kind: str, outcome: str | None, ask: Ask) -> None:
    site = (
        'resource "alicloud_esa_site" "s" {\n  site_name = "example.cn"\n  coverage = "domestic"\n}\n'
        'resource "alicloud_esa_record" "s" {\n  site_id = alicloud_esa_site.s.id\n  record_name = "www.example.cn"\n'
        f"  record_type = {kind}\n  proxied = true\n  data {{\n    value = alicloud_instance.web.public_ip\n  }}\n}}\n"
    )
    assert outcomes(ask, HANGZHOU + PAYG + site, "ICP101").get("www.example.cn") == outcome


def test_an_address_that_may_be_private_may_be_another_one(ask: Ask) -> None:
    inner = 'resource "alicloud_slb_load_balancer" "l" {\n  address_type = "intranet"\n}\n'
    chosen = 'var.x == "a" ? "203.0.113.7" : alicloud_slb_load_balancer.l.address'
    site = HANGZHOU + inner + record(value='"203.0.113.7"').replace('"203.0.113.7"', chosen)
    placed = '[[address]]\ncidr = "203.0.113.7/32"\nlocation = "mainland"\n'
    assert outcomes(ask, site, "ICP101", placed) == {"www.example.cn": "cannot-tell"}


def test_a_name_that_is_not_known_may_be_of_a_website_that_needs_a_code(ask: Ask) -> None:
    cdn = (
        'resource "alicloud_cdn_domain_new" "x" {\n  domain_name = var.x\n  scope = "overseas"\n'
        "  sources {\n    content = alicloud_instance.web.public_ip\n  }\n}\n"
    )
    site = HANGZHOU + PAYG + YEAR + cdn
    assert outcomes(ask, site, "ICP301")["alicloud_instance.web"] == "compliant"
    other = PAYG.replace('"web"', '"other"') + record(value="other")
    assert outcomes(ask, site + other, "ICP301")["alicloud_instance.web"] == "cannot-tell"


@pytest.mark.parametrize(("bandwidth", "outcome"), [("5", "cannot-tell"), ("0", "compliant")])
def test_a_way_into_the_unknown_may_lead_to_an_instance_without_a_name(bandwidth: str, outcome: str, ask: Ask) -> None:
    site = HANGZHOU + PAYG.replace("= 5", f"= {bandwidth}") + record(value="var.x")
    assert outcomes(ask, site, "ICP301") == {"alicloud_instance.web": outcome}


def test_a_balancer_of_servers_that_are_not_known_may_lead_to_any(ask: Ask) -> None:
    balancer = (
        'resource "alicloud_slb_load_balancer" "lb" {\n  address_type = "internet"\n}\n'
        'resource "alicloud_slb_backend_server" "all" {\n  load_balancer_id = alicloud_slb_load_balancer.lb.id\n'
        "  backend_servers {\n    server_id = var.x\n  }\n}\n"
    )
    named = record(value="var.none").replace("var.none", "alicloud_slb_load_balancer.lb.address")
    inside = PAYG.replace("= 5", "= 0")
    assert outcomes(ask, HANGZHOU + inside + balancer + named, "ICP301") == {"alicloud_instance.web": "cannot-tell"}
