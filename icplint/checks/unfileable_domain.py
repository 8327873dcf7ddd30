"""ICP103: a name is served from the mainland under a suffix that is not open to filing."""

from __future__ import annotations

from icplint.checks.check import Check, Severity
from icplint.graph.filings import filed, filing_domain
from icplint.graph.graph import Graph
from icplint.graph.places import served_from_mainland
from icplint.model.answer import Answer, yes
from icplint.model.text import Text
from icplint.model.vocabulary import Domain

CLOSED = Text(en="names under .{suffix} cannot be filed", zh=".{suffix} 后缀的域名不能备案")


def closed_to_filing(graph: Graph, domain: Domain) -> Answer:
    """Return whether the suffix is known to be closed. The ministry's full list is not known: any other may be open."""
    registrable = filing_domain(domain)
    suffix = registrable.rsplit(".", 1)[-1] if isinstance(registrable, str) else ""
    if suffix in graph.policy.fact("unfileable-suffixes").value:
        return yes(CLOSED.using(suffix=suffix), domain.origin)
    return Answer(False)


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name needs a filing that it cannot get."""
    return served_from_mainland(graph, domain) & ~filed(graph, domain) & closed_to_filing(graph, domain)


CHECK = Check(
    code="ICP103",
    name="unfileable-domain",
    severity=Severity.ERROR,
    subject=Domain,
    violation=Text(
        en="{key} is served from mainland China, and {domain} cannot be filed under its suffix",
        zh="{key} 在中国内地提供服务，而 {domain} 的后缀不支持 ICP 备案",
    ),
    remedy=Text(
        en="serve it from outside the mainland, or use a domain whose suffix can be filed",
        zh="改由中国内地以外的节点提供服务，或换用后缀支持备案的域名",
    ),
    ask=ask,
)
