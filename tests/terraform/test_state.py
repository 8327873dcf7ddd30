"""States, as Terraform shows them and as it keeps them; and telling plans from states."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icplint.model.origin import Origin
from icplint.model.reading import Input, Reading
from icplint.model.resource import Provider, Rank
from icplint.model.unknown import Unknown
from icplint.terraform.exports.document import MALFORMED, NEW_FORMAT
from icplint.terraform.exports.plan import read_before, read_plan
from icplint.terraform.exports.sensitive import SECRET
from icplint.terraform.exports.state import BACKEND, ENCRYPTED, OLD, OTHER_STATE, kind_of, read_state
from icplint.terraform.values import reasons

PLANS = Path(__file__).parent / "data" / "plans"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
SHOWN, KEPT = "lifecycle/state.json", "lifecycle/terraform.tfstate"


def load(name: str) -> Any:
    return json.loads((PLANS / name).read_text(encoding="utf-8"))


def read(document: Any) -> Reading:
    reading = read_state(document, file="terraform.tfstate", root="here")
    assert reading.problems == []
    return reading


@pytest.mark.parametrize("name", [SHOWN, KEPT])
def test_a_state_is_read(name: str) -> None:
    reading = read(load(name))
    assert reading.inputs == [Input("state", "terraform.tfstate")]
    found = {resource.address: resource for resource in reading.resources}
    assert sorted(found) == [
        "alicloud_alidns_record.web[0]",
        'alicloud_eip_address.web["a.b"]',
        'alicloud_eip_address.web["c"]',
        "alicloud_instance.web",
        "data.alicloud_zones.here",
    ]
    record = found["alicloud_alidns_record.web[0]"]
    assert (record.kind, record.root, record.rank) == ("alicloud_alidns_record", "here", Rank.STATE)
    assert record.origin == Origin(file="terraform.tfstate", address="alicloud_alidns_record.web[0]")
    assert record.provider == Provider(name="alicloud", configured=False)
    assert record.values["value"] == "198.51.100.86"
    assert found["data.alicloud_zones.here"].kind == "data.alicloud_zones"
    assert found["alicloud_instance.web"].values["password"] == Unknown(reasons.SENSITIVE)
    assert "Correct-Horse" not in repr(reading)


def test_both_forms_say_the_same() -> None:
    shown, kept = (sorted(read(load(name)).resources, key=lambda r: r.address) for name in (SHOWN, KEPT))
    assert shown == kept


def kept(attributes: dict[str, Any], *paths: Any, **more: Any) -> dict[str, Any]:
    instance = {"attributes": attributes, "sensitive_attributes": list(paths), **more}
    entry = {"mode": "managed", "type": "x_y", "name": "z", "instances": [instance]}
    return {"version": 4, "serial": 1, "lineage": "", "resources": [entry | {"provider": "module.m.provider.x.alias"}]}


def attribute(name: str) -> dict[str, Any]:
    return {"type": "get_attr", "value": name}


def index(key: Any) -> dict[str, Any]:
    return {"type": "index", "value": {"value": key, "type": "number" if isinstance(key, int) else "string"}}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ([attribute("blocks"), index(1), attribute("key")], {"blocks": [{"key": "a"}, {"key": SECRET}]}),
        ([attribute("tags"), index("b")], {"tags": {"a": "1", "b": SECRET}}),
        ([attribute("blocks"), index("set element")], {"blocks": SECRET}),
        ([attribute("blocks"), index(7)], {"blocks": SECRET}),
        ([attribute("blocks"), {}], {"blocks": SECRET}),
        ([attribute("none"), attribute("x")], {"none": None}),
        ([attribute("absent")], {}),
        ([], {"blocks": SECRET, "tags": SECRET, "none": SECRET}),
    ],
)
def test_sensitive_paths(path: list[Any], expected: dict[str, Any]) -> None:
    attributes = {"blocks": [{"key": "a"}, {"key": "b"}], "tags": {"a": "1", "b": "2"}, "none": None}
    (resource,) = read(kept(attributes, path)).resources
    assert resource.values == attributes | expected


@pytest.mark.parametrize(
    ("key", "address"),
    [(None, "x_y.z"), (3, "x_y.z[3]"), ("a", 'x_y.z["a"]'), ('"${x}" é\n', 'x_y.z["\\"$${x}\\" é\\n"]')],
)
def test_keys_are_written_as_terraform_writes_them(key: Any, address: str) -> None:
    (resource,) = read(kept({}, index_key=key)).resources
    assert resource.address == address
    assert resource.provider == Provider(name="x", configured=False)


@pytest.mark.parametrize("name", ["deposed/state.json", "deposed/terraform.tfstate"])
def test_a_deposed_object_is_there(name: str) -> None:
    records = {r.address: r.values for r in read(load(name)).resources if r.kind == "alicloud_alidns_record"}
    assert len(records) == 6
    assert records["alicloud_alidns_record.shop"]["domain_name"] == "example.net"
    assert records["alicloud_alidns_record.shop (deposed object 2f91e6ea)"]["domain_name"] == "example.cn"


def problems(document: Any) -> list[tuple[str, str | None]]:
    reading = read_state(document, file="terraform.tfstate", root="")
    assert reading.resources == []
    return [(p.text.say("en"), p.origin.address if p.origin else None) for p in reading.problems]


def test_what_terraform_0_11_wrote_is_named() -> None:
    assert problems(load("old/terraform.tfstate")) == [(OLD.say("en"), None)]
    assert problems(load("old/pulled.tfstate")) == [(OLD.say("en"), "alicloud_alidns_record.www")]
    assert "0.11" in OLD.say("zh")


def test_a_backend_is_no_state() -> None:
    backend = load("backend/terraform.tfstate")
    assert kind_of(backend) == "state"
    assert problems(backend) == [(BACKEND.say("en"), None)]


@pytest.mark.parametrize("more", [{}, {"serial": 1, "lineage": ""}])
def test_what_opentofu_encrypted_is_named(more: dict[str, Any]) -> None:
    """Source: OpenTofu's internal/encryption/base.go (`basedata`)."""
    encrypted = {"meta": {}, "encrypted_data": "", "encryption_version": "v0", **more}
    assert kind_of(encrypted) == "state"
    assert problems(encrypted) == [(ENCRYPTED.say("en"), None)]


