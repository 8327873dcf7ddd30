"""What the engine must know of a cloud: its lists of regions, its words, how its replies are read and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Generic, TypeVar

from icplint.live.call import Call, Failure, Reply
from icplint.live.listing import Listing
from icplint.model.dataclass import dataclass
from icplint.model.text import Text

L = TypeVar("L", bound=Listing)
Ask = Callable[[Call, Mapping[str, str]], Reply]
"""Makes a call, with further parameters for a page of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is said of a list that was not read.

    The texts have the values code, message, request (its id) and permission. `unknown` is said where nothing answered
    whose the keys are, `codes` by the code of a failure, nothing for no answer. Codes that begin as one of `denied` say
    that a right is missing; a text with `{grant}` names it so that reports can add up what to grant.
    """

    refused: Text
    failed: Text
    keys: Text
    unknown: Text
    fallback: Text
    codes: Mapping[str, Text]
    denied: tuple[str, ...]
    kinds: Mapping[str, Text] = field(default_factory=dict)
    """What stands in the place of something else in a reply of another shape, by its word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedForm:
    """How calls and replies are written to a saved inventory, as plain JSON, and read from one.

    `call` and `reply` raise KeyError, TypeError, ValueError or AttributeError for a document that is none.
    """

    written: Callable[[Call], Mapping[str, Any]]
    call: Callable[[Any], Call]
    document: Callable[[Reply], Mapping[str, Any]]
    reply: Callable[[Any], Reply]
    dated: bool = True
    """Whether every inventory says of which day it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor(Generic[L]):
    """A cloud, as the engine reads it.

    `cloud` is its name in facts and saved inventories, `block` that of its provider in Terraform. `regions` lists the
    regions of an account, whose ids stand at `region_id`; `first` are all lists that are asked before others.
    """

    cloud: str
    block: str
    regions: L
    region_id: str
    first: tuple[L, ...]
    wording: Wording
    form: SavedForm
    whole: Callable[[L, Call, Ask], list[Reply]]
    """Reads a list to its end."""
    checked: Callable[[L, Reply], Reply]
    """Returns a reply as a failure, with what can be read of it all the same, where it has another shape."""
    places: Callable[[Sequence[str], Sequence[str], Sequence[str], str], Sequence[str]]
    """Where an account is asked: of the regions chosen (none for all), found, or else known, and where its home is."""
    cut_short: Callable[[L, Sequence[Reply]], str] = lambda _listing, _pages: ""
    """Says what is missing of the pages of a list; nothing, if it is whole."""
    absent: Callable[[Failure], bool] = lambda _failure: False
    """Whether a failure says that a product is not offered there, or was never opened."""
    undecided: frozenset[str] = frozenset()
    """Codes by which a lookup says that it cannot tell."""
    clean: Callable[[L, Reply], Reply] = lambda _listing, reply: reply
    """Leaves secrets out of a reply."""
    no_region: Text | None = None
    """What to say of a chosen region that the account does not have, with a `{hint}`."""
    unknown_region: Text | None = None
    """What to say of a region of which the dated facts know nothing."""
    settles: bool = True
    """Whether what was listed in full is told: that a name is not there settles that nothing of the account has it."""
