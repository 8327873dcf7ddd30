"""`icplint policy` prints the facts of a day, each with its last day and its source, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Icplint = Callable[..., Any]


def test_a_fact_of_the_past_shows_its_last_day_and_its_source(icplint: Icplint) -> None:
    run = icplint("policy", "--on", "2018-06-15", "--lang", "en")
    assert (run.code, run.err) == (0, "")
    assert (
        "service-code.term = remaining   (2018-04-19 .. 2019-09-02)\n"
        "    The months of a subscription are counted from the day of the application to its end.\n"
        "    ECS instance FAQs: https://github.com/AlibabaCloudDocs/icp/blob/dd4ee95/intl.en-US/FAQ/"
        "ECS%20instance%20FAQs.md (read on 2026-11-24)\n"
    ) in run.out


def test_todays_facts_in_chinese(icplint: Icplint) -> None:
    out = icplint("policy", "--on", "2026-11-24", "--lang", "zh").out
    assert (
        "service-code.term = total   (2026-06-26 ..)\n    包年包月时长按累计时长（含续费）计算，与剩余时长无关。\n"
        in out
    )
    assert "（查阅于 2026-11-24）\n" in out
    assert "service-code.nat.months" not in out


def test_a_day_before_the_first_document_is_refused(icplint: Icplint) -> None:
    run = icplint("policy", "--on", "2018-04-18", "--lang", "en")
    assert (run.code, run.out) == (2, "")
    assert "covers 2018-04-19 and later days" in run.err
