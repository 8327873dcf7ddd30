"""Logging commands of Azure Pipelines: issues in the summary of a run.

https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
"""

from __future__ import annotations

from typing import Final

from icplint.findings.run import Report
from icplint.model.printable import printable, printable_lines
from icplint.reports.parts.commands import Annotation, command_annotations, within_limits
from icplint.reports.parts.counts import counted
from icplint.reports.parts.places import file_of
from icplint.reports.report import Format, Style

DATA: Final = str.maketrans({"\n": "%0A", "%": "%AZP25"})
PROPERTY: Final = DATA | str.maketrans({";": "%3B", "]": "%5D"})


def render(report: Report, style: Style) -> str:
    """Return an issue for each thing to say, errors first, and a plain line that counts."""
    said = [
        annotation._replace(kind="error" if annotation.kind == "error" else "warning")
        for annotation in _said(report, style)
    ]
    lines = within_limits(said, ("error", "warning"), command, style.language)
    return "\n".join([*lines, f"icplint: {counted(report, style.language)}"]) + "\n"


def _said(report: Report, style: Style) -> list[Annotation]:
    """Return the annotations; an issue has no title, so the message begins with it."""
    return [r._replace(message=f"{r.title}: {r.message}") for r in command_annotations(report, style.language)]


def command(annotation: Annotation) -> str:
    """Return the command that logs an issue; Azure knows errors and warnings only."""
    file, place = file_of(annotation.place), annotation.place
    where = [("sourcepath", file), ("linenumber", place.line), ("columnnumber", place.column)] if file and place else []
    fields = [("type", annotation.kind), *where, ("code", annotation.code or None)]
    told = [(name, printable(str(value))) for name, value in fields if value is not None]
    written = "".join(f"{name}={value.translate(PROPERTY)};" for name, value in told)
    return f"##vso[task.logissue {written}]{printable_lines(annotation.message).translate(DATA)}"


FORMAT = Format(name="azure", render=render)
