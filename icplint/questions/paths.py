"""The ways from a name to what serves it, each hop a sentence."""

from __future__ import annotations

from collections.abc import Callable

from icplint.graph.gaps import doubted, ends_unread, name_unread, records_unread, unless_unread
from icplint.graph.graph import Graph, Tie
from icplint.model.answer import Answer, Evidence, any_of, cannot_tell, no, one_of
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, Domain, Edge, Node, Proxy, Record, ServerGroup, Service
from icplint.questions.next_hops import (
    deciding,
    doubt,
    enabled,
    forwards,
    is_host_rule,
    publishes,
    resolves,
    ties_of,
    wildcards_above,
    zone_is_whole,
)
from icplint.questions.unknown_names import Nameless, Saying, Table
from icplint.questions.walk import Walk
from icplint.questions.zones import hands_on
from icplint.wording import sentences as say
from icplint.wording.hops import literal, named, step, words

Judge = Callable[[Graph, Node], Answer]
"""Answers the question about a node where a way ends: a server, an edge, a bucket, a bare address."""


def along(graph: Graph, node: Node, judge: Judge) -> Answer:
    """Follow every way from a name to what serves it, and ask `judge` where each ends."""
    question = (judge, table.round) if (table := _nameless(graph, judge)) else judge
    return graph.once(Walk).at(node, question, lambda: _onward(graph, node, judge))


def _nameless(graph: Graph, judge: Judge) -> Table | None:
    """Return where the names of the run lead that are not known; None where all are."""
    found = graph.once(Nameless)
    return found.table(judge, lambda domain: along(graph, domain, judge)) if found.sayings else None


def _onward(graph: Graph, node: Node, judge: Judge) -> Answer:
    match node:
        case Domain():
            return _from_domain(graph, node, judge)
        case Record():
            return _from_record(graph, node, judge)
        case Address():
            return _from_address(graph, node, judge)
        case Proxy() if node.active is not True:
            return _from_idle(graph, node, judge)
        case ServerGroup():
            return _from_group(graph, node, judge)
        case Service() if graph.out(node):
            return _from_service(graph, node, judge)
        case _:
            return judge(graph, node)


def _from_domain(graph: Graph, domain: Domain, judge: Judge) -> Answer:
    answer = _unless_another(graph, domain, judge, _by_its_ways(graph, domain, judge))
    if answer.value is None or not graph.gaps:
        return answer
    if answer.value:
        return doubted(answer, None if _led(graph, domain, judge) else records_unread(graph, domain))
    told = zone_is_whole(graph, domain) and any(map(resolves, graph.out(domain, Edge.ANSWERED_BY)))
    return doubted(answer, name_unread(graph, domain, told=told))


def _unless_another(graph: Graph, domain: Domain, judge: Judge, answer: Answer) -> Answer:
    """A name that is not known may be this one, and lead there, or as its record decide that nobody is led there."""
    table = _nameless(graph, judge)
    if table is None or answer.value is None or not isinstance(domain.name, str):
        return answer
    if graph.policy.suffixes.find(domain.name) is not None:  # its provider's
        return answer
    records = graph.out(domain, Edge.ANSWERED_BY)
    names = [domain.name, *(wildcards_above(domain.name) if not records else ())]
    if answer.value is False:
        another = table.leading(names, _counting(graph, domain, records))
    else:
        another = _parting(graph, domain, judge, names)
    if another is None:
        return answer
    assert isinstance(another.name, Unknown)
    why = say.MAY_BE.using(name=domain.key, by=another.key, why=another.name.why)
    return answer.doubted(Evidence(why, another.origin, another.name.settle or say.SETTLE_MAY_BE))


def _counting(graph: Graph, domain: Domain, records: list[Tie]) -> tuple[Saying, ...]:
    """Return how a name has to be said a second time for it to matter: see `deciding`."""
    if not any(map(resolves, records)):
        return tuple(Saying)
    return (Saying.RECORD,) if zone_is_whole(graph, domain) else (Saying.RECORD, Saying.SERVICE)


