"""Whatever a service does, a scan ends in time, with little memory, and says what it did not read."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from cloud import KEYS, Cloud, Scan, unread
from misbehaving import ODD, SLOW, in_time, serving

from icplint.alibaba import client, sources
from icplint.live import pace
from icplint.model import limit


def outcome(run: Any) -> list[str]:
    findings = json.loads(run.out)["findings"]
    return [f["outcome"] for f in findings if (f["code"], f["subject"]["key"]) == ("ICP101", "www.example.cn")]


@pytest.fixture
def some(tmp_path: Path) -> tuple[str, ...]:
    """A scan of one region that asks no more than is told, with a register that does not hold the name."""
    register = tmp_path / "filings.toml"
    register.write_text('[[filing]]\ndomain = "other.cn"\nlicence = "京ICP备2023001234号-1"\n', encoding="utf-8")
    return ("--region", "cn-hangzhou", "--no-lookup", "--filings", str(register), "--format", "json")


@pytest.mark.parametrize("product", ["cdn", "oss", "fc"])
@pytest.mark.parametrize("how", SLOW)
def test_a_service_that_does_not_come_to_an_end_costs_its_own_lists(
    scan: Scan, monkeypatch: pytest.MonkeyPatch, some: tuple[str, ...], how: str, product: str
) -> None:
    monkeypatch.setattr(client, "TIMEOUT", 1.0)  # the others answer in less, on a busy machine too
    monkeypatch.setattr(pace, "ATTEMPTS", 2)
    with serving(SLOW[how]) as url, in_time(2 * 1 + 2):
        run = scan("--endpoint", f"{product}={url}", "--products", f"ecs,vpc,alidns,companyreg,{product}", *some)
    assert {what.partition(":")[0] for what in unread(run)} == {product}
    assert all(why.startswith("no answer") for why in unread(run).values())
    assert (run.code, outcome(run)) == (2, ["violation"])


@pytest.mark.parametrize("how", SLOW)
def test_the_limit_holds_where_every_service_misbehaves(scan: Scan, how: str) -> None:
    with serving(SLOW[how]) as url, in_time(1 + 2):
        run = scan("--endpoint", url, "--format", "json", "--timeout", "1s", "--products", "ecs,oss,cdn")
    assert unread(run)
    assert run.code == 2


@pytest.mark.parametrize("product", ["cdn", "oss"])
@pytest.mark.parametrize("how", ODD)
def test_an_odd_reply_costs_that_list_only(scan: Scan, some: tuple[str, ...], how: str, product: str) -> None:
    with serving(ODD[how]) as url:
        run = scan("--endpoint", f"{product}={url}", "--products", f"ecs,vpc,alidns,companyreg,{product}", *some)
    assert "defect" not in run.err
    assert {what.partition(":")[0] for what in unread(run)} == {product}
    assert (run.code, outcome(run)) == (2, ["violation"])


def test_a_reply_has_a_most_of_bytes(scan: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limit.limited_body, "__defaults__", (4 * 1024 * 1024,))
    with serving(SLOW["endless"]) as url:
        run = scan("--endpoint", f"cdn={url}", "--format", "json", "--products", "cdn", "--no-lookup")
    assert "> 4 MB" in unread(run)["cdn:DescribeUserDomains"]


@pytest.mark.parametrize("how", ["drip_head", "drip_body", "hang", "endless"])
def test_keys_that_do_not_come_are_not_waited_for(
    scan: Scan, cloud: Cloud, monkeypatch: pytest.MonkeyPatch, how: str, tmp_path: Path
) -> None:
    for name in ("ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(sources.NO_METADATA, "true")
    with serving(SLOW[how]) as url:
        monkeypatch.setenv(sources.URI, url)
        with in_time(1 + 2):
            run = scan("--timeout", "1s", "--lang", "en")
    assert "ALIBABA_CLOUD_CREDENTIALS_URI gives no credentials" in run.err
    assert (run.code, sum(cloud.calls.values())) == (2, 0)


def test_keys_that_never_end_are_not_read_on_when_nobody_waits(
    scan: Scan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(sources.NO_METADATA, "true")
    monkeypatch.setattr(limit.limited_body, "__defaults__", (4 * 1024 * 1024,))
    before = set(threading.enumerate())
    with serving(SLOW["endless"]) as url:
        monkeypatch.setenv(sources.URI, url)
        run = scan("--timeout", "20s", "--lang", "en")
    assert "gives no credentials" in run.err
    assert [one.name for one in set(threading.enumerate()) - before if "(run)" in one.name] == []


@pytest.mark.parametrize("how", ["drip_head", "endless"])
def test_a_role_that_is_not_given_in_time_is_not_waited_for(scan: Scan, how: str) -> None:
    with serving(SLOW[how]) as url, in_time(1 + 2):
        role = ("--role-arn", "acs:ram::1234567890123456:role/reader", "--endpoint", f"sts={url}")
        run = scan(*role, "--format", "json", "--timeout", "1s")
    assert (run.code, bool(unread(run))) == (2, True)


def test_keys_are_never_in_what_an_odd_reply_is_said_to_be(scan: Scan) -> None:
    with serving(ODD["page"]) as url:
        run = scan("--endpoint", url, "--format", "json", "--timeout", "2s")
    assert KEYS["LTAI-main"] not in run.out + run.err
    assert "Signature" not in run.out + run.err
