"""A finding's argument as plain lines: each step with its place, then what to do."""

from __future__ import annotations

from icplint.findings.run import Finding
from icplint.model.text import Language, Text
from icplint.reports.labels import LABELS


def colon(language: Language) -> str:
    """Return what stands between a label and what it labels."""
    return "：" if language == "zh" else ": "


def title(finding: Finding) -> str:
    """Return the code and name of the check; the sentence itself says whether there is doubt."""
    return f"{finding.check.code} {finding.check.name}"


def advice(finding: Finding) -> list[tuple[str, Text]]:
    """Return what to do, each with the name of its label: the remedy of a violation, what settles a doubt."""
    if finding.answer.value:
        return [("remedy", finding.remedy)]
    return [("settle", text) for text in finding.settle]


def evidence_lines(finding: Finding, language: Language) -> list[str]:
    """Return each step behind its place, as compilers print errors."""
    return [
        f"{e.origin}: {e.say(language)}" if e.origin and str(e.origin) else e.say(language)
        for e in finding.answer.evidence
    ]


def argument(finding: Finding, language: Language) -> list[str]:
    """Return a line for each step, and one for each thing to do."""
    steps = [f"- {step}" for step in evidence_lines(finding, language)]
    return steps + [
        f"{LABELS[label].say(language)}{colon(language)}{text.say(language)}" for label, text in advice(finding)
    ]
