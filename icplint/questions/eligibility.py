"""Whether a server can issue filing service codes: by its product, charge, public bandwidth and term."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil
from typing import Final, NamedTuple

from icplint.graph.gaps import unless_unread
from icplint.graph.graph import Edge, Graph, Identity
from icplint.model.answer import Answer, all_of, any_of, cannot_tell, no, yes
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, LoadBalancer, Relation, Server
from icplint.policy import Term
from icplint.questions.next_hops import doubt
from icplint.wording import sentences as say
from icplint.wording.hops import differing, node_name, service

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
BOUND_ASTRAY: Final = Text(
    en="{address} is bound to something that was not read, and that may be of this server",
    zh="{address} 绑定到未读取的资源，该资源可能属于此实例",
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
TERM_UNREAD: Final = Text(en="for how long {name} is subscribed is not read", zh="{name} 的包年包月时长未读取")
CHARGED: Final = ("instance_charge_type", "payment_type", "internet_max_bandwidth_out")
"""Arguments that say how a server is charged, and what bandwidth it has."""
MONTHS: Final = Text(en="{n} month{s}", zh="{n} 个月")
WEEKS: Final = Text(en="{n} week{s}", zh="{n} 周")
RENEWS: Final = Text(
    en="it renews itself, and how often it has done so is not written", zh="实例会自动续费，已续费多少次无从得知"
)
AS_BOUGHT: Final = Text(
    en="{name} is bought for {term}, and {need} months are needed: it renews itself, and renewals count once they "
    "have happened, by the dates of a state or of the live account",
    zh="{name} 的购买时长为 {term}，不足 {need} 个月；实例会自动续费，但续费发生后才计入，"
    "以 state 或线上账号中的起止日期为准",
)
ONLY_IPV6: Final = Text(
    en="no rule says whether that of an IPv6 address ({address}) counts",
    zh="没有规则说明 IPv6 地址（{address}）的公网带宽是否符合申请备案服务码的要求",
)
EXPIRED: Final = Text(en="{name} expired on {day}", zh="{name} 已于 {day} 到期")


def can_issue_codes(graph: Graph, server: Server | LoadBalancer) -> Answer:
    """Return whether a server, once it is in the mainland, can issue filing service codes on the policy's day.

    Of a NAT gateway, which issued codes on some days, nothing tells the term.

    Every reason against it is in the evidence. Source: the facts service-code.* of the policy.
    """
    known = graph.once(_known_answers)
    if server.identity not in known:
        known[server.identity] = _can_issue_codes(graph, server)
    return known[server.identity]


def _known_answers(_graph: Graph) -> dict[Identity, Answer]:
    return {}


def _can_issue_codes(graph: Graph, server: Server | LoadBalancer) -> Answer:
    eligible = graph.policy.eligible(server.product)
    if eligible is None:
        return no(NO_CODES.using(product=service(graph, server.product)), server.origin)
    if isinstance(server, LoadBalancer):
        return cannot_tell(TERM_UNREAD.using(name=node_name(graph, server)), server.origin, say.SETTLE_SERVICE)
    able = all_of((subscribed(graph, server), public_bandwidth(graph, server), _term(graph, server, eligible.months)))
    return Answer(able.value, (*able.evidence, *differing(graph, server, *CHARGED)))


def subscribed(graph: Graph, server: Server) -> Answer:
    """Return whether a server is a subscription."""
    name = node_name(graph, server)
    if isinstance(server.charge, Unknown):
        return doubt(CHARGE_UNKNOWN.using(name=name), server.charge, server)
    if server.charge == "subscription":
        return yes(SUBSCRIPTION.using(name=name), server.origin)
    return no(PAYG.using(name=name), server.origin)


def public_bandwidth(graph: Graph, server: Server) -> Answer:
    """Return whether a server has public bandwidth: its own, or an elastic address bound to it."""
    name = node_name(graph, server)
    if isinstance(server.bandwidth, Unknown):
        own = doubt(BANDWIDTH_UNKNOWN.using(name=name), server.bandwidth, server)
    elif server.bandwidth > 0:
        own = yes(HAS_BANDWIDTH.using(name=name), server.origin)
    else:
        own = no(NO_BANDWIDTH.using(name=name), server.origin)
    bound = (_bound(graph, server, edge) for edge in graph.into(server, Relation.BOUND_TO))
    public = any_of([own, *bound, *(() if own.value else _adrift(graph, server))], own)
    return unless_unread(graph, public, server, Relation.BOUND_TO, region=server.placement.region)


def _adrift(graph: Graph, server: Server) -> Iterator[Answer]:
    """Whether an elastic address is bound to what was not listed, such as an interface: any server may have it."""
    for address in graph.once(_bound_to_unknown):
        placement = address.placement
        region = placement.region if placement is not None else None
        if address.root == server.root and region in {None, server.placement.region}:
            why = Unknown(BOUND_ASTRAY.using(address=node_name(graph, address)))
            yield doubt(BANDWIDTH_UNKNOWN.using(name=node_name(graph, server)), why, address)
            return


def _bound_to_unknown(graph: Graph) -> list[Address]:
    """Return the elastic addresses of accounts that are bound to something that is not in the run."""
    edges = (
        edge for a in graph.all(Address) if a.origin and a.origin.request for edge in graph.out(a, Relation.BOUND_TO)
    )
    return [edge.start for edge in edges if isinstance(edge.start, Address) and not edge.ends]


def _bound(graph: Graph, server: Server, edge: Edge) -> Answer:
    name = node_name(graph, server)
    if isinstance(edge.start, Address) and edge.start.product == "ipv6":
        return doubt(
            BANDWIDTH_UNKNOWN.using(name=name), Unknown(ONLY_IPV6.using(address=node_name(graph, edge.start))), edge
        )
    if edge.certain and edge.rest is None and len(edge.ends) == 1:
        return yes(HAS_BANDWIDTH.using(name=name), server.origin)
    why = Unknown(say.ONE_OF.using(names=edge.words))
    return doubt(BANDWIDTH_UNKNOWN.using(name=name), why, server)


def _term(graph: Graph, server: Server, need: int) -> Answer:
    """Total or remaining months, as the day's rule counts them."""
    name = node_name(graph, server)
    if server.charge == "pay-as-you-go":
        return no(PAYG.using(name=name), server.origin)
    if isinstance(server.expires, date) and server.expires < graph.policy.on:
        return no(EXPIRED.using(name=name, day=server.expires), server.origin)
    months = months_counted(graph, server, need)
    if isinstance(months, Unknown):
        return doubt(TERM_UNKNOWN.using(name=name), months, server)
    return _long_enough(graph, server, months, need)


