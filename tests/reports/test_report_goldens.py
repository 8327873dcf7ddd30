"""Every example in every format and both languages, and a troubled run, to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from report_samples import ENDINGS, EXAMPLES, LANGUAGES, delivered, rendered, troubled

from icplint.registry import registry

GOLDEN = Path(__file__).parent / "golden"
ELSEWHERE = {"text", "concise", "json", "html", "atlantis"}
"""Formats whose goldens lie elsewhere."""


def test_every_format_has_its_goldens() -> None:
    assert set(registry().formats) - ELSEWHERE == set(ENDINGS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_gives_the_golden_reports(example: str, language: str, golden: Callable[[Path, str], None]) -> None:
    compare(example, language, delivered(example, language), golden)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_troubled_run_gives_the_golden_reports(language: str, golden: Callable[[Path, str], None]) -> None:
    compare("troubled", language, {name: rendered(troubled(), name, language) for name in ENDINGS}, golden)


def compare(name: str, language: str, reports: dict[str, str], golden: Callable[[Path, str], None]) -> None:
    (GOLDEN / name).mkdir(parents=True, exist_ok=True)
    for style, text in reports.items():
        path = GOLDEN / name / f"{style}.{language}.{ENDINGS[style]}"
        golden(path, without_help(text) if style == "sarif" else text)


def without_help(text: str) -> str:
    """Return a SARIF report without its rules' help: the pages of the checks have tests of their own."""
    document = json.loads(text)
    for rule in document["runs"][0]["tool"]["driver"]["rules"]:
        assert rule.pop("help")["markdown"]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
