"""ICP101: a name is served from the mainland, and no filing covers its registrable domain."""

from __future__ import annotations

from icplint.checks.check import Check, Severity
from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.text import Text
from icplint.model.vocabulary import Domain
from icplint.questions.filings import closed_to_filing, filed
from icplint.questions.mainland import served_from_mainland
from icplint.questions.notices import noticed


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name needs a filing that it does not have."""
    covered = filed(graph, domain)
    if covered.value is True:  # the path of a filed name need not be followed
        return ~covered
    return noticed(graph, domain, served_from_mainland(graph, domain) & ~covered & ~closed_to_filing(graph, domain))


CHECK = Check(
    code="ICP101",
    name="unfiled-domain",
    severity=Severity.ERROR,
    subject=Domain,
    violation=Text(
        en="{key} is served from mainland China, and no ICP filing covers {domain}",
        zh="{key} 在中国内地提供服务，但 {domain} 没有 ICP 备案",
    ),
    remedy=Text(
        en="file {domain} before it points at the mainland, or serve it from outside",
        zh="先完成 {domain} 的 ICP 备案再指向中国内地，或改由中国内地以外的节点提供服务",
    ),
    ask=ask,
)
