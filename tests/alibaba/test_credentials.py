"""Keys are found where the vendor's own tools find them, and what a machine lacks is said."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cloud import KEYS, TOKENS, Cloud, Scan, Server

GOOD = ("LTAI-main", KEYS["LTAI-main"])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home directory with two profiles of the aliyun CLI."""
    monkeypatch.setenv("HOME", str(tmp_path))
    mode = {"mode": "AK", "region_id": "cn-hangzhou"}
    profiles = [
        {"name": "good", **mode, "access_key_id": GOOD[0], "access_key_secret": GOOD[1]},
        {
            "name": "temporary",
            "mode": "StsToken",
            "access_key_id": "STS.role",
            "access_key_secret": KEYS["STS.role"],
            "sts_token": TOKENS["STS.role"],
            "region_id": "cn-hangzhou",
        },
    ]
    (tmp_path / ".aliyun").mkdir()
    (tmp_path / ".aliyun" / "config.json").write_text(json.dumps({"current": "good", "profiles": profiles}))
    return tmp_path


@pytest.fixture
def url(cloud: Cloud) -> Any:
    server = Server(cloud)
    yield server.url
    server.close()


def keys_used(cloud: Cloud) -> set[str]:
    return {call["AccessKeyId"] for call in cloud.log}


@pytest.mark.parametrize(("profile", "key"), [("good", "LTAI-main"), ("temporary", "STS.role")])
def test_a_profile_of_the_cli(icplint: Scan, cloud: Cloud, url: str, home: Path, profile: str, key: str) -> None:
    run = icplint("scan", "--endpoint", url, "--profile", profile, "--on", "2026-11-24")
    assert run.code == 1
    assert keys_used(cloud) == {key}


def test_the_current_profile_where_nothing_else_is_said(icplint: Scan, cloud: Cloud, url: str, home: Path) -> None:
    assert icplint("scan", "--endpoint", url, "--on", "2026-11-24").code == 1
    assert keys_used(cloud) == {"LTAI-main"}


def test_two_profiles_are_two_accounts_and_one_that_is_missing_costs_its_own(
    icplint: Scan, url: str, home: Path
) -> None:
    run = icplint("scan", "--endpoint", url, "--profile", "good", "--profile", "nobody", "--format", "json")
    assert [part["what"] for part in json.loads(run.out)["unread"]] == ["nobody/ecs:DescribeRegions"]
    assert run.code == 2


def test_a_profile_that_is_missing_is_said(icplint: Scan, url: str, home: Path) -> None:
    run = icplint("scan", "--endpoint", url, "--profile", "nobody")
    assert run.code == 2
    assert "the profile nobody" in run.err


def test_the_older_names_of_the_environment(
    icplint: Scan, cloud: Cloud, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALICLOUD_ACCESS_KEY", "STS.role")
    monkeypatch.setenv("ALICLOUD_SECRET_KEY", KEYS["STS.role"])
    monkeypatch.setenv("ALICLOUD_SECURITY_TOKEN", TOKENS["STS.role"])
    assert icplint("scan", "--endpoint", url, "--on", "2026-11-24").code == 1
    assert keys_used(cloud) == {"STS.role"}


def test_plain_http_is_for_the_command_line_and_an_endpoint_that_is_none_is_said(
    icplint: Scan, cloud: Cloud, url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    (home / "icplint.toml").write_text(f'[endpoints]\ndefault = "{url}"\n')
    named = ("--config", "icplint.toml", "--lang", "en")
    assert "is not encrypted" in icplint("scan", *named).err
    assert icplint("scan", "--endpoint", url, "--on", "2026-11-24").code == 1
    assert cloud.calls["DescribeInstances"] == 2
    (home / "icplint.toml").write_text("[endpoints]\necs = 7\n")
    assert "a table of URLs" in icplint("scan").err
    (home / "icplint.toml").write_text('[endpoints]\necs = "nonsense"\n')
    assert "is no endpoint" in icplint("scan", *named).err


def test_endpoints_of_a_file_that_was_only_found_get_no_signed_call(
    icplint: Scan, cloud: Cloud, url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    secure = "https://127.0.0.1:9"
    (home / "icplint.toml").write_text(f'[endpoints]\ndefault = "{url}"\n')
    run = icplint("scan", "--products", "ecs", "--timeout", "1s", "--lang", "en")
    assert "note: icplint.toml: its [endpoints] are ignored" in run.err
    assert (
        "已忽略其中的 [endpoints]"
        in icplint("filings", "lookup", "example.cn", "--endpoint", secure, "--lang", "zh").err
    )
    assert sum(cloud.calls.values()) == 0
    (home / "icplint.toml").write_text(f'[endpoints]\ndefault = "{secure}"\n')
    run = icplint("scan", "--config", "icplint.toml", "--products", "ecs", "--timeout", "1s", "--lang", "en")
    assert f"note: signed calls go to {secure}\n" in run.err
    run = icplint("scan", "--endpoint", f"ecs={url}", "--timeout", "1s", "--lang", "zh", "--products", "ecs")
    assert f"签名后的请求将发往 {url}，未加密" in run.err


@pytest.mark.parametrize("missing", ["aliyunsdkcore", "alibabacloud_credentials"])
def test_without_the_extra_there_is_one_sentence(home: Path, missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from icplint.cli import main; main()"
    run = subprocess.run([sys.executable, "-c", code, "scan"], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "pip install 'icplint[aliyun]'" in run.stderr


def test_a_proxy_is_used_but_for_what_is_excepted(
    icplint: Scan, cloud: Cloud, url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", url)
    assert icplint("scan", "--endpoint", "http://somewhere.invalid", "--on", "2026-11-24").code == 1
    assert cloud.calls["DescribeInstances"] == 2
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert icplint("scan", "--endpoint", url, "--on", "2026-11-24").code == 1
    assert cloud.calls["DescribeInstances"] == 4


def test_the_vendors_packages_log_nothing_where_a_user_would_see_it(
    icplint: Scan, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")
    assert icplint("scan", "--endpoint", "http://127.0.0.1:1", "--products", "ecs", "--region", "cn-hangzhou").code == 2
    assert not any(logging.getLogger(name).isEnabledFor(logging.CRITICAL) for name in ("credentials", "aliyunsdkcore"))
    logging.getLogger("credentials").setLevel(logging.INFO)  # as the package does when it is imported
    assert not logging.getLogger("credentials").isEnabledFor(logging.CRITICAL)


def test_no_answer_is_told_without_the_signed_request(
    icplint: Scan, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-main")
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "main-secret")
    run = icplint("scan", "--endpoint", "http://127.0.0.1:1", "--timeout", "1s", "--products", "ecs", "--lang", "en")
    assert run.code == 2
    assert "connection refused" in run.out
    assert "Signature" not in run.out
