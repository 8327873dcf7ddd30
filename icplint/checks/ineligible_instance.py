"""ICP301: an instance serves a website that has still to be filed with Alibaba Cloud, and can issue no service code."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from icplint.checks.check import Check, Severity
from icplint.graph.gaps import doubted
from icplint.graph.graph import Graph, Identity
from icplint.model.answer import FEW, Answer, Evidence, any_of, no, yes
from icplint.model.text import Text
from icplint.model.vocabulary import Domain, Server
from icplint.policy import ALIBABA
from icplint.questions.eligibility import can_issue_codes
from icplint.questions.filings import filing_domain
from icplint.questions.mainland import placed_in_mainland
from icplint.questions.serving import Served, behind, open_names, pointable, website_needs_code, websites
from icplint.questions.unseen import hosts_unread, websites_unread
from icplint.wording.hops import node_name
from icplint.wording.sentences import OTHERS

SERVES_NONE = Text(en="{name} serves no website in what was read", zh="在已读取的内容中，{name} 没有为任何网站提供服务")
SERVES = Text(en="{domain} is served by {name}", zh="{domain} 由 {name} 提供服务")
MAY_SERVE = Text(en="whether {domain} is served by {name} is not known", zh="{domain} 是否由 {name} 提供服务未知")
OTHER = Text(en="{other} serves {domain} too", zh="{other} 也为 {domain} 提供服务")
OTHER_MAY = Text(en="{other} may serve {domain} too", zh="{other} 可能也为 {domain} 提供服务")


def ask(graph: Graph, server: Server) -> Answer:
    """Return whether some website depends on codes that the instance cannot issue."""
    if server.placement.provider != ALIBABA:
        return no(
            OTHERS.using(
                name=node_name(graph, server), provider=graph.policy.providers.name(server.placement.provider)
            ),
            server.origin,
        )
    served = graph.once(websites).get(server.identity, [])
    hidden = websites_unread(graph, server) if graph.gaps else None
    if not served and hidden is None and server.identity not in graph.once(pointable):
        return no(SERVES_NONE.using(name=node_name(graph, server)), server.origin)
    able = can_issue_codes(graph, server)
    if able.value is True:
        return ~able
    placed = placed_in_mainland(graph, server, server.placement)
    waits = any_of([_waits(graph, server, one) for one in served], no(SERVES_NONE.using(name=node_name(graph, server))))
    if waits.value is False:
        waits = doubted(_may_serve(graph, server, waits), hidden)
    return waits & placed & ~able


def _may_serve(graph: Graph, server: Server, waits: Answer) -> Answer:
    """A website of which a path leads into the unknown may turn out to be served by the instance."""
    for domain in graph.once(open_names) if server.identity in graph.once(pointable) else ():
        if website_needs_code(graph, domain).value is not False:
            text = MAY_SERVE.using(domain=domain.key, name=node_name(graph, server))
            return Answer(None, (Evidence(text, domain.origin),))
    return waits


def _waits(graph: Graph, server: Server, served: Served) -> Answer:
    """A website waits for the instance where it needs a code, and no other instance behind it can issue one."""
    values = {"domain": served.domain.key, "name": node_name(graph, server)}
    serves = yes(SERVES.using(**values), served.domain.origin)
    if not served.certain:
        serves = Answer(None, (Evidence(MAY_SERVE.using(**values), served.domain.origin),))
    waits = serves & website_needs_code(graph, served.domain)
    return waits if waits.value is False else waits & ~_another_issues(graph, server, served.domain)


def _another_issues(graph: Graph, server: Server, domain: Domain) -> Answer:
    """No, silently, unless another instance behind the same website can issue codes, or may."""
    website = filing_domain(graph, domain)
    issuing = _issuing(graph, website) if isinstance(website, str) else Issuing({}, Answer(False))
    found = issuing.any
    if not found.value and server.identity in issuing.each:
        first = islice(issuing.each.items(), FEW + 2)  # more are not told
        found = any_of([answer for identity, answer in first if identity != server.identity], Answer(False))
    return found if found.value is not False else doubted(Answer(False), hosts_unread(graph, server, domain))


class Issuing(NamedTuple):
    """The instances behind a website that can issue codes, or may; and whether there is any."""

    each: dict[Identity, Answer]
    any: Answer


def _issuing(graph: Graph, website: str) -> Issuing:
    known = graph.once(_by_website)
    if website not in known:
        found: dict[Identity, Answer] = {}
        for other, certain in behind(graph, website).values():
            able = placed_in_mainland(graph, other, other.placement) & can_issue_codes(graph, other)
            if able.value is not False:
                said = (OTHER if certain else OTHER_MAY).using(other=node_name(graph, other), domain=website)
                text = Evidence(said, other.origin)
                sure = certain and other.certain
                found[other.identity] = able.because(text) if sure else Answer(None, (text,))
        known[website] = Issuing(found, any_of(list(found.values()), Answer(False)))
    return known[website]


def _by_website(_graph: Graph) -> dict[str, Issuing]:
    return {}


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
