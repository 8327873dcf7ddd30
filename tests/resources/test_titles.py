"""The id of a domain is its name, which is written: what refers to it has a name before there is any id."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

MADE: Final = Path(__file__).parents[1] / "terraform/data/plans/titles"
REGISTER: Final = '[[address]]\ncidr = "198.51.100.0/24"\nlocation = "mainland"\nprovider = "alibaba"\n'
Check = Callable[..., dict[str, str]]


@pytest.fixture
def check(tmp_path: Path, icplint: Callable[..., Any]) -> Check:
    def checked(path: str, **files: str) -> dict[str, str]:
        for name, text in {"filings_toml": REGISTER, **files}.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        out = icplint("check", tmp_path / path, "--all", "--format", "json", "--select", "ICP101").out
        return {finding["subject"]["key"]: finding["outcome"] for finding in json.loads(out)["findings"]}

    return checked


def made(name: str) -> str:
    return (MADE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("beside", [False, True])
def test_a_source_names_what_the_state_names(beside: bool, check: Check) -> None:
    truth = check("state.json", state_json=made("state.json"))
    more = {"plan_json": made("plan.json")} if beside else {}
    found = check("plan.json" if beside else "main.tf", main_tf=made("main.tf"), **more)
    assert truth == {f"{name}.example.cn": "violation" for name in ("direct", "each", "www.sub")}
    assert found["direct.example.cn"] == found["each.example.cn"] == "violation"
    assert {name: outcome for name, outcome in found.items() if outcome != "cannot-tell"}.items() <= truth.items()


def test_a_plan_alone_does_not_tell_what_was_made_of_an_id(check: Check) -> None:
    found = check("plan.json", plan_json=made("plan.json"))
    assert len(found) == 3
    assert set(found.values()) == {"cannot-tell"}


@pytest.mark.parametrize(
    ("kind", "argument"),
    [
        ("alicloud_alidns_domain", "domain_name"),
        ("alicloud_dns_domain", "domain_name"),
        ("alicloud_dns", "name"),
        ("alicloud_cdn_domain_new", "domain_name"),
        ("alicloud_dcdn_domain", "domain_name"),
    ],
)
def test_each_type_whose_id_is_its_name(kind: str, argument: str, check: Check) -> None:
    source = f'resource "{kind}" "d" {{\n  {argument} = "example.cn"\n}}\n'
    source += 'resource "alicloud_alidns_record" "r" {\n  domain_name = %s\n  rr = "www"\n  type = "A"\n'
    source += '  value = "198.51.100.1"\n}\n'
    assert check("main.tf", main_tf=source % f"{kind}.d.id")["www.example.cn"] == "violation"
    assert "www.example.cn" not in check("main.tf", main_tf=source % f"{kind}.d.arn")


def test_another_id_is_no_name(check: Check) -> None:
    source = 'resource "alicloud_esa_site" "d" {\n  site_name = "example.cn"\n}\n'
    source += 'resource "alicloud_cdn_domain_new" "r" {\n  domain_name = alicloud_esa_site.d.id\n}\n'
    assert "alicloud_cdn_domain_new.r" in check("main.tf", main_tf=source)
