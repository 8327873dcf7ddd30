"""Suppressions and a baseline, held against the findings of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Final

from icplint.checks.check import Check
from icplint.checks.void_suppression import CHECK as VOID
from icplint.findings.run import Finding, Report, ask
from icplint.model.answer import Evidence
from icplint.model.suppressed_by import SuppressedBy
from icplint.model.text import Text
from icplint.model.vocabulary import Suppression
from icplint.suppressions.baseline import Comparison, Identity, identity
from icplint.suppressions.located import Located
from icplint.suppressions.rule import SuppressionRule, meant

BACK: Final = Text(
    en="this was suppressed up to {until}: “{reason}”", zh="此问题曾被忽略，有效期截至 {until}：“{reason}”"
)


class Suppressions:
    """What suppressions make of the findings of a report, which it leaves as it is until `settle`.

    `owners` says which settings have a say about a finding: all of them must accept it, unless a comment does.
    """

    def __init__(
        self, report: Report, rules: Iterable[SuppressionRule], owners: Callable[[Finding], Sequence[str]]
    ) -> None:
        self.owners = owners
        self.report = report
        self.rules = list(rules)
        self.on = date.fromisoformat(report.on)
        self.findings = [f for f in report.findings if f.answer.value is not False and f.check.code != VOID.code]
        self._open = {id(finding) for finding in self.findings}
        self._words: dict[str, list[Check]] = {}
        self._located = Located((finding.origin, finding) for finding in self.findings)
        self._accepted: dict[int, dict[str | None, SuppressedBy]] = defaultdict(dict)
        self.notes: dict[int, list[Evidence]] = {}
        self._used: list[set[str]] = [set(self._use(rule)) for rule in self.rules]

    def _use(self, rule: SuppressionRule) -> Iterator[str]:
        """Hold one against every finding that it means, and yield the words by which it means some."""
        if rule.fault is not None:
            return
        words = {word: {check.code for check in self._meant(word)} for word in rule.checks}
        for finding in self._about(rule):
            named = [word for word, codes in words.items() if finding.check.code in codes]
            if not named:
                continue
            yield from named
            if rule.expired(self.on):
                text = BACK.using(until=rule.until, reason=rule.reason)
                self.notes.setdefault(id(finding), []).append(Evidence(text, rule.origin))
            else:
                self._accepted[id(finding)].setdefault(rule.owner, rule.suppressed_by)

    def _about(self, rule: SuppressionRule) -> Iterable[Finding]:
        """Return what a suppression is about, each once."""
        found = {id(finding): finding for finding in self._located.within(rule.spans)}
        if rule.about is not None:
            found |= {id(finding): finding for finding in rule.about() if id(finding) in self._open}
        return found.values()

    def _meant(self, word: str) -> list[Check]:
        """Return the checks that are asked and that a word stands for: many suppressions have the same."""
        if word not in self._words:
            self._words[word] = meant(word, self.report.checks)
        return self._words[word]

    def of(self, owners: Sequence[str]) -> list[Finding]:
        """Return the findings that one of these settings owns."""
        if len(owners) == 1:
            return self._owned.get(owners[0], [])
        theirs = {id(finding) for one in owners for finding in self._owned.get(one, ())}
        return [finding for finding in self.findings if id(finding) in theirs]

    @cached_property
    def _owned(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            for one in dict.fromkeys(self.owners(finding)):
                found[one].append(finding)
        return dict(found)

    @cached_property
    def compliant(self) -> dict[Identity, list[str]]:
        """The roots in which a check has nothing to say of a subject, by check and subject."""
        found: dict[Identity, list[str]] = defaultdict(list)
        for finding in self.report.findings:
            if finding.answer.value is False:
                found[identity(finding)].append(finding.node.root)
        return dict(found)

    def is_left(self, finding: Finding) -> bool:
        """Return whether no suppression accepts a finding."""
        return self._accepted_by(finding) is None

    def accept(self, baseline: Comparison, owners: Iterable[str]) -> None:
        """Take in what a baseline of these settings accepts, and what it notes."""
        for one in owners:
            for finding, accepted in baseline.accepted.items():
                self._accepted[finding].setdefault(one, accepted)
        for finding, note in baseline.notes.items():
            self.notes.setdefault(finding, []).append(note)

    def settle(self, known: Sequence[Check]) -> None:
        """Say in the report what is suppressed."""
        self.report.findings = [self._settled(finding) for finding in self.report.findings]
        self._judge(known)

    def _accepted_by(self, finding: Finding) -> SuppressedBy | None:
        """Return what accepts a finding: a comment, or each of the settings that have a say."""
        found = self._accepted.get(id(finding), {})
        if None in found:
            return found[None]
        owners = self.owners(finding) if found else ()
        return found[owners[0]] if owners and all(one in found for one in owners) else None

    def show_all(self, known: Sequence[Check]) -> None:
        """Let every finding stand; say of each suppression what is to be said, nevertheless."""
        self._judge(known)

    def _settled(self, finding: Finding) -> Finding:
        if accepted := self._accepted_by(finding):
            return replace(finding, suppressed=accepted)
        if notes := self.notes.get(id(finding)):
            answer = finding.answer._replace(evidence=(*finding.answer.evidence, *notes))
            return replace(finding, answer=answer)
        return finding

    def _judge(self, known: Sequence[Check]) -> None:
        """Ask the check of suppressions, if it is asked for, about each of them."""
        if VOID not in self.report.checks:
            return
        nodes = [
            Suppression(
                key=rule.key,
                origin=rule.origin,
                root=rule.origin.file or "",
                checks=rule.checks,
                reason=rule.reason,
                until=rule.until,
                fault=rule.fault,
                idle=self._idle(rule, used, known),
            )
            for rule, used in zip(self.rules, self._used, strict=True)
        ]
        ask(self.report, VOID, nodes)
        self.report.arrange()

    def _idle(self, rule: SuppressionRule, used: set[str], known: Sequence[Check]) -> tuple[str, ...] | None:
        """Return the words that match nothing; None where something may, that was not asked or not read."""
        idle = tuple(word for word in rule.checks if word not in used)
        if not idle:
            return ()
        if self.report.problems:
            return None
        for word in idle:
            asked = self._meant(word)
            if len(asked) < len(meant(word, known)) or not rule.spoken(asked):
                return None
        return idle
