"""Many questions at once, each put once; what all resolvers said as Resources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address, ip_network
from threading import Lock
from time import monotonic
from typing import Any, Final

from icplint.dns.question import ADDRESSES, Query, Resolver, Response
from icplint.model.addresses import is_public
from icplint.model.limit import Limit
from icplint.model.origin import Origin
from icplint.model.reading import Input, Unread
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown

NAMES: Final = 2000
"""How many names are asked about at most."""
AT_ONCE: Final = 16
PATIENCE: Final = 8
"""How many questions in a row a resolver may leave unanswered before it is asked no more."""
SECONDS: Final = 300.0
"""How long all questions together may take."""
ROOT: Final = "public DNS"
_STAND_IN: Final = ip_network("198.18.0.0/15")
"""What proxies answer with in the place of the address (RFC 2544 keeps it for tests)."""

UNANSWERED: Final = Text(
    en="{server} gave no answer about {name} ({kind}): {why}", zh="{server} 未能应答 {name} 的 {kind} 查询：{why}"
)
SETTLE: Final = Text(
    en="ask another resolver with --resolver IP, or try again", zh="用 --resolver 换一个 DNS 服务器，或稍后重试"
)
GIVEN_UP: Final = Text(en="it left {count} questions in a row unanswered", zh="此前已连续 {count} 次查询未获应答")
SILENT: Final = Text(en="it answered none of {count} questions: {why}", zh="{count} 次查询均未获应答：{why}")
SILENT_ONE: Final = Text(en="it did not answer the one question: {why}", zh="1 次查询未获应答：{why}")
NOT_PUBLIC: Final = Text(
    en="it gives no name servers of {top} either, so it does not speak for public DNS",
    zh="它也无法给出 {top} 的 DNS 服务器，说明未接入公共 DNS",
)
TIME_UP: Final = Text(en="the time for all questions was up", zh="查询总时限已到")
LATE: Final = Text(
    en="{count} questions were not asked: the time for all of them was up", zh="查询总时限已到，有 {count} 次查询未进行"
)
LATE_ONE: Final = Text(
    en="1 question was not asked: the time for all of them was up", zh="查询总时限已到，有 1 次查询未进行"
)
INSIDE: Final = Text(
    en="{server} answers {name} with {value}, which only a network of its own reaches: what others get is not known",
    zh="{server} 返回的 {name} 的地址为 {value}，仅内部网络可达，公网解析结果未知",
)
SETTLE_INSIDE: Final = Text(
    en="ask a resolver of the public with --resolver IP, from outside the network of one's own",
    zh="在内部网络之外，用 --resolver 指定公共 DNS 服务器查询",
)
TOO_MANY: Final = Text(
    en="{count} more names lead into zones that nobody showed; {most} were asked about, which is the most",
    zh="另有 {count} 个域名未查询：最多查询 {most} 个域名",
)
TOO_MANY_ONE: Final = Text(
    en="1 more name leads into a zone that nobody showed; {most} were asked about, which is the most",
    zh="另有 1 个域名未查询：最多查询 {most} 个域名",
)

Ask = Callable[[Query], Response]


class Resolution:
    """Asks several resolvers the same, and keeps what they said."""

    def __init__(self, servers: Sequence[Resolver], ask: Ask, most: int = NAMES, seconds: float = SECONDS) -> None:
        self._servers = servers
        self._ask = ask
        self._most = most
        self._replies: dict[Query, Response] = {}
        self._tops: dict[Query, Response] = {}
        self._names: dict[str, None] = {}
        self._left: set[str] = set()
        self._unanswered: dict[Resolver, int] = defaultdict(int)
        self._counting = Lock()
        self._until = monotonic() + seconds

    def bound(self, limit: Limit) -> None:
        """Ask no longer than a limit of somebody else's, either."""
        ask = self._ask

        def within(question: Query) -> Response:
            try:
                return limit.within(SECONDS, lambda: ask(question))
            except TimeoutError:
                return Response(question=question, failure=TIME_UP)

        self._ask = within

    def about(self, names: Iterable[str], zones: Iterable[str] = ()) -> bool:
        """Ask for the addresses of names and the name servers of zones; False where all that was asked before."""
        fresh = [name for name in dict.fromkeys(names) if name not in self._names]
        room = self._most - len(self._names)
        self._left |= set(fresh[room:])
        self._names |= dict.fromkeys(fresh[:room])
        wanted = [(name, kind) for name in fresh[:room] for kind in ADDRESSES] + [(zone, "NS") for zone in zones]
        questions = [Query(name, kind, server) for name, kind in wanted for server in self._servers]
        questions = [question for question in dict.fromkeys(questions) if question not in self._replies]
        self._replies |= self._put_all(questions)
        denied = {_top(question) for question in questions if self._replies[question].absent}
        self._tops |= self._put_all(sorted(denied - self._tops.keys()))
        return bool(questions)

    def _put_all(self, questions: Sequence[Query]) -> dict[Query, Response]:
        if not questions:
            return {}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return dict(zip(questions, pool.map(self._put, questions), strict=True))

    def _put(self, question: Query) -> Response:
        if monotonic() > self._until:
            return Response(question=question, failure=TIME_UP)
        if self._unanswered[question.server] >= PATIENCE:
            return Response(question=question, failure=GIVEN_UP.using(count=PATIENCE), silent=True)
        reply = self._ask(question)
        with self._counting:
            self._unanswered[question.server] = self._unanswered[question.server] + 1 if reply.silent else 0
        return reply

    def replies(self) -> Iterator[Response]:
        """Yield what was said so far, to every question."""
        yield from {**self._tops, **self._replies}.values()

    def _judged(self) -> Iterator[Response]:
        """Yield the replies; that there is no name says nothing if the top-level domain is not there for it either."""
        for question, reply in self._replies.items():
            top = _top(question)
            if reply.absent and not any(found.kind == "NS" for found in self._tops[top].found):
                yield Response(question=question, failure=NOT_PUBLIC.using(top=top.name), silent=True)
            else:
                yield reply

    def inputs(self) -> Iterator[Input]:
        """Yield the resolvers that were asked anything."""
        asked = {question.server for question in self._replies}
        yield from (Input("dns", server.name, files=0) for server in self._servers if server in asked)

    def unread(self) -> Iterator[Unread]:
        """Yield the resolvers that never answered, and that there was no time for all names, or too many of them."""
        for server in self._servers:
            replies = [reply for reply in self._judged() if reply.question.server == server]
            if replies and all(reply.silent for reply in replies):
                text = SILENT_ONE if len(replies) == 1 else SILENT
                why = text.using(count=len(replies), why=replies[0].failure)
                yield Unread(f"DNS {server.name}", why, Origin(request=str(replies[0].question)))
        late = sum(reply.failure == TIME_UP for reply in self._replies.values())
        if late:
            yield Unread("DNS", (LATE_ONE if late == 1 else LATE).using(count=late))
        if self._left:
            text = TOO_MANY_ONE if len(self._left) == 1 else TOO_MANY
            yield Unread("DNS", text.using(count=len(self._left), most=self._most))

    def resources(self, shown: Callable[[str], bool]) -> Iterator[Resource]:
        """Yield what the resolvers said; a chain is not followed beyond a name that is `shown` by something else."""
        seen: dict[tuple[str, str, Resolver], dict[str, Any]] = {}
        for reply in self._judged():
            if reply.question.kind == "NS":
                yield _resource("dns_delegation", reply.question, _delegation(reply))
            else:
                for owner, kind, values in _records(reply, shown):
                    _join(seen.setdefault((owner, kind, reply.question.server), {}), values)
        for (owner, kind, server), values in seen.items():
            if not _needless(owner, kind, server, values, seen):
                told = {"host": owner, "type": kind, "resolver": server.name, **values}
                yield _resource("dns_record", Query(owner, kind, server), told)


