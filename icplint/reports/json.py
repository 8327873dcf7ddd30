"""The JSON report, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from icplint import __version__
from icplint.graph.labels import known
from icplint.model.origin import Origin
from icplint.model.printable import printable_json
from icplint.model.reading import Input
from icplint.model.text import Language
from icplint.reports.parts.pieces import Rows, pieces
from icplint.reports.report import Format, Style
from icplint.run import Finding, Report


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


def unknown_types(report: Report) -> list[dict[str, Any]]:
    """Return the resource types that icplint does not know, with how many resources of each it met."""
    return [{"type": kind, "count": count} for kind, count in sorted(report.graph.unmet.items())]


def finding_fields(finding: Finding, language: Language) -> dict[str, Any]:
    """Return a finding as the report has it."""
    waiver = finding.suppressed
    return {
        "code": finding.check.code,
        "check": finding.check.name,
        "severity": finding.severity.value,
        "outcome": finding.outcome,
        "subject": subject(finding),
        "roots": [root.name for root in finding.roots if root.name],
        "filing_domain": finding.filing_domain,
        "message": finding.message.say(language),
        "origin": origin(finding.origin),
        "evidence": [{"message": e.say(language), "origin": origin(e.origin)} for e in finding.answer.evidence],
        "remedy": finding.remedy.say(language),
        "settle": [text.say(language) for text in finding.settle],
        "fingerprint": finding.fingerprint,
        "suppressed": waiver
        and {
            "reason": waiver.reason.say(language),
            "until": waiver.until and waiver.until.isoformat(),
            "origin": origin(waiver.origin),
        },
    }


def subject(finding: Finding) -> dict[str, Any]:
    """Return what a finding is about, with what tells it from others of its key, and what an account calls it."""
    told = {"root": finding.root} if finding.root else {}
    return {"kind": finding.node.kind, "key": finding.node.key, **told, **known(finding.node)}


def input_fields(read: Input, language: Language) -> dict[str, Any]:
    """Return one thing that was read, why it was read through another, and for which roots it was found."""
    fields: dict[str, Any] = {"kind": read.kind, "path": read.path}
    why = {"why": read.why.say(language)} if read.why else {}
    return fields | why | ({"roots": list(read.roots)} if read.roots else {})


def origin(place: Origin | None) -> dict[str, Any] | None:
    """Return a place with the fields that it has."""
    if place is None:
        return None
    fields = ("file", "line", "column", "address", "request")
    return {name: value for name in fields if (value := getattr(place, name)) is not None}


FORMAT = Format(name="json", render=render)
