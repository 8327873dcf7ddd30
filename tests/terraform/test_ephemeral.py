"""Ephemeral variables: no plan holds the values that it was made with, and what it shows of them is the default.

`data/plans/ephemeral` was made with TF_VAR_region and TF_VAR_home both `cn-hangzhou`; the defaults are `cn-hongkong`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from plan_files import PLANS, load

from icplint.model.unknown import Unknown
from icplint.terraform.exports.plan import read_plan

MADE = PLANS / "ephemeral"


@pytest.fixture
def beside(tmp_path: Path, icplint: Callable[..., Any]) -> Callable[..., dict[str, Any]]:
    """Check the plan beside its source."""

    def checked(source: str, document: Any) -> dict[str, Any]:
        (tmp_path / "main.tf").write_text(source, encoding="utf-8")
        (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
        (tmp_path / "filings.toml").write_text("", encoding="utf-8")
        run = icplint("check", tmp_path / "plan.json", "--all", "--format", "json", "--select", "ICP101")
        return {finding["subject"]["key"]: finding for finding in json.loads(run.out)["findings"]}

    return checked


def test_beside_its_source_a_plan_does_not_give_a_region_its_default(beside: Callable[..., dict[str, Any]]) -> None:
    source = (MADE / "main.tf").read_text(encoding="utf-8")
    found = beside(source, load("ephemeral/plan.json"))
    assert {name: finding["outcome"] for name, finding in found.items()} == {
        "home.example.cn": "violation",
        "web.example.cn": "cannot-tell",
    }
    assert any("which value variable region had" in e["message"] for e in found["web.example.cn"]["evidence"])


@pytest.mark.parametrize("flag", ["ephemeral = false", "sensitive = true"])
def test_another_variable_has_the_value_that_the_plan_shows(flag: str, beside: Callable[..., dict[str, Any]]) -> None:
    source = (MADE / "main.tf").read_text(encoding="utf-8")
    found = beside(source.replace("ephemeral = true", flag), load("ephemeral/plan.json"))
    outcome = "cannot-tell" if "sensitive" in flag else "compliant"
    assert found["web.example.cn"]["outcome"] == outcome


def test_what_a_plan_does_not_list_has_not_its_default(beside: Callable[..., dict[str, Any]]) -> None:
    source = (MADE / "main.tf").read_text(encoding="utf-8")
    document = load("ephemeral/plan.json")
    del document["variables"]
    outcomes = {name: finding["outcome"] for name, finding in beside(source, document).items()}
    assert outcomes == {"home.example.cn": "cannot-tell", "web.example.cn": "cannot-tell"}


def test_nor_has_it_in_the_plan_alone() -> None:
    document = load("ephemeral/plan.json")
    del document["variables"]["home"]
    found = {r.address: r for r in read_plan(document, file="plan.json", root="here").resources}
    provider = found["alicloud_eip_address.home"].provider
    assert provider is not None
    assert isinstance(provider.values["region"], Unknown)
