"""A plan that takes a served name away, or moves it, is seen as that."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Icplint = Callable[..., Any]
PLANS = Path(__file__).parent / "terraform/data/plans"
LIFECYCLE = PLANS / "lifecycle"
FILINGS = """\
[[address]]
cidr = "203.0.113.0/24"
location = "mainland"
provider = "tencent"

[[address]]
cidr = "198.51.100.0/24"
location = "outside"
"""


def plan(before: str | None, after: str | None, name: str = "www", kind: str = "A") -> dict[str, Any]:
    """Return a plan that changes what a name under example.cn leads to."""
    record = {"domain_name": "example.cn", "rr": name, "type": kind}
    states = [None if value is None else {**record, "value": value} for value in (before, after)]
    actions = "delete" if after is None else "create" if before is None else "no-op" if before == after else "update"
    change = {"actions": [actions], "before": states[0], "after": states[1], "after_unknown": {}}
    named = {
        "address": f"alicloud_alidns_record.{name}",
        "mode": "managed",
        "type": "alicloud_alidns_record",
        "name": name,
    }
    return {
        "format_version": "1.2",
        "planned_values": {"root_module": {}},
        "resource_changes": [{**named, "provider_name": "registry/aliyun/alicloud", "change": change}],
        "configuration": {"root_module": {}},
    }


@pytest.fixture
def changed(tmp_path: Path, icplint: Icplint) -> Callable[..., list[dict[str, Any]]]:
    """Return what icplint says that a plan changes."""

    def ask(before: str | None, after: str | None, lang: str = "en") -> list[dict[str, Any]]:
        (tmp_path / "filings.toml").write_text(FILINGS, encoding="utf-8")
        (tmp_path / "plan.json").write_text(json.dumps(plan(before, after)), encoding="utf-8")
        found: list[dict[str, Any]] = json.loads(
            icplint("check", tmp_path / "plan.json", "--format", "json", "--lang", lang).out
        )["changes"]
        return found

    return ask


def test_a_name_that_is_destroyed_is_taken_away(icplint: Icplint) -> None:
    run = icplint("check", LIFECYCLE / "destroy.json", "--isolated")
    assert "www.example.cn, served from mainland China, is taken away by the plan" in run.out
    assert "nothing to judge" not in run.out


@pytest.mark.parametrize("document", ["plan.json", "noop.json", "replace.json", "state.json"])
def test_what_stays_is_no_change(icplint: Icplint, document: str) -> None:
    assert json.loads(icplint("check", LIFECYCLE / document, "--format", "json").out)["changes"] == []


def test_a_record_that_is_deleted_takes_its_name_away(changed: Callable[..., list[dict[str, Any]]]) -> None:
    (one,) = changed("203.0.113.1", None)
    assert (one["change"], one["name"]) == ("removed", "www.example.cn")
    (chinese,) = changed("203.0.113.1", None, lang="zh")
    assert chinese["message"] == "该 plan 将移除 www.example.cn（目前由中国内地提供服务）"


def test_a_record_that_is_led_abroad_moves_its_name(changed: Callable[..., list[dict[str, Any]]]) -> None:
    (one,) = changed("203.0.113.1", "198.51.100.1")
    assert one["change"] == "moved"
    assert one["message"] == (
        "www.example.cn, served from mainland China, is moved by the plan "
        "and will be served from outside mainland China"
    )


def test_an_address_of_the_same_place_is_a_move_too(changed: Callable[..., list[dict[str, Any]]]) -> None:
    assert [one["change"] for one in changed("203.0.113.1", "203.0.113.2")] == ["moved"]
    assert changed("203.0.113.1", "203.0.113.1") == []


def test_a_name_moves_with_the_name_that_it_leads_to(tmp_path: Path, icplint: Icplint) -> None:
    """Two root modules: the plan of one changes nothing, and leads to a name that the other's moves."""
    (tmp_path / "filings.toml").write_text(FILINGS, encoding="utf-8")
    unchanged = plan("www.example.cn", "www.example.cn", name="shop", kind="CNAME")
    new = plan(None, "www.example.cn", name="new", kind="CNAME")
    documents = {"dns": unchanged, "new": new, "web": plan("203.0.113.1", "198.51.100.1")}
    for name, document in documents.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    paths = [tmp_path / f"{name}.json" for name in documents]
    found = json.loads(icplint("check", *paths, "--filings", tmp_path / "filings.toml", "--format", "json").out)[
        "changes"
    ]
    assert [(one["change"], one["name"]) for one in found] == [
        ("moved", "shop.example.cn"),
        ("moved", "www.example.cn"),
    ]
    alone = json.loads(icplint("check", paths[0], "--format", "json").out)["changes"]
    assert alone == []


