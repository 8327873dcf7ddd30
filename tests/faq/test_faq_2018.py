"""The seven questions of the FAQ of June 2018, answered as on that day and by the rules of today.

Source: ECS instance FAQs, https://github.com/AlibabaCloudDocs/icp/blob/dd4ee95/intl.en-US/FAQ/ECS%20instance%20FAQs.md
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

THEN, NOW = "2018-06-15", "2026-11-24"
BOTH = pytest.mark.parametrize("on", [THEN, NOW])
Ask = Callable[..., dict[str, str]]

HANGZHOU = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
HONG_KONG = 'provider "alicloud" {\n  region = "cn-hongkong"\n}\n'
QUALIFIES = 'instance_charge_type = "PrePaid"\n  period = 3\n  internet_max_bandwidth_out = 5'

FILED = '[[filing]]\ndomain = "example.cn"\nlicence = "浙ICP备2018001234号-1"\naccess_providers = {providers}\n'
TENCENT = '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "{location}"\nprovider = "tencent"\n'


def record(value: str, kind: str = "A") -> str:
    """Return www.example.cn pointing at a value."""
    return f"""
resource "alicloud_alidns_record" "www" {{
  domain_name = "example.cn"
  rr          = "www"
  type        = "{kind}"
  value       = {value}
}}
"""


def instance(arguments: str, name: str = "web") -> str:
    """Return an instance with the arguments that matter here."""
    return f'\nresource "alicloud_instance" "{name}" {{\n  instance_type = "ecs.c6.large"\n  {arguments}\n}}\n'


def website(arguments: str = QUALIFIES, provider: str = HANGZHOU) -> str:
    """Return www.example.cn on one instance."""
    return provider + instance(arguments) + record("alicloud_instance.web.public_ip")


def cdn(origin: str, arguments: str = "") -> str:
    """Return www.example.cn on a CDN."""
    return f"""
resource "alicloud_cdn_domain_new" "www" {{
  domain_name = "www.example.cn"
  cdn_type    = "web"
  {arguments}
  sources {{
    type    = "ipaddr"
    content = {origin}
  }}
}}
""" + record("alicloud_cdn_domain_new.www.cname", "CNAME")


def filed(*providers: str) -> str:
    """Return a register that lists example.cn with these access providers."""
    return FILED.format(providers=json.dumps(list(providers)))


@pytest.fixture
def ask(tmp_path: Path, icplint: Callable[..., Any]) -> Ask:
    """Check a site on a day; return its violations as code -> severity. Nothing may be left in doubt."""

    def asked(on: str, terraform: str | Mapping[str, Any], register: str = "") -> dict[str, str]:
        state = not isinstance(terraform, str)
        site = tmp_path / ("terraform.tfstate" if state else "main.tf")
        site.write_text(json.dumps(terraform) if state else terraform, encoding="utf-8")
        (tmp_path / "filings.toml").write_text(register or "# nothing is filed\n", encoding="utf-8")
        options = ("--on", on, "--format", "json", "--ignore", "ICP102")  # whether other names exist is not asked
        run = icplint("check", site if state else tmp_path, *options)
        report = json.loads(run.out)
        assert (run.err, report["summary"]["cannot-tell"], report["on"]) == ("", 0, on)
        assert run.code == int(bool(report["findings"]))
        return {finding["code"]: finding["severity"] for finding in report["findings"]}

    return asked


UNFILED = {"ICP101": "error"}
NO_CODE = {"ICP101": "error", "ICP301": "warning"}
NO_CODE_AT_ALL = {**NO_CODE, "ICP303": "error"}


# Do I have to purchase an Alibaba Cloud ECS instance before applying for an ICP Filing through Alibaba Cloud?


@BOTH
def test_do_i_have_to_purchase_an_instance_before_applying(ask: Ask, on: str) -> None:
    assert ask(on, website()) == UNFILED


@BOTH
@pytest.mark.parametrize(
    "arguments",
    [
        "internet_max_bandwidth_out = 5",
        'instance_charge_type = "PostPaid"\n  internet_max_bandwidth_out = 5',
        'instance_charge_type = "PrePaid"\n  period = 2\n  internet_max_bandwidth_out = 5',
        'instance_charge_type = "PrePaid"\n  period = 3\n  period_unit = "Week"\n  internet_max_bandwidth_out = 5',
    ],
    ids=["charged as by default", "pay-as-you-go", "two months", "three weeks"],
)
def test_do_i_have_to_purchase_an_instance_that_qualifies_before_applying(ask: Ask, on: str, arguments: str) -> None:
    assert ask(on, website(arguments)) == NO_CODE


@BOTH
@pytest.mark.parametrize(("bandwidth", "found"), [(0, NO_CODE_AT_ALL), (1, UNFILED)])
def test_do_i_have_to_purchase_public_bandwidth_before_applying(
    ask: Ask, on: str, bandwidth: int, found: dict[str, str]
) -> None:
    balancer = """
