"""What OpenTofu reads otherwise than Terraform: by what a configuration asks for, else what both would do.

Source: opentofu.org/docs/language.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]

SITE = """
provider "alicloud" { region = "cn-hangzhou" }
resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
}
"""


def record(name: str, label: str = "www", more: str = "") -> str:
    """Return a record of www below a domain, which leads to the server of `SITE`."""
    return f"""
resource "alicloud_alidns_record" "{label}" {{
  domain_name = "{name}"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
{more}
}}
"""


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Callable[..., Any]) -> Ask:
    """Return what checks the files as a whole directory for unfiled domains."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "filings.toml").write_text('[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\n')

    def asked(files: dict[str, str]) -> dict[str, Any]:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        done = icplint("check", "--all", "--format", "json", "--select", "ICP101", "--lang", "en")
        report: dict[str, Any] = json.loads(done.out)
        return report

    return asked


def answers(report: dict[str, Any]) -> dict[str, str]:
    """Return the answer about each name, without its www."""
    return {f["subject"]["key"].removeprefix("www."): f["outcome"] for f in report["findings"]}


def test_a_file_that_opentofu_reads_another_one_instead_of_is_told_and_its_names_are_doubt(ask: Ask) -> None:
    report = ask({"main.tofu": SITE + record("example.cn"), "main.tf": SITE + record("unfiled.cn")})
    assert [(u["what"], "main.tofu" in u["why"]) for u in report["unread"]] == [("main.tf", True)]
    assert answers(report)["unfiled.cn"] == "cannot-tell"
    assert answers(report)["example.cn"] == "compliant"


def test_what_both_files_say_in_the_same_words_is_no_doubt(ask: Ask) -> None:
    abroad = SITE.replace("cn-hangzhou", "cn-hongkong") + record("unfiled.cn")
    report = ask({"main.tofu": abroad, "main.tf": abroad})
    assert [u["what"] for u in report["unread"]] == ["main.tf"]
    assert set(answers(report).values()) == {"compliant"}


def test_names_come_of_variables_and_locals_of_the_file_that_was_not_read(ask: Ask) -> None:
    old = 'variable "zone" { default = "unfiled.cn" }\n' + record("x").replace('"x"', "lower(var.zone)")
    report = ask({"main.tofu": record("example.cn"), "main.tf": old, "site.tf": SITE})
    assert answers(report)["unfiled.cn"] == "cannot-tell"
    assert not report["errors"]


def test_a_called_module_for_both_tools_is_told_once_for_all_its_calls(ask: Ask) -> None:
    calls = "".join(f'module "{name}" {{\n  source = "./site"\n}}\n' for name in "ab")
    report = ask(
        {"main.tf": calls, "site/a.tf": SITE, "site/m.tofu": record("example.cn"), "site/m.tf": record("unfiled.cn")}
    )
    assert [u["what"] for u in report["unread"]] == ["site/m.tf"]
    assert answers(report)["unfiled.cn"] == "cannot-tell"


@pytest.mark.parametrize(
    ("left", "right"), [("main.tf.json", "main.tofu.json"), ("main_override.tf", "main_override.tofu")]
)
def test_each_syntax_and_override_files_are_replaced_by_their_like_only(ask: Ask, left: str, right: str) -> None:
    empty = "{}" if left.endswith("json") else ""
    report = ask({"main.tofu": SITE, left: empty, right: empty, "main.tf": SITE})
    assert {u["what"] for u in report["unread"]} == {"main.tf", left}


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("true", "violation"), ("var.off", None), ("var.asked", "cannot-tell"), ('"true"', "violation")],
)
def test_a_record_exists_only_where_it_is_enabled(ask: Ask, value: str, outcome: str | None) -> None:
    off = 'variable "off" { default = false }\nvariable "asked" { type = bool }\n'
    report = ask({"main.tofu": SITE + off + record("unfiled.cn", more=f"lifecycle {{\n enabled = {value}\n}}")})
    assert answers(report).get("unfiled.cn") == outcome
    assert not report["errors"]


def test_what_is_off_is_null_and_what_is_on_needs_no_index(ask: Ask) -> None:
    server = (
        'resource "alicloud_instance" "b" {\n  internet_max_bandwidth_out = 5\n  lifecycle {\n enabled = %s\n}\n}\n'
    )
    leads = record("x.cn").replace("alicloud_instance.web.public_ip", 'try(alicloud_instance.b.public_ip, "47.88.1.1")')
    hongkong = '\n[[address]]\ncidr = "47.88.0.0/16"\nlocation = "outside"\n'
    with Path("filings.toml").open("a") as register:
        register.write(hongkong)
    assert answers(ask({"main.tofu": SITE + server % "true" + leads}))["x.cn"] == "violation"
    assert answers(ask({"main.tofu": SITE + server % "false" + leads}))["x.cn"] == "compliant"
    asked = 'variable "asked" { type = bool }\n'
    assert answers(ask({"main.tofu": SITE + asked + server % "var.asked" + leads}))["x.cn"] == "cannot-tell"


