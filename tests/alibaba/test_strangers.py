"""Others meet the test cloud, and icplint meets another's: the vendor's SDK, default hosts, a stand-in written apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.request import Request, urlopen

import pytest
from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.http import protocol_type
from aliyunsdkcore.request import AcsRequest, CommonRequest
from aliyunsdkecs.request.v20140526.DescribeInstancesRequest import DescribeInstancesRequest
from aliyunsdkecs.request.v20140526.DescribeRegionsRequest import DescribeRegionsRequest
from cloud import KEYS, Cloud, Scan, Server
from conftest import instance
from misbehaving import in_time
from tunnel import Authority

STAND_IN: Final = Path(__file__).parents[3] / "shared/tools/cloud"
CA: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "ALIBABA_CLOUD_CA_BUNDLE")
KEY: Final = "LTAI-main"
pytestmark = pytest.mark.filterwarnings("ignore:ssl.* is deprecated")  # by what the SDK carries along


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Vouches for the default hosts."""
    return Authority(tmp_path)


@pytest.fixture
def proxied(cloud: Cloud, authority: Authority) -> Iterator[Server]:
    """The account behind the default hosts."""
    server = Server(cloud, authority=authority)
    yield server
    server.close()


def answered(request: AcsRequest, server: Server, bundle: Path) -> Any:
    """Ask with the vendor's SDK, at its own endpoint."""
    proxy = {"https": server.url}
    client = AcsClient(KEY, KEYS[KEY], "cn-hangzhou", proxy=proxy, verify=str(bundle), auto_retry=False)
    request.set_protocol_type(protocol_type.HTTPS)
    return json.loads(client.do_action_with_exception(request))


def test_the_vendors_sdk_reads_the_account(cloud: Cloud, proxied: Server, authority: Authority) -> None:
    held = [instance("cn-hangzhou") | {"InstanceId": f"i-{n}"} for n in range(30)]
    cloud.list("DescribeInstances", "Instances.Instance", lambda _p: held)
    regions = answered(DescribeRegionsRequest(), proxied, authority.bundle)
    assert [one["RegionId"] for one in regions["Regions"]["Region"]] == ["cn-hangzhou", "cn-hongkong"]
    found: list[str] = []
    token: str | None = ""
    while token is not None:
        request = DescribeInstancesRequest()
        request.set_MaxResults(20)
        request.set_NextToken(token)
        body = answered(request, proxied, authority.bundle)
        found += [one["InstanceId"] for one in body["Instances"]["Instance"]]
        token = body["NextToken"] or None
    assert found == [one["InstanceId"] for one in held]


def spoiled(action: str, version: str, host: str, **parameters: str) -> CommonRequest:
    request = CommonRequest(domain=host, version=version, action_name=action)
    request.set_method("POST")
    for name, value in parameters.items():
        request.add_query_param(name, value)
    return request


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("DescribeDomains", "2015-01-09", "alidns.aliyuncs.com", {"Page": "1"}), "UnsupportedParameter"),
        (("DescribeDomains", "2015-01-09", "alidns.aliyuncs.com", {"PageSize": "101"}), "InvalidParameter"),
        (("DescribeDomains", "2015-01-09", "cdn.aliyuncs.com", {}), "InvalidAction.NotFound"),
        (("DescribeDomainRecords", "2015-01-09", "alidns.aliyuncs.com", {}), "MissingDomainName"),
        (("DescribeInstances", "2014-05-26", "ecs.cn-beijing.aliyuncs.com", {}), "InvalidAction.NotFound"),
        (("ListSites", "2024-09-10", "esa.cn-hangzhou.aliyuncs.com", {}), "UnsupportedHTTPMethod"),
    ],
)
def test_what_the_vendor_would_refuse_is_refused(
    cloud: Cloud, proxied: Server, authority: Authority, asked: tuple[str, str, str, dict[str, str]], code: str
) -> None:
    action, version, host, parameters = asked
    with pytest.raises(ServerException) as refusal:
        answered(spoiled(action, version, host, **parameters), proxied, authority.bundle)
    assert refusal.value.get_error_code() == code
    assert sum(cloud.calls.values()) == 0


