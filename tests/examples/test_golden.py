"""Each example gives the report that lies beside it, in both languages, to the byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DAY = "2026-11-24"
EXIT_CODES = {
    "blog-on-ecs": 1,
    "hongkong-only": 0,
    "oss-static-site": 0,
    "shop-behind-cdn": 1,
    "staging-before-filing": 1,
    "unknown-until-apply": 0,
}
REPORTS = {
    "expected.en.txt": ("--lang", "en"),
    "expected.zh.txt": ("--lang", "zh"),
    "expected.json": ("--format", "json"),
}
ICPLINT = (sys.executable, "-c", "from icplint.cli import main; main()")


def check(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `icplint check` at the root of the repository, as a reader of the examples does."""
    command = [*ICPLINT, "check", *arguments, "--on", DAY]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False)


def findings(report: bytes) -> set[tuple[str, str, str]]:
    """Return what a JSON report finds, whatever it argues."""
    return {(f["code"], f["subject"]["key"], f["outcome"]) for f in json.loads(report)["findings"]}


def test_every_example_is_tested() -> None:
    assert {path.parent.name for path in ROOT.glob("examples/*/main.tf")} == set(EXIT_CODES)


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("example", EXIT_CODES)
def test_the_report_is_the_golden_one(example: str, report: str, golden: Callable[[Path, str], None]) -> None:
    done = check(f"examples/{example}", *REPORTS[report])
    golden(ROOT / "examples" / example / report, done.stdout.decode())
    assert (done.returncode, done.stderr) == (EXIT_CODES[example], b"")


@pytest.mark.parametrize("example", EXIT_CODES)
def test_the_readme_speaks_of_every_finding_in_both_languages(example: str) -> None:
    directory = ROOT / "examples" / example
    codes = {finding["code"] for finding in json.loads((directory / "expected.json").read_bytes())["findings"]}
    readme = (directory / "README.md").read_text(encoding="utf-8")
    assert {code for code in codes if readme.count(code) < 2} == set()


def test_the_report_does_not_depend_on_the_seed_of_hashes() -> None:
    registers = [argument for name in EXIT_CODES for argument in ("--filings", f"examples/{name}/filings.toml")]
    runs = [check("examples", "--all", "--format", "json", *registers, PYTHONHASHSEED=seed) for seed in "12"]
    assert runs[0].stdout == runs[1].stdout
    assert json.loads(runs[0].stdout)["summary"]["violation"] > 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_is_the_same_in_every_locale_of_the_machine(language: str) -> None:
    done = check("examples/blog-on-ecs", "--lang", language, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.stdout == (ROOT / f"examples/blog-on-ecs/expected.{language}.txt").read_bytes()


def test_without_an_option_the_environment_names_the_language() -> None:
    done = check("examples/blog-on-ecs", LANG="zh_CN.UTF-8")
    assert done.stdout == (ROOT / "examples/blog-on-ecs/expected.zh.txt").read_bytes()


def test_doubt_fails_the_run_only_where_that_is_asked_for() -> None:
    assert check("examples/unknown-until-apply").returncode == 0
    assert check("examples/unknown-until-apply", "--strict").returncode == 1


@pytest.mark.parametrize(
    ("region", "scope", "found"),
    [
        ("cn-beijing", "domestic", {"app.example.cn": "violation", "dl.example.cn": "violation"}),
        ("cn-beijing", "overseas", {"app.example.cn": "violation"}),
        ("ap-southeast-1", "global", {"dl.example.cn": "violation"}),
        ("ap-southeast-1", "overseas", {}),
    ],
)
def test_variables_settle_what_is_unknown_until_apply(region: str, scope: str, found: dict[str, str]) -> None:
    values = ("--var", f"region={region}", "--var", f"cdn_scope={scope}")
    done = check("examples/unknown-until-apply", *values, "--select", "ICP101", "--format", "json")
    said = {key: outcome for _, key, outcome in findings(done.stdout)}
    archive = {"archive.example.cn": "violation"} if region.startswith("cn-") else {}  # looked up in the same region
    assert said == {**found, **archive}


def test_the_plan_of_the_shop_gives_the_findings_of_its_source() -> None:
    source, plan = (check(f"examples/shop-behind-cdn{path}", "--format", "json") for path in ("", "/plan.json"))
    assert findings(plan.stdout) == findings(source.stdout)
    assert (plan.returncode, plan.stderr) == (source.returncode, source.stderr)
