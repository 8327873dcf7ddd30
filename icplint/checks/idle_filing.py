"""ICP102: a domain is filed, and nothing under it is served from mainland China."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from icplint.checks.check import Check, Severity
from icplint.graph.gaps import doubted
from icplint.graph.graph import Graph
from icplint.model.answer import Answer, Evidence, any_of, cannot_tell, yes
from icplint.model.names import registrable_domain
from icplint.model.reading import whole_zone
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain, Filing, Record, Relation
from icplint.questions.filings import filing_domain, filings_of, subjects
from icplint.questions.mainland import served_from_mainland
from icplint.questions.next_hops import doubt
from icplint.wording import sentences as say

FEW: Final = 5
"""How many names are argued one by one; the others are counted."""
MORE: Final = Text(
    en="nor is any of {count} more names under {domain} served from the mainland",
    zh="{domain} 下另有 {count} 个域名，也均未在中国内地提供服务",
)
MORE_ONE: Final = Text(
    en="nor is the one other name under {domain} served from the mainland",
    zh="{domain} 下另有 1 个域名，也未在中国内地提供服务",
)
WHOLE: Final = Text(en="the zone {domain} was listed in full", zh="{domain} 的解析记录已全部列出")
NOT_WHOLE: Final = Text(
    en="the zone {domain} was not listed in full, so other names under it may be served from the mainland",
    zh="{domain} 的解析记录未全部列出，其下可能还有其他域名在中国内地提供服务",
)
DELEGATED: Final = Text(
    en="{name} is delegated to other name servers, whose records were not listed",
    zh="{name} 已授权给其他 DNS 服务器，其解析记录未列出",
)
SETTLE_ZONE: Final = Text(
    en="look through all records of the zone, in the console or with whoever holds it",
    zh="在控制台或向解析管理方核对该域名的全部解析记录",
)


def ask(graph: Graph, filing: Filing) -> Answer:
    """Return whether the filing covers nothing that is served from the mainland."""
    served = _served(graph, filing.key)
    return ~served if served.value else ~served & _listed(graph, filing.key)


def concerns(graph: Graph, filing: Filing) -> bool:
    """Return whether the filing is the one in force for its domain, and the run has names under that."""
    if filing.status != "filed" or next(iter(filings_of(graph, filing.key)), None) is not filing:
        return False
    return bool(graph.once(names_under).get(filing.key)) or whole_zone(filing.key) in graph.complete


def names_under(graph: Graph) -> dict[str, list[Domain]]:
    """Return the names of the run by registrable domain; those whose domain is not known under the empty string."""
    found: dict[str, list[Domain]] = defaultdict(list)
    for domain in subjects(graph, Domain):
        website = filing_domain(graph, domain)
        found["" if isinstance(website, Unknown) else website or "-"].append(domain)
    return found


def _served(graph: Graph, website: str) -> Answer:
    """Return whether some name is served from the mainland; of those that are not, a few are shown."""
    answers = []
    for domain in graph.once(names_under).get(website, ()):
        answer = served_from_mainland(graph, domain)
        if answer.value:
            return answer
        answers.append(answer)
    found = any_of([*(one for one in answers if one.value is None), *graph.once(_nameless)], Answer(False))
    return found if found.value is None else Answer(False, _few(graph, website))


def _nameless(graph: Graph) -> list[Answer]:
    """Return the doubt that names leave which are not known, and may be served from the mainland."""
    names = (one for one in graph.once(names_under).get("", ()) if isinstance(one.name, Unknown))
    served = (one for one in names if served_from_mainland(graph, one).value is not False)
    doubts = [
        doubt(say.NAME_UNKNOWN.using(name=one.key), one.name, one) for one in served if isinstance(one.name, Unknown)
    ]
    return [any_of(doubts, Answer(False))] if doubts else []


def _few(graph: Graph, website: str) -> tuple[Evidence, ...]:
    names = graph.once(names_under).get(website, ())
    argued = [e for domain in names[:FEW] for e in served_from_mainland(graph, domain).evidence]
    if (more := len(names) - FEW) > 0:
        argued.append(Evidence((MORE_ONE if more == 1 else MORE).using(count=more, domain=website)))
    return tuple(dict.fromkeys(argued))


def _listed(graph: Graph, website: str) -> Answer:
    """Return whether every record under the domain was listed, of delegated zones too."""
    if whole_zone(website) not in graph.complete:
        return cannot_tell(NOT_WHOLE.using(domain=website), None, SETTLE_ZONE)
    for record in graph.once(delegations).get(website, ()):
        if whole_zone(record.host) not in graph.complete:
            return cannot_tell(DELEGATED.using(name=record.host), record.origin, SETTLE_ZONE)
    unserved = next((gap for gap in graph.gaps if Relation.SERVED_BY in gap.relations), None)
    return doubted(yes(WHOLE.using(domain=website)), unserved)


def delegations(graph: Graph) -> dict[str, list[Record]]:
    """Return the NS records below each registrable domain: those of the domain itself name its own servers."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in graph.all(Record):
        if record.record_type == "NS" and (website := registrable_domain(record.host)) not in {None, record.host}:
            found[str(website)].append(record)
    return found


CHECK = Check(
    code="ICP102",
    name="idle-filing",
    severity=Severity.WARNING,
    subject=Filing,
    concerns=concerns,
    violation=Text(
        en="{key} is filed, but nothing under it is served from mainland China",
        zh="{key} 已备案，但其下没有任何域名在中国内地提供服务（空壳备案）",
    ),
    remedy=Text(
        en="point a name under {domain} at a mainland server of its access provider, or cancel the filing",
        zh="将 {domain} 下的域名解析到备案接入商的中国内地服务器；不再使用的，主动注销备案",
    ),
    ask=ask,
)
