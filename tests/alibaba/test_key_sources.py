"""Keys from every place that the vendor's tools know, given on loopback, and what is said where there are none."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alibabacloud_credentials.utils import auth_util
from cloud import KEYS, Cloud, Scan, Server
from keymaker import FACTS, OIDC, Keymaker
from Tea.core import TeaCore

from icplint.alibaba import sources

ARN = "acs:ram::1234:role/icplint"
AK = {"access_key_id": "LTAI-main", "access_key_secret": KEYS["LTAI-main"]}


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Keymaker]:
    """STS and the metadata service on loopback, whatever hosts the vendor's package asks; an empty home directory."""
    found = Keymaker()
    send = TeaCore.do_action

    def local(request: Any, options: Any = None) -> Any:
        request.protocol, request.port, request.headers["host"] = "http", found.port, "127.0.0.1"
        return send(request, options)

    monkeypatch.setattr(TeaCore, "do_action", staticmethod(local))
    monkeypatch.setattr(auth_util, "environment_ecs_metadata_disabled", "false")  # read once, whoever imported it first
    monkeypatch.setattr(sources, "METADATA", ("127.0.0.1", found.port))
    monkeypatch.setenv("HOME", str(tmp_path))
    yield found
    found.close()


@pytest.fixture
def scan(icplint: Scan, cloud: Cloud, maker: Keymaker) -> Iterator[Scan]:
    """Run a scan of the account's instances, without keys in the environment."""
    server = Server(cloud)
    some = ("--products", "ecs", "--region", "cn-hangzhou", "--lang", "en", "--on", "2026-11-24", "--format", "json")
    yield lambda *arguments: icplint("scan", "--endpoint", server.url, *some, *arguments)
    server.close()


def complaint(run: Any) -> str:
    """Return the one sentence on standard error: nothing is said of where calls go that will not be made."""
    (sentence,) = run.err.splitlines()
    return str(sentence)


def keys_used(cloud: Cloud) -> set[str]:
    return {call["AccessKeyId"] for call in cloud.log}


def profile(home: Path, mode: str, **more: Any) -> None:
    """Make a profile the current one; beside it stands one with a key."""
    (home / ".aliyun").mkdir()
    profiles = [{"name": "it", "mode": mode, **more}, {"name": "base", "mode": "AK", **AK}]
    (home / ".aliyun/config.json").write_text(json.dumps({"current": "it", "profiles": profiles}))


