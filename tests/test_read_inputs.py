"""Files that no root module holds, given as paths: settings, registers, lock files, and what Terragrunt includes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from icplint.testing.layout import lay

SITE = 'resource "alicloud_cdn_domain_new" "www" {\n  domain_name = "www.DOMAIN"\n  scope       = "domestic"\n}\n'
REGISTER = '[[filing]]\ndomain = "DOMAIN"\nlicence = "京ICP备2023001234号-1"\n'
FILES = {
    "filings.toml": REGISTER.replace("DOMAIN", "holding-example.cn"),
    "pyproject.toml": '[tool.icplint]\nfail-on = "error"\n',
    "live/blog/main.tf": SITE.replace("DOMAIN", "blog-example.cn"),
    "live/shop/main.tf": SITE.replace("DOMAIN", "shop-example.cn"),
    "live/shop/.terraform.lock.hcl": "",
    "live/shop/filings.csv": "domain,licence\nshop-example.cn,京ICP备2023001234号-2\n",
    "live/wiki/main.tf": SITE.replace("DOMAIN", "wiki-example.cn"),
    "live/wiki/icplint.toml": 'filings = ["../../books/wiki.csv"]\n',
    "live/tryout/main.tf": 'module "shop" {\n  source = "../shop"\n}\n',
    "books/wiki.csv": "domain,licence\nwiki-example.cn,京ICP备2023001234号-3\n",
}


@pytest.fixture
def estate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of four root modules, two with a register of their own, one of which settings name."""
    (tmp_path / ".git").mkdir()
    lay(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(icplint: Any, *arguments: str) -> dict[str, list[str]]:
    """Return the paths that were read, by kind."""
    found: dict[str, list[str]] = {}
    for one in json.loads(icplint("check", *arguments, "--format", "json").out)["inputs"]:
        found.setdefault(one["kind"], []).append(one["path"])
    return {kind: sorted(paths) for kind, paths in found.items()}


@pytest.mark.parametrize(
    ("file", "roots"),
    [
        ("filings.toml", ["live/blog", "live/tryout"]),
        ("pyproject.toml", ["live/blog", "live/shop", "live/tryout"]),
        ("live/shop/filings.csv", ["live/shop"]),
        ("live/wiki/icplint.toml", ["live/wiki"]),
        ("books/wiki.csv", ["live/wiki"]),
        ("live/shop/.terraform.lock.hcl", ["live/shop", "live/tryout"]),
    ],
)
def test_a_file_that_serves_roots_runs_them(file: str, roots: list[str], estate: Path, icplint: Any) -> None:
    assert read(icplint, file)["configuration"] == roots
    os.chdir(estate / "books")
    assert [Path(os.path.normpath(estate / "books" / one)) for one in read(icplint, str(estate / file))["configuration"]
            ] == [estate / one for one in roots]  # fmt: skip


@pytest.mark.usefixtures("estate")
def test_a_register_that_is_named_as_a_path_is_the_one_that_is_found(icplint: Any) -> None:
    alone = icplint("check", "live/shop", "--all", "--format", "json")
    both = icplint("check", "live/shop", "live/shop/filings.csv", "--all", "--format", "json")
    assert json.loads(both.out)["findings"] == json.loads(alone.out)["findings"]
    assert json.loads(both.out)["inputs"] == json.loads(alone.out)["inputs"]


@pytest.mark.usefixtures("estate")
def test_what_the_command_line_gives_decides_what_serves(icplint: Any) -> None:
    everything = ["live/blog", "live/shop", "live/tryout", "live/wiki"]
    assert read(icplint, "books/wiki.csv", "--filings", "books/wiki.csv")["configuration"] == everything
    unused = icplint("check", "live/shop/filings.csv", "--filings", "filings.toml")
    assert unused.code == 0
    assert "note: the register live/shop/filings.csv is not read" in unused.err
    assert "live/wiki/icplint.toml: no root module of this project uses it" in icplint(
        "check", "live/wiki/icplint.toml", "--isolated"
    ).out  # fmt: skip


def test_what_serves_nothing_is_said(estate: Path, icplint: Any) -> None:
    lay(
        estate,
        {
            "tools/.terraform.lock.hcl": "",
            "tools/image.hcl": "",
            "tools/pyproject.toml": "[tool.ruff]\n",
            "tools/other.toml": "",
        },
    )
    run = icplint("check", "tools/.terraform.lock.hcl")
    assert run.code == 0
    assert "tools/.terraform.lock.hcl: no root module of this project uses it" in run.out
    run = icplint("check", "tools/pyproject.toml", "--lang", "en")
    assert (run.code, run.err) == (0, "note: tools/pyproject.toml has no [tool.icplint], so it holds no settings\n")
    for other in ("tools/image.hcl", "tools/other.toml"):
        run = icplint("check", other)
        assert run.code == 2
        assert run.err == f"error: {other} is neither Terraform nor a plan or state as JSON (terraform show -json)\n"


def test_settings_that_cannot_be_read_are_one_sentence(estate: Path, icplint: Any) -> None:
    (estate / "live/wiki/icplint.toml").write_text("fail = 1\n", encoding="utf-8")
    run = icplint("check", "live/wiki/icplint.toml")
    assert run.code == 2
    assert run.err == "error: live/wiki/icplint.toml: icplint.toml has no setting fail; did you mean fail-on?\n"
    assert read(icplint, "filings.toml")["configuration"] == ["live/blog", "live/tryout"], "others' settings are theirs"


def test_what_terragrunt_includes_runs_the_units_that_read_it(
    tmp_path: Path, icplint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'
    site = 'include "app" {\n  path = "${get_repo_root()}/common/app.hcl"\n}\n'
    lay(
        tmp_path,
        {
            "root.hcl": 'locals {\n  zone = read_terragrunt_config("zone.hcl").locals.name\n}\n'
            "inputs = {\n  zone = local.zone\n}\n",
            "zone.hcl": 'locals {\n  name = "example.cn"\n}\n',
            "common/app.hcl": 'terraform {\n  source = "${get_repo_root()}/modules/app"\n}\n',
            "modules/app/main.tf": SITE.replace("DOMAIN", "app-example.cn") + 'variable "zone" {}\n',
            "live/a/terragrunt.hcl": unit + site,
            "live/b/terragrunt.hcl": site,
            "live/c/terragrunt.hcl": 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'
            'terraform {\n  source = "../../modules/app"\n}\n',
        },
    )
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert read(icplint, "common/app.hcl")["configuration"] == ["live/a", "live/b"]
    assert read(icplint, "root.hcl")["configuration"] == ["live/a", "live/c"]
    assert read(icplint, "zone.hcl")["configuration"] == ["live/a", "live/c"]
    assert read(icplint, "live/b/terragrunt.hcl")["configuration"] == ["live/b"]
    assert read(icplint, "modules/app/main.tf")["configuration"] == ["live/a", "live/b", "live/c"]
