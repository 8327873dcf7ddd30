"""The examples of a check's page: HCL, the register and the scan that hold for it, and what its comments expect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from icplint.checks.check import Check
from icplint.checks.page import section, source
from icplint.model.dataclass import dataclass
from icplint.model.vocabulary import Suppression
from icplint.plugin_api import Plugin
from icplint.testing.judging import DAY, icplint, using
from icplint.testing.layout import lay
from icplint.testing.scans import SCANS, files

OUTCOMES: Final = ("violation", "cannot-tell", "compliant")
BLOCK: Final = re.compile(r"^```(toml filings|toml scan|hcl)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXPECTED: Final = re.compile(rf"#\s({'|'.join(OUTCOMES)})$", re.MULTILINE)
ON: Final = re.compile(r"# on (\d{4}-\d\d-\d\d)\n")
SEAMS: Final = re.compile(r"\{\{|None|\{[a-z_]+\}|[:：]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A root module, the register and the scan that hold for it, and what their comments expect."""

    check: Check
    number: int
    hcl: str | None
    register: str | None
    scan: str | None
    on: str

    @property
    def files(self) -> dict[str, str]:
        """The files that it consists of, by name."""
        found = {"main.tf": self.hcl, "filings.toml": self.register, "scan.toml": self.scan}
        return {name: content for name, content in found.items() if content is not None}

    @property
    def expected(self) -> list[tuple[str, int, str]]:
        """The file, line and outcome of each finding that the comments expect."""
        lines = ((name, n, line) for name, text in self.files.items() for n, line in enumerate(text.splitlines(), 1))
        return sorted((name, number, found[1]) for name, number, line in lines if (found := EXPECTED.search(line)))

    def __str__(self) -> str:
        return f"{self.check.name}-{self.number}"


def examples(check: Check) -> Iterator[Example]:
    """Yield the examples of a page, each under the register and the scan written last above it.

    A scan that has expectations of its own is an example without a configuration; `# on DATE` in the first line of HCL
    is the day.
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


def faults(example: Example, *plugins: Plugin) -> Iterator[str]:
    """Yield what is wrong with an example: answered otherwise than its comments say, or a sentence with its seams."""
    for lang in ("en", "zh"):
        found = []
        for finding in _answered(example, plugins, lang):
            origin = finding["origin"]
            found.append((origin["file"], origin["line"], finding["outcome"]))
            said = [finding["message"], finding["remedy"], *finding["settle"]]
            for sentence in (*said, *(evidence["message"] for evidence in finding["evidence"])):
                if SEAMS.search(sentence):
                    yield f"{example} says: {sentence}"
        if sorted(found) != example.expected:
            yield f"{example} is answered {sorted(found)}, and its comments expect {example.expected}"


def _answered(example: Example, plugins: Sequence[Plugin], lang: str) -> list[dict[str, Any]]:
    with TemporaryDirectory() as place, chdir(place), using(*plugins, SCANS):
        lay(Path(place), files(example.files))
        options = ("--isolated", "--all", "--format", "json", "--lang", lang, "--on", example.on, "--fail-on", "info")
        paths = [path for path in (".", "scan.json") if Path("main.tf" if path == "." else path).exists()]
        others = ("--select", "ICP101") if example.check.subject is Suppression else ()  # it is about their answers
        said = icplint("check", *paths, *options, "--select", example.check.code, *others)
    report: dict[str, Any] = json.loads(said.out or "{}")
    wrong = [*report.get("errors", ()), *report.get("unread", ())]
    if said.err or wrong or said.code != int(report["summary"]["violation"] > 0):
        raise AssertionError(f"{example}: exit {said.code} {said.err} {wrong}")
    return [finding for finding in report["findings"] if finding["code"] == example.check.code]