def pod(monkeypatch: pytest.MonkeyPatch, home: Path, token: str) -> None:
    (home / "token").write_text(token)
    monkeypatch.setenv("ALIBABA_CLOUD_ROLE_ARN", ARN)
    monkeypatch.setenv("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "acs:ram::1234:oidc-provider/ack")
    monkeypatch.setenv("ALIBABA_CLOUD_OIDC_TOKEN_FILE", str(home / "token"))


def test_the_role_of_a_pod(
    scan: Scan, cloud: Cloud, maker: Keymaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pod(monkeypatch, tmp_path, OIDC)
    assert scan().code != 2
    assert maker.asked == ["AssumeRoleWithOIDC"]
    assert keys_used(cloud) == {"STS.role"}


@pytest.mark.parametrize("how", ["refused", "nobody answers", "no token"])
def test_a_pod_whose_role_is_not_given_is_told_why_without_its_token(
    scan: Scan, maker: Keymaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    pod(monkeypatch, tmp_path, "a-secret-token")
    if how == "nobody answers":
        maker.close()
    if how == "no token":
        (tmp_path / "token").unlink()
    run = scan()
    assert run.code == 2
    assert "ALIBABA_CLOUD_OIDC_TOKEN_FILE gives no credentials: " in complaint(run)
    assert "a-secret-token" not in run.out + run.err


def test_a_credentials_uri(scan: Scan, cloud: Cloud, maker: Keymaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_CREDENTIALS_URI", f"http://127.0.0.1:{maker.port}/keys")
    assert scan().code != 2
    assert keys_used(cloud) == {"STS.role"}
    maker.broken = "out of order"
    run = scan()
    assert "ALIBABA_CLOUD_CREDENTIALS_URI gives no credentials: " in run.err
    assert "out of order" in run.err
    assert run.code == 2


def test_the_role_of_an_instance_by_its_metadata_service(scan: Scan, cloud: Cloud, maker: Keymaker) -> None:
    assert scan().code != 2
    assert "/latest/api/token" in maker.asked
    assert maker.asked[-1] == "/latest/meta-data/ram/security-credentials/web"
    assert keys_used(cloud) == {"STS.role"}


@pytest.mark.parametrize(
    ("mode", "more", "asked", "key"),
    [
        ("AK", AK, [], "LTAI-main"),
        (
            "StsToken",
            {"access_key_id": "STS.role", "access_key_secret": KEYS["STS.role"], "sts_token": FACTS["SecurityToken"]},
            [],
            "STS.role",
        ),
        ("RamRoleArn", {**AK, "ram_role_arn": ARN, "ram_session_name": "x"}, ["AssumeRole"], "STS.role"),
        ("ChainableRamRoleArn", {"source_profile": "base", "ram_role_arn": ARN}, ["AssumeRole"], "STS.role"),
        (
            "EcsRamRole",
            {"ram_role_name": "web"},
            ["/latest/api/token", "/latest/meta-data/ram/security-credentials/web"],
            "STS.role",
        ),
        ("CredentialsURI", {"credentials_uri": "http://metadata.example/keys"}, ["/keys"], "STS.role"),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_each_mode_of_a_profile(
    scan: Scan,
    cloud: Cloud,
    maker: Keymaker,
    tmp_path: Path,
    mode: str,
    more: dict[str, Any],
    asked: list[str],
    key: str,
    named: bool,
) -> None:
    profile(tmp_path, mode, **more)
    run = scan(*(("--profile", "it") if named else ()))
    assert run.code != 2, run.err
    assert maker.asked == asked
    assert keys_used(cloud) == {key}


def test_a_profile_with_a_token_of_a_pod(scan: Scan, cloud: Cloud, maker: Keymaker, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(OIDC)
    more = {"oidc_provider_arn": "acs:ram::1234:oidc-provider/ack", "oidc_token_file": str(tmp_path / "token")}
    profile(tmp_path, "OIDC", ram_role_arn=ARN, **more)
    assert scan("--profile", "it").code != 2
    assert maker.asked == ["AssumeRoleWithOIDC"]


def test_a_profile_with_a_command_leaves_the_file_as_it_is(scan: Scan, cloud: Cloud, tmp_path: Path) -> None:
    said = json.dumps({"mode": "StsToken", "access_key_id": "STS.role", "access_key_secret": KEYS["STS.role"],
                       "sts_token": FACTS["SecurityToken"], "expiration": "2099-01-01T00:00:00Z"})  # fmt: skip
    (tmp_path / "give.py").write_text(f"print({said!r})")
    profile(tmp_path, "External", process_command=f"{sys.executable} {tmp_path / 'give.py'}")
    before = (tmp_path / ".aliyun/config.json").read_bytes()
    assert scan("--profile", "it").code != 2
    assert keys_used(cloud) == {"STS.role"}
    assert (tmp_path / ".aliyun/config.json").read_bytes() == before


@pytest.mark.parametrize(
    ("mode", "more"),
    [
        ("CloudSSO", {"cloud_sso_sign_in_url": "https://x.example/login", "cloud_sso_access_token_expire": 1}),
        ("External", {"process_command": "false"}),
        ("OAuth", {"oauth_site_type": "MARS"}),
        ("RsaKeyPair", {}),
        ("AK", {}),
        ("RamRoleArn", {**AK, "access_key_secret": "another-secret", "ram_role_arn": ARN}),
    ],
)
def test_a_mode_that_gives_nothing_is_told_in_one_sentence(
    scan: Scan, tmp_path: Path, mode: str, more: dict[str, Any]
) -> None:
    profile(tmp_path, mode, **more)
    run = scan("--profile", "it")
    assert run.code == 2
    assert complaint(run).startswith("error: the profile it of the aliyun CLI gives no credentials: ")
    assert "another-secret" not in run.err


@pytest.mark.parametrize("content", ["", "[]", "{", '{"profiles": [7]}', '{"current": "it", "profiles": {"a": 1}}'])
def test_a_file_of_another_shape(scan: Scan, tmp_path: Path, content: str) -> None:
    (tmp_path / ".aliyun").mkdir()
    (tmp_path / ".aliyun/config.json").write_text(content)
    run = scan("--profile", "it")
    assert run.code == 2
    assert complaint(run).startswith("error: ")
