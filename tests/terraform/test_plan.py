"""Plans: what is there after them, what was there before, and where unknown values come from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from icplint.model.origin import Origin
from icplint.model.reading import Input, Reading
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.unknown import Unknown
from icplint.terraform import reasons
from icplint.terraform.exported import MALFORMED, NEW_FORMAT
from icplint.terraform.marks import SECRET
from icplint.terraform.plan import DATA_AT_APPLY, ERRORED, PARTIAL, read_before, read_plan
from icplint.terraform.plan_providers import MADE_REGION
from icplint.terraform.state import kind_of, read_state

PLANS = Path(__file__).parent / "data" / "plans"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora of real plans are not beside the checkout")


def load(name: str) -> Any:
    return json.loads((PLANS / name).read_text(encoding="utf-8"))


def read(name: str) -> Reading:
    reading = read_plan(load(name), file=name, root="here")
    assert reading.problems == []
    return reading


def by_address(reading: Reading) -> dict[str, Resource]:
    return {resource.address: resource for resource in reading.resources}


def refs(value: Any) -> list[str]:
    assert isinstance(value, Unknown)
    return [str(ref) for ref in value.refs]


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
        ("paired[1]", ["alicloud_eip_address.web[1]"], False),
        ("splat", ["alicloud_eip_address.web[0]", "alicloud_eip_address.web[1]"], False),
        ("numbered", ["alicloud_eip_address.web[1].ip_address"], False),
        ("choice", ["alicloud_eip_address.single.ip_address"], False),
        ("either", ["alicloud_eip_address.single.ip_address"], True),
        ("local", [], True),
        ("pooled[0]", ["module.pool.alicloud_eip_address.web[0]"], False),
        ("last", [f"module.pool.alicloud_eip_address.web[{n}]" for n in range(2)], False),
        ('each["single"]', ["alicloud_eip_address.single.ip_address"], True),
    ],
)
def test_references_lead_to_instances(address: str, expected: list[str], *, is_open: bool) -> None:
    value = value_of("fleet/plan.json", f"alicloud_alidns_record.{address}")
    assert (refs(value), value.open, value.written) == (expected, is_open, True)
    assert (value.why, value.settle) == (reasons.AFTER_APPLY, reasons.SETTLE_AFTER_APPLY)


def test_references_cross_modules() -> None:
    there = 'module.site["www"].alicloud_eip_address.web'
    lost = value_of("sites/plan.json", 'alicloud_alidns_record.site["www"]')
    assert (refs(lost), lost.open) == ([f"{there}.ip_address", f"{there}.address_name"], True)
    passed_in = value_of("sites/plan.json", "module.docs.alicloud_alidns_record.peer")
    assert (refs(passed_in), passed_in.open) == ([f"{there}.ip_address"], False)
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
        assert not source["content"].open  # it is one of the two


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


def test_what_is_written_no_longer_has_the_only_provider_there_is() -> None:
    """Terraform deletes it with that one; where there are two, a plan does not say with which."""
    only, one_of_two = (
        {r.address: r.provider for r in read_before(load(f"withdrawn/{name}.json"), file="f", root="").resources}
        for name in ("plan", "aliased")
    )
    address = 'module.site["www"].alicloud_eip_address.web'
    assert only[address] == Provider(
        name="alicloud",
        configured=True,
        values={"region": "cn-hangzhou"},
        origin=Origin(file="f", address="provider.alicloud"),
    )
    assert one_of_two[address] == Provider(name="alicloud", configured=False)
    plan = load("withdrawn/plan.json")
    for more in ({"alias": "abroad"}, {"module_address": "module.site"}):
        changed = load("withdrawn/plan.json")
        changed["configuration"]["provider_config"]["alicloud"] |= more
        (first, *_) = read_before(changed, file="f", root="").resources
        assert first.provider == Provider(name="alicloud", configured=False)
    plan["configuration"]["provider_config"]["alicloud"]["full_name"] = "registry.example/other/alicloud"
    assert not any(r.provider and r.provider.configured for r in read_before(plan, file="f", root="").resources)


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


def test_before_and_after() -> None:
    there = ["alicloud_alidns_record.web[0]", 'alicloud_eip_address.web["a.b"]', 'alicloud_eip_address.web["c"]']
    there.append("alicloud_instance.web")
    destroy = load("lifecycle/destroy.json")
    assert [r.address for r in read_plan(destroy, file="f", root="").resources] == ["data.alicloud_zones.here"]
    before = read_before(destroy, file="f", root="")
    assert [(r.address, r.rank) for r in before.resources] == [(address, Rank.STATE) for address in there]
    assert "Correct-Horse" not in repr(before)
    assert read_before(load("lifecycle/plan.json"), file="f", root="").resources == []
    for name in ("noop", "replace"):
        found = by_address(read(f"lifecycle/{name}.json"))
        assert list(found) == [*there, "data.alicloud_zones.here"]
        assert found['alicloud_eip_address.web["a.b"]'].values["ip_address"] == "198.51.100.86"
        assert isinstance(found["alicloud_alidns_record.web[0]"].values["id"], Unknown) is (name == "replace")


RECORDS = {
    "gone": "203.0.113.8",
    "keep": "203.0.113.7",
    "old": "203.0.113.6",
    "shop": "203.0.113.5",
    "www": "198.51.100.32",
}
DEPOSED = "alicloud_alidns_record.shop (deposed object 2f91e6ea)"


def records(resources: list[Resource]) -> dict[str, Any]:
    """Return the values of the records, by address, without what all of them share."""
    kind = "alicloud_alidns_record"
    return {r.address.removeprefix(f"{kind}."): r.values["value"] for r in resources if r.kind == kind}


def told(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the records before and after a plan."""
    before = read_before(load(name), file=name, root="")
    assert before.problems == []
    assert len(read(name).resources) == len({r.address for r in read(name).resources})
    return records(before.resources), records(read(name).resources)


