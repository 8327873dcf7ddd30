"""SARIF 2.1.0, within what GitHub's code scanning takes.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from icplint import HOME, __version__
from icplint.findings.run import Finding, Report
from icplint.model.printable import printable_json
from icplint.model.text import Language, Text
from icplint.reports.parts.places import path_of
from icplint.reports.parts.ranking import by_weight, unique_fingerprints
from icplint.reports.parts.sarif_places import BASE, artifact
from icplint.reports.parts.sarif_results import result, rule_of
from icplint.reports.parts.sarif_rules import doubt, rule
from icplint.reports.parts.sarif_run import category, descriptors, invocation
from icplint.reports.report import Format, Style

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS: Final = 25_000
COMPRESSED: Final = 10 * 1024 * 1024
"""Results of a run, and bytes of a file in gzip, that GitHub takes; over either, it refuses all of it."""
INDENTED: Final = 1_000
"""More results than anybody reads as they stand are written without indentation, eight times as fast."""
_HERE: Final = "\x00results"
"""Stands in a run for the results, which are written as they are made."""
ROOT: Final = Text(en="the directory in which icplint ran", zh="运行 icplint 的目录")
LIVE: Final = Text(en="a live resource; there is no such file", zh="线上资源，并无此文件")


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield one run; where it would be too large, the least severe findings are left out, and it says so."""
    listed = report.listed
    kept = _most_severe(listed, RESULTS)
    while kept and (size := _compressed(_written(report, kept, style.language))) > COMPRESSED:
        kept = _most_severe(kept, int(len(kept) * 0.9 * COMPRESSED / size))
    yield from _written(report, kept, style.language)


def _written(report: Report, kept: Sequence[Finding], language: Language) -> Iterator[str]:
    run = _run(report, kept, len(report.listed) - len(kept), language)
    results = _results(report, kept, run["tool"]["driver"]["rules"], language)
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    if len(kept) <= INDENTED:
        run["results"] = list(results)
        yield printable_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"
        return
    run["results"] = [_HERE]
    before, after = printable_json(json.dumps(document, ensure_ascii=False)).split(json.dumps(_HERE))
    yield before
    for n, row in enumerate(results):
        yield (", " if n else "") + printable_json(json.dumps(row, ensure_ascii=False))
    yield f"{after}\n"


def _most_severe(findings: Sequence[Finding], most: int) -> list[Finding]:
    """Return at most so many findings, in the order in which they stand."""
    if len(findings) <= most:
        return list(findings)
    kept = {id(finding) for finding in by_weight(findings)[:most]}
    return [finding for finding in findings if id(finding) in kept]


def _compressed(pieces: Iterable[str]) -> int:
    """Return how many bytes gzip makes of a text."""
    from zlib import compressobj

    packing, size = compressobj(6), 12
    for piece in pieces:
        size += len(packing.compress(piece.encode()))
    return size + len(packing.flush())


def _run(report: Report, findings: Sequence[Finding], dropped: int, language: Language) -> dict[str, Any]:
    rules = _rules(report, findings, language)
    unfiled = dict.fromkeys(path_of(f) for f in findings if not f.origin.file)
    live = [{"location": artifact(path), "description": {"text": LIVE.say(language)}} for path in unfiled]
    return {
        "tool": {"driver": _driver(rules, language)},
        "automationDetails": {"id": category(report.inputs, report.graph.roots)},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN" if language == "zh" else "en-US",
        "originalUriBaseIds": {BASE: {"description": {"text": ROOT.say(language)}}},
        "invocations": [invocation(report, dropped, language)],
        **({"artifacts": live} if live else {}),
        "results": [],
        "properties": {"on": report.on, "summary": _summary(report)},
    }


def _results(
    report: Report, findings: Sequence[Finding], rules: Sequence[dict[str, Any]], language: Language
) -> Iterator[dict[str, Any]]:
    index = {rule["id"]: n for n, rule in enumerate(rules)}
    for finding, mark in zip(findings, unique_fingerprints(findings), strict=True):
        yield result(finding, mark, index[rule_of(finding)], report, language)


def _rules(report: Report, findings: Sequence[Finding], language: Language) -> list[dict[str, Any]]:
    """Return every check that was asked, and then those about which there are doubts a second time."""
    doubted = {finding.check.code for finding in findings if finding.answer.value is None}
    rules = [rule(check, report, language) for check in report.checks]
    return rules + [doubt(check, language) for check in report.checks if check.code in doubted]


def _driver(rules: Sequence[dict[str, Any]], language: Language) -> dict[str, Any]:
    return {
        "name": "icplint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "language": "zh-CN" if language == "zh" else "en-US",
        "rules": list(rules),
        "notifications": descriptors(language),
    }


def _summary(report: Report) -> dict[str, int]:
    return {outcome: report.count(outcome) for outcome in ("violation", "cannot-tell", "compliant", "suppressed")}


FORMAT = Format(name="sarif", render=render)
