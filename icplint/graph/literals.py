"""What a literal is: a host name, a URL that leads to one."""

from __future__ import annotations

import re
from typing import Final

_HOST: Final = re.compile(r"(\*\.|\.)?[^\s/:@.]+(\.[^\s/:@.]+)+\.?")
_AFTER_HOST: Final = re.compile(r"[/?#:]")


def is_host(name: str) -> bool:
    """Return whether a literal looks like a host name of several labels."""
    return _HOST.fullmatch(name) is not None


def host_of(value: str) -> str:
    """Return the host of a URL, to which a name may be forwarded; anything else as it is."""
    scheme, _, rest = value.partition("://")
    return _AFTER_HOST.split(rest, maxsplit=1)[0] if scheme.lower() in {"http", "https"} else value
