"""Whose accounts are scanned: each profile's, or each role's that is assumed (STS AssumeRole)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from icplint.alibaba.client import AlibabaClient
from icplint.alibaba.keys import Keys, KeysError
from icplint.alibaba.sources import Source, found
from icplint.errors import ConfigError
from icplint.live.call import Call, Failure
from icplint.live.scan import Account
from icplint.model.dataclass import dataclass
from icplint.model.limit import Limit
from icplint.model.text import Text

BAD_ROLE: Final = Text(
    en="--role-arn takes ARN or ARN,external-id=ID, not {text}",
    zh="--role-arn 的格式为 ARN 或 ARN,external-id=ID，而不是 {text}",
)
_EARLY: Final = timedelta(minutes=5)
"""Before the end of its token a role is assumed anew."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role to assume; `external` is the id that its owner may ask for."""

    arn: str
    external: str = ""

    @classmethod
    def parse(cls, written: str) -> Role:
        """Return the role of `ARN[,external-id=ID]`; raises ConfigError."""
        arn, comma, rest = written.partition(",")
        name, _, external = rest.partition("=")
        if not arn.startswith("acs:ram::") or (comma and name != "external-id"):
            raise ConfigError(BAD_ROLE.using(text=written))
        return cls(arn, external)

    @property
    def account(self) -> str:
        """The number of the account that owns the role: acs:ram::1234:role/name."""
        return self.arn.split(":")[3]


def accounts(
    profiles: Sequence[str],
    roles: Sequence[Role],
    environment: Mapping[str, str],
    limit: Limit,
    client: Callable[[Source], AlibabaClient],
) -> Iterator[Account]:
    """Yield an account for each profile, then one for each role, which the first profile's keys assume.

    Only where there are several do they have names. `client` makes what calls with the keys of a source. Raises
    ConfigError where the only account has no keys; of several, one without costs only its own answers.
    """
    names = list(dict.fromkeys(profiles)) or [""]
    several = len(names) > 1 or len(roles) > 1
    sources = [(profile, found(profile, environment, limit, lenient=several and not roles)) for profile in names]
    if not roles:
        for profile, source in sources:
            yield Account(name=profile if several else "", ask=client(source))
    owners = [role.account for role in roles]
    for role in dict.fromkeys(roles):
        name = role.account if owners.count(role.account) == 1 else role.arn.removeprefix("acs:ram::")
        assumed = Assumed(role, client(sources[0][1]))
        yield Account(name=name if several else "", ask=client(assumed))


class Assumed:
    """The keys of a role, assumed once and again before its token ends."""

    def __init__(self, role: Role, client: AlibabaClient) -> None:
        self._role = role
        self._client = client
        self._keys: Keys | None = None
        self._until = datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()

    def __call__(self) -> Keys:
        with self._lock:
            if self._keys is None or datetime.now(UTC) > self._until - _EARLY:
                self._assume()
            assert self._keys is not None
            return self._keys

    def _assume(self) -> None:
        parameters = {"RoleArn": self._role.arn, "RoleSessionName": "icplint"}
        if self._role.external:
            parameters["ExternalId"] = self._role.external
        call = Call(
            account="",
            product="sts",
            version="2015-04-01",
            action="AssumeRole",
            parameters=tuple(parameters.items()),
        )
        reply = self._client(call)
        if reply.failure:
            raise KeysError(replace(reply.failure, message=f"sts:AssumeRole {self._role.arn}", keys=True))
        try:
            given = reply.body["Credentials"]
            self._until = datetime.fromisoformat(given["Expiration"])
            self._keys = Keys(given["AccessKeyId"], given["AccessKeySecret"], given["SecurityToken"])
        except (KeyError, TypeError, ValueError):
            failure = Failure(code="NoCredentials", message=f"sts:AssumeRole {self._role.arn}", keys=True)
            raise KeysError(failure) from None
