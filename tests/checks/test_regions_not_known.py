"""Regions that nobody writes, and zones of which there are several: the provider's default proves nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

Ask = Callable[..., dict[str, Any]]

PLAN: Final = Path(__file__).parents[1] / "terraform/data/plans/ephemeral"
FREE: Final = 'resource "random_string" "s" {\n  length = 5\n}\n'
EITHER: Final = 'random_string.s.result == "x" ?'


def answer(ask: Ask, terraform: str, **more: Any) -> tuple[str, str]:
    """Return what is said of www.example.cn, and why."""
    report = ask({"main.tf": FREE + terraform, "filings.toml": ""}, "ICP101", **more)
    (finding,) = (one for one in report["findings"] if one["subject"]["key"] == "www.example.cn")
    return finding["outcome"], "\n".join(evidence["message"] for evidence in finding["evidence"])


def record(kind: str, name: str, value: str) -> str:
    return (
        f'resource "alicloud_alidns_record" "r" {{\n  domain_name = "example.cn"\n  rr = "www"\n  type = "{kind}"\n'
        f"  value = {name}.{value}\n}}\n"
    )


ADDRESS: Final = 'resource "alicloud_eip_address" "e" {}\n' + record("A", "alicloud_eip_address.e", "ip_address")
TENCENT: Final = (
    'resource "tencentcloud_instance" "e" {\n  allocate_public_ip = true\n  internet_max_bandwidth_out = 5\n}\n'
    + record("A", "tencentcloud_instance.e", "public_ip")
)


@pytest.mark.parametrize(
    ("cloud", "site", "variable", "region"),
    [
        ("alicloud", ADDRESS, "ALICLOUD_REGION", "cn-beijing"),
        ("tencentcloud", TENCENT, "TENCENTCLOUD_REGION", "ap-guangzhou"),
    ],
)
@pytest.mark.parametrize("block", ["", "  region = null\n"])
def test_the_default_of_a_provider_is_not_certain(
    cloud: str, site: str, variable: str, region: str, block: str, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(variable, raising=False)
    site = f'provider "{cloud}" {{\n{block}}}\n{site}'
    outcome, why = answer(ask, site)
    assert outcome == "cannot-tell"
    assert variable in why
    assert region in why
    assert variable in answer(ask, site, lang="zh")[1]
    monkeypatch.setenv(variable, region)
    assert answer(ask, site)[0] == "violation"


@pytest.mark.parametrize("beside", [True, False])
def test_nor_is_it_with_a_plan(
    beside: bool, tmp_path: Path, icplint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALICLOUD_REGION", raising=False)
    document = json.loads((PLAN / "plan.json").read_text(encoding="utf-8"))
    del document["configuration"]["provider_config"]["alicloud"]["expressions"]
    (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / "filings.toml").write_text("", encoding="utf-8")
    if beside:
        source = (PLAN / "main.tf").read_text(encoding="utf-8")
        (tmp_path / "main.tf").write_text(source.replace("region = var.region", ""), encoding="utf-8")
    out = icplint("check", tmp_path / "plan.json", "--all", "--format", "json", "--select", "ICP101").out
    found = {finding["subject"]["key"]: finding["outcome"] for finding in json.loads(out)["findings"]}
    assert found == {"web.example.cn": "cannot-tell", "home.example.cn": "violation" if beside else "cannot-tell"}


def instance(zone: str, argument: str = "availability_zone") -> str:
    body = f"  {argument} = {zone}\n  internet_max_bandwidth_out = 5\n"
    return f'resource "alicloud_instance" "e" {{\n{body}}}\n' + record("A", "alicloud_instance.e", "public_ip")


def vswitch(name: str, zone: str) -> str:
    return f'resource "alicloud_vswitch" "{name}" {{\n  zone_id = "{zone}"\n}}\n'


HERE: Final = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
NOWHERE: Final = 'provider "alicloud" {\n}\n'
SWITCHES: Final = vswitch("here", "cn-hangzhou-h") + vswitch("there", "cn-hongkong-b") + vswitch("too", "cn-hongkong-c")


@pytest.mark.parametrize(
    ("provider", "zone", "outcome"),
    [
        (NOWHERE, f'{EITHER} "cn-hongkong-b" : "cn-hongkong-c"', "compliant"),
        (NOWHERE, f'{EITHER} "cn-hongkong-b" : "cn-shanghai-c"', "cannot-tell"),
        (HERE, f'{EITHER} "cn-hongkong-b" : "cn-hangzhou-h"', "cannot-tell"),
        (HERE, f'{EITHER} "cn-hangzhou-i" : "cn-hangzhou-h"', "violation"),
        (HERE, f'{EITHER} "cn-hangzhou-i" : random_string.s.result', "violation"),  # of the provider's region
        (HERE, f'{EITHER} "cn-hongkong-b" : random_string.s.result', "cannot-tell"),
        (HERE, '["cn-hongkong-b", "cn-hongkong-c"][length(random_string.s.result)]', "compliant"),
        (HERE, "random_string.s.result", "violation"),
    ],
)
def test_a_zone_that_is_one_of_several(provider: str, zone: str, outcome: str, ask: Ask) -> None:
    assert answer(ask, provider + instance(zone))[0] == outcome


@pytest.mark.parametrize(
    ("chosen", "outcome"),
    [
        ("alicloud_vswitch.there.id", "compliant"),
        (f"{EITHER} alicloud_vswitch.there.id : alicloud_vswitch.too.id", "compliant"),
        (f"{EITHER} alicloud_vswitch.there.id : alicloud_vswitch.here.id", "cannot-tell"),
        (f"{EITHER} alicloud_vswitch.here.id : random_string.s.result", "violation"),
        (f"{EITHER} alicloud_vswitch.there.id : random_string.s.result", "cannot-tell"),
    ],
)
def test_a_vswitch_that_is_one_of_several(chosen: str, outcome: str, ask: Ask) -> None:
    found, why = answer(ask, HERE + SWITCHES + instance(chosen, "vswitch_id"))
    assert found == outcome
    assert ("cn-hangzhou, cn-hongkong" in why) is (outcome == "cannot-tell")
