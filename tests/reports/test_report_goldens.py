"""An example and a troubled run in every format and both languages, to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from report_samples import ASKED, ENDINGS, FORMATS, LANGUAGES, delivered, rendered, troubled

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_gives_the_golden_reports(language: str, golden: Callable[[Path, str], None]) -> None:
    compare("shop-behind-cdn", language, delivered("shop-behind-cdn", language, *ASKED), golden)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_troubled_run_gives_the_golden_reports(language: str, golden: Callable[[Path, str], None]) -> None:
    compare("troubled", language, {name: rendered(troubled(), name, language) for name in FORMATS}, golden)


def compare(name: str, language: str, reports: dict[str, str], golden: Callable[[Path, str], None]) -> None:
    (GOLDEN / name).mkdir(parents=True, exist_ok=True)
    for style, text in reports.items():
        path = GOLDEN / name / f"{style}.{language}.{ENDINGS.get(style, 'txt')}"
        golden(path, without_help(text) if style == "sarif" else text)


def without_help(text: str) -> str:
    """Return a SARIF report without its rules' help: the pages of the checks have tests of their own."""
    document = json.loads(text)
    for rule in document["runs"][0]["tool"]["driver"]["rules"]:
        assert rule.pop("help")["markdown"]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
