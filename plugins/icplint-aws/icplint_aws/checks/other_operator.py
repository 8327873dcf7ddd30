"""AWS201: a name is served from a region of AWS in China, and its filing names the operator of the other one."""

from __future__ import annotations

from typing import Final

from icplint.plugin import Answer, Check, Domain, Graph, Node, Severity, Text, filed, follow, in_mainland, yes
from icplint_aws.operators import NAMES, concerned, elsewhere, names_any, place_of

RUNS: Final = Text(en="{operator} runs {region}", zh="{region} 由{operator}运营")


def ask(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name reaches a host of one operator, and its filing names the other one only."""
    covered = filed(graph, domain)
    if covered.value is False:  # ICP101 says so
        return covered

    def judge(graph: Graph, node: Node) -> Answer:
        place = place_of(graph, node)
        if place is None:
            return elsewhere(node)
        own = names_any(graph, domain, frozenset({place.operator, "aws-cn"}))
        other = names_any(graph, domain, frozenset(NAMES) - {place.operator})
        runs = yes(RUNS.using(operator=NAMES[place.operator], region=place.region), node.origin)
        return in_mainland(graph, node) & runs & ~own & (Answer(True) if other.value else other)

    return follow(graph, domain, judge) & (Answer(True) if covered.value else covered)


CHECK = Check(
    code="AWS201",
    name="other-operator",
    severity=Severity.WARNING,
    subject=Domain,
    concerns=concerned,
    violation=Text(
        en="{key} is served from one region of AWS in China, and {domain} is filed with the operator of the other only",
        zh="{key} 由亚马逊云科技中国的一个区域提供服务，但 {domain} 的备案仅接入另一区域的运营方",
    ),
    remedy=Text(
        en="ask the operator of the region whether the filing of {domain} must be added there too (接入备案)",
        zh="向该区域的运营方确认 {domain} 是否还须在其处办理接入备案",
    ),
    ask=ask,
)