def test_who_does_not_ask_for_json_is_answered_in_xml(proxied: Server, authority: Authority) -> None:
    client = AcsClient(KEY, KEYS[KEY], "cn-hangzhou", proxy={"https": proxied.url}, verify=str(authority.bundle))
    request = DescribeRegionsRequest()
    request.set_protocol_type(protocol_type.HTTPS)
    _, _, body, _ = client._implementation_of_do_action(request)  # noqa: SLF001 - the way that sets no format
    assert [one.text for one in ET.fromstring(body).iter("RegionId")] == ["cn-hangzhou", "cn-hongkong"]  # noqa: S314


def trusting(environment: pytest.MonkeyPatch, proxy: str, bundle: str, key: str, secret: str) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "CURL_CA_BUNDLE"):
        environment.delenv(name, raising=False)
    for name in CA:
        environment.setenv(name, bundle)
    environment.setenv("HTTPS_PROXY", proxy)
    environment.setenv("NO_PROXY", "127.0.0.1")
    environment.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", key)
    environment.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret)
    environment.setenv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")


def test_a_scan_reaches_every_list_at_its_default_host(
    icplint: Scan, cloud: Cloud, proxied: Server, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting(monkeypatch, proxied.url, str(authority.bundle), KEY, KEYS[KEY])
    run = icplint("scan", "--format", "json", "--on", "2026-11-24")
    assert json.loads(run.out)["unread"] == []
    assert run.code == 1
    assert len(cloud.calls) > 30


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The stand-in with an account of its own, as a proxy in front of the default hosts."""
    if not STAND_IN.is_dir():
        pytest.skip("the stand-in of the live service is not here")
    ready = tmp_path / "ready.json"
    command = [sys.executable, str(STAND_IN / "cloud.py"), str(STAND_IN / "demo.json")]
    with subprocess.Popen(
        [*command, "--tls-dir", str(tmp_path), "--ready", str(ready)], stdout=subprocess.PIPE, env={**os.environ}
    ) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.terminate()


def test_a_scan_of_the_stand_in_needs_a_key_a_proxy_and_its_certificates(
    icplint: Scan, stand_in: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (key, *_) = json.loads((STAND_IN / "demo.json").read_text(encoding="utf-8"))["keys"]
    trusting(monkeypatch, stand_in["url"], stand_in["ca"], key["id"], key["secret"])
    run = icplint("scan", "--format", "json", "--all")
    assert json.loads(run.out)["unread"] == []
    assert run.code in {0, 1}
    with urlopen(f"{stand_in['control']}/stats") as stream:  # noqa: S310 - on loopback
        stats = json.load(stream)
    assert stats["xml_replies"] == stats["signature_failures"] == 0
    assert stats["unknown_actions"] == stats["write_actions"] == stats["listed_twice"] == {}


TIMEOUT: Final = 3


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        ("hang", "alidns:DescribeDomainRecords"),
        ("close", "cdn:DescribeUserDomains"),
        ("cut", "ecs:DescribeInstances"),
        ("truncate", "alb:ListListeners"),
        ("empty-page", "alidns:DescribeDomains"),
    ],
)
def test_a_fault_of_one_list_is_never_a_pass_and_never_takes_longer_than_the_limit(
    icplint: Scan, stand_in: dict[str, str], monkeypatch: pytest.MonkeyPatch, kind: str, action: str
) -> None:
    (key, *_) = json.loads((STAND_IN / "demo.json").read_text(encoding="utf-8"))["keys"]
    trusting(monkeypatch, stand_in["url"], stand_in["ca"], key["id"], key["secret"])
    fault = {"kind": kind, "action": action, "seconds": 60}
    control(stand_in, "/faults", [fault])
    some = ("--products", action.partition(":")[0], "--region", "cn-shanghai", "--timeout", f"{TIMEOUT}s")
    with in_time(TIMEOUT + 2):
        run = icplint("scan", "--format", "json", *some)
    assert run.code == 2
    assert {part["what"].partition("@")[0] for part in json.loads(run.out)["unread"]} >= {action}
    assert control(stand_in, "/stats")["calls"][action]


def control(stand_in: dict[str, str], path: str, body: Any = None) -> Any:
    request = Request(  # noqa: S310 - on loopback
        stand_in["control"] + path, None if body is None else json.dumps(body).encode()
    )
    with urlopen(request) as stream:  # noqa: S310
        return json.load(stream)
