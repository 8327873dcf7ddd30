"""The examples of every check's page are run, and answered as their comments say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from icplint.checks.check import Check
from icplint.checks.page import section, source
from icplint.model.vocabulary import Suppression
from icplint.registry import registry

Ask = Callable[..., dict[str, Any]]

DAY = "2026-11-24"
OUTCOMES = ("violation", "cannot-tell", "compliant")
BLOCK = re.compile(r"^```(toml filings|toml scan|hcl)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXPECTED = re.compile(rf"#\s({'|'.join(OUTCOMES)})$", re.MULTILINE)
ON = re.compile(r"# on (\d{4}-\d\d-\d\d)\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A root module, the register and the scan that hold for it, and what their comments expect: line -> outcome."""

    check: Check
    number: int
    hcl: str | None
    register: str | None
    scan: str | None
    on: str

    @property
    def files(self) -> dict[str, str]:
        files = {"main.tf": self.hcl, "filings.toml": self.register, "scan.toml": self.scan}
        return {name: content for name, content in files.items() if content is not None}

    @property
    def expected(self) -> list[tuple[str, int, str]]:
        lines = ((name, n, line) for name, text in self.files.items() for n, line in enumerate(text.splitlines(), 1))
        return sorted((name, number, found[1]) for name, number, line in lines if (found := EXPECTED.search(line)))

    def __str__(self) -> str:
        return f"{self.check.name}-{self.number}"


def examples(check: Check) -> Iterator[Example]:
    """Yield the examples of a page, each under the register and the scan written last above it.

    A scan that has expectations of its own is an example without a configuration.
    """
    register = scan = None
    written = section(source(check), "Examples") + "\n"
    for number, (kind, content) in enumerate(BLOCK.findall(written), start=1):
        if kind == "toml filings":
            register, scan = content, None
            continue
        on = day[1] if (day := ON.match(content)) else DAY
        if kind == "toml scan":
            scan = None if EXPECTED.search(content) else content
            if scan is None:
                yield Example(check=check, number=number, hcl=None, register=None, scan=content, on=on)
            continue
        yield Example(check=check, number=number, hcl=content, register=register, scan=scan, on=on)


def answers(example: Example, ask: Ask, lang: str = "en") -> list[dict[str, Any]]:
    """Return a check's findings; that of suppressions is about the answers of others, which are asked as well."""
    code = example.check.code
    others = ["ICP101"] if example.check.subject is Suppression else []
    report = ask(example.files, code, *others, on=example.on, lang=lang)
    return [finding for finding in report["findings"] if finding["code"] == code]


CHECKS = registry().checks
EXAMPLES = [example for check in CHECKS for example in examples(check)]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_answered_as_its_comments_say(example: Example, ask: Ask) -> None:
    places = ((finding["origin"], finding["outcome"]) for finding in answers(example, ask))
    found = [(origin["file"], origin["line"], outcome) for origin, outcome in places]
    assert sorted(found) == example.expected


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_sentence_shows_the_seams_of_its_template(example: Example, lang: str, ask: Ask) -> None:
    for finding in answers(example, ask, lang):
        said = [finding["message"], finding["remedy"], *finding["settle"]]
        for sentence in (*said, *(e["message"] for e in finding["evidence"])):
            assert "{{" not in sentence
            assert "None" not in sentence
            assert not re.search(r"\{[a-z_]+\}", sentence)
            assert not sentence.endswith((":", "："))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_page_shows_a_violation_and_a_compliant_case(check: Check) -> None:
    shown = {outcome for example in examples(check) for *_, outcome in example.expected}
    assert shown >= {"violation", "compliant"}
    assert all(example.expected for example in examples(check))
