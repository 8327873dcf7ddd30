"""ICP301: an instance serves a website that has still to be filed with Alibaba Cloud, and can issue no service code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from functools import partial
from typing import NamedTuple

from icplint.checks.check import Check, Severity
from icplint.graph.gaps import doubted
from icplint.graph.graph import Graph, Identity
from icplint.model.answer import FEW, Answer, Evidence, any_of, more, no, yes
from icplint.model.text import Text, plain
from icplint.model.vocabulary import Domain, Server
from icplint.policy import ALIBABA
from icplint.questions.eligibility import can_issue_codes
from icplint.questions.filings import filing_domain
from icplint.questions.issuing import NONE, Issuing, issuing
from icplint.questions.mainland import placed_in_mainland
from icplint.questions.reach import Reach, names_of, open_names, pointable, reaches, reaches_of
from icplint.questions.serving import website_needs_code
from icplint.questions.unseen import hosts_unread, websites_unread
from icplint.wording.hops import node_name
from icplint.wording.sentences import OTHERS

SERVES_NONE = Text(en="{name} serves no website in what was read", zh="在已读取的内容中，{name} 没有为任何网站提供服务")
SERVES = Text(en="{domain} is served by {name}", zh="{domain} 由 {name} 提供服务")
MAY_SERVE = Text(en="whether {domain} is served by {name} is not known", zh="{domain} 是否由 {name} 提供服务未知")


def ask(graph: Graph, server: Server) -> Answer:
    """Return whether some website depends on codes that the instance cannot issue."""
    if server.placement.provider != ALIBABA:
        return no(
            OTHERS.using(
                name=node_name(graph, server), provider=graph.policy.providers.name(server.placement.provider)
            ),
            server.origin,
        )
    served = graph.once(reaches_of).get(server.identity, [])
    hidden = websites_unread(graph, server) if graph.gaps else None
    if not served and hidden is None and server.identity not in graph.once(pointable):
        return no(SERVES_NONE.using(name=node_name(graph, server)), server.origin)
    able = can_issue_codes(graph, server)
    if able.value is True:
        return ~able
    placed = placed_in_mainland(graph, server, server.placement)
    waits = _some_wait(graph, server, served)
    if waits.value is False:
        waits = doubted(_may_serve(graph, server, waits), hidden)
    return waits & placed & ~able


def _may_serve(graph: Graph, server: Server, waits: Answer) -> Answer:
    """A website of which a path leads into the unknown may turn out to be served by the instance."""
    domain = graph.once(_open_and_needing) if server.identity in graph.once(pointable) else None
    if domain is None:
        return waits
    return Answer(None, (Evidence(MAY_SERVE.using(domain=domain.key, name=node_name(graph, server)), domain.origin),))


def _open_and_needing(graph: Graph) -> Domain | None:
    """Return the first name of which a path leads into the unknown, and whose website may need a code."""
    needing = (one for one in graph.once(open_names) if website_needs_code(graph, one).value is not False)
    return next(needing, None)


class _Name(NamedTuple):
    """A name behind which instances stand, its place among all, and what says how many others are like it, if any."""

    place: int
    domain: Domain
    others: Evidence | None = None


def _some_wait(graph: Graph, server: Server, served: Iterable[Reach]) -> Answer:
    """Return whether some website waits for the instance; of names of which the same holds the first few are asked."""
    asked = [
        (name, _waits(graph, server, name.domain, certain=reach.hosts[server.identity][1]))
        for reach in served
        for name in graph.known("telling names", reach, partial(_telling, graph, reach))
    ]
    asked.sort(key=lambda pair: pair[0].place)
    found = any_of([answer for _, answer in asked], no(SERVES_NONE.using(name=node_name(graph, server))))
    return found.and_more(name.others for name, answer in asked if name.others and answer.value is found.value)


def _telling(graph: Graph, reach: Reach) -> list[_Name]:
    """Return the names that argue for all of a reach: the first few of those that no instance tells apart."""
    places, told = graph.once(_places), Counter[Hashable]()
    found: list[tuple[Hashable, _Name]] = []
    untold: dict[Hashable, list[Evidence]] = defaultdict(list)
    for domain in graph.once(names_of)[reach]:
        others = _issuing(graph, domain)
        sole = others.sole if others.sole in reach.hosts else None
        unread = bool(graph.gaps) and hosts_unread(graph, None, domain) is not None
        kind: Hashable = (website_needs_code(graph, domain).value, others.any.value, sole, unread)
        told[kind] += 1
        if told[kind] <= FEW:
            found.append((kind, _Name(places[domain.identity], domain)))
        else:
            untold[kind] += (Evidence(plain(domain.key), domain.origin), *website_needs_code(graph, domain).evidence)
    first = dict(reversed(found))
    counts = {id(first[kind]): more(told[kind] - FEW, hidden) for kind, hidden in untold.items()}
    return [name._replace(others=counts.get(id(name))) for _, name in found]


def _places(graph: Graph) -> dict[Identity, int]:
    return {domain.identity: place for place, (domain, _) in enumerate(graph.once(reaches))}


def _waits(graph: Graph, server: Server, domain: Domain, *, certain: bool) -> Answer:
    """A website waits for the instance where it needs a code, and no other instance behind it can issue one."""
    values = {"domain": domain.key, "name": node_name(graph, server)}
    serves = yes(SERVES.using(**values), domain.origin)
    if not certain:
        serves = Answer(None, (Evidence(MAY_SERVE.using(**values), domain.origin),))
    waits = serves & website_needs_code(graph, domain)
    return waits if waits.value is False else waits & ~_another_issues(graph, server, domain)


def _another_issues(graph: Graph, server: Server, domain: Domain) -> Answer:
    """No, silently, unless another instance behind the same website can issue codes, or may."""
    found = _issuing(graph, domain).besides(server.identity)
    return found if found.value is not False else doubted(Answer(False), hosts_unread(graph, server, domain))


def _issuing(graph: Graph, domain: Domain) -> Issuing:
    website = filing_domain(graph, domain)
    return issuing(graph, website) if isinstance(website, str) else NONE


CHECK = Check(
    code="ICP301",
    name="ineligible-instance",
    severity=Severity.WARNING,
    subject=Server,
    violation=Text(
        en="{key} serves a website without an Alibaba Cloud filing on record, but cannot issue service codes",
        zh="{key} 所服务的网站没有阿里云备案记录，而该实例不能申请备案服务码",
    ),
    remedy=Text(
        en="give it a subscription of three months in all and public bandwidth, or file with one that qualifies",
        zh="使实例满足条件：包年包月累计 3 个月及以上（可续费），且有公网带宽；或使用其他符合条件的实例申请备案服务码",
    ),
    ask=ask,
)
