"""What the settings of each root say, held to its findings; where a finding spans two, the stricter holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from icplint.cli.options import CheckOptions, FailOn
from icplint.errors import ConfigError
from icplint.model.text import Text, did_you_mean

if TYPE_CHECKING:
    from icplint.checks.check import Check
    from icplint.findings.run import Finding, Report
    from icplint.inputs.projects import Projects
    from icplint.model.reading import Reading, Root
    from icplint.settings.config import Config

NO_CHECK: Final = Text(
    en="there is no check {name}; icplint explain lists them{hint}",
    zh="没有检查项 {name}；用 icplint explain 查看全部检查项{hint}",
)
RANKS: Final = {"error": 3, "warning": 2, "info": 1}
Knowledge = tuple[object, ...]
"""What settings know beside icplint, which decides answers: of two that say the same, it is the same."""


class Scopes:
    """The settings of the roots of a reading; `default` hold for what has no root, as a live account."""

    def __init__(
        self, reading: Reading, projects: Projects, default: Config, asked: CheckOptions, checks: list[Check]
    ) -> None:
        self.default = default
        self.asked = asked
        self._checks = checks
        self._of = {root: projects.settings(root.home) for root in reading.roots.values()}
        live = not reading.roots or any(not root.name for root in reading.roots.values())
        found = [*self._of.values(), *([default] if live else [])]
        self.settings: list[Config] = list({owner(one): one for one in found}.values())
        self._asking: dict[str, list[Check]] = {}
        self._of_all: dict[tuple[Root, ...], Sequence[Config]] = {}

    def of(self, finding: Finding) -> Sequence[Config]:
        """Return the settings of the roots of a finding, each once."""
        if len(self.settings) == 1:
            return self.settings
        if finding.roots not in self._of_all:
            found = {owner(self._of[root]): self._of[root] for root in finding.roots if root in self._of}
            self._of_all[finding.roots] = list(found.values()) or [self.default]
        return self._of_all[finding.roots]

    def owners(self, finding: Finding) -> list[str]:
        """Return whose word counts about a finding."""
        return [owner(one) for one in self.of(finding)]

    def asking(self, settings: Config) -> list[Check]:
        """Return the checks that settings ask, with what the command line says; raises ConfigError."""
        if owner(settings) not in self._asking:
            ignored = [*settings.ignore, *(self.asked.ignore or ())]
            chosen_ones = chosen(self._checks, self.asked.select or settings.select, ignored)
            self._asking[owner(settings)] = chosen_ones
        return self._asking[owner(settings)]

    @cached_property
    def checks(self) -> list[Check]:
        """The checks that anybody asks."""
        codes = {check.code for settings in self.settings for check in self.asking(settings)}
        return [check for check in self._checks if check.code in codes]

    def is_asked(self, finding: Finding) -> bool:
        """Return whether somebody whose word counts asks a finding's check."""
        return len(self.settings) == 1 or any(finding.check in self.asking(one) for one in self.of(finding))

    def strict(self, finding: Finding) -> bool:
        """Return whether a doubt counts."""
        return self.asked.strict or any(settings.strict for settings in self.of(finding))

    @property
    def strict_anywhere(self) -> bool:
        """Whether what was not read counts."""
        return self.asked.strict or any(settings.strict for settings in self.settings)

    def counts(self, finding: Finding) -> bool:
        """Return whether a finding makes the run end with exit 1."""
        if finding.suppressed or finding.answer.value is False:
            return False
        if finding.answer.value is None:
            return self.strict(finding)
        least = [self.asked.fail_on] if self.asked.fail_on else [FailOn(one.fail_on) for one in self.of(finding)]
        return any(one is not FailOn.NEVER and RANKS[finding.severity] >= RANKS[one] for one in least)

    @property
    def knowing(self) -> dict[Knowledge, Config]:
        """What is known, each with settings that say it."""
        return {knowledge(settings): settings for settings in reversed(self.settings)}

    def joined(self, reports: Mapping[Knowledge, Report]) -> list[Finding]:
        """Return the answers of runs with different knowledge, each about its own roots.

        Of a subject in several of them, it is the run that says most against it: answers of one run belong together.
        """
        found: dict[tuple[str, str, str], list[list[Finding]]] = {}
        for known, report in reports.items():
            about: dict[tuple[str, str, str], list[Finding]] = {}
            for finding in report.findings:
                if known in map(knowledge, self.of(finding)):
                    about.setdefault(finding.node.identity, []).append(finding)
            for identity, answers in about.items():
                found.setdefault(identity, []).append(answers)
        return [finding for runs in found.values() for finding in max(runs, key=_weight)]


def _weight(findings: Iterable[Finding]) -> tuple[int, int]:
    """Return how many answers are violations, and how many are doubts."""
    said = [finding.answer.value for finding in findings]
    return said.count(True), said.count(None)


def knowledge(settings: Config) -> Knowledge:
    """Return what settings know; where it is written is of no matter to an answer."""
    suffixes = tuple(replace(row, origin=None, source="") for row in settings.suffixes)
    return (suffixes, tuple(sorted(settings.unfileable)), settings.geo)


def owner(settings: Config) -> str:
    """Return what settings are known by: their file; empty where there are none."""
    return "" if settings.file is None else settings.file.absolute().as_posix()


def chosen(checks: list[Check], select: Sequence[str], ignore: Sequence[str]) -> list[Check]:
    """Return the checks that are asked for, by code, name or prefix of a code; raises ConfigError for others."""
    for word in (*select, *ignore):
        if not any(check.answers_to(word) for check in checks):
            raise ConfigError(NO_CHECK.using(name=word, hint=did_you_mean(word, list(_names(checks)), 0.7)))
    wanted = [c for c in checks if not select or any(c.answers_to(word) for word in select)]
    return [c for c in wanted if not any(c.answers_to(word) for word in ignore)]


def _names(checks: Iterable[Check]) -> Iterator[str]:
    for check in checks:
        yield from (check.name, check.code)
