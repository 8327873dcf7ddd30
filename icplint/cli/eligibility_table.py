"""The table of instances before the filing system, as text and as JSON."""

from __future__ import annotations

import json
from typing import Any

from icplint import __version__
from icplint.graph.graph import Graph
from icplint.model.printable import printable_json, printable_lines
from icplint.model.reading import Reading
from icplint.model.text import Language
from icplint.model.unknown import Unknown
from icplint.policy import Fact
from icplint.reports.parts.json_fields import input_fields, origin
from icplint.reports.terminal.columns import width
from icplint.views.eligibility_words import HEADINGS, NO_INSTANCES, cells, notes, rule_of_the_day, summary
from icplint.views.instance_eligibility import InstanceEligibility, standings
from icplint.views.labels import known


def as_text(graph: Graph, _reading: Reading, language: Language) -> str:
    """Return the rule of the day, the table, and under each instance what speaks against it."""
    said = rule_of_the_day(graph).say(language)
    found = list(standings(graph))
    if not found:
        return f"{said}\n\n{NO_INSTANCES.say(language)}\n"
    rows = [[cell.say(language) for cell in row] for row in (HEADINGS, *(cells(graph, one) for one in found))]
    columns = [max(width(row[n]) for row in rows) for n in range(len(HEADINGS))]
    heading, *lines = ("  ".join(_padded(c, n) for c, n in zip(row, columns, strict=True)).rstrip() for row in rows)
    parts = [said, "", heading]
    for line, one in zip(lines, found, strict=True):
        parts += [line, *(f"    {text.say(language)}" for text in notes(one))]
    return printable_lines("\n".join([*parts, "", summary(found).say(language)]) + "\n")


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
        "inputs": [input_fields(i, language) for i in reading.inputs],
        "errors": [{"message": p.text.say(language), "origin": origin(p.origin)} for p in reading.problems],
        "unread": [{"what": u.what, "why": u.why.say(language), "origin": origin(u.origin)} for u in reading.unread],
    }
    return printable_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _fact(fact: Fact, language: Language) -> dict[str, Any]:
    return {
        "name": fact.name,
        "value": fact.value,
        "since": fact.since.isoformat(),
        "text": fact.text.say(language),
        "url": fact.citation.url,
    }


def _instance(graph: Graph, one: InstanceEligibility, language: Language) -> dict[str, Any]:
    """Return an instance; null stands for what is not known, or has no meaning."""
    server, left = one.server, one.left
    months = one.months if isinstance(one.months, float | int) else None
    counted = graph.policy.fact("service-code.term").value
    return {
        "key": server.key,
        **({"root": graph.roots[server.root]} if server.root in graph.roots else {}),
        **known(server),
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
