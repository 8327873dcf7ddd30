"""What every source yields, whatever it read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import IntEnum
from typing import Any, Final, NamedTuple, Protocol, runtime_checkable

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.text import Text

UNREAD_MODULE: Final = "module"
"""The kind of what stands for a module that was not read: its values are what it is given."""
OUTPUTS: Final = "(outputs)"
"""Where among them its outputs are: an Unknown, which says why it was not read."""
NAMES: Final = "(names)"
"""Where among them is an Unknown that says that it has names, also where none of them is written."""


class Rank(IntEnum):
    """How much a sighting is worth where two known values differ."""

    SOURCE = 0
    PLAN = 1
    STATE = 2
    LIVE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """The provider configuration that a resource uses.

    `name` is the provider's own (`alicloud`), whatever the author calls it; `values` are the arguments of its block;
    `configured` is false where no block is there at all. Of a plan, `values` hold nothing that could be secret.
    """

    name: str
    configured: bool
    values: Mapping[str, Any] = field(default_factory=dict)
    origin: Origin | None = None
    places: Callable[[str], Origin] | None = None


@runtime_checkable
class Syntactic(Protocol):
    """Values that are evaluated when somebody asks for them, and tell beforehand what need not be."""

    def bare(self, name: str, but: Callable[[str], bool], *, ids: bool) -> bool:
        """Return whether an argument is known to hold nothing but words and numbers: no dot, colon, line, or reference.

        It is not where `but` holds for the name of an argument in it; with `ids` ids of other resources count as words.
        """
        ...


class Difference(NamedTuple):
    """An argument that is declared with one value, while the account has another."""

    what: str
    declared: str
    live: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One thing as its source described it.

    `values` is plain JSON (str, int, float, bool, None, list, dict) with `Unknown` wherever a value is not known;
    an argument that is not set is absent. `root` tells equal addresses of several root modules or accounts apart.
    `certain` is false where the source cannot say how many of it there are, none included. `differs` is where several
    sightings of it contradict the account. `counting` says what would tell how many of it there are, and `applied` what
    would tell what is known once it is applied. `also` are the other roots in which it was sighted.
    """

    kind: str
    address: str
    values: Mapping[str, Any]
    origin: Origin
    root: str = ""
    rank: Rank = Rank.SOURCE
    provider: Provider | None = None
    certain: bool = True
    places: Callable[[str], Origin] | None = None
    differs: tuple[Difference, ...] = ()
    counting: Text | None = None
    applied: Callable[[], Text] | None = None
    also: tuple[str, ...] = ()

    @property
    def roots(self) -> tuple[str, ...]:
        """The roots in which it was sighted: root modules, states, accounts."""
        return (self.root, *self.also)

    def place(self, argument: str) -> Origin:
        """Return where the top-level `argument` is written, else where the resource is."""
        return self.places(argument) if self.places else self.origin
