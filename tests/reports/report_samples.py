"""Reports to render: the examples, as users get them, and a run in which everything that can be wrong is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from icplint.cli import main
from icplint.findings.changes import Change, ChangeKind
from icplint.findings.run import Finding, Report, run
from icplint.graph.build import build
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.answer import Answer, Evidence
from icplint.model.origin import Origin
from icplint.model.reading import Problem, Unread
from icplint.model.suppressed_by import SuppressedBy
from icplint.model.text import Text, plain
from icplint.model.vocabulary import Domain
from icplint.policy import Policy
from icplint.registry import CORE, Registry, registry
from icplint.reports.report import Style
from icplint.testing.layout import lay

ROOT: Final = Path(__file__).parents[2]
DAY: Final = date(2026, 11, 24)
EXAMPLES: Final = tuple(sorted(path.parent.name for path in ROOT.glob("examples/*/main.tf")))
LANGUAGES: Final = ("en", "zh")
ELSEWHERE: Final = {"text", "concise", "html", "atlantis"}
"""Formats whose goldens lie elsewhere."""
FORMATS: Final = tuple(sorted(set(Registry([CORE]).formats) - ELSEWHERE))
ENDINGS: Final = {
    "checkstyle": "xml",
    "csv": "csv",
    "gitlab": "json",
    "json": "json",
    "json-lines": "jsonl",
    "junit": "xml",
    "markdown": "md",
    "prometheus": "prom",
    "rdjson": "json",
    "redline": "json",
    "sarif": "sarif",
}
"""What the golden files of a format end in, where that is not txt."""
ASKED: Final = (
    *("ICP001", "ICP101", "ICP102", "ICP103", "ICP104", "ICP201", "ICP202", "ICP203", "ICP301", "ICP302", "ICP303"),
)
"""The checks that the golden reports ask: a new one has its page and the texts of the examples."""
NASTY: Final = (
    "a|b <b>x</b> \"q\" 'q' & %0A; ] , :: ##vso[task.complete] `c` *d* _e_ \\ @team\n::error::x\r\x1b[31m 中文"
)
ODD: Final = "odd 100%;,]|#é.tf"
REGISTER: Final = '[[filing]]\ndomain = "example.org"\nlicence = "京ICP备2023001234号-1"\n'
SITE: Final = """
resource "alicloud_alidns_record" "{name}" {{
  domain_name = "example.cn"
  rr          = "{name}"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}}
"""
SERVER: Final = """
resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
  instance_charge_type       = "PostPaid"
  availability_zone          = "cn-hangzhou-i"
}
"""


@cache
def delivered(example: str, language: str, *codes: str) -> dict[str, str]:
    """Return what `icplint check` of an example writes in every format; without codes, about every check."""
    with TemporaryDirectory() as directory, pytest.MonkeyPatch.context() as patch:
        files = {name: Path(directory) / name for name in FORMATS}
        asked = [word for name, file in files.items() for word in ("--format", name, "--output", str(file))]
        asked += [word for code in codes for word in ("--select", code)]
        arguments = ["check", f"examples/{example}", "--on", DAY.isoformat(), "--lang", language, *asked]
        patch.chdir(ROOT)
        patch.setattr(sys, "argv", ["icplint", *arguments])
        with pytest.raises(SystemExit):
            main()
        return {name: file.read_bytes().decode() for name, file in files.items()}


def checked(base: Path, *paths: str, filings: bool = True) -> Report:
    """Return the report on files below a directory, whose lines can be asked for."""
    known = registry()
    registers = [base / "filings.toml"] if filings and (base / "filings.toml").is_file() else []
    asked = Request(paths=list(paths) or ["."], base=base, registers=registers, sources=lambda: known.sources)
    reading = read_inputs(asked)
    checks = [check for check in known.checks if check.code in ASKED]
    report = run(build(reading, known.table, Policy(DAY)), checks, reading)

    def lines(file: str) -> list[str]:
        path = base / file
        return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []

    report.source = lines
    return report


def rendered(report: Report, name: str, language: str = "en") -> str:
    """Return a report in a format."""
    return "".join(registry().format(name).render(report, Style(language="zh" if language == "zh" else "en")))


@contextmanager
def written(files: dict[str, str]) -> Iterator[Path]:
    """Give a directory that holds these files."""
    with TemporaryDirectory() as directory:
        lay(Path(directory), files)
        yield Path(directory)


@cache
def troubled() -> Report:
    """Return a run with violations, doubts, a suppressed finding, a live one, gaps, errors, changes and bad characters."""
    site = "".join(SITE.format(name=name) for name in ("a", "b", "c"))
    with written({ODD: site, "main.tf": SERVER, "filings.toml": REGISTER}) as base:
        report = checked(base)
        kept = {name: tuple(report.source(name)) for name in (ODD, "main.tf", "filings.toml")}
    report.source = lambda file: kept.get(file, ())
    names = [f for f in report.findings if f.check.code == "ICP101"]
    assert [f.outcome for f in names] == ["violation"] * 3
    unfiled = names[0]
    waiver = SuppressedBy(reason=plain(f"accepted {NASTY}"), until=date(2027, 1, 31), origin=Origin(file=ODD, line=2))
    at = report.findings.index
    report.findings[at(names[1])] = replace(names[1], suppressed=waiver)
    doubt = Answer(None, (Evidence(plain(f"nobody knows {NASTY}"), settle=plain("=ask(somebody)")),))
    report.findings[at(names[2])] = replace(names[2], answer=doubt)
    report.findings.append(live(unfiled, "www.live.cn"))
    report.problems.append(Problem(plain(f"broken {NASTY}"), Origin(file="broken.tf", line=3, column=9)))
    report.problems.append(Problem(plain("no place")))
    report.unread.append(Unread("module.vpc", plain("not installed"), Origin(file="main.tf", line=2, column=1)))
    report.unread.append(Unread("ecs:DescribeInstances@cn-beijing", plain("Forbidden"), fails=True))
    gone = Text(en="old.example.cn is taken away by the plan", zh="该 plan 将移除 old.example.cn")
    report.changes.append(
        Change(
            kind=ChangeKind.REMOVED,
            name="old.example.cn",
            message=gone,
            origin=Origin(file="main.tf", line=2, column=1),
        )
    )
    return report


def live(like: Finding, name: str) -> Finding:
    """Return the same finding about a name that no file declares."""
    place = Origin(request="alidns:DescribeDomainRecords (6C2E)")
    node = Domain(key=name, origin=place, name=name, zone=name)
    return replace(like, node=node, answer=Answer(True, (Evidence(plain("it is live"), place),)), filing_domain=name)


def many(report: Report, count: int, *, value: bool | None = True) -> list[Finding]:
    """Return so many findings of the report's first check, each about a name of its own, in one short step."""
    first = next(f for f in report.findings if f.check.code == "ICP101")
    evidence = (Evidence(plain("because"), Origin(file="main.tf", line=2, column=1)),)
    names = (f"n{n}.example.cn" for n in range(count))
    nodes = (Domain(key=name, origin=Origin(file="main.tf", line=2, column=1), name=name, zone=name) for name in names)
    return [replace(first, node=node, answer=Answer(value, evidence), suppressed=None) for node in nodes]
