"""The core and its plugins as wheels in an environment of their own: found, used, removed again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
PLUGINS: Final = ("icplint-aws", "icplint-example")
SITE: Final = """
provider "aws" {
  region = "cn-north-1"
}
resource "aws_eip" "web" {}
resource "dnsimple_zone_record" "www" {
  zone_name = "example.cn"
  name      = "www"
  type      = "A"
  value     = aws_eip.web.public_ip
}
"""
CONTRACT: Final = """
from icplint.testing import PluginContract
from icplint_example import PLUGIN

class TestContract(PluginContract):
    plugin = PLUGIN
"""
PROBE: Final = """
import sys
from icplint.cli import main
sys.argv = ["icplint", "--version"]
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules))
"""


class Environment:
    """A fresh environment whose dependencies are those of this one, without icplint and its plugins."""

    def __init__(self, place: Path) -> None:
        self.place = place
        venv.create(place, with_pip=False)
        self.python = place / "bin" / "python"
        (site,) = place.glob("lib/python*/site-packages")
        below = [path for path in sys.path if Path(path).name in {"site-packages", "dist-packages"}]
        (site / "dependencies.pth").write_text("\n".join(below) + "\n", encoding="utf-8")

    def pip(self, *arguments: str | Path) -> None:
        pip = [sys.executable, "-m", "pip", "--python", self.python, "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, *arguments], check=True, capture_output=True, timeout=120)

    def install(self, wheels: Sequence[Path]) -> None:
        self.pip("install", "--no-deps", "--no-index", "--force-reinstall", *wheels)

    def run(self, *command: str) -> str:
        bare = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        done = subprocess.run(
            [self.python, "-I", *command],
            cwd=self.place,
            env=bare,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout

    def icplint(self, *arguments: str) -> str:
        return self.run("-c", "from icplint.cli import main; main()", *arguments)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheels of the core and of each plugin, built without a network."""
    place = tmp_path_factory.mktemp("wheels")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index", "-w", place]
    sources = [ROOT, *(ROOT / "plugins" / name for name in PLUGINS)]
    subprocess.run([*build, "--disable-pip-version-check", *sources], check=True, timeout=300)
    return {path.name.partition("-")[0].replace("_", "-"): path for path in place.glob("*.whl")}


def outcome(environment: Environment) -> tuple[str, list[str]]:
    """Return what is said of the site, and what would settle it."""
    (environment.place / "main.tf").write_text(SITE, encoding="utf-8")
    (environment.place / "filings.toml").write_text("", encoding="utf-8")
    options = ("--isolated", "--all", "--format", "json", "--filings", "filings.toml", "--select", "ICP101")
    findings = json.loads(environment.icplint("check", "main.tf", *options))["findings"]
    said = [(one["outcome"], one["settle"]) for one in findings]
    return said[0] if said else ("", [])


def test_plugins_are_found_used_and_removed_again(wheels: dict[str, Path], tmp_path: Path) -> None:
    environment = Environment(tmp_path / "fresh")
    environment.install([wheels["icplint"]])
    alone = environment.icplint("--version").splitlines()
    modules = environment.run("-c", PROBE).splitlines()[-1].split()
    assert len(alone) == 1
    assert alone[0].startswith("icplint ")
    found, settle = outcome(environment)
    assert (found, "pip install icplint-aws" in settle) == ("cannot-tell", True), "nobody here knows the record"

    environment.install([wheels[name] for name in PLUGINS])
    versions = [f"{name} {wheels[name].name.split('-')[1]}" for name in PLUGINS]
    assert environment.icplint("--version").splitlines() == [*alone, *versions]
    with_both = environment.run("-c", PROBE).splitlines()[-1].split()
    assert with_both == modules, "to list plugins imports nothing"
    assert outcome(environment) == ("violation", [])
    listed = environment.icplint("explain")
    assert "DNS101" in listed
    assert listed.splitlines()[-1] == f"plugins: {', '.join(versions)}"
    assert "URL" in environment.icplint("explain", "redirected-filing")
    (environment.place / "test_contract.py").write_text(CONTRACT, encoding="utf-8")
    kept = environment.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "test_contract.py")
    assert re.fullmatch(r"\.+ +\[100%\]\n(\d+ passed .*\n)?", kept), (
        "an author runs the contract from the installed core"
    )

    environment.pip("uninstall", "-y", "icplint-aws")
    found, settle = outcome(environment)
    assert (found, "pip install icplint-aws" in settle) == ("cannot-tell", True)

    environment.pip("uninstall", "-y", "icplint-example")
    assert environment.icplint("--version").splitlines() == alone
    assert environment.icplint("explain", "redirected-filing") == ""
