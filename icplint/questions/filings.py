"""Which filing covers a name, and whom it names as access provider."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from icplint.graph import gaps
from icplint.graph.graph import Gap, Graph, N
from icplint.model.answer import Answer, any_of, cannot_tell, no, yes
from icplint.model.memo import Memo
from icplint.model.names import registrable_domain
from icplint.model.reading import filing_of
from icplint.model.text import listing
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain, Filing, Record, Relation
from icplint.policy import akin
from icplint.questions import filing_system
from icplint.questions.contradictions import (
    WEBSITES,
    apart,
    denial,
    rivals,
    undecided_providers,
    undecided_status,
)
from icplint.questions.next_hops import doubt, publishes
from icplint.questions.zones import hands_on
from icplint.wording import filing_sentences as filing_say
from icplint.wording import sentences as say
from icplint.wording.hops import file_origin


def filing_domain(graph: Graph, domain: Domain) -> str | Unknown | None:
    """Return the registrable domain that a filing of the name is made for; None where there is nothing to file."""
    return graph.once(_filing_domains)[domain]


def _filing_domains(graph: Graph) -> Memo[Domain, str | Unknown | None]:
    return Memo(lambda domain: _filing_domain(graph, domain))


def _filing_domain(graph: Graph, domain: Domain) -> str | Unknown | None:
    if isinstance(domain.name, str):
        return None if graph.policy.suffixes.provider_owned(domain.name) else registrable_domain(domain.name)
    if isinstance(domain.zone, str):
        return registrable_domain(domain.zone)
    return domain.name


def filings_by_domain(graph: Graph) -> dict[str, list[Filing]]:
    """Return every filing, by registrable domain, those in force first."""
    found: dict[str, list[Filing]] = defaultdict(list)
    for filing in graph.all(Filing):
        found[filing.key].append(filing)
    return {domain: sorted(filings, key=lambda f: f.status != "filed") for domain, filings in found.items()}


def filings_of(graph: Graph, registrable: str) -> list[Filing]:
    """Return the filings that cover websites under a registrable domain."""
    found = graph.once(filings_by_domain).get(registrable, ())
    return [filing for filing in found if filing.subject in WEBSITES]


def domains_without_filing(graph: Graph) -> list[str]:
    """Return the registrable domains that something is said to serve, and that no filing of any list covers."""
    domains = {filing_domain(graph, domain) for domain in subjects(graph, Domain)}
    return sorted(d for d in domains if isinstance(d, str) and not filings_of(graph, d))


def filed(graph: Graph, domain: Domain) -> Answer:
    """Return whether a website filing covers the name's registrable domain."""
    registrable = filing_domain(graph, domain)
    if isinstance(registrable, Unknown):
        return doubt(say.NAME_UNKNOWN.using(name=domain.key), registrable, domain)
    if registrable is None:
        return yes(filing_say.NOTHING_TO_FILE.using(name=domain.key), domain.origin)
    return graph.known("filed", registrable, lambda: _filed(graph, registrable))


def _filed(graph: Graph, registrable: str) -> Answer:
    found = filings_of(graph, registrable)
    if (answer := filing_system.listed(graph, found)) is not None:
        return answer
    in_force = [(filing, denial(filing, found)) for filing in found if filing.status == "filed"]
    if in_force:
        filing, other = min(in_force, key=lambda pair: pair[1] is not None)
        if other is not None:
            return undecided_status(graph, filing, other)
        if (answer := filing_system.denied(graph, registrable)) is not None:
            return answer
        number = filing.licence if isinstance(filing.licence, str) else ""
        return yes(filing_say.FILED.using(domain=registrable, licence=number), filing.origin)
    if (answer := filing_system.filed_anywhere(graph, registrable)) is not None:
        return answer
    if (gap := unfilled(graph, registrable)) is not None:
        text = filing_say.UNFILLED.using(domain=registrable)
        return cannot_tell(text, gap.unread.origin, filing_say.SETTLE_UNFILLED)
    if found and "filing" in graph.complete:  # else a row in force may be among those that could not be read
        text = filing_say.PENDING if found[0].status == "pending" else filing_say.CANCELLED
        return no(text.using(domain=registrable), found[0].origin)
    return _unlisted(graph, registrable)


