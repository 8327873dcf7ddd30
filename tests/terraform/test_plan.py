"""Plans: what is there after them, and where unknown values come from."""

from __future__ import annotations

from typing import Any

import pytest
from plan_files import by_address, load, read, refs

from icplint.model.origin import Origin
from icplint.model.reading import Input
from icplint.model.resource import Rank
from icplint.model.unknown import Unknown
from icplint.terraform.exports.document import MALFORMED, NEW_FORMAT
from icplint.terraform.exports.plan import DATA_AT_APPLY, ERRORED, PARTIAL, read_plan
from icplint.terraform.exports.plan_providers import MADE_REGION
from icplint.terraform.exports.sensitive import SECRET
from icplint.terraform.values import reasons


def value_of(name: str, address: str) -> Unknown:
    value = by_address(read(name))[address].values["value"]
    assert isinstance(value, Unknown)
    return value


def test_a_resource_says_where_it_is_from() -> None:
    reading = read("sites/plan.json")
    assert reading.inputs == [Input("plan", "sites/plan.json")]
    record = by_address(reading)['alicloud_alidns_record.site["www"]']
    assert (record.kind, record.root, record.rank) == ("alicloud_alidns_record", "here", Rank.PLAN)
    assert record.origin == Origin(file="sites/plan.json", address='alicloud_alidns_record.site["www"]')
    assert (record.values["rr"], record.values["ttl"]) == ("www", None)
    assert "value" in record.values
    assert "nothing" not in record.values
    assert len(record.values) == len(list(record.values)) == len(dict(record.values))


@pytest.mark.parametrize(
    ("address", "expected", "is_open"),
    [
        ("paired[1]", ["alicloud_eip_address.web[1]"], True),
        ("splat", ["alicloud_eip_address.web[0]", "alicloud_eip_address.web[1]"], True),
        ("numbered", ["alicloud_eip_address.web[1].ip_address"], True),
        ("choice", ["alicloud_eip_address.single.ip_address"], True),
        ("either", ["alicloud_eip_address.single.ip_address"], True),
        ("local", [], True),
        ("pooled[0]", ["module.pool.alicloud_eip_address.web[0]"], True),
        ("last", [f"module.pool.alicloud_eip_address.web[{n}]" for n in range(2)], True),
        ('each["single"]', ["alicloud_eip_address.single.ip_address"], True),
    ],
)
def test_references_lead_to_instances(address: str, expected: list[str], *, is_open: bool) -> None:
    value = value_of("fleet/plan.json", f"alicloud_alidns_record.{address}")
    assert (refs(value), value.open, value.written) == (expected, is_open, True)
    if address not in {"either", "local", 'each["single"]'}:  # a plan does not say what is made of addresses
        assert (value.why.en, value.settle) == (reasons.MENTIONED.en, reasons.SETTLE_BESIDE_SOURCE)
    else:
        assert (value.why, value.settle) == (reasons.AFTER_APPLY, reasons.SETTLE_AFTER_APPLY)


def test_references_cross_modules() -> None:
    there = 'module.site["www"].alicloud_eip_address.web'
    lost = value_of("sites/plan.json", 'alicloud_alidns_record.site["www"]')
    assert (refs(lost), lost.open) == ([f"{there}.ip_address", f"{there}.address_name"], True)
    passed_in = value_of("sites/plan.json", "module.docs.alicloud_alidns_record.peer")
    assert (refs(passed_in), passed_in.open) == ([f"{there}.ip_address"], True)
    default = by_address(read("sites/plan.json"))['module.site["shop"].alicloud_alidns_record.peer']
    assert default.values["value"] == "192.0.2.10"


def test_what_nobody_wrote_is_left_to_the_provider() -> None:
    found = by_address(read("fleet/plan.json"))
    written = {
        name: value.written
        for name, value in found["alicloud_cdn_domain_new.two"].values.items()
        if isinstance(value, Unknown)
    }
    assert written == {"cname": False, "id": False, "resource_group_id": False, "scope": False, "status": False}
    assert not found["alicloud_eip_address.single"].values["bandwidth"].written


def test_blocks_of_a_set_are_told_apart_by_their_constants() -> None:
    found = by_address(read("fleet/plan.json"))
    sources = found["alicloud_cdn_domain_new.two"].values["sources"]
    assert {s["priority"]: refs(s["content"]) for s in sources} == {
        20: ["alicloud_eip_address.single.ip_address"],
        30: ["alicloud_eip_address.web[1].ip_address"],
    }
    servers = found["alicloud_slb_backend_server.all"].values["backend_servers"]
    assert [s["server_id"] if s["weight"] == 60 else refs(s["server_id"]) for s in servers] == [
        "i-2ze0example", ["alicloud_eip_address.single.id"],
    ]  # fmt: skip
    for source in found["alicloud_cdn_domain_new.alike"].values["sources"]:
        assert refs(source["content"]) == [f"alicloud_eip_address.web[{n}].ip_address" for n in range(2)]
        assert source["content"].settle == reasons.SETTLE_BESIDE_SOURCE  # one of the two, or made of one


def test_dynamic_blocks_leave_no_references() -> None:
    found = by_address(read("fleet/plan.json"))
    (source,) = found["alicloud_cdn_domain_new.dynamic"].values["sources"]
    assert source["type"] == "ipaddr"
    assert source["content"] == Unknown(reasons.AFTER_APPLY, open=True, settle=reasons.SETTLE_AFTER_APPLY)
    assert found["alicloud_cdn_domain_new.unseen"].values["sources"].written is False


def test_a_block_may_be_of_a_dynamic_one_that_looks_alike() -> None:
    """Two sources, and one block in the configuration: either may be its, neither is for sure."""
    for source in by_address(read("mixed/plan.json"))["alicloud_cdn_domain_new.mixed"].values["sources"]:
        assert refs(source["content"]) == ["alicloud_eip_address.web[0].ip_address"]
        assert source["content"].open


def test_what_is_sensitive_and_unknown_keeps_its_references() -> None:
    """One source is sensitive, so the set is, with the source whose address is not known yet."""
    sources = by_address(read("mixed/plan.json"))["alicloud_cdn_domain_new.hidden"].values["sources"]
    assert (sources.why, sources.open) == (reasons.SENSITIVE, True)
    assert refs(sources) == ["alicloud_eip_address.web[2].ip_address"]


def test_part_of_a_map_is_known() -> None:
    tags = by_address(read("fleet/plan.json"))["alicloud_cdn_domain_new.two"].values["tags"]
    assert tags["team"] == "web"
    assert refs(tags["origin"]) == ["alicloud_eip_address.single.id"]


def test_sensitive_values_are_kept_nowhere() -> None:
    reading = read("secrets/plan.json")
    said = repr(reading)
    for secret in ("Correct-Horse", "203.0.113.77", "cn-shenzhen", "LTAI0", "NotARealSecret"):
        assert secret not in said
    found = by_address(reading)
    assert found["alicloud_alidns_record.hidden"].values["value"] == Unknown(reasons.SENSITIVE)
    assert found["alicloud_cdn_domain_new.hidden"].values["tags"] == {"origin": SECRET, "team": "web"}
    assert found["alicloud_cdn_domain_new.hidden"].values["sources"] == SECRET
    assert found["alicloud_fcv3_custom_domain.hidden"].values["cert_config"][0]["private_key"] == SECRET
    assert found["alicloud_instance.keyless"].values["password"] is None


def test_the_region_is_the_provider_configurations() -> None:
    sites, mixed = by_address(read("sites/plan.json")), by_address(read("providers/plan.json"))
    regions = {
        **{a: (r.provider.configured, r.provider.values) for a, r in sites.items() if r.provider},
        **{a: (r.provider.configured, r.provider.values) for a, r in mixed.items() if r.provider},
    }
    assert regions["alicloud_alidns_record.docs"] == (True, {"region": "cn-hangzhou"})
    assert regions["module.docs.alicloud_eip_address.web"] == (True, {"region": "cn-beijing"})
    assert regions["alicloud_oss_bucket.silent"] == (True, {})
    assert regions["alicloud_oss_bucket.root"] == (True, {"region": "cn-shanghai"})
    assert regions["module.own.alicloud_oss_bucket.own"] == (True, {"region": "cn-chengdu"})
    assert regions["module.foreign.alicloud_oss_bucket.foreign"] == (False, {})
    assert regions["alicloud_oss_bucket.maybe"][1]["region"].why == MADE_REGION
    provider = mixed["module.own.alicloud_oss_bucket.own"].provider
    assert provider is not None
    assert provider.name == "alicloud"
    assert provider.origin == Origin(file="providers/plan.json", address="module.own.provider.alicloud")


def test_data_sources_are_read_or_waited_for() -> None:
    found = by_address(read("lookups/plan.json"))
    regions = found["data.alicloud_regions.current"]
    assert (regions.kind, regions.values["ids"]) == ("data.alicloud_regions", ["cn-qingdao"])
    waiting = found["data.alicloud_eip_addresses.waiting"].values
    why = DATA_AT_APPLY.using(address="data.alicloud_eip_addresses.waiting")
    assert refs(waiting["ids"][0]) == ["alicloud_eip_address.web.id"]
    assert waiting["addresses"] == Unknown(why, written=False, settle=reasons.SETTLE_AFTER_APPLY)
    record = found["alicloud_alidns_record.web"].values["value"]
    assert refs(record) == ["data.alicloud_eip_addresses.waiting.addresses[0].ip_address"]
    provider = found["alicloud_oss_bucket.found"].provider
    assert provider is not None
    assert refs(provider.values["region"]) == ["data.alicloud_regions.current.regions[0].id"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"format_version": "2.0"}, [NEW_FORMAT.using(version="2.0")]),
        ({"format_version": None}, [MALFORMED.using(part="format_version")]),
        ({"errored": True}, [ERRORED]),
        ({"configuration": None}, [MALFORMED.using(part="configuration.root_module")]),
        ({"planned_values": []}, [MALFORMED.using(part="planned_values.root_module")]),
        ({"resource_changes": {}}, [MALFORMED.using(part="resource_changes")]),
        ({"resource_changes": [{}]}, [MALFORMED.using(part="resource_changes[0]")]),
    ],
)
def test_what_is_wrong_is_said_once(change: dict[str, Any], expected: list[Any]) -> None:
    reading = read_plan(load("lifecycle/noop.json") | change, file="plan.json", root="")
    assert [p.text.say("zh") for p in reading.problems] == [text.say("zh") for text in expected]
    assert [p.origin for p in reading.problems] == [Origin(file="plan.json")]


def test_a_plan_for_a_target_is_a_part() -> None:
    reading = read_plan(load("lifecycle/noop.json") | {"complete": False}, file="plan.json", root="")
    assert [(u.what, u.why) for u in reading.unread] == [("plan.json", PARTIAL)]
    assert reading.problems == []


@pytest.mark.parametrize("document", [None, [], "plan", 7, {}, {"format_version": []}])
def test_what_is_no_plan_is_a_problem(document: Any) -> None:
    assert len(read_plan(document, file="f", root="").problems) == 1
