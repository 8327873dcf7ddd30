"""Who runs AWS in China: which operator must be access provider of what, and whom a filing names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from icplint.plugin import (
    Address,
    Answer,
    Bucket,
    Domain,
    Evidence,
    Filing,
    Gateway,
    Graph,
    LoadBalancer,
    Node,
    Proxy,
    Server,
    Text,
    Unknown,
    any_of,
    cannot_tell,
    filing_domain,
    has_access_provider,
    no,
    yes,
)
from icplint_aws.home import AWS, CHINA

# Source: aws.amazon.com/blogs/enterprise-strategy, "Getting Started with AWS Services in AWS China".
SINNET: Final = Text(en="Sinnet", zh="光环新网")
NWCD: Final = Text(en="NWCD", zh="西云数据")
OPERATORS: Final = {"cn-north-1": "sinnet", "cn-northwest-1": "nwcd"}
"""Regions and their operators, by the words of a register's access_providers."""
NAMES: Final = {"sinnet": SINNET, "nwcd": NWCD}
ANY: Final = frozenset({*NAMES, "aws-cn"})
"""What a register may call AWS in China."""
WEBSITES: Final = frozenset({"website", "entity"})
CLOUDFRONT: Final = "cloudfront"

UNSAID: Final = Text(
    en="who the access providers of the filing of {domain} are is not said", zh="未说明 {domain} 备案的接入商"
)
SETTLE: Final = Text(
    en='add access_providers = ["sinnet", "nwcd", …] to its row in the register',
    zh='在备案清单的该行补充 access_providers = ["sinnet", "nwcd", …]',
)
NAMED: Final = Text(en="the filing of {domain} names {provider}", zh="{domain} 的备案已接入{provider}")
NOBODY: Final = Text(
    en="the filing of {domain} names neither Sinnet nor NWCD", zh="{domain} 的备案未接入光环新网或西云数据"
)
ONLY: Final = Text(
    en="the filing of {domain} names only {provider} of the two operators",
    zh="{domain} 的备案在两家运营方中仅接入{provider}",
)
OTHERS: Final = Text(en="{name} is no host of AWS in China", zh="{name} 不是亚马逊云科技（中国）的主机")
AWS_CHINA: Final = Text(en="AWS in China", zh="亚马逊云科技（中国）")


class OperatedRegion(NamedTuple):
    """A region of AWS in China, and its operator."""

    region: str
    operator: str


def place_of(graph: Graph, node: Node) -> OperatedRegion | None:
    """Return where in AWS in China a host stands; None where it is not one, or its region is not known."""
    match node:
        case Server() | LoadBalancer() | Bucket() | Gateway():
            region = node.placement.region if node.placement.provider == AWS.provider else None
        case Address(placement=placement) if placement is not None and placement.provider == AWS.provider:
            region = placement.region
        case Domain(name=str() as name):
            known = graph.policy.suffixes.find(name)
            region = known.region if known is not None and known.provider == "aws-cn" else None
        case _:
            region = None
    return OperatedRegion(region, OPERATORS[region]) if isinstance(region, str) and region in OPERATORS else None


def is_edge(graph: Graph, node: Node) -> bool:
    """Return whether a node is a distribution of CloudFront, or a name of one, that may be of China."""
    match node:
        case Proxy(product=product, provider=AWS.provider):
            outside = node.scope == "overseas" or (
                node.placement is not None
                and isinstance(node.placement.region, str)
                and not node.placement.region.startswith(CHINA)
            )
            return product == CLOUDFRONT and not outside
        case Domain(name=str() as name):
            known = graph.policy.suffixes.find(name)
            return known is not None and (known.provider, known.service) == ("aws-cn", CLOUDFRONT)
        case _:
            return False


def concerned(graph: Graph, domain: Domain) -> bool:
    """Return whether a way of a name leads to AWS in China: only there is a further question to ask."""
    seen = {domain.identity}
    todo: list[Node] = [domain]
    while todo:
        node = todo.pop()
        if node is not domain and (place_of(graph, node) is not None or is_edge(graph, node)):
            return True
        for edge in graph.out(node):
            todo += [end for end in edge.ends if end.identity not in seen]
            seen.update(end.identity for end in edge.ends)
    return False


def filings(graph: Graph, domain: Domain) -> Iterator[Filing]:
    """Yield the filings in force that cover the website of a name."""
    website = filing_domain(graph, domain)
    for filing in graph.all(Filing):
        if filing.key == website and filing.status == "filed" and filing.subject in WEBSITES:
            yield filing


def names_any(graph: Graph, domain: Domain, words: frozenset[str]) -> Answer:
    """Return whether a filing of a name's website names any of some access providers; the first row that does says it.

    Where no filing is on record, it names no provider, unless a cloud has said that there is one.
    """
    unknown: Answer | None = None
    lacking: list[Evidence] = []
    if not (found := list(filings(graph, domain))):
        return any_of([has_access_provider(graph, domain, word) for word in sorted(words)], Answer(False))
    for filing in found:
        if isinstance(filing.access_providers, Unknown):
            unknown = cannot_tell(UNSAID.using(domain=filing.key), filing.origin, SETTLE)
            continue
        said = [word for word in filing.access_providers if word in words]
        if said:
            text = NAMED.using(domain=filing.key, provider=NAMES.get(said[0], AWS_CHINA))
            return yes(text, filing.origin)
        lacking.append(Evidence(_lacks(filing), filing.origin))
    return Answer(False, tuple(lacking)) if unknown is None else unknown


def _lacks(filing: Filing) -> Text:
    assert isinstance(filing.access_providers, tuple)
    named = [word for word in filing.access_providers if word in NAMES]
    if named:
        return ONLY.using(domain=filing.key, provider=NAMES[named[0]])
    return NOBODY.using(domain=filing.key)


def elsewhere(node: Node) -> Answer:
    """Return that a node is not of AWS in China."""
    return no(OTHERS.using(name=node.key), node.origin)
