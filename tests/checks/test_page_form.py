"""A check's page is whole in both languages, and cites only what the policy cites."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from icplint.checks.check import Check
from icplint.checks.page import page, section, source
from icplint.policy import Tables
from icplint.registry import modules, registry

CHECKS = registry().checks
NAMES = [check.name for check in CHECKS]
PARTS = {"en": "What it says|Why|How to mend it|What it cannot see|Sources", "zh": "检查内容|为什么|整改方法|局限|依据"}
HEADING = re.compile(r"^### (.*)$", re.MULTILINE)
URL = re.compile(r"https?://\S+")

each_check = pytest.mark.parametrize("check", CHECKS, ids=NAMES)
in_each_language = pytest.mark.parametrize("lang", ["en", "zh"])


def test_codes_and_names_are_unique_and_well_formed() -> None:
    codes = [check.code for check in CHECKS]
    assert len(set(codes)) == len(set(NAMES)) == len(CHECKS)
    assert codes == sorted(codes)
    assert all(re.fullmatch(r"ICP[0-9]{3}", code) for code in codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in NAMES)


def test_every_page_belongs_to_a_check() -> None:
    pages = {path.stem for path in Path(import_module("icplint.checks").__path__[0]).glob("*.md")}
    assert pages == {name.replace("-", "_") for name in NAMES}


@each_check
def test_a_check_stands_in_the_file_of_its_name(check: Check) -> None:
    module = f"icplint.checks.{check.name.replace('-', '_')}"
    assert module in set(modules("icplint.checks"))
    assert import_module(module).CHECK is check
    assert source(check).startswith(f"# {check.code} {check.name}\n\n## en\n\n")


@each_check
@in_each_language
def test_a_page_has_the_same_parts_in_each_language(check: Check, lang: str) -> None:
    text = section(source(check), lang)
    assert "|".join(HEADING.findall(text)) == PARTS[lang]
    assert all(part.strip() for part in HEADING.split(text)[2::2])


@each_check
def test_the_languages_do_not_mix(check: Check) -> None:
    english = URL.sub("", section(source(check), "en"))
    assert not re.search(r"[，。；：]", english)
    assert not re.search(r"[a-z]{3,}(?: [a-z]{2,}){5}", section(source(check), "zh"))


@each_check
def test_both_languages_cite_the_same_dated_pages_of_the_policy(check: Check) -> None:
    known = {row["url"] for row in Tables.core().table("facts")["fact"]}
    cited = {}
    for lang, name in (("en", "Sources"), ("zh", "依据")):
        part = re.search(rf"### {name}\n(.*?)(?=^###|\Z)", section(source(check), lang), re.DOTALL | re.MULTILINE)
        assert part
        lines = part[1].strip().splitlines()
        assert all(re.search(r"\b20\d\d-\d\d(-\d\d)?(?!\d)", line.split("http")[0]) for line in lines)
        cited[lang] = [url for line in lines for url in URL.findall(line)]
        assert len(cited[lang]) == len(lines)
    assert cited["en"] == cited["zh"]
    assert set(cited["en"]) <= known


@each_check
def test_every_block_is_announced_in_both_languages(check: Check) -> None:
    examples = section(source(check), "Examples")
    blocks = re.split(r"^```(?:hcl|toml filings|toml scan)\n.*?^```$", examples + "\n", flags=re.DOTALL | re.MULTILINE)
    assert blocks[-1].strip() == ""
    for said in blocks[:-1]:
        english, chinese = said.strip().splitlines()
        assert english.endswith(".")
        assert english.isascii()
        assert chinese.endswith("。")
    assert len(re.findall(r"^```", examples, re.MULTILINE)) == 2 * (len(blocks) - 1)


@each_check
@in_each_language
def test_what_is_explained_is_one_language_and_the_examples(check: Check, lang: str) -> None:
    other = {"en": "zh", "zh": "en"}[lang]
    shown = page(check).zh if lang == "zh" else page(check).en
    assert section(source(check), lang) in shown
    assert section(source(check), other) not in shown
    assert section(source(check), "Examples") in shown


@each_check
def test_what_a_check_says_has_the_same_placeholders_in_each_language(check: Check) -> None:
    for text in (check.violation, check.remedy):
        assert _placeholders(text.en) == _placeholders(text.zh) <= {"key", "domain"}
    assert "key" in _placeholders(check.violation.en)


@each_check
def test_what_a_check_says_is_no_sentence_with_a_full_stop(check: Check) -> None:
    for text in (check.violation, check.remedy):
        assert not text.en.endswith(".")
        assert not text.zh.endswith("。")


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
