"""ICP102 and ICP104: what an idle filing is, and when a risk becomes an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]

REGISTER = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\naccess_providers = ["alibaba"]\n'
WHOLE = 'complete = ["zone:example.cn"]\n'
HONG_KONG = (
    'provider "alicloud" {\n  region = "cn-hongkong"\n}\n'
    'resource "alicloud_instance" "web" {\n  internet_max_bandwidth_out = 5\n}\n'
)
ADDRESS = "alicloud_instance.web.public_ip"


def record(name: str = "www", value: str = ADDRESS, kind: str = "A", host: str = '"www"') -> str:
    """Return a record in the zone example.cn."""
    return (
        f'resource "alicloud_alidns_record" "{name}" {{\n  domain_name = "example.cn"\n  rr = {host}\n'
        f'  type = "{kind}"\n  value = {value}\n}}\n'
    )


def idle(ask: Ask, site: str, scan: str = WHOLE, register: str = REGISTER) -> list[str]:
    files = {"main.tf": site, "filings.toml": register, "scan.toml": scan}
    return [finding["outcome"] for finding in ask(files, "ICP102")["findings"]]


def test_a_filing_is_idle_only_where_its_zone_was_listed(ask: Ask) -> None:
    assert idle(ask, HONG_KONG + record()) == ["violation"]
    assert idle(ask, HONG_KONG + record(), 'complete = ["zone:example.com"]') == ["cannot-tell"]


def test_a_filing_whose_domain_has_no_names_in_the_run_is_not_asked_about(ask: Ask) -> None:
    assert idle(ask, HONG_KONG, "complete = []") == []
    assert idle(ask, HONG_KONG) == ["violation"]  # nothing at all stands in the zone


@pytest.mark.parametrize("status", ["pending", "cancelled"])
def test_only_a_filing_in_force_is_idle(status: str, ask: Ask) -> None:
    assert idle(ask, HONG_KONG + record(), register=f'{REGISTER}status = "{status}"\n') == []


def test_one_name_in_the_mainland_keeps_the_filing_alive(ask: Ask) -> None:
    mainland = record("en", '"alb-x.cn-hangzhou.alb.aliyuncs.com"', "CNAME", '"en"')
    assert idle(ask, HONG_KONG + record() + mainland, "complete = []") == ["compliant"]


@pytest.mark.parametrize(
    "doubtful",
    [
        record("x", "var.x", host='"x"'),  # leads who knows where
        'resource "alicloud_cdn_domain_new" "x" {\n  domain_name = var.x\n}\n',  # may be a name of this domain
        record("x", '"ns1.example.org"', "NS", '"x"'),  # answered by others
    ],
)
def test_what_may_be_in_the_mainland_makes_doubt(doubtful: str, ask: Ask) -> None:
    assert idle(ask, 'variable "x" {}\n' + HONG_KONG + record() + doubtful) == ["cannot-tell"]


def test_the_zone_names_its_own_servers_and_a_listed_zone_below_it_counts(ask: Ask) -> None:
    own = record("own", '"ns1.example.org"', "NS", '"@"')
    below = record("below", '"ns1.example.org"', "NS", '"shop"')
    assert idle(ask, HONG_KONG + record() + own) == ["violation"]
    both = 'complete = ["zone:example.cn", "zone:shop.example.cn"]'
    assert idle(ask, HONG_KONG + record() + below, both) == ["violation"]


RISK = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\nrisks = [{{ what = "域名", deadline = {} }}]\n'


@pytest.mark.parametrize(
    ("deadline", "on", "severity"),
    [
        ('"2026-12-15"', "2026-12-15", "warning"),  # that day is the last
        ('"2026-12-15"', "2026-12-16", "error"),
        ("2026-12-15", "2026-12-16", "error"),
        ('"2026年12月15日0点"', "2026-12-14", "warning"),
        ('"2026年12月15日0点"', "2026-12-15", "error"),  # the midnight before that day
        ('"2026年12月15日"', "2026-12-15", "warning"),
        ('"soon"', "2030-01-01", "warning"),
        ('"2026-02-30"', "2030-01-01", "warning"),
    ],
)
def test_a_risk_is_an_error_once_its_deadline_has_passed(deadline: str, on: str, severity: str, ask: Ask) -> None:
    (finding,) = ask({"scan.toml": RISK.format(deadline)}, "ICP104", on=on)["findings"]
    assert (finding["outcome"], finding["severity"], finding["filing_domain"]) == ("violation", severity, "example.cn")
    assert "域名" in finding["evidence"][0]["message"]


def test_a_register_beside_the_scan_makes_no_second_finding(ask: Ask) -> None:
    files = {"filings.toml": REGISTER, "scan.toml": RISK.format('"2026-12-15"')}
    assert [f["outcome"] for f in ask(files, "ICP104")["findings"]] == ["violation"]


def test_every_risk_is_said_the_most_urgent_first(ask: Ask) -> None:
    risks = (
        '{ what = "later", deadline = "2027-01-01" }, { what = "sooner", deadline = "2026-12-01" }, { what = "some" }'
    )
    scan = f'[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\nrisks = [{risks}]\n'
    (finding,) = ask({"scan.toml": scan}, "ICP104")["findings"]
    words = [e["message"].split(": ")[1].split(";")[0] for e in finding["evidence"]]
    assert words == ["sooner", "later", "some"]
