"""The Reviewdog Diagnostic Format, for `reviewdog -f=rdjson`.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns are counted in bytes of UTF-8.
"""

from __future__ import annotations

import json
from typing import Any

from icplint import HOME
from icplint.checks.page import address
from icplint.findings.run import Finding, Report
from icplint.model.origin import Origin
from icplint.model.printable import printable_json
from icplint.reports.parts.argument import argument
from icplint.reports.parts.notices import notices
from icplint.reports.parts.places import NOWHERE, byte_column, file_of, path_of
from icplint.reports.parts.ranking import word
from icplint.reports.report import Format, Style


def render(report: Report, style: Style) -> str:
    """Return one object with a diagnostic for each finding, gap and change."""
    told = [_finding(report, finding, style) for finding in report.reported]
    for notice in notices(report):
        severity = "INFO" if notice.kind == "change" else "ERROR" if notice.fails else "WARNING"
        told.append(
            {
                "message": notice.say(style.language),
                "location": _location(report, file_of(notice.origin) or NOWHERE, notice.origin),
                "severity": severity,
                "code": {"value": notice.kind},
            }
        )
    source = {"name": "icplint", "url": HOME}
    return printable_json(json.dumps({"source": source, "diagnostics": told}, ensure_ascii=False, indent=2)) + "\n"


def _finding(report: Report, finding: Finding, style: Style) -> dict[str, Any]:
    language, url = style.language, address(finding.check)
    severity = {"error": "ERROR", "warning": "WARNING"}.get(word(finding), "INFO")
    steps = [e for e in finding.answer.evidence if e.origin and e.origin.file]
    return {
        "message": "\n".join([finding.message.say(language), *argument(finding, language)]),
        "location": _location(report, path_of(finding), finding.origin),
        "severity": severity,
        "code": {"value": finding.check.code, "url": url} if url else {"value": finding.check.code},
        "related_locations": [
            {"message": e.say(language), "location": _location(report, file_of(e.origin) or NOWHERE, e.origin)}
            for e in steps
        ],
    }


def _location(report: Report, path: str, place: Origin | None) -> dict[str, Any]:
    """Return a place with what is known of it: a line without a column is the whole line."""
    if place is None or place.file is None or place.line is None:
        return {"path": path}
    start = {"line": place.line}
    if (column := byte_column(place, report.source)) is not None:
        start["column"] = column
    return {"path": path, "range": {"start": start}}


FORMAT = Format(name="rdjson", render=render)
