"""A state alone: every reference is a literal id, addresses are known, and no provider configuration says the region."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icplint.testing import judged

NAME = "www.example.cn"
State = Callable[..., tuple[str, str]]


@pytest.fixture
def state() -> State:
    """Check resources as a state holds them; return the outcome of a check for the name, and the sentences."""

    def checked(value: str, kind: str = "A", code: str = "ICP101", **resources: dict[str, Any]) -> tuple[str, str]:
        record = {"domain_name": "example.cn", "rr": "www", "type": kind, "value": value, "id": "1"}
        held = {"alidns_record": record, **resources}
        document = {
            "format_version": "1.0",
            "terraform_version": "1.11.4",
            "values": {"root_module": {"resources": [_held(kind, values) for kind, values in held.items()]}},
        }
        found = judged(document)
        return found.of(code)[NAME], "\n".join(found.why(code, NAME))

    return checked


def _held(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    return {
        "address": f"alicloud_{kind}.site",
        "mode": "managed",
        "type": f"alicloud_{kind}",
        "name": "site",
        "provider_name": "example.com/aliyun/alicloud",
        "schema_version": 0,
        "values": values,
    }


def test_an_address_of_a_zone_is_that_of_its_load_balancer(state: State) -> None:
    zones = [{"zone_id": "cn-hangzhou-h", "vswitch_id": "vsw-1", "public_ipv4_address": "47.96.0.1"}]
    nlb = {"id": "nlb-1", "address_type": "Internet", "region_id": "cn-hangzhou", "zone_mappings": zones}
    outcome, said = state("47.96.0.1", nlb_load_balancer=nlb)
    assert outcome == "violation"
    assert "47.96.0.1 is an address of the NLB instance alicloud_nlb_load_balancer.site" in said


@pytest.mark.parametrize(("zone", "outcome"), [("cn-hangzhou-h", "violation"), ("cn-hongkong-b", "compliant")])
def test_an_elastic_address_is_where_its_gateway_is(zone: str, outcome: str, state: State) -> None:
    found, said = state(
        "47.96.0.2",
        eip_address={"id": "eip-1", "ip_address": "47.96.0.2", "zone": ""},
        eip_association={"id": "eip-1:ngw-1", "allocation_id": "eip-1", "instance_id": "ngw-1", "instance_type": "Nat"},
        nat_gateway={"id": "ngw-1", "vpc_id": "vpc-1", "vswitch_id": "vsw-1", "network_type": "internet"},
        vswitch={"id": "vsw-1", "zone_id": zone},
    )
    assert found == outcome
    assert "binds that address to the NAT gateway alicloud_nat_gateway.site" in said


@pytest.mark.parametrize(("zone", "outcome"), [("cn-hangzhou-h", "violation"), ("cn-hongkong-b", "compliant")])
def test_a_translated_address_is_where_its_server_is(zone: str, outcome: str, state: State) -> None:
    found, said = state(
        "47.96.0.3",
        eip_address={"id": "eip-1", "ip_address": "47.96.0.3"},
        forward_entry={"id": "ftb-1:fwd-1", "external_ip": "47.96.0.3", "internal_ip": "10.0.0.8"},
        instance={"id": "i-1", "availability_zone": zone, "private_ip": "10.0.0.8", "instance_charge_type": "PostPaid"},
    )
    assert found == outcome
    assert "forwards to the ECS instance alicloud_instance.site" in said


@pytest.mark.parametrize(("region", "outcome"), [("cn-shanghai", "violation"), ("ap-southeast-1", "compliant")])
def test_a_gateway_is_where_its_own_name_says(region: str, outcome: str, state: State) -> None:
    name = f"0123456789abcdef-{region}.alicloudapi.com"
    group = {"id": "group-1", "name": "site", "sub_domain": name}
    assert state(name, "CNAME", api_gateway_group=group)[0] == outcome
    url = {"url_internet": f"https://site-abcdefghij.{region}.fcapp.run", "url_intranet": ""}
    trigger = {"id": "f:t", "trigger_type": "http", "http_trigger": [url]}
    assert state(f"site-abcdefghij.{region}.fcapp.run", "CNAME", fcv3_trigger=trigger)[0] == outcome


def test_what_an_attachment_was_given_may_be_asked_of_it(tmp_path: Path, icplint: Callable[..., Any]) -> None:
    """In a plan a reference to an argument of another resource stays one; it may even lead in a circle if made up."""
    change = {"actions": ["create"], "before": None, "after_unknown": {"anycast_id": True}}
    attachments = [
        _held("eipanycast_anycast_eip_address_attachment", {"bind_instance_region_id": "cn-hongkong"})
        | {"address": f"alicloud_eipanycast_anycast_eip_address_attachment.{name}", "name": name}
        for name in ("one", "two")
    ]
    kind = "alicloud_eipanycast_anycast_eip_address_attachment"
    configured = [
        {
            "address": f"{kind}.{name}",
            "mode": "managed",
            "type": kind,
            "name": name,
            "expressions": {"anycast_id": {"references": [f"{kind}.{other}.anycast_id", f"{kind}.{other}"]}},
        }
        for name, other in (("one", "two"), ("two", "one"))
    ]
    document = {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"resources": attachments}},
        "resource_changes": [one | {"change": change | {"after": one["values"]}} for one in attachments],
        "configuration": {"root_module": {"resources": configured}},
    }
    (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    run = icplint("check", tmp_path / "plan.json", "--isolated", "--format", "json")
    assert (run.code, json.loads(run.out)["errors"]) == (0, [])


def test_what_neither_says_nor_shows_its_region_is_doubtful(state: State) -> None:
    outcome, said = state("47.96.0.4", eip_address={"id": "eip-1", "ip_address": "47.96.0.4"})
    assert outcome == "cannot-tell"
    assert "a state does not say in which region alicloud_eip_address.site is" in said


@pytest.mark.parametrize(
    ("bound", "outcome"), [("ngw-1", "cannot-tell"), ("i-1", "compliant"), ("lb-1", "cannot-tell"), (None, "compliant")]
)
def test_what_an_elastic_address_is_bound_to_says_whether_it_issues_codes(
    bound: str | None, outcome: str, state: State
) -> None:
    """No region is known; a NAT gateway issues none wherever it is, which an address alone might."""
    found, _ = state(
        "47.96.0.1",
        code="ICP303",
        eip_address={"id": "eip-1", "ip_address": "47.96.0.1"},
        nat_gateway={"id": "ngw-1"},
        instance={"id": "i-1"},
        **({} if bound is None else {"eip_association": {"allocation_id": "eip-1", "instance_id": bound}}),
    )
    assert found == outcome
