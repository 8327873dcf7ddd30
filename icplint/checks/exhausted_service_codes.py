"""ICP302: more websites need a service code of an instance than it has left."""

from __future__ import annotations

from icplint.checks.check import Check, Severity
from icplint.graph.gaps import doubted
from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.text import Text
from icplint.model.vocabulary import Server
from icplint.questions.codes import able, issuers
from icplint.questions.matching import short_of_codes
from icplint.questions.unseen import names_unread, websites_unread


def ask(graph: Graph, server: Server) -> Answer:
    """Return whether the codes of an instance that can issue them do not suffice."""
    issuer = graph.once(issuers).get(server.identity)
    if issuer is None:
        return able(graph, server)
    short = short_of_codes(graph, server.identity)
    if short.value is False:
        return doubted(short, websites_unread(graph, server))
    short = doubted(short, names_unread(graph))  # another host may stand behind some of the websites
    return short if issuer.able.value else issuer.able & short


CHECK = Check(
    code="ICP302",
    name="exhausted-service-codes",
    severity=Severity.WARNING,
    subject=Server,
    violation=Text(
        en="more websites need a service code of {key} than it has left",
        zh="需要由 {key} 申请备案服务码的网站多于其剩余的备案服务码",
    ),
    remedy=Text(
        en="put another instance that qualifies behind some of the websites, or buy further service codes",
        zh="为部分网站增加其他符合条件的实例，或另行购买备案服务码",
    ),
    ask=ask,
)