resource "alicloud_slb_load_balancer" "web" {
  address_type = "internet"
}

resource "alicloud_slb_backend_server" "web" {
  load_balancer_id = alicloud_slb_load_balancer.web.id
  backend_servers {
    server_id = alicloud_instance.web.id
  }
}
"""
    arguments = f'instance_charge_type = "PrePaid"\n  period = 3\n  internet_max_bandwidth_out = {bandwidth}'
    site = HANGZHOU + instance(arguments) + balancer + record("alicloud_slb_load_balancer.web.address")
    assert ask(on, site) == found


# I have purchased a server in Hong Kong region. How to apply for an ICP Filing?


@BOTH
def test_i_have_purchased_a_server_in_hong_kong_how_to_apply(ask: Ask, on: str) -> None:
    assert ask(on, website(provider=HONG_KONG)) == {}
    assert ask(on, website("internet_max_bandwidth_out = 5", HONG_KONG)) == {}


# My ECS instance has only one-month subscription. How to apply for an ICP Filing?


def state(created: str, expired: str) -> dict[str, Any]:
    """Return www.example.cn on an instance bought from one day to another, as terraform.tfstate tells it."""
    web = {
        "id": "i-bp1example",
        "availability_zone": "cn-hangzhou-h",
        "instance_charge_type": "PrePaid",
        "internet_max_bandwidth_out": 5,
        "public_ip": "203.0.113.7",
        "create_time": created,
        "expired_time": expired,
    }
    www = {"domain_name": "example.cn", "rr": "www", "type": "A", "value": "203.0.113.7", "status": "ENABLE"}
    resources = [
        {
            "mode": "managed",
            "type": kind,
            "name": name,
            "provider": 'provider["registry.terraform.io/aliyun/alicloud"]',
            "instances": [{"schema_version": 0, "attributes": attributes, "sensitive_attributes": []}],
        }
        for kind, name, attributes in [("alicloud_instance", "web", web), ("alicloud_alidns_record", "www", www)]
    ]
    head = {"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "faq", "outputs": {}}
    return {**head, "resources": resources, "check_results": None}


@BOTH
def test_my_instance_has_only_a_one_month_subscription_how_to_apply(
    ask: Ask, on: str, tmp_path: Path, icplint: Callable[..., Any]
) -> None:
    one_month = 'instance_charge_type = "PrePaid"\n  period = 1\n  internet_max_bandwidth_out = 5'
    assert ask(on, website(one_month)) == NO_CODE
    said = icplint("check", tmp_path, "--on", on, "--select", "ICP301").out
    assert "1 month" in said
    assert "3 months are needed: renew it" in said


@pytest.mark.parametrize(
    ("on", "created", "expired", "found"),
    [
        (THEN, "2018-06-01T08:00Z", "2018-06-30T16:00Z", NO_CODE),
        (NOW, "2026-11-01T08:00Z", "2026-11-30T16:00Z", NO_CODE),
        (THEN, "2018-06-01T08:00Z", "2018-12-01T16:00Z", UNFILED),
        (NOW, "2026-11-01T08:00Z", "2027-05-01T16:00Z", UNFILED),
        (THEN, "2017-08-15T08:00Z", "2018-08-15T16:00Z", NO_CODE),
        (NOW, "2026-01-24T08:00Z", "2027-01-24T16:00Z", UNFILED),
        (THEN, "2017-06-01T08:00Z", "2018-06-01T16:00Z", NO_CODE),
        (NOW, "2025-11-01T08:00Z", "2026-11-01T16:00Z", NO_CODE),
    ],
    ids=[
        "one month, then",
        "one month, now",
        "six months, then",
        "six months, now",
        "two months left of twelve do not suffice then",
        "two months left of twelve do now",
        "expired, then",
        "expired, now",
    ],
)
def test_my_instance_has_little_of_its_subscription_left_how_to_apply(
    ask: Ask, on: str, created: str, expired: str, found: dict[str, str]
) -> None:
    assert ask(on, state(created, expired)) == found


# How many ICP Filings can an Alibaba Cloud ECS instance be associated with?


@BOTH
def test_how_many_filings_can_an_instance_be_associated_with(icplint: Callable[..., Any], on: str) -> None:
    run = icplint("policy", "--on", on)
    assert run.code == 0
    assert "service-code.ecs.codes = 5 " in run.out
    assert "service-code.single-use = " in run.out
    assert "never comes back, even if that filing is cancelled" in run.out


# Must I apply for an ICP Filing through Alibaba Cloud if I am using Alibaba Cloud OSS or CDN?

BUCKET = """
resource "alicloud_oss_bucket" "files" {
  bucket = "example-files"
}

