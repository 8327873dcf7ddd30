"""The nodes and edges of the graph: the whole language that checks are written in."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.text import Text
from icplint.model.unknown import Unknown

NO_ID = Unknown(Text(en="nobody says its id", zh="没有说明其 ID"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Whose region a thing stands in."""

    provider: str
    region: str | Unknown
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Node:
    """Base of every node: equal only to itself.

    `key` makes two sightings the same thing; `root` tells equal Terraform addresses of several roots apart. `certain`
    is false where the source cannot say how many of it there are, none included; `counting` says what would tell.
    """

    key: str
    origin: Origin
    root: str = ""
    certain: bool = True
    counting: Text | None = None

    @property
    def kind(self) -> str:
        return type(self).__name__

    @property
    def identity(self) -> tuple[str, str, str]:
        return (type(self).__name__, self.root, self.key)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Domain(Node):
    """A host name as people type it. Where the name is not known, `key` is the address of what declares it.

    `zone` is a name known to stand above it (the zone of its record), even where the host name itself is not known.
    """

    name: str | Unknown
    zone: str | Unknown


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Record(Node):
    """A DNS record of `host`, a name or the address of what declares it.

    `record_type` is A, AAAA, CNAME, …; a record that is not `enabled` is not answered. `zone` is the name of the zone
    that holds it, None where that is not known; `forwarder` says whether its provider forwards URLs too.

    `void` says why the record is not answered, or why that is not known. `resolver` is who gave it, where public DNS
    was asked; None where something declares it.
    """

    host: str
    record_type: str | Unknown
    line: str | Unknown
    enabled: bool | Unknown
    zone: str | None = None
    forwarder: bool = False
    void: Text | Unknown | None = None
    resolver: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Address(Node):
    """An IP address: a literal, or an elastic one that can be bound. No placement: the run does not describe it.

    An IPv6 address of a private network is `public` only with public bandwidth of its own. `several`: it stands for any
    number of them, bound to whatever, as what is looked up does.
    """

    ip: str | Unknown
    placement: Placement | None = None
    product: str = "eip"
    public: bool | Unknown = True
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Server(Node):
    """A machine that can hold a website.

    `charge` is subscription or pay-as-you-go; `months` the term bought at once, in calendar months; `renewal` the
    months by which it renews itself, 0 if it does not; `created` and `expires` the days on which it began and ends.
    `bandwidth` is the public outbound bandwidth of its own in Mbit/s; an elastic address may add to it. `id` is the
    provider's name for it, `name` that of its owner. `several`: it stands for any number of machines in one place, as
    what is looked up does. `halted` says why it serves no visitor for now, or may not, though names lead to it.
    """

    product: str
    placement: Placement
    charge: str | Unknown
    months: float | Unknown
    renewal: float | Unknown
    bandwidth: float | Unknown
    created: date | Unknown
    expires: date | Unknown
    id: str | Unknown = NO_ID
    several: bool = False
    name: str | Unknown = NO_ID
    halted: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LoadBalancer(Node):
    """A load balancer; only a `public` one has an address that visitors reach."""

    product: str
    placement: Placement
    public: bool | Unknown


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Proxy(Node):
    """Something that answers a name at its edge and fetches from an origin: a CDN, a firewall, an accelerator.

    `scope` is where its edge nodes are: domestic, overseas or global; a `placement` says it instead where the edge is
    one region. Where it is not `active`, visitors are `led` straight to the origin, or may be. What `fetches` nothing
    answers by itself, and has no origin. Several products may stand before one name: each is a proxy of its own.
    """

    product: str
    provider: str
    scope: str | Unknown | None = None
    scope_origin: Origin | None = None
    placement: Placement | None = None
    active: bool | Unknown = True
    led: bool | Unknown = True
    fetches: bool = True

    @property
    def identity(self) -> tuple[str, str, str]:
        return (type(self).__name__, self.root, f"{self.product} {self.key}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Bucket(Node):
    """An object-storage bucket."""

    product: str
    placement: Placement


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ServerGroup(Node):
    """The servers behind a listener, a rule, a scaling group, a virtual address or a proxy, as one thing."""

    product: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Gateway(Node):
    """A managed service that answers names from a region: a function, an API gateway, an application's ingress."""

    product: str
    placement: Placement


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Service(Node):
    """Something that serves names and of which icplint knows no more than its resource type, `product`.

    `plugin` is the package that would know more, if there is one. Of a module that was not read, `why` says why, and
    `settle` what mends it. `told`: it knows its names as a rule of a balancer does, and their records decide whether
    visitors are led to it. `record`: it looks like such a record itself.
    """

    product: str
    plugin: str = ""
    why: Text | None = None
    settle: Text | None = None
    told: bool = False
    record: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What the filing system objects to in a filing; `deadline` is the last day on which it can be settled."""

    what: str
    deadline: date | Unknown


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Filing(Node):
    """One ICP filing for one registrable domain. `subject` is website, entity, app, mini-program or quick-app.

    `listed_by` is the access provider whose own filing system lists it, which knows nothing of the others. `risks` is
    None where the source does not list risks at all, as a register does not.
    """

    licence: str | Unknown
    access_providers: tuple[str, ...] | Unknown
    status: str
    subject: str
    listed_by: str = ""
    risks: tuple[Risk, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lookup(Node):
    """What a cloud said when it was asked whether a registrable domain, its `key`, is filed; `by` is what it asked."""

    filed: bool
    by: str = "CheckCdnDomainICP"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Registration(Node):
    """A registrable domain, its `key`, as its registrar lists it; neither of the two proves anything about a filing.

    `expires` is the day on which it ends, `verified` whether its holder's real name is; None where that is not said.
    """

    expires: date | None
    verified: bool | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Notice(Node):
    """What a service says of a host name, `about`, that may have to do with its filing, and proves nothing."""

    about: str
    says: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ServiceCode(Node):
    """A filing service code that was used: one code, one website, never given back."""

    instance: str
    domain: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Network(Node):
    """A range of addresses whose place and provider the organisation states."""

    cidr: str
    location: str
    provider: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Suppression(Node):
    """What says that findings are accepted: a comment in Terraform, or an entry of the settings.

    `checks` are the words by which it names checks; it holds up to `until`, that day included, or without an end.
    `fault` says what makes it none at all. `idle` are those of the words by which it matches nothing; None where that
    cannot be said, because it was not asked or not all was read.
    """

    checks: tuple[str, ...]
    reason: str
    until: date | None = None
    fault: Text | None = None
    idle: tuple[str, ...] | None = None


class Relation(StrEnum):
    """A named edge reads as a sentence from its start to its end."""

    ANSWERED_BY = "is answered by"  # Domain -> Record
    RESOLVES_TO = "resolves to"  # Record -> Domain | Address | Server | LoadBalancer | Proxy | Bucket | Gateway
    SERVED_BY = "is served by"  # Domain -> Proxy | Bucket | LoadBalancer | Gateway | Service
    ANSWERS_AT = "answers at"  # Proxy -> Address
    FRONTS = "fronts"  # Proxy -> Domain | Address | Server | LoadBalancer | Bucket | Gateway
    BOUND_TO = "is bound to"  # Address -> Server | ServerGroup | LoadBalancer
    FORWARDS_TO = "forwards to"  # what balances, Service, Address (DNAT) -> ServerGroup, Server, Domain
