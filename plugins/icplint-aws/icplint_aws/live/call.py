"""A list that is asked for, and what came of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

from icplint_aws.live.listing import Item

CUT: Final = "CutShort"
"""The code of what was not asked, or not to its end, because the time was over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One list of one account, in a region; of a service that is everywhere one, in a region of its partition."""

    account: str
    service: str
    operation: str
    region: str = ""
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """What the list is called."""
        return f"{self.service}:{self.operation}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a list was not read, or not to its end. `keys`: the credentials are not accepted at all."""

    code: str
    message: str
    request_id: str = ""
    keys: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The pages of a list, as far as they came."""

    call: Call
    pages: tuple[Item, ...] = ()
    failure: Failure | None = None


def written(reply: Reply) -> dict[str, Any]:
    """Return a reply as plain JSON."""
    return asdict(reply)


def read(document: Any) -> Reply:
    """Return the reply that was written; raises KeyError, TypeError or ValueError where it is not one."""
    call, failure, pages = document["call"], document["failure"], document["pages"]
    if not isinstance(pages, list) or not all(isinstance(page, dict) for page in pages):
        raise TypeError(pages)
    return Reply(call=call_of(call), pages=tuple(pages), failure=Failure(**failure) if failure is not None else None)


def call_of(document: Any) -> Call:
    """Return the call that was written."""
    parameters = tuple((str(name), str(value)) for name, value in document["parameters"])
    call = Call(**{**document, "parameters": parameters})
    if not all(isinstance(word, str) for word in (call.account, call.service, call.operation, call.region)):
        raise TypeError(call)
    return call
