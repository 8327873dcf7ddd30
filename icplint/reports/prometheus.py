"""Gauges in Prometheus' text exposition format, for the textfile collector of node_exporter or a push gateway.

https://prometheus.io/docs/instrumenting/exposition_formats/. No sample has a timestamp: the collector has its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from icplint import __version__
from icplint.findings.run import OUTCOMES, SUPPRESSED, Report
from icplint.model.printable import printable
from icplint.model.text import Text
from icplint.reports.report import Format, Style

STATUS: Final = {False: 1, True: 0, None: -1}
HELP: Final = {
    "icp_domain_status": Text(
        en="What is held against a name: 1 nothing, 0 a violation, -1 cannot tell. Suppressed findings do not count.",
        zh="域名的检查结论：1 未发现问题，0 违规，-1 无法判断。已忽略的结果不计入。",
    ),
    "icplint_findings": Text(
        en="Answers by check and outcome; suppressed ones count as that alone.",
        zh="各检查项各类结论的数量；已忽略的只计入 suppressed。",
    ),
    "icplint_violations": Text(en="Violations by severity.", zh="各级别违规的数量。"),
    "icplint_changes": Text(
        en="Served names that plans take away or lead elsewhere.", zh="plan 将移除或迁移的、正在提供服务的域名数量。"
    ),
    "icplint_errors": Text(en="Errors in what was to be read.", zh="输入中的错误数量。"),
    "icplint_unread_parts": Text(en="Parts that were not read.", zh="未读取的部分的数量。"),
    "icplint_complete": Text(
        en="1 if everything was read, 0 if the other numbers may hide something.",
        zh="全部读取为 1；为 0 时，其他指标可能有遗漏。",
    ),
    "icplint_info": Text(en="The version that wrote this.", zh="生成本文件的 icplint 版本。"),
}

Sample = tuple[dict[str, str], int]


def render(report: Report, style: Style) -> str:
    """Return every family with its help, in a fixed order."""
    lines: list[str] = []
    for name, samples in _families(report):
        lines += [f"# HELP {name} {_help(HELP[name].say(style.language))}", f"# TYPE {name} gauge"]
        lines += [f"{name}{_labels(labels)} {value}" for labels, value in samples]
    return "\n".join(lines) + "\n"


def _families(report: Report) -> Iterator[tuple[str, Iterable[Sample]]]:
    whole = not report.problems and not report.unread
    yield "icp_domain_status", _statuses(report)
    yield "icplint_findings", _answers(report)
    severities = Counter(f.severity.value for f in report.findings if f.answer.value and not f.suppressed)
    yield "icplint_violations", [({"severity": s}, severities[s]) for s in ("error", "warning", "info")]
    yield "icplint_changes", [({}, len(report.changes))]
    yield "icplint_errors", [({}, len(report.problems))]
    yield "icplint_unread_parts", [({}, len(report.unread))]
    yield "icplint_complete", [({}, int(whole))]
    yield "icplint_info", [({"version": __version__}, 1)]


def _statuses(report: Report) -> list[Sample]:
    """Return a name's worst answer: one violation makes it 0, short of that one doubt -1."""
    found: dict[str, set[bool | None]] = {}
    for finding in report.findings:
        if finding.node.kind == "Domain" and not finding.suppressed:
            found.setdefault(finding.node.key, set()).add(finding.answer.value)
    worst = {key: next(v for v in (True, None, False) if v in values) for key, values in found.items()}
    return [({"domain": key}, STATUS[worst[key]]) for key in sorted(worst)]


def _answers(report: Report) -> list[Sample]:
    outcomes = (*OUTCOMES.values(), SUPPRESSED)
    found = Counter((f.check.code, SUPPRESSED if f.suppressed else f.outcome) for f in report.findings)
    checks = sorted(report.checks, key=lambda check: check.code)
    return [({"code": c.code, "check": c.name, "outcome": o}, found[c.code, o]) for c in checks for o in outcomes]


def _labels(labels: dict[str, str]) -> str:
    written = ",".join(f'{name}="{_value(value)}"' for name, value in labels.items())
    return f"{{{written}}}" if written else ""


def _value(text: str) -> str:
    return printable(text).replace("\\", r"\\").replace('"', r"\"")


def _help(text: str) -> str:
    return text.replace("\\", r"\\").replace("\n", r"\n")


FORMAT = Format(name="prometheus", render=render)
