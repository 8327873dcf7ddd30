"""The README's commands, table and example say what the program says."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from icplint.policy import Policy
from icplint.registry import modules, registry
from icplint.settings import config
from icplint.suppressions.baseline_file import NAME
from icplint.suppressions.ignore_comment import IgnoreComment, ignore_comment
from icplint.suppressions.pattern_index import PatternIndex

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TERRAFORM = re.compile("(alicloud|aws|azurerm|cloudflare|google|huaweicloud|tencentcloud)_")
SUBJECTS = {"Domain": "a name", "Server": "an instance", "Filing": "a domain", "Suppression": "`ignore[…]`"}


def test_ci_runs_the_test_command() -> None:
    command = block("test command")
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    found = re.search(r"command=\$\((.*)\)\n", script)
    assert found
    printed = subprocess.run(["bash", "-c", found.group(1)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == command.strip()
    assert "pytest" in command


def test_the_example_is_what_the_command_prints(request: pytest.FixtureRequest) -> None:
    command = block("try command").split("&&")[-1].split()[1:]
    printed = subprocess.run(
        [sys.executable, "-c", "from icplint.cli import main; main()", *command, "--on", "2026-11-24", "--lang", "en"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert printed.returncode == 1
    first = printed.stdout.split("\n\n", 1)[0]
    compare(request, r"(<!-- example -->\n```\n)(.*?)(```)", first[: first.index("\n  warning")] + "\n")


def test_the_table_lists_every_check(request: pytest.FixtureRequest) -> None:
    policy = Policy(date(2026, 11, 24))
    rows = ["| code | name | severity | a violation |", "|---|---|---|---|"]
    for check in registry().checks:
        text = check.violation.using(key=SUBJECTS[check.subject.__name__], domain="its domain")
        rows.append(f"| {check.code} | `{check.name}` | {check.weight(policy)} | {text.say('en')} |")
    compare(request, r"(<!-- checks -->\n\n?)(.*?)(\n`icplint explain)", "\n".join(rows) + "\n")


def test_the_table_lists_every_product_with_its_types(request: pytest.FixtureRequest) -> None:
    """A product is a module of resources/: its docstring names it, its rows name the types."""
    rows = ["| product | resource types |", "|---|---|"]
    for name in modules("icplint.resources"):
        module = import_module(name)
        kinds = dict.fromkeys(row.kind for row in getattr(module, "ROWS", ()) if TERRAFORM.match(row.kind))
        if kinds:  # what registers, the filing system and live accounts list is no resource type
            assert module.__doc__
            product = module.__doc__.splitlines()[0].removesuffix(".")
            rows.append(f"| {product} | {' '.join(f'`{kind}`' for kind in kinds)} |")
    assert len(rows) > 6
    compare(request, r"(<!-- products -->\n)(.*?)(\n\n)", "\n".join(rows))


def test_the_table_lists_every_format(request: pytest.FixtureRequest) -> None:
    """A format is a module of reports/: its docstring says what it is."""
    rows = ["| format | what it is |", "|---|---|"]
    for name, module in sorted(registry().formats.items()):
        described = import_module(module).__doc__
        assert described
        rows.append(f"| `{name}` | {described.splitlines()[0].removesuffix('.')} |")
    compare(request, r"(<!-- formats -->\n)(.*?)(\n\n)", "\n".join(rows))


def test_the_settings_can_be_used_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "icplint.toml").write_text(block("settings", "toml"), encoding="utf-8")
    settings = config.load(tmp_path / "icplint.toml")
    assert [suffix.pattern for suffix in settings.suffixes] == ["*.cdn.example.net"]
    assert list(settings.unfileable) == ["xyz"]


def test_what_is_accepted_is_written_as_icplint_reads_it(tmp_path: Path) -> None:
    (tmp_path / "icplint.toml").write_text(block("accepted", "toml"), encoding="utf-8")
    settings = config.load(tmp_path / "icplint.toml")
    assert settings.baseline == tmp_path / NAME
    [entry] = settings.suppress
    written = ignore_comment(block("suppression", "hcl").splitlines()[0].removeprefix("#"))
    assert written == IgnoreComment((entry.check,), entry.reason, entry.until)
    assert [*PatternIndex([("www.staging.example.cn", 1)]).matching(entry.subject)] == [1]


def block(name: str, language: str = "sh") -> str:
    """Return the code block that follows a marker."""
    found = re.search(rf"<!-- {name} -->\n```{language}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found, name
    return found.group(1)


def compare(request: pytest.FixtureRequest, pattern: str, expected: str) -> None:
    """Compare a generated part of the README, or rewrite it with --update."""
    written = README.read_text(encoding="utf-8")
    found = re.search(pattern, written, re.DOTALL)
    assert found, pattern
    if request.config.getoption("--update"):
        README.write_text(written[: found.start(2)] + expected + written[found.end(2) :], encoding="utf-8")
        return
    assert found.group(2) == expected
