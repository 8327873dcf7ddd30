"""What a run comes to: a line that counts, and a table of the checks."""

from __future__ import annotations

from collections import Counter
from typing import Final

from icplint.findings.run import Report
from icplint.model.text import Text
from icplint.reports.report import Style
from icplint.reports.terminal.columns import width, wrapped

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
BROKEN: Final = Text(en="{n} errors in what was read", zh="输入中有 {n} 处错误")
BROKEN_ONE: Final = Text(en="1 error in what was read", zh="输入中有 1 处错误")
HEADINGS: Final = (
    Text(en="check", zh="检查项"),
    Text(en="violations", zh="违规"),
    Text(en="cannot tell", zh="无法判断"),
    Text(en="compliant", zh="合规"),
    Text(en="suppressed", zh="已忽略"),
)
OUTCOMES: Final = ("violation", "cannot-tell", "compliant", "suppressed")


def summary(report: Report, style: Style) -> str:
    """Return the line that counts the answers, and what was read for them."""
    language = style.language
    severities = Counter(f.severity.value for f in report.findings if f.answer.value and not f.suppressed)
    errors, warnings = severities["error"], severities["warning"]
    counts = [
        (ERROR if errors == 1 else ERRORS).using(n=errors),
        (WARNING if warnings == 1 else WARNINGS).using(n=warnings),
        DOUBTS.using(n=report.count("cannot-tell")),
        CLEAN.using(n=report.count("compliant")),
        HIDDEN.using(n=report.count("suppressed")),
    ]
    files = sum(i.files for i in report.inputs)
    read = [(READ_ONE if files == 1 else READ).using(files=files)]
    if missing := len(report.unread):
        read.append((MISSING_ONE if missing == 1 else MISSING).using(n=missing))
    if broken := len(report.problems):
        read.append((BROKEN_ONE if broken == 1 else BROKEN).using(n=broken))
    comma = "，" if language == "zh" else ", "
    parts = " · ".join(c.say(language) for c in counts), comma.join(r.say(language) for r in read)
    line = "     ".join(parts)
    if style.width is None or width(line) <= style.width:
        return line
    return "\n".join(fitted for part in parts for fitted in wrapped(part, style.width))


def statistics(report: Report, style: Style) -> str:
    """Return a row for each check that was asked of anything, and how often it had which answer; ends in a line."""
    counts = Counter((f.check.code, "suppressed" if f.suppressed else f.outcome) for f in report.findings)
    said = ([f"{check.code} {check.name}", *(str(counts[check.code, o]) for o in OUTCOMES)] for check in report.checks)
    rows = [[text.say(style.language) for text in HEADINGS], *said]
    columns = [max(width(row[n]) for row in rows) for n in range(len(HEADINGS))]
    lines = []
    for name, *numbers in rows:
        cells = [" " * (columns[n] - width(text)) + text for n, text in enumerate(numbers, 1)]
        lines.append("  ".join([name + " " * (columns[0] - width(name)), *cells]))
    return "\n".join(lines) + "\n"
