"""The service codes that the hosts of a run have left, and the websites that ask for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final, NamedTuple

from icplint.errors import PolicyError
from icplint.graph.gaps import address_unread, doubted
from icplint.graph.graph import Graph, Identity
from icplint.model.answer import Answer, any_of, cannot_tell, no
from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, Domain, LoadBalancer, Node, Proxy, Relation, Server, ServiceCode
from icplint.policy import ALIBABA, Transfer
from icplint.questions.behind import Behind, Hosts, behind
from icplint.questions.eligibility import can_issue_codes
from icplint.questions.filings import filing_domain
from icplint.questions.hosting import alibaba_host, host
from icplint.questions.mainland import in_mainland, placed_in_mainland
from icplint.questions.paths import follow, follow_edge
from icplint.questions.reach import Host, reaches
from icplint.questions.serving import names, website_needs_code
from icplint.wording import sentences as say
from icplint.wording.hops import node_name

ISSUES: Final = Text(en="{name} is of a product that issues codes itself", zh="{name} 所属产品可自行申请备案服务码")
BOUND_TO_WHAT: Final = Text(
    en="what {name} is bound to was not read: it may issue codes itself, or not",
    zh="未读取到 {name} 所绑定的资源，无法得知其能否申请备案服务码",
)
MANY: Final = 1_000_000
"""More codes than any run has websites: of an instance whose number is not known there may be many."""


class Left(NamedTuple):
    """How many codes a host issues, `used` by rows of the register, and how many are left at least and at most.

    `unclaimed` rows name an instance that nothing in the run is known to be, and that the host may be.
    """

    codes: int
    used: tuple[ServiceCode, ...]
    unclaimed: tuple[ServiceCode, ...]
    least: int
    most: int


class Issuer(NamedTuple):
    """A host that can issue codes, or may."""

    host: Host
    able: Answer
    left: Left


def able(graph: Graph, host: Host) -> Answer:
    """Return whether a host is there, in the mainland, and can issue codes on the policy's day."""
    there = Answer(True) if _counted(host) else cannot_tell(say.SOME_NUMBER.using(name=host.key), host.origin)
    return placed_in_mainland(graph, host, host.placement) & can_issue_codes(graph, host) & there


def _counted(host: Host) -> bool:
    """Whether it is known how many of a host there are."""
    return host.certain and not (isinstance(host, Server) and host.several)


def issuers(graph: Graph) -> dict[Identity, Issuer]:
    """Return the hosts of the run that can issue codes, or may, used up or not."""
    found: dict[Identity, Issuer] = {}
    for node in _hosts(graph):
        answer = able(graph, node) if graph.policy.eligible(node.product) else Answer(False)
        if answer.value is not False:
            found[node.identity] = Issuer(node, answer, codes_left(graph, node))
    return found


def _hosts(graph: Graph) -> list[Host]:
    return [*graph.all(Server), *graph.all(LoadBalancer)]


def codes_left(graph: Graph, host: Host) -> Left:
    """Return what is left of the codes of a host, by its Terraform address and its id; no codes, none left."""
    eligible = graph.policy.eligible(host.product)
    codes = eligible.codes if eligible else 0
    claims = graph.once(_claims)
    names = [host.key, *([host.id] if isinstance(host, Server) and isinstance(host.id, str) else [])]
    rows = [(name, row) for name in dict.fromkeys(names) for row in claims.rows.get(name, ())]
    used = tuple(row for name, row in rows if claims.named[name] == 1)
    maybe = tuple(row for name, row in rows if claims.named[name] > 1)
    if not isinstance(host, Server) or not isinstance(host.id, str):
        maybe += max(claims.unclaimed, key=len, default=())
    most = MANY if not _counted(host) and codes else max(codes - len(used), 0)
    return Left(codes, used, maybe, max(codes - len(used) - len(maybe), 0), most)


class _Claims(NamedTuple):
    """The rows of used codes by instance, how many hosts go by each name, and the rows of ids that none goes by."""

    rows: Mapping[str, list[ServiceCode]]
    named: Counter[str]
    unclaimed: list[tuple[ServiceCode, ...]]


def _claims(graph: Graph) -> _Claims:
    rows: dict[str, list[ServiceCode]] = defaultdict(list)
    for code in graph.all(ServiceCode):
        rows[code.instance].append(code)
    named_so: Counter[str] = Counter()
    for node in _hosts(graph):
        identifier = node.id if isinstance(node, Server) else None
        named_so.update({node.key, identifier} if isinstance(identifier, str) else {node.key})
    unclaimed = [tuple(found) for name, found in rows.items() if "." not in name and not named_so[name]]
    return _Claims(rows, named_so, unclaimed)


