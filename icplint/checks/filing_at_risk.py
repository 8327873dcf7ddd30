"""ICP104: the filing system reports a risk of a filing that must be settled by a day."""

from __future__ import annotations

from datetime import date
from typing import Final

from icplint.checks.check import Check, Severity
from icplint.graph.graph import Graph
from icplint.model.answer import Answer, Evidence, no
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Filing, Risk
from icplint.questions.filings import filings_by_domain

NONE: Final = Text(en="the filing system reports no risk of {domain}", zh="备案系统未提示 {domain} 存在风险")
DUE: Final = Text(
    en="the filing system objects: {what}; to be settled by {day}", zh="备案系统提示：{what}；整改截止日期为 {day}"
)
OVERDUE: Final = Text(
    en="the filing system objects: {what}; it was to be settled by {day}, which is past",
    zh="备案系统提示：{what}；整改截止日期为 {day}，已逾期",
)
SOME_DAY: Final = Text(
    en="the filing system objects: {what}; by when it must be settled is not known: {why}",
    zh="备案系统提示：{what}；整改截止日期未知：{why}",
)
NO_WORDS: Final = Text(en="it does not say to what", zh="未说明具体内容")


def ask(graph: Graph, filing: Filing) -> Answer:
    """Return whether there is a risk; every one is in the evidence, the most urgent first."""
    found = _risks(graph, filing)
    if not found:
        return no(NONE.using(domain=filing.key), filing.origin)
    said = (Evidence(_said(graph, risk), one.origin) for one, risk in found)
    return Answer(True, tuple(dict.fromkeys(said)))


def concerns(graph: Graph, filing: Filing) -> bool:
    """Return whether a source lists the filing's risks; of several filings of a domain the first one speaks."""
    return next((f for f in _filings(graph, filing) if f.risks is not None), None) is filing


def grave(graph: Graph, filing: Filing) -> bool:
    """Return whether a deadline has passed."""
    return any(_past(graph, risk) for _, risk in _risks(graph, filing))


def _filings(graph: Graph, filing: Filing) -> list[Filing]:
    return graph.once(filings_by_domain)[filing.key]


def _risks(graph: Graph, filing: Filing) -> list[tuple[Filing, Risk]]:
    found = [(one, risk) for one in _filings(graph, filing) for risk in one.risks or ()]
    return sorted(found, key=lambda pair: pair[1].deadline if isinstance(pair[1].deadline, date) else date.max)


def _past(graph: Graph, risk: Risk) -> bool:
    return isinstance(risk.deadline, date) and risk.deadline < graph.policy.on


def _said(graph: Graph, risk: Risk) -> Text:
    what = risk.what or NO_WORDS
    if isinstance(risk.deadline, Unknown):
        return SOME_DAY.using(what=what, why=risk.deadline.why)
    return (OVERDUE if _past(graph, risk) else DUE).using(what=what, day=risk.deadline)


CHECK = Check(
    code="ICP104",
    name="filing-at-risk",
    severity=Severity.WARNING,
    grave=grave,
    subject=Filing,
    concerns=concerns,
    violation=Text(
        en="the filing of {key} is at risk: the filing system reports what must be settled by a deadline",
        zh="{key} 的备案存在风险：备案系统提示有须限期整改的事项",
    ),
    remedy=Text(
        en="settle it in the Alibaba Cloud ICP Filing system before the deadline, or the filing of {domain} is revoked",
        zh="在阿里云备案系统按提示限期整改，逾期未整改的，{domain} 的备案可能被注销或取消接入",
    ),
    ask=ask,
)
