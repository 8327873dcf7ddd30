"""A module that was not read is told with what mends it, and makes doubt about the names in sight."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icplint.terraform.modules.installed import Installed

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Callable[..., Any]) -> Ask:
    """Return what checks the files as a whole directory."""
    monkeypatch.chdir(tmp_path)

    def asked(files: dict[str, str], *codes: str) -> dict[str, Any]:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        selected = [word for code in codes for word in ("--select", code)]
        report: dict[str, Any] = json.loads(icplint("check", "--all", "--format", "json", *selected).out)
        return report

    return asked


DNS = """
module "dns" {
  source      = "terraform-alicloud-modules/dns/alicloud"
  version     = "~> 1.4"
  domain_name = "example.cn"
  template    = "index.sh"
  record_list = [
    { name = "www", type = "A", value = "47.96.0.1", ttl = 600 },
    { name = "m", type = "CNAME", value = "m.example.com" },
  ]
}
"""


def doubts(report: dict[str, Any]) -> dict[str, Any]:
    return {f["subject"]["key"]: f for f in report["findings"] if f["code"] == "ICP101"}


def manifest(**module: Any) -> str:
    entry = {"Key": "dns", "Source": "registry.terraform.io/terraform-alicloud-modules/dns/alicloud",
             "Version": "1.4.2", "Dir": "vendor"}  # fmt: skip
    return json.dumps({"Modules": [{"Key": "", "Source": "", "Dir": "."}, entry | module]})


def test_each_host_name_that_it_is_given_is_doubt(ask: Ask) -> None:
    report = ask({"main.tf": DNS, "filings.toml": ""}, "ICP101")
    found = doubts(report)
    assert {name: one["outcome"] for name, one in found.items()} == dict.fromkeys(
        ("example.cn", "m.example.com"), "cannot-tell"
    )
    assert "module.dns is given example.cn" in json.dumps(found)
    assert found["example.cn"]["settle"] == ["run terraform init, then check again"]
    (unread,) = report["unread"]
    assert unread["what"] == "module.dns"
    assert unread["why"].endswith("is not installed: run terraform init, then check again")


def test_an_address_alone_is_doubt_without_a_name(ask: Ask) -> None:
    call = 'module "lb" {\n  source = "example/lb/alicloud"\n  backends = ["47.96.0.1"]\n  cidr = "10.0.0.0"\n}\n'
    (found,) = doubts(ask({"main.tf": call, "filings.toml": ""}, "ICP101")).values()
    assert found["outcome"] == "cannot-tell"
    assert "module.lb is given 47.96.0.1" in json.dumps(found)


def test_what_names_nothing_makes_no_finding(ask: Ask) -> None:
    call = 'module "vpc" {\n  source = "example/vpc/alicloud"\n  cidr = "10.0.0.0/16"\n  name = null\n  zones = ["cn-hangzhou-h"]\n}\n'
    report = ask({"main.tf": call, "filings.toml": ""}, "ICP101")
    assert report["findings"] == []
    assert len(report["unread"]) == 1


def test_a_name_whose_way_leads_through_it_is_doubt(ask: Ask) -> None:
    record = """
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = module.web.address
}
"""
    call = 'module "web" {\n  source = "./modules/web"\n}\n'
    report = ask({"main.tf": call + record, "modules/web/.gitkeep": "", "filings.toml": ""}, "ICP101")
    found = doubts(report)["www.example.cn"]
    assert found["outcome"] == "cannot-tell"
    assert found["settle"] == ["check out what belongs there (git submodule update --init), then check again"]
    assert report["unread"][0]["why"].startswith("the folder modules/web holds no Terraform files: check out")
    assert report["errors"] == []


@pytest.mark.parametrize(
    ("module", "why"),
    [
        ({}, None),
        ({"Source": "terraform-alicloud-modules/dns/alicloud", "Version": ""}, None),
        ({"Version": "1.3.9"}, "is asked for in version ~> 1.4, and modules.json holds 1.3.9"),
        ({"Version": "2.0.0"}, "is asked for in version ~> 1.4, and modules.json holds 2.0.0"),
        ({"Source": "registry.terraform.io/other/dns/alicloud"}, "holds registry.terraform.io/other/dns/alicloud"),
        ({"Dir": "gone"}, "is not installed"),
        ({"Key": "other"}, "is not installed"),
    ],
)
def test_what_the_manifest_holds_has_to_be_what_the_call_asks_for(
    module: dict[str, str], why: str | None, ask: Ask
) -> None:
    files = {"main.tf": DNS, "vendor/main.tf": "locals {\n  a = 1\n}\n", "filings.toml": ""}
    report = ask(files | {".terraform/modules/modules.json": manifest(**module)}, "ICP101")
    assert report["errors"] == []
    assert [why in unread["why"] for unread in report["unread"] if why] == [True] * bool(why)
    assert bool(report["unread"]) == bool(why)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"Modules": 1}', '{"Modules": ["a"]}', manifest(Dir=1), manifest(Key=None), "[" * 100_000]
)
def test_a_manifest_that_is_something_else_is_one_sentence(text: str, ask: Ask) -> None:
    report = ask({"main.tf": DNS, ".terraform/modules/modules.json": text, "filings.toml": ""}, "ICP101")
    (error,) = report["errors"]
    assert error["message"].startswith(".terraform/modules/modules.json is not what terraform init writes there")


CONSTRAINTS = ("1.2.0", "= 1.2", "~> 1.0", "~> 1.0.0", "~> 1", ">= 1.0, < 1.2", "!= 1.2.0", "> 1.1, != 1.3", "<= 1.2.0")


@pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not on the PATH")
def test_a_version_keeps_to_a_constraint_as_terraform_has_it(tmp_path: Path) -> None:
    """Terraform judges an installed module by its manifest, and asks for `init` where it is another."""
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor/main.tf").write_text("", encoding="utf-8")
    (tmp_path / ".terraform/modules").mkdir(parents=True)
    source = "terraform-alicloud-modules/dns/alicloud"
    disagreeing = []
    for held in ("1.0.1", "1.2.0", "2.0.0"):
        (tmp_path / ".terraform/modules/modules.json").write_text(manifest(Version=held), encoding="utf-8")
        for constraint in CONSTRAINTS:
            call = f'module "dns" {{\n  source = "{source}"\n  version = "{constraint}"\n}}\n'
            (tmp_path / "main.tf").write_text(call, encoding="utf-8")
            done = subprocess.run(["terraform", "validate"], cwd=tmp_path, capture_output=True, check=False)
            mine = Installed(f"registry.terraform.io/{source}", held, "vendor").outdated(source, constraint)
            if (mine is None) != (done.returncode == 0):
                disagreeing.append((held, constraint, done.stderr.decode()))
    assert disagreeing == []


GIVEN = """
provider "alicloud" {
  region = "cn-hangzhou"
}
resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
}
module "dns" {
  source = "git::https://git.example.com/dns.git"
  it     = alicloud_instance.web.public_ip
}
"""


@pytest.mark.parametrize(
    ("attribute", "doubt"), [("public_ip", True), ("id", False), ("private_ip", False), ("security_groups", False)]
)
def test_what_visitors_reach_may_be_named_in_it(ask: Ask, attribute: str, doubt: bool) -> None:
    report = ask({"main.tf": GIVEN.replace("public_ip", attribute), "filings.toml": ""}, "ICP101", "ICP301")
    found = {(f["code"], f["subject"]["key"]): f["outcome"] for f in report["findings"]}
    assert found[("ICP301", "alicloud_instance.web")] == ("cannot-tell" if doubt else "compliant")
    assert found.get(("ICP101", "module.dns")) == ("cannot-tell" if doubt else None)
