"""Terragrunt units are read as far as an expression goes; what only Terragrunt knows is never a module's default."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.reading import Reading
from icplint.model.unknown import Unknown

WEB = """
variable "domain" {
  default = "default.example.cn"
}

variable "zone" {
  default = "default"
}

resource "alicloud_alidns_record" "www" {
  domain_name = var.domain
  rr          = var.zone
}
"""


def read(top: Path, files: dict[str, str], *paths: str, **more: Any) -> Reading:
    for name, text in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    return read_inputs(Request(paths=paths or (".",), base=top, **more))


def given(reading: Reading) -> dict[str, tuple[Any, Any]]:
    """Return what the variables of each root's module are given; None for what is not known."""
    return {
        r.root: tuple(None if isinstance(v := r.values.get(n), Unknown) else v for n in ("domain_name", "rr"))  # type: ignore[misc]
        for r in reading.resources
        if r.kind == "alicloud_alidns_record"
    }


def unit(inputs: str, *more: str) -> dict[str, str]:
    source = 'terraform {\n  source = "../../modules//web"\n}\n'
    return {"live/prod/terragrunt.hcl": "\n".join([source, *more, f"inputs = {inputs}\n"]), "modules/web/main.tf": WEB}


@pytest.mark.parametrize(
    ("inputs", "more", "domain", "zone"),
    [
        ('{ domain = "a.cn" }', (), "a.cn", "default"),
        ('merge({ domain = "a.cn" }, { zone = upper("z") })', (), "a.cn", "Z"),
        ("{ domain = local.name }", ('locals {\n  env = "prod"\n  name = "${local.env}.example.cn"\n}',), "prod.example.cn", "default"),
        ("{ domain = dependency.dns.outputs.name }", ('dependency "dns" {\n  config_path = "../dns"\n}',), None, "default"),
        ('{ domain = get_env("NAME"), zone = "z" }', (), None, "z"),
        ('{ domain = run_cmd("echo", "a"), zone = "${get_env("A")}-z" }', (), None, None),
        ("dependency.all.outputs", (), None, None),
        ('{ domain = basename(get_terragrunt_dir()), zone = nonsense("x") }', (), "prod", None),
        ("{ domain = local.a }", ("locals {\n  a = local.b\n  b = local.a\n}",), None, "default"),
        ('{ zone = "z" }', ('terraform {\n  extra_arguments "x" {\n    commands = ["plan"]\n    required_var_files = ["x.tfvars"]\n  }\n}',), None, "z"),
    ],
)  # fmt: skip
def test_inputs_are_read_as_far_as_an_expression_goes(
    inputs: str, more: tuple[str, ...], domain: str | None, zone: str | None, tmp_path: Path
) -> None:
    reading = read(tmp_path, unit(inputs, *more))
    assert reading.problems == []
    assert given(reading) == {"live/prod": (domain, zone)}
    assert [(i.kind, i.path) for i in reading.inputs] == [("module", "modules/web"), ("configuration", "live/prod")]


PARENT = """
locals {
  env = read_terragrunt_config(find_in_parent_folders("env.hcl")).locals.name
}

inputs = {
  domain = "${local.env}.${basename(path_relative_to_include())}.example.cn"
  zone   = "parent"
}
"""


@pytest.mark.parametrize("name", ["root.hcl", "terragrunt.hcl"])
def test_what_is_included_comes_first(name: str, tmp_path: Path) -> None:
    included = unit(
        "{ zone = include.root.locals.env }", 'include "root" {\n  path = find_in_parent_folders()\n  expose = true\n}'
    )
    files = {f"live/{name}": PARENT, "live/env.hcl": 'locals {\n  name = "cn"\n}\n'} | included
    assert given(read(tmp_path, files)) == {"live/prod": ("cn.prod.example.cn", "cn")}


@pytest.mark.parametrize("path", ['"../gone.hcl"', 'get_env("A")', '"../../../outside.hcl"'])
def test_where_an_include_is_not_read_any_variable_may_be_set(path: str, tmp_path: Path) -> None:
    files = unit('{ zone = "z" }', f'include "root" {{\n  path = {path}\n}}')
    assert given(read(tmp_path, files)) == {"live/prod": (None, "z")}


