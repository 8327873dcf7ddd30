"""Plans that change things: what was there before them, and what stays."""

from __future__ import annotations

import json
from typing import Any

import pytest
from plan_files import CORPORA, by_address, load, needs_corpora, read, refs

from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.unknown import Unknown
from icplint.terraform.exports.plan import read_before, read_plan
from icplint.terraform.exports.state import read_state


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


def managed(reading: Reading) -> dict[str, Any]:
    assert reading.problems == []
    return {r.address: dict(r.values) for r in reading.resources if not r.kind.startswith("data.")}


@pytest.mark.parametrize(
    ("kept", "planned"),
    [
        ("lifecycle/state.json", "lifecycle/noop.json"),
        ("lifecycle/terraform.tfstate", "lifecycle/replace.json"),
        ("lifecycle/state.json", "lifecycle/destroy.json"),
        ("deposed/terraform.tfstate", "deposed/plan.json"),
        ("deposed/state.json", "deposed/destroy.json"),
    ],
)
def test_what_was_there_before_a_plan_is_what_the_state_holds(kept: str, planned: str) -> None:
    there = managed(read_state(load(kept), file="f", root=""))
    assert managed(read_before(load(planned), file="f", root="")) == there
    if planned == "lifecycle/noop.json":
        assert managed(read_plan(load(planned), file="f", root="")) == there


@needs_corpora
def test_what_was_there_before_real_plans_is_what_the_state_holds() -> None:
    paths = [
        p for kind in ("noop", "replace", "destroy") for p in sorted(CORPORA.glob(f"plans-alicloud/*.{kind}.plan.json"))
    ]
    for path in paths:
        kept = path.with_name(f"{path.name.split('.')[0]}.state.json")
        there = managed(read_state(json.loads(kept.read_text(encoding="utf-8")), file="f", root=""))
        document = json.loads(path.read_text(encoding="utf-8"))
        assert managed(read_before(document, file="f", root="")) == there, path.name
        if ".noop." in path.name:
            assert managed(read_plan(document, file="f", root="")) == there, path.name
    assert len(paths) > 15


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


def test_what_a_plan_puts_off_may_come() -> None:
    """Terraform writes deferred changes apart from the others; those of several instances have no known key."""
    plan = load("targeted/plan.json")
    first = next(one for one in plan["resource_changes"] if one["change"]["after"])
    usual = managed(read_plan(plan, file="f", root=""))
    plan["resource_changes"].remove(first)
    plan["deferred_changes"] = [{"reason": "provider_config_unknown", "resource_change": first}]
    reading = read_plan(plan, file="f", root="")
    assert managed(reading) == usual
    (late,) = (r for r in reading.resources if not r.certain)
    assert late.counting is not None
    assert f"puts off {late.address}" in late.counting.say("en")
    for broken in ([1], [{"reason": "x"}], [{"resource_change": {"change": {}}}]):
        plan["deferred_changes"] = broken
        (problem,) = read_plan(plan, file="f", root="").problems
        assert "deferred_changes[0]" in problem.text.say("en")
