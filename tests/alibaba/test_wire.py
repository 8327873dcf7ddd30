"""What leaves the socket is what the vendor's own packages send for the same call (data/calls.json, by record_calls.py)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import pytest
from aliyunsdkcore.request import CommonRequest
from rules import CALLS
from sample_calls import ROWS, pages
from tunnel import Recorder, asked

from icplint.alibaba.client import AlibabaClient
from icplint.alibaba.endpoints import HOME
from icplint.alibaba.keys import Keys
from icplint.alibaba.listing import AlibabaListing, Paging

OTHER_HOSTS: Final = {
    "companyreg:QuerySuccessIcpData": "companyreg.aliyuncs.com",
    "swas:ListInstances": "swas.cn-beijing.aliyuncs.com",
    "swas:ListRegions": "swas.cn-hangzhou.aliyuncs.com",
}
"""Where a product is asked elsewhere than its package does: at the other host of its table, at that of its API page."""
BY_NAME: Final = {row.name: row for row in ROWS}
pytestmark = pytest.mark.filterwarnings("ignore:ssl.* is deprecated")  # by what the SDK carries along


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorder]:
    """A proxy that stands where the vendor's hosts stand."""
    found = Recorder(tmp_path_factory.mktemp("authority"))
    yield found
    found.close()


@pytest.fixture
def client(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> AlibabaClient:
    """The client of a scan, with no endpoint given."""
    for name in ("NO_PROXY", "no_proxy", "https_proxy", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", recorder.url)
    monkeypatch.setenv("ALIBABA_CLOUD_CA_BUNDLE", str(recorder.authority.bundle))
    return AlibabaClient(lambda: Keys("LTAI-one", "secret", None), {})


def sent(row: AlibabaListing, client: AlibabaClient, recorder: Recorder) -> list[dict[str, Any]]:
    """Return what leaves the socket for the pages of a row."""
    recorder.seen.clear()
    for call, extra in pages(row):
        assert client(call, extra).failure is None
    return [asked(one) for one in recorder.seen]


def expected(row: AlibabaListing) -> list[dict[str, Any]]:
    """Return what the vendor's package sends, with the region that its core adds to each call.

    The older packages show it: they are the same core's, and send the client's region wherever the newer do not.
    """
    said = CALLS["calls"][row.name]["newer"]
    region = pages(row)[0][0].region or HOME
    assert all(one["parameters"]["RegionId"] == region for one in CALLS["calls"][row.name]["older"])
    return [
        {
            **one,
            "host": OTHER_HOSTS.get(row.name, one["host"]),
            "parameters": {"RegionId": region, **one["parameters"]},
        }
        for one in said
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_call_leaves_the_socket_as_the_vendors_package_sends_it(
    row: AlibabaListing, client: AlibabaClient, recorder: Recorder
) -> None:
    assert sent(row, client, recorder) == expected(row)


def test_every_row_was_recorded_and_nothing_else() -> None:
    assert {row.name for row in ROWS} == CALLS["calls"].keys()


@pytest.mark.parametrize(
    "spoiled",
    [
        replace(BY_NAME["alidns:DescribeDomainRecords"], parameters={"Domain": "{DomainName}"}),
        replace(BY_NAME["slb:DescribeRules"], parameters={"LoadBalancerId": "{LoadBalancerId}"}),
        replace(BY_NAME["ecs:DescribeInstances"], version="2014-05-15"),
        replace(BY_NAME["vpc:DescribeEipAddresses"], action="DescribeEips"),
        replace(BY_NAME["alb:ListListeners"], paging=Paging.NUMBERS),
        replace(BY_NAME["cdn:DescribeUserDomains"], product="dcdn"),
        replace(BY_NAME["fc:ListCustomDomains"], path="/2023-03-30/custom_domains"),
    ],
    ids=lambda row: row.name,
)
def test_a_row_that_is_spoiled_is_found(spoiled: AlibabaListing, client: AlibabaClient, recorder: Recorder) -> None:
    (row,) = (one for one in ROWS if one.permission == spoiled.permission)
    assert sent(spoiled, client, recorder) != expected(row)


def test_a_call_that_does_not_ask_for_json_is_found(
    client: AlibabaClient, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CommonRequest, "set_accept_format", lambda _self, _format: None)
    for name in ("ecs:DescribeRegions", "fc:ListCustomDomains"):
        found = sent(BY_NAME[name], client, recorder)
        assert [{**one, "format": "JSON"} for one in found] == expected(BY_NAME[name])
        assert found != expected(BY_NAME[name])
