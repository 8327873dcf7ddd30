"""ICP202: a filed name is accelerated before an Alibaba Cloud host, and its filing does not name Alibaba Cloud."""

from __future__ import annotations

from icplint.checks.check import Check, Severity
from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.text import Text
from icplint.model.vocabulary import Domain
from icplint.policy import ALIBABA, Policy
from icplint.questions.filings import filed, has_access_provider
from icplint.questions.hosting import accelerated_alibaba_origin


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the origin's provider is missing from the filing."""
    named = has_access_provider(graph, domain, ALIBABA)
    covered = filed(graph, domain)
    if named.value is True or covered.value is False:  # the path need not be followed
        return covered & ~named
    return accelerated_alibaba_origin(graph, domain) & covered & ~named


def severity(policy: Policy) -> Severity:
    """Demanded until September 2019, advice since."""
    return Severity(policy.fact("untransferred-cdn-origin.severity").value)


CHECK = Check(
    code="ICP202",
    name="untransferred-cdn-origin",
    severity=severity,
    subject=Domain,
    violation=Text(
        en="{key} is accelerated in mainland China with its origin on Alibaba Cloud, "
        "which is no access provider of the filing of {domain}",
        zh="{key} 在中国内地加速且源站位于阿里云，但 {domain} 的备案未接入阿里云",
    ),
    remedy=Text(
        en="add Alibaba Cloud as access provider of the filing of {domain} (接入备案)",
        zh="在阿里云备案系统为 {domain} 办理接入备案",
    ),
    ask=ask,
)
