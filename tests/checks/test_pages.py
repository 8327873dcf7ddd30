"""The examples of every check's page are run, and answered as their comments say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from icplint.checks.check import Check
from icplint.checks.page import section, source
from icplint.registry import registry

Ask = Callable[..., dict[str, Any]]

DAY = "2026-11-24"
OUTCOMES = ("violation", "cannot-tell", "compliant")
BLOCK = re.compile(r"^```(toml filings|hcl)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXPECTED = re.compile(rf"#\s({'|'.join(OUTCOMES)})$")
ON = re.compile(r"# on (\d{4}-\d\d-\d\d)\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A root module, the register that holds for it, and what its comments expect: line -> outcome."""

    check: Check
    number: int
    hcl: str
    register: str | None
    on: str

    @property
    def files(self) -> dict[str, str]:
        register = {} if self.register is None else {"filings.toml": self.register}
        return {"main.tf": self.hcl, **register}

    @property
    def expected(self) -> list[tuple[int, str]]:
        lines = enumerate(self.hcl.splitlines(), start=1)
        return [(number, found[1]) for number, line in lines if (found := EXPECTED.search(line))]

    def __str__(self) -> str:
        return f"{self.check.name}-{self.number}"


def examples(check: Check) -> Iterator[Example]:
    """Yield the examples of a page, each under the register written last above it."""
    register = None
    written = section(source(check), "Examples") + "\n"
    for number, (kind, content) in enumerate(BLOCK.findall(written), start=1):
        if kind == "toml filings":
            register = content
            continue
        day = ON.match(content)
        yield Example(check=check, number=number, hcl=content, register=register, on=day[1] if day else DAY)


CHECKS = registry().checks
EXAMPLES = [example for check in CHECKS for example in examples(check)]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_answered_as_its_comments_say(example: Example, ask: Ask) -> None:
    report = ask(example.files, example.check.code, on=example.on)
    found = [(finding["origin"]["line"], finding["outcome"]) for finding in report["findings"]]
    assert sorted(found) == example.expected


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_sentence_shows_the_seams_of_its_template(example: Example, lang: str, ask: Ask) -> None:
    for finding in ask(example.files, example.check.code, on=example.on, lang=lang)["findings"]:
        said = [finding["message"], finding["remedy"], *finding["settle"]]
        for sentence in (*said, *(e["message"] for e in finding["evidence"])):
            assert "{{" not in sentence
            assert "None" not in sentence
            assert not re.search(r"\{[a-z_]+\}", sentence)
            assert not sentence.endswith((":", "："))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_page_shows_a_violation_and_a_compliant_case(check: Check) -> None:
    shown = {outcome for example in examples(check) for _, outcome in example.expected}
    assert shown >= {"violation", "compliant"}
    assert all(example.expected for example in examples(check))
