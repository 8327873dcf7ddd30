"""AWS301: a distribution of CloudFront in China has no name of its own, and the default name is not served there."""

from __future__ import annotations

from typing import Final

from icplint.plugin import (
    Answer,
    Check,
    Domain,
    Edge,
    Graph,
    Proxy,
    Relation,
    Severity,
    Text,
    Unknown,
    any_of,
    cannot_tell,
    in_mainland,
    no,
    yes,
)
from icplint_aws.operators import is_edge

HAS: Final = Text(en="{name} is an alternate name of it", zh="{name} 是其备用域名")
HAS_NONE: Final = Text(en="nothing that was read gives it an alternate name", zh="已读取的内容中没有为其添加备用域名")
MAY_HAVE: Final = Text(en="whether it has an alternate name is not known: {why}", zh="是否添加了备用域名未知：{why}")


def ask(graph: Graph, distribution: Proxy) -> Answer:
    """Return whether a distribution answers from the mainland, and has no alternate name."""
    names = [_named(edge) for edge in graph.into(distribution, Relation.SERVED_BY)]
    return in_mainland(graph, distribution) & ~any_of(names, no(HAS_NONE, distribution.origin))


def _named(edge: Edge) -> Answer:
    name = edge.start.name if isinstance(edge.start, Domain) else None
    if isinstance(name, Unknown):
        return cannot_tell(MAY_HAVE.using(why=name.why), edge.origin, name.settle)
    return yes(HAS.using(name=edge.start.key), edge.origin)


CHECK = Check(
    code="AWS301",
    name="nameless-distribution",
    severity=Severity.WARNING,
    subject=Proxy,
    concerns=is_edge,
    violation=Text(
        en="{key} of CloudFront in China has no alternate domain name, and cannot serve by its default one",
        zh="CloudFront 中国区分配 {key} 未添加备用域名，而其默认域名不能对外提供服务",
    ),
    remedy=Text(
        en="add a filed domain name to aliases, and a certificate for it",
        zh="在 aliases 中添加已备案的域名，并配置相应证书",
    ),
    ask=ask,
)
