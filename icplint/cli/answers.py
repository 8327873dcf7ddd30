"""How a command answers: the checks asked for, the report where it goes, the exit code."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.cli.accepted import Accepting
from icplint.cli.journal import ANSWERING, WRITING
from icplint.cli.language import NOTE, WARNING, speak
from icplint.cli.options import CheckOptions
from icplint.cli.output import STANDARD, deliver
from icplint.cli.scopes import Scopes, chosen
from icplint.cli.terminal import colours, columns, links
from icplint.errors import ConfigError
from icplint.model.dataclass import dataclass
from icplint.model.text import Text, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icplint.cli.inputs import Session
    from icplint.findings.run import Report
    from icplint.model.reading import Reading
    from icplint.reports.report import Style

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
SUFFIXES: Final = {
    ".sarif": "sarif", ".sarif.json": "sarif", ".json": "json", ".html": "html", ".csv": "csv", ".md": "markdown",
    ".txt": "text", ".htm": "html", ".jsonl": "json-lines", ".ndjson": "json-lines",
}  # fmt: skip
"""The formats that the name of an --output says by itself."""
JUDGED: Final = frozenset({"configuration", "plan", "state", "inventory"})
"""The kinds of inputs that checks are asked about."""
PLAIN_TEXT: Final = Text(
    en="{file} gets the report as text: its name says no format, --format does",
    zh="{file} 将写入文本格式的报告：无法从文件名得知格式，请用 --format 指定",
)


def _read_nothing(report: Report) -> bool:
    """Whether errors are all that a report has: they are said on standard error."""
    return bool(report.problems) and not report.unread and not any(one.kind in JUDGED for one in report.inputs)


def deliveries(formats: Sequence[str], outputs: Sequence[Path]) -> list[tuple[str, Path | None]]:
    """Return each format with where it goes, the nth format to the nth file; one may go to standard output.

    Raises ConfigError for more than one format on standard output, more files than formats, and a file named twice.
    """
    told = [format_ for output in outputs if (format_ := format_of(output))]
    names = list(formats) or (told if told and len(told) == len(outputs) else ["text"])
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


def format_of(output: Path) -> str | None:
    """Return the format that the name of a file says; None where it says none."""
    name = output.name.lower()
    return next((format_ for suffix, format_ in SUFFIXES.items() if name.endswith(suffix)), None)


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

    asked: CheckOptions
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

    @property
    def _unclear(self) -> list[Path]:
        """The files whose name says a format, and none that there is."""
        outputs = () if self.asked.format_ else self.asked.output or ()
        return [one for one in outputs if one.suffix and format_of(one) is None]

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
        session.spare(self.asked.output or (), reading, self.accepting(scopes).baselines())
        with session.journal.phase(ANSWERING):
            report = self.settled(reading, scopes)
        printed = sys.stdout.isatty() and any(output is None for _, output in self.deliveries)
        with session.journal.phase(WRITING, shown=not printed):
            for name, output in self.deliveries:
                if name == "text" and output is None and _read_nothing(report):
                    continue
                deliver(session.known.format(name).render(report, self._style(output, scopes)), output)
        for output in self._unclear:
            speak(PLAIN_TEXT.using(file=output.as_posix()), None, session.language, WARNING)
        for one in report.unused:
            speak(one.text, None, session.language, WARNING if one.kind == "pattern" else NOTE)
        for problem in report.problems:
            speak(problem.text, problem.origin, session.language)
        if report.problems or any(part.fails for part in report.unread):
            return 2
        return int((report.strict and (bool(report.unread) or report.open)) or any(map(scopes.counts, report.findings)))

    def report(self, reading: Reading, scopes: Scopes) -> Report:
        """Return every answer, whether anybody accepted it or not."""
        from icplint.findings.run import run

        knowing = scopes.knowing
        reports = {k: run(self.session.graph_with(reading, s), scopes.checks, reading) for k, s in knowing.items()}
        report = next(iter(reports.values()))
        if len(reports) > 1:
            report.findings = scopes.joined(reports)
            report.arrange()
        report.findings = [finding for finding in report.findings if scopes.is_asked(finding)]
        return report

    def settled(self, reading: Reading, scopes: Scopes) -> Report:
        """Return every answer, and what of it is accepted, changed, and shown."""
        from icplint.findings.changes import changes

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
