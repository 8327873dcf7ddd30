"""Whether the websites that need a service code ask more of a host than it has left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from icplint.graph.graph import Graph, Identity
from icplint.model.answer import Answer, Evidence
from icplint.model.text import Text, listing, plain
from icplint.questions.codes import CodeDemand, Issuer, issuers
from icplint.questions.demand import FEW, Demand
from icplint.questions.shortages import Shortage, parts
from icplint.wording.hops import node_name

CODES: Final = Text(
    en="{name} issues {codes} service codes, of which {used} are used",
    zh="{name} 可申请 {codes} 个备案服务码，已使用 {used} 个",
)
MAY_BE_USED: Final = Text(
    en="{rows} code{s} of {instance} {were} used, and that may be {name}",
    zh="{instance} 已使用 {rows} 个备案服务码，该实例可能就是 {name}",
)
SETTLE_INSTANCE: Final = Text(
    en="name the instance by its Terraform address in the register, or check the state",
    zh="在备案清单中以 Terraform 地址填写实例，或检查 state",
)
ENOUGH: Final = Text(
    en="{count} website{s} may ask it for a code, and it has {left} left",
    zh="可能需要由其申请备案服务码的网站有 {count} 个，剩余备案服务码 {left} 个",
)
MATCHED: Final = Text(
    en="the codes of all instances go round: every website can get one, or lacks it for another reason",
    zh="全部实例剩余的备案服务码足以分配，不因该实例不足",
)
SHORT: Final = Text(
    en="{count} website{s} need{v} a code of {hosts}, which have {left} left in all: {names}",
    zh="{count} 个网站需要由{hosts}申请备案服务码，合计仅剩 {left} 个：{names}",
)
SHORT_ONE: Final = Text(
    en="{count} website{s} need{v} a code of {hosts}, which has {left} left: {names}",
    zh="{count} 个网站需要由{hosts}申请备案服务码，仅剩 {left} 个：{names}",
)
MAY_BE_SHORT: Final = Text(
    en="{count} website{s} may need a code of it, and it has {left} left: {names}",
    zh="可能有 {count} 个网站需要由其申请备案服务码，仅剩 {left} 个：{names}",
)
OTHERS: Final = Text(en="{names} and {more} more", zh="{names} 等（另有 {more} 个）")


def short_of_codes(graph: Graph, identity: Identity) -> Answer:
    """Return whether a host, if it can issue codes, is asked for more than it has left.

    Counting settles most cases. Where websites can choose between hosts, a maximum flow does: the host is short if it
    gave all it has, and some website that got none could have got it there (Dulmage and Mendelsohn's decomposition).
    Doubt takes the two extremes: only certain needs and every host that may issue; every need and certain hosts only.
    """
    issuer, demand = graph.once(issuers)[identity], graph.once(Demand)
    wanting = demand.of(identity)
    if wanting <= issuer.left.least:
        text = ENOUGH.using(**_counted_words(wanting), left=issuer.left.least)
        return Answer(False, (*_codes(graph, issuer), Evidence(text, issuer.host.origin)))
    if demand.certainly_alone[identity] > issuer.left.most:
        alone = demand.alone[identity]
        return Answer(True, (*_codes(graph, issuer), *_said(graph, SHORT_ONE, alone, len(alone), [issuer])))
    if (part := graph.once(parts).get(identity)) is not None:
        if (short := part.certainly_short(graph).get(identity)) is not None:
            told = graph.known("shortage", short, lambda: tuple(_argued(graph, short)))
            return Answer(True, (*_codes(graph, issuer), *told))
        if not part.possibly_short(graph, identity):
            return Answer(False, (*_codes(graph, issuer), Evidence(MATCHED, issuer.host.origin)))
    sites, count = demand.asking(identity)
    return Answer(None, (*_codes(graph, issuer), *_said(graph, MAY_BE_SHORT, sites, count, [issuer])))


def _argued(graph: Graph, short: Shortage) -> Iterator[Evidence]:
    """Yield what all hosts of a shortage have to say of it."""
    known = graph.once(issuers)
    hosts = [known[i] for i in short.hosts]
    return _said(graph, SHORT if len(hosts) > 1 else SHORT_ONE, short.sites, len(short.sites), hosts)


def _codes(graph: Graph, issuer: Issuer) -> Iterator[Evidence]:
    name, left = node_name(graph, issuer.host), issuer.left
    text = CODES.using(name=name, codes=left.codes, used=len(left.used))
    yield Evidence(text, left.used[0].origin if left.used else issuer.host.origin)
    if left.unclaimed:
        row = left.unclaimed[0]
        one = len(left.unclaimed) == 1
        values = {"rows": len(left.unclaimed), "s": "" if one else "s", "were": "was" if one else "were"}
        said = MAY_BE_USED.using(**values, instance=row.instance, name=name)
        yield Evidence(said, row.origin, SETTLE_INSTANCE)


def _said(graph: Graph, text: Text, sites: list[CodeDemand], count: int, hosts: list[Issuer]) -> Iterator[Evidence]:
    """Yield the sentence, and the doubts of the first few of `count` websites."""
    left = sum(one.left.least if text is MAY_BE_SHORT else one.left.most for one in hosts)
    values = {
        **_counted_words(count),
        "hosts": _listed([node_name(graph, one.host) for one in hosts[:FEW]], len(hosts)),
        "left": left,
        "names": _listed([plain(a.website) for a in sites[:FEW]], count),
    }
    yield Evidence(text.using(**values), hosts[0].host.origin)
    doubts = (e for a in sites[:FEW] if a.needs.value is None for e in a.needs.evidence)
    yield from dict.fromkeys(doubts)


def _listed(first: list[Text], count: int) -> Text:
    found = listing(first)
    return found if count <= FEW else OTHERS.using(names=found, more=count - FEW)


def _counted_words(count: int) -> dict[str, object]:
    return {"count": count, "s": "" if count == 1 else "s", "v": "s" if count == 1 else ""}
