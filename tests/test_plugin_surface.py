"""What plugins may import: one module, short and documented, and nothing else of the core."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

import pytest

import icplint
from icplint import plugin

ROOT = Path(__file__).parents[1]
PLUGINS = sorted(path.parent for path in (ROOT / "plugins").glob("*/pyproject.toml"))
PUBLIC = {"icplint.plugin", "icplint.testing"}


def linted(place: Path, *packages: str, beside: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Let import-linter say whether packages import anything of the core but what is public."""
    closed = [name for module in iter_modules(icplint.__path__) if (name := f"icplint.{module.name}") not in PUBLIC]
    (place / "contract.toml").write_text(
        f"[tool.importlinter]\nroot_packages = {['icplint', *packages]}\n"
        '[[tool.importlinter.contracts]]\nname = "plugins keep to the public surface"\ntype = "forbidden"\n'
        f"source_modules = {list(packages)}\nforbidden_modules = {closed}\nallow_indirect_imports = true\n",
        encoding="utf-8",
    )
    found = os.pathsep.join(str(path) for path in (ROOT, *PLUGINS, *([beside] if beside else [])))
    command = [Path(sys.executable).with_name("lint-imports"), "--config", "contract.toml", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": found}
    return subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_plugins_import_nothing_else_of_the_core(tmp_path: Path) -> None:
    found = linted(tmp_path, *(path.name.replace("-", "_") for path in PLUGINS))
    assert found.returncode == 0, found.stdout + found.stderr


def test_one_that_does_is_found(tmp_path: Path) -> None:
    package = tmp_path / "icplint_curious"
    package.mkdir()
    (package / "__init__.py").write_text("from icplint.graph.build import build\n", encoding="utf-8")
    found = linted(tmp_path, "icplint_curious", beside=tmp_path)
    assert found.returncode == 1
    assert "icplint_curious is not allowed to import icplint.graph" in found.stdout


@pytest.mark.parametrize("path", PLUGINS, ids=lambda path: path.name)
def test_so_do_their_tests(path: Path) -> None:
    for file in (path / "tests").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            imported = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            imported += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            of_the_core = {name for name in imported if name == "icplint" or name.startswith("icplint.")}
            assert of_the_core <= PUBLIC, file


def test_the_surface_says_of_each_name_what_it_is_for() -> None:
    assert plugin.__doc__
    documented = set(re.findall(r"`(\w+)(?:\(.*?\))?`", plugin.__doc__))
    assert [name for name in plugin.__all__ if name not in documented] == []
    assert plugin.__all__ == sorted(plugin.__all__, key=lambda name: (not name.isupper(), name))
    assert len(plugin.__all__) < 110
    assert all(hasattr(plugin, name) for name in plugin.__all__)


@pytest.mark.parametrize("path", PLUGINS, ids=lambda path: path.name)
def test_plugins_are_typed_against_it(path: Path) -> None:
    package = path.name.replace("-", "_")
    found = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", ROOT / "pyproject.toml", "-p", package],
        cwd=ROOT, env={**os.environ, "MYPYPATH": str(path)}, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stdout + found.stderr
