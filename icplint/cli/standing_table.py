"""The table of instances before the filing system, as text and as JSON."""

from __future__ import annotations

import json
from typing import Any, Final

from icplint import __version__
from icplint.graph.eligibility import Renewal, spelled, what_remains
from icplint.graph.graph import Graph
from icplint.graph.standing import Standing, standings
from icplint.graph.steps import service
from icplint.model.reading import Reading
from icplint.model.text import Language, Text, plain
from icplint.model.unknown import Unknown
from icplint.policy import Fact
from icplint.reports.json import origin
from icplint.reports.terminal.columns import printable_lines, width

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


def as_text(graph: Graph, _reading: Reading, language: Language) -> str:
    """Return the rule of the day, the table, and under each instance what speaks against it."""
    rule = graph.policy.fact("service-code.term")
    said = RULE.using(text=rule.text, since=rule.since, url=rule.citation.url).say(language)
    found = list(standings(graph))
    if not found:
        return f"{said}\n\n{NO_INSTANCES.say(language)}\n"
    rows = [[cell.say(language) for cell in row] for row in (HEADINGS, *(_cells(graph, one) for one in found))]
    columns = [max(width(row[n]) for row in rows) for n in range(len(HEADINGS))]
    heading, *lines = ("  ".join(_padded(c, n) for c, n in zip(row, columns, strict=True)).rstrip() for row in rows)
    parts = [said, "", heading]
    for line, one in zip(lines, found, strict=True):
        parts += [line, *(f"    {text.say(language)}" for text in _notes(one))]
    able = [one for one in found if one.able.value]
    counts = {"able": len(able), "not_known": sum(one.able.value is None for one in found)}
    summary = SUMMARY.using(n=len(found), **counts, left=sum(one.left.least for one in able))
    return printable_lines("\n".join([*parts, "", summary.say(language)]) + "\n")


def _cells(graph: Graph, one: Standing) -> tuple[Text, ...]:
    region = one.server.placement.region
    left = one.left
    used = plain(len(left.used)) if not left.unclaimed else plain(f"{len(left.used)}-{left.codes - left.least}")
    rest = plain(left.least if left.least == left.most else f"{left.least}-{min(left.most, left.codes)}")
    return (
        plain(one.server.key),
        service(one.server.product),
        UNKNOWN if isinstance(region, Unknown) else plain(region),
        ABLE[one.able.value],
        _term(graph, one),
        _bandwidth(one),
        used,
        rest if one.able.value is not False else plain("-"),
    )


def _term(graph: Graph, one: Standing) -> Text:
    if one.months is None:
        return PAYG if one.server.charge == "pay-as-you-go" else plain("-")
    if isinstance(one.months, Unknown):
        return UNKNOWN
    return (REMAINING if what_remains(graph) else TOTAL).using(months=spelled(max(one.months, 0)))


def _bandwidth(one: Standing) -> Text:
    own = one.server.bandwidth
    if isinstance(own, float | int) and own > 0:
        return plain(f"{own:g} Mbit/s")
    return {True: ELASTIC, False: NO_BANDWIDTH, None: UNKNOWN}[one.public.value]


def _notes(one: Standing) -> list[Text]:
    reasons = [evidence.text for evidence in one.reasons]
    return [*reasons, *([_renewal(one.renewal)] if one.renewal and one.able.value is False else [])]


def _renewal(found: Renewal) -> Text:
    if found.start is not None:
        return RENEWS.using(day=found.start)
    return RENEW.using(n=found.months, s="" if found.months == 1 else "s")


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def as_json(graph: Graph, reading: Reading, language: Language) -> str:
    """Return the same as one JSON object; names and words of fields are never translated."""
    document = {
        "version": 1,
        "tool": {"name": "icplint", "version": __version__},
        "on": graph.policy.on.isoformat(),
        "rule": _fact(graph.policy.fact("service-code.term"), language),
        "instances": [_instance(graph, one, language) for one in standings(graph)],
        "inputs": [{"kind": i.kind, "path": i.path} for i in reading.inputs],
        "errors": [{"message": p.text.say(language), "origin": origin(p.origin)} for p in reading.problems],
        "unread": [{"what": u.what, "why": u.why.say(language), "origin": origin(u.origin)} for u in reading.unread],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _fact(fact: Fact, language: Language) -> dict[str, Any]:
    return {
        "name": fact.name,
        "value": fact.value,
        "since": fact.since.isoformat(),
        "text": fact.text.say(language),
        "url": fact.citation.url,
    }


def _instance(graph: Graph, one: Standing, language: Language) -> dict[str, Any]:
    """Return an instance; null stands for what is not known, or has no meaning."""
    server, left = one.server, one.left
    months = one.months if isinstance(one.months, float | int) else None
    counted = graph.policy.fact("service-code.term").value
    return {
        "key": server.key,
        "product": server.product,
        "region": None if isinstance(server.placement.region, Unknown) else server.placement.region,
        "eligible": {True: "yes", False: "no", None: "cannot-tell"}[one.able.value],
        "charge": None if isinstance(server.charge, Unknown) else server.charge,
        "term": {"months": None if months is None else round(months, 2), "counted": counted, "needed": one.need},
        "bandwidth": None if isinstance(server.bandwidth, Unknown) else server.bandwidth,
        "public": one.public.value,
        "codes": {
            "issued": left.codes,
            "used": None if left.unclaimed else len(left.used),
            "left": left.least if left.least == left.most else None,
        },
        "reasons": [{"message": e.say(language), "origin": origin(e.origin)} for e in one.reasons],
        "renewal": one.renewal
        and {"months": one.renewal.months, "from": one.renewal.start and one.renewal.start.isoformat()},
        "origin": origin(server.origin),
    }
