"""A stranger's tree: what leads out of it, or is no file, is named and not read; what a user relies on still is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and FIFOs as POSIX has them")
Icplint = Callable[..., Any]
RECORD = """
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = %s
}
"""
SECRET = "hunter2-of-the-machine"  # noqa: S105


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / "main.tf").write_text(RECORD % '"203.0.113.7"', encoding="utf-8")
    (tmp_path / "secret").write_text(f"{SECRET} = {SECRET}\n", encoding="utf-8")
    (tmp_path / "module").mkdir()
    (tmp_path / "module/main.tf").write_text(RECORD % f'"{SECRET}"', encoding="utf-8")
    monkeypatch.setenv("SECRET_OF_A_PIPELINE", SECRET)
    monkeypatch.chdir(site)
    return site


@pytest.mark.parametrize("target", ["/proc/self/environ", "../secret", "FIFO"])
@pytest.mark.parametrize(
    "name",
    ["x.tf", "x.tf.json", "x.tofu", "terraform.tfvars", "a.auto.tfvars", "b.auto.tfvars.json",
     ".terraform/modules/modules.json"],
)  # fmt: skip
def test_what_leads_out_or_is_no_file_is_named_and_not_read(
    site: Path, icplint: Icplint, name: str, target: str
) -> None:
    (site / ".terraform/modules").mkdir(parents=True)
    (site / "calls.tf").write_text('module "m" {\n  source = "example/m/any"\n}\n', encoding="utf-8")
    if target == "FIFO":
        os.mkfifo(site / name)
    else:
        (site / name).symlink_to(site / target)
    run = icplint("check")
    assert run.code == 2
    assert f"error: {name}: {name} cannot be read: " in run.err or f"error: {name} cannot be read: " in run.err
    assert ("not a regular file" if target == "FIFO" else "it leads out of what may be read") in run.err
    assert SECRET not in run.err + run.out
    assert "www.example.cn" in run.out, "the rest is read"


@pytest.mark.parametrize(
    "expression", ['file("link")', 'file("../secret")', 'templatefile("link", {})', 'file("fifo")']
)
def test_functions_read_nothing_outside(site: Path, icplint: Icplint, expression: str) -> None:
    (site / "link").symlink_to("/proc/self/environ")
    os.mkfifo(site / "fifo")
    run = icplint("eval", expression)
    assert SECRET not in run.out + run.err
    assert "so it is not read" in run.out


def test_a_module_behind_a_link_that_leads_out_is_refused(site: Path, icplint: Icplint) -> None:
    (site / "modules").symlink_to("..")
    (site / "calls.tf").write_text('module "m" {\n  source = "./modules/module"\n}\n', encoding="utf-8")
    run = icplint("check")
    assert run.code == 2
    assert "module module.m cannot be read: it leads out" in run.err
    assert SECRET not in run.out


def installed(site: Path, where: str) -> None:
    (site / ".terraform/modules").mkdir(parents=True)
    modules = {"Modules": [{"Key": "m", "Source": "registry.terraform.io/example/m/any", "Dir": where}]}
    (site / ".terraform/modules/modules.json").write_text(json.dumps(modules), encoding="utf-8")
    (site / "calls.tf").write_text('module "m" {\n  source = "example/m/any"\n}\n', encoding="utf-8")


@pytest.mark.parametrize("how", ["source", "modules.json"])
def test_a_module_outside_is_read_for_its_owner_and_never_behind_a_wall(
    site: Path, icplint: Icplint, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "source":
        (site / "calls.tf").write_text('module "m" {\n  source = "../module"\n}\n', encoding="utf-8")
    else:
        installed(site, str(site.parent / "module"))
    assert SECRET in icplint("check", "--format", "json", "--all").out, "as Terraform does"
    monkeypatch.setenv("ICPLINT_WITHIN", str(site))
    run = icplint("check", "--format", "json", "--all")
    assert SECRET not in run.out + run.err
    assert (run.code, "module module.m cannot be read: " in run.err) == (2, True)


def test_links_inside_a_repository_are_followed(site: Path, icplint: Icplint) -> None:
    (site / "shared").mkdir()
    (site / "shared/main.tf").write_text(RECORD.replace('"www"', '"shop"') % '"203.0.113.8"', encoding="utf-8")
    (site / "shared/versions").write_text("terraform {}\n", encoding="utf-8")
    (site / "envs/prod").mkdir(parents=True)
    (site / "envs/prod/modules").symlink_to("../../shared")
    (site / "envs/prod/versions.tf").symlink_to("../../shared/versions")
    (site / "envs/prod/main.tf").write_text('module "m" {\n  source = "./modules"\n}\n', encoding="utf-8")
    run = icplint("check", "envs/prod")
    assert run.err == ""
    assert "shop.example.cn" in run.out


def test_a_plan_comes_through_a_pipe(site: Path) -> None:
    values = {"domain_name": "example.cn", "rr": "piped", "type": "A", "value": "203.0.113.9"}
    resource = {
        "address": "alicloud_alidns_record.www",
        "mode": "managed",
        "type": "alicloud_alidns_record",
        "name": "www",
    }
    plan = {
        "format_version": "1.2",
        "resource_changes": [resource | {"change": {"actions": ["create"], "before": None, "after": values}}],
        "planned_values": {"root_module": {"resources": [resource | {"values": values}]}},
        "configuration": {"root_module": {}},
    }
    (site / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    for shell, line in (
        ("bash", "check <(cat plan.json)"),
        ("sh", "check /dev/stdin < plan.json"),
        ("sh", "check - < plan.json"),
        ("bash", "check --var-file <(echo) --filings filings.toml plan.json"),
    ):
        command = [shell, "-c", f"touch filings.toml; {sys.executable} -m icplint {line}"]
        done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False, timeout=60)
        assert "piped.example.cn" in done.stdout, done.stderr


@pytest.mark.parametrize("target", ["../secret", "FIFO", "/dev/zero"])
@pytest.mark.parametrize("name", ["icplint.toml", "pyproject.toml", "filings.toml", "filings.csv"])
def test_settings_and_registers_that_lead_out_are_named(site: Path, icplint: Icplint, name: str, target: str) -> None:
    if target == "FIFO":
        os.mkfifo(site / name)
    else:
        (site / name).symlink_to(target)
    run = icplint("check")
    assert (run.code, name in run.err) == (2, True)
    assert "not a regular file" in run.err or "it leads out of what may be read" in run.err
    assert SECRET not in run.err + run.out


@pytest.mark.parametrize("option", ["--baseline", "--geo"])
def test_databases_and_baselines_are_files(site: Path, icplint: Icplint, option: str) -> None:
    os.mkfifo(site / "fifo.mmdb")
    run = icplint("check", option, "fifo.mmdb")
    assert (run.code, "not a regular file" in run.err) == (2, True), run.err


def test_a_register_comes_through_a_pipe_and_settings_too(site: Path) -> None:
    (site / "register").write_text(
        '[[filing]]\ndomain = "example.com"\nlicence = "京ICP备2023001234号-1"\n', encoding="utf-8"
    )
    line = "check --config <(echo 'fail-on = \"never\"') --filings /dev/stdin < register"
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m icplint {line}"], cwd=site, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "lists one filing" in done.stdout


def settings_name(site: Path, key: str, name: str) -> None:
    value = f'"{name}"' if key == "baseline" else f'["{name}"]'
    (site / "icplint.toml").write_text(f"{key} = {value}\n", encoding="utf-8")


@pytest.mark.parametrize("how", ["upwards", "absolute", "link"])
@pytest.mark.parametrize("key", ["filings", "geo", "baseline"])
def test_settings_that_were_found_name_nothing_outside(
    site: Path, icplint: Icplint, key: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stranger's repository made icplint print the lines of any file as mistakes of a register."""
    secret = site.parent / "secret.toml"
    secret.write_text(f"{SECRET} = {SECRET}\n", encoding="utf-8")
    (site / "link.toml").symlink_to(secret)
    name = {"upwards": "../secret.toml", "absolute": str(secret), "link": "link.toml"}[how]
    settings_name(site, key, name)
    for within in (None, site):
        if within:
            monkeypatch.setenv("ICPLINT_WITHIN", str(within))
        for command in ("check", "graph"):
            run = icplint(command)
            assert (run.code, SECRET in run.out + run.err) == (2, False)
            assert f"icplint.toml: {key} in icplint.toml names {name}, which lies outside of {site}" in run.err
            assert f"--{key}" in run.err
            assert f"{key} 指定了 {site} 之外的 {name}" in icplint(command, "--lang", "zh").err


REGISTER = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\n'


def test_who_names_the_settings_or_the_register_may_name_anything(site: Path, icplint: Icplint) -> None:
    (site.parent / "filings.toml").write_text(REGISTER, encoding="utf-8")
    settings_name(site, "filings", "../filings.toml")
    assert icplint("check").code == 2
    for named in (["--config", "icplint.toml"], ["--isolated", "--filings", "../filings.toml"]):
        run = icplint("check", "--format", "json", *named)
        assert (run.code, run.err) == (0, "")
        assert "../filings.toml" in [one["path"] for one in json.loads(run.out)["inputs"]]


def test_behind_a_wall_no_settings_and_no_register_are_looked_for_above(
    site: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / ".git").rmdir()
    (site.parent / "filings.toml").write_text(REGISTER, encoding="utf-8")
    (site.parent / "icplint.toml").write_text("strict = true\n", encoding="utf-8")

    def read() -> set[str]:
        return {one["path"] for one in json.loads(icplint("check", "--format", "json").out)["inputs"]}

    above = {"../filings.toml", "../icplint.toml"}
    assert above <= read()
    monkeypatch.setenv("ICPLINT_WITHIN", str(site))
    assert not above & read()
