"""Data sources: what is looked up lies where its provider looks; each of a modelled product has a row or a reason.

`data/data_sources/` holds a configuration, and the plan that Terraform made of it, with what the data sources returned.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.registry import registry
from icplint.testing import judged

DATA: Final = Path(__file__).with_name("data") / "data_sources"
SCHEMA: Final = Path(__file__).parents[3] / "shared" / "reference" / "alicloud-schema.json.gz"
RECORD: Final = 'resource "alicloud_alidns_record" "r" {\n  domain_name = "example.cn"\n  rr = "www"\n  type = "A"\n  value = %s\n}\n'
IN: Final = 'provider "alicloud" {\n  region = "%s"\n}\n'
REASONS: Final = {
    r"_(acls?|zones|tags|service|services|regions|plans|types|families|keywords|templates?|policies|permissions)$": (
        "settings, prices and lists of what can be bought: no visitor arrives there"
    ),
    r"(certificate|_ca_|tls_cipher|ascript|log_|logs?_|flow_log|monitor|alarm|backup|_quota|address_book|waf_rule)": (
        "certificates, scripts, logs and rules: no visitor arrives there"
    ),
    r"(alidns|dns)_": "records and zones that are looked up are declared elsewhere, and no value leads to one",
    r"^api_gateway_(apis|apps|backends|models|plugins)": "parts of a group, which has the name",
    r"^cdn_": "settings of domains, and whose address one is: none has a CNAME",
    r"^cs_": "clusters and their settings: visitors arrive at the balancers of their services",
    r"^dcdn_(kv|waf)": "settings of domains: none has a CNAME",
    r"^ddoscoo_": "lists without an address or a CNAME",
    r"^(eci_(image|virtual)|ecs_(?!network_interfaces$)|ens_key|ess_|images?$|snapshots)": (
        "what machines are made of, and groups of them without addresses: what leads there leads into the unknown"
    ),
    r"^esa_": "sites and their settings: records have the names",
    r"^(fc_(custom_domains|functions)|fcv3_functions)": "no CNAME, and no address: triggers have the names",
    r"^ga_": "parts of an accelerator, which has the names, or whose address sets do",
    r"^(alb|nlb|slb)_(listeners|rules|server_groups|server_group_server_attachments|attachments|backend_servers)": (
        "parts of a balancer, which has the addresses: what leads there leads into the unknown"
    ),
    r"^slb_(domain_extensions|master_slave_server_groups)": "parts of a balancer, which has the addresses",
    r"^forward_entries|^vpc_nat_ip": "parts of a gateway, which has the addresses",
    r"^mse_(clusters|engine|nacos|znodes)": "registries inside a network: gateways have the addresses",
    r"^network_acls|^vpcs$|^vpc_(?!ipv6_addresses$)|^gwlb": "networks and their settings: no visitor arrives there",
    r"^oss_bucket_objects": "objects of a bucket, which has the name",
    r"^sae_": "applications and their settings: a balancer has the address",
    r"^simple_application_server_(?!instances$)": "parts of servers, which have the addresses",
    r"^wafv?3?_(instances|defense)": "firewalls without names: their domains have the CNAMEs",
}
"""What no row is needed for -> why."""


def schema() -> dict[str, Any]:
    """Return the provider's schema, where it is beside the checkout."""
    if not SCHEMA.is_file():
        pytest.skip("the provider's schema is not beside the checkout")
    found: dict[str, Any] = json.loads(gzip.decompress(SCHEMA.read_bytes()))
    return found


def test_each_data_source_of_a_modelled_product_has_a_row_or_a_reason() -> None:
    table = registry().table
    products = {kind.split("_")[1] for kind in table if kind.startswith("alicloud_")}
    products |= {f"{word}s" for word in products}
    kinds = [kind.removeprefix("data/alicloud_") for kind in schema() if kind.startswith("data/alicloud_")]
    asked = [kind for kind in kinds if kind.split("_")[0] in products]
    assert len(asked) > 200
    lacking = [kind for kind in asked if f"data.alicloud_{kind}" not in table]
    assert [kind for kind in lacking if not any(re.search(reason, kind) for reason in REASONS)] == []


def test_rows_read_attributes_that_there_are() -> None:
    known = schema()
    for kind, rows in registry().table.items():
        if kind.startswith("data.alicloud_"):
            block = known[kind.replace("data.", "data/")]["block"]
            attributes = {*block["attributes"], *block.get("block_types", ())}
            assert all(path.split("[")[0] in attributes for row in rows for path in getattr(row, "private", ())), kind


