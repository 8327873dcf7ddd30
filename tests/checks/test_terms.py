"""ICP301 counts the term of an instance that exists by its dates, as the rule of the day has it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]

PROVIDER = "registry.terraform.io/aliyun/alicloud"
INSTANCE = {
    "id": "i-bp1example",
    "availability_zone": "cn-hangzhou-h",
    "instance_charge_type": "PrePaid",
    "internet_max_bandwidth_out": 5,
    "public_ip": "203.0.113.10",
    "period": 1,
    "period_unit": "Month",
    "renewal_status": "Normal",
}
RECORD = {"domain_name": "example.cn", "rr": "www", "type": "A", "value": "203.0.113.10", "status": "ENABLE"}


def _resource(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    address = {"address": f"{kind}.web", "type": kind, "name": "web", "mode": "managed"}
    return {**address, "provider_name": PROVIDER, "schema_version": 0, "values": values}


def _answer(ask: Ask, on: str, **instance: Any) -> str:
    resources = [_resource("alicloud_instance", INSTANCE | instance), _resource("alicloud_alidns_record", RECORD)]
    state = {"format_version": "1.0", "values": {"root_module": {"resources": resources}}}
    files = {"state.json": json.dumps(state), "filings.toml": ""}
    (finding,) = ask(files, "ICP301", on=on)["findings"]
    return str(finding["outcome"])


@pytest.mark.parametrize(
    ("on", "created", "expires", "outcome"),
    [
        ("2018-06-15", "2018-01-10T08:00Z", "2018-08-10T16:00Z", "violation"),  # seven months in all, two left
        ("2018-06-15", "2018-01-10T08:00Z", "2018-09-15T16:00Z", "compliant"),  # three left to the day
        ("2019-09-02", "2019-01-10T08:00Z", "2019-11-10T16:00Z", "violation"),
        ("2019-09-03", "2019-01-10T08:00Z", "2019-11-10T16:00Z", "compliant"),  # from here on the whole term counts
        ("2026-11-24", "2026-01-10T08:00Z", "2027-01-10T16:00Z", "compliant"),
        ("2026-11-24", "2026-11-10T08:00Z", "2026-12-10T16:00Z", "violation"),
        ("2026-11-24", "2026-11-10T08:00Z", "2027-02-10T16:00Z", "compliant"),  # three months as they are bought
        ("2026-11-24", "2026-01-10T08:00Z", "2026-11-24T16:00Z", "compliant"),  # ends with this day in China
        ("2026-11-24", "2026-01-10T08:00Z", "2026-11-23T16:00Z", "violation"),  # ended with the day before
    ],
)
def test_months_are_counted_as_on_that_day(on: str, created: str, expires: str, outcome: str, ask: Ask) -> None:
    assert _answer(ask, on, create_time=created, expired_time=expires) == outcome


def test_renewals_that_have_happened_are_in_the_dates(ask: Ask) -> None:
    renewed = {"renewal_status": "AutoRenewal", "auto_renew_period": 1}
    dates = {"create_time": "2026-09-10T08:00Z", "expired_time": "2026-12-10T16:00Z"}
    assert _answer(ask, "2026-11-24", **renewed, **dates) == "compliant"
    assert _answer(ask, "2026-11-24", **renewed, **dates | {"create_time": "2026-11-10T08:00Z"}) == "violation"


def test_what_remains_is_a_part_of_the_whole_term(ask: Ask) -> None:
    assert _answer(ask, "2026-11-24", expired_time="2027-12-10T16:00Z") == "compliant"
    assert _answer(ask, "2026-11-24", expired_time="2026-12-10T16:00Z") == "cannot-tell"


def test_pay_as_you_go_has_no_term(ask: Ask) -> None:
    dates = {"create_time": "2026-01-10T08:00Z", "expired_time": "2099-12-31T15:59Z"}
    assert _answer(ask, "2026-11-24", instance_charge_type="PostPaid", **dates) == "violation"


WRITTEN = (
    ("3", "Month", "compliant"),
    ('"3"', "Month", "compliant"),
    ('"1"', "Month", "violation"),
    ("3", "Week", "violation"),
)


@pytest.mark.parametrize(("period", "unit", "outcome"), WRITTEN)
def test_a_term_may_be_written_as_text_or_in_weeks(period: str, unit: str, outcome: str, ask: Ask) -> None:
    module = f"""
provider "alicloud" {{
  region = "cn-hangzhou"
}}

resource "alicloud_instance" "web" {{
  instance_charge_type       = "PrePaid"
  period                     = {period}
  period_unit                = "{unit}"
  internet_max_bandwidth_out = 5
}}

resource "alicloud_alidns_record" "www" {{
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}}
"""
    (finding,) = ask({"main.tf": module, "filings.toml": ""}, "ICP301")["findings"]
    assert finding["outcome"] == outcome


RENEWED = """
provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_instance" "web" {
  instance_charge_type       = "PrePaid"
  period                     = 1
  renewal_status             = "AutoRenewal"
  auto_renew_period          = 6
  internet_max_bandwidth_out = 5
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}
"""


@pytest.mark.parametrize("on", ["2018-06-15", "2026-11-24"])
def test_what_is_declared_has_the_term_that_is_bought(on: str, ask: Ask) -> None:
    (finding,) = ask({"main.tf": RENEWED, "filings.toml": ""}, "ICP301", on=on)["findings"]
    assert finding["outcome"] == "violation"
    assert any("is bought for 1 month, and 3 months are needed: it renews itself" in e["message"]
               for e in finding["evidence"])  # fmt: skip


def test_who_gave_a_state_is_not_sent_to_the_state(ask: Ask) -> None:
    resources = [_resource("alicloud_instance", INSTANCE | {"renewal_status": "AutoRenewal", "auto_renew_period": 1}),
                 _resource("alicloud_alidns_record", RECORD)]  # fmt: skip
    state = {"format_version": "1.0", "values": {"root_module": {"resources": resources}}}
    (finding,) = ask({"state.json": json.dumps(state), "filings.toml": ""}, "ICP301")["findings"]
    assert finding["outcome"] == "cannot-tell"
    advice = " ".join(finding["settle"])
    assert "state" not in advice
    assert "live account" in advice
