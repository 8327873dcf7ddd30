"""The entries of `[[suppress]]` as suppressions of one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from icplint.checks.check import Check
from icplint.findings.run import Finding, Report
from icplint.suppressions.rule import SuppressionRule, fault_of
from icplint.suppressions.settings_entries import SettingsEntry
from icplint.views.labels import known as known_as


class SuppressionScope(NamedTuple):
    """What entries are held to: the findings of which `owner` is an owner.

    `asked` are the codes of the checks that its settings ask; `whole`: all of its project was read.
    """

    owner: str
    owners: Callable[[Finding], Sequence[str]]
    asked: frozenset[str]
    whole: bool


def settings_rules(
    entries: Iterable[SettingsEntry], report: Report, known: Sequence[Check], scope: SuppressionScope
) -> Iterator[SuppressionRule]:
    """Yield them; reading a part of the project does not show that an entry has nothing left to match."""

    def spoken(checks: Sequence[Check]) -> bool:
        return scope.whole and not report.unread and all(check.code in scope.asked for check in checks)

    for entry in entries:

        def covers(finding: Finding, entry: SettingsEntry = entry) -> bool:
            return any(map(entry.matches, _names(finding))) and scope.owner in scope.owners(finding)

        yield SuppressionRule(
            key=f"{entry.check} {entry.subject}",
            origin=entry.origin,
            checks=(entry.check,),
            reason=entry.reason,
            until=entry.until,
            fault=fault_of((entry.check,), entry.reason, known),
            covers=covers,
            spoken=spoken,
            owner=scope.owner,
        )


def _names(finding: Finding) -> Iterator[str]:
    """Yield what an entry may call a subject: its key, with its root before it, the id and the name of an instance."""
    yield finding.node.key
    if finding.root:
        yield f"{finding.root}:{finding.node.key}"
    yield from known_as(finding.node).values()
