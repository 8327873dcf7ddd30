"""The order in which findings matter, the word for each, and a name that is its alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from icplint.findings.run import SUPPRESSED, Finding
from icplint.model.printable import octets

RANKS: Final = {"error": 0, "warning": 1, "info": 2, "cannot-tell": 3, "compliant": 4, SUPPRESSED: 5}


def word(finding: Finding) -> str:
    """Return how a finding stands: a violation's severity, else cannot-tell, compliant or suppressed."""
    if finding.suppressed:
        return SUPPRESSED
    return finding.severity.value if finding.answer.value else finding.outcome


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, most severe first; those that weigh the same stay in their order."""
    return sorted(findings, key=lambda finding: RANKS[word(finding)])


def unique_fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return each finding's fingerprint; of equal ones, as of one address in two roots, the root tells them apart."""
    seen: set[str] = set()
    found: list[str] = []
    for finding in findings:
        fingerprint, n = finding.fingerprint, 0
        while fingerprint in seen:
            from hashlib import sha256

            identity = f"{finding.fingerprint}\n{finding.node.root}\n{n or ''}"
            fingerprint, n = sha256(octets(identity)).hexdigest()[:32], n + 1
        seen.add(fingerprint)
        found.append(fingerprint)
    return found
