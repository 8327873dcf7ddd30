"""A question put to one resolver, and what it said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from icplint.model.dataclass import dataclass
from icplint.model.text import Text

ADDRESSES: Final = ("A", "AAAA")


class Resolver(NamedTuple):
    """A resolver: what it is called, its IP address, its port."""

    name: str
    ip: str
    port: int


class Query(NamedTuple):
    """What is asked: a name as A-labels, a record type (A, AAAA, NS), and whom."""

    name: str
    kind: str
    server: Resolver

    def __str__(self) -> str:
        return f"{self.kind} {self.name} @ {self.server.name}"


class ResourceRecord(NamedTuple):
    """One record of an answer; `value` is an address or a host name as icplint spells it."""

    owner: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a resolver said: a chain of records that may end in no name (`absent`, NXDOMAIN) or in none of the type.

    `whole` says that there is nothing beyond `found`; else the end of the chain is to be asked about. `failure` is why
    there is no answer at all; `silent` where nothing came in time.
    """

    question: Query
    found: tuple[ResourceRecord, ...] = ()
    absent: bool = False
    whole: bool = False
    failure: Text | None = None
    silent: bool = False

    def chain(self) -> Iterator[ResourceRecord]:
        """Yield the records that the name leads to, in their order; what else an answer holds is not believed."""
        name, seen = self.question.name, set[str]()
        while name not in seen:
            seen.add(name)
            alias = next((f for f in self.found if f.owner == name and f.kind == "CNAME"), None)
            if alias is None:
                yield from sorted(f for f in self.found if f.owner == name and f.kind == self.question.kind)
                return
            yield alias
            name = alias.value
