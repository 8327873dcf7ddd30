"""One JSON object a line: the run first, then each finding, change, error and part not read (for jq, logs, DuckDB)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from icplint import __version__
from icplint.findings.run import OUTCOMES, SUPPRESSED, Report
from icplint.model.printable import printable_json
from icplint.reports.parts.json_fields import finding_fields, input_fields, origin, unknown_types
from icplint.reports.report import Format, Style


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a line for each record; `record` says what it is, and the first counts all that must follow."""
    language = style.language
    findings = report.listed
    changes = [
        {"change": c.kind.value, "name": c.name, "message": c.message.say(language), "origin": origin(c.origin)}
        for c in report.changes
    ]
    errors = [{"message": p.text.say(language), "origin": origin(p.origin)} for p in report.problems]
    unread = [
        {"what": u.what, "why": u.why.say(language), "fails": u.fails, "origin": origin(u.origin)}
        for u in report.unread
    ]
    others: dict[str, list[dict[str, Any]]] = {"change": changes, "error": errors, "unread": unread}
    counted = {"finding": len(findings), **{name: len(rows) for name, rows in others.items()}}
    head = {
        "version": 1,
        "tool": {"name": "icplint", "version": __version__},
        "on": report.on,
        "summary": {outcome: report.count(outcome) for outcome in (*OUTCOMES.values(), SUPPRESSED)},
        "records": counted,
        "inputs": [input_fields(i, language) for i in report.inputs],
        "unknown_types": unknown_types(report),
    }
    yield _line("run", head)
    yield from (_line("finding", finding_fields(finding, language)) for finding in findings)
    yield from (_line(name, row) for name, rows in others.items() for row in rows)


def _line(record: str, fields: dict[str, Any]) -> str:
    return printable_json(json.dumps({"record": record, **fields}, ensure_ascii=False)) + "\n"


FORMAT = Format(name="json-lines", render=render)