def _top(question: Query) -> Query:
    """Return the question whether the top-level domain is there: every name that is asked about is below a real one."""
    return Query(question.name.rpartition(".")[2], "NS", question.server)


def _records(reply: Response, shown: Callable[[str], bool]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield owner, type and values of what a reply says: records, and whether there is an end without any."""
    question = reply.question
    if reply.failure is not None:
        yield question.name, question.kind, {"unanswered": _unanswered(reply)}
        return
    end, visited, answered = question.name, set[str](), False
    for owner, kind, value in reply.chain():
        if owner != question.name and shown(owner):
            return
        yield owner, kind, {"value": [value]} if _is_for_all(kind, value, question.server) else _inside(question, value)
        visited.add(owner)
        end, answered = (value, False) if kind == "CNAME" else (owner, True)
    if answered or end in visited or (end != question.name and shown(end)):
        return
    if reply.absent:
        yield end, question.kind, {"answer": "NXDOMAIN"}
    elif reply.whole:
        yield end, question.kind, {"answer": "NODATA"}


def _is_for_all(kind: str, value: str, server: Resolver) -> bool:
    """A resolver of a network of one's own may answer with addresses that others never get."""
    if kind not in ADDRESSES or is_public(value):
        return True
    return is_public(server.ip) and not (kind == "A" and ip_address(value) in _STAND_IN)


def _inside(question: Query, value: str) -> dict[str, Any]:
    why = INSIDE.using(server=question.server.name, name=question.name, value=value)
    return {"unanswered": Unknown(why, settle=SETTLE_INSIDE)}


def _join(known: dict[str, Any], values: dict[str, Any]) -> None:
    """A resolver may answer each time with others of many addresses: all of them count."""
    known["value"] = sorted({*known.get("value", ()), *values.get("value", ())})
    known |= {name: value for name, value in values.items() if name != "value"}


def _needless(
    owner: str, kind: str, server: Resolver, values: Mapping[str, Any], seen: Mapping[tuple[str, str, Resolver], Any]
) -> bool:
    """That there is none of one type says nothing where there is another, or where that is said already."""
    if values["value"] or "unanswered" in values:
        return False
    other = seen.get((owner, "A" if kind == "AAAA" else "AAAA", server), {})
    return bool(other.get("value")) or (kind == "AAAA" and other.get("answer") == values["answer"])


def _delegation(reply: Response) -> dict[str, Any]:
    question = reply.question
    told: dict[str, Any] = {"id": f"NS {question.name}", "zone": question.name, "resolver": question.server.name}
    if reply.failure is not None:
        return {**told, "unanswered": _unanswered(reply)}
    servers = [found.value for found in reply.chain() if found.kind == "NS" and found.owner == question.name]
    return {**told, "absent": reply.absent, "servers": servers}


def _unanswered(reply: Response) -> Unknown:
    question = reply.question
    why = UNANSWERED.using(server=question.server.name, name=question.name, kind=question.kind, why=reply.failure or "")
    return Unknown(why, settle=SETTLE)


def _resource(kind: str, question: Query, values: Mapping[str, Any]) -> Resource:
    return Resource(
        kind=kind,
        address=str(question),
        values=values,
        origin=Origin(request=str(question)),
        root=ROOT,
        rank=Rank.LIVE,
    )
