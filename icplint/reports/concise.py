"""One line a finding: place, severity, code, message."""

from __future__ import annotations

from icplint.reports.report import Format, Style
from icplint.run import Report


def render(report: Report, style: Style) -> str:
    """Return a line for each finding, as compilers print errors."""
    lines = [
        f"{f.origin}: {f.severity if f.answer.value else f.outcome} {f.check.code} {f.message.say(style.language)}\n"
        for f in report.shown
    ]
    return "".join(lines)


FORMAT = Format(name="concise", render=render)
