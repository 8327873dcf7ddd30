"""ICP303: a name waits for a filing with Alibaba Cloud, and nothing in what was read can issue the code for it."""

from __future__ import annotations

from typing import Final

from icplint.checks.check import Check, Severity
from icplint.graph.gaps import doubted, nodes_unread
from icplint.graph.graph import Graph
from icplint.model.answer import Answer, Evidence, any_of
from icplint.model.text import Text
from icplint.model.vocabulary import Domain, Server
from icplint.questions.codes import Issuer, able, issuers, served_without_codes
from icplint.questions.serving import needs_code
from icplint.wording.hops import node_name

FEW: Final = 3
"""How many instances that cannot issue codes are argued one by one."""
CAN: Final = Text(en="{name} can issue a service code", zh="{name} 可以申请备案服务码")
USED_UP: Final = Text(
    en="{name} has used all of its {codes} service codes", zh="{name} 的 {codes} 个备案服务码已全部使用"
)
MAY_BE_USED_UP: Final = Text(
    en="whether {name} has a service code left is not known", zh="{name} 是否还有剩余的备案服务码未知"
)
NONE_AT_ALL: Final = Text(en="there is no instance in what was read", zh="已读取的内容中没有任何实例")
NONE_CAN: Final = Text(
    en="no instance in what was read ({count} in all) can issue a service code: icplint eligibility says why",
    zh="已读取的实例（共 {count} 个）均不能申请备案服务码，原因可用 icplint eligibility 查看",
)


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name needs a code, is served by what issues none, and no instance can."""
    can = graph.once(can_issue)
    needs = needs_code(graph, domain)
    if can.value or needs.value is False:  # the path need not be followed
        return ~can if can.value else needs
    return served_without_codes(graph, domain) & needs & ~can


def can_issue(graph: Graph) -> Answer:
    """Return whether some instance of the run can issue a code, and has one left."""
    found = [_has_one(graph, issuer) for issuer in graph.once(issuers).values()]
    if any(answer.value is not False for answer in found):
        return any_of(found, Answer(False))
    unable = [server for server in graph.all(Server) if server.identity not in graph.once(issuers)]
    reasons = [answer.evidence[0] for answer in found[:FEW]]
    reasons += [able(graph, server).evidence[0] for server in unable[: FEW - len(reasons)]]
    count = len(found) + len(unable)
    none = Answer(False, (*reasons, Evidence(NONE_CAN.using(count=count) if count else NONE_AT_ALL)))
    return doubted(none, nodes_unread(graph, Server))


def _has_one(graph: Graph, issuer: Issuer) -> Answer:
    name, origin = node_name(graph, issuer.host), issuer.host.origin
    if issuer.left.most == 0:
        return Answer(False, (Evidence(USED_UP.using(name=name, codes=issuer.left.codes), origin),))
    if issuer.left.least == 0:
        return issuer.able & Answer(None, (Evidence(MAY_BE_USED_UP.using(name=name), origin),))
    return Answer(True, (Evidence(CAN.using(name=name), origin),)) if issuer.able.value else issuer.able


CHECK = Check(
    code="ICP303",
    name="missing-eligible-instance",
    severity=Severity.ERROR,
    subject=Domain,
    violation=Text(
        en="{key} has still to be filed with Alibaba Cloud, and no instance in what was read can issue a service code",
        zh="{key} 尚须在阿里云完成备案或接入备案，但已读取的内容中没有可申请备案服务码的实例",
    ),
    remedy=Text(
        en="subscribe a mainland ECS instance for three months with public bandwidth, and file {domain} with its code",
        zh="购买 1 台中国内地、包年包月 3 个月及以上且有公网带宽的 ECS 实例，用其备案服务码为 {domain} 提交备案",
    ),
    ask=ask,
)
