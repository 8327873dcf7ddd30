"""Access keys, as the vendor's own tools find them."""

from __future__ import annotations

from typing import NamedTuple


class Keys(NamedTuple):
    """An access key, with the token that makes it temporary. Never printed."""

    identifier: str
    secret: str
    token: str | None = None

    def __repr__(self) -> str:
        return "Keys(…)"
