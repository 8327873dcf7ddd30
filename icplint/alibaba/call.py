"""One call to an API, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: whose account, which action, where, about what; `page` counts from 1.

    `path` is that of the action where a product has one for each (ROA).
    """

    account: str
    product: str
    version: str
    action: str
    region: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    page: int = 1
    path: str = ""

    @property
    def what(self) -> str:
        """What a report calls it: `ecs:DescribeInstances@cn-hangzhou`, of several accounts with its name first."""
        place = f"@{self.region}" if self.region else ""
        account = f"{self.account}/" if self.account else ""
        return f"{account}{self.product}:{self.action}{place}"


CLOSED: Final = "ConnectionRefused"
"""The code of a call to a host, or through a proxy, that takes no connection; its message says which."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A call and its answer: the body of the reply, or the failure; both, where only a part of it could be read."""

    call: Call
    body: Mapping[str, Any] = field(default_factory=dict)
    failure: Failure | None = None

    @property
    def request_id(self) -> str:
        """The service's id of the request."""
        return self.failure.request_id if self.failure else str(self.body.get("RequestId", ""))
