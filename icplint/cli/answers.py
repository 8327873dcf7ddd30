"""How a command answers: the checks asked for, the report where it goes, the exit code."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.cli.accepted import Accepting
from icplint.cli.journal import ANSWERING, WRITING
from icplint.cli.language import NOTE, speak
from icplint.cli.options import Asked
from icplint.cli.output import STANDARD, deliver
from icplint.cli.scopes import Scopes, chosen
from icplint.cli.terminal import colours, columns, links
from icplint.errors import ConfigError
from icplint.model.text import Text, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icplint.cli.inputs import Session
    from icplint.model.reading import Reading
    from icplint.reports.report import Style
    from icplint.run import Report

NO_FORMAT: Final = Text(
    en="there is no format {name}; there are {known}{hint}", zh="没有 {name} 格式；可用的格式有 {known}{hint}"
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
UNUSED: Final = Text(
    en="the register {file} is not read: it is not the nearest one upwards of what is checked, and no settings "
    "name it; --filings {file} reads it",
    zh="未读取备案清单 {file}：它不是所检查内容向上最近的清单，也没有配置指定它；可用 --filings {file} 指定",
)


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
    from icplint.files.reading import read_regular

    @cache
    def lines(file: str) -> Sequence[str]:
        try:
            text = read_regular(base / file).decode("utf-8-sig")
        except (OSError, ValueError):
            return ()
        return [line.removesuffix("\r") for line in text.split("\n")]

    return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """What the user asked of the answers; the settings hold what the command line leaves open."""

    asked: Asked
    session: Session

    def scopes(self, reading: Reading) -> Scopes:
        """Return whose settings hold for what."""
        session = self.session
        return Scopes(reading, session.projects, session.settings, self.asked, session.known.checks)

    def accepting(self, scopes: Scopes) -> Accepting:
        """Return what may accept findings."""
        return Accepting(
            paths=self.session.paths,
            scopes=scopes,
            baseline=self.asked.baseline,
            show_all=self.asked.no_suppressions,
        )

    @property
    def deliveries(self) -> list[tuple[str, Path | None]]:
        """Each format with where it goes; raises ConfigError."""
        return deliveries(self.asked.format_ or (), self.asked.output or ())

    def see_that_all_is_known(self) -> None:
        """Raise ConfigError for an unknown check or format of the command line, before anything is read."""
        known = self.session.known
        for name, _ in self.deliveries:
            if name not in known.formats:
                names = sorted(known.formats)
                raise ConfigError(NO_FORMAT.using(name=name, known=", ".join(names), hint=did_you_mean(name, names)))
        chosen(known.checks, self.asked.select or (), self.asked.ignore or ())

    def answer(self, reading: Reading) -> int:
        """Answer the checks about what was read, deliver the report, and return the exit code."""
        session, scopes = self.session, self.scopes(reading)
        with session.journal.phase(ANSWERING):
            report = self.settled(reading, scopes)
        printed = sys.stdout.isatty() and any(output is None for _, output in self.deliveries)
        with session.journal.phase(WRITING, shown=not printed):
            for name, output in self.deliveries:
                deliver(session.known.format(name).render(report, self._style(output, scopes)), output)
        for file in report.unused:
            speak(UNUSED.using(file=file), None, session.language, NOTE)
        for problem in report.problems:
            speak(problem.text, problem.origin, session.language)
        if report.problems or any(part.fails for part in report.unread):
            return 2
        return int((report.strict and bool(report.unread)) or any(map(scopes.counts, report.findings)))

    def report(self, reading: Reading, scopes: Scopes) -> Report:
        """Return every answer, whether anybody accepted it or not."""
        from icplint.run import run

        knowing = scopes.knowing
        reports = {k: run(self.session.graph_with(reading, s), scopes.checks, reading) for k, s in knowing.items()}
        report = next(iter(reports.values()))
        if len(reports) > 1:
            report.findings = scopes.joined(reports)
        report.findings = [finding for finding in report.findings if scopes.is_asked(finding)]
        report.arrange()
        return report

    def settled(self, reading: Reading, scopes: Scopes) -> Report:
        """Return every answer, and what of it is accepted, changed, and shown."""
        from icplint.changes import changes

        known, asked = self.session.known, self.asked
        report = self.report(reading, scopes)
        self.accepting(scopes).hold(report, reading, known, self.session.language)
        report.findings = [
            replace(finding, strict=True) if scopes.strict(finding) else finding
            for finding in report.findings
            if scopes.is_asked(finding)
        ]
        report.changes = changes(reading, report.graph, known.table, os.environ)
        report.show_compliant, report.strict = asked.all_, scopes.strict_anywhere
        report.source = lines_below(Path.cwd())
        return report

    def _style(self, output: Path | None, scopes: Scopes) -> Style:
        """Return how to write: only what goes to a terminal, and not to a file, knows colours, columns and links."""
        from icplint.reports.report import Style

        asked, screen = self.asked, output is None
        return Style(
            language=self.session.language,
            colour=screen and colours(sys.stdout, refused=asked.no_color),
            width=columns(sys.stdout) if screen else None,
            link=links(sys.stdout, Path.cwd()) if screen else None,
            only=scopes.counts if asked.quiet else None,
            statistics=asked.statistics,
            alone=not screen,
        )
