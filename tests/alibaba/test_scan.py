"""`icplint scan` of an account on loopback, through the vendor's SDK."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path
from typing import Any

import pytest
from cloud import Cloud, Parameters, Scan, forbid, throttle
from one_site import instance

from icplint.live import pace


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


def answered(run: Any, code: str) -> set[str]:
    return {f["outcome"] for f in json.loads(run.out)["findings"] if f["code"] == code}


@pytest.mark.parametrize(
    ("products", "code"), [("alidns,ecs,vpc", "ICP301"), ("alidns", "ICP303"), ("ecs,vpc", "ICP301")]
)
def test_what_a_product_that_was_left_out_may_hold_is_not_known(
    scan: Scan, icplint: Scan, cloud: Cloud, tmp_path: Path, products: str, code: str
) -> None:
    def paid_by_the_hour(parameters: Parameters) -> list[Any]:
        return [instance(parameters["RegionId"]) | {"InstanceChargeType": "PostPaid"}]

    cloud.list("DescribeInstances", "Instances.Instance", paid_by_the_hour)
    report = ("--format", "json", "--all", "--lang", "en")
    live = scan("--products", products, "--no-lookup", *report, "--save", str(tmp_path / "saved"))
    assert live.code == 0
    assert answered(live, code) >= {"cannot-tell"}
    assert "violation" not in answered(live, code)
    assert " was not asked (--products), so there may be more than was seen" in live.out
    parts = {part["what"]: part["why"] for part in json.loads(live.out)["unread"]}
    assert {"cdn", "companyreg"} <= {*parts}
    assert {*parts.values()} == {"was not asked (--products)"}
    again = icplint("check", str(tmp_path / "saved"), "--on", "2026-11-24", *report)
    assert json.loads(again.out)["findings"] == json.loads(live.out)["findings"]
    assert json.loads(again.out)["unread"] == json.loads(live.out)["unread"]
    assert again.code == 0


def test_what_was_left_out_is_told_in_a_line(scan: Scan) -> None:
    run = scan("--products", "alidns,ecs,vpc,cdn", "--region", "cn-hangzhou", "--lang", "en")
    said = [line for line in run.out.splitlines() if line.startswith("not read")]
    assert len(said) == 2
    assert any("alb, apigateway, companyreg, dcdn" in line and "(--products)" in line for line in said)
    assert any("cn-hongkong: was not asked (--region)" in line for line in said)


def test_products_with_regions_of_their_own_are_asked_in_those_of_the_user(
    scan: Scan, cloud: Cloud, icplint: Scan, tmp_path: Path
) -> None:
    regions = [{"RegionId": name} for name in ("cn-hangzhou", "cn-shanghai", "ap-southeast-1")]
    cloud.list("ListRegions", "Regions", lambda _p: regions)
    report = ("--format", "json", "--lang", "en")
    live = scan(
        "--region", "cn-shanghai", "--products", "swas,alidns,companyreg", *report, "--save", str(tmp_path / "s")
    )
    parts = {part["what"]: part["why"] for part in json.loads(live.out)["unread"]}
    left_out = {"cn-hangzhou", "ap-southeast-1"}
    assert {what for what, why in parts.items() if why == "was not asked (--region)"} == left_out
    assert not [what for what in parts if "swas" in what]
    assert live.code == 0
    assert answered(live, "ICP303") <= {"cannot-tell"}
    again = icplint("check", str(tmp_path / "s"), "--on", "2026-11-24", *report)
    assert json.loads(again.out)["unread"] == json.loads(live.out)["unread"]
    assert again.code == 0


def test_a_region_that_the_account_does_not_have_is_called_nowhere(scan: Scan, cloud: Cloud) -> None:
    run = scan("--region", "cn-hangzou", "--lang", "en")
    assert run.code == 2
    assert "cn-hangzou: the account has no such region" in run.out
    assert "did you mean cn-hangzhou?" in run.out
    assert cloud.calls["DescribeInstances"] == 0


def test_a_word_that_is_no_region_is_shown_as_it_was_written(scan: Scan) -> None:
    run = scan("--region", "杭州", "--lang", "zh")
    assert run.code == 2
    assert "杭州 不是地域 ID" in run.err


@pytest.mark.parametrize("through", ["", "HTTPS_PROXY"])
def test_a_host_that_takes_no_connection_is_not_asked_again_and_told_once(
    icplint: Scan, monkeypatch: pytest.MonkeyPatch, through: str
) -> None:
    monkeypatch.setattr(pace, "delay", lambda _attempt, _hint: 60.0)
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-main")
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "main-secret")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        if through:
            monkeypatch.setenv(through, closed)
        where = () if through else ("--endpoint", closed)
        began = time.monotonic()
        run = icplint("scan", *where, "--lang", "en", "--timeout", "50s")
    assert time.monotonic() - began < 30
    assert run.code == 2
    said = [line for line in run.out.splitlines() if "takes no connection (connection refused)" in line]
    assert 1 <= len(said) <= 2  # once more for the list of regions, as those of the facts were tried
    assert closed.removeprefix("" if through else "http://") in said[0]