def test_what_another_input_says_is_there_before_and_after(tmp_path: Path, icplint: Icplint) -> None:
    """The address that a plan leaves alone belongs to a server of a state: it is the same end on both sides."""
    state = {"version": 4, "serial": 1, "lineage": "", "resources": [server("203.0.113.1")]}
    document = plan("203.0.113.1", "203.0.113.1")
    document["resource_changes"] += plan("203.0.113.2", "203.0.113.3", name="shop")["resource_changes"]
    (tmp_path / "filings.toml").write_text(FILINGS, encoding="utf-8")
    for name, content in (("web.tfstate", state), ("plan.json", document)):
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    run = icplint("check", tmp_path / "plan.json", tmp_path / "web.tfstate", "--format", "json")
    assert [one["name"] for one in json.loads(run.out)["changes"]] == ["shop.example.cn"]


def server(address: str) -> dict[str, Any]:
    """Return an instance of a state file that has a public address."""
    attributes = {"id": "i-bp1example", "public_ip": address, "availability_zone": "cn-hangzhou-h"}
    named = {
        "mode": "managed",
        "type": "alicloud_instance",
        "name": "web",
        "provider": 'provider["registry/aliyun/alicloud"]',
    }
    return {**named, "instances": [{"attributes": attributes}]}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("drifted/plan.json", [("moved", "shop.example.cn")]),
        ("refreshed/plan.json", []),
        ("refactored/plan.json", [("removed", "old.example.cn")]),
        ("targeted/plan.json", [("moved", "shop.example.cn")]),
        ("deposed/swap.json", [("removed", "shop.example.cn")]),
        ("deposed/plan.json", [("removed", "shop.example.cn")]),
        (
            "deposed/destroy.json",
            [
                ("removed", f"{n}.example.{s}")
                for n, s in zip(
                    ("gone", "keep", "old", "shop", "shop", "www"), ("cn", "cn", "cn", "cn", "net", "cn"), strict=True
                )
            ],
        ),
    ],
)
def test_recorded_plans(document: str, expected: list[tuple[str, str]], tmp_path: Path, icplint: Icplint) -> None:
    """What Terraform planned of one history; drift that a plan undoes leads shop back to the mainland."""
    (tmp_path / "filings.toml").write_text(FILINGS, encoding="utf-8")
    run = icplint("check", PLANS / document, "--filings", tmp_path / "filings.toml", "--format", "json")
    assert [(one["change"], one["name"]) for one in json.loads(run.out)["changes"]] == expected


