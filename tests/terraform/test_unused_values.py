"""What lies beside a root module and would answer otherwise is said: values, workspaces, states of workspaces."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request

SITE = """
variable "domain" {
  default = "a.example.cn"
}
variable "size" {
  type    = number
  default = 1
}
variable "needed" {
}
resource "alicloud_cdn_domain_new" "www" {
  domain_name = var.domain
}
"""


def said(top: Path, files: dict[str, str], *paths: str, **more: Any) -> list[tuple[str, str, str]]:
    for name, text in {"main.tf": SITE, **files}.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    reading = read_inputs(Request(paths=paths or (".",), base=top, **more))
    assert reading.unread == []
    return [(one.kind, one.path, one.text.say("en")) for one in reading.unused]


VALUES = {"prod.tfvars": 'domain = "b.example.cn"\nsize = "2"\n', "envs/test.tfvars.json": '{"domain": "c.example.cn"}'}


def test_values_that_say_otherwise_than_the_default_are_named(tmp_path: Path) -> None:
    ((kind, path, text),) = said(tmp_path, VALUES)
    assert (kind, path) == ("values", "prod.tfvars")
    assert text.startswith("not used: prod.tfvars, envs/test.tfvars.json, with which domain, size would")
    assert "--var-file prod.tfvars uses it" in text


@pytest.mark.parametrize(
    ("files", "more"),
    [
        ({"same.tfvars": 'domain = "a.example.cn"\nsize = "1"\n', "other.tfvars": 'region = "x"\nneeded = "y"\n'}, {}),
        ({"terraform.tfvars": 'domain = "b.example.cn"\n', "a.auto.tfvars": "size = 3\n"}, {}),
        ({"terraform.tfvars": 'domain = "b.example.cn"\nsize = 2\n', **VALUES}, {}),
        (VALUES, {"variables": {"domain": "d.example.cn", "size": "4"}}),
        (VALUES, {"environment": {"TF_VAR_domain": "d.example.cn", "TF_VAR_size": "4"}}),
        ({"child/main.tf": 'variable "domain" {\n}\n', "child/x.tfvars": 'domain = "b.example.cn"\n'}, {}),
        ({"broken.tfvars": "domain = = 1\n"}, {}),
    ],
)
def test_values_that_say_the_same_or_of_what_is_given_are_not(
    files: dict[str, str], more: dict[str, Any], tmp_path: Path
) -> None:
    assert said(tmp_path, files, **more) == []


def test_values_that_are_used_are_not_named(tmp_path: Path) -> None:
    (tmp_path / "prod.tfvars").write_text(VALUES["prod.tfvars"], encoding="utf-8")
    assert said(tmp_path, VALUES, variable_files=[tmp_path / "prod.tfvars"]) == []


def test_a_module_that_depends_on_the_workspace_says_in_which_it_was_read(tmp_path: Path) -> None:
    text = 'locals {\n  zone = { default = "a.cn", prod = "b.cn" }[terraform.workspace]\n}\n'
    ((kind, path, words),) = said(tmp_path, {"site/main.tf": text}, "site")
    assert (kind, path) == ("workspace", "site")
    assert "TF_WORKSPACE=NAME" in words
    assert said(tmp_path, {}, "site", environment={"TF_WORKSPACE": "prod"}) == []
    assert said(tmp_path, {"site/.terraform/environment": "prod"}, "site") == []


def test_the_state_of_another_workspace_is_named_unless_it_is_read(tmp_path: Path) -> None:
    state = "terraform.tfstate.d/prod/terraform.tfstate"
    text = '{"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "x", "outputs": {}, "resources": []}'
    ((kind, path, words),) = said(tmp_path, {state: text})
    assert (kind, path) == ("state", state)
    assert f"icplint check {state} reads it" in words
    assert said(tmp_path, {}, ".", state) == []


def test_it_is_a_note_and_no_doubt(tmp_path: Path, icplint: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said(tmp_path, VALUES)
    monkeypatch.chdir(tmp_path)
    run = icplint("check", "--strict", "--ignore", "ICP")
    assert (run.code, run.err.count("not used: prod.tfvars")) == (0, 1)
    assert "未使用 prod.tfvars" in icplint("check", "--lang", "zh").err
    assert '"kind": "values"' in icplint("check", "--format", "json").out