def _parting(graph: Graph, domain: Domain, judge: Judge, names: list[str]) -> Domain | None:
    """Return what may lead a name elsewhere: where a rule or a wildcard leads it there, another record decides.

    A wildcard answers only a name of which there is nothing else but rules.
    """
    table = _nameless(graph, judge)
    decides, besides = (table.parting(names, deciding=one) if table else None for one in (True, False))
    if besides is None:
        return None
    ties = graph.out(domain)
    rules = [tie for tie in ties if is_host_rule(tie)]
    whole = zone_is_whole(graph, domain)
    others = [tie for tie in ties if tie not in rules and not (whole and tie.edge is Edge.SERVED_BY)]
    if others and _by_any(graph, others, judge).value is True:
        return None
    by_wildcard = len(rules) == len(ties) and not (rules and _by_any(graph, rules, judge).value is True)
    return besides if by_wildcard else decides


def _led(graph: Graph, domain: Domain, judge: Judge) -> bool:
    """Whether a record leads there: of what serves whoever comes, a record that was not read may lead elsewhere."""
    records = [tie for tie in ties_of(graph, domain) if tie.edge is not Edge.SERVED_BY]
    return bool(records) and _by_any(graph, records, judge).value is True


def _by_its_ways(graph: Graph, domain: Domain, judge: Judge) -> Answer:
    ties = ties_of(graph, domain)
    if not ties:
        return judge(graph, domain)
    records = deciding(graph, domain, ties)
    if 0 < len(records) < len(ties):
        led = _by_any(graph, records, judge)
        if led.value is not None:
            return led
        answer = _by_any(graph, ties, judge)  # a record leads nobody knows where: there, perhaps
        return doubted(answer, ends_unread(graph)) if answer.value else answer
    return _by_any(graph, ties, judge)


def _by_any(graph: Graph, ties: list[Tie], judge: Judge) -> Answer:
    ways: dict[tuple[bool | None, Evidence | None], Answer] = {}
    for tie in ties:  # of two ways to the same end, the first one says it all
        answer = through(graph, tie, judge)
        ways.setdefault((answer.value, answer.evidence[-1] if answer.evidence else None), answer)
    return any_of(ways.values(), Answer(False))


def _from_address(graph: Graph, address: Address, judge: Judge) -> Answer:
    """An address leads to what it is bound to or translated to; where that settles nothing, its own place does."""
    ties = graph.out(address, Edge.BOUND_TO, Edge.FORWARDS_TO)
    bound = any_of([through(graph, tie, judge) for tie in ties], Answer(False))
    bound = unless_unread(graph, bound, address, Edge.FORWARDS_TO) if ties else bound
    if bound.value is True or (ties and address.placement is None):
        return bound
    own = judge(graph, address)
    return bound if own.value is None and ties else own


def _from_idle(graph: Graph, proxy: Proxy, judge: Judge) -> Answer:
    """A proxy that is not active leads straight to its origin, or may; one that may be active, to either."""
    unread = cannot_tell(say.NO_ORIGIN.using(name=proxy.key), proxy.origin, say.SETTLE_SERVICE)
    nowhere = no(say.ANSWERS_ITSELF.using(name=named(proxy)), proxy.origin)
    ties = graph.out(proxy, Edge.FRONTS)
    origins = any_of([through(graph, tie, judge) for tie in ties], unread if proxy.fetches else nowhere)
    origins = unless_unread(graph, origins, proxy, Edge.FRONTS)
    if isinstance(proxy.led, Unknown) and origins.value is not False:
        why = say.LED_UNKNOWN.using(name=proxy.key, why=proxy.led.why)
        origins = origins.doubted(Evidence(why, proxy.origin, proxy.led.settle))
    if isinstance(proxy.active, Unknown):
        why = say.ACTIVE_UNKNOWN.using(name=proxy.key, why=proxy.active.why)
        return one_of([judge(graph, proxy), origins], Evidence(why, proxy.origin, proxy.active.settle))
    idle = say.IDLE if proxy.led is True else say.STOPPED
    return origins.because(Evidence(idle.using(name=proxy.key), proxy.origin))


