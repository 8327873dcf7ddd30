"""The contract of every plugin, and what is special to this one: records at the apex, and what they lead to."""

from __future__ import annotations

import pytest
from icplint_example import PLUGIN

from icplint.testing import PluginContract, graph, judged, same, state

RECORD = """
resource "dnsimple_zone_record" "r" {{
  zone_name = "example.cn"
  name      = "{name}"
  type      = "CNAME"
  value     = "site.oss-cn-hangzhou.aliyuncs.com"
}}
"""


class TestContract(PluginContract):
    """Everything that icplint demands of a plugin."""

    plugin = PLUGIN


@pytest.mark.parametrize(("name", "host"), [("", "example.cn"), ("www", "www.example.cn")])
def test_a_record_leads_where_its_value_does(name: str, host: str) -> None:
    found = judged(RECORD.format(name=name), plugins=[PLUGIN])
    assert found.of("ICP101") == {host: "violation"}


def test_a_state_has_the_graph_of_the_source() -> None:
    values = {
        "id": "5",
        "zone_name": "example.cn",
        "name": "www",
        "type": "CNAME",
        "value": "site.oss-cn-hangzhou.aliyuncs.com",
        "qualified_name": "www.example.cn",
    }
    document = state(("dnsimple_zone_record.r", values), provider="dnsimple/dnsimple")
    same(graph(RECORD.format(name="www"), plugins=[PLUGIN]), graph(document, plugins=[PLUGIN]))
