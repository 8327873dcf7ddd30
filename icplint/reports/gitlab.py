"""GitLab's Code Quality report: what a merge request makes better or worse.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from typing import Any, Final

from icplint.findings.run import Finding, Report
from icplint.model.origin import Origin
from icplint.model.printable import octets, printable_json
from icplint.model.text import Text
from icplint.reports.parts.argument import advice
from icplint.reports.parts.notices import ReportNotice, notices
from icplint.reports.parts.places import NOWHERE, file_of, path_of
from icplint.reports.parts.ranking import unique_fingerprints, word
from icplint.reports.report import Format, Style

SEVERITIES: Final = {"error": "critical", "warning": "major", "info": "minor", "cannot-tell": "minor"}
"""`blocker` is kept for a run that could not do its work; `info` for what is not an offence."""


def render(report: Report, style: Style) -> str:
    """Return one array; GitLab drops an issue whose fingerprint another has, so each has its own."""
    shown = report.reported
    issues = [_issue(f, mark, style) for f, mark in zip(shown, unique_fingerprints(shown), strict=True)]
    issues += list({issue["fingerprint"]: issue for n in notices(report) if (issue := _notice(n, style))}.values())
    return printable_json(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n"


def _issue(finding: Finding, fingerprint: str, style: Style) -> dict[str, Any]:
    comma = "；" if style.language == "zh" else "; "
    told: list[Text] = [finding.message, *(text for _, text in advice(finding))]
    return {
        "description": f"{finding.check.code}: {comma.join(text.say(style.language) for text in told)}",
        "check_name": finding.check.name,
        "fingerprint": fingerprint,
        "severity": SEVERITIES.get(word(finding), "info"),
        "location": _location(path_of(finding), finding.origin),
    }


def _notice(notice: ReportNotice, style: Style) -> dict[str, Any]:
    from hashlib import sha256

    path = file_of(notice.origin) or NOWHERE
    severity = "blocker" if notice.fails else "minor" if notice.kind == "unread" else "info"
    return {
        "description": notice.say(style.language),
        "check_name": f"icplint-{notice.kind}",
        "fingerprint": sha256(octets(f"{notice.kind}\n{path}\n{notice.text.say('en')}")).hexdigest()[:32],
        "severity": severity,
        "location": _location(path, notice.origin),
    }


def _location(path: str, place: Origin | None) -> dict[str, Any]:
    return {"path": path, "lines": {"begin": (place and place.file and place.line) or 1}}


FORMAT = Format(name="gitlab", render=render)