def unfilled(graph: Graph, registrable: str) -> Gap | None:
    """Return the row of a register that leaves open whether a domain is filed: its number is to be filled in."""
    return gaps.lacks(graph, filing_of(registrable))


def _unlisted(graph: Graph, registrable: str) -> Answer:
    listed = graph.once(filings_by_domain)
    app = next(iter(listed.get(registrable, ())), None)
    if (gap := gaps.lacks(graph, filing_system.KIND)) is not None:
        return gaps.doubted(no(filing_say.NOT_ON_RECORD.using(domain=registrable)), gap)
    if app is not None and "filing" in graph.complete:
        return no(filing_say.APP_ONLY.using(domain=registrable, subject=filing_say.SUBJECTS[app.subject]), app.origin)
    if "filing" in graph.complete:
        count = sum(map(len, listed.values()))
        files = ", ".join(graph.registers)
        text = {0: filing_say.UNLISTED_NONE, 1: filing_say.UNLISTED_ONE}.get(count, filing_say.UNLISTED)
        return no(text.using(domain=registrable, count=count), file_origin(files))
    if (answer := filing_system.unlisted(graph, registrable)) is not None and not graph.registers:
        return answer
    if graph.registers:
        files = ", ".join(graph.registers)
        return cannot_tell(
            filing_say.REGISTER_BROKEN.using(domain=registrable, file=files), None, filing_say.SETTLE_REGISTER
        )
    return cannot_tell(filing_say.NO_REGISTER.using(domain=registrable), None, filing_say.SETTLE_NO_REGISTER)


def has_access_provider(graph: Graph, domain: Domain, provider: str) -> Answer:
    """Return whether a provider is an access provider of a filing in force that covers the name, in any register."""
    registrable = filing_domain(graph, domain)
    if not isinstance(registrable, str):
        return Answer(False)
    return graph.known("access provider", (registrable, provider), lambda: _has_provider(graph, registrable, provider))


def _has_provider(graph: Graph, registrable: str, provider: str) -> Answer:
    found = filings_of(graph, registrable)
    if any(filing.listed_by == provider for filing in found):
        return filing_system.listed(graph, found) or Answer(False)
    in_force = [filing for filing in found if filing.status == "filed"] or found
    if not in_force and (answer := filing_system.names_provider(graph, registrable, provider)) is not None:
        return answer
    if not in_force:  # `filed` says so, and in which register
        return Answer(False)
    said = [(filing, _names_provider(graph, filing, provider)) for filing in in_force if not _told(filing, in_force)]
    lacking = [filing for filing, answer in said if answer.value is False]
    answer = any_of((_unless_denied(graph, filing, answer, lacking) for filing, answer in said), Answer(False))
    if answer.value is False and (gap := unfilled(graph, registrable)) is not None:
        text = filing_say.PROVIDERS_LEFT_OPEN.using(domain=registrable)
        return cannot_tell(text, gap.unread.origin, filing_say.SETTLE_UNFILLED)
    return answer


def _told(filing: Filing, among: list[Filing]) -> bool:
    """Whether the other providers of a filing, which its provider's own system does not say, stand in a register.

    A register that leaves that provider out is not whole, and settles nothing.
    """
    return filing.listed_by is not None and any(
        isinstance(other.access_providers, tuple)
        and filing.listed_by in other.access_providers
        and rivals(filing, other)
        and not apart(filing, other)
        for other in among
    )


def _unless_denied(graph: Graph, filing: Filing, answer: Answer, lacking: list[Filing]) -> Answer:
    """What registers contradict each other about is unknown."""
    against = next((other for other in lacking if rivals(filing, other) or apart(filing, other)), None)
    return answer if answer.value is not True or against is None else undecided_providers(graph, filing, against)


