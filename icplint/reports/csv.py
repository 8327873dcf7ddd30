"""A table for spreadsheets: a row for each finding, change, error and part not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from icplint.findings.run import Finding, Report
from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.text import Language
from icplint.reports.parts.argument import evidence_lines
from icplint.reports.parts.notices import notices, strangers
from icplint.reports.parts.ranking import word
from icplint.reports.report import Format, Style
from icplint.views.labels import known

COLUMNS: Final = (
    "record", "standing", "code", "check", "severity", "outcome", "subject_kind", "subject", "filing_domain", "message",
    "file", "line", "column", "address", "request", "evidence", "remedy", "settle", "fingerprint", "suppressed_reason",
    "suppressed_until", "subject_root", "subject_id", "subject_name",
)  # fmt: skip
SEVERAL: Final = frozenset({"evidence", "settle"})
"""Cells of several lines, each of them printable."""
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may run (https://owasp.org/www-community/attacks/CSV_Injection)."""
BOM: Final = "\ufeff"
"""Without it, Excel on a Chinese Windows reads the file as GBK."""


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield comma-separated values under a header that is the same in both languages, opened by a byte order mark."""
    from csv import DictWriter
    from io import SEEK_END, StringIO

    text = StringIO(BOM)
    text.seek(0, SEEK_END)
    writer = DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(report, style.language):
        writer.writerow({n: harmless(v if n in SEVERAL else printable(v)) for n, v in row.items()})
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def harmless(value: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value


def _rows(report: Report, language: Language) -> Iterator[dict[str, str]]:
    for finding in report.listed:
        yield {"record": "finding", "standing": word(finding), **_finding(finding, language), **_place(finding.origin)}
    for notice in (*notices(report), *strangers(report)):
        standing = "info" if notice.kind in {"change", "unknown"} else "error" if notice.fails else "warning"
        row = {"record": notice.kind, "standing": standing, "message": notice.say(language)}
        yield {**row, **_place(notice.origin)}


def _finding(finding: Finding, language: Language) -> dict[str, str]:
    accepted = finding.suppressed
    return {
        "code": finding.check.code,
        "check": finding.check.name,
        "severity": finding.severity.value,
        "outcome": finding.outcome,
        "subject_kind": finding.node.kind,
        "subject": finding.node.key,
        "filing_domain": finding.filing_domain or "",
        "message": finding.message.say(language),
        "evidence": "\n".join(evidence_lines(finding, language)),
        "remedy": finding.remedy.say(language) if finding.answer.value else "",
        "settle": "\n".join(text.say(language) for text in finding.settle),
        "fingerprint": finding.fingerprint,
        "suppressed_reason": accepted.reason.say(language) if accepted else "",
        "suppressed_until": accepted.until.isoformat() if accepted and accepted.until else "",
        "subject_root": finding.root,
        **{f"subject_{field}": value for field, value in known(finding.node).items()},
    }


def _place(place: Origin | None) -> dict[str, str]:
    if place is None:
        return {}
    names = ("file", "line", "column", "address", "request")
    return {name: str(value) for name in names if (value := getattr(place, name)) is not None}


FORMAT = Format(name="csv", render=render)
