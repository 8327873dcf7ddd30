"""The JSON report, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterator

from icplint import __version__
from icplint.findings.run import Report
from icplint.model.printable import printable_json
from icplint.reports.parts.json_fields import finding_fields, input_fields, origin, unknown_types
from icplint.reports.parts.pieces import Rows, pieces
from icplint.reports.report import Format, Style


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield one JSON object; codes, names and fields are never translated."""
    language = style.language
    document = {
        "version": 1,
        "tool": {"name": "icplint", "version": __version__},
        "on": report.on,
        "summary": {
            outcome: report.count(outcome) for outcome in ("violation", "cannot-tell", "compliant", "suppressed")
        },
        "findings": Rows(lambda: (finding_fields(finding, language) for finding in report.listed)),
        "changes": [
            {"change": c.kind.value, "name": c.name, "message": c.message.say(language), "origin": origin(c.origin)}
            for c in report.changes
        ],
        "inputs": [input_fields(i, language) for i in report.inputs],
        "unused": [{"kind": one.kind, "path": one.path} for one in report.unused],
        "errors": [{"message": p.text.say(language), "origin": origin(p.origin)} for p in report.problems],
        "unknown_types": unknown_types(report),
        "unread": [{"what": u.what, "why": u.why.say(language), "origin": origin(u.origin)} for u in report.unread],
    }
    yield from map(printable_json, pieces(json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(document)))
    yield "\n"


FORMAT = Format(name="json", render=render)