@dataclass(frozen=True, slots=True, eq=False)
class Givers:
    """The hosts that may give a website its code; websites behind which the same hosts stand share one of these.

    `certain`: each of them certainly stands there. `able`: one that does can certainly issue codes.
    """

    hosts: Behind
    certain: bool
    able: bool


class CodeDemand(NamedTuple):
    """A website that needs a code, certainly or perhaps: of which hosts.

    `anywhere`: any host of the run may give it, as nothing behind the website can; None where that is not known.
    """

    website: str
    needs: Answer
    givers: Givers
    anywhere: bool | None

    @property
    def ambiguous(self) -> bool:
        """Whether the hosts that may give the code are not known for certain."""
        return self.anywhere is None or not self.givers.certain


def askings(graph: Graph) -> list[CodeDemand]:
    """Return the websites that ask some host of the run for a code, or may; a name not known is one of its own."""
    websites: dict[str, list[Domain]] = dict(graph.once(names))
    for domain, _ in graph.once(reaches):
        if isinstance(filing_domain(graph, domain), Unknown):
            websites[f"{domain.root} {domain.key}".strip()] = [domain]
    needing = ((w, found, website_needs_code(graph, found[0])) for w, found in websites.items())
    asking = (_asking(graph, w, found, needs) for w, found, needs in needing if needs.value is not False)
    return [one for one in asking if one.givers.hosts or one.anywhere is not False]


def _asking(graph: Graph, website: str, found: list[Domain], needs: Answer) -> CodeDemand:
    everything = behind(graph, website)
    givers = graph.known("givers", everything, lambda: _givers(graph, everything))
    if givers.able or not graph.once(issuers):
        return CodeDemand(website, needs, givers, anywhere=False)
    elsewhere = any_of((served_without_codes(graph, domain) for domain in found), Answer(False)).value
    return CodeDemand(website, needs, givers, anywhere=elsewhere if not givers.hosts or elsewhere is False else None)


def _givers(graph: Graph, everything: Behind) -> Givers:
    asked = graph.once(issuers)

    def issuing(hosts: Hosts) -> Hosts:
        return {i: one for i, one in hosts.items() if i in asked}

    perhaps = graph.known("perhaps issuing", id(everything.perhaps), lambda: issuing(everything.perhaps))
    own = issuing(everything.own)
    alike = (tuple((i, certain) for i, (_, certain) in own.items()), id(perhaps))
    hosts = graph.known("behind issuing", alike, lambda: Behind(own, perhaps))
    return graph.known("givers of", hosts, lambda: _told(asked, hosts))


def _told(asked: Mapping[Identity, Issuer], hosts: Behind) -> Givers:
    sure = {i: host for i, (host, certain) in hosts.own.items() if certain}
    certain = len(sure) == len(hosts.own) and len(hosts.perhaps) <= len(sure) and all(i in sure for i in hosts.perhaps)
    return Givers(hosts, certain, any(asked[i].able.value for i in sure))


def served_without_codes(graph: Graph, domain: Domain) -> Answer:
    """Return whether a name is served by a product that demands Alibaba Cloud in the filing and issues no codes."""
    return follow(graph, domain, _issues_none)


def _issues_none(graph: Graph, node: Node) -> Answer:
    if isinstance(node, Proxy):
        if not _origin_counts(graph, node):
            return no(say.ON_CDN.using(name=node_name(graph, node)), node.origin)
        origins = [follow_edge(graph, edge, _host_issues_none) for edge in graph.out(node, Relation.FRONTS)]
        unread = cannot_tell(say.NO_ORIGIN.using(name=node_name(graph, node)), node.origin, say.SETTLE_SERVICE)
        return in_mainland(graph, node) & any_of(origins, unread)
    return _host_issues_none(graph, node)


def _host_issues_none(graph: Graph, node: Node) -> Answer:
    found = host(graph, node)
    if isinstance(node, Address) and (
        node.several or graph.out(node, Relation.BOUND_TO)
    ):  # what it is bound to decides
        return in_mainland(graph, node) & cannot_tell(BOUND_TO_WHAT.using(name=node_name(graph, node)), node.origin)
    if found is not None and graph.policy.eligible(found.product):
        issues = no(ISSUES.using(name=node_name(graph, node)), node.origin)
        return doubted(issues, address_unread(graph, node)) if isinstance(node, Address) else issues
    return alibaba_host(graph, node)


def _origin_counts(graph: Graph, proxy: Proxy) -> bool:
    """While a rule asked where the origin of what is accelerated stands, the origin needed its own code."""
    try:
        demanded = graph.policy.fact(f"transfer.{proxy.product}").value
    except PolicyError:  # no rule names the product
        return False
    return proxy.provider == ALIBABA and demanded == Transfer.ORIGIN_ON_ALIBABA
