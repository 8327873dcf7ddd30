"""The report as a page that a browser opens: findings, the ways that they speak of, the whole estate."""

from __future__ import annotations

from collections.abc import Iterator

from icplint.findings.run import Report
from icplint.reports.page.data import report_data
from icplint.reports.page.document import document
from icplint.reports.page.words import WORDS
from icplint.reports.report import Format, Style


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield one file that needs nothing else, in both languages; it opens in the reader's."""
    title = f"{WORDS['title'].say(style.language)} · {report.on}"
    return document(report_data(report, style.language), title=title, language=style.language)


FORMAT = Format(name="html", render=render)
