"""Suppressions and a baseline, held against the findings of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from icplint.checks.check import Check
from icplint.checks.void_suppression import CHECK as VOID
from icplint.findings.run import Finding, Report, ask
from icplint.model.answer import Evidence
from icplint.model.text import Text
from icplint.model.vocabulary import Suppression
from icplint.model.waiver import Waiver
from icplint.suppressions.baseline import Comparison
from icplint.suppressions.exemption import Exemption, meant
from icplint.suppressions.located import Located

BACK: Final = Text(
    en="this was suppressed up to {until}: “{reason}”", zh="此问题曾被忽略，有效期截至 {until}：“{reason}”"
)


class Held:
    """What suppressions make of the findings of a report, which it leaves as it is until `settle`.

    `owners` says which settings have a say about a finding: all of them must accept it, unless a comment does.
    """

    def __init__(
        self, report: Report, exemptions: Iterable[Exemption], owners: Callable[[Finding], Sequence[str]]
    ) -> None:
        self.owners = owners
        self.report = report
        self.exemptions = list(exemptions)
        self.on = date.fromisoformat(report.on)
        self.findings = [f for f in report.findings if f.answer.value is not False and f.check.code != VOID.code]
        self._located = Located((finding.origin, finding) for finding in self.findings)
        self._waivers: dict[int, dict[str | None, Waiver]] = defaultdict(dict)
        self.notes: dict[int, list[Evidence]] = {}
        self._used: list[set[str]] = [set(self._use(exemption)) for exemption in self.exemptions]

    def _use(self, exemption: Exemption) -> Iterator[str]:
        """Hold one against every finding that it means, and yield the words by which it means some."""
        if exemption.fault is not None:
            return
        words = {word: {check.code for check in self._meant(word)} for word in exemption.checks}
        for finding in self._about(exemption):
            named = [word for word, codes in words.items() if finding.check.code in codes]
            if not named:
                continue
            yield from named
            if exemption.expired(self.on):
                text = BACK.using(until=exemption.until, reason=exemption.reason)
                self.notes.setdefault(id(finding), []).append(Evidence(text, exemption.origin))
            else:
                self._waivers[id(finding)].setdefault(exemption.owner, exemption.waiver)

    def _about(self, exemption: Exemption) -> Iterable[Finding]:
        """Return what a suppression is about, each once."""
        found = {id(finding): finding for finding in self._located.within(exemption.spans)}
        if exemption.covers is not None:
            found |= {id(finding): finding for finding in self.findings if exemption.covers(finding)}
        return found.values()

    def _meant(self, word: str) -> list[Check]:
        return meant(word, self.report.checks)

    def left(self) -> list[Finding]:
        """Return the findings that no suppression accepts."""
        return [finding for finding in self.findings if self._waiver(finding) is None]

    def accept(self, baseline: Comparison, owners: Iterable[str]) -> None:
        """Take in what a baseline of these settings accepts, and what it notes."""
        for one in owners:
            for finding, waiver in baseline.waivers.items():
                self._waivers[finding].setdefault(one, waiver)
        for finding, note in baseline.notes.items():
            self.notes.setdefault(finding, []).append(note)

    def settle(self, known: Sequence[Check]) -> None:
        """Say in the report what is suppressed."""
        self.report.findings = [self._settled(finding) for finding in self.report.findings]
        self._judge(known)

    def _waiver(self, finding: Finding) -> Waiver | None:
        """Return what accepts a finding: a comment, or each of the settings that have a say."""
        found = self._waivers.get(id(finding), {})
        if None in found:
            return found[None]
        owners = self.owners(finding) if found else ()
        return found[owners[0]] if owners and all(one in found for one in owners) else None

    def show_all(self, known: Sequence[Check]) -> None:
        """Let every finding stand; say of each suppression what is to be said, all the same."""
        self._judge(known)

    def _settled(self, finding: Finding) -> Finding:
        if waiver := self._waiver(finding):
            return replace(finding, suppressed=waiver)
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
                key=exemption.key,
                origin=exemption.origin,
                root=exemption.origin.file or "",
                checks=exemption.checks,
                reason=exemption.reason,
                until=exemption.until,
                fault=exemption.fault,
                idle=self._idle(exemption, used, known),
            )
            for exemption, used in zip(self.exemptions, self._used, strict=True)
        ]
        ask(self.report, VOID, nodes)
        self.report.arrange()

    def _idle(self, exemption: Exemption, used: set[str], known: Sequence[Check]) -> tuple[str, ...] | None:
        """Return the words that match nothing; None where something may, that was not asked or not read."""
        idle = tuple(word for word in exemption.checks if word not in used)
        if not idle:
            return ()
        if self.report.problems:
            return None
        for word in idle:
            asked = self._meant(word)
            if len(asked) < len(meant(word, known)) or not exemption.spoken(asked):
                return None
        return idle
