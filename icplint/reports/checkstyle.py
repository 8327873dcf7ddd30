"""Checkstyle's XML, which Jenkins, reviewdog, Danger and most dashboards read."""

from __future__ import annotations

from icplint.findings.run import Report
from icplint.model.origin import Origin
from icplint.reports.parts.argument import argument
from icplint.reports.parts.markup import document, legal
from icplint.reports.parts.notices import notices
from icplint.reports.parts.places import NOWHERE, file_of, path_of
from icplint.reports.parts.ranking import word
from icplint.reports.report import Format, Style

VERSION = "4.3"
"""Of the format: the one that every reader knows."""


def render(report: Report, style: Style) -> str:
    """Return a document with an element for each file; doubt is `info`, what could not be read `error` or `warning`."""
    from xml.etree import ElementTree as ET

    language = style.language
    root = ET.Element("checkstyle", version=VERSION)
    files: dict[str, ET.Element] = {}

    def add(path: str, place: Origin | None, severity: str, message: str, source: str) -> None:
        if path not in files:
            files[path] = ET.SubElement(root, "file", name=legal(path))
        where = {"line": str((place and place.file and place.line) or 1)}
        if place and place.file and place.column:
            where["column"] = str(place.column)
        ET.SubElement(files[path], "error", where, severity=severity, message=legal(message), source=source)

    for notice in notices(report):
        severity = "info" if notice.kind == "change" else "error" if notice.fails else "warning"
        path = file_of(notice.origin) or NOWHERE
        add(path, notice.origin, severity, notice.say(language), f"icplint.{notice.kind}")
    for finding in report.reported:
        severity = word(finding) if finding.answer.value else "info"
        message = "\n".join([f"{finding.check.code}: {finding.message.say(language)}", *argument(finding, language)])
        add(path_of(finding), finding.origin, severity, message, f"icplint.{finding.check.name}")
    return document(root)


FORMAT = Format(name="checkstyle", render=render)
