"""What the JSON reports say of findings, inputs and places: codes, names and fields are never translated."""

from __future__ import annotations

from typing import Any

from icplint.findings.run import Finding, Report
from icplint.model.origin import Origin
from icplint.model.reading import Input
from icplint.model.text import Language
from icplint.views.labels import known


def unknown_types(report: Report) -> list[dict[str, Any]]:
    """Return the resource types that icplint does not know, with how many resources of each it met."""
    return [{"type": kind, "count": count} for kind, count in sorted(report.graph.unmet.items())]


def finding_fields(finding: Finding, language: Language) -> dict[str, Any]:
    """Return a finding as the report has it."""
    accepted = finding.suppressed
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
        "suppressed": accepted
        and {
            "reason": accepted.reason.say(language),
            "until": accepted.until and accepted.until.isoformat(),
            "origin": origin(accepted.origin),
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
