"""A plan that takes a served name away, or moves it, is seen as that."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Icplint = Callable[..., Any]
LIFECYCLE = Path(__file__).parent / "terraform/data/plans/lifecycle"
FILINGS = """\
[[address]]
cidr = "203.0.113.0/24"
location = "mainland"
provider = "tencent"

[[address]]
cidr = "198.51.100.0/24"
location = "outside"
"""


def plan(before: str | None, after: str | None) -> dict[str, Any]:
    """Return a plan that changes the address of www.example.cn."""
    record = {"domain_name": "example.cn", "rr": "www", "type": "A"}
    states = [None if value is None else {**record, "value": value} for value in (before, after)]
    actions = ["delete"] if after is None else ["create"] if before is None else ["update"]
    change = {"actions": actions, "before": states[0], "after": states[1], "after_unknown": {}}
    named = {
        "address": "alicloud_alidns_record.www",
        "mode": "managed",
        "type": "alicloud_alidns_record",
        "name": "www",
    }
    return {
        "format_version": "1.2",
        "planned_values": {"root_module": {}},
        "resource_changes": [{**named, "provider_name": "registry/aliyun/alicloud", "change": change}],
        "configuration": {},
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


def test_a_new_name_is_no_change_of_an_old_one(changed: Callable[..., list[dict[str, Any]]]) -> None:
    assert changed(None, "203.0.113.1") == []
