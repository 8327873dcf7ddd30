"""What the page shows, as compact JSON: texts by number, things and findings as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from icplint import __version__
from icplint.checks.check import Check
from icplint.findings.run import Finding, Report
from icplint.graph.graph import Graph, Identity
from icplint.model.reading import Input, Problem, Unread
from icplint.model.text import Language
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain
from icplint.questions.filings import filed, filing_domain, filings_of, subjects
from icplint.reports.page.explanations import explanation
from icplint.reports.page.texts import Texts
from icplint.reports.page.words import WORDS
from icplint.views.eligibility_words import HEADINGS, cells, notes, rule_of_the_day, summary
from icplint.views.instance_eligibility import standings
from icplint.views.labels import label
from icplint.views.picture import Picture, picture
from icplint.views.unknown_types import met, nothing
from icplint.wording.hops import node_name

VERSION: Final = 1
PLACES: Final = {True: "mainland", False: "outside", None: "unknown"}
OUTCOMES: Final = ("violation", "cannot-tell", "compliant", "suppressed")


def report_data(report: Report, language: Language) -> dict[str, Any]:
    """Return all that the page says of a run."""
    texts = Texts()
    drawn = picture(report.graph)
    numbers = _numbers(drawn)
    listed = report.listed
    asked = {finding.check.code: finding.check for finding in listed}
    codes = {code: n for n, code in enumerate(asked)}
    return {
        **_head("report", report.graph, language),
        "counts": {outcome: report.count(outcome) for outcome in OUTCOMES},
        "asked": len(report.checks),
        "checks": [_check(check, texts) for check in asked.values()],
        "findings": [_finding(finding, codes, numbers, texts) for finding in listed],
        "changes": [[c.kind.value, c.name, texts.number(c.message), texts.place(c.origin)] for c in report.changes],
        **_reading(report.inputs, report.problems, report.unread, texts),
        **_strangers(report.graph, texts),
        **_standing(report.graph, texts),
        **_drawn(report.graph, drawn, numbers, texts),
        "texts": texts.spoken(),
    }


def graph_data(
    graph: Graph, inputs: list[Input], problems: list[Problem], language: Language, to: str | None
) -> dict[str, Any]:
    """Return what the page says of a graph alone; with `to`, of that host name's way."""
    texts = Texts()
    drawn = picture(graph, to)
    return {
        **_head("graph", graph, language),
        **_reading(inputs, problems, list(graph.unread), texts),
        **_strangers(graph, texts),
        **_drawn(graph, drawn, _numbers(drawn), texts, to),
        "texts": texts.spoken(),
    }


def _head(kind: str, graph: Graph, language: Language) -> dict[str, Any]:
    words = {name: [text.en, text.zh] for name, text in WORDS.items()}
    on = graph.policy.on.isoformat()
    return {"version": VERSION, "tool": __version__, "kind": kind, "lang": language, "on": on, "words": words}


def _numbers(drawn: Picture) -> dict[Identity, int]:
    return {thing.node.identity: n for n, thing in enumerate(drawn.things)}


def _check(check: Check, texts: Texts) -> list[Any]:
    return [check.code, check.name, texts.number(explanation(check))]


def _finding(finding: Finding, codes: Mapping[str, int], numbers: Mapping[Identity, int], texts: Texts) -> list[Any]:
    accepted = finding.suppressed
    return [
        codes[finding.check.code],
        finding.outcome,
        finding.severity.value,
        finding.label.en,
        finding.filing_domain,
        numbers.get(finding.node.identity, -1),
        texts.number(finding.message),
        texts.place(finding.origin),
        [[texts.number(e.text), texts.place(e.origin)] for e in finding.answer.evidence],
        texts.number(finding.remedy) if finding.answer.value else -1,
        [texts.number(text) for text in finding.settle] if finding.answer.value is None else [],
        finding.fingerprint,
        accepted
        and [
            texts.number(accepted.reason),
            accepted.until and accepted.until.isoformat(),
            texts.place(accepted.origin),
        ],
    ]


def _reading(inputs: list[Input], problems: list[Problem], unread: list[Unread], texts: Texts) -> dict[str, Any]:
    return {
        "inputs": [[i.kind, i.path, i.files] for i in inputs],
        "problems": [[texts.number(p.text), texts.place(p.origin)] for p in problems],
        "unread": [[u.what, texts.number(u.why), texts.place(u.origin), int(u.fails)] for u in unread],
    }


def _strangers(graph: Graph, texts: Texts) -> dict[str, Any]:
    told = met(graph.unmet)
    return {} if told is None else {"strangers": texts.number(told), "nothing": texts.number(nothing(graph.unmet))}


def _standing(graph: Graph, texts: Texts) -> dict[str, Any]:
    found = list(standings(graph))
    rows = [
        [
            PLACES[one.able.value],
            [texts.number(cell) for cell in cells(graph, one)],
            [texts.number(note) for note in notes(one)],
            texts.place(one.server.origin),
        ]
        for one in found
    ]
    return {
        "instances": {
            "rule": texts.number(rule_of_the_day(graph)),
            "headings": [texts.number(heading) for heading in HEADINGS],
            "rows": rows,
            "summary": texts.number(summary(found)),
        }
    }


def _drawn(
    graph: Graph, drawn: Picture, numbers: Mapping[Identity, int], texts: Texts, to: str | None = None
) -> dict[str, Any]:
    asked = {domain.identity for domain in subjects(graph, Domain) if to in {None, domain.key}}
    things = []
    for thing in drawn.things:
        node = thing.node
        website = filing_domain(graph, node) if isinstance(node, Domain) and node.identity in asked else None
        row = [
            node.kind,
            label(graph, node).en,
            texts.number(thing.what),
            PLACES[thing.mainland],
            texts.maybe(thing.region),
        ]
        row += [texts.maybe(thing.provider), texts.place(node.origin), texts.number(node_name(graph, node))]
        things.append([*row, website if isinstance(website, str) else None, int(node.identity in asked)])
    hops = [
        [
            numbers[hop.start.identity],
            [numbers[end.identity] for end in hop.ends],
            texts.maybe(hop.text),
            texts.place(hop.origin),
            texts.maybe(hop.loose),
            int(hop.certain) | int(hop.dead) << 1 | int(hop.inside) << 2,
        ]
        for hop in drawn.hops
    ]
    return {"things": things, "hops": hops, "websites": dict(_websites(graph, texts))}


def _websites(graph: Graph, texts: Texts) -> Iterator[tuple[str, list[Any]]]:
    """Yield each registrable domain with whether it is filed, its number, and whom the filing names."""
    seen: set[str] = set()
    for domain in sorted(subjects(graph, Domain), key=lambda d: d.key):
        website = filing_domain(graph, domain)
        if not isinstance(website, str) or website in seen:
            continue
        seen.add(website)
        found = filings_of(graph, website)
        licence = next((f.licence for f in found if isinstance(f.licence, str)), None)
        providers = next((f.access_providers for f in found if not isinstance(f.access_providers, Unknown)), ())
        yield (
            website,
            [filed(graph, domain).value, licence, [texts.number(graph.policy.providers.name(p)) for p in providers]],
        )
