"""How a command answers: the checks asked for, the report where it goes, the exit code."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.cli.accepted import Accepting
from icplint.cli.journal import ANSWERING, WRITING
from icplint.cli.language import speak
from icplint.cli.options import Asked, FailOn
from icplint.cli.output import STANDARD, deliver
from icplint.cli.terminal import colours, columns, links
from icplint.errors import ConfigError
from icplint.model.text import Text, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icplint.checks.check import Check
    from icplint.cli.inputs import Session
    from icplint.model.reading import Reading
    from icplint.reports.report import Style
    from icplint.run import Finding, Report

NO_FORMAT: Final = Text(
    en="there is no format {name}; there are {known}{hint}", zh="没有 {name} 格式；可用的格式有 {known}{hint}"
)
NO_CHECK: Final = Text(
    en="there is no check {name}; icplint explain lists them{hint}",
    zh="没有检查项 {name}；用 icplint explain 查看全部检查项{hint}",
)
MORE_FILES: Final = Text(
    en="--output is given {files} times for {formats} --format: the nth file is of the nth format",
    zh="--output 给出了 {files} 次，而 --format 只有 {formats} 个：第 n 个文件对应第 n 种格式",
)
ONE_ON_SCREEN: Final = Text(
    en="only one format can go to standard output, not {names}: give each of the others an --output",
    zh="标准输出只能输出一种格式，不能同时输出 {names}：请用 --output 为其余格式指定文件",
)
SAME_FILE: Final = Text(en="two formats cannot go to one file", zh="两种格式不能写入同一个文件")
RANKS: Final = {"error": 3, "warning": 2, "info": 1}


def deliveries(formats: Sequence[str], outputs: Sequence[Path]) -> list[tuple[str, Path | None]]:
    """Return each format with where it goes, the nth format to the nth file; one may go to standard output.

    Raises ConfigError for more than one format on standard output, more files than formats, and a file named twice.
    """
    names = list(formats) or ["text"]
    if len(outputs) > len(names):
        raise ConfigError(MORE_FILES.using(files=len(outputs), formats=len(names)))
    files = [None if output == STANDARD else output for output in outputs]
    found = list(zip_longest(names, files))
    shown = [name for name, file in found if file is None]
    if len(shown) > 1:
        raise ConfigError(ONE_ON_SCREEN.using(names=", ".join(shown)))
    if len(set(files)) < len(files):
        raise ConfigError(SAME_FILE)
    return found


def lines_below(base: Path) -> Callable[[str], Sequence[str]]:
    """Return what gives the lines of a file by its path from `base`; none, where it cannot be read as text.

    A line ends where Terraform ends it: at a newline, and at none of the other characters that Python takes for one.
    """

    @cache
    def lines(file: str) -> Sequence[str]:
        try:
            text = (base / file).read_bytes().decode("utf-8-sig")
        except (OSError, ValueError):
            return ()
        return [line.removesuffix("\r") for line in text.split("\n")]

    return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """What the user asked of the answers; the settings hold what the command line leaves open."""

    asked: Asked
    session: Session

    @property
    def accepting(self) -> Accepting:
        """What may accept findings."""
        return Accepting(
            paths=self.session.paths,
            settings=self.session.settings,
            baseline=self.asked.baseline,
            show_all=self.asked.no_suppressions,
        )

    @property
    def deliveries(self) -> list[tuple[str, Path | None]]:
        """Each format with where it goes; raises ConfigError."""
        return deliveries(self.asked.format_ or (), self.asked.output or ())

    def checks(self) -> list[Check]:
        """Return the checks that are asked for; raises ConfigError for an unknown check or format."""
        known, settings = self.session.known, self.session.settings
        for name, _ in self.deliveries:
            if name not in known.formats:
                names = sorted(known.formats)
                raise ConfigError(NO_FORMAT.using(name=name, known=", ".join(names), hint=did_you_mean(name, names)))
        ignored = [*settings.ignore, *(self.asked.ignore or ())]
        return _chosen(known.checks, self.asked.select or settings.select, ignored)

    def answer(self, reading: Reading, checks: list[Check]) -> int:
        """Answer the checks about what was read, deliver the report, and return the exit code."""
        session = self.session
        with session.journal.phase(ANSWERING):
            report = self.settled(reading, checks)
        with session.journal.phase(WRITING):
            texts = [session.known.format(name).render(report, self._style(output)) for name, output in self.deliveries]
        for text, (_, output) in zip(texts, self.deliveries, strict=True):
            deliver(text, output)
        for problem in report.problems:
            speak(problem.text, problem.origin, session.language)
        if report.problems or any(part.fails for part in report.unread):
            return 2
        return int((self.strict and bool(report.unread)) or any(map(self.counts, report.findings)))

    def report(self, reading: Reading, checks: list[Check]) -> Report:
        """Return every answer, whether anybody accepted it or not."""
        from icplint.run import run

        return run(self.session.graph(reading), checks, reading)

    def settled(self, reading: Reading, checks: list[Check]) -> Report:
        """Return every answer, and what of it is accepted, changed, and shown."""
        from icplint.changes import changes

        known, asked = self.session.known, self.asked
        report = self.report(reading, checks)
        self.accepting.hold(report, reading, known, self.session.language)
        report.changes = changes(reading, report.graph, known.table, os.environ)
        report.show_compliant, report.strict = asked.all_, self.strict
        report.source = lines_below(Path.cwd())
        return report

    def _style(self, output: Path | None) -> Style:
        """Return how to write: only what goes to a terminal, and not to a file, knows colours, columns and links."""
        from icplint.reports.report import Style

        asked, screen = self.asked, output is None
        return Style(
            language=self.session.language,
            colour=screen and colours(sys.stdout, refused=asked.no_color),
            width=columns(sys.stdout) if screen else None,
            link=links(sys.stdout, Path.cwd()) if screen else None,
            only=self.counts if asked.quiet else None,
            statistics=asked.statistics,
            alone=not screen,
        )

    @property
    def strict(self) -> bool:
        """Whether doubt, and what was not read, counts."""
        return self.asked.strict or self.session.settings.strict

    def counts(self, finding: Finding) -> bool:
        """Return whether a finding makes the run end with exit 1."""
        if finding.suppressed or finding.answer.value is False:
            return False
        if finding.answer.value is None:
            return self.strict
        least = self.asked.fail_on or FailOn(self.session.settings.fail_on)
        return least is not FailOn.NEVER and RANKS[finding.severity] >= RANKS[least]


def _chosen(checks: list[Check], select: Sequence[str], ignore: Sequence[str]) -> list[Check]:
    """Return the checks that are asked for, by code, name or prefix of a code."""
    for word in (*select, *ignore):
        if not any(check.answers_to(word) for check in checks):
            names = [name for check in checks for name in (check.name, check.code)]
            raise ConfigError(NO_CHECK.using(name=word, hint=did_you_mean(word, names, 0.7)))
    wanted = [c for c in checks if not select or any(c.answers_to(word) for word in select)]
    return [c for c in wanted if not any(c.answers_to(word) for word in ignore)]
