"""An account on loopback, and `icplint scan` of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from aliyunsdkcore.endpoint import default_endpoint_resolver
from cloud import KEYS, Cloud, Scan, Server
from one_site import instance, record

from icplint.live import pace


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a hundredth of a second between attempts, not seconds."""
    monkeypatch.setattr(pace, "delay", lambda _attempt, _hint: 0.01)


@pytest.fixture(autouse=True, scope="session")
def parsed_once() -> Iterator[None]:
    """Let the SDK parse its table of endpoints once, not for each client; icplint says itself where a call goes."""
    patch = pytest.MonkeyPatch()
    table = default_endpoint_resolver.LocalConfigRegionalEndpointResolver
    patch.setattr(default_endpoint_resolver, table.__name__, cache(table))
    yield
    patch.undo()


@pytest.fixture
def cloud() -> Cloud:
    """One instance in Hangzhou that example.cn points at; nothing else, and no filing."""
    found = Cloud(quiet=True)
    found.list(
        "DescribeRegions", "Regions.Region", lambda _p: [{"RegionId": "cn-hangzhou"}, {"RegionId": "cn-hongkong"}]
    )
    found.list("DescribeInstances", "Instances.Instance", lambda p: [instance(p["RegionId"])])
    found.list("DescribeEipAddresses", "EipAddresses.EipAddress", lambda _p: [])
    found.list("DescribeLoadBalancers", "LoadBalancers.LoadBalancer", lambda _p: [])
    found.list("DescribeUserDomains", "Domains.PageData", lambda _p: [])
    found.list("DescribeDomains", "Domains.Domain", lambda _p: [{"DomainName": "example.cn"}])
    found.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: [record("www", "47.96.0.1")])
    found.handlers["QuerySuccessIcpData"] = lambda _p: {"Success": True, "BaSuccessDataWithRiskList": []}
    found.handlers["CheckCdnDomainICP"] = lambda _p: {"Status": "DomainNotRegistration"}
    return found


@pytest.fixture
def scan(cloud: Cloud, icplint: Scan, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scan]:
    """Run `icplint scan` against the account, with the keys in the environment."""
    server = Server(cloud)
    key = "LTAI-main"
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", key)
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEYS[key])
    yield lambda *arguments: icplint("scan", "--endpoint", server.url, "--on", "2026-11-24", *arguments)
    server.close()


@pytest.fixture
def filings(cloud: Cloud, icplint: Scan, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scan]:
    """Run `icplint filings` against the account."""
    server = Server(cloud)
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-main")
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEYS["LTAI-main"])
    yield lambda command, *arguments: icplint("filings", command, "--endpoint", server.url, *arguments)
    server.close()
