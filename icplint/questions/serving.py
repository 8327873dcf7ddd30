"""Which websites still need a service code."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from icplint.graph.gaps import doubted, lacks
from icplint.graph.graph import Graph, Identity
from icplint.model.answer import Answer, any_of, no, yes
from icplint.model.names import registrable_domain
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import (
    Domain,
    ServiceCode,
)
from icplint.questions import filing_system
from icplint.questions.filings import (
    closed_to_filing,
    filed,
    filing_domain,
    filings_of,
    has_access_provider,
    unfilled,
)
from icplint.questions.mainland import served_from_mainland
from icplint.questions.next_hops import doubt
from icplint.questions.reach import reaches
from icplint.wording import filing_sentences as filing_say
from icplint.wording import sentences as say

CODE_USED: Final = Text(en="a service code was used for {domain} already", zh="{domain} 已使用过备案服务码")


def domains_with_codes(graph: Graph) -> set[str | None]:
    """Return the registrable domains for which the register says that a service code was used."""
    return {registrable_domain(code.domain) for code in graph.all(ServiceCode)}


def website_needs_code(graph: Graph, domain: Domain) -> Answer:
    """Return whether the website that a name belongs to needs a service code: for this name, or for another one."""
    website = filing_domain(graph, domain)
    if not isinstance(website, str):
        own = needs_code(graph, domain)
        if isinstance(website, Unknown) and own.value is False and graph.once(_some_website_needs):
            return doubt(say.NAME_UNKNOWN.using(name=domain.key), website, domain)
        return own
    known = graph.once(_website_needs)
    if website not in known:
        needs = any_of((needs_code(graph, one) for one in graph.once(names)[website]), Answer(False))
        known[website] = needs if needs.value is not False else _unless_nameless(graph, domain, needs)
    own = needs_code(graph, domain)  # says it best
    return own if own.value is known[website].value else known[website]


def _unless_nameless(graph: Graph, domain: Domain, needs: Answer) -> Answer:
    """A name that is not known may be of the website, and served from the mainland."""
    served = graph.once(_nameless_served)
    return needs if served is None or lacks_filing(graph, domain).value is False else served


def _nameless_served(graph: Graph) -> Answer | None:
    """Return the doubt whether a name that is not known is served from the mainland, of the first that may be."""
    for one, _ in graph.once(reaches):
        if isinstance(filing_domain(graph, one), Unknown) and isinstance(one.name, Unknown):
            served = served_from_mainland(graph, one) & doubt(say.NAME_UNKNOWN.using(name=one.key), one.name, one)
            if served.value is not False:
                return served
    return None


def names(graph: Graph) -> dict[str, list[Domain]]:
    """Return the names of each website, by its registrable domain."""
    found: dict[str, list[Domain]] = defaultdict(list)
    for domain, _ in graph.once(reaches):
        if isinstance(website := filing_domain(graph, domain), str):
            found[website].append(domain)
    return found


def _some_website_needs(graph: Graph) -> bool:
    """Return whether a name that is not known may be of a website that needs a code."""
    return any(website_needs_code(graph, found[0]).value is not False for found in graph.once(names).values())


def _website_needs(_graph: Graph) -> dict[str, Answer]:
    return {}


def needs_code(graph: Graph, domain: Domain) -> Answer:
    """Return whether a name needs a service code: no Alibaba Cloud filing is on record, and one can be had.

    What was not read is not on record. A code that was used already, or a name that cannot be filed, needs no other.
    """
    known = graph.once(_needs)
    if domain.identity not in known:
        known[domain.identity] = _needs_code(graph, domain)
    return known[domain.identity]


def _needs(_graph: Graph) -> dict[Identity, Answer]:
    return {}


def _needs_code(graph: Graph, domain: Domain) -> Answer:
    lacking = lacks_filing(graph, domain)
    if lacking.value is False:  # the path need not be followed
        return lacking
    served = served_from_mainland(graph, domain)
    return lacking if served.value else served & lacking


def lacks_filing(graph: Graph, domain: Domain) -> Answer:
    """Return whether the name's registrable domain can be filed with Alibaba Cloud, and is not, as far as was read."""
    registrable = filing_domain(graph, domain)
    if isinstance(registrable, Unknown):
        return doubt(say.NAME_UNKNOWN.using(name=domain.key), registrable, domain)
    if registrable is None:
        return no(filing_say.NOTHING_TO_FILE.using(name=domain.key), domain.origin)
    if registrable in graph.once(domains_with_codes):
        return no(CODE_USED.using(domain=registrable), domain.origin)
    closed = closed_to_filing(graph, domain)
    if closed.value:
        return ~closed
    covered = filed(graph, domain)
    if covered.value is True:
        return ~has_access_provider(graph, domain, "alibaba")
    if covered.value is None and filings_of(graph, registrable):  # on record, and contradicted there
        return ~(covered & has_access_provider(graph, domain, "alibaba"))
    if covered.value is None and unfilled(graph, registrable) is not None:
        return ~covered
    if covered.value is None and (gap := lacks(graph, filing_system.KIND)) is not None:
        return doubted(yes(filing_say.NOT_ON_RECORD.using(domain=registrable), domain.origin), gap)
    return yes(filing_say.NOT_ON_RECORD.using(domain=registrable), covered.evidence[0].origin)