def _names_provider(graph: Graph, filing: Filing, provider: str) -> Answer:
    name = graph.policy.providers.name(provider)
    if isinstance(filing.access_providers, Unknown):
        return doubt(filing_say.PROVIDERS_UNKNOWN.using(domain=filing.key), filing.access_providers, filing)
    meant = _operators(graph, provider, filing.access_providers)
    if meant is None:
        others = listing([graph.policy.providers.name(p) for p in filing.access_providers])
        return cannot_tell(
            filing_say.OTHER_OPERATOR.using(domain=filing.key, provider=name, others=others), filing.origin
        )
    if meant or provider in filing.access_providers:
        return yes(filing_say.HAS_PROVIDER.using(domain=filing.key, provider=name), filing.origin)
    if (unclear := _unclear(graph, filing, filing.access_providers, provider)) is not None:
        return unclear
    if not filing.access_providers:
        return no(filing_say.NO_PROVIDER_AT_ALL.using(domain=filing.key), filing.origin)
    others = listing([graph.policy.providers.name(p) for p in filing.access_providers])
    return no(filing_say.LACKS_PROVIDER.using(domain=filing.key, provider=name, others=others), filing.origin)


def _unclear(graph: Graph, filing: Filing, named: tuple[str, ...], provider: str) -> Answer | None:
    """Return the doubt that a word leaves which may mean the provider, though it is not its name."""
    strange = [word for word in (*named, *([provider] if named else [])) if not graph.policy.providers.knows(word)]
    if strange:
        text = filing_say.STRANGE_PROVIDER.using(domain=filing.key, word=strange[0])
        return cannot_tell(text, filing.origin, filing_say.SETTLE_STRANGE)
    if akin(provider, named):
        others = listing([graph.policy.providers.name(p) for p in named])
        text = filing_say.OTHER_OPERATOR.using(
            domain=filing.key, provider=graph.policy.providers.name(provider), others=others
        )
        return cannot_tell(text, filing.origin)
    return None


def _operators(graph: Graph, provider: str, named: tuple[str, ...]) -> bool | None:
    """Whether a filing names AWS in China as `provider`: by any word where either is vague; of two operators None."""
    known = graph.policy.regions.operators("aws-cn")
    if provider in named or provider not in {*known, "aws", "aws-cn"} or not {*known, "aws-cn"} & {*named}:
        return False
    return True if "aws-cn" in named or provider not in known else None


def closed_to_filing(graph: Graph, domain: Domain) -> Answer:
    """Return whether the suffix is known to be closed. The ministry's full list is not known: any other may be open."""
    registrable = filing_domain(graph, domain)
    if isinstance(registrable, Unknown):
        return doubt(say.NAME_UNKNOWN.using(name=domain.key), registrable, domain)
    closed = graph.policy.closed(registrable) if registrable is not None else None
    if closed is None:
        return Answer(False)
    return yes(filing_say.CLOSED.using(suffix=closed.suffix), closed.origin or domain.origin)


def subjects(graph: Graph, kind: type[N]) -> Iterator[N]:
    """Yield the nodes that a check about `kind` is asked of.

    A name is asked about where the run says what serves it, and where there is something to file.
    """
    for node in graph.once(_public_names) if kind is Domain else graph.all(kind):
        assert isinstance(node, kind)
        yield node


def _public_names(graph: Graph) -> list[Domain]:
    return [name for name in graph.all(Domain) if filing_domain(graph, name) is not None and _published(graph, name)]


def _published(graph: Graph, domain: Domain) -> bool:
    """A name with only TXT or MX records, or a label that starts with an underscore (RFC 8552), is not a website's.

    One that was only asked about in public DNS is not the run's: something of the run leads to it.
    """
    if isinstance(domain.name, str) and "._" in f".{domain.name}":
        return False
    if graph.out(domain, Relation.SERVED_BY):
        return True
    records = (end for edge in graph.out(domain, Relation.ANSWERED_BY) for end in edge.ends)
    return any(
        isinstance(record, Record)
        and record.resolver is None
        and (publishes(record).value is not False or hands_on(graph, record))
        for record in records
    )
