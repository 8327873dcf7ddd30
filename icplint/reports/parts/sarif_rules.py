"""The checks of a run as SARIF's rules, with their pages in both languages as help."""

from __future__ import annotations

import re
from typing import Any, Final

from icplint.checks.check import Check, Severity
from icplint.checks.page import address, section, source
from icplint.findings.run import DOUBT, ITS_DOMAIN, Report
from icplint.model.text import LANGUAGES, Language, Text

LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
PROBLEM: Final = {"error": "error", "warning": "warning", "info": "recommendation"}
SCORES: Final = {"error": "8.0", "warning": "5.0", "info": "2.0"}
"""GitHub's bands: 7.0-8.9 is high, 4.0-6.9 medium, 0.1-3.9 low."""
LONGEST: Final = 1024
"""Characters of a description that GitHub takes."""
SUBJECTS: Final = {
    "Domain": Text(en="a name", zh="域名"),
    "Server": Text(en="an instance", zh="实例"),
    "Filing": Text(en="a domain", zh="域名"),
    "Suppression": Text(en="ignore[…]", zh="ignore[…]"),
}
THING: Final = Text(en="a resource", zh="资源")
DOUBTFUL: Final = "-cannot-tell"
DOUBTED: Final = Text(
    en="What was read does not settle it, and silence is no pass: the result says why, and what would settle it.",
    zh="已读取的内容不足以得出结论。icplint 不会把“没有信息”当作合规：结果中说明了原因以及如何确认。",
)


def rule(check: Check, report: Report, language: Language) -> dict[str, Any]:
    """Return a rule: what it says in a sentence, in a paragraph, and in full in both languages, the reader's first."""
    severity = check.weight(report.graph.policy)
    short = _violation(check).say(language)
    pages = _pages(check, language)
    url = address(check)
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": short[:LONGEST]},
        "fullDescription": {"text": (_first_paragraph(pages[0]) or short)[:LONGEST]},
        "help": {"text": pages[0] or short, "markdown": "\n\n---\n\n".join(page for page in pages if page) or short},
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": _properties(severity),
    }


def doubt(check: Check, language: Language) -> dict[str, Any]:
    """Return the rule that doubts about a check fall under: with the check's own, GitHub would rank them with offences.

    A doubt that were of another kind than `fail` would be dropped by importers that read no other (3.27.9).
    """
    short = DOUBT.using(violation=_violation(check)).say(language)
    url = address(check)
    texts = [DOUBTED.say(name) for name in sorted(LANGUAGES, key=lambda name: name != language)]
    return {
        "id": f"{check.code}{DOUBTFUL}",
        "name": f"{check.name}{DOUBTFUL}",
        "shortDescription": {"text": short[:LONGEST]},
        "fullDescription": {"text": texts[0]},
        "help": {"text": texts[0], "markdown": "\n\n".join(texts)},
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": "note"},
        "properties": {"problem.severity": "recommendation", "tags": ["compliance", "icp"]},
    }


def _violation(check: Check) -> Text:
    return check.violation.using(key=SUBJECTS.get(check.subject.__name__, THING), domain=ITS_DOMAIN)


def _pages(check: Check, language: Language) -> list[str]:
    """Return the words of a check's page in each language, the reader's first; empty ones where it has no page."""
    try:
        written = source(check)
    except OSError:
        return ["", ""]
    return [section(written, name) for name in sorted(LANGUAGES, key=lambda name: name != language)]


def _first_paragraph(page: str) -> str:
    plain = re.sub(r"^#.*$", "", page, flags=re.MULTILINE).strip()
    return plain.partition("\n\n")[0].strip()


def _properties(severity: Severity) -> dict[str, Any]:
    return {
        "precision": "high",
        "problem.severity": PROBLEM[severity],
        "security-severity": SCORES[severity],
        "tags": ["compliance", "icp", "security"],
    }
