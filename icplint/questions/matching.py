"""Whether the websites that need a service code ask more of a host than it has left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from icplint.graph.graph import Graph, Identity
from icplint.model.answer import Answer, Evidence
from icplint.model.text import Text, listing, plain
from icplint.questions.codes import CodeDemand, Issuer, askings, issuers
from icplint.wording.hops import node_name

FEW: Final = 10
"""How many websites or hosts a sentence names."""
POOL: Final = ("", "", "any")
"""Stands between the websites that any host may give a code, and the hosts."""

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


class Count(NamedTuple):
    """How many websites may ask each host, and how many certainly have no other; whose hosts are not all certain."""

    wanting: Counter[Identity]
    anywhere: int
    alone: Counter[Identity]
    ambiguous: frozenset[Identity]


def short_of_codes(graph: Graph, identity: Identity) -> Answer:
    """Return whether a host, if it can issue codes, is asked for more than it has left.

    Counting settles most cases. Where websites can choose between hosts, a maximum flow does: the host is short if it
    gave all it has, and some website that got none could have got it there (Dulmage and Mendelsohn's decomposition).
    Doubt takes the two extremes: only certain needs and every host that may issue; every need and certain hosts only.
    """
    issuer, count = graph.once(issuers)[identity], graph.once(_counted)
    wanting = count.wanting[identity] + count.anywhere
    if wanting <= issuer.left.least:
        text = ENOUGH.using(**_counted_words(wanting), left=issuer.left.least)
        return Answer(False, (*_codes(graph, issuer), Evidence(text, issuer.host.origin)))
    if count.alone[identity] > issuer.left.most:
        sites = [a for a in graph.once(askings) if a.needs.value and {*a.hosts} == {identity}]
        return Answer(True, (*_codes(graph, issuer), *_said(graph, SHORT_ONE, sites, [issuer])))
    if identity not in count.ambiguous:
        if found := next((s for s in graph.once(_certain_shortages) if identity in s.hosts), None):
            known = graph.once(issuers)
            sites = [a for a in graph.once(askings) if a.website in found.websites]
            hosts = [known[i] for i in sorted(found.hosts)]
            return Answer(
                True, (*_codes(graph, issuer), *_said(graph, SHORT if len(hosts) > 1 else SHORT_ONE, sites, hosts))
            )
        if not any(identity in s.hosts for s in _possible_shortages(graph, identity)):
            return Answer(False, (*_codes(graph, issuer), Evidence(MATCHED, issuer.host.origin)))
    sites = [a for a in graph.once(askings) if identity in a.hosts or a.anywhere is not False]
    return Answer(None, (*_codes(graph, issuer), *_said(graph, MAY_BE_SHORT, sites, [issuer])))


class Shortage(NamedTuple):
    """Websites that ask for more codes than all the hosts that may give them one have left."""

    websites: frozenset[str]
    hosts: frozenset[Identity]


def _counted(graph: Graph) -> Count:
    asked, wanted = graph.once(issuers), graph.once(askings)
    wanting = Counter(i for a in wanted for i in a.hosts)
    alone = Counter(i for a in wanted if a.needs.value and len(a.hosts) == 1 for i, sure in a.hosts.items() if sure)
    anywhere = sum(a.anywhere is not False for a in wanted)
    return Count(wanting, anywhere, alone, frozenset(_ambiguous(asked, wanted)))


def _ambiguous(asked: Iterable[Identity], wanted: list[CodeDemand]) -> set[Identity]:
    """Return the hosts that share, directly or through others, a website whose hosts are not all certain."""
    beside: dict[Identity, set[Identity]] = {i: set() for i in (*asked, POOL)}
    for one in wanted:
        ends = _ends(one)
        for end in ends[1:]:
            beside[ends[0]].add(end)
            beside[end].add(ends[0])
    if any(one.anywhere is not False for one in wanted):
        for identity in asked:
            beside[POOL].add(identity)
            beside[identity].add(POOL)
    todo = [_ends(one)[0] for one in wanted if one.ambiguous]
    ambiguous: set[Identity] = set()
    while todo:
        if (end := todo.pop()) not in ambiguous:
            ambiguous.add(end)
            todo += beside[end]
    return ambiguous


def _ends(asking: CodeDemand) -> list[Identity]:
    return [*asking.hosts, *([] if asking.anywhere is False else [POOL])]


def _certain_shortages(graph: Graph) -> list[Shortage]:
    """The fewest needs against all that there may be."""
    asked = graph.once(issuers)
    return _shortages(graph, {i: one.left.most for i, one in asked.items()}, certain=True)


def _possible_shortages(graph: Graph, identity: Identity) -> list[Shortage]:
    """All needs against the least that there is; the host in question can issue codes."""
    if graph.once(issuers)[identity].able.value:
        return graph.once(_least_shortages)
    return _shortages(graph, _least(graph, identity), certain=False)


def _least_shortages(graph: Graph) -> list[Shortage]:
    return _shortages(graph, _least(graph, None), certain=False)


def _least(graph: Graph, identity: Identity | None) -> dict[Identity, int]:
    return {i: one.left.least for i, one in graph.once(issuers).items() if one.able.value or i == identity}


def _shortages(graph: Graph, left: dict[Identity, int], *, certain: bool) -> list[Shortage]:
    from icplint.questions.network import over_asked  # networkx takes longer to load than a small run

    ambiguous = graph.once(_counted).ambiguous
    asks = {
        (" website", "", one.website): [end for end in _ends(one) if end in left or end == POOL]
        for one in graph.once(askings)
        if (one.needs.value or not certain) and ambiguous.isdisjoint(_ends(one))
    }
    found = over_asked(asks, left, {POOL: list(left)})
    return [Shortage(frozenset(w for *_, w in websites), frozenset(hosts)) for websites, hosts in found]


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


def _said(graph: Graph, text: Text, sites: list[CodeDemand], hosts: list[Issuer]) -> Iterator[Evidence]:
    """Yield the sentence, and the doubts of the first few websites and hosts."""
    names = _listed([plain(a.website) for a in sites])
    left = sum(one.left.least if text is MAY_BE_SHORT else one.left.most for one in hosts)
    values = {
        **_counted_words(len(sites)),
        "hosts": _listed([node_name(graph, one.host) for one in hosts]),
        "left": left,
        "names": names,
    }
    yield Evidence(text.using(**values), hosts[0].host.origin)
    doubts = (e for a in sites[:FEW] if a.needs.value is None for e in a.needs.evidence)
    yield from dict.fromkeys(doubts)


def _listed(names: list[Text]) -> Text:
    found = listing(names[:FEW])
    return found if len(names) <= FEW else OTHERS.using(names=found, more=len(names) - FEW)


def _counted_words(count: int) -> dict[str, object]:
    return {"count": count, "s": "" if count == 1 else "s", "v": "s" if count == 1 else ""}
