"""The entries of `[[suppress]]` as suppressions of one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from icplint.checks.check import Check
from icplint.findings.run import Finding, Report
from icplint.suppressions.pattern_index import PatternIndex
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


def by_subject(report: Report) -> PatternIndex[Finding]:
    """Return the violations and doubts of a report by what an entry may call their subjects."""
    judged = (finding for finding in report.findings if finding.answer.value is not False)
    return PatternIndex((name, finding) for finding in judged for name in _names(finding))


def settings_rules(
    entries: Iterable[SettingsEntry], found: PatternIndex[Finding], known: Sequence[Check], scope: SuppressionScope
) -> Iterator[SuppressionRule]:
    """Yield them; `found` are the findings by subject.

    Reading a part of the project does not show that an entry has nothing left to match.
    """

    def spoken(checks: Sequence[Check]) -> bool:
        return scope.whole and all(check.code in scope.asked for check in checks)

    def about(entry: SettingsEntry) -> Iterator[Finding]:
        for pattern in entry.patterns:
            yield from (finding for finding in found.matching(pattern) if scope.owner in scope.owners(finding))

    for entry in entries:
        yield SuppressionRule(
            key=f"{entry.check} {entry.subject}",
            origin=entry.origin,
            checks=(entry.check,),
            reason=entry.reason,
            until=entry.until,
            fault=fault_of((entry.check,), entry.reason, known),
            about=partial(about, entry),
            spoken=spoken,
            owner=scope.owner,
        )


def _names(finding: Finding) -> Iterator[str]:
    """Yield what an entry may call a subject: its key, with its root before it, the id and the name of an instance."""
    yield finding.node.key
    if finding.root:
        yield f"{finding.root}:{finding.node.key}"
    yield from known_as(finding.node).values()
