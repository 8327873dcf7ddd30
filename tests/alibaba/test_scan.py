"""`icplint scan` of an account on loopback, through the vendor's SDK."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cloud import Cloud, Scan, forbid, throttle


def codes(run: Any) -> list[tuple[str, str, str]]:
    found = json.loads(run.out)["findings"]
    return [(f["code"], f["outcome"], f["subject"]["key"]) for f in found]


def test_an_unfiled_name_on_an_instance_is_a_violation_with_the_calls_as_its_places(scan: Scan) -> None:
    run = scan("--format", "json", "--select", "ICP101")
    assert codes(run) == [("ICP101", "violation", "www.example.cn")]
    evidence = json.loads(run.out)["findings"][0]["evidence"]
    assert [e["origin"]["request"].split()[0] for e in evidence if "request" in e["origin"]] == [
        "DescribeDomainRecords",
        "DescribeDomainRecords",
        "DescribeInstances",
        "CheckCdnDomainICP",
    ]
    assert run.code == 1


def test_a_name_filed_elsewhere_must_be_transferred(scan: Scan, cloud: Cloud) -> None:
    cloud.handlers["CheckCdnDomainICP"] = lambda _p: {"Status": "DomainIsRegistration"}
    assert codes(scan("--format", "json", "--select", ["ICP101", "ICP201"][1])) == [
        ("ICP201", "violation", "www.example.cn")
    ]


def test_what_the_filing_system_lists_is_filed_with_alibaba_cloud(scan: Scan, cloud: Cloud) -> None:
    website = {"SiteRecordNum": "京ICP备2023001234号-1", "DomainList": ["example.cn"]}
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {
        "Success": True,
        "BaSuccessDataWithRiskList": [{"IcpNumber": "京ICP备2023001234号", "WebsiteList": [website]}],
    }
    run = scan("--format", "json", "--select", "ICP1", "--select", "ICP2", "--all")
    outcomes = {code: outcome for code, outcome, _ in codes(run)}
    assert outcomes["ICP101"] == outcomes["ICP201"] == "compliant"
    assert cloud.calls["CheckCdnDomainICP"] == 0


def test_what_is_refused_is_a_gap_and_ends_in_2(scan: Scan, cloud: Cloud) -> None:
    cloud.trouble["DescribeUserDomains"] = [forbid]
    run = scan("--format", "json")
    unread = json.loads(run.out)["unread"]
    assert [part["what"] for part in unread] == ["cdn:DescribeUserDomains"]
    assert "Forbidden.RAM" in unread[0]["why"]
    assert "grant cdn:DescribeUserDomains" in unread[0]["why"]
    assert run.code == 2


def test_a_throttled_call_is_made_again(scan: Scan, cloud: Cloud) -> None:
    cloud.trouble["DescribeInstances"] = [throttle(1), throttle(1), throttle(1)]
    assert codes(scan("--format", "json", "--select", "ICP101")) == [("ICP101", "violation", "www.example.cn")]
    assert cloud.calls["DescribeInstances"] == 5


def test_a_saved_inventory_gives_the_same_report(scan: Scan, icplint: Scan, tmp_path: Path) -> None:
    live = scan("--format", "json", "--save", str(tmp_path / "inventory"))
    again = icplint("check", str(tmp_path / "inventory"), "--on", "2026-11-24", "--format", "json")
    first, second = json.loads(live.out), json.loads(again.out)
    assert first["findings"] == second["findings"]
    assert first["findings"]


@pytest.mark.parametrize("wrong", ["secret", "key"])
def test_a_wrong_key_is_said(scan: Scan, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    name = "ALIBABA_CLOUD_ACCESS_KEY_SECRET" if wrong == "secret" else "ALIBABA_CLOUD_ACCESS_KEY_ID"
    monkeypatch.setenv(name, "nonsense")
    run = scan()
    assert run.code == 2
    assert "nonsense" not in run.out + run.err
