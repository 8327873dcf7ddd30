"""What services say of a name beside its filing: shown with what is found, and never decisive."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Final

from icplint.graph.graph import Graph
from icplint.model.answer import Answer, Evidence
from icplint.model.text import Text
from icplint.model.vocabulary import Domain, Notice, Registration
from icplint.questions.filings import filing_domain

DAYS: Final = 90
"""Days that a domain must have left for its filing (180 in Shanghai). Source: 网站域名准备与检查, 2019-09-10."""
ENDED: Final = Text(en="{domain} expired on {day}, says its registrar", zh="注册商显示 {domain} 已于 {day} 到期")
ENDS: Final = Text(
    en="{domain} expires on {day}, says its registrar: it can be filed with more than {days} days left only",
    zh="注册商显示 {domain} 将于 {day} 到期，剩余有效期大于 {days} 天方可备案",
)
UNVERIFIED: Final = Text(
    en="the real name of the holder of {domain} is not verified, says its registrar: before that it cannot be filed",
    zh="注册商显示 {domain} 未通过实名认证，通过前无法备案",
)


def noticed(graph: Graph, domain: Domain, answer: Answer) -> Answer:
    """Return an answer with what services say of the name and of its domain, unless all is well anyway."""
    website = filing_domain(graph, domain)
    if answer.value is False or not isinstance(website, str):
        return answer
    return Answer(answer.value, (*answer.evidence, *graph.once(_said).get(domain.key, ()), *registered(graph, website)))


def registered(graph: Graph, website: str) -> tuple[Evidence, ...]:
    """Return what its registrar says of a domain that stands in the way of its filing."""
    found = graph.get(("Registration", "", website))
    if not isinstance(found, Registration):
        return ()
    said = []
    if found.verified is False:
        said.append(UNVERIFIED.using(domain=website))
    today = graph.policy.on
    if found.expires is not None and found.expires <= today + timedelta(days=DAYS):
        text = ENDED if found.expires < today else ENDS
        said.append(text.using(domain=website, day=found.expires.isoformat(), days=DAYS))
    return tuple(Evidence(text, found.origin) for text in said)


def _said(graph: Graph) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for notice in graph.all(Notice):
        found[notice.about].append(Evidence(notice.says, notice.origin))
    return found
