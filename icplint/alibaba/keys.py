"""Access keys, as the vendor's own tools find them."""

from __future__ import annotations

from typing import NamedTuple

from icplint.live.call import Failure


class Keys(NamedTuple):
    """An access key, with the token that makes it temporary. Never printed."""

    identifier: str
    secret: str
    token: str | None = None

    def __repr__(self) -> str:
        return "Keys(…)"


class KeysError(Exception):
    """There are no keys of an account: a role cannot be assumed, a profile holds none."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure
