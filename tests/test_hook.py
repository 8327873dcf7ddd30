"""The pre-commit hooks, run by pre-commit itself in a repository of their own, from a clone of this checkout."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
SITE = """
provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_cdn_domain_new" "www" {
  domain_name = "www.example.cn"
}
"""
FILINGS = '[[filing]]\ndomain = "{domain}"\nlicence = "京ICP备2023001234号-1"\n'
CONFIG = """
repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: icplint
      - id: icplint-plan
"""


def git(directory: Path, *words: str) -> str:
    """Run git as somebody who has no configuration."""
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"]
    return subprocess.run(
        ["git", *identity, *words], cwd=directory, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that holds the working tree as it stands, committed."""
    copy = tmp_path_factory.mktemp("hooks") / "icplint"
    names = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard").splitlines()
    for name in names:
        if (ROOT / name).is_file() and not name.startswith(("tests/", "examples/")):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    git(copy, "init", "-q")
    git(copy, "add", "-A")
    git(copy, "commit", "-qm", "as it stands")
    return copy


@pytest.fixture
def site(tmp_path: Path, hooks: Path) -> Path:
    """Return a repository with a root module in `infra/` that calls nothing, and the hooks configured."""
    (tmp_path / "infra").mkdir()
    (tmp_path / "infra/main.tf").write_text(SITE, encoding="utf-8")
    config = CONFIG.format(hooks=hooks, revision=git(hooks, "rev-parse", "HEAD"))
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(tmp_path, "init", "-q")
    return tmp_path


def run(site: Path, tmp_path_factory: pytest.TempPathFactory, *files: str) -> subprocess.CompletedProcess[str]:
    """Run the hooks on these files, else on everything that is staged."""
    git(site, "add", "-A")
    home = tmp_path_factory.getbasetemp() / "pre-commit"
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [PRE_COMMIT, "run", *(["--files", *files] if files else ["--all-files"])],
        cwd=site, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    if "Could not find a version" in done.stdout or "No matching distribution" in done.stdout:
        pytest.skip("no package index can be reached, so pre-commit cannot install the hook")
    return done


def test_the_hook_refuses_an_unfiled_domain_and_passes_a_filed_one(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (site / "filings.toml").write_text(FILINGS.format(domain="example.com"), encoding="utf-8")
    refused = run(site, tmp_path_factory)
    assert refused.returncode == 1, refused.stdout + refused.stderr
    assert "infra/main.tf" in refused.stdout
    assert "error ICP101 unfiled-domain  www.example.cn" in refused.stdout
    assert "(no files to check)Skipped" in refused.stdout  # there is no plan

    (site / "filings.toml").write_text(FILINGS.format(domain="example.cn"), encoding="utf-8")
    passed = run(site, tmp_path_factory)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_hook_runs_the_roots_that_a_changed_file_serves_in_one_process(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    deep = site / "modules/site/parts/cdn"
    deep.mkdir(parents=True)
    (deep / "main.tf").write_text(
        'variable "name" {}\nresource "alicloud_cdn_domain_new" "www" {\n  domain_name = var.name\n}\n',
        encoding="utf-8",
    )
    (site / "modules/site/main.tf").write_text(
        'variable "name" {}\nmodule "cdn" {\n  source = "./parts/cdn"\n  name   = var.name\n}\n', encoding="utf-8"
    )
    for name in ("blog", "shop"):
        (site / "live" / name).mkdir(parents=True)
        (site / "live" / name / "main.tf").write_text(
            f'module "site" {{\n  source = "../../modules/site"\n  name   = "www.{name}-example.cn"\n}}\n',
            encoding="utf-8",
        )
    (site / "live/shop/filings.toml").write_text(FILINGS.format(domain="shop-example.cn"), encoding="utf-8")
    (site / "live/shop/.terraform.lock.hcl").write_text("", encoding="utf-8")

    def asked(*files: str) -> list[str]:
        done = run(site, tmp_path_factory, *files)
        assert done.stdout.count("0 suppressed") == 1, done.stdout + done.stderr
        return [n for n in ("www.example.cn", "www.blog-example.cn", "www.shop-example.cn") if n in done.stdout]

    assert asked("modules/site/parts/cdn/main.tf") == ["www.blog-example.cn", "www.shop-example.cn"]
    assert asked("live/shop/filings.toml") == ["www.shop-example.cn"]
    assert asked("live/shop/.terraform.lock.hcl") == ["www.shop-example.cn"]
    assert asked() == ["www.example.cn", "www.blog-example.cn", "www.shop-example.cn"]


def test_a_hook_that_passes_shows_what_it_cannot_tell(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    unknown = SITE.replace('"www.example.cn"', '"www.${var.zone}"') + 'variable "zone" {}\n'
    (site / "infra/main.tf").write_text(unknown, encoding="utf-8")
    passed = run(site, tmp_path_factory)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert re.search(r"[1-9] cannot tell", passed.stdout)
    assert "variable zone has no value" in passed.stdout


@pytest.mark.parametrize(
    ("name", "read"),
    [("a.tf", 1), ("b/a.tofu", 1), ("a.tf.json", 1), ("a.tofu.json", 1), ("x.tfvars", 1), ("x.tfvars.json", 1),
     ("live/terragrunt.hcl", 1), ("root.hcl", 1), ("live/terragrunt.hcl.json", 1), ("root.hcl.json", 1), ("x.hcl.json", 0),
     ("x.hcl", 0), ("live/.terraform.lock.hcl", 1), ("xterragrunt.hcl", 0),
     ("filings.toml", 1), ("a/filings.csv", 1), ("filings.xlsx", 1), ("filings.md", 0), ("my-filings.toml", 0),
     ("icplint.toml", 1), ("a/icplint.toml", 1), ("pyproject.toml", 1), ("a/.terraform-version", 1), (".opentofu-version", 1), ("x.terraform-version", 0),
     ("a.tfx", 0), ("tf", 0), ("a.json", 0), ("a.tf.md", 0), ("a.tfvars.md", 0)],
)  # fmt: skip
def test_the_hook_takes_each_kind_of_file_that_terraform_and_opentofu_read(name: str, read: int) -> None:
    pattern = re.search(r"files: (.*)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert pattern
    assert bool(re.search(pattern[1], name)) == bool(read)


def test_sockets_are_closed_here() -> None:
    with pytest.raises(PermissionError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
