"""`icplint eligibility`: the table of instances before the filing system, on two days and in two languages."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Icplint = Callable[..., Any]
NOW, THEN = "2026-11-24", "2018-06-15"

SITE = """\
provider "alicloud" {
  region = "cn-hangzhou"
}
provider "alicloud" {
  alias  = "hongkong"
  region = "cn-hongkong"
}
variable "months" {
  type = number
}
resource "alicloud_instance" "year" {
  instance_charge_type       = "PrePaid"
  period                     = 12
  internet_max_bandwidth_out = 10
}
resource "alicloud_instance" "month" {
  instance_charge_type = "PrePaid"
  period               = 1
}
resource "alicloud_eip_address" "month" {}
resource "alicloud_eip_association" "month" {
  allocation_id = alicloud_eip_address.month.id
  instance_id   = alicloud_instance.month.id
}
resource "alicloud_instance" "payg" {}
resource "alicloud_instance" "some" {
  instance_charge_type       = "PrePaid"
  period                     = var.months
  internet_max_bandwidth_out = 1
}
resource "alicloud_instance" "abroad" {
  provider                   = alicloud.hongkong
  instance_charge_type       = "PrePaid"
  period                     = 12
  internet_max_bandwidth_out = 10
}
"""
CODES = "".join(f'[[service_code]]\ninstance = "alicloud_instance.year"\ndomain = "example{n}.cn"\n' for n in range(2))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a directory with the site and the register, and stand in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").write_text(SITE, encoding="utf-8")
    (tmp_path / "filings.toml").write_text(CODES, encoding="utf-8")
    return tmp_path


def listed(icplint: Icplint, *options: str, on: str = NOW) -> dict[str, dict[str, Any]]:
    run = icplint("eligibility", *options, "--format", "json", "--on", on)
    assert (run.code, run.err) == (0, "")
    report = json.loads(run.out)
    assert report["on"] == on
    return {one["key"].rpartition(".")[2]: one for one in report["instances"]}


def test_every_instance_is_listed_with_its_answer(here: Path, icplint: Icplint) -> None:
    found = listed(icplint)
    assert {name: one["eligible"] for name, one in found.items()} == {
        "year": "yes",
        "month": "no",
        "payg": "no",
        "some": "cannot-tell",
        "abroad": "no",
    }
    assert found["year"]["codes"] == {"issued": 5, "used": 2, "left": 3}
    assert found["year"]["term"] == {"months": 12, "counted": "total", "needed": 3}
    assert (found["month"]["bandwidth"], found["month"]["public"]) == (0, True)  # an elastic address is bound to it
    assert found["payg"]["region"] == "cn-hangzhou"


def test_the_reasons_are_all_that_apply_in_order(here: Path, icplint: Icplint) -> None:
    reasons = {name: [r["message"] for r in one["reasons"]] for name, one in listed(icplint).items()}
    assert reasons["year"] == []
    assert [reason.split("; ")[0].rpartition(" is ")[2] for reason in reasons["payg"][:1]] == ["pay-as-you-go"]
    assert reasons["payg"][1].endswith("has no public bandwidth")
    assert len(reasons["payg"]) == 2
    assert ["outside mainland China" in reason for reason in reasons["abroad"]] == [True]
    assert "variable months has no value" in reasons["some"][0]


def test_variables_settle_it(here: Path, icplint: Icplint) -> None:
    assert listed(icplint, "--var", "months=2")["some"]["eligible"] == "no"
    assert listed(icplint, "--var", "months=3")["some"]["eligible"] == "yes"


def test_a_short_term_says_what_renewing_does(here: Path, icplint: Icplint) -> None:
    found = listed(icplint, "--var", "months=2")
    assert found["month"]["renewal"] == {"months": 2, "from": None}
    assert found["some"]["renewal"] == {"months": 1, "from": None}
    assert [name for name, one in found.items() if one["renewal"]] == ["month", "some"]


def state(created: str, expires: str, period: int) -> str:
    values = {
        "id": "i-bp1example",
        "availability_zone": "cn-hangzhou-h",
        "instance_charge_type": "PrePaid",
        "internet_max_bandwidth_out": 5,
        "create_time": created,
        "expired_time": expires,
        "renewal_status": "AutoRenewal",
        "auto_renew_period": period,
    }
    web = {"type": "alicloud_instance", "name": "web", "mode": "managed", "values": values, "schema_version": 0}
    web |= {"address": "alicloud_instance.web", "provider_name": "registry.terraform.io/aliyun/alicloud"}
    return json.dumps({"format_version": "1.0", "values": {"root_module": {"resources": [web]}}})


@pytest.mark.parametrize(
    ("on", "created", "expires", "period", "start"),
    [
        (NOW, "2026-11-10T08:00Z", "2026-12-10T16:00Z", 1, "2027-01-10"),  # one, two, three months: the second renewal
        (NOW, "2026-11-10T08:00Z", "2026-12-10T16:00Z", 3, "2026-12-10"),
        (THEN, "2018-01-10T08:00Z", "2018-07-10T16:00Z", 1, None),  # there is never more than a month left
        (THEN, "2018-01-10T08:00Z", "2018-07-10T16:00Z", 6, "2018-07-10"),
    ],
)
def test_an_instance_that_renews_itself_has_a_day(
    on: str, created: str, expires: str, period: int, start: str | None, here: Path, icplint: Icplint
) -> None:
    (here / "state.json").write_text(state(created, expires, period), encoding="utf-8")
    assert listed(icplint, "state.json", on=on)["web"]["renewal"]["from"] == start


@pytest.mark.parametrize(("on", "counted", "months"), [(THEN, "remaining", 2), (NOW, "total", 12)])
def test_the_months_are_counted_by_the_rule_of_the_day(
    on: str, counted: str, months: int, here: Path, icplint: Icplint
) -> None:
    year, month = int(on[:4]), int(on[5:7])
    until = f"{year + (month > 10)}-{(month + 1) % 12 + 1:02}-{on[8:]}T16:00Z"
    (here / "state.json").write_text(state(f"{int(until[:4]) - 1}{until[4:]}", until, 1), encoding="utf-8")
    found = listed(icplint, "state.json", on=on)["web"]
    assert found["term"] == {"months": months, "counted": counted, "needed": 3}
    assert found["eligible"] == ("yes" if months >= 3 else "no")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_columns_of_the_table_stand_under_each_other(lang: str, here: Path, icplint: Icplint) -> None:
    run = icplint("eligibility", "--lang", lang, "--on", NOW, "--var", "months=2")
    assert (run.code, run.err) == (0, "")
    rule, blank, heading, *lines = run.out.splitlines()
    assert "https://www.alibabacloud.com/help/doc-detail/36891.htm" in rule
    assert blank == ""
    last = heading.split()[-1]
    places = {columns(line[: len(line) - len(line.split()[-1])]) for line in lines if line.startswith("alicloud_")}
    assert places == {columns(heading[: -len(last)])}
    assert all(not line.endswith(" ") for line in lines)


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def test_without_an_instance_there_is_a_sentence(tmp_path: Path, icplint: Icplint) -> None:
    (tmp_path / "main.tf").write_text('resource "alicloud_oss_bucket" "b" {}\n', encoding="utf-8")
    run = icplint("eligibility", tmp_path, "--lang", "zh")
    assert (run.code, run.err) == (0, "")
    assert run.out.endswith("\n\n已读取的内容中没有任何实例\n")


def test_what_cannot_be_read_is_said_and_ends_with_2(here: Path, icplint: Icplint) -> None:
    run = icplint("eligibility", "nowhere", "--isolated")
    assert run.code == 2
    assert "nowhere does not exist" in run.err


def test_the_table_agrees_with_the_check(here: Path, icplint: Icplint) -> None:
    records = "".join(
        f'resource "alicloud_alidns_record" "{name}" {{\n  domain_name = "{name}.cn"\n  rr = "www"\n  type = "A"\n'
        f"  value = alicloud_slb_load_balancer.{name}.address\n}}\n"
        f'resource "alicloud_slb_load_balancer" "{name}" {{\n  address_type = "internet"\n}}\n'
        f'resource "alicloud_slb_attachment" "{name}" {{\n  load_balancer_id = alicloud_slb_load_balancer.{name}.id\n'
        f"  instance_ids = [alicloud_instance.{name}.id]\n}}\n"
        for name in ("year", "month", "payg", "some")
    )
    (here / "main.tf").write_text(SITE + records, encoding="utf-8")
    report = json.loads(icplint("check", "--select", "ICP301", "--format", "json", "--all", "--on", NOW).out)
    outcomes = {f["subject"]["key"].rpartition(".")[2]: f["outcome"] for f in report["findings"]}
    meaning = {"yes": "compliant", "no": "violation", "cannot-tell": "cannot-tell"}
    found = listed(icplint)
    assert outcomes == {name: meaning[one["eligible"]] for name, one in found.items()} | {"abroad": "compliant"}


@pytest.mark.parametrize("kind", ["alicloud_instance", "alicloud_simple_application_server_instance"])
def test_codes_are_counted_by_the_id_of_a_state(kind: str, here: Path, icplint: Icplint) -> None:
    document = state("2026-01-10T08:00Z", "2027-01-10T16:00Z", 1).replace("alicloud_instance", kind)
    (here / "state.json").write_text(document, encoding="utf-8")
    (here / "filings.toml").write_text(CODES.replace("alicloud_instance.year", "i-bp1example"), encoding="utf-8")
    assert listed(icplint, "state.json")["web"]["codes"] == {"issued": 5, "used": 2, "left": 3}
    (here / "filings.toml").write_text(CODES.replace("alicloud_instance.year", "i-bp2other"), encoding="utf-8")
    assert listed(icplint, "state.json")["web"]["codes"] == {"issued": 5, "used": 0, "left": 5}
