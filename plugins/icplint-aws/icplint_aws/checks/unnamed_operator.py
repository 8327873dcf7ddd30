"""AWS202: a filed name is answered by CloudFront in China, or fetched from AWS in China, and no operator is named."""

from __future__ import annotations

from typing import Final

from icplint.plugin import (
    Answer,
    Check,
    Domain,
    Graph,
    Node,
    Proxy,
    Relation,
    Severity,
    Text,
    any_of,
    filed,
    follow,
    follow_edge,
    in_mainland,
    no,
)
from icplint_aws.operators import ANY, concerned, elsewhere, is_edge, names_any, place_of

DIRECT: Final = Text(
    en="{name} is not behind a CDN, so that ICP203 asks about its access provider",
    zh="{name} 前面没有 CDN，其接入商由 ICP203 检查",
)
NO_ORIGIN: Final = Text(en="{name} has no origin in AWS in China", zh="{name} 的源站不在亚马逊云科技（中国）")


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether a mainland edge of, or before, AWS in China answers the name, and no operator is named."""
    covered = filed(graph, domain)
    if covered.value is False:  # ICP101 says so
        return covered

    def judge(graph: Graph, node: Node) -> Answer:
        if is_edge(graph, node):
            return in_mainland(graph, node) & ~names_any(graph, domain, ANY)
        if isinstance(node, Proxy):
            return in_mainland(graph, node) & _origins(graph, node, ()) & ~names_any(graph, domain, ANY)
        return no(DIRECT.using(name=node.key), node.origin)

    return follow(graph, domain, judge) & (Answer(True) if covered.value else covered)


def _origins(graph: Graph, proxy: Proxy, seen: tuple[Proxy, ...]) -> Answer:
    """Return whether a proxy fetches from AWS in China, through whatever other proxies."""

    def judge(graph: Graph, node: Node) -> Answer:
        if isinstance(node, Proxy) and node not in seen and node is not proxy:
            return _origins(graph, node, (*seen, proxy))
        return in_mainland(graph, node) if place_of(graph, node) or is_edge(graph, node) else elsewhere(node)

    edges = graph.out(proxy, Relation.FRONTS)
    return any_of(
        [follow_edge(graph, edge, judge) for edge in edges], no(NO_ORIGIN.using(name=proxy.key), proxy.origin)
    )


CHECK = Check(
    code="AWS202",
    name="unnamed-operator",
    severity=Severity.WARNING,
    subject=Domain,
    concerns=concerned,
    violation=Text(
        en="{key} is answered by or fetched from AWS in China, and the filing of {domain} names neither operator",
        zh="{key} 由亚马逊云科技（中国）的节点响应或以其为源站，但 {domain} 的备案未接入光环新网或西云数据",
    ),
    remedy=Text(
        en="add the filing of {domain} to the operator whose account serves it: Sinnet or NWCD (接入备案)",
        zh="在提供服务的账号所属运营方（光环新网或西云数据）为 {domain} 办理接入备案",
    ),
    ask=ask,
)
