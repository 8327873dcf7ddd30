"""`--save DIR`: whole files, no secret, nobody's other files touched, and the same findings offline."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from cloud import KEYS, TOKENS, Cloud, Parameters, Refusal, Scan, Server, unread

ON = ("--on", "2026-11-24", "--format", "json")
MAIN = "from icplint.cli import main; main()"
PEOPLE = ("张三", "李四")


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir()}


@pytest.mark.parametrize("refused", [None, "DescribeEipAddresses", "DescribeDomainRecords", "DescribeRegions"])
def test_the_findings_are_the_same_offline(
    scan: Scan, icplint: Scan, cloud: Cloud, tmp_path: Path, refused: str | None
) -> None:
    if refused:
        cloud.handlers.pop(refused)
    some = ("--products", "ecs,vpc,alidns,companyreg") if refused == "DescribeRegions" else ()
    live = scan("--save", str(tmp_path / "saved"), "--format", "json", "--all", *some)
    again = icplint("check", str(tmp_path / "saved"), *ON, "--all")
    first, second = json.loads(live.out), json.loads(again.out)
    assert json.dumps(first["findings"]) == json.dumps(second["findings"])
    assert first["unread"] == second["unread"]
    assert live.code == again.code
    assert first["findings"]
    for fmt in ("text", "sarif"):
        live, again = scan("--format", fmt, *some), icplint("check", str(tmp_path / "saved"), *ON[:2], "--format", fmt)
        assert len(live.out.splitlines()) == len(again.out.splitlines())


def test_no_key_token_or_name_of_a_person_is_saved(
    scan: Scan, cloud: Cloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "STS.role")
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEYS["STS.role"])
    monkeypatch.setenv("ALIBABA_CLOUD_SECURITY_TOKEN", TOKENS["STS.role"])
    website = {"SiteRecordNum": "京ICP备2023001234号-1", "DomainList": ["example.cn"], "SiteName": "张三的网站"}
    entity = {"OrganizersName": "李四", "ResponsiblePersonName": "张三", "WebsiteList": [website]}
    website["ResponsiblePersonName"] = "李四"
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {"BaSuccessDataWithRiskList": [entity]}

    def repeats(parameters: Parameters) -> None:
        said = f"server string to sign is:POST&AccessKeyId={parameters['AccessKeyId']}&t={parameters['SecurityToken']}"
        raise Refusal("InvalidParameter", said)

    cloud.trouble["DescribeUserDomains"] = [repeats]
    run = scan("--save", str(tmp_path / "saved"), "--verbose")
    written = b"".join(files(tmp_path / "saved").values()).decode()
    assert "InvalidParameter" in written
    assert "京ICP备2023001234号-1" in written
    for secret in ("STS.role", KEYS["STS.role"], TOKENS["STS.role"], *PEOPLE, "Signature"):
        assert secret not in written + run.out + run.err, secret


def test_a_directory_that_is_no_inventory_is_left_alone(scan: Scan, tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text("{}")
    before = files(tmp_path)
    run = scan("--save", str(tmp_path))
    assert run.code == 2
    assert "no saved inventory" in run.err
    assert files(tmp_path) == before


def test_an_earlier_inventory_is_replaced_and_other_files_in_it_stay(
    scan: Scan, icplint: Scan, cloud: Cloud, tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    scan("--save", str(saved))
    (saved / "notes.json").write_text("mine")
    (saved / "README.md").write_text("mine")
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: [])
    scan("--save", str(saved))
    assert (saved / "notes.json").read_text() == (saved / "README.md").read_text() == "mine"
    assert not [name for name in files(saved) if "DescribeDomainRecords" in name]
    assert icplint("check", str(saved), *ON).code == 0


@pytest.mark.parametrize("how", ["taken away", "cut short", "emptied"])
def test_a_reply_that_is_missing_or_damaged_is_said(scan: Scan, icplint: Scan, tmp_path: Path, how: str) -> None:
    saved = tmp_path / "saved"
    scan("--save", str(saved))
    whole = files(saved)
    asked = [name for name in whole if re.search("Describe|Query", name) and "DescribeRegions" not in name]
    assert len(asked) >= 9
    for name in asked:
        if how == "taken away":
            (saved / name).unlink()
        else:
            (saved / name).write_bytes(whole[name][: len(whole[name]) // 2] if how == "cut short" else b"")
        run = icplint("check", str(saved), *ON, "--all")
        assert run.code == 2, name
        assert unread(run), name
        ours = [f for f in json.loads(run.out)["findings"] if f["code"] == "ICP101"]
        assert [f for f in ours if f["outcome"] == "compliant"] == [], name
        (saved / name).write_bytes(whole[name])


@pytest.fixture
def killed(cloud: Cloud, tmp_path: Path) -> Any:
    """Start a scan, kill it after so many seconds, and return where it saved."""
    server = Server(cloud)
    environment = {**os.environ, "ALIBABA_CLOUD_ACCESS_KEY_ID": "LTAI-main"}
    environment["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = KEYS["LTAI-main"]

    def run(answered: int) -> Path:
        saved = tmp_path / f"killed-{answered}"
        command = [sys.executable, "-c", MAIN, "scan", "--endpoint", server.url, "--save", str(saved)]
        before = sum(cloud.calls.values())
        process = subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=subprocess.DEVNULL)
        end = time.monotonic() + 30
        while sum(cloud.calls.values()) - before < answered and process.poll() is None and time.monotonic() < end:
            time.sleep(0.001)
        process.kill()
        process.wait()
        return saved

    yield run
    server.close()


def test_killed_at_any_moment_what_is_on_disk_is_whole_and_what_is_missing_is_said(
    killed: Callable[[int], Path], icplint: Scan, cloud: Cloud
) -> None:
    records = [
        {"RecordId": str(n), "RR": f"h{n}", "Type": "A", "Value": "47.96.0.1", "Line": "default", "Status": "ENABLE"}
        for n in range(1200)
    ]
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: records)
    some = 0
    for answered in sorted(Random(7).sample(range(1, 13), 6)):  # noqa: S311
        saved = killed(answered)
        for path in saved.glob("*.json"):
            json.loads(path.read_bytes())
        run = icplint("check", str(saved), *ON, "--all")
        assert run.code == 2
        report = json.loads(run.out)
        assert report["unread"] or report["errors"]
        some += len(report["unread"]) > 1
        assert [f for f in report["findings"] if f["code"] == "ICP101" and f["outcome"] == "compliant"] == []
    assert some >= 3
