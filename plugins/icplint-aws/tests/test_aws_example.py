"""The example gives the report that lies beside it, in both languages, to the byte."""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path

import pytest
from icplint_aws import PLUGIN

from icplint.testing import icplint, using

HOME = Path(__file__).parents[1]
EXAMPLE = "examples/route53-and-cdn"
FOUND = {
    ("ICP101", "www.example.net"),
    ("ICP201", "www.example.com.cn"),
    ("ICP202", "img.example.com.cn"),
    ("ICP203", "www.example.cn"),
    ("AWS201", "api.example.com.cn"),
    ("AWS202", "static.example.cn"),
}


def check(*options: str) -> str:
    with chdir(HOME), using(PLUGIN):
        said = icplint("check", EXAMPLE, "--on", "2026-11-24", *options)
    assert (said.code, said.err) == (1, "")
    return said.out


def test_the_reports_are_the_golden_ones(request: pytest.FixtureRequest) -> None:
    path = HOME / EXAMPLE / "expected.txt"
    lines = {language: f"{EXAMPLE} --on 2026-11-24 --lang {language}" for language in ("en", "zh")}
    said = "".join(f"$ icplint check {line}\n{check('--lang', language)}" for language, line in lines.items())
    if request.config.getoption("update", default=False):
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8"), "pytest --update rewrites it"


def test_both_directions_are_told_apart() -> None:
    findings = json.loads(check("--format", "json"))["findings"]
    assert {(f["code"], f["subject"]["key"]) for f in findings if f["outcome"] == "violation"} == FOUND


def test_the_readme_speaks_of_every_finding_in_both_languages() -> None:
    readme = (HOME / EXAMPLE / "README.md").read_text(encoding="utf-8")
    assert {code for code, _ in FOUND if readme.count(code) < 2} == set()