resource "alicloud_oss_bucket_cname" "www" {
  bucket = alicloud_oss_bucket.files.bucket
  domain = "www.example.cn"
}
""" + record("alicloud_oss_bucket.files.extranet_endpoint", "CNAME")


@BOTH
@pytest.mark.parametrize(
    ("register", "found"), [("", UNFILED), (filed("tencent"), {}), (filed("alibaba"), {})], ids=["no", "there", "here"]
)
def test_must_i_file_with_alibaba_cloud_if_i_use_oss(ask: Ask, on: str, register: str, found: dict[str, str]) -> None:
    assert ask(on, HANGZHOU + BUCKET, register) == found


@pytest.mark.parametrize(("on", "severity"), [(THEN, "error"), ("2019-09-16", "error"), (NOW, "warning")])
def test_must_i_file_with_alibaba_cloud_if_i_use_cdn_before_a_server_there(ask: Ask, on: str, severity: str) -> None:
    site = HANGZHOU + instance(QUALIFIES) + cdn("alicloud_instance.web.public_ip")
    assert ask(on, site) == UNFILED
    assert ask(on, site, filed("tencent")) == {"ICP202": severity}
    assert ask(on, site, filed("tencent", "alibaba")) == {}


@BOTH
def test_must_i_file_with_alibaba_cloud_if_i_use_cdn_before_something_else(ask: Ask, on: str) -> None:
    elsewhere = TENCENT.format(location="mainland")
    assert ask(on, HANGZHOU + cdn('"203.0.113.7"'), elsewhere) == UNFILED
    assert ask(on, HANGZHOU + cdn('"203.0.113.7"'), filed("tencent") + elsewhere) == {}
    overseas = cdn("alicloud_instance.web.public_ip", 'scope = "overseas"')
    assert ask(on, HANGZHOU + instance(QUALIFIES) + overseas, filed("tencent")) == {}
    bucket = cdn("alicloud_oss_bucket.files.extranet_endpoint")
    assert (
        ask(on, HANGZHOU + BUCKET.partition('resource "alicloud_oss_bucket_cname"')[0] + bucket, filed("tencent")) == {}
    )


# I already have an ICP Filing. Must I apply for a new one if I have my website hosted through an Alibaba Cloud ECS
# instance?


@BOTH
def test_must_i_apply_for_a_new_filing_if_an_instance_hosts_my_website(ask: Ask, on: str) -> None:
    assert ask(on, website(), filed("tencent")) == {"ICP201": "error"}
    assert ask(on, website(), filed("tencent", "alibaba")) == {}
    assert ask(on, website(), filed("alibaba")) == {}


# I already have an ICP Filing. Do I have to apply for a new one if I transfer my website to another server?


@BOTH
def test_do_i_have_to_apply_for_a_new_filing_if_i_move_between_servers_of_alibaba_cloud(ask: Ask, on: str) -> None:
    both = HANGZHOU + instance(QUALIFIES, "old") + instance(QUALIFIES, "new")
    for server in ("old", "new"):
        assert ask(on, both + record(f"alicloud_instance.{server}.public_ip"), filed("alibaba")) == {}


@BOTH
@pytest.mark.parametrize(
    ("location", "providers", "found"),
    [
        ("mainland", ["alibaba"], {"ICP203": "error"}),
        ("mainland", ["alibaba", "tencent"], {}),
        ("outside", ["alibaba"], {}),
    ],
)
def test_do_i_have_to_apply_for_a_new_filing_if_i_move_to_another_provider(
    ask: Ask, on: str, location: str, providers: list[str], found: dict[str, str]
) -> None:
    assert ask(on, record('"203.0.113.7"'), filed(*providers) + TENCENT.format(location=location)) == found
