"""ICP201: a filed name reaches Alibaba Cloud in the mainland, and its filing does not name Alibaba Cloud."""

from __future__ import annotations

from icplint.checks.check import Check, Severity
from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.text import Text
from icplint.model.vocabulary import Domain
from icplint.policy import ALIBABA
from icplint.questions.filings import filed, has_access_provider
from icplint.questions.hosting import reaches_alibaba


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the filing has still to be transferred to, or added at, Alibaba Cloud."""
    named = has_access_provider(graph, domain, ALIBABA)
    covered = filed(graph, domain)
    if named.value is True or covered.value is False:  # the path need not be followed
        return covered & ~named
    return reaches_alibaba(graph, domain) & covered & ~named


CHECK = Check(
    code="ICP201",
    name="untransferred-filing",
    severity=Severity.ERROR,
    subject=Domain,
    violation=Text(
        en="{key} reaches Alibaba Cloud in mainland China, which is no access provider of the filing of {domain}",
        zh="{key} 解析到阿里云中国内地的服务，但 {domain} 的备案未接入阿里云",
    ),
    remedy=Text(
        en="add Alibaba Cloud as access provider of the filing of {domain} (接入备案); the other providers may stay",
        zh="在阿里云备案系统为 {domain} 办理接入备案；原有接入商可以保留",
    ),
    ask=ask,
)