@pytest.mark.parametrize(("region", "answer"), [("cn-shanghai", "violation"), ("ap-southeast-1", "compliant")])
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("alicloud_eip_addresses", "addresses[0].ip_address"),
        ("alicloud_eips", "eips.0.ip_address"),
        ("alicloud_instances", "instances[0].public_ip"),
        ("alicloud_simple_application_server_instances", "instances[0].public_ip_address"),
        ("alicloud_eci_container_groups", "groups[0].internet_ip"),
        ("alicloud_mse_gateways", "gateways[0].slb_list[0].slb_ip"),
    ],
)
def test_what_is_looked_up_lies_in_the_region_of_its_provider(kind: str, value: str, region: str, answer: str) -> None:
    site = IN % region + f'data "{kind}" "d" {{\n}}\n' + RECORD % f"data.{kind}.d.{value}"
    assert judged(site).of("ICP101") == {"www.example.cn": answer}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("alicloud_slb_load_balancers", "balancers[0].address"),  # public or not
        ("alicloud_nat_gateways", "gateways[0].ip_lists[0]"),
        ("alicloud_ga_ip_sets", "sets[0].ip_address_list[0]"),  # in any region
        ("alicloud_eipanycast_anycast_eip_addresses", "addresses[0].ip_address"),
        ("alicloud_oss_buckets", "buckets[0].name"),
        ("alicloud_dcdn_domains", "domains[0].cname"),
    ],
)
def test_what_a_data_source_does_not_tell_is_doubt(kind: str, value: str) -> None:
    site = IN % "cn-shanghai" + f'data "{kind}" "d" {{\n}}\n' + RECORD % f"data.{kind}.d.{value}"
    found = judged(site)
    assert found.of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert any("is looked up" in sentence for sentence in found.why("ICP101", "www.example.cn"))


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        ("dcdn_domain", 'ids = ["www.example.cn", "not a name"]'),
        ("dcdn_ipa_domain", 'domain_name = "www.example.cn"'),
        ("vod_domain", 'ids = ["www.example.cn"]'),
        ("wafv3_domain", 'instance_id = "i"\n  domain = "www.example.cn"'),
    ],
)
def test_a_name_that_is_looked_up_as_an_accelerated_one_is_asked_about(kind: str, arguments: str) -> None:
    site = IN % "cn-shanghai" + f'data "alicloud_{kind}s" "d" {{\n  {arguments}\n}}\n'
    assert judged(site).of("ICP101") == {"www.example.cn": "cannot-tell"}
    name = "domain" if kind == "wafv3_domain" else "domain_name"
    abroad = f'resource "alicloud_{kind}" "r" {{\n  {name} = "www.example.cn"\n  scope = "overseas"\n}}\n'
    if kind.startswith("dcdn"):
        assert judged(site + abroad).of("ICP101") == judged(abroad).of("ICP101")


def test_a_private_address_of_what_is_looked_up_serves_nobody() -> None:
    kind = "alicloud_instances"
    site = IN % "cn-shanghai" + f'data "{kind}" "d" {{\n}}\n' + RECORD % f"data.{kind}.d.instances[0].private_ip"
    assert judged(site).of("ICP101") == {"www.example.cn": "compliant"}


def test_of_instances_that_are_looked_up_there_may_be_any_number() -> None:
    """Neither a code that one of them lacks, nor a shortage of codes, is certain."""
    records = "".join(
        f'resource "alicloud_alidns_record" "r{n}" {{\n  domain_name = "example{n}.cn"\n  rr = "www"\n  type = "A"\n'
        f"  value = data.alicloud_instances.d.instances[{n}].public_ip\n}}\n"
        for n in range(9)
    )
    found = judged(IN % "cn-shanghai" + 'data "alicloud_instances" "d" {\n}\n' + records)
    assert set(found.of("ICP101").values()) == {"violation"}
    assert {code: found.of(code) for code in ("ICP301", "ICP302")} == {
        code: {"data.alicloud_instances.d": "cannot-tell"} for code in ("ICP301", "ICP302")
    }


PLANNED: Final = {
    "6v3bebs6.example.com": "violation",  # that DCDN lists, in the mainland
    "alb.example.cn": "compliant",  # an intranet balancer
    "dcdn.example.cn": "violation",
    "ecs.example.cn": "violation",
    "eip.example.cn": "violation",
    "inner.example.cn": "compliant",
    "oss.example.cn": "violation",
    "slb.example.cn": "compliant",  # an intranet balancer
}


def test_a_plan_keeps_what_the_data_sources_returned() -> None:
    plan = json.loads((DATA / "plan.json").read_text(encoding="utf-8"))
    assert judged(plan).of("ICP101") == PLANNED


def test_the_source_of_the_plan_is_certain_of_nothing_else() -> None:
    found = judged((DATA / "main.tf").read_text(encoding="utf-8")).of("ICP101")
    assert {name: outcome for name, outcome in found.items() if outcome != "cannot-tell"}.items() <= PLANNED.items()
    assert {"eip.example.cn", "ecs.example.cn", "inner.example.cn"} == {
        name for name, outcome in found.items() if outcome != "cannot-tell"
    }


def test_what_the_run_declares_itself_is_known_better_than_what_is_looked_up() -> None:
    """An address that is declared and looked up is one address; its record leads to the one that is declared."""
    plan = json.loads((DATA / "plan.json").read_text(encoding="utf-8"))
    looked_up = plan["prior_state"]["values"]["root_module"]["resources"]
    (address,) = (r for r in looked_up if r["type"] == "alicloud_eip_addresses")
    listed = address["values"]["addresses"][0]
    for one in (*address["values"]["addresses"], *address["values"]["eips"]):
        one.update(id=listed["id"], ip_address=listed["ip_address"])
    own = {**address, "address": "alicloud_eip_address.own", "mode": "managed", "type": "alicloud_eip_address"}
    own |= {"name": "own", "values": {"id": listed["id"], "ip_address": listed["ip_address"]}}
    looked_up.append(own)
    why = judged(plan).why("ICP101", "eip.example.cn")
    assert any("alicloud_eip_address.own is in cn-" in sentence for sentence in why)
    assert not any("data.alicloud_eip_addresses" in sentence for sentence in why)
