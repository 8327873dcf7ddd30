"""Which websites a server stands behind, and whether it can issue service codes for them."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta
from typing import Final, NamedTuple

from icplint.graph import sentences as say
from icplint.graph.filings import closed_to_filing, filed, filing_domain, filings_of, has_access_provider, subjects
from icplint.graph.graph import Graph, Identity
from icplint.graph.places import served_from_mainland
from icplint.graph.steps import named
from icplint.graph.ways import doubt, enabled, forwards, publishes
from icplint.model.answer import Answer, all_of, any_of, no, yes
from icplint.model.names import registrable_domain
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain, Edge, Node, Record, Server, ServiceCode
from icplint.policy import Term

NO_CODES: Final = Text(en="{product} issues no service codes", zh="{product} 不能申请备案服务码")
PAYG: Final = Text(
    en="{name} is pay-as-you-go; only a subscription can issue codes",
    zh="{name} 为按量付费，只有包年包月实例才能申请备案服务码",
)
SUBSCRIPTION: Final = Text(en="{name} is a subscription", zh="{name} 为包年包月")
CHARGE_UNKNOWN: Final = Text(en="how {name} is charged is not known: {why}", zh="{name} 的付费方式未知：{why}")
NO_BANDWIDTH: Final = Text(en="{name} has no public bandwidth", zh="{name} 没有公网带宽")
HAS_BANDWIDTH: Final = Text(en="{name} has public bandwidth", zh="{name} 有公网带宽")
BANDWIDTH_UNKNOWN: Final = Text(
    en="whether {name} has public bandwidth is not known: {why}", zh="{name} 是否有公网带宽未知：{why}"
)
TERM_ENOUGH: Final = Text(
    en="{name} has a term of {term}; {need} months are needed",
    zh="{name} 的包年包月时长为 {term}，要求 {need} 个月",
)
TERM_SHORT: Final = Text(
    en="{name} has a total term of {term}; {need} months are needed: renew it",
    zh="{name} 的包年包月累计时长为 {term}，不足 {need} 个月，需要续费",
)
REMAINING_SHORT: Final = Text(
    en="{name} has {term} left; {need} months are needed: renew it",
    zh="{name} 的剩余时长为 {term}，不足 {need} 个月，需要续费",
)
TERM_UNKNOWN: Final = Text(
    en="for how long {name} is subscribed is not known: {why}", zh="{name} 的包年包月时长未知：{why}"
)
MONTHS: Final = Text(en="{n} month{s}", zh="{n} 个月")
WEEKS: Final = Text(en="{n} week{s}", zh="{n} 周")
CODE_USED: Final = Text(en="a service code was used for {domain} already", zh="{domain} 已使用过备案服务码")
RENEWS: Final = Text(
    en="it renews itself, and how often it has done so is not written", zh="实例会自动续费，已续费多少次无从得知"
)
EXPIRED: Final = Text(en="{name} expired on {day}", zh="{name} 已于 {day} 到期")


class Served(NamedTuple):
    """A name that a server stands behind; not `certain` where it is one of several that may."""

    domain: Domain
    certain: bool


def websites(graph: Graph) -> dict[Identity, list[Served]]:
    """Return, for each server's identity, the names that lead to it, through CDN origins and load balancers too."""
    found: dict[Identity, list[Served]] = defaultdict(list)
    for domain in subjects(graph, Domain):
        for server, certain in _reached(graph, domain).values():
            found[server.identity].append(Served(domain, certain))
    return found


def servers_of(graph: Graph) -> dict[str, list[Server]]:
    """Return the servers behind each website, by its registrable domain."""
    found: dict[str, dict[Identity, Server]] = defaultdict(dict)
    for identity, served in graph.once(websites).items():
        server = graph.get(identity)
        for one in served:
            website = filing_domain(one.domain)
            if isinstance(website, str) and isinstance(server, Server):
                found[website][identity] = server
    return {website: list(servers.values()) for website, servers in found.items()}


def _reached(graph: Graph, domain: Domain) -> dict[Identity, tuple[Server, bool]]:
    reached: dict[Identity, tuple[Server, bool]] = {}
    seen: set[tuple[Identity, bool]] = set()
    todo: list[tuple[Node, bool]] = [(domain, True)]
    while todo:
        node, certain = todo.pop()
        if (node.identity, certain) in seen:
            continue
        seen.add((node.identity, certain))
        if isinstance(node, Server):
            known = reached.get(node.identity)
            reached[node.identity] = (node, certain or bool(known and known[1]))
        if isinstance(node, Record) and (
            forwards(node) or publishes(node).value is False or enabled(node).value is False
        ):
            continue
        for tie in graph.out(node):
            if not tie.private or tie.edge in {Edge.FRONTS, Edge.FORWARDS_TO}:
                sure = certain and tie.certain and tie.rest is None and len(tie.ends) == 1
                todo += [(end, sure and end.certain) for end in tie.ends]
    return reached


def domains_with_codes(graph: Graph) -> set[str | None]:
    """Return the registrable domains for which the register says that a service code was used."""
    return {registrable_domain(code.domain) for code in graph.all(ServiceCode)}