def test_what_drifted_is_what_apply_starts_from() -> None:
    """Since the last apply somebody led shop elsewhere and took gone away: the plan undoes both, and takes nothing away."""
    there = {**RECORDS, "shop": "198.51.100.5"}
    del there["gone"]
    assert told("drifted/plan.json") == (there, RECORDS)


def test_a_plan_that_only_refreshes_leaves_what_it_found() -> None:
    there = {**RECORDS, "shop": "198.51.100.5"}
    del there["gone"]
    assert told("refreshed/plan.json") == (there, there)


def test_what_is_not_targeted_stays() -> None:
    assert told("targeted/plan.json") == (RECORDS, {**RECORDS, "shop": "198.51.100.5"})


def test_moved_imported_removed_and_forgotten_resources() -> None:
    there = {**RECORDS, "site": RECORDS["www"], "imported": "203.0.113.9"}
    del there["www"]
    before, after = told("refactored/plan.json")
    assert before == there
    assert after == {name: value for name, value in there.items() if name != "old"}  # `keep` is forgotten, not deleted


def test_a_replacement_is_before_and_after() -> None:
    assert told("deposed/swap.json") == (RECORDS, RECORDS)
    for read_side, zone in ((read_before, "example.cn"), (read_plan, "example.net")):
        found = by_address(read_side(load("deposed/swap.json"), file="f", root=""))
        assert found["alicloud_alidns_record.shop"].values["domain_name"] == zone


def test_a_deposed_object_is_there_until_it_is_deleted() -> None:
    deposed = DEPOSED.removeprefix("alicloud_alidns_record.")
    assert told("deposed/plan.json") == ({**RECORDS, deposed: RECORDS["shop"]}, RECORDS)
    assert told("deposed/destroy.json") == ({**RECORDS, deposed: RECORDS["shop"]}, {})
    found = by_address(read_before(load("deposed/plan.json"), file="f", root=""))
    assert found[DEPOSED].values["domain_name"] == "example.cn"
    assert found["alicloud_alidns_record.shop"].values["domain_name"] == "example.net"


def test_a_deposed_object_outside_of_the_target_stays() -> None:
    plan = load("deposed/plan.json")
    plan["resource_changes"] = [c for c in plan["resource_changes"] if "deposed" not in c]
    assert DEPOSED in by_address(read_plan(plan, file="f", root=""))
    assert DEPOSED in by_address(read_before(plan, file="f", root=""))


def test_references_lead_to_what_took_the_place_of_a_deposed_object() -> None:
    plan = load("deposed/plan.json")
    deposed = next(c for c in plan["resource_changes"] if "deposed" in c)
    address = {"address": "alicloud_eip_address.web", "type": "alicloud_eip_address", "name": "web"}
    plan["resource_changes"].append({**deposed, **address, "change": {**deposed["change"], "actions": ["forget"]}})
    www = next(c for c in plan["resource_changes"] if c["name"] == "www")
    www["change"] |= {"actions": ["update"], "after_unknown": {"value": True}}
    found = by_address(read_plan(plan, file="f", root=""))
    assert "alicloud_eip_address.web (deposed object 2f91e6ea)" in found
    assert refs(found["alicloud_alidns_record.www"].values["value"]) == ["alicloud_eip_address.web.ip_address"]


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


def real_plans() -> Iterator[tuple[str, Any]]:
    for path in sorted(CORPORA.glob("plans-*/**/*plan*.json")):
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        if kind_of(document) == "plan":
            yield path.name, document


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every true."""
    if tree is True:
        yield path
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, below in steps:
        yield from leaves(below, (*path, step))


def reached(values: Any, path: tuple[Any, ...]) -> Any:
    """Return what stands at a path, or the unknown or null that stands above it."""
    for step in path:
        if values is None or isinstance(values, Unknown):
            break
        values = values.get(step) if isinstance(values, Mapping) else values[step]
    return values


@needs_corpora
def test_real_plans() -> None:
    plans = 0
    for name, plan in real_plans():
        reading = read_plan(plan, file=name, root="")
        if reading.problems:
            assert "something" in plan["configuration"], name  # it was cut down by hand
            continue
        plans += 1
        found = by_address(reading)
        changes = [c for c in plan.get("resource_changes", []) if c["change"]["after"] is not None]
        managed = {address for address, resource in found.items() if not resource.kind.startswith("data.")}
        assert managed == {c["address"] for c in changes if c["mode"] == "managed"}, name
        assert len(found) == len(reading.resources), name
        for change in changes:
            values = found[change["address"]].values
            unknown = list(leaves(change["change"]["after_unknown"]))
            assert all(isinstance(reached(values, path), Unknown) for path in unknown), change["address"]
            assert all(reached(values, path) is not SECRET for path in unknown), change["address"]
            for path in leaves(change["change"].get("after_sensitive")):
                value = reached(values, path)
                assert value is None or isinstance(value, Unknown), change["address"]
            dead = [r.address for v in unknowns(dict(values)) for r in v.refs if r.address not in found]
            assert dead == [], (name, change["address"])
    assert plans > 500


def unknowns(value: Any) -> Iterator[Unknown]:
    if isinstance(value, Unknown):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for below in inner:
        yield from unknowns(below)


@needs_corpora
def test_references_are_where_the_values_came_from() -> None:
    """Look up in the state after apply what a plan's reference promised; only where nothing else was possible."""
    kept = 0
    for path in sorted(CORPORA.glob("plans-alicloud/*.state.json")):
        plan = json.loads(path.with_name(path.name.replace(".state.", ".plan.")).read_text(encoding="utf-8"))
        state = by_address(read_state(json.loads(path.read_text(encoding="utf-8")), file="state.json", root=""))
        for resource in read_plan(plan, file="plan.json", root="").resources:
            for name, value in resource.values.items():
                if isinstance(value, Unknown) and len(value.refs) == 1 and not value.open:
                    end = state[value.refs[0].address].values
                    made = end.get(value.refs[0].attribute, end)
                    assert str(state[resource.address].values[name]) in str(made), (path.name, resource.address, name)
                    kept += 1
    assert kept > 150
