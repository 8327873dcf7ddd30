"""DNS101: a filed name is answered by DNSimple's redirector, and not by the filed website."""

from icplint.plugin import (
    Answer,
    Check,
    Domain,
    Edge,
    Graph,
    Record,
    Relation,
    Severity,
    Text,
    Unknown,
    any_of,
    cannot_tell,
    filed,
    no,
    yes,
)

NO_RECORD = Text(en="{name} has no record", zh="{name} 没有解析记录")
NOT_KNOWN = Text(en="of what type the record of {name} is, is not known", zh="{name} 的记录类型未知")
OTHER = Text(en="{name} has no URL record", zh="{name} 没有 URL 记录")
REDIRECTED = Text(
    en="{name} has a URL record, which DNSimple's redirector answers",
    zh="{name} 使用 URL 记录，由 DNSimple 的跳转服务器应答",
)


def _redirects(name: str, edge: Edge) -> Answer:
    kinds = {end.record_type for end in edge.ends if isinstance(end, Record)}
    if unknown := next((kind for kind in kinds if isinstance(kind, Unknown)), None):
        return cannot_tell(NOT_KNOWN.using(name=name), edge.origin, unknown.settle)
    redirected = "URL" in {str(kind).upper() for kind in kinds}
    return yes(REDIRECTED.using(name=name), edge.origin) if redirected else no(OTHER.using(name=name), edge.origin)


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the redirector answers the name, and its domain is filed."""
    answers = [_redirects(domain.key, edge) for edge in graph.out(domain, Relation.ANSWERED_BY)]
    return any_of(answers, no(NO_RECORD.using(name=domain.key), domain.origin)) & filed(graph, domain)


CHECK = Check(
    code="DNS101",
    name="redirected-filing",
    severity=Severity.WARNING,
    subject=Domain,
    violation=Text(
        en="{key} is answered by the redirector of DNSimple, though {domain} is filed for a website in mainland China",
        zh="{domain} 已为中国内地网站备案，但 {key} 由 DNSimple 的跳转服务器应答",
    ),
    remedy=Text(
        en="lead {key} to the host that {domain} is filed for, or cancel the filing",
        zh="将 {key} 解析到 {domain} 备案时的主机，或注销备案",
    ),
    ask=ask,
)
