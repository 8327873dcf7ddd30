"""JUnit XML, the dialect of Jenkins: a suite for each check, a case for each subject, one suite for what was read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from icplint.findings.run import Finding, Report
from icplint.model.text import Language
from icplint.reports.labels import LABELS
from icplint.reports.parts.argument import argument
from icplint.reports.parts.markup import document, legal
from icplint.reports.parts.notices import gaps
from icplint.reports.parts.ranking import by_weight, word
from icplint.reports.report import Format, Style
from icplint.views.unknown_types import nothing

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def render(report: Report, style: Style) -> str:
    """Return every answer as a case: a violation fails, a doubt or a suppressed one is skipped, the rest pass.

    What could not be read is an error; what was only not read is skipped. With `strict` a doubt fails, and what was not
    read is an error, as the exit code has it.
    """
    from xml.etree import ElementTree as ET

    root = ET.Element("testsuites", name="icplint")
    _inputs(report, style.language, _suite(root, "inputs"))
    for check in report.checks:
        answers = [finding for finding in report.findings if finding.check is check]
        suite = _suite(root, f"{check.code} {check.name}")
        keys = Counter(finding.node.key for finding in answers)
        for finding in by_weight(answers):
            key = finding.node.key
            name = f"{key} ({finding.root})" if keys[key] > 1 and finding.root else key
            _answer(_case(suite, check.name, name), finding, style.language)
    for element in [*root, root]:
        _count(element)
    return document(root)


def _suite(root: Element, name: str) -> Element:
    from xml.etree import ElementTree as ET

    return ET.SubElement(root, "testsuite", name=legal(name))


def _case(suite: Element, check: str, name: str) -> Element:
    from xml.etree import ElementTree as ET

    return ET.SubElement(suite, "testcase", classname=f"icplint.{legal(check)}", name=legal(name))


def _say(case: Element, tag: str, kind: str, message: str, body: str = "") -> None:
    from xml.etree import ElementTree as ET

    ET.SubElement(case, tag, type=legal(kind), message=legal(message)).text = legal(body) or None


def _inputs(report: Report, language: Language, suite: Element) -> None:
    """Add a case that passes for each input, and one that does not for what was left out, and for each gap."""
    from xml.etree import ElementTree as ET

    if report.graph.unmet:
        types = ", ".join(sorted(report.graph.unmet))
        ET.SubElement(ET.SubElement(suite, "properties"), "property", name="unknown_types", value=legal(types))
    for read in report.inputs:
        case = _case(suite, "inputs", f"{read.kind} {read.path}")
        if read.kind == "excluded" and read.why is not None:
            _say(case, "skipped", read.kind, read.why.say(language))
    for n, gap in enumerate(gaps(report), 1):
        where = f" {gap.origin}" if gap.origin and str(gap.origin) else ""
        tag = "error" if gap.fails or report.strict else "skipped"
        _say(_case(suite, "inputs", f"{gap.kind} {n}{where}"), tag, gap.kind, gap.text.say(language))
    if report.open:
        tag = "failure" if report.strict else "skipped"
        _say(_case(suite, "inputs", "unknown types"), tag, "unknown-types", nothing(report.graph.unmet).say(language))
    if report.changes:
        ET.SubElement(suite, "system-out").text = legal("\n".join(c.message.say(language) for c in report.changes))


def _answer(case: Element, finding: Finding, language: Language) -> None:
    message = finding.message.say(language)
    if finding.suppressed:
        reason = finding.suppressed.reason.say(language)
        _say(case, "skipped", "suppressed", f"{LABELS['suppressed'].say(language)}: {reason}", message)
    elif finding.answer.value is not False:
        tag = "failure" if finding.answer.value or finding.strict else "skipped"
        told = any(step.origin == finding.origin for step in finding.answer.evidence)
        place = [] if told or not str(finding.origin) else [str(finding.origin)]
        _say(case, tag, word(finding), message, "\n".join([*place, *argument(finding, language)]))


def _count(suite: Element) -> None:
    """Write how many cases of each kind a suite, or the whole, has."""
    cases = list(suite.iter("testcase"))
    found = Counter(outcome.tag for case in cases for outcome in case)
    suite.attrib |= {"tests": str(len(cases)), "failures": str(found["failure"]), "errors": str(found["error"])}
    if suite.tag == "testsuite":
        suite.attrib["skipped"] = str(found["skipped"])


FORMAT = Format(name="junit", render=render)
