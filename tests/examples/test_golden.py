"""Each example prints what lies beside it, in both languages, to the byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Icplint = Callable[..., Any]
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
LANGUAGES = ("en", "zh")
ICPLINT = (sys.executable, "-c", "from icplint.cli import main; main()")


@pytest.fixture
def here(icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> Icplint:
    """Run a command line at the root of the repository, in this process."""
    monkeypatch.chdir(ROOT)
    return icplint


def check(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `icplint check` in a process of its own, where the process is what matters."""
    command = [*ICPLINT, "check", *arguments, "--on", DAY]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False)


def findings(report: str) -> set[tuple[str, str, str]]:
    """Return what a JSON report finds, whatever it argues."""
    return {(f["code"], f["subject"]["key"], f["outcome"]) for f in json.loads(report)["findings"]}


def prompt(example: str, language: str) -> str:
    """Return the line that a reader types to see a report."""
    return f"$ icplint check examples/{example} --on {DAY} --lang {language}\n"


def expected(example: str, language: str) -> str:
    """Return what the file beside an example says that it prints."""
    _, _, rest = (ROOT / f"examples/{example}/expected.txt").read_text("utf-8").partition(prompt(example, language))
    return rest.partition("$ icplint ")[0]


def test_every_example_is_tested() -> None:
    assert {path.parent.name for path in ROOT.glob("examples/*/main.tf")} == set(EXIT_CODES)


@pytest.mark.parametrize("example", EXIT_CODES)
def test_the_reports_are_the_golden_ones(example: str, here: Icplint, golden: Callable[[Path, str], None]) -> None:
    runs = [here("check", f"examples/{example}", "--on", DAY, "--lang", language) for language in LANGUAGES]
    said = (prompt(example, language) + run.out for language, run in zip(LANGUAGES, runs, strict=True))
    golden(ROOT / "examples" / example / "expected.txt", "".join(said))
    assert [(run.code, run.err) for run in runs] == [(EXIT_CODES[example], "")] * len(LANGUAGES)


@pytest.mark.parametrize("example", EXIT_CODES)
def test_the_readme_speaks_of_every_finding_in_both_languages(example: str, here: Icplint) -> None:
    found = findings(here("check", f"examples/{example}", "--on", DAY, "--format", "json").out)
    readme = (ROOT / "examples" / example / "README.md").read_text(encoding="utf-8")
    assert {code for code, _, _ in found if readme.count(code) < 2} == set()


def test_the_report_does_not_depend_on_the_seed_of_hashes() -> None:
    registers = [argument for name in EXIT_CODES for argument in ("--filings", f"examples/{name}/filings.toml")]
    runs = [check("examples", "--all", "--format", "json", *registers, PYTHONHASHSEED=seed) for seed in "12"]
    assert runs[0].stdout == runs[1].stdout
    assert json.loads(runs[0].stdout)["summary"]["violation"] > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_the_same_in_every_locale_of_the_machine(language: str) -> None:
    done = check("examples/blog-on-ecs", "--lang", language, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.stdout.decode() == expected("blog-on-ecs", language)


def test_without_an_option_the_environment_names_the_language() -> None:
    done = check("examples/blog-on-ecs", LANG="zh_CN.UTF-8")
    assert done.stdout.decode() == expected("blog-on-ecs", "zh")


def test_doubt_fails_the_run_only_where_that_is_asked_for(here: Icplint) -> None:
    assert here("check", "examples/unknown-until-apply").code == 0
    assert here("check", "examples/unknown-until-apply", "--strict").code == 1


@pytest.mark.parametrize(
    ("region", "scope", "found"),
    [
        ("cn-beijing", "domestic", {"app.example.cn": "violation", "dl.example.cn": "violation"}),
        ("cn-beijing", "overseas", {"app.example.cn": "violation"}),
        ("ap-southeast-1", "global", {"dl.example.cn": "violation"}),
        ("ap-southeast-1", "overseas", {}),
    ],
)
def test_variables_settle_what_is_unknown_until_apply(
    region: str, scope: str, found: dict[str, str], here: Icplint
) -> None:
    values = ("--var", f"region={region}", "--var", f"cdn_scope={scope}")
    done = here("check", "examples/unknown-until-apply", *values, "--select", "ICP101", "--format", "json")
    said = {key: outcome for _, key, outcome in findings(done.out)}
    archive = {"archive.example.cn": "violation"} if region.startswith("cn-") else {}  # looked up in the same region
    assert said == {**found, **archive}


def test_the_plan_of_the_shop_gives_the_findings_of_its_source(here: Icplint) -> None:
    source, plan = (here("check", f"examples/shop-behind-cdn{path}", "--format", "json") for path in ("", "/plan.json"))
    assert findings(plan.out) == findings(source.out)
    assert (plan.code, plan.err) == (source.code, source.err)
