"""The examples of every check's page are run, and answered as their comments say."""

from __future__ import annotations

import pytest

from icplint.checks.check import Check
from icplint.registry import registry
from icplint.testing.examples import Example, examples, faults

CHECKS = registry().checks
EXAMPLES = [example for check in CHECKS for example in examples(check)]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_answered_as_its_comments_say_in_sentences_without_seams(example: Example) -> None:
    assert list(faults(example)) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_page_shows_a_violation_and_a_compliant_case(check: Check) -> None:
    shown = {outcome for example in examples(check) for *_, outcome in example.expected}
    assert shown >= {"violation", "compliant"}
    assert all(example.expected for example in examples(check))
