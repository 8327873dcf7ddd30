"""Others meet the test cloud, and icplint meets another's: the vendor's SDK, default hosts, a stand-in written apart."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.http import protocol_type
from aliyunsdkcore.request import AcsRequest, CommonRequest
from aliyunsdkecs.request.v20140526.DescribeInstancesRequest import DescribeInstancesRequest
from aliyunsdkecs.request.v20140526.DescribeRegionsRequest import DescribeRegionsRequest
from cloud import KEYS, Cloud, Scan, Server
from one_site import instance
from stand_in import control, standing_in, trusted, trusting
from tunnel import Authority

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


def test_a_scan_reaches_every_list_at_its_default_host(
    icplint: Scan, cloud: Cloud, proxied: Server, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting(monkeypatch, proxied.url, str(authority.bundle), KEY, KEYS[KEY])
    run = icplint("scan", "--format", "json", "--on", "2026-11-24")
    assert json.loads(run.out)["unread"] == []
    assert run.code == 1
    assert len(cloud.calls) > 30


def test_a_scan_of_the_stand_in_needs_a_key_a_proxy_and_its_certificates(
    icplint: Scan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing_in(tmp_path) as where:
        trusted(monkeypatch, where)
        run = icplint("scan", "--format", "json", "--all")
        stats = control(where, "/stats")
    assert json.loads(run.out)["unread"] == []
    assert run.code in {0, 1}
    assert stats["xml_replies"] == stats["signature_failures"] == 0
    assert stats["unknown_actions"] == stats["write_actions"] == stats["listed_twice"] == {}
