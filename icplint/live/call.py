"""One call to an API, and what came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, ClassVar, Final, Self

from icplint.model.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: whose account, which action, where, about what; `page` counts from 1.

    `version` is that of the API, and `path` that of the action, where a cloud has them (ROA).
    """

    account: str
    product: str
    version: str = ""
    action: str
    region: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    page: int = 1
    path: str = ""

    @property
    def name(self) -> str:
        """The name of the list that it belongs to: `ecs:DescribeInstances`."""
        return f"{self.product}:{self.action}"

    @property
    def what(self) -> str:
        """What a report calls it: `ecs:DescribeInstances@cn-hangzhou`, of several accounts with its name first."""
        place = f"@{self.region}" if self.region else ""
        account = f"{self.account}/" if self.account else ""
        return f"{account}{self.name}{place}"


CLOSED: Final = "ConnectionRefused"
"""The code of a call to a host, or through a proxy, that takes no connection; its message says which."""
CUT: Final = "NotAsked"
"""The code of a list that was not asked for, as the scan ended before."""
INCOMPLETE: Final = "IncompleteList"
"""The code of a list whose pages do not add up; the services have none for it."""
ODD: Final = "UnexpectedReply"
"""The code of a reply of another shape than the service's own model has; the services have none for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a call gave nothing: the service's error code, its words, the request's id.

    `code` is empty where there was no answer at all. `keys`: the keys are not taken, so no call can succeed.
    """

    code: str
    message: str
    request_id: str = ""
    status: int = 0
    keys: bool = False

    CLOSED: ClassVar[str] = CLOSED
    CUT: ClassVar[str] = CUT
    INCOMPLETE: ClassVar[str] = INCOMPLETE
    ODD: ClassVar[str] = ODD


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A call and its answer: the body of the reply, or the failure; both, where only a part of it could be read.

    `more` are the bodies of further pages, where the SDK of a cloud reads all pages of a list in one go.
    """

    call: Call
    body: Mapping[str, Any] = field(default_factory=dict)
    failure: Failure | None = None
    more: tuple[Mapping[str, Any], ...] = ()

    @classmethod
    def of(cls, call: Call, pages: Sequence[Mapping[str, Any]], failure: Failure | None = None) -> Self:
        """Return the reply that has these pages, which may be none."""
        return cls(call=call, body=pages[0] if pages else {}, failure=failure, more=tuple(pages[1:]))

    @property
    def pages(self) -> tuple[Mapping[str, Any], ...]:
        """The bodies that came, none of them empty but for those of further pages."""
        return (self.body, *self.more) if self.body else self.more

    @property
    def request_id(self) -> str:
        """The service's id of the request."""
        return self.failure.request_id if self.failure else str(self.body.get("RequestId", ""))
