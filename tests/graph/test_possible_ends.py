"""What is made of an unknown may be any of its known parts: the answer is the one that all ways share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from icplint.graph.build import build
from icplint.graph.graph import Edge, Graph
from icplint.model.vocabulary import Record, Relation
from icplint.policy import Policy
from icplint.registry import registry
from icplint.terraform.instances.configuration import read_configuration
from icplint.terraform.modules.loader import Loader

HEAD = """
provider "alicloud" { region = "cn-hongkong" }
resource "alicloud_instance" "hk" { internet_max_bandwidth_out = 5 }
resource "alicloud_eip_address" "hk" {}
resource "alicloud_eip_address" "other" {}
"""
ASKED = 'alicloud_instance.hk.status == "Running"'
IP = "alicloud_eip_address.hk.ip_address"


def edge(directory: Path, value: str) -> Edge:
    record = f'resource "alicloud_alidns_record" "r" {{\n domain_name = "a.cn"\n rr = "www"\n type = "A"\n value = {value}\n}}'
    (directory / "main.tf").write_text(HEAD + record, encoding="utf-8")
    reading = read_configuration(directory, Loader(directory))
    graph: Graph = build(reading, registry().table, Policy(date(2026, 11, 24)), {})
    (found,) = (
        edge for edge in graph.edges() if edge.relation is Relation.RESOLVES_TO and isinstance(edge.start, Record)
    )
    return found


@pytest.mark.parametrize(
    ("value", "ends", "more"),
    [
        (IP, {"alicloud_eip_address.hk"}, False),
        (f'"${{{IP}}}"', {"alicloud_eip_address.hk"}, False),
        (f"lower(trimspace({IP}))", {"alicloud_eip_address.hk"}, False),
        (f"nonsensitive(sensitive({IP}))", {"alicloud_eip_address.hk"}, False),
        (f'{ASKED} ? "47.96.1.2" : "47.96.1.3"', {"47.96.1.2", "47.96.1.3"}, False),
        (f'{ASKED} ? {IP} : "47.96.1.3"', {"alicloud_eip_address.hk", "47.96.1.3"}, False),
        (f'["47.96.1.2", "47.96.1.3", "47.96.1.4"][{ASKED} ? 0 : 1]', {"47.96.1.2", "47.96.1.3"}, False),
        (f'distinct(compact([{IP}, "47.96.1.2"]))[1]', {"alicloud_eip_address.hk", "47.96.1.2"}, False),
        (f'sort([{IP}, "47.96.1.2"])[0]', {"alicloud_eip_address.hk", "47.96.1.2"}, False),
        ('lookup({ a = "47.96.1.2" }, alicloud_instance.hk.id, "47.96.1.3")', {"47.96.1.2", "47.96.1.3"}, False),
        (f'coalesce({IP}, "47.96.1.2", "47.96.1.3")', {"alicloud_eip_address.hk", "47.96.1.2"}, False),
        (f'[for x in [{IP}, "47.96.1.2"] : x if x != "47.96.1.9"][0]', {"alicloud_eip_address.hk", "47.96.1.2"}, False),
        ('{ for e in [alicloud_eip_address.hk, alicloud_eip_address.other] : e.id => e.ip_address }["x"]',
         {"alicloud_eip_address.hk", "alicloud_eip_address.other"}, False),
        ('"%{ if ' + ASKED + ' }47.96.1.2%{ else }47.96.1.3%{ endif }"', {"47.96.1.2", "47.96.1.3"}, False),
        (f'"a.oss-${{{ASKED} ? "cn-hangzhou" : "cn-beijing"}}.aliyuncs.com"',
         {"a.oss-cn-hangzhou.aliyuncs.com", "a.oss-cn-beijing.aliyuncs.com"}, False),
        ('"app-${alicloud_instance.hk.id}.oss-cn-hangzhou.aliyuncs.com"', {"*.oss-cn-hangzhou.aliyuncs.com"}, False),
        ('format("%s.cn-hangzhou.fc.aliyuncs.com", alicloud_instance.hk.id)', {"*.cn-hangzhou.fc.aliyuncs.com"}, False),
        ('join(".", [alicloud_instance.hk.id, "oss-cn-hangzhou", "aliyuncs.com"])', {"*.oss-cn-hangzhou.aliyuncs.com"}, False),
        ('"oss-${alicloud_instance.hk.id}.aliyuncs.com"', {"alicloud_instance.hk"}, True),
        ('"47.96.1.${length(alicloud_instance.hk.id)}"', {"alicloud_instance.hk"}, True),
        (f'replace({IP}, "47.", "48.")', {"alicloud_eip_address.hk"}, True),
        (f'replace({IP}, " ", "")', {"alicloud_eip_address.hk"}, False),
        (f'replace({IP}, "/[0-9]/", "")', {"alicloud_eip_address.hk"}, True),
        (f'split("/", {IP})[0]', {"alicloud_eip_address.hk"}, False),
        (f'split(".", {IP})[0]', {"alicloud_eip_address.hk"}, True),
        (f'trimprefix({IP}, "ip-")', {"alicloud_eip_address.hk"}, False),
        (f'trimsuffix({IP}, "/32")', {"alicloud_eip_address.hk"}, False),
        (f'trimprefix({IP}, "47.")', {"alicloud_eip_address.hk"}, True),
        (f'trim({IP}, " /")', {"alicloud_eip_address.hk"}, False),
        (f'trim({IP}, " 4")', {"alicloud_eip_address.hk"}, True),
        ('replace(alicloud_instance.hk.host_name, "-", "")', {"alicloud_instance.hk"}, True),
        (f'cidrhost("47.96.0.0/16", length({IP}))', {"alicloud_eip_address.hk"}, True),
        (f"jsondecode(jsonencode({{ a = {IP} }})).a", {"alicloud_eip_address.hk"}, True),
        (f"provider::some::thing({IP})", {"alicloud_eip_address.hk"}, True),
    ],
)  # fmt: skip
def test_a_value_leads_to_all_that_it_may_be(tmp_path: Path, value: str, ends: set[str], more: bool) -> None:
    found = edge(tmp_path, value)
    assert ({end.key for end in found.ends}, found.rest is not None) == (ends, more)


def test_a_suffix_says_nothing_where_longer_names_may_be_of_another_service() -> None:
    suffixes = Policy(date(2026, 11, 24)).suffixes
    assert suffixes.of_all(".aliyuncs.com") is None
    assert suffixes.of_all("cn-hangzhou.aliyuncs.com") is None
    found = suffixes.of_all("x.oss-cn-hangzhou.aliyuncs.com")
    assert found is not None
    assert found.region == "cn-hangzhou"
