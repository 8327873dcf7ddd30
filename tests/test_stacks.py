"""Several plans and states: two sightings of one stack are one, two stacks of one module are two."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

REGISTER: Final = '[[filing]]\ndomain = "example.com"\nlicence = "京ICP备2023001234号-1"\n'
SOURCE: Final = """
provider "alicloud" { region = "cn-hangzhou" }
variable "domain" {}
resource "alicloud_instance" "web" {
  instance_name              = "web"
  internet_max_bandwidth_out = 5
  instance_charge_type       = "PostPaid"
}
resource "alicloud_alidns_record" "www" {
  domain_name = var.domain
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}
"""
PROVIDER: Final = 'provider["registry.terraform.io/aliyun/alicloud"]'


def state(n: int, instance: str = "") -> str:
    """Return a terraform.tfstate of the source: an instance and the name that leads to it."""

    def managed(kind: str, name: str, attributes: dict[str, Any]) -> dict[str, Any]:
        instances = [{"schema_version": 0, "attributes": attributes}]
        return {"mode": "managed", "type": kind, "name": name, "provider": PROVIDER, "instances": instances}

    server = {
        "id": instance or f"i-bp1aaa{n:03}",
        "instance_name": "web",
        "availability_zone": "cn-hangzhou-h",
        "instance_charge_type": "PostPaid",
        "internet_max_bandwidth_out": 5,
        "public_ip": f"47.96.0.{n}",
    }
    record = {"id": f"{n}", "domain_name": f"example{n}.cn", "rr": "www", "type": "A", "value": f"47.96.0.{n}"}
    resources = [managed("alicloud_instance", "web", server), managed("alicloud_alidns_record", "www", record)]
    return json.dumps({"version": 4, "serial": 3, "lineage": f"{n}", "outputs": {}, "resources": resources})


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Any) -> Callable[..., dict[str, Any]]:
    """Check paths below a directory with a register; return the JSON report."""
    (tmp_path / "filings.toml").write_text(REGISTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def checked(*paths: str) -> dict[str, Any]:
        done = icplint("check", *paths, "--format", "json", "--all", "--on", "2026-11-24", "--lang", "en")
        report: dict[str, Any] = json.loads(done.out)
        return report

    return checked


def servers(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the subjects of ICP301 by fingerprint."""
    return {f["fingerprint"]: f["subject"] for f in report["findings"] if f["code"] == "ICP301"}


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside-the-source"])
def test_thirty_states_of_one_module_are_thirty(beside: bool, tmp_path: Path, check: Any) -> None:
    (tmp_path / "states").mkdir()
    if beside:
        (tmp_path / "states/main.tf").write_text(SOURCE, encoding="utf-8")
    names = [f"states/{n}.tfstate" for n in range(30)]
    for n, name in enumerate(names):
        (tmp_path / name).write_text(state(n), encoding="utf-8")
    report = check(*names)
    found = servers(report)
    assert sorted(one["root"] for one in found.values()) == sorted(names)
    assert {one["id"] for one in found.values()} == {f"i-bp1aaa{n:03}" for n in range(30)}
    messages = [f["message"] for f in report["findings"] if f["code"] == "ICP301"]
    assert len(set(messages)) == 30
    unfiled = {f["subject"]["key"]: f["outcome"] for f in report["findings"] if f["code"] == "ICP101"}
    assert unfiled == {f"www.example{n}.cn": "violation" for n in range(30)}
    assert servers(check(*reversed(names))) == found
    if beside:  # what the source declares is in each of them: it is not a thirty-first
        assert servers(check("states", *names)).keys() == found.keys()


def test_a_state_its_copy_its_source_and_its_plan_are_one(tmp_path: Path, check: Any) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web/main.tf").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "web/terraform.tfstate").write_text(state(1), encoding="utf-8")
    (tmp_path / "copy.tfstate").write_text(state(1), encoding="utf-8")
    ways = [
        ["web"],
        ["web/terraform.tfstate"],
        ["web", "web/terraform.tfstate"],
        ["copy.tfstate", "web", "web/terraform.tfstate"],
    ]
    found = [servers(check(*paths)) for paths in ways]
    assert all(len(one) == 1 for one in found)
    assert len({fingerprint for one in found for fingerprint in one}) == 1
    assert [one.get("root") for each in found for one in each.values()] == ["web"] * len(ways)


