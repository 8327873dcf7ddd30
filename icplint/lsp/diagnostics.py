"""A report -> the diagnostics of each file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from icplint.checks.page import address
from icplint.errors import IcplintError
from icplint.findings.run import Finding, Report
from icplint.lsp.places import Places
from icplint.model.answer import Evidence
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.text import Language, Text
from icplint.reports.labels import LABELS

SOURCE: Final = "icplint"
SEVERITIES: Final = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}
UNREADABLE: Final = "unreadable"
UNREAD: Final = "unread"
WHY: Final = Text(en="{what} is not read: {why}", zh="未读取 {what}：{why}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosing:
    """How diagnostics are written: where, in which language, and whether the client shows an argument's places.

    A client that does not gets the argument in the message. `uri` names a file as the client does.
    """

    places: Places
    language: Language
    related: bool
    uri: Callable[[Path], str]

    def of(self, report: Report) -> dict[Path, list[Diagnostic]]:
        """Return the diagnostics by file: findings, what cannot be read, what was not read."""
        found: dict[Path, list[Diagnostic]] = defaultdict(list)
        for finding in report.reported:
            if finding.answer.value is not False:
                self._add(found, finding.origin, self._finding(finding))
        for problem in report.problems:
            self._add(found, problem.origin, self._plain(problem.text, UNREADABLE, DiagnosticSeverity.Error))
        for part in report.unread:
            text = WHY.using(what=part.what, why=part.why)
            self._add(found, part.origin, self._plain(text, UNREAD, DiagnosticSeverity.Information))
        return dict(found)

    def of_all(self, error: IcplintError, files: Iterable[Path]) -> dict[Path, list[Diagnostic]]:
        """Return what kept icplint from any answer, where it stands, else at the top of each of the files."""
        place = error.origin
        paths = [self.places.path(place.file)] if place is not None and place.file is not None else list(files)
        return {path: [self._plain(error.text, UNREADABLE, DiagnosticSeverity.Error)] for path in paths}

    def _add(self, found: dict[Path, list[Diagnostic]], place: Origin | None, diagnostic: Diagnostic) -> None:
        if place is None or place.file is None:
            return
        path = self.places.path(place.file)
        if path.is_dir():
            return
        diagnostic.range = self.places.range(place)
        found[path].append(diagnostic)

    def _finding(self, finding: Finding) -> Diagnostic:
        violated = finding.answer.value is True
        advice = [(LABELS["remedy"], finding.remedy)] if violated else [(LABELS["settle"], t) for t in finding.settle]
        lines = [finding.message.say(self.language)]
        evidence = finding.answer.evidence
        if not self.related:
            lines += [self._step(number, step) for number, step in enumerate(evidence, 1)]
        lines += [f"{label.say(self.language)}: {text.say(self.language)}" for label, text in advice]
        page = address(finding.check)
        return Diagnostic(
            range=self.places.top,
            severity=SEVERITIES[finding.severity] if violated else DiagnosticSeverity.Information,
            code=finding.check.code,
            code_description=CodeDescription(href=page) if page else None,
            source=SOURCE,
            message="\n".join(lines),
            related_information=self._related(evidence) if self.related else None,
            data={"check": finding.check.name},
        )

    def _related(self, evidence: Iterable[Evidence]) -> list[DiagnosticRelatedInformation]:
        return [
            DiagnosticRelatedInformation(
                location=Location(
                    uri=self.uri(self.places.path(step.origin.file)), range=self.places.range(step.origin)
                ),
                message=step.say(self.language),
            )
            for step in evidence
            if step.origin is not None and step.origin.file is not None
        ]

    def _step(self, number: int, step: Evidence) -> str:
        place = f" ({step.origin})" if step.origin is not None else ""
        return f"{number}. {step.say(self.language)}{place}"

    def _plain(self, text: Text, code: str, severity: DiagnosticSeverity) -> Diagnostic:
        return Diagnostic(
            range=self.places.top, severity=severity, code=code, source=SOURCE, message=text.say(self.language)
        )