def test_what_is_written_no_longer_was_served_from_where_its_provider_is(icplint: Icplint) -> None:
    run = icplint("check", PLANS / "withdrawn/plan.json", "--isolated", "--lang", "en")
    assert run.code == 0
    for name in ("shop", "www"):
        assert f"{name}.example.cn, served from mainland China, is taken away by the plan" in run.out
    shrunk = icplint("check", PLANS / "shrunk/plan.json", "--isolated", "--lang", "en")
    assert "shop.example.cn, served from mainland China, is taken away by the plan" in shrunk.out
    assert "www.example.cn, served" not in shrunk.out


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"status": "ENABLE"}, {"status": "DISABLE"}, ["removed"]),
        ({"status": "DISABLE"}, {"status": "ENABLE"}, []),
        ({"status": "DISABLE"}, None, []),
        ({"type": "A"}, {"type": "TXT"}, ["removed"]),
        ({"type": "TXT"}, {"type": "A"}, []),
        ({"type": "MX"}, None, []),
        ({"type": "REDIRECT_URL"}, None, ["removed"]),
    ],
)
def test_a_record_that_answers_nobody_serves_no_name(
    before: dict[str, str], after: dict[str, str] | None, expected: list[str], tmp_path: Path, icplint: Icplint
) -> None:
    document = plan("203.0.113.1", None if after is None else "203.0.113.1")
    change = document["resource_changes"][0]["change"]
    change["actions"] = ["delete"] if after is None else ["update"]
    change["before"] |= before
    if after is not None:
        change["after"] |= after
    (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    found = json.loads(icplint("check", tmp_path / "plan.json", "--format", "json").out)["changes"]
    assert [one["change"] for one in found] == expected


def test_a_text_record_that_stays_does_not_hide_a_move(tmp_path: Path, icplint: Icplint) -> None:
    document = plan("203.0.113.1", "203.0.113.2")
    text = plan("v=spf1 -all", "v=spf1 -all", kind="TXT")["resource_changes"][0]
    document["resource_changes"].append({**text, "address": "alicloud_alidns_record.text", "name": "text"})
    (tmp_path / "filings.toml").write_text(FILINGS, encoding="utf-8")
    (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    found = json.loads(icplint("check", tmp_path / "plan.json", "--format", "json").out)["changes"]
    assert [one["change"] for one in found] == ["moved"]


def test_a_new_name_is_no_change_of_an_old_one(changed: Callable[..., list[dict[str, Any]]]) -> None:
    assert changed(None, "203.0.113.1") == []


def recorded(value: str) -> dict[str, Any]:
    """Return the state file of what `plan` finds before it."""
    named = {
        "mode": "managed",
        "type": "alicloud_alidns_record",
        "name": "www",
        "provider": 'provider["registry/aliyun/alicloud"]',
    }
    attributes = {"domain_name": "example.cn", "rr": "www", "type": "A", "value": value}
    return {
        "version": 4,
        "serial": 1,
        "lineage": "",
        "resources": [{**named, "instances": [{"attributes": attributes}]}],
    }


@pytest.mark.parametrize("source", [True, False])
@pytest.mark.parametrize("after", ["198.51.100.1", None])
def test_the_state_that_a_plan_was_made_from_is_what_was_before(
    source: bool, after: str | None, tmp_path: Path, icplint: Icplint
) -> None:
    """The plan alone and the plan with its state are judged the same, wherever the state stands in the command."""
    ask = asker(tmp_path, icplint, source=source, after=after)
    alone = ask("plan.json")
    assert alone["changes"] != []
    for paths in (("plan.json", "terraform.tfstate"), ("terraform.tfstate", "plan.json")):
        together = ask(*paths)
        assert outcomes(together) == outcomes(alone)
        assert together["changes"] == alone["changes"]
    assert outcomes(ask("terraform.tfstate")) != outcomes(alone)


def test_a_state_that_is_not_what_a_plan_found_stays(tmp_path: Path, icplint: Icplint) -> None:
    ask = asker(tmp_path, icplint, source=True, after="198.51.100.1")
    (tmp_path / "terraform.tfstate").write_text(json.dumps(recorded("203.0.113.9")), encoding="utf-8")
    assert outcomes(ask("plan.json", "terraform.tfstate")) == outcomes(ask("terraform.tfstate"))


def asker(directory: Path, icplint: Icplint, *, source: bool, after: str | None) -> Callable[..., Any]:
    (directory / "filings.toml").write_text(FILINGS, encoding="utf-8")
    (directory / "plan.json").write_text(json.dumps(plan("203.0.113.1", after)), encoding="utf-8")
    (directory / "terraform.tfstate").write_text(json.dumps(recorded("203.0.113.1")), encoding="utf-8")
    if source:
        (directory / "main.tf").write_text('resource "alicloud_alidns_record" "www" {}\n', encoding="utf-8")

    def ask(*names: str) -> Any:
        paths = [directory / name for name in names]
        flags = ("--filings", directory / "filings.toml", "--format", "json", "--all")
        return json.loads(icplint("check", *paths, *flags).out)

    return ask


def outcomes(report: Any) -> list[tuple[str, str, str]]:
    return sorted((f["code"], f["subject"]["key"], f["outcome"]) for f in report["findings"])