def test_terraform_0_12_leaves_module_and_key_out_of_addresses() -> None:
    entry = {
        "address": "data.x_y.z",
        "mode": "data",
        "type": "x_y",
        "name": "z",
        "index": 1,
        "provider_name": "x.alias",
    }
    module = {"address": "module.m", "resources": [entry]}
    (resource,) = read({"format_version": "0.1", "values": {"root_module": {"child_modules": [module]}}}).resources
    assert resource.address == "module.m.data.x_y.z[1]"
    assert resource.provider == Provider(name="x", configured=False)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ([], MALFORMED.using(part="{ }")),
        ({"format_version": "2.0"}, NEW_FORMAT.using(version="2.0")),
        ({"format_version": "1.0", "values": 3}, MALFORMED.using(part="values.root_module")),
        (
            {"format_version": "1.0", "values": {"root_module": {"resources": [{}]}}},
            MALFORMED.using(part="values.root_module.resources[0]"),
        ),
        ({"version": 1, "serial": 1, "modules": []}, OLD),
        ({"version": 5, "serial": 1, "resources": []}, OTHER_STATE.using(version=5)),
        ({"version": True, "serial": 1, "resources": []}, OTHER_STATE.using(version=True)),
        ({"version": 4, "serial": 1}, MALFORMED.using(part="resources")),
        (kept({}) | {"resources": [{}]}, MALFORMED.using(part="resources[0]")),
        (kept([]), MALFORMED.using(part="resources[0].instances[0]")),  # type: ignore[arg-type]
    ],
)
def test_what_is_wrong_is_said_once(document: Any, expected: Any) -> None:
    reading = read_state(document, file="terraform.tfstate", root="")
    assert [p.text.say("en") for p in reading.problems] == [expected.say("en")]
    assert reading.problems[0].origin == Origin(file="terraform.tfstate")


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ({"format_version": "1.2", "planned_values": {}, "configuration": {}}, "plan"),
        ({"format_version": "9.0", "resource_changes": []}, "plan"),
        ({"format_version": "1.0", "values": {}}, "state"),
        ({"format_version": "1.0"}, "state"),
        ({"version": 4, "serial": 1, "lineage": "", "resources": []}, "state"),
        ({"version": 3, "serial": 1, "modules": []}, "state"),
        ({"format_version": "1.0", "provider_schemas": {}}, None),
        ({"version": 4, "resources": []}, None),
        ([], None),
        ("plan", None),
    ],
)
def test_documents_are_told_apart_by_content(document: Any, kind: str | None) -> None:
    assert kind_of(document) == kind


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for step, below in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*path, step)
        yield from places(below, (*path, step))


@cache
def places_in(name: str) -> list[tuple[Any, ...]]:
    return list(places(load(name)))


JUNK = st.sampled_from(
    [None, True, 0, "", "x", "module.a", [], {}, [None], {"references": ["each.value", 1, "a.", "a"]}]
)
NAMES = sorted(str(path.relative_to(PLANS)) for path in [*PLANS.glob("*/*.json"), *PLANS.glob("*/*.tfstate")])
SPOILED = st.sampled_from(NAMES).flatmap(lambda n: st.tuples(st.just(n), st.sampled_from(places_in(n)), JUNK))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(SPOILED)
def test_any_json_is_read(spoiled: tuple[str, tuple[Any, ...], Any]) -> None:
    name, (*path, last), junk = spoiled
    document = place = load(name)
    for step in path:
        place = place[step]
    place[last] = junk
    for reader in (read_plan, read_before, read_state):
        reading = reader(document, file=name, root="")
        assert all(isinstance(dict(resource.values), dict) for resource in reading.resources)


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora of real states are not beside the checkout")
def test_real_states() -> None:
    states = 0
    for path in sorted([*CORPORA.glob("plans-*/**/*.tfstate"), *CORPORA.glob("plans-*/**/*state.json")]):
        document = json.loads(path.read_text(encoding="utf-8"))
        found = {r.address: r for r in read(document).resources}
        said = json.dumps(document, ensure_ascii=False)
        assert len(found) == said.count('"schema_version"'), path.name
        if document.get("format_version", "0.1") != "0.1":
            assert all(f'"address": {json.dumps(a, ensure_ascii=False)}' in said for a in found), path.name
        if (other := path.with_suffix(".state.json")).exists():
            assert found == {r.address: r for r in read(json.loads(other.read_text(encoding="utf-8"))).resources}
        states += 1
    assert states > 50
