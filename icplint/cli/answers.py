"""How a command answers: the checks asked for, the report where it goes, the exit code."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.cli.language import speak
from icplint.cli.options import FailOn
from icplint.cli.output import deliver
from icplint.errors import ConfigError
from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from icplint.checks.check import Check
    from icplint.config import Config
    from icplint.model.reading import Reading
    from icplint.model.text import Language
    from icplint.registry import Registry
    from icplint.run import Report

NO_FORMAT: Final = Text(en="there is no format {name}; there are {known}", zh="没有 {name} 格式；可用的格式有 {known}")
NO_CHECK: Final = Text(
    en="there is no check {name}; icplint explain lists them", zh="没有检查项 {name}；用 icplint explain 查看全部检查项"
)
RANKS: Final = {"error": 3, "warning": 2, "info": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """What the user asked of the answers; the settings hold what the command line leaves open."""

    on: date
    format_: str
    output: Path | None
    select: Sequence[str]
    ignore: Sequence[str]
    fail_on: FailOn | None
    strict: bool
    all_: bool
    no_color: bool
    settings: Config
    language: Language

    def checks(self, known: Registry) -> list[Check]:
        """Return the checks that are asked for; raises ConfigError for an unknown check or format."""
        if self.format_ not in known.formats:
            raise ConfigError(NO_FORMAT.using(name=self.format_, known=", ".join(sorted(known.formats))))
        ignored = [*self.settings.ignore, *self.ignore]
        return _chosen(known.checks, list(self.select or self.settings.select), ignored)

    def answer(self, reading: Reading, known: Registry, checks: list[Check]) -> int:
        """Answer the checks about what was read, deliver the report, and return the exit code."""
        from icplint.changes import changes
        from icplint.graph.build import build
        from icplint.reports.report import Style
        from icplint.run import run

        graph = build(reading, known.table, self.settings.policy(self.on), os.environ)
        report = run(graph, checks, reading)
        report.changes = changes(reading, graph, known.table, os.environ)
        report.show_compliant = self.all_
        style = Style(language=self.language, colour=self.output is None and _colour(no_color=self.no_color))
        deliver(known.format(self.format_).render(report, style), self.output)
        for problem in report.problems:
            speak(problem.text, problem.origin, self.language)
        fail_on = self.fail_on or FailOn(self.settings.fail_on)
        return _exit_code(report, fail_on, strict=self.strict or self.settings.strict)


def _chosen(checks: list[Check], select: list[str], ignore: list[str]) -> list[Check]:
    """Return the checks that are asked for, by code, name or prefix of a code."""
    for word in (*select, *ignore):
        if not any(_means(word, check) for check in checks):
            raise ConfigError(NO_CHECK.using(name=word))
    wanted = [c for c in checks if not select or any(_means(word, c) for word in select)]
    return [c for c in wanted if not any(_means(word, c) for word in ignore)]


def _means(word: str, check: Check) -> bool:
    return word == check.name or check.code.startswith(word.upper())


def _colour(*, no_color: bool) -> bool:
    if no_color or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _exit_code(report: Report, fail_on: FailOn, *, strict: bool) -> int:
    if report.problems or any(part.fails for part in report.unread):
        return 2
    if strict and (report.count("cannot-tell") or report.unread):
        return 1
    if fail_on is FailOn.NEVER:
        return 0
    least = RANKS[fail_on]
    return int(any(f.answer.value and RANKS[f.severity] >= least for f in report.findings))