def test_units_share_a_module_and_win_over_its_backend(tmp_path: Path) -> None:
    files = unit('{ domain = "a.cn" }')
    files["live/test/terragrunt.hcl"] = files["live/prod/terragrunt.hcl"].replace("a.cn", "b.cn")
    files["modules/web/backend.tf"] = 'terraform {\n  backend "oss" {}\n}\n'
    both = {"live/prod": ("a.cn", "default"), "live/test": ("b.cn", "default")}
    assert given(read(tmp_path, files)) == both
    told: list[str] = []
    assert given(read(tmp_path, files, "modules/web/main.tf", told=told.append)) == both
    assert told.count("modules/web/main.tf") == 1
    assert given(read(tmp_path, files, "live/test/terragrunt.hcl")) == {"live/test": ("b.cn", "default")}
    assert given(read(tmp_path, files, variables={"domain": "c.cn"}))["live/prod"] == ("c.cn", "default")


def test_what_is_generated_is_part_of_the_module(tmp_path: Path) -> None:
    generate = """
generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = <<-EOT
    provider "alicloud" {
      region = "${local.region}"
    }
  EOT
}

locals {
  region = "cn-shanghai"
}
"""
    reading = read(tmp_path, unit("{}", generate))
    (record,) = reading.resources
    assert record.provider is not None
    assert record.provider.values["region"] == "cn-shanghai"
    lost = read(tmp_path, unit("{}", generate.replace("${local.region}", "${run_cmd(1)}")))
    (unread,) = lost.unread
    assert "the file that generate provider writes is known only when Terragrunt runs" in unread.why.say("en")
    assert lost.resources[0].provider is not None
    assert not lost.resources[0].provider.configured


@pytest.mark.parametrize(
    "source", ['"git::https://example.com/web.git?ref=v1"', '"tfr:///a/b/c?version=1.0.0"', "local.x"]
)
def test_a_module_that_is_not_here_is_doubt_about_its_inputs(
    source: str, tmp_path: Path, icplint: Any, monkeypatch: Any
) -> None:
    text = f'terraform {{\n  source = {source}\n}}\ninputs = {{\n  domain = "www.example.cn"\n}}\n'
    reading = read(tmp_path, {"live/terragrunt.hcl": text})
    (unread,) = reading.unread
    assert (unread.what, unread.origin and unread.origin.file) == ("live/terragrunt.hcl", "live/terragrunt.hcl")
    assert "check the plan that Terragrunt makes" in unread.why.say("en")
    monkeypatch.chdir(tmp_path)
    run = icplint("check")
    assert "cannot tell whether www.example.cn is served from mainland China" in run.out


def test_a_file_that_is_only_included_makes_no_root(tmp_path: Path) -> None:
    reading = read(tmp_path, {"terragrunt.hcl": "inputs = {\n  a = 1\n}\n", "x/main.tf": WEB})
    assert given(reading) == {"x": ("default.example.cn", "default")}


def test_a_broken_file_is_an_error_with_its_place_and_nothing_is_a_default(tmp_path: Path) -> None:
    files = unit('{ domain = "a.cn" }')
    files["live/prod/terragrunt.hcl"] += "locals {\n  a = = 1\n}\n"
    reading = read(tmp_path, files | {"live/alone/terragrunt.hcl": "inputs = {"})
    assert given(reading)["live/prod"][1] is None
    assert sorted(str(p.origin).rpartition(":")[0] for p in reading.problems) == [
        "live/alone/terragrunt.hcl:1", "live/prod/terragrunt.hcl:7",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ['include "x" {\n  path = "terragrunt.hcl"\n}\ninputs = { zone = include.x.inputs.zone }\n',
                                  'inputs = read_terragrunt_config("terragrunt.hcl").inputs\n'])  # fmt: skip
def test_a_file_that_needs_itself_ends(text: str, tmp_path: Path) -> None:
    reading = read(tmp_path, {"a/terragrunt.hcl": text, "a/main.tf": WEB})
    assert given(reading)["a"][1] is None


def test_a_unit_stays_a_root_although_another_one_applies_its_directory(tmp_path: Path) -> None:
    source = 'terraform {\n  source = "../a"\n}\n'
    files = {"a/terragrunt.hcl": 'inputs = {\n  domain = "a.cn"\n}\n', "a/main.tf": WEB, "b/terragrunt.hcl": source}
    assert given(read(tmp_path, files)) == {"a": ("a.cn", "default"), "b": ("default.example.cn", "default")}


