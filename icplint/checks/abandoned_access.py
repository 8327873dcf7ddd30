"""ICP203: a filed name is served from a mainland server of a provider that its filing does not name."""

from __future__ import annotations

from icplint.checks.check import Check, Severity
from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.text import Text
from icplint.model.vocabulary import Domain
from icplint.questions.filings import filed
from icplint.questions.hosting import abandoned


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the website has moved away from the access providers of its filing."""
    covered = filed(graph, domain)
    if covered.value is False:  # the path need not be followed
        return covered
    return abandoned(graph, domain) & (Answer(True) if covered.value else covered)


CHECK = Check(
    code="ICP203",
    name="abandoned-access",
    severity=Severity.ERROR,
    subject=Domain,
    violation=Text(
        en="{key} is served from a mainland server of a provider that the filing of {domain} does not name",
        zh="{key} 由中国内地其他服务商的服务器提供服务，但 {domain} 的备案未接入该服务商",
    ),
    remedy=Text(
        en="transfer the filing of {domain} to the provider that serves the name, or add it there (接入备案)",
        zh="在实际提供服务的接入商处为 {domain} 办理接入备案",
    ),
    ask=ask,
)
