"""Markdown as GitHub renders it: nothing becomes markup that was none, and it fits into a comment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from report_samples import LANGUAGES, NASTY, delivered, many, rendered, troubled

from icplint.model.printable import printable
from icplint.model.reading import Problem
from icplint.model.text import plain
from icplint.reports.markdown import LIMIT, code, escaped

GITHUB = MarkdownIt("gfm-like", {"linkify": False})
HTML = {"<!-- icplint -->", "<details><summary>the argument</summary>", "</details>"}


def words(text: str) -> str:
    """Return what a reader sees of one paragraph."""
    tokens = [child for token in GITHUB.parse(text) for child in token.children or []]
    assert {token.type for token in tokens} <= {"text", "text_special", "html_inline", "softbreak"}
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<!-- -->"}
    return "".join(token.content for token in tokens if token.type != "html_inline")


@pytest.mark.parametrize("text", [NASTY, "*.example.cn", "a_b_c", "[x](http://x)", "$a$ ~~b~~", "![i](u) <!-- c -->"])
def test_a_text_is_shown_as_it_stands(text: str) -> None:
    assert words(f"said: {escaped(text)}") == f"said: {printable(' '.join(text.split()))}"


@pytest.mark.parametrize("text", ["a.tf:1:1", "a`b.tf", "``", "x``y`z", "`"])
def test_a_place_is_code(text: str) -> None:
    (paragraph,) = [token for token in GITHUB.parse(f"({code(text)})") if token.children]
    assert [t.content for t in paragraph.children or [] if t.type == "code_inline"] == [text]


def test_only_its_own_html_is_in_it() -> None:
    blocks = [token for token in GITHUB.parse(rendered(troubled(), "markdown")) if token.type == "html_block"]
    assert {block.content.strip() for block in blocks} <= HTML


def test_nobody_is_mentioned() -> None:
    assert "@team" not in rendered(troubled(), "markdown")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["hongkong-only", "oss-static-site"])
def test_a_clean_run_does_not_say_the_word_that_atlantis_looks_for(name: str, language: str) -> None:
    assert "fail" not in delivered(name, language)["markdown"].lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_incomplete_run_does_not_look_clean(language: str) -> None:
    clean = delivered("hongkong-only", language)["markdown"]
    report = replace(troubled(), findings=[], changes=[])
    incomplete = rendered(report, "markdown", language)
    verdict = clean.split("\n\n")[2]
    assert verdict in {"Nothing to report.", "没有需要处理的问题。"}
    assert verdict not in incomplete
    assert "module.vpc" in incomplete
    assert "no place" in incomplete


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("found", "gaps"), [(2_000, 0), (0, 20_000), (500, 500)])
def test_it_fits_into_a_comment_and_counts_what_does_not(found: int, gaps: int, language: str) -> None:
    report = troubled()
    problems = [Problem(plain(f"gap {n} {NASTY}")) for n in range(gaps)]
    full = replace(report, findings=many(report, found), problems=problems, changes=[], unread=[])
    text = rendered(full, "markdown", language)
    assert len(text) <= LIMIT
    shown = text.count("<details>")
    if found:
        assert 0 < shown < found
        assert str(found - shown) in text.splitlines()[-1]
    if gaps:
        assert str(gaps - 50) in text


def test_the_domain_with_the_gravest_finding_comes_first() -> None:
    headings = [line for line in rendered(troubled(), "markdown").splitlines() if line.startswith("### ")]
    assert headings == [
        "### Changed by the plan",
        "### example.cn",
        "### www.live.cn",
        "### alicloud\\_instance.web",
        "### Suppressed",
    ]
