"""What the provider's own filing system says: which filings the account holds, which domains are filed at all."""

from __future__ import annotations

from typing import Final

from icplint.graph.graph import Graph
from icplint.model.answer import Answer, Evidence, cannot_tell, no, yes
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Filing, Lookup
from icplint.questions.next_hops import doubt

KIND: Final = "account_filing"
"""The kind of the account's filings in `Graph.complete`."""

LISTS: Final = Text(
    en="the filing system of {provider} lists {domain}: {licence}", zh="{provider}备案系统中有 {domain}：{licence}"
)
LISTS_NOT: Final = Text(
    en="the account has no filing of {domain} with {provider}", zh="该账号在{provider}没有 {domain} 的备案"
)
FILED_SOMEWHERE: Final = Text(en="{domain} is filed, says {by}", zh="{by} 显示 {domain} 已备案")
FILED_NOWHERE: Final = Text(en="{domain} is not filed, says {by}", zh="{by} 显示 {domain} 未备案")
DENIED: Final = Text(
    en="the register and {by} differ on whether {domain} is filed",
    zh="备案清单与 {by} 对 {domain} 是否已备案的说法不一致",
)
SETTLE_DENIED: Final = Text(
    en="look the domain up at beian.miit.gov.cn, and correct its row in the register",
    zh="在 beian.miit.gov.cn 查询该域名，并更正备案清单中的对应行",
)
OTHERS_UNKNOWN: Final = Text(en="who its access providers are is not said", zh="未说明其接入商")
NOT_AMONG: Final = Text(
    en="the account has no filing of {domain}, and whether it is filed elsewhere is not known",
    zh="该账号没有 {domain} 的备案，是否在其他接入商备案未知",
)
SETTLE_ELSEWHERE: Final = Text(
    en="list it in filings.toml if another account or access provider holds its filing",
    zh="如备案在其他账号或其他接入商，请将其列入 filings.toml",
)


def lookup(graph: Graph, registrable: str) -> Lookup | None:
    """Return what the cloud said of a registrable domain, if it was asked."""
    found = graph.get(("Lookup", "", registrable))
    return found if isinstance(found, Lookup) else None


def listed(graph: Graph, filings: list[Filing]) -> Answer | None:
    """Return that a filing system lists one of the filings; None if none does."""
    filing = next((filing for filing in filings if filing.listed_by), None)
    if filing is None:
        return None
    number = filing.licence if isinstance(filing.licence, str) else ""
    provider = graph.policy.providers.name(filing.listed_by)
    return yes(LISTS.using(provider=provider, domain=filing.key, licence=number), filing.origin)


def filed_anywhere(graph: Graph, registrable: str) -> Answer | None:
    """Return whether the cloud says that a domain on no list is filed; None where it was not asked."""
    found = lookup(graph, registrable)
    if found is not None:
        text = FILED_SOMEWHERE if found.filed else FILED_NOWHERE
        return (yes if found.filed else no)(text.using(domain=registrable, by=found.by), found.origin)
    return None


def denied(graph: Graph, registrable: str) -> Answer | None:
    """Return the doubt about a domain that a register lists, and of which a cloud says that it is not filed."""
    found = lookup(graph, registrable)
    if found is None or found.filed:
        return None
    said = Evidence(FILED_NOWHERE.using(domain=registrable, by=found.by), found.origin)
    return cannot_tell(DENIED.using(domain=registrable, by=found.by), settle=SETTLE_DENIED).because(said)


def unlisted(graph: Graph, registrable: str) -> Answer | None:
    """Return the doubt about a domain that the account's own filings lack; None where these were not read."""
    if KIND not in graph.complete:
        return None
    return cannot_tell(NOT_AMONG.using(domain=registrable), None, SETTLE_ELSEWHERE)


def names_provider(graph: Graph, registrable: str, provider: str) -> Answer | None:
    """Return whether a provider has the filing of a domain that no register lists; None where no provider was asked.

    A domain that is filed, and not among the account's own filings, is filed with somebody else.
    """
    found = lookup(graph, registrable)
    if found is None or not found.filed:
        return None
    if provider == "alibaba" and KIND in graph.complete:
        return no(LISTS_NOT.using(domain=registrable, provider=graph.policy.providers.name(provider)), found.origin)
    return doubt(
        FILED_SOMEWHERE.using(domain=registrable, by=found.by), Unknown(OTHERS_UNKNOWN, settle=SETTLE_ELSEWHERE), found
    )
