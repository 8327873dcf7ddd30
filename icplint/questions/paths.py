"""The paths from a name to what serves it, each hop a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from icplint.graph.gaps import doubted, ends_unread, name_unread, records_unread, unless_unread
from icplint.graph.graph import Edge, Graph
from icplint.model.answer import Answer, Evidence, any_of, cannot_tell, no, one_of
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, Domain, Node, Proxy, Record, Relation, ServerGroup, Service
from icplint.questions.next_hops import (
    deciding,
    doubt,
    edges_of,
    enabled,
    forwards,
    is_host_rule,
    leads_to_any_server,
    publishes,
    resolves,
    wildcards_above,
    zone_is_whole,
)
from icplint.questions.unknown_names import Nameless, Saying, Table
from icplint.questions.walk import Walk
from icplint.questions.zones import hands_on
from icplint.wording import sentences as say
from icplint.wording.hops import hop_sentence, literal, node_name, some_of, words

Judge = Callable[[Graph, Node], Answer]
"""Answers the question about a node where a path ends: a server, an edge, a bucket, a bare address."""


def follow(graph: Graph, node: Node, judge: Judge) -> Answer:
    """Follow every path from a name to what serves it, and ask `judge` where each ends."""
    question = (judge, table.round) if (table := _nameless(graph, judge)) else judge
    return graph.once(Walk).at(node, question, lambda one: _answer(graph, one, judge), lambda one: onward(graph, one))


def onward(graph: Graph, node: Node) -> Iterator[Node]:
    """Yield the nodes to which the paths of a node may lead next."""
    for edge in edges_of(graph, node) if isinstance(node, Domain) else graph.out(node):
        if not edge.private:
            yield from edge.ends


def _nameless(graph: Graph, judge: Judge) -> Table | None:
    """Return where the names of the run lead that are not known; None where all are."""
    found = graph.once(Nameless)
    return found.table(judge, lambda domain: follow(graph, domain, judge)) if found.sayings else None


def _answer(graph: Graph, node: Node, judge: Judge) -> Answer:
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
    answer = _unless_another(graph, domain, judge, _by_its_paths(graph, domain, judge))
    if answer.value is None or not graph.gaps:
        return answer
    if answer.value:
        return doubted(answer, None if _led(graph, domain, judge) else records_unread(graph, domain))
    told = zone_is_whole(graph, domain) and any(map(resolves, graph.out(domain, Relation.ANSWERED_BY)))
    return doubted(answer, name_unread(graph, domain, told=told))


def _unless_another(graph: Graph, domain: Domain, judge: Judge, answer: Answer) -> Answer:
    """A name that is not known may be this one and lead there, or as its record decide that no visitor is led there."""
    table = _nameless(graph, judge)
    if table is None or answer.value is None or not isinstance(domain.name, str):
        return answer
    if graph.policy.suffixes.find(domain.name) is not None:  # its provider's
        return answer
    records = graph.out(domain, Relation.ANSWERED_BY)
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


def _counting(graph: Graph, domain: Domain, records: list[Edge]) -> tuple[Saying, ...]:
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
    edges = graph.out(domain)
    rules = [edge for edge in edges if is_host_rule(edge)]
    whole = zone_is_whole(graph, domain)
    others = [edge for edge in edges if edge not in rules and not (whole and edge.relation is Relation.SERVED_BY)]
    if others and _by_any(graph, others, judge).value is True:
        return None
    by_wildcard = len(rules) == len(edges) and not (rules and _by_any(graph, rules, judge).value is True)
    return besides if by_wildcard else decides


def _led(graph: Graph, domain: Domain, judge: Judge) -> bool:
    """Whether a record leads there: where every visitor is served, a record that was not read may lead elsewhere."""
    records = [edge for edge in edges_of(graph, domain) if edge.relation is not Relation.SERVED_BY]
    return bool(records) and _by_any(graph, records, judge).value is True


def _by_its_paths(graph: Graph, domain: Domain, judge: Judge) -> Answer:
    edges = edges_of(graph, domain)
    if not edges:
        return judge(graph, domain)
    records = deciding(graph, domain, edges)
    if 0 < len(records) < len(edges):
        led = _by_any(graph, records, judge)
        if led.value is not None:
            return led
        answer = _by_any(graph, edges, judge)  # the record's target is unknown: it may lead there
        return doubted(answer, ends_unread(graph)) if answer.value else answer
    return _by_any(graph, edges, judge)


def _by_any(graph: Graph, edges: list[Edge], judge: Judge) -> Answer:
    paths: dict[tuple[bool | None, Evidence | None], Answer] = {}
    for edge in edges:  # of two paths to the same end, the first one says it all
        answer = follow_edge(graph, edge, judge)
        paths.setdefault((answer.value, answer.evidence[-1] if answer.evidence else None), answer)
    return any_of(paths.values(), Answer(False))


def _from_address(graph: Graph, address: Address, judge: Judge) -> Answer:
    """An address leads to what it is bound to or translated to; where that settles nothing, its own place does."""
    edges = graph.out(address, Relation.BOUND_TO, Relation.FORWARDS_TO)
    bound = any_of([follow_edge(graph, edge, judge) for edge in edges], Answer(False))
    bound = unless_unread(graph, bound, address, Relation.FORWARDS_TO) if edges else bound
    if bound.value is True or (edges and address.placement is None):
        return bound
    own = judge(graph, address)
    return bound if own.value is None and edges else own


def _from_idle(graph: Graph, proxy: Proxy, judge: Judge) -> Answer:
    """A proxy that is not active leads straight to its origin, or may; one that may be active, to either."""
    unread = cannot_tell(say.NO_ORIGIN.using(name=proxy.key), proxy.origin, say.SETTLE_SERVICE)
    nowhere = no(say.ANSWERS_ITSELF.using(name=node_name(graph, proxy)), proxy.origin)
    edges = graph.out(proxy, Relation.FRONTS)
    origins = any_of([follow_edge(graph, edge, judge) for edge in edges], unread if proxy.fetches else nowhere)
    origins = unless_unread(graph, origins, proxy, Relation.FRONTS)
    if isinstance(proxy.led, Unknown) and origins.value is not False:
        why = say.LED_UNKNOWN.using(name=proxy.key, why=proxy.led.why)
        origins = origins.doubted(Evidence(why, proxy.origin, proxy.led.settle))
    if isinstance(proxy.active, Unknown):
        why = say.ACTIVE_UNKNOWN.using(name=proxy.key, why=proxy.active.why)
        return one_of([judge(graph, proxy), origins], Evidence(why, proxy.origin, proxy.active.settle))
    idle = say.IDLE if proxy.led is True else say.STOPPED
    return origins.because(Evidence(idle.using(name=proxy.key), proxy.origin))


def _from_group(graph: Graph, group: ServerGroup, judge: Judge) -> Answer:
    unread = cannot_tell(say.NO_MEMBERS.using(name=node_name(graph, group)), group.origin, say.SETTLE_SERVICE)
    members = any_of([follow_edge(graph, edge, judge) for edge in graph.out(group, Relation.FORWARDS_TO)], unread)
    return unless_unread(graph, members, group, Relation.FORWARDS_TO)


def _from_service(graph: Graph, service: Service, judge: Judge) -> Answer:
    """Of what icplint does not know, where it seems to lead is told, and settles nothing."""
    leads = any_of([follow_edge(graph, edge, judge) for edge in graph.out(service)], Answer(False))
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
            [follow_edge(graph, edge, judge) for edge in graph.out(record, Relation.RESOLVES_TO)],
            cannot_tell(say.EMPTY_RECORD.using(record=record.key), record.origin),
        )
        if serves.value is None and record.forwarder:  # it may be a forwarding
            leads = one_of([leads, judge(graph, record)], *serves.evidence)
    for condition in (live, serves):
        if condition.value is None and leads.value is not False:
            return leads.doubted(*condition.evidence)
    return leads


def follow_edge(graph: Graph, edge: Edge, judge: Judge) -> Answer:
    """Follow one edge: to its end, to all its possible ends, or into the unknown."""
    step = graph.known("step", id(edge), lambda: _step(graph, edge))
    answers = [no(say.PRIVATE.using(words=edge.words), edge.origin)] if edge.private else _at_ends(graph, edge, judge)
    if edge.private and edge.rest is None:
        return answers[0]
    if edge.rest is not None:
        answers.append(doubt(say.LEADS_UNKNOWN.using(words=words(edge)), edge.rest, edge))
    if len(answers) > 1 and edge.rest is not None:
        answer = one_of(answers)
    elif len(answers) > 1:
        answer = one_of(answers, Evidence(say.ONE_OF.using(names=some_of(edge.ends)), edge.origin))
    else:
        answer = answers[0]
    if answer.value is True and not (edge.certain and all(end.certain for end in edge.ends)):
        answer = answer.doubted(_uncounted(edge))
    return answer.because(*step)


def _at_ends(graph: Graph, edge: Edge, judge: Judge) -> list[Answer]:
    """Return the answers at the ends of an edge; where many edges share many servers, two that speak for all."""
    if not leads_to_any_server(graph, edge):
        return [follow(graph, end, judge) for end in edge.ends]
    about = (id(edge.ends), judge)
    return [graph.known("one of many", about, lambda: one_of([follow(graph, end, judge) for end in edge.ends]))] * 2


def _uncounted(edge: Edge) -> Evidence:
    """Return why it is not certain that what an edge leads to is there, or that it serves a website."""
    counted = next((node for node in (edge.start, *edge.ends) if not node.certain), None)
    if counted is None and edge.relation is Relation.SERVED_BY and not edge.by:
        return Evidence(say.MAY_SERVE.using(name=edge.words), edge.origin, edge.counting or say.SETTLE_UNMODELLED)
    name, settle = (edge.words, edge.counting) if counted is None else (counted.key, counted.counting)
    return Evidence(say.SOME_NUMBER.using(name=name), edge.origin, settle)


def _step(graph: Graph, edge: Edge) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(text, edge.origin) for text in (hop_sentence(graph, edge), literal(graph, edge)) if text is not None
    )
