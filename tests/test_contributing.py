"""The recipes of CONTRIBUTING.md work in a copy of the package as they are written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from test_plugin_readme import BLOCK, MAIN

ROOT: Final = Path(__file__).parents[1]
WRITTEN: Final = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NEW: Final = {path: content for _, path, content in BLOCK.findall(WRITTEN)}
"""What the recipes show as whole files."""
ADDED: Final = re.compile(r"^```text add to (\S+)$", re.MULTILINE)
SITE: Final = """
resource "porkbun_dns_record" "every" {
  domain  = "example.cn"
  name    = "*"
  type    = "CNAME"
  content = "site.oss-cn-hangzhou.aliyuncs.com"
}
"""
FILING: Final = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\n'


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and the tests of checks, with the files of the recipes in it."""
    place = tmp_path_factory.mktemp("copy")
    for name in ("icplint", "tests/checks"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, place / name)
    for path, content in NEW.items():
        assert not (place / path).exists(), "a new file: no other is touched"
        (place / path).write_text(content, encoding="utf-8")
    return place


def python(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the package of the copy."""
    environment = {**os.environ, "PYTHONPATH": str(place), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_new_files_are_a_row_a_check_and_a_report() -> None:
    assert sorted(Path(path).parent.name for path in NEW) == ["checks", "checks", "reports", "resources"]


def test_the_check_is_what_its_tests_demand(copy: Path) -> None:
    name = next(Path(path).stem for path in NEW if "/checks/" in path).replace("_", "-")
    tests = ("tests/checks/test_pages.py", "tests/checks/test_page_form.py", "-k", name)
    tested = python(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_row_check_and_report_are_found_by_being_there(copy: Path) -> None:
    (copy / "main.tf").write_text(SITE, encoding="utf-8")
    (copy / "filings.toml").write_text(FILING, encoding="utf-8")
    command = ("-c", MAIN, "check", "main.tf", "--isolated", "--filings", "filings.toml", "--format", "names")
    named = python(copy, *command, "--select", "answered-wildcard")
    assert (named.stdout, named.stderr) == ("ICP105 violation *.example.cn\n", "")


def test_files_that_are_added_to_are_there() -> None:
    found = ADDED.findall(WRITTEN)
    assert len(found) > 5
    assert [path for path in found if not (ROOT / path).is_file()] == []


def test_what_it_names_is_there() -> None:
    paths = {path.rstrip("/") for path in re.findall(r"`((?:icplint|tests|examples|plugins)/[\w./-]+)`", WRITTEN)}
    commands = {path for path in re.findall(r"\b(?:tests|icplint)/[\w./-]+\w", WRITTEN) if path not in NEW}
    assert len(paths) > 15
    assert sorted(path for path in paths | commands if not (ROOT / path).exists()) == []
    links = re.findall(r"\]\(([^)#]+)\)", WRITTEN)
    assert [link for link in links if not (ROOT / link).exists()] == []
