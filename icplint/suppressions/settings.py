"""The entries of `[[suppress]]` as suppressions of one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from icplint.checks.check import Check
from icplint.run import Finding, Report
from icplint.suppressions.entries import Suppress
from icplint.suppressions.exemption import Exemption, fault_of


def exemptions(
    entries: Iterable[Suppress], report: Report, known: Sequence[Check], *, whole: bool
) -> Iterator[Exemption]:
    """Yield them; of a part of the project nobody can tell that an entry has nothing left to match."""

    def spoken(_checks: Sequence[Check]) -> bool:
        return whole and not report.unread

    for entry in entries:

        def covers(finding: Finding, entry: Suppress = entry) -> bool:
            return entry.matches(finding.node.key)

        yield Exemption(
            key=f"{entry.check} {entry.subject}",
            origin=entry.origin,
            checks=(entry.check,),
            reason=entry.reason,
            until=entry.until,
            fault=fault_of((entry.check,), entry.reason, known),
            covers=covers,
            spoken=spoken,
        )
