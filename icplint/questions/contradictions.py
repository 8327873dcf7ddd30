"""Rows of registers that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from icplint.graph.graph import Graph
from icplint.model.answer import Answer, Evidence, cannot_tell
from icplint.model.reading import Problem
from icplint.model.text import Text, listing, plain
from icplint.model.vocabulary import Filing
from icplint.policy import ProviderNames
from icplint.wording import filing_sentences as filing_say

WEBSITES = frozenset({"website", "entity"})


def apart(one: Filing, other: Filing) -> bool:
    """Return whether two rows name different entities, where a domain is filed by one entity only."""
    first, second = _entity(one), _entity(other)
    return first is not None and second is not None and first != second


def rivals(one: Filing, other: Filing) -> bool:
    """Return whether two rows may speak of the same website, in different registers.

    Rows of one register on one domain are different websites of it.
    """
    if one.origin.file == other.origin.file:
        return False
    first, second = one.licence, other.licence
    if not isinstance(first, str) or not isinstance(second, str) or first == second:
        return True
    return not apart(one, other) and "entity" in {one.subject, other.subject}


def denial(filing: Filing, among: Iterable[Filing]) -> Filing | None:
    """Return the row by which a filing in force is not in force."""
    return next((other for other in among if other.status != "filed" and rivals(filing, other)), None)


def undecided_status(graph: Graph, one: Filing, other: Filing) -> Answer:
    """Return the doubt whether a domain is filed that two rows leave."""
    return _undecided(graph.policy.providers, one, other, filing_say.CONTRADICTED_STATUS, filing_say.SETTLE_STATUS)


def undecided_providers(graph: Graph, one: Filing, other: Filing) -> Answer:
    """Return the doubt about an access provider that two rows leave."""
    text, settle = filing_say.CONTRADICTED_PROVIDERS, filing_say.SETTLE_CONTRADICTED
    if apart(one, other):
        text, settle = filing_say.CONTRADICTED_ENTITY, filing_say.SETTLE_STATUS
    return _undecided(graph.policy.providers, one, other, text, settle)


def _undecided(providers: ProviderNames, one: Filing, other: Filing, text: Text, settle: Text) -> Answer:
    rows = sorted((one, other), key=lambda filing: filing.origin.order)
    why = cannot_tell(text.using(domain=one.key), settle=settle)
    return why.because(*(Evidence(row(filing, providers), filing.origin) for filing in rows))


def row(filing: Filing, providers: ProviderNames) -> Text:
    """Return what a row of a register says."""
    return filing_say.ROW.using(
        domain=filing.key,
        licence=filing.licence if isinstance(filing.licence, str) else filing_say.NO_NUMBER,
        status=filing_say.STATUSES.get(filing.status, plain(filing.status)),
        providers=_providers(filing, providers),
    )


def _providers(filing: Filing, providers: ProviderNames) -> Text:
    if not isinstance(filing.access_providers, tuple):
        return filing_say.PROVIDERS_OPEN
    return (
        listing([providers.name(word) for word in filing.access_providers])
        if filing.access_providers
        else filing_say.NONE
    )


def _entity(filing: Filing) -> str | None:
    return filing.licence.partition("号")[0] if isinstance(filing.licence, str) else None


def contradictions(graph: Graph) -> Iterator[Problem]:
    """Yield what does not go together among the rows of all registers, at the later row."""
    providers = graph.policy.providers
    rows = sorted((f for f in graph.all(Filing) if f.subject in WEBSITES), key=lambda f: (f.key, f.origin.order))
    pairs = (pair for _, group in groupby(rows, lambda f: f.key) for pair in combinations(group, 2))
    for one, other in pairs:
        text = _contradiction(one, other, providers)
        if text is not None:
            yield Problem(
                filing_say.ROWS.using(
                    text=text.using(domain=one.key),
                    first=row(one, providers),
                    place=one.origin,
                    second=row(other, providers),
                ),
                other.origin,
            )


def _contradiction(one: Filing, other: Filing, providers: ProviderNames) -> Text | None:
    if one.status == other.status == "filed" and apart(one, other):
        return filing_say.CONTRADICTED_ENTITY
    if rivals(one, other) and one.status != other.status and "filed" in {one.status, other.status}:
        return filing_say.CONTRADICTED_STATUS
    named = [f.access_providers for f in (one, other) if isinstance(f.access_providers, tuple)]
    known = [set(words) for words in named if all(map(providers.knows, words))]
    if rivals(one, other) and len(known) > 1 and known[0] != known[1]:
        return filing_say.CONTRADICTED_PROVIDERS
    return None