def test_a_module_may_be_off_too_and_one_that_may_be_off_is_doubt(ask: Ask) -> None:
    call = 'module "m" {\n  source = "./m"\n  lifecycle { enabled = %s }\n}\nvariable "asked" { type = bool }\n'
    module = SITE + record("unfiled.cn") + 'output "ip" { value = alicloud_instance.web.public_ip }\n'
    reads = 'output "ip" { value = try(module.m.ip, null) }\n'
    assert "unfiled.cn" not in answers(ask({"main.tofu": call % "false" + reads, "m/main.tf": module}))
    report = ask({"main.tofu": call % "var.asked" + reads, "m/main.tf": module})
    assert answers(report)["unfiled.cn"] == "cannot-tell"
    assert not report["errors"]


@pytest.mark.parametrize("value", ["null", "sensitive(true)", '"x"', "1 / 0"])
def test_what_opentofu_refuses_as_enabled_is_an_error(ask: Ask, value: str) -> None:
    report = ask({"main.tofu": SITE + record("unfiled.cn", more=f"lifecycle {{\n enabled = {value}\n}}")})
    assert len(report["errors"]) == 1


REGIONS = """
variable "regions" { default = { cn = "cn-hangzhou", hk = "cn-hongkong" } }
provider "alicloud" {
  alias    = "by"
  for_each = var.regions
  region   = each.value
}
"""


def test_a_provider_of_several_regions_gives_each_resource_the_one_that_it_names(ask: Ask) -> None:
    servers = """
resource "alicloud_instance" "web" {
  for_each                   = var.regions
  provider                   = alicloud.by[each.key]
  internet_max_bandwidth_out = 5
}
variable "which" { type = string }
resource "alicloud_instance" "some" {
  provider                   = alicloud.by[var.which]
  internet_max_bandwidth_out = 5
}
"""
    leads = "".join(
        record(f"{name}.cn", name).replace("alicloud_instance.web", place)
        for name, place in (
            ("in", 'alicloud_instance.web["cn"]'),
            ("out", 'alicloud_instance.web["hk"]'),
            ("some", "alicloud_instance.some"),
        )
    )
    found = answers(ask({"main.tofu": REGIONS + servers + leads}))
    assert (found["in.cn"], found["some.cn"]) == ("violation", "cannot-tell")
    assert found["out.cn"] == "compliant"


def test_a_module_is_handed_one_of_several_providers(ask: Ask) -> None:
    module = SITE.replace('provider "alicloud" { region = "cn-hangzhou" }', "") + 'variable "zone" {}\n'
    call = """
module "m" {
  source    = "./m"
  for_each  = var.regions
  zone      = "${each.key}.cn"
  providers = { alicloud = alicloud.by[each.key] }
}
"""
    zone = record("x").replace('"x"', "var.zone")
    found = answers(ask({"main.tofu": REGIONS + call, "m/main.tf": module + zone}))
    assert (found["cn.cn"], found["hk.cn"]) == ("violation", "compliant")


def test_the_workspace_is_the_same_under_either_name(ask: Ask) -> None:
    text = SITE + record("x").replace('"x"', '"${tofu.workspace}-${terraform.workspace}.cn"')
    assert answers(ask({"main.tofu": text}))["default-default.cn"] == "violation"


def test_a_language_block_is_read(ask: Ask) -> None:
    text = 'language {\n  edition = tofu2024\n  compatible_with {\n    opentofu = ">= 1.12"\n  }\n}\n'
    report = ask({"main.tofu": text + SITE + record("unfiled.cn")})
    assert answers(report)["unfiled.cn"] == "violation"
    assert not report["errors"]


