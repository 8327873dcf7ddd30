"""ICP001: a suppression is void: it is wrong, has expired, or matches nothing."""

from __future__ import annotations

from typing import Final

from icplint.checks.check import Check, Severity
from icplint.graph.graph import Graph
from icplint.model.answer import Answer, no, yes
from icplint.model.text import Text
from icplint.model.vocabulary import Suppression

EXPIRED: Final = Text(
    en="it held up to {until} (“{reason}”), and has suppressed nothing since",
    zh="有效期截至 {until}（“{reason}”），此后不再生效",
)
IDLE: Final = Text(en="nothing that {checks} reports matches it", zh="{checks} 报告的问题中没有与之匹配的")
HOLDS: Final = Text(en="it suppresses what it names: “{reason}”", zh="生效中，理由：“{reason}”")


def ask(graph: Graph, suppression: Suppression) -> Answer:
    """Return whether a suppression is void."""
    origin = suppression.origin
    if suppression.fault is not None:
        return yes(suppression.fault, origin)
    if _expired(graph, suppression):
        return yes(EXPIRED.using(until=suppression.until, reason=suppression.reason), origin)
    if suppression.idle:
        return yes(IDLE.using(checks=", ".join(suppression.idle)), origin)
    return no(HOLDS.using(reason=suppression.reason), origin)


def judged(graph: Graph, suppression: Suppression) -> bool:
    """Return whether anything can be said of a suppression: it may match what was not asked or not read."""
    return suppression.fault is not None or suppression.idle is not None or _expired(graph, suppression)


def _expired(graph: Graph, suppression: Suppression) -> bool:
    return suppression.until is not None and suppression.until < graph.policy.on


CHECK = Check(
    code="ICP001",
    name="void-suppression",
    severity=Severity.WARNING,
    subject=Suppression,
    violation=Text(en="the suppression {key} is void", zh="忽略声明 {key} 无效"),
    remedy=Text(en="correct it, renew its day, or remove it", zh="请更正该声明、延长其期限，或将其删除"),
    ask=ask,
    concerns=judged,
)
