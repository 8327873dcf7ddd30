"""What a user asks of a scan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from icplint.alibaba.listing import Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Profiles, roles, regions and endpoints as written on the command line; `seconds` for the whole scan.

    `own_endpoints` are those of the configuration, by product; `log` is told of each call in a line, without secrets.
    `save` is where the replies are kept; `progress` is told how many lists are read, of how many, and the last one.
    """

    listings: Sequence[Listing]
    profiles: Sequence[str] = ()
    roles: Sequence[str] = ()
    regions: Sequence[str] = ()
    endpoints: Sequence[str] = ()
    own_endpoints: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 900.0
    concurrency: int = 16
    save: Path | None = None
    environment: Mapping[str, str]
    log: Callable[[str], None] = lambda _line: None
    progress: Callable[[int, int, str], None] = lambda _done, _known, _what: None
