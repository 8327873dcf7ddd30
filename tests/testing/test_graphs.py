"""Graphs for the tests of plugins: of HCL, of documents, of what a scan read; and where two of them differ."""

from __future__ import annotations

import pytest

from icplint.checks.unfiled_domain import CHECK
from icplint.model.cloud import MANIFEST
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Rank, Resource
from icplint.testing import answers, filed, graph, icplint, judged, same, state

HCL = (
    'resource "tencentcloud_eip" "web" {\n  internet_service_provider = "BGP"\n}\n'
    'resource "tencentcloud_dnspod_record" "r" {\n  domain = "example.cn"\n  sub_domain = "www"\n'
    '  record_type = "A"\n  record_line = "默认"\n  value = tencentcloud_eip.web.public_ip\n}\n'
)
RECORD = {
    "domain": "example.cn",
    "sub_domain": "www",
    "record_type": "A",
    "record_line": "默认",
    "value": "203.0.113.9",
}
STATE = state(
    ("tencentcloud_eip.web", {"id": "eip-1", "public_ip": "203.0.113.9"}),
    ("tencentcloud_dnspod_record.r", {"id": "7", **RECORD}),
    provider="tencentcloudstack/tencentcloud",
)


def live(value: str = "203.0.113.9") -> Reading:
    origin = Origin(request="Describe 1")
    things = (("tencentcloud_eip", "eip-1", {"public_ip": "203.0.113.9"}), ("tencentcloud_dnspod_record", "7", RECORD))
    return Reading(
        resources=[
            Resource(kind=kind, address=name, values={**values, "value": value}, origin=origin, rank=Rank.LIVE)
            for kind, name, values in things
        ]
    )


def test_source_state_and_live_replies_are_the_same_things() -> None:
    called = {"tencentcloud_eip.web": "eip-1", "tencentcloud_dnspod_record.r": "7"}
    source = graph(HCL)
    same(source, graph(STATE))
    same(source, graph(live()), called)


def test_where_they_are_not_it_is_said() -> None:
    with pytest.raises(AssertionError, match=r"first has: .*203\.0\.113\.77.*\n.*other has: .*198\.51\.100\.1"):
        same(graph(live("203.0.113.77")), graph(live("198.51.100.1")))


def test_a_check_is_asked_about_a_graph() -> None:
    asked = graph(HCL, filed("tencent", domain="example.com.cn"), environment={"TENCENTCLOUD_REGION": "ap-beijing"})
    assert {key: answer.value for key, answer in answers(CHECK, asked).items()} == {"www.example.cn": True}


def test_what_cannot_be_read_is_no_graph() -> None:
    with pytest.raises(AssertionError):
        graph("resource {")
    with pytest.raises(AssertionError):
        judged("resource {")


def test_the_command_line_sees_no_more_of_the_environment_than_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICPLINT_LANG", "zh")
    assert "Usage" in icplint("--help").out
    assert "用法" in icplint("--help", environment={"ICPLINT_LANG": "zh"}).out
    assert icplint("explain", "no-such-check").code == 2
    assert MANIFEST.endswith(".json")
