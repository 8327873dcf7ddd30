"""What the examples of the pages do not show: how the checks go together, and ways that are easily judged wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Report = dict[str, Any]
Ask = Callable[..., Report]

HANGZHOU = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
TENCENT = '[[filing]]\ndomain = "example.cn"\nlicence = "粤ICP备2021012345号-1"\naccess_providers = ["tencent"]\n'
PAYG = 'resource "alicloud_instance" "web" {\n  internet_max_bandwidth_out = 5\n}\n'
PUBLIC_IP = "alicloud_instance.web.public_ip"


def record(value: str, kind: str = "A", zone: str = "example.cn", rr: str = "www", more: str = "") -> str:
    """Return a record, named after its host."""
    name = f"{rr}_{zone}".translate(str.maketrans(".*@", "_sa"))
    return (
        f'resource "alicloud_alidns_record" "{name}" {{\n  domain_name = "{zone}"\n  rr          = "{rr}"\n'
        f'  type        = "{kind}"\n  value       = {value}\n{more}}}\n'
    )


def outcomes(report: Report) -> dict[str, str]:
    """Return the outcome of each subject: codes, if one was asked about, else keys."""
    keys = {finding["subject"]["key"] for finding in report["findings"]}
    return {f["code"] if len(keys) == 1 else f["subject"]["key"]: f["outcome"] for f in report["findings"]}


# How the checks go together


def test_a_name_that_cannot_be_filed_is_reported_once(ask: Ask) -> None:
    site = HANGZHOU + PAYG + record(PUBLIC_IP, zone="example.io")
    found = outcomes(ask({"main.tf": site, "filings.toml": ""}, "ICP101", "ICP103"))
    assert found == {"ICP101": "compliant", "ICP103": "violation"}


def test_a_name_that_can_be_filed_is_reported_once(ask: Ask) -> None:
    site = HANGZHOU + PAYG + record(PUBLIC_IP)
    found = outcomes(ask({"main.tf": site, "filings.toml": ""}, "ICP1", "ICP2"))
    assert [code for code, outcome in found.items() if outcome == "violation"] == ["ICP101"]


def test_no_instance_waits_for_a_filing_that_there_cannot_be(ask: Ask) -> None:
    site = HANGZHOU + PAYG + record(PUBLIC_IP, zone="example.io")
    assert outcomes(ask({"main.tf": site, "filings.toml": ""}, "ICP301")) == {"ICP301": "compliant"}


@pytest.mark.parametrize(
    ("on", "severity"),
    [("2018-06-15", "error"), ("2019-09-16", "error"), ("2019-09-17", "warning"), ("2026-11-24", "warning")],
)
def test_the_transfer_for_a_cdn_became_advice(on: str, severity: str, ask: Ask) -> None:
    cdn = 'resource "alicloud_cdn_domain_new" "www" {\n  domain_name = "www.example.cn"\n'
    site = f'{HANGZHOU}{PAYG}{cdn}  sources {{\n    type = "ipaddr"\n    content = {PUBLIC_IP}\n  }}\n}}\n'
    found = ask({"main.tf": site, "filings.toml": TENCENT}, "ICP202", on=on)["findings"]
    assert [(f["outcome"], f["severity"]) for f in found] == [("violation", severity)]


# Without a register


def test_without_a_register_nothing_is_said_about_filings(ask: Ask) -> None:
    expected = {
        "ICP101": "cannot-tell",
        "ICP103": "compliant",
        "ICP201": "cannot-tell",
        "ICP202": "compliant",
        "ICP203": "compliant",
    }
    report = ask({"main.tf": HANGZHOU + PAYG + record(PUBLIC_IP)}, *expected)
    assert outcomes(report) == expected
    said = [e["message"] for finding in report["findings"] for e in finding["evidence"]]
    assert not [sentence for sentence in said if sentence.startswith("no filing")]


def test_two_registers_say_the_same_in_either_order(ask: Ask, icplint: Callable[..., Any]) -> None:
    files = {
        "main.tf": HANGZHOU + PAYG + record(PUBLIC_IP),
        "filings.toml": TENCENT,
        "here.toml": TENCENT.replace("tencent", "alibaba"),
    }
    ask(files, "ICP201")
    options = ("--isolated", "--select", "ICP201", "--on", "2026-11-24")
    for first, second in (("filings.toml", "here.toml"), ("here.toml", "filings.toml")):
        run = icplint("check", *options, "--filings", first, "--filings", second)
        assert (run.code, run.err) == (0, "")


# Ways


def test_an_elastic_address_makes_an_inner_load_balancer_public(ask: Ask) -> None:
    balancer = 'resource "alicloud_slb_load_balancer" "web" {\n  address_type = "intranet"\n}\n'
    site = HANGZHOU + balancer + _bound("alicloud_slb_load_balancer.web.id")
    assert outcomes(ask({"main.tf": site, "filings.toml": ""}, "ICP101")) == {"ICP101": "violation"}
    assert outcomes(ask({"main.tf": site, "filings.toml": TENCENT}, "ICP201")) == {"ICP201": "violation"}


@pytest.mark.parametrize("to", ["alicloud_nat_gateway.web.id", '"i-bp1example"', "var.instance"])
def test_an_elastic_address_has_a_region_whatever_it_is_bound_to(to: str, ask: Ask) -> None:
    gateway = 'variable "instance" {}\nresource "alicloud_nat_gateway" "web" {\n  vpc_id = "vpc-bp1example"\n}\n'
    site = HANGZHOU + gateway + _bound(to)
    assert outcomes(ask({"main.tf": site, "filings.toml": ""}, "ICP101")) == {"ICP101": "violation"}


def _bound(to: str) -> str:
    return (
        'resource "alicloud_eip_address" "web" {}\nresource "alicloud_eip_association" "web" {\n'
        f"  allocation_id = alicloud_eip_address.web.id\n  instance_id   = {to}\n}}\n"
        + record("alicloud_eip_address.web.ip_address")
    )


@pytest.mark.parametrize("kind", ["REDIRECT_URL", "FORWARD_URL", "FORWORD_URL"])
def test_a_forwarded_name_is_served_by_the_forwarder(kind: str, ask: Ask) -> None:
    site = record('"https://www.example.com/"', kind)
    assert outcomes(ask({"main.tf": site, "filings.toml": ""}, "ICP101")) == {"ICP101": "violation"}
    assert outcomes(ask({"main.tf": site, "filings.toml": TENCENT}, "ICP201")) == {"ICP201": "violation"}


@pytest.mark.parametrize(
    "unserved", [record(PUBLIC_IP, "MX"), record(PUBLIC_IP, "TXT"), record(PUBLIC_IP, more='  status = "DISABLE"\n')]
)
def test_a_record_by_which_no_website_is_served_needs_no_code(unserved: str, ask: Ask) -> None:
    report = ask({"main.tf": HANGZHOU + PAYG + unserved, "filings.toml": ""}, "ICP101", "ICP301")
    assert set(outcomes(report).values()) == {"compliant"}


def test_the_mail_of_a_website_elsewhere_needs_no_code(ask: Ask) -> None:
    site = HANGZHOU + PAYG + record('"198.51.100.10"', zone="example.com", rr="@")
    site += record(PUBLIC_IP, "MX", zone="example.com", rr="@").replace("a_example", "mail_example")
    assert outcomes(ask({"main.tf": site, "filings.toml": ""}, "ICP301")) == {"ICP301": "compliant"}


def test_a_wildcard_answers_for_the_names_under_it(ask: Ask) -> None:
    wild = record(PUBLIC_IP, zone="example.com", rr="*")
    site = HANGZHOU + PAYG + wild + record('"shop.example.com"', "CNAME")
    found = outcomes(ask({"main.tf": site, "filings.toml": ""}, "ICP101"))
    assert found == {"*.example.com": "violation", "www.example.cn": "violation"}


def test_the_instance_behind_a_wildcard_serves_the_names_under_it(ask: Ask) -> None:
    filed = TENCENT.replace("example.cn", "example.com").replace("tencent", "alibaba")
    site = HANGZHOU + PAYG + record(PUBLIC_IP, zone="example.com", rr="*") + record('"shop.example.com"', "CNAME")
    assert outcomes(ask({"main.tf": site, "filings.toml": filed}, "ICP301")) == {"ICP301": "violation"}


def test_a_cdn_that_was_not_read_may_have_any_origin(ask: Ask) -> None:
    site = record('"www.example.cn.w.kunlunsl.com"', "CNAME")
    assert outcomes(ask({"main.tf": site, "filings.toml": TENCENT}, "ICP202")) == {"ICP202": "cannot-tell"}


def test_a_traffic_manager_may_lead_anywhere(ask: Ask) -> None:
    site = record('"gtm-cn-example.gtm-a1b2.com"', "CNAME")
    found = outcomes(ask({"main.tf": site, "filings.toml": TENCENT}, "ICP201", "ICP203"))
    assert found == {"ICP201": "cannot-tell", "ICP203": "cannot-tell"}


# Places


def test_a_name_is_shown_where_it_is_declared_whoever_mentions_it_first(ask: Ask) -> None:
    cdn = 'resource "alicloud_cdn_domain_new" "www" {\n  domain_name = "www.example.cn"\n  sources {\n'
    site = f'{HANGZHOU}{cdn}    type = "domain"\n    content = "origin.example.cn"\n  }}\n}}\n'
    site += PAYG + record(PUBLIC_IP, rr="origin")
    report = ask({"main.tf": site, "filings.toml": TENCENT}, "ICP1", "ICP2")
    found = {f["origin"]["line"] for f in report["findings"] if f["subject"]["key"] == "origin.example.cn"}
    assert found == {1 + site.splitlines().index(f"  value       = {PUBLIC_IP}")}


def test_a_name_bound_to_a_bucket_stands_in_one_place(ask: Ask) -> None:
    bucket = 'resource "alicloud_oss_bucket" "site" {\n  bucket = "site-example"\n}\n'
    bound = 'resource "alicloud_oss_bucket_cname" "site" {\n  bucket = alicloud_oss_bucket.site.bucket\n'
    site = f'{HANGZHOU}{bucket}{bound}  domain = "www.example.cn"\n}}\n'
    report = ask({"main.tf": site, "filings.toml": ""}, "ICP1", "ICP2")
    assert {f["origin"]["line"] for f in report["findings"]} == {9}