def test_a_module_that_is_named_alone_is_read_through_the_units_of_its_project(tmp_path: Path) -> None:
    files = unit('{ domain = "a.cn" }') | {
        "live/dev/terragrunt.hcl": unit('{ domain = "b.cn" }')["live/prod/terragrunt.hcl"]
    }
    (tmp_path / ".git").mkdir()
    both = {"live/prod": ("a.cn", "default"), "live/dev": ("b.cn", "default")}
    reading = read(tmp_path, files, "modules/web")
    assert given(reading) == both
    assert [(one.kind, one.path) for one in reading.inputs if one.kind == "module"] == [("module", "modules/web")]
    assert given(read(tmp_path, files, "modules")) == both
    assert given(read(tmp_path, files, "modules/web/main.tf")) == both
    assert given(read(tmp_path, files, "modules/web", "live/prod")) == both
    assert given(read(tmp_path, files, "live/prod", "modules/web")) == both
    assert given(read(tmp_path / "modules", {}, "web")) == {
        "../live/prod": both["live/prod"],
        "../live/dev": both["live/dev"],
    }


def test_a_module_with_values_of_its_own_is_its_own_root(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    files = unit('{ domain = "a.cn" }') | {"modules/web/terraform.tfvars": 'domain = "own.cn"\n'}
    assert given(read(tmp_path, files, "modules/web")) == {"modules/web": ("own.cn", "default")}


IN_JSON = {
    "live/prod/terragrunt.hcl.json": """{
      "terraform": {"source": "../../modules//web", "extra_arguments": {"retry": {"commands": ["plan"]}}},
      "include": INCLUDE,
      "locals": {"//": "where it runs", "env": "prod"},
      "generate": {"more": {"path": "more.tf", "if_exists": "overwrite", "contents": "output \\"x\\" { value = 1 }"}},
      "inputs": {"domain": "${local.env}.${upper(\\"a\\")}.cn"}
    }""",
    "modules/web/main.tf": WEB,
}
"""HCL's JSON syntax, as Terragrunt takes it: strings are templates, labels are keys."""


@pytest.mark.parametrize(
    ("include", "parent", "text"),
    [
        ('{"root": {"path": "${find_in_parent_folders()}"}}', "terragrunt.hcl.json", '{"inputs": {"zone": "z"}}'),
        ('{"path": "${find_in_parent_folders(\\"root.hcl.json\\")}"}', "root.hcl.json", '{"inputs": {"zone": "${lower(\\"Z\\")}"}}'),
        ('[{"path": "../root.hcl"}]', "root.hcl", 'inputs = {\n  zone = "z"\n}\n'),
    ],
)  # fmt: skip
def test_units_in_json_are_read_as_those_in_the_native_syntax(
    include: str, parent: str, text: str, tmp_path: Path
) -> None:
    files = {name: one.replace("INCLUDE", include) for name, one in IN_JSON.items()} | {f"live/{parent}": text}
    (tmp_path / ".git").mkdir()
    for paths in ((".",), ("modules/web",), ("live/prod/terragrunt.hcl.json",), (f"live/{parent}",)):
        reading = read(tmp_path, files, *paths)
        assert (reading.problems, reading.unread) == ([], [])
        assert given(reading) == {"live/prod": ("prod.A.cn", "z")}, paths


def test_the_native_file_of_a_unit_comes_before_that_in_json(tmp_path: Path) -> None:
    files = unit('{ domain = "a.cn" }') | {"live/prod/terragrunt.hcl.json": '{"inputs": {"domain": "b.cn"}}'}
    assert given(read(tmp_path, files)) == {"live/prod": ("a.cn", "default")}


def test_a_broken_unit_in_json_is_an_error_and_nothing_is_a_default(tmp_path: Path) -> None:
    reading = read(tmp_path, {"live/terragrunt.hcl.json": '{"inputs": {"domain": }', "live/main.tf": WEB})
    assert [str(p.origin).rpartition(":")[0] for p in reading.problems] == ["live/terragrunt.hcl.json:1"]
    assert given(reading) == {"live": (None, None)}


def test_inputs_of_a_stack_in_json_are_doubt(tmp_path: Path) -> None:
    text = '{"component": {"web": {"source": "./web", "inputs": {"domain": "www.a.cn"}}}}'
    reading = read(tmp_path, {"a.tfcomponent.json": text, "web/main.tf": WEB})
    assert [(r.address, r.values["domain"]) for r in reading.resources] == [("component.web", "www.a.cn")]
    assert [one.what for one in reading.unread] == ["a.tfcomponent.json"]