def needs_code(graph: Graph, domain: Domain) -> Answer:
    """Return whether the website still needs a service code: no Alibaba Cloud filing is on record, and one can be had.

    What was not read is not on record. A code that was used already, or a name that cannot be filed, needs no other.
    """
    registrable = filing_domain(domain)
    if isinstance(registrable, Unknown):
        return doubt(say.NAME_UNKNOWN.using(name=domain.key), registrable, domain)
    if registrable is None:
        return no(say.NOTHING_TO_FILE.using(name=domain.key), domain.origin)
    if registrable in graph.once(domains_with_codes):
        return no(CODE_USED.using(domain=registrable), domain.origin)
    needed = served_from_mainland(graph, domain) & ~closed_to_filing(graph, domain)
    if needed.value is False:
        return needed
    covered = filed(graph, domain)
    if covered.value is True:
        return needed & ~has_access_provider(graph, domain, "alibaba")
    if covered.value is None and filings_of(graph, registrable):  # on record, and contradicted there
        return needed & ~(covered & has_access_provider(graph, domain, "alibaba"))
    return Answer(needed.value) & yes(say.NOT_ON_RECORD.using(domain=registrable), covered.evidence[0].origin)


def can_issue_codes(graph: Graph, server: Server) -> Answer:
    """Return whether a server, once it is in the mainland, can issue filing service codes on the policy's day.

    Every reason against it is in the evidence. Source: the facts service-code.* of the policy.
    """
    known = graph.once(_known_answers)
    if server.identity not in known:
        known[server.identity] = _can_issue_codes(graph, server)
    return known[server.identity]


def _known_answers(_graph: Graph) -> dict[Identity, Answer]:
    return {}


def _can_issue_codes(graph: Graph, server: Server) -> Answer:
    eligible = graph.policy.eligible(server.product)
    if eligible is None:
        return no(NO_CODES.using(product=server.product), server.origin)
    return all_of((_subscription(server), public_bandwidth(graph, server), _term(graph, server, eligible.months)))


def _subscription(server: Server) -> Answer:
    name = named(server)
    if isinstance(server.charge, Unknown):
        return doubt(CHARGE_UNKNOWN.using(name=name), server.charge, server)
    if server.charge == "subscription":
        return yes(SUBSCRIPTION.using(name=name), server.origin)
    return no(PAYG.using(name=name), server.origin)


def public_bandwidth(graph: Graph, server: Server) -> Answer:
    """Return whether a server has public bandwidth: its own, or an elastic address bound to it."""
    name = named(server)
    if isinstance(server.bandwidth, Unknown):
        own = doubt(BANDWIDTH_UNKNOWN.using(name=name), server.bandwidth, server)
    elif server.bandwidth > 0:
        own = yes(HAS_BANDWIDTH.using(name=name), server.origin)
    else:
        own = no(NO_BANDWIDTH.using(name=name), server.origin)
    bound = (
        _bound(tie.certain and tie.rest is None and len(tie.ends) == 1, server, tie.words)
        for tie in graph.into(server, Edge.BOUND_TO)
    )
    return any_of([own, *bound], own)


def _bound(certain: bool, server: Server, words: str) -> Answer:
    name = named(server)
    if certain:
        return yes(HAS_BANDWIDTH.using(name=name), server.origin)
    why = Unknown(say.ONE_OF.using(names=words))
    return doubt(BANDWIDTH_UNKNOWN.using(name=name), why, server)


def _term(graph: Graph, server: Server, need: int) -> Answer:
    """Total or remaining months, as the day's rule counts them."""
    if server.charge == "pay-as-you-go":
        return no(PAYG.using(name=named(server)), server.origin)
    name, on = named(server), graph.policy.on
    remaining = graph.policy.fact("service-code.term").value == Term.REMAINING
    if isinstance(server.expires, date):
        if server.expires < on:
            return no(EXPIRED.using(name=name, day=server.expires), server.origin)
        start = on if remaining or isinstance(server.created, Unknown) else server.created
        months = months_between(start, server.expires)
        if months < need and not remaining and isinstance(server.created, Unknown):
            return doubt(TERM_UNKNOWN.using(name=name), server.created, server)
        return _long_enough(server, months, need, remaining=remaining)
    if isinstance(server.months, Unknown):
        return doubt(TERM_UNKNOWN.using(name=name), server.months, server)
    if server.months >= need:
        return _long_enough(server, server.months, need, remaining=remaining)
    if isinstance(server.renewal, Unknown):
        return doubt(TERM_UNKNOWN.using(name=name), server.renewal, server)
    if server.renewal > 0 and not remaining:
        return doubt(TERM_UNKNOWN.using(name=name), Unknown(RENEWS, settle=server.expires.settle), server)
    return _long_enough(server, max(server.months, server.renewal), need, remaining=remaining)


def _long_enough(server: Server, months: float, need: int, *, remaining: bool) -> Answer:
    text = TERM_ENOUGH if months >= need else REMAINING_SHORT if remaining else TERM_SHORT
    said = text.using(name=named(server), term=_spelled(months), need=need)
    return (yes if months >= need else no)(said, server.origin)


def _spelled(months: float) -> Text:
    if months < 1:
        return WEEKS.using(n=round(months * 52 / 12), s="" if round(months * 52 / 12) == 1 else "s")
    return MONTHS.using(n=f"{months:.3g}", s="" if months == 1 else "s")


def months_between(start: date, end: date) -> float:
    """Return calendar months from one day to another; a started month counts by its days."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    anchor = _months_after(start, whole)
    if anchor > end:
        whole -= 1
        anchor = _months_after(start, whole)
    following = _months_after(start, whole + 1)
    return whole + (end - anchor) / max(following - anchor, timedelta(days=1))


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