def _from_group(graph: Graph, group: ServerGroup, judge: Judge) -> Answer:
    unread = cannot_tell(say.NO_MEMBERS.using(name=named(group)), group.origin, say.SETTLE_SERVICE)
    members = any_of([through(graph, tie, judge) for tie in graph.out(group, Edge.FORWARDS_TO)], unread)
    return unless_unread(graph, members, group, Edge.FORWARDS_TO)


def _from_service(graph: Graph, service: Service, judge: Judge) -> Answer:
    """Of what icplint does not know, where it seems to lead is told, and settles nothing."""
    leads = any_of([through(graph, tie, judge) for tie in graph.out(service)], Answer(False))
    return judge(graph, service).because(*leads.evidence)


def _from_record(graph: Graph, record: Record, judge: Judge) -> Answer:
    live = enabled(record)
    if live.value is False or (live.value is None and not graph.out(record)):
        return live
    if hands_on(graph, record):
        return cannot_tell(say.DELEGATED.using(name=record.host), record.origin, say.SETTLE_ZONE)
    serves = publishes(record)
    if serves.value is False or (serves.value is None and isinstance(record.record_type, str)):
        return serves
    if forwards(record):
        leads = judge(graph, record)
    else:
        leads = any_of(
            [through(graph, tie, judge) for tie in graph.out(record, Edge.RESOLVES_TO)],
            cannot_tell(say.EMPTY_RECORD.using(record=record.key), record.origin),
        )
        if serves.value is None and record.forwarder:  # it may be a forwarding
            leads = one_of([leads, judge(graph, record)], *serves.evidence)
    for condition in (live, serves):
        if condition.value is None and leads.value is not False:
            return leads.doubted(*condition.evidence)
    return leads


def through(graph: Graph, tie: Tie, judge: Judge) -> Answer:
    """Follow one tie: to its end, to all its possible ends, or into the unknown."""
    step = graph.known("step", id(tie), lambda: _step(tie))
    inside = no(say.PRIVATE.using(words=tie.words), tie.origin)
    if tie.private and tie.rest is None:
        return inside
    answers = [inside] if tie.private else [along(graph, end, judge) for end in tie.ends]
    if tie.rest is not None:
        answers.append(doubt(say.LEADS_UNKNOWN.using(words=words(tie)), tie.rest, tie))
    if len(answers) > 1 and tie.rest is not None:
        answer = one_of(answers)
    elif len(answers) > 1:
        names = ", ".join(end.key for end in tie.ends)
        answer = one_of(answers, Evidence(say.ONE_OF.using(names=names), tie.origin))
    else:
        answer = answers[0]
    if not (tie.certain and all(end.certain for end in tie.ends)) and answer.value is True:
        answer = answer.doubted(_uncounted(tie))
    return answer.because(*step)


def _uncounted(tie: Tie) -> Evidence:
    """Return why it is not certain that what a tie leads to is there, or that it serves a website."""
    counted = next((node for node in (tie.start, *tie.ends) if not node.certain), None)
    if counted is None and tie.edge is Edge.SERVED_BY and not tie.by:
        return Evidence(say.MAY_SERVE.using(name=tie.words), tie.origin, tie.counting or say.SETTLE_UNMODELLED)
    name, settle = (tie.words, tie.counting) if counted is None else (counted.key, counted.counting)
    return Evidence(say.SOME_NUMBER.using(name=name), tie.origin, settle)


def _step(tie: Tie) -> tuple[Evidence, ...]:
    return tuple(Evidence(text, tie.origin) for text in (step(tie), literal(tie)) if text is not None)
