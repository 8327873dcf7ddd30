"""ICP103: a name is served from the mainland under a suffix that is not open to filing."""

from __future__ import annotations

from icplint.checks.check import Check, Severity
from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.text import Text
from icplint.model.vocabulary import Domain
from icplint.questions.filings import closed_to_filing, filed
from icplint.questions.mainland import served_from_mainland


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name needs a filing that it cannot get."""
    closed = closed_to_filing(graph, domain)
    if closed.value is False:  # nor need the path of a name that can be filed
        return closed
    return served_from_mainland(graph, domain) & ~filed(graph, domain) & closed


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
