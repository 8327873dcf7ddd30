"""Names that are not known: which names of the run they may be, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from encodings.idna import ToUnicode
from enum import StrEnum
from typing import Any, Final, NamedTuple

from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.names import host_name
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain, Record, Relation, Service
from icplint.questions.next_hops import enabled, is_host_rule, publishes

ROUNDS: Final = 4
"""How often a name that is not known may lead to one that another may be; further on, everything may be."""


class Bound(NamedTuple):
    """How a name begins and ends, whatever stands between."""

    prefix: str
    suffix: str


class Saying(StrEnum):
    """How a name is said: by a record, by what serves it, or by a rule of a balancer (see `is_host_rule`)."""

    RECORD = "record"
    SERVICE = "service"
    RULE = "rule"


class Nameless:
    """The names of a run that are not known, by what is known of them, and what was answered about them."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._said: set[str | Bound] = set()
        self._ends: set[int] = set()
        self._heads: set[int] = set()
        self._tables: dict[Callable[..., Answer], Table] = {}
        self.sayings: dict[Domain, Saying] = {}
        for domain in graph.all(Domain):
            if isinstance(domain.name, Unknown) and domain.name.written and (saying := _saying(graph, domain)):
                self.sayings[domain] = saying
                self._said.update(self.may_be(domain))
        bounds = [key for key in self._said if isinstance(key, Bound)]
        self._ends, self._heads = {len(one.suffix) for one in bounds}, {len(one.prefix) for one in bounds}

    def may_be(self, domain: Domain) -> list[str | Bound]:
        """Return what is known of a name that is not: the names that it may be, or how it begins and ends."""
        told = self._graph.unnamed(domain)
        return list(dict.fromkeys(key for name, zone in told for key in _keys(name, zone)))

    def keys(self, name: str) -> Iterator[str | Bound]:
        """Yield what is known of those names that may be `name`."""
        spelled = _spelled(name)
        if spelled in self._said:
            yield spelled
        for end in self._ends:
            for head in self._heads:
                bound = Bound(spelled[:head], f".{spelled}"[-end:] if end else "")
                if bound in self._said:
                    yield bound

    def table(self, judge: Callable[..., Answer], ask: Callable[[Domain], Answer]) -> Table:
        """Return what `judge` finds where the names lead, which `ask` works out the first time that somebody asks."""
        if judge not in self._tables:
            self._tables[judge] = table = Table(self._graph, self)
            table.fill(ask)
        return self._tables[judge]


class Table:
    """Where names lead that are not known: which may lead there, which may lead elsewhere.

    A name may lead to one that another name may be: they are asked again, as another `round`, until nothing changes.
    """

    def __init__(self, graph: Graph, nameless: Nameless) -> None:
        self.round = 0
        self._graph = graph
        self._nameless = nameless
        self._yes: dict[tuple[str | Bound, Saying], Domain] = {}
        self._no: dict[tuple[str | Bound, bool], Domain] = {}

    def fill(self, ask: Callable[[Domain], Answer]) -> None:
        """Ask about every name until nothing changes."""
        asked = list(self._nameless.sayings)
        while asked:
            answers = [(domain, ask(domain).value if self.round < ROUNDS else None) for domain in asked]
            asked = [domain for domain, value in answers if value is not None]
            if self.round and len(asked) == len(answers):
                return
            self.round += 1
            for domain, value in answers:
                self._enter(domain, value)

    def _enter(self, domain: Domain, value: bool | None) -> None:
        saying = self._nameless.sayings[domain]
        decides = saying is Saying.RECORD and _may_decide(self._graph, domain)
        for key in self._nameless.may_be(domain):
            if value is not False:
                self._yes.setdefault((key, saying), domain)
            if value is not True and saying is not Saying.RULE:
                self._no.setdefault((key, False), domain)
            if value is not True and decides:
                self._no.setdefault((key, True), domain)

    def leading(self, names: list[str], sayings: Iterable[Saying]) -> Domain | None:
        """Return what may be one of `names`, said in one of these ways, and lead there."""
        keys = [key for name in names for key in self._nameless.keys(name)]
        return next((found for key in keys for one in sayings if (found := self._yes.get((key, one)))), None)

    def parting(self, names: list[str], *, deciding: bool) -> Domain | None:
        """Return what may be one of `names` and lead elsewhere: a record that decides, or whatever serves the name."""
        keys = [(key, deciding) for name in names for key in self._nameless.keys(name)]
        return next((self._no[key] for key in keys if key in self._no), None)


def _saying(graph: Graph, domain: Domain) -> Saying | None:
    """Return how a name is said; None by what icplint does not know, unless it looks like a record."""
    edges = [edge for edge in graph.out(domain) if edge.relation in {Relation.ANSWERED_BY, Relation.SERVED_BY}]
    ends = [end for edge in edges for end in edge.ends]
    if not edges or any(isinstance(end, Service) and not end.record for end in ends):
        return None
    if any(edge.relation is Relation.ANSWERED_BY for edge in edges):
        return Saying.RECORD
    return Saying.RULE if all(map(is_host_rule, edges)) else Saying.SERVICE


def _may_decide(graph: Graph, domain: Domain) -> bool:
    """Return whether a name's records may answer the visitors of every line."""
    records = [end for edge in graph.out(domain, Relation.ANSWERED_BY) for end in edge.ends if isinstance(end, Record)]
    return any(
        record.line == "default" and publishes(record).value is not False and enabled(record).value is not False
        for record in records
    )


def _keys(name: Any, zone: Any) -> Iterator[str | Bound]:
    """Yield the names that something may be, or how it begins and ends."""
    if isinstance(name, str):
        yield _spelled(host_name(name))
    elif isinstance(name, Unknown) and name.among:
        for option in name.among:
            yield from _keys(option, zone)
    elif isinstance(name, Unknown):
        suffix = name.suffix or (f".{zone}" if isinstance(zone, str) and zone else "")
        yield Bound(_head(name.prefix), _end(suffix))


def _head(text: str) -> str:
    """Return how a name begins in its own script; a label that is not whole may turn out to be an A-label."""
    labels, dot, rest = text.strip().lower().rpartition(".")
    rest = "" if "xn--".startswith(rest) or rest.startswith("xn--") or not rest.isascii() else rest
    return f"{_spelled(host_name(labels) if labels else '*')}.{rest}" if dot else rest


def _end(text: str) -> str:
    part, dot, labels = text.strip().lower().removesuffix(".").partition(".")
    part = "" if "xn--" in part or not part.isascii() else part
    return f"{part}.{_spelled(host_name(labels))}" if dot else part


def _spelled(name: str) -> str:
    """Return a host name in its own script, in which what is known of a part can be told."""
    return name if "xn--" not in name else ".".join(map(_own_script, name.split(".")))


def _own_script(label: str) -> str:
    try:
        return ToUnicode(label)
    except UnicodeError:
        return label
