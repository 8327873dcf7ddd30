"""The examples of a check's page: HCL, the register and the day that hold for it, and what its comments expect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from icplint.checks.check import Check
from icplint.checks.page import section, source
from icplint.door import Plugin
from icplint.testing.judging import DAY, icplint, using

OUTCOMES: Final = ("violation", "cannot-tell", "compliant")
BLOCK: Final = re.compile(r"^```(toml filings|hcl)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXPECTED: Final = re.compile(rf"#\s({'|'.join(OUTCOMES)})$")
ON: Final = re.compile(r"# on (\d{4}-\d\d-\d\d)\n")
SEAMS: Final = re.compile(r"\{\{|None|\{[a-z_]+\}|[:：]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One block of HCL of a page; `register` is the one that stands last above it."""

    check: Check
    number: int
    hcl: str
    register: str | None
    on: str

    @property
    def files(self) -> dict[str, str]:
        """The files that it consists of, by name."""
        return {"main.tf": self.hcl} | ({} if self.register is None else {"filings.toml": self.register})

    @property
    def expected(self) -> list[tuple[str, int, str]]:
        """The file, line and outcome of each finding that the comments expect."""
        lines = ((name, n, line) for name, text in self.files.items() for n, line in enumerate(text.splitlines(), 1))
        return sorted((name, number, found[1]) for name, number, line in lines if (found := EXPECTED.search(line)))


def examples(check: Check) -> Iterator[Example]:
    """Yield the examples of a page, in the order in which they stand; `# on DATE` in the first line gives the day."""
    register = None
    for number, (kind, content) in enumerate(BLOCK.findall(section(source(check), "Examples") + "\n"), start=1):
        if kind != "hcl":
            register = content
            continue
        on = found[1] if (found := ON.match(content)) else DAY
        yield Example(check=check, number=number, hcl=content, register=register, on=on)


def faults(example: Example, plugins: Sequence[Plugin]) -> Iterator[str]:
    """Yield what is wrong with an example: answered otherwise than its comments say, or a sentence with its seams."""
    what = f"{example.check.name}, example {example.number}"
    for lang in ("en", "zh"):
        found = []
        for finding in _answered(example, plugins, lang):
            origin = finding["origin"]
            found.append((origin["file"], origin["line"], finding["outcome"]))
            said = [finding["message"], finding["remedy"], *finding["settle"]]
            for sentence in (*said, *(evidence["message"] for evidence in finding["evidence"])):
                if SEAMS.search(sentence):
                    yield f"{what} says: {sentence}"
        if sorted(found) != example.expected:
            yield f"{what} is answered {sorted(found)}, and its comments expect {example.expected}"


def _answered(example: Example, plugins: Sequence[Plugin], lang: str) -> list[dict[str, Any]]:
    with TemporaryDirectory() as place, chdir(place), using(*plugins):
        for name, content in example.files.items():
            Path(name).write_text(content, encoding="utf-8")
        options = ("--isolated", "--all", "--format", "json", "--lang", lang, "--on", example.on)
        said = icplint("check", ".", *options, "--select", example.check.code)
    if said.err:
        raise AssertionError(said.err)
    found: list[dict[str, Any]] = json.loads(said.out)["findings"]
    return found
