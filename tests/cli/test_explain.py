"""`icplint explain`: the table of checks, a check's page in the reader's language, and a name that nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from icplint.checks.check import Check
from icplint.checks.page import page
from icplint.registry import registry

Icplint = Callable[..., Any]

CHECKS = registry().checks
each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)


@each_check
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_page_is_printed_in_the_language_asked_for(check: Check, lang: str, icplint: Icplint) -> None:
    run = icplint("explain", check.name, "--lang", lang)
    assert (run.code, run.err) == (0, "")
    assert run.out == page(check).say("zh" if lang == "zh" else "en")
    assert run.out.startswith(f"# {check.code} {check.name}\n")


@each_check
def test_a_check_is_found_by_its_code_in_any_case(check: Check, icplint: Icplint) -> None:
    by_name = icplint("explain", check.name).out
    for word in (check.code, check.code.lower(), check.name.upper()):
        assert icplint("explain", word).out == by_name


def test_the_language_is_that_of_the_environment(icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> None:
    name = CHECKS[0].name
    english, chinese = (icplint("explain", name, "--lang", lang).out for lang in ("en", "zh"))
    assert english != chinese
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert icplint("explain", name).out == chinese
    monkeypatch.setenv("ICPLINT_LANG", "en")
    assert icplint("explain", name).out == english


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_a_check_the_table_lists_all(lang: str, icplint: Icplint) -> None:
    run = icplint("explain", "--lang", lang)
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert [line.split()[:2] for line in lines] == [[check.code, check.name] for check in CHECKS]
    assert all("{" not in line for line in lines)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("unfiled-domian", "unfiled-domain"), ("unfiled_domain", "unfiled-domain"), ("ICP1O1", "ICP101")],
)
def test_a_name_nearly_right_is_answered_with_the_right_one(word: str, meant: str, icplint: Icplint) -> None:
    run = icplint("explain", word)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"error: there is no check {word}; icplint explain lists them; did you mean {meant}?\n"
    run = icplint("explain", word, "--lang", "zh")
    assert (run.code, run.out) == (2, "")
    assert run.err == f"错误：没有检查项 {word}；用 icplint explain 查看全部检查项，是否想用 {meant}？\n"


def test_a_name_like_none_is_refused(icplint: Icplint) -> None:
    run = icplint("explain", "weather")
    assert (run.code, run.out) == (2, "")
    assert run.err == "error: there is no check weather; icplint explain lists them\n"


def test_another_language_is_refused(icplint: Icplint) -> None:
    run = icplint("explain", CHECKS[0].name, "--lang", "fr")
    assert (run.code, run.out) == (2, "")
    assert "'fr'" in run.err
