"""The README of plugins/ is what the example is, and what it tells to add is one file, or a pair."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "plugins" / "README.md"
EXAMPLE = ROOT / "plugins" / "icplint-example"
BLOCK: Final = re.compile(r"^(`{3,})(?:python|toml|markdown) (\S+\.\w+)\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
MAIN: Final = "from icplint.cli import main; main()"
RECORD: Final = """
resource "dnsimple_record" "every" {
  domain = "example.cn"
  name   = "*"
  type   = "CNAME"
  value  = "site.oss-cn-hangzhou.aliyuncs.com"
}
"""


STEPS: Final = ("In four steps", "To add more")
MORE: Final = ("To add more", "What a plugin may do to others")


def blocks(between: tuple[str, str]) -> dict[str, str]:
    """Return the files that the README shows between two headings, by path."""
    _, _, rest = README.read_text(encoding="utf-8").partition(f"\n## {between[0]}\n")
    part, heading, _ = rest.partition(f"\n## {between[1]}\n")
    assert heading
    return {path: content for _, path, content in BLOCK.findall(part)}


def test_the_steps_show_the_files_of_the_example() -> None:
    shown = blocks(STEPS)
    assert len(shown) == 4
    for path, content in shown.items():
        if not path.startswith("tests/"):
            assert (EXAMPLE / path).read_text(encoding="utf-8") == content, path


def test_the_steps_name_every_file_that_the_example_has() -> None:
    files = {p.relative_to(EXAMPLE).as_posix() for p in EXAMPLE.rglob("*.*") if "__pycache__" not in p.parts}
    files = {file for file in files if not file.startswith(("README", "tests/", "."))}
    written = README.read_text(encoding="utf-8")
    empty = {"icplint_example/py.typed", "icplint_example/resources/__init__.py", "icplint_example/checks/__init__.py"}
    assert {file for file in files - empty if file.removeprefix("icplint_example/") not in written} == set()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the example that Python finds as an installed package."""
    place = tmp_path / "plugin"
    shutil.copytree(EXAMPLE, place, ignore=shutil.ignore_patterns("__pycache__", ".*", "dist"))
    info = place / "icplint_example-0.1.0.dist-info"
    info.mkdir()
    point = "[icplint.plugins]\nexample = icplint_example:PLUGIN\n"
    (info / "entry_points.txt").write_text(point, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.4\nName: icplint-example\nVersion: 0.1.0\n", encoding="utf-8")
    return place


def python(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(place), str(ROOT))), "LC_ALL": "C.UTF-8"}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_what_is_added_is_one_file_or_a_pair_and_keeps_the_contract(copy: Path) -> None:
    added = blocks(MORE)
    assert sorted(Path(path).parent.name for path in added) == ["checks", "checks", "reports", "resources"]
    pair = [Path(path).with_suffix("") for path in added if "/checks/" in path]
    assert pair[0] == pair[1]
    for path, content in {**added, "tests/test_contract.py": blocks(STEPS)["tests/test_contract.py"]}.items():
        assert not (copy / path).exists(), "a new file: no other is touched"
        (copy / path).parent.mkdir(exist_ok=True)
        (copy / path).write_text(content, encoding="utf-8")

    tested = python(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert tested.returncode == 0, tested.stdout + tested.stderr

    (copy / "main.tf").write_text(RECORD, encoding="utf-8")
    filing = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\n'
    (copy / "filings.toml").write_text(filing, encoding="utf-8")
    named = python(copy, "-c", MAIN, "check", "--format", "names", "--isolated", "--filings", "filings.toml")
    assert "DNS102 violation *.example.cn" in named.stdout.splitlines(), named.stderr
    assert "泛解析" in python(copy, "-c", MAIN, "explain", "answered-wildcard", "--lang", "zh").stdout


def test_without_them_the_example_knows_nothing_of_it(copy: Path) -> None:
    (copy / "main.tf").write_text(RECORD, encoding="utf-8")
    run = python(copy, "-c", MAIN, "check", "--format", "names", "--isolated")
    assert (run.returncode, "there is no format names" in run.stderr) == (2, True)
    assert python(copy, "-c", MAIN, "explain", "answered-wildcard").returncode == 2
