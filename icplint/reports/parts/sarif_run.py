"""How a run went, as SARIF's invocation says it, and under which name its results are kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from icplint.findings.run import Report
from icplint.model.printable import octets
from icplint.model.reading import Input
from icplint.model.text import Language, Text
from icplint.reports.parts.notices import ReportNotice, notices, strangers
from icplint.reports.parts.sarif_places import location

BESIDE: Final = {"register", "settings", "geo", "dns", "module", "excluded"}
"""Kinds of input that are read beside what is checked."""
DESCRIPTORS: Final = {
    "error": Text(en="an input cannot be used as it is", zh="输入有错误，无法使用"),
    "unread": Text(en="a part was not read", zh="有部分内容未读取"),
    "change": Text(en="a plan changes where a served name leads", zh="plan 改变了正在提供服务的域名的去向"),
    "unknown": Text(en="resource types are not known", zh="有暂不支持的资源类型"),
    "dropped": Text(en="the report does not hold every finding", zh="报告未包含全部结果"),
}
DROPPED: Final = Text(
    en="{n} findings, the least severe, are left out: GitHub takes at most 25,000 results and 10 MB in one run",
    zh="已略去级别最低的 {n} 项结果：GitHub 每次最多接收 25,000 项结果、10 MB",
)

DROPPED_ONE: Final = Text(
    en="1 finding, the least severe, is left out: GitHub takes at most 25,000 results and 10 MB in one run",
    zh="已略去级别最低的 1 项结果：GitHub 每次最多接收 25,000 项结果、10 MB",
)


def descriptors(language: Language) -> list[dict[str, Any]]:
    """Return the kinds of notification that an invocation may have."""
    said = ((name, {"text": text.say(language)}) for name, text in DESCRIPTORS.items())
    return [{"id": name, "shortDescription": text, "fullDescription": text, "help": text} for name, text in said]


def invocation(report: Report, dropped: int, language: Language) -> dict[str, Any]:
    """Return what became of the run: unsuccessful where it ends in exit 2, with everything that was not read."""
    told = notices(report)
    notifications = [_notification(notice, report, language) for notice in (*told, *strangers(report))]
    if dropped:
        text = (DROPPED_ONE if dropped == 1 else DROPPED).using(n=dropped).say(language)
        notifications.append(_told("dropped", "warning", text))
    return {
        "executionSuccessful": not any(notice.fails for notice in told),
        "toolExecutionNotifications": notifications,
        "properties": {"complete": not report.problems and not report.unread and not dropped},
    }


def _told(kind: str, level: str, text: str) -> dict[str, Any]:
    return {
        "descriptor": {"id": kind, "index": list(DESCRIPTORS).index(kind)},
        "level": level,
        "message": {"text": text or kind},
    }


def _notification(notice: ReportNotice, report: Report, language: Language) -> dict[str, Any]:
    level = "error" if notice.fails else "note" if notice.kind in {"change", "unknown"} else "warning"
    place = location(notice.origin, report.source)
    found = _told(notice.kind, level, notice.say(language))
    return {**found, "locations": [place]} if place else found


def category(inputs: list[Input], names: Mapping[str, str] | None = None) -> str:
    """Return the id of the run, which tells reports on other inputs apart: GitHub's category, up to the last slash.

    `names` are those of the roots, which are the same from every directory.
    """
    called = ((i.kind, (names or {}).get(i.path, i.path)) for i in inputs if i.kind not in BESIDE)
    main = sorted({f"{kind}/{name.strip('/')}" for kind, name in called})
    if len(main) == 1:
        return f"icplint/{main[0]}/"
    if not main:
        return "icplint/"
    from hashlib import sha256

    told = "\n".join(main)
    return f"icplint/{sha256(octets(told)).hexdigest()[:12]}/"
