"""The facts as data: whole, cited, in both languages, one after the other."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import icplint.policy
from icplint.policy import Policy, Term, Transfer

FILE = Path(icplint.policy.__file__).with_name("facts.toml")
ROWS: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["fact"]
NAMES = sorted({row["name"] for row in ROWS})
FIELDS = {"name", "value", "since", "url", "title", "quote", "retrieved", "en", "zh"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")

LABELS = [f"{row['name']}@{row['since']}" for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=LABELS)
def test_a_row_has_exactly_the_fields_of_a_fact(row: dict[str, Any]) -> None:
    assert set(row) - {"until"} == FIELDS
    assert isinstance(row["value"], str | int | list)


@pytest.mark.parametrize("row", ROWS, ids=LABELS)
def test_a_row_is_cited(row: dict[str, Any]) -> None:
    assert row["title"].strip()
    assert row["quote"].strip()
    assert re.fullmatch(r"https://\S+", row["url"])
    assert date(2026, 11, 24) <= row["retrieved"] <= datetime.now(UTC).date()


@pytest.mark.parametrize("row", ROWS, ids=LABELS)
def test_a_row_states_its_rule_in_one_sentence_of_each_language(row: dict[str, Any]) -> None:
    assert re.fullmatch(r"[A-Z.][^。]*\.", row["en"])
    assert not CHINESE.search(row["en"])
    assert re.fullmatch(r"[^。]*。", row["zh"])
    assert CHINESE.search(row["zh"])
    assert "{" not in row["en"] + row["zh"]


@pytest.mark.parametrize("name", NAMES)
def test_the_periods_of_a_fact_neither_overlap_nor_leave_a_gap(name: str) -> None:
    rows = [row for row in ROWS if row["name"] == name]
    assert all(row["since"] < row.get("until", date.max) for row in rows)
    assert all(earlier.get("until") == later["since"] for earlier, later in pairwise(rows))


@pytest.mark.parametrize("name", NAMES)
def test_only_what_a_product_issues_begins_or_ends_within_the_days_covered(name: str) -> None:
    rows = [row for row in ROWS if row["name"] == name]
    whole = rows[0]["since"] == date(2018, 4, 19) and "until" not in rows[-1]
    assert whole or re.fullmatch(
        r"service-code\.([a-z0-9-]+\.(months|codes)|iot-package|jushita|paid|ineligible-products)", name
    )


def test_each_product_that_issues_codes_has_both_facts_for_the_same_days() -> None:
    periods: dict[str, list[tuple[date, date | None]]] = {}
    for row in ROWS:
        if row["name"].endswith((".months", ".codes")):
            periods.setdefault(row["name"], []).append((row["since"], row.get("until")))
    for name, days in periods.items():
        assert days == periods[name.replace(".months", ".codes")]


def test_words_are_those_of_their_enumerations() -> None:
    transfers = {row["value"] for row in ROWS if row["name"].startswith("transfer.")}
    terms = {row["value"] for row in ROWS if row["name"] == "service-code.term"}
    assert transfers == set(Transfer)
    assert terms == set(Term)


def test_the_facts_of_a_day_come_sorted_by_name_and_each_once() -> None:
    names = [fact.name for fact in Policy(date(2026, 11, 24)).facts()]
    assert names == sorted(set(names))
    assert "service-code.ecs.months" in names
    assert "service-code.nat.months" not in names


def test_a_fact_carries_its_citation_and_its_sentence() -> None:
    fact = Policy(date(2018, 6, 15)).fact("service-code.ecs.codes")
    assert fact.citation.title == "ECS instance FAQs"
    assert fact.citation.quote == "You can apply 5 ICP Filing service codes for one ECS instance."
    assert fact.text.say("en") == fact.en
    assert fact.text.say("zh") == "每个 ECS 实例可申请 5 个备案服务码。"
    assert hash(fact) == hash(Policy(date(2018, 6, 16)).fact("service-code.ecs.codes"))


def test_a_list_comes_as_a_tuple() -> None:
    assert Policy(date(2026, 11, 24)).fact("unfileable-suffixes").value == ("io", "dev", "app", "me")
