"""The table of instances before the filing system, in words: what every format of it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from icplint.graph.graph import Graph
from icplint.model.text import Text, plain
from icplint.model.unknown import Unknown
from icplint.questions.eligibility import Renewal, spelled, what_remains
from icplint.views.instance_eligibility import InstanceEligibility
from icplint.views.labels import label
from icplint.wording.hops import service

HEADINGS: Final = (
    Text(en="instance", zh="实例"),
    Text(en="product", zh="产品"),
    Text(en="region", zh="地域"),
    Text(en="issues codes", zh="可申请"),
    Text(en="term", zh="时长"),
    Text(en="public bandwidth", zh="公网带宽"),
    Text(en="used", zh="已使用"),
    Text(en="left", zh="剩余"),
)
ABLE: Final = {
    True: Text(en="yes", zh="是"),
    False: Text(en="no", zh="否"),
    None: Text(en="cannot tell", zh="无法判断"),
}
UNKNOWN: Final = Text(en="not known", zh="未知")
PAYG: Final = Text(en="pay-as-you-go", zh="按量付费")
NO_BANDWIDTH: Final = Text(en="none", zh="无")
ELASTIC: Final = Text(en="elastic address", zh="弹性公网 IP")
TOTAL: Final = Text(en="{months} in all", zh="累计 {months}")
REMAINING: Final = Text(en="{months} left", zh="剩余 {months}")
RENEW: Final = Text(en="renewed by {n} month{s}, its term suffices", zh="续费 {n} 个月后，时长即满足要求")
RENEWS: Final = Text(
    en="it renews itself, and its term suffices from {day} on", zh="实例将自动续费，自 {day} 起时长满足要求"
)
RULE: Final = Text(en="{text} (since {since}, {url})", zh="{text}（自 {since} 起，{url}）")
NO_INSTANCES: Final = Text(en="there is no instance in what was read", zh="已读取的内容中没有任何实例")
SUMMARY: Final = Text(
    en="instances: {n} · can issue service codes: {able} · cannot tell: {not_known} · codes left: {left}",
    zh="实例 {n} 个 · 可申请备案服务码 {able} 个 · 无法判断 {not_known} 个 · 剩余备案服务码 {left} 个",
)


def rule_of_the_day(graph: Graph) -> Text:
    """Return what the day asks of an instance's term, since when, and where it is written."""
    rule = graph.policy.fact("service-code.term")
    return RULE.using(text=rule.text, since=rule.since, url=rule.citation.url)


def summary(found: Sequence[InstanceEligibility]) -> Text:
    """Return a line that counts."""
    able = [one for one in found if one.able.value]
    counts = {"able": len(able), "not_known": sum(one.able.value is None for one in found)}
    return SUMMARY.using(n=len(found), **counts, left=sum(one.left.least for one in able))


def cells(graph: Graph, one: InstanceEligibility) -> tuple[Text, ...]:
    """Return an instance's row, under HEADINGS."""
    region = one.server.placement.region
    left = one.left
    used = plain(len(left.used)) if not left.unclaimed else plain(f"{len(left.used)}-{left.codes - left.least}")
    rest = plain(left.least if left.least == left.most else f"{left.least}-{min(left.most, left.codes)}")
    return (
        label(graph, one.server),
        service(graph, one.server.product),
        UNKNOWN if isinstance(region, Unknown) else plain(region),
        ABLE[one.able.value],
        _term(graph, one),
        _bandwidth(one),
        used,
        rest if one.able.value is not False else plain("-"),
    )


def _term(graph: Graph, one: InstanceEligibility) -> Text:
    if one.months is None:
        return PAYG if one.server.charge == "pay-as-you-go" else plain("-")
    if isinstance(one.months, Unknown):
        return UNKNOWN
    return (REMAINING if what_remains(graph) else TOTAL).using(months=spelled(max(one.months, 0)))


def _bandwidth(one: InstanceEligibility) -> Text:
    own = one.server.bandwidth
    if isinstance(own, float | int) and own > 0:
        return plain(f"{own:g} Mbit/s")
    return {True: ELASTIC, False: NO_BANDWIDTH, None: UNKNOWN}[one.public.value]


def notes(one: InstanceEligibility) -> list[Text]:
    """Return what speaks against an instance or is not known, and what renewing it does."""
    reasons = [evidence.text for evidence in one.reasons]
    return [*reasons, *([_renewal(one.renewal)] if one.renewal and one.able.value is False else [])]


def _renewal(found: Renewal) -> Text:
    if found.start is not None:
        return RENEWS.using(day=found.start)
    return RENEW.using(n=found.months, s="" if found.months == 1 else "s")
