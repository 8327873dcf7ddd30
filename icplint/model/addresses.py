"""IP addresses as text."""

from __future__ import annotations

import ipaddress
from functools import cache
from typing import Final

_EXAMPLES: Final = tuple(
    ipaddress.ip_network(example) for example in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)


def is_address(text: str) -> bool:
    """Return whether `text` is an IPv4 or IPv6 address."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


@cache
def is_public(text: str) -> bool:
    """Return whether `text` is an address that visitors can reach.

    Those of RFC 5737 and RFC 3849 stand for public ones in every example.
    """
    if not is_address(text):
        return False
    address = ipaddress.ip_address(text)
    return address.is_global or any(address in example for example in _EXAMPLES)
