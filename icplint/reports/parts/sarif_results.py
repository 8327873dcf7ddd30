"""Findings as SARIF's results: the argument is a code flow, and what is suppressed says so."""

from __future__ import annotations

from typing import Any, Final

from icplint.findings.run import Finding, Report
from icplint.model.text import Language
from icplint.reports.labels import LABELS
from icplint.reports.parts.argument import advice, colon
from icplint.reports.parts.json_fields import subject
from icplint.reports.parts.places import path_of
from icplint.reports.parts.sarif_places import artifact, location
from icplint.reports.parts.sarif_rules import DOUBTFUL, LEVELS

LOCATIONS: Final = 1_000
FLOW: Final = 10_000
"""Related locations and steps of a flow that GitHub takes of one result."""


def rule_of(finding: Finding) -> str:
    """Return the id of the rule that a finding falls under: doubts have rules of their own."""
    return finding.check.code + (DOUBTFUL if finding.answer.value is None else "")


def result(finding: Finding, fingerprint: str, index: int, report: Report, language: Language) -> dict[str, Any]:
    """Return a result. GitHub tells alerts apart by `primaryLocationLineHash`: ours holds no line and no file."""
    level = {True: LEVELS[finding.severity], None: "note", False: "none"}[finding.answer.value]
    steps = [e for e in finding.answer.evidence if e.origin and e.origin.file]
    related = [
        {"id": n, **location(e.origin, report.source, e.say(language))} for n, e in enumerate(steps[:LOCATIONS], 1)
    ]
    flow = [
        {"location": location(e.origin, report.source, e.say(language)), "importance": "essential"}
        for e in finding.answer.evidence[:FLOW]
    ]
    return {
        "ruleId": rule_of(finding),
        "ruleIndex": index,
        "kind": "pass" if finding.answer.value is False else "fail",
        "level": level,
        "message": {"text": _message(finding, language)},
        "locations": [_primary(finding, report)],
        **({"relatedLocations": related} if related else {}),
        **({"codeFlows": [{"threadFlows": [{"locations": flow}]}]} if flow else {}),
        "partialFingerprints": {"icplint/v1": fingerprint, "primaryLocationLineHash": f"{fingerprint[:16]}:1"},
        "suppressions": _suppressions(finding, report, language),
        "properties": _properties(finding, language),
    }


def _message(finding: Finding, language: Language) -> str:
    """Return the finding and what to do, a sentence each: platforms show the first one where there is little room."""
    stop = "。" if language == "zh" else ". "
    todo = [f"{LABELS[label].say(language)}{colon(language)}{text.say(language)}" for label, text in advice(finding)]
    return stop.join([finding.message.say(language), *todo])


def _primary(finding: Finding, report: Report) -> dict[str, Any]:
    """Return where the finding stands; GitHub takes none without a file and a line, so a live one has a pseudo file."""
    found = location(finding.origin, report.source)
    physical = found.setdefault("physicalLocation", {"artifactLocation": artifact(path_of(finding))})
    physical.setdefault("region", {"startLine": 1})
    told = finding.root not in {"", "."}
    name = f"{finding.root}:{finding.node.key}" if told else finding.node.key
    logical = {"fullyQualifiedName": name, "kind": finding.node.kind}
    if told or finding.node.key != finding.origin.address:
        found["logicalLocations"] = [logical, *found.get("logicalLocations", [])]
    return found


def _suppressions(finding: Finding, report: Report, language: Language) -> list[dict[str, Any]]:
    accepted = finding.suppressed
    if accepted is None:
        return []
    inside = (accepted.origin.file or "").endswith((".tf", ".tofu", ".tf.json"))
    place = location(accepted.origin, report.source)
    found: dict[str, Any] = {"kind": "inSource" if inside else "external", "status": "accepted"}
    if reason := accepted.reason.say(language):
        found["justification"] = reason
    if place:
        found["location"] = place
    if accepted.until:
        found["properties"] = {"until": accepted.until.isoformat()}
    return [found]


def _properties(finding: Finding, language: Language) -> dict[str, Any]:
    found = {
        "check": finding.check.name,
        "severity": finding.severity.value,
        "outcome": finding.outcome,
        "subject": subject(finding),
        "filingDomain": finding.filing_domain,
        "settle": [text.say(language) for text in finding.settle],
    }
    return {name: value for name, value in found.items() if value}