def what_remains(graph: Graph) -> bool:
    """Return whether the rule of the day counts what remains of a subscription, not the whole of it."""
    return bool(graph.policy.fact("service-code.term").value == Term.REMAINING)


def months_counted(graph: Graph, server: Server, need: int) -> float | Unknown:
    """Return the months of a subscription that the day's rule counts; unknown only where `need` hangs on it."""
    on, remaining = graph.policy.on, what_remains(graph)
    if isinstance(server.expires, date):
        start = on if remaining or isinstance(server.created, Unknown) else server.created
        months = months_between(start, server.expires)
        short = months < need and not remaining
        return server.created if short and isinstance(server.created, Unknown) else months
    if isinstance(server.months, Unknown) or server.months >= need:
        return server.months
    if _not_created(server):
        return server.months
    if isinstance(server.renewal, Unknown):
        return server.renewal
    if server.renewal > 0 and not remaining:
        return Unknown(RENEWS, settle=server.expires.settle)
    return max(server.months, server.renewal)


def _not_created(server: Server) -> bool:
    """Return whether a server is only declared: on the day it is created, what is bought is all there is."""
    return isinstance(server.expires, Unknown) and not server.expires.written


class Renewal(NamedTuple):
    """How a subscription that is too short becomes long enough: renewed by `months`, or by itself on a day, `start`."""

    months: int
    start: date | None


def renewal(graph: Graph, server: Server, need: int) -> Renewal | None:
    """Return what renewing has to do; None where the term suffices, is not known, or is over."""
    if server.charge != "subscription" or (isinstance(server.expires, date) and server.expires < graph.policy.on):
        return None
    months = months_counted(graph, server, need)
    if isinstance(months, Unknown) or months >= need:
        return None
    missing = ceil(need - months)
    if isinstance(server.renewal, Unknown) or server.renewal <= 0 or isinstance(server.expires, Unknown):
        return Renewal(missing, None)
    if what_remains(graph):  # each renewal starts where the last one ends
        return Renewal(missing, server.expires if server.renewal >= need else None)
    times = ceil((need - months) / server.renewal)
    return Renewal(missing, months_after(server.expires, ceil((times - 1) * server.renewal)))


def _long_enough(graph: Graph, server: Server, months: float, need: int) -> Answer:
    text = TERM_ENOUGH if months >= need else REMAINING_SHORT if what_remains(graph) else TERM_SHORT
    if months < need and _not_created(server) and (isinstance(server.renewal, Unknown) or server.renewal > 0):
        text = AS_BOUGHT
    said = text.using(name=node_name(graph, server), term=spelled(months), need=need)
    return (yes if months >= need else no)(said, server.origin)


def spelled(months: float) -> Text:
    """Return a number of months in words, less than one in weeks."""
    if months < 1:
        return WEEKS.using(n=round(months * 52 / 12), s="" if round(months * 52 / 12) == 1 else "s")
    return MONTHS.using(n=f"{months:.3g}", s="" if months == 1 else "s")


def months_between(start: date, end: date) -> float:
    """Return calendar months from one day to another; a started month counts by its days."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    anchor = months_after(start, whole)
    if anchor > end:
        whole -= 1
        anchor = months_after(start, whole)
    following = months_after(start, whole + 1)
    return whole + (end - anchor) / max(following - anchor, timedelta(days=1))


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
