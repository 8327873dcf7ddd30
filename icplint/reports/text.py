"""The report for a person at a terminal: grouped by registrable domain, each argument from top to bottom."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from icplint.findings.run import Finding, Report
from icplint.model.outages import together
from icplint.model.printable import printable
from icplint.model.text import Text
from icplint.reports.labels import LABELS
from icplint.reports.report import Format, Style
from icplint.reports.terminal.callers import Callers
from icplint.reports.terminal.columns import width
from icplint.reports.terminal.excerpt import COLUMNS, Excerpts
from icplint.reports.terminal.rows import TerminalRow, coloured, hung, linked, table
from icplint.reports.terminal.summary import statistics, summary
from icplint.views.unknown_types import met, none_read, nothing

COLOURS: Final = {
    "error": "31;1",
    "warning": "33;1",
    "info": "36;1",
    "cannot-tell": "35;1",
    "compliant": "32",
    "suppressed": "2",
}
UNTIL: Final = Text(en="{reason} (until {until})", zh="{reason}（有效期至 {until}）")
INDENT: Final = 4
GUTTER: Final = 14


def render(report: Report, style: Style) -> str:
    """Return the findings, what was not read, and a line that counts; with `style.only`, the findings that count."""
    parts = [statistics(report, style)] if style.statistics else _Groups(report, style).lines()
    silent = not report.findings and not report.changes
    unmet = report.graph.unmet
    told = (none_read(report.graph) or nothing(unmet)) if silent else met(unmet)
    if told is not None and (not style.only or (report.strict and report.open)):
        parts += [hung("", told.say(style.language), style, shown=0), ""]
    parts += _rest(report, style)
    if not style.only:
        parts.append(summary(report, style))
    return "".join(f"{part}\n" for part in parts)


def _rest(report: Report, style: Style) -> list[str]:
    """Return what is not a finding: changes, parts that were not read, errors not seen elsewhere."""
    language = style.language
    changes = [("change", c.origin, c.message.say(language)) for c in report.changes if not style.only]
    counting = [u for u in together(report.unread) if not style.only or u.fails or report.strict]
    unread = [("unread", u.origin, f"{u.what}: {u.why.say(language)}") for u in counting]
    problems = [("error", p.origin, p.text.say(language)) for p in report.problems if style.alone]
    lines = []
    for rows in (changes, unread, problems):
        for word, place, sentence in rows:
            label, shown = LABELS[word].say(language), str(place or "")
            head = f"{label}  {linked(shown, place, style)}  "
            lines.append(hung(head, sentence, style, shown=width(f"{label}  {shown}  ")))
        lines += [""] if rows else []
    return lines


class _Groups:
    """The findings of a report under the names that they are filed by; a line of source is shown once in each group."""

    def __init__(self, report: Report, style: Style) -> None:
        self.report = report
        self.style = style
        self.excerpts = Excerpts(report.source)
        self.callers = Callers(report.calls)
        self.columns = max(GUTTER, min(COLUMNS, style.width - GUTTER)) if style.width else COLUMNS

    def lines(self) -> list[str]:
        parts: list[str] = []
        for _, group in groupby(sorted(self._shown(), key=_order), key=_group):
            findings = list(group)
            heading = findings[0].filing_domain or findings[0].label.say(self.style.language)
            parts.append(coloured(printable(heading), "1", self.style))
            seen: set[str] = set()
            for _, alike in groupby(findings, key=_argument):
                parts += self._argued(list(alike), seen)
            parts.append("")
        return parts

    def _shown(self) -> list[Finding]:
        report, only = self.report, self.style.only
        if only:
            return [finding for finding in report.reported if only(finding)]
        return [*report.reported, *report.suppressed] if report.show_compliant else report.reported

    def _argued(self, alike: list[Finding], seen: set[str]) -> list[str]:
        """Return the heads of findings that have one argument, and the argument."""
        style, language = self.style, self.style.language
        word = _word(alike[0])
        label = LABELS[word].say(language)
        names = [f"{finding.check.code} {finding.check.name}" for finding in alike]
        heads = []
        for finding, name in zip(alike, names, strict=True):
            shown = f"  {label} {name:<{max(map(len, names))}}  "
            head = shown.replace(label, coloured(label, COLOURS[word], style), 1)
            heads.append(hung(head, finding.message.say(language), style, shown=width(shown)))
        return [*heads, *table(self._rows(alike[0], seen), style, indent=INDENT, colour=COLOURS[word])]

    def _rows(self, finding: Finding, seen: set[str]) -> list[TerminalRow]:
        language = self.style.language
        if (accepted := finding.suppressed) is not None:
            text = (
                accepted.reason if accepted.until is None else UNTIL.using(reason=accepted.reason, until=accepted.until)
            )
            return [TerminalRow(str(accepted.origin), text.say(language), accepted.origin)]
        rows = [TerminalRow(str(e.origin or ""), e.say(language), e.origin) for e in finding.answer.evidence]
        if finding.answer.value is False:
            return rows
        self._show_source(rows, finding, seen)
        label = "remedy" if finding.answer.value else "settle"
        texts = [finding.remedy] if finding.answer.value else finding.settle
        rows += [TerminalRow(LABELS[label].say(language), text.say(language)) for text in texts]
        rows.append(TerminalRow(LABELS["more"].say(language), f"icplint explain {finding.check.name}"))
        return rows

    def _show_source(self, rows: list[TerminalRow], finding: Finding, seen: set[str]) -> None:
        """Put the line of source under the row with the finding's place, and from where its module is called."""
        place = finding.origin
        shown = str(place)
        called = f"{shown} {place.address}"
        at = next((n for n, row in enumerate(rows) if row.left == shown), None)
        if at is None:
            return
        excerpt = None if shown in seen else self.excerpts.of(place, self.columns)
        under = () if called in seen else self.callers.of(place, self.style)
        seen |= {shown, called}
        rows[at] = rows[at]._replace(excerpt=excerpt, under=under)


def _order(finding: Finding) -> tuple[object, ...]:
    unfiled = finding.filing_domain is None
    return (unfiled, _group(finding), finding.origin.order, finding.node.key, finding.check.code)


def _argument(finding: Finding) -> tuple[object, ...]:
    """Return what findings share that have one argument: what is held against somebody has a remedy of its own."""
    if finding.answer.value or finding.suppressed:
        return (finding.check.code, finding.node.identity)
    return (finding.answer.value, finding.node.identity, finding.answer.evidence)


def _word(finding: Finding) -> str:
    """Return the word that stands over a finding."""
    if finding.suppressed:
        return "suppressed"
    return finding.severity.value if finding.answer.value else finding.outcome


def _group(finding: Finding) -> tuple[str, str]:
    return (finding.filing_domain or finding.node.key, "" if finding.filing_domain else finding.root)


FORMAT = Format(name="text", render=render)