GUARDED = """
variable "x" {
  type    = object({ on = bool })
  default = null
}
"""
SINCE = [
    ("&& before 1.12", ">= 1.9, < 1.12", 'var.x != null && var.x.on ? "a" : "b"', "main.tf", "b"),
    ("&& of Terraform", "~> 1.9.0", 'var.x != null && var.x.on ? "a" : "b"', "main.tf", None),
    ("&& of OpenTofu", "~> 1.9.0", 'var.x != null && var.x.on ? "a" : "b"', "main.tofu", None),
    ("&& of OpenTofu 1.10", "~> 1.10.0", 'var.x != null && var.x.on ? "a" : "b"', "main.tofu", "b"),
    ("a function of OpenTofu", "~> 1.9", 'urldecode("a%62")', "main.tf", "ab"),
    ("before it came", "< 1.7.0", 'urldecode("a%62")', "main.tofu", None),
    ("of both", "~> 1.7.0", 'issensitive("") ? "a" : "b"', "main.tf", "b"),
    ("of OpenTofu first", "~> 1.7.0", 'issensitive("") ? "a" : "b"', "main.tofu", "b"),
    ("convert", ">= 1.5", "convert([1], list(string))[0]", "main.tf", "1"),
    ("convert before it came", "< 1.13", "convert([1], list(string))[0]", "main.tf", None),
    ("networks", ">= 1.7", 'cidrcontains("10.0.0.0/8", "10.1.0.0/16") ? "a" : "b"', "main.tofu", "a"),
    ("addresses", ">= 1.7", 'cidrcontains("10.0.0.0/8", "11.1.0.0") ? "a" : "b"', "main.tofu", "b"),
    ("workspaces", ">= 1.7", "tofu.workspace", "main.tofu", "default"),
    ("gunzip", ">= 1.7", 'base64gunzip("H4sIAAAAAAAA/0tMBgAi5AEbAgAAAA==")', "main.tofu", None),
]


@pytest.mark.parametrize(("what", "wanted", "expression", "file", "label"), SINCE, ids=[one[0] for one in SINCE])
def test_only_what_every_allowed_version_refuses_is_refused(
    ask: Ask, what: str, wanted: str, expression: str, file: str, label: str | None
) -> None:
    asks = f'terraform {{\n  required_version = "{wanted}"\n}}\n'
    found = answers(ask({file: asks + GUARDED + SITE + record("x").replace('"x"', f'"${{{expression}}}.cn"')}))
    assert (f"{label}.cn" in found) is (label is not None), what


def test_what_is_compressed_is_read_within_bounds(ask: Ask) -> None:
    def packed(text: bytes) -> str:
        return f'"${{base64gunzip("{base64.b64encode(gzip.compress(text)).decode()}")}}.cn"'

    text = (
        SITE + record("x").replace('"x"', packed(b"ab")) + record("y", "other").replace('"y"', packed(b"a" * (8 << 20)))
    )
    report = ask({"main.tofu": text})
    assert answers(report)["ab.cn"] == "violation"
    assert not report["errors"]


def test_enabled_is_refused_where_only_terraform_reads(ask: Ask) -> None:
    Path(".terraform-version").write_text("1.11.4\n")
    off = record("unfiled.cn", more="lifecycle {\n enabled = false\n}")
    report = ask({"main.tf": SITE + off})
    assert answers(report)["unfiled.cn"] == "cannot-tell"
    assert len(report["errors"]) == 1
    Path(".opentofu-version").write_text("1.11.1\n")
    assert "unfiled.cn" not in answers(ask({"main.tf": SITE + off}))


@pytest.mark.parametrize(
    ("wanted", "told"), [(">= 1.16", True), (">= 2.0", True), (">= 1.14", False), ("~> 0.11", False)]
)
def test_a_version_newer_than_what_is_known_is_said_once(ask: Ask, wanted: str, told: bool) -> None:
    asks = f'terraform {{\n  required_version = "{wanted}"\n}}\n'
    report = ask({"main.tf": asks + SITE + record("unfiled.cn")})
    assert [wanted in one["why"] for one in report["unread"]] == [True] * told
    assert answers(report)["unfiled.cn"] == "violation"


def test_what_only_opentofu_reads_is_newer_than_the_opentofu_that_is_known(ask: Ask) -> None:
    asks = 'terraform {\n  required_version = ">= 1.14"\n}\n'
    assert [one["what"] for one in ask({"main.tofu": asks + SITE})["unread"]] == ["."]


def test_what_may_be_ephemeral_may_be_null(ask: Ask) -> None:
    zone = 'variable "zone" {\n  default   = "b.cn"\n  ephemeral = true\n}\n'
    used = record("x").replace('"x"', 'coalesce(ephemeralasnull(var.zone), "a.cn")')
    assert "violation" not in answers(ask({"main.tf": zone + SITE + used})).values()


def test_a_module_narrows_what_its_root_allows(ask: Ask) -> None:
    asks = 'terraform {\n  required_version = "~> 1.9.0"\n}\n'
    guarded = record("x").replace('"x"', '"${var.x != null && var.x.on ? 1 : 2}.cn"')
    report = ask({"main.tf": 'module "m" {\n  source = "./m"\n}\n', "m/main.tf": asks + GUARDED + SITE + guarded})
    assert "2.cn" not in answers(report)