def test_two_states_are_told_apart_in_baseline_suppression_and_table(tmp_path: Path, check: Any, icplint: Any) -> None:
    for n, name in enumerate("ab"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "terraform.tfstate").write_text(state(n), encoding="utf-8")
    both = ("a/terraform.tfstate", "b/terraform.tfstate")
    assert icplint("baseline", "write", both[0], "--on", "2026-11-24", "--baseline", "accepted.json").code == 0
    done = icplint("check", *both, "--on", "2026-11-24", "--baseline", "accepted.json", "--format", "json")
    left = [f["subject"] for f in json.loads(done.out)["findings"] if f["code"] == "ICP301" and not f["suppressed"]]
    assert left == [
        {"kind": "Server", "key": "alicloud_instance.web", "root": both[1], "id": "i-bp1aaa001", "name": "web"}
    ]
    for subject in (f"{both[0]}:alicloud_instance.web", "i-bp1aaa000"):
        (tmp_path / "icplint.toml").write_text(
            f'[[suppress]]\ncheck = "ICP301"\nsubject = "{subject}"\nreason = "agreed"\n', encoding="utf-8"
        )
        suppressed = [f["subject"]["root"] for f in check(*both)["findings"] if f["suppressed"]]
        assert suppressed == [both[0]]
    table = icplint("eligibility", *both, "--lang", "en").out
    assert "alicloud_instance.web (i-bp1aaa000, web, a/terraform.tfstate)" in table
    rows = json.loads(icplint("eligibility", *both, "--format", "json").out)["instances"]
    assert [(row["key"], row["root"], row["id"]) for row in rows] == [
        ("alicloud_instance.web", both[0], "i-bp1aaa000"),
        ("alicloud_instance.web", both[1], "i-bp1aaa001"),
    ]
    (tmp_path / "icplint.toml").unlink()
    for name in ("text", "markdown", "csv", "html", "sarif", "junit", "github"):
        text = icplint("check", *both, "--format", name, "--lang", "en").out
        assert "a/terraform.tfstate)" in text, name
        assert "b/terraform.tfstate)" in text, name


def plan(domain: str) -> str:
    """Return a plan of the source before any apply: no id is known."""

    def planned(kind: str, name: str, values: dict[str, Any]) -> dict[str, Any]:
        head = {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name}
        return {**head, "provider_name": "registry.terraform.io/aliyun/alicloud", "values": values}

    server = {"instance_name": "web", "availability_zone": "cn-hangzhou-h", "internet_max_bandwidth_out": 5}
    record = {"domain_name": domain, "rr": "www", "type": "A"}
    resources = [planned("alicloud_instance", "web", server), planned("alicloud_alidns_record", "www", record)]
    changes = [
        {
            **resource,
            "change": {"actions": ["create"], "before": None, "after": resource["values"], "after_unknown": {}},
        }
        for resource in resources
    ]
    return json.dumps(
        {
            "format_version": "1.2",
            "terraform_version": "1.11.4",
            "variables": {"domain": {"value": domain}},
            "planned_values": {"root_module": {"resources": resources}},
            "resource_changes": changes,
        }
    )


def test_two_plans_of_one_configuration_are_two_stacks(tmp_path: Path, check: Any) -> None:
    (tmp_path / "main.tf").write_text(SOURCE, encoding="utf-8")
    for name in ("test", "prod"):
        (tmp_path / f"{name}.json").write_text(plan(f"{name}-example.cn"), encoding="utf-8")
    report = check("prod.json", "test.json")
    names = {f["subject"]["key"] for f in report["findings"] if f["code"] == "ICP101"}
    assert names == {"www.prod-example.cn", "www.test-example.cn"}
    assert {one["root"] for one in servers(report).values()} == {"prod.json", "test.json"}
    assert {one.get("root") for one in servers(check("prod.json")).values()} == {"."}


def test_two_projects_without_a_repository_are_two(tmp_path: Path, check: Any) -> None:
    """Each has a register and settings of its own, and nothing above says where both begin."""
    (tmp_path / "filings.toml").unlink()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "filings.toml").write_text(REGISTER, encoding="utf-8")
        (tmp_path / name / "main.tf").write_text(SOURCE.replace("var.domain", f'"{name}-example.cn"'), encoding="utf-8")
    found = servers(check("one", "two"))
    assert {one["root"] for one in found.values()} == {str(tmp_path / name) for name in ("one", "two")}
    assert servers(check("two", "one")).keys() == found.keys()
