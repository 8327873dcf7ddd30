"""The report for a person at a terminal: grouped by registrable domain, each argument from top to bottom."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Final

from icplint.model.text import Language, Text
from icplint.reports.labels import LABELS
from icplint.reports.report import Format, Style
from icplint.run import Finding, Report

COLOURS: Final = {"error": "31;1", "warning": "33;1", "info": "36;1", "cannot-tell": "35;1", "compliant": "32"}
ERRORS: Final = Text(en="{n} errors", zh="{n} 个错误")
ERROR: Final = Text(en="1 error", zh="1 个错误")
WARNINGS: Final = Text(en="{n} warnings", zh="{n} 个警告")
WARNING: Final = Text(en="1 warning", zh="1 个警告")
DOUBTS: Final = Text(en="{n} cannot tell", zh="{n} 项无法判断")
CLEAN: Final = Text(en="{n} compliant", zh="{n} 项合规")
HIDDEN: Final = Text(en="{n} suppressed", zh="{n} 项已忽略")
READ: Final = Text(en="read {files} files", zh="已读取 {files} 个文件")
READ_ONE: Final = Text(en="read 1 file", zh="已读取 1 个文件")
MISSING: Final = Text(en="{n} parts not read", zh="{n} 处未读取")
MISSING_ONE: Final = Text(en="1 part not read", zh="1 处未读取")
NOTHING: Final = Text(
    en="nothing that was read names or serves a public website, so there was nothing to judge",
    zh="已读取的内容中没有公网域名或为网站提供服务的资源，因此没有可判断的对象",
)


def render(report: Report, style: Style) -> str:
    """Return the findings, what was not read, and a line that counts."""
    parts: list[str] = []
    shown = sorted(
        report.shown, key=lambda f: (f.filing_domain is None, _group(f), f.origin.order, f.check.code, f.node.key)
    )
    for group, findings in groupby(shown, key=_group):
        parts.append(_bold(group, style))
        parts += [_finding(finding, style) for finding in findings]
        parts.append("")
    if not report.findings and not report.changes:
        parts += [NOTHING.say(style.language), ""]
    if report.changes:
        label = LABELS["change"].say(style.language)
        parts += [f"{label}  {change.origin}  {change.message.say(style.language)}" for change in report.changes]
        parts.append("")
    if report.unread:
        label = LABELS["unread"].say(style.language)
        parts += [f"{label}  {u.origin or ''}  {u.what}: {u.why.say(style.language)}" for u in report.unread]
        parts.append("")
    parts.append(_summary(report, style.language))
    return "\n".join(parts) + "\n"


def _group(finding: Finding) -> str:
    return finding.filing_domain or finding.node.key


def _finding(finding: Finding, style: Style) -> str:
    language = style.language
    word = finding.severity.value if finding.answer.value else finding.outcome
    head = f"  {_coloured(LABELS[word].say(language), COLOURS[word], style)} {finding.check.code} {finding.check.name}"
    rows = [(str(e.origin or ""), e.say(language)) for e in finding.answer.evidence]
    if finding.answer.value:
        rows.append((LABELS["remedy"].say(language), finding.remedy.say(language)))
    rows += [
        (LABELS["settle"].say(language), text.say(language)) for text in finding.settle if not finding.answer.value
    ]
    if finding.answer.value is not False:
        rows.append((LABELS["more"].say(language), f"icplint explain {finding.check.name}"))
    column = max((width(place) for place, _ in rows), default=0)
    lines = [f"    {place}{' ' * (column - width(place))}   {sentence}" for place, sentence in rows]
    return "\n".join([f"{head}  {finding.message.say(language)}", *lines])


def _summary(report: Report, language: Language) -> str:
    violations = [f.severity.value for f in report.findings if f.answer.value]
    errors, warnings = violations.count("error"), violations.count("warning")
    counts = [
        (ERROR if errors == 1 else ERRORS).using(n=errors),
        (WARNING if warnings == 1 else WARNINGS).using(n=warnings),
        DOUBTS.using(n=report.count("cannot-tell")),
        CLEAN.using(n=report.count("compliant")),
        HIDDEN.using(n=report.count("suppressed")),
    ]
    files = sum(i.files for i in report.inputs)
    read = [(READ_ONE if files == 1 else READ).using(files=files)]
    if report.unread:
        missing = len(report.unread)
        read.append((MISSING_ONE if missing == 1 else MISSING).using(n=missing))
    comma = "，" if language == "zh" else ", "
    return " · ".join(c.say(language) for c in counts) + "     " + comma.join(r.say(language) for r in read)


def width(text: str) -> int:
    """Return the columns that a terminal gives a text: Chinese characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _coloured(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text


def _bold(text: str, style: Style) -> str:
    return _coloured(text, "1", style)


FORMAT = Format(name="text", render=render)
