"""What a live scan is asked for, and what answers it: one cloud, all its accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import field
from pathlib import Path
from typing import Final, Protocol

from icplint.model.dataclass import dataclass
from icplint.model.limit import Limit
from icplint.model.reading import Reading

MANIFEST: Final = "icplint-inventory.json"
"""The file by which a directory is a saved inventory; its `cloud` names the one that reads it, by default alibaba."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRequest:
    """What a user asks of a scan: profiles, roles, regions and endpoints as written on the command line.

    `products` are of those that the cloud has, all of them where it is empty; nothing may wait longer than `limit`.
    `own_endpoints` are those of the configuration, by product; `log` is told of each call in a line, without secrets.
    `save` is where the replies are kept; `progress` is told how many lists are read, of how many, and the last one.
    """

    environment: Mapping[str, str]
    limit: Limit
    profiles: Sequence[str] = ()
    roles: Sequence[str] = ()
    regions: Sequence[str] = ()
    products: Sequence[str] = ()
    endpoints: Sequence[str] = ()
    own_endpoints: Mapping[str, str] = field(default_factory=dict)
    concurrency: int = 16
    save: Path | None = None
    log: Callable[[str], None] = lambda _line: None
    progress: Callable[[int, int, str], None] = lambda _done, _known, _what: None


class Scanning(Protocol):
    """A scan that is under way."""

    def lists(self) -> Reading:
        """Return everything that the accounts list: Resources of rank LIVE; each list that failed is `unread`."""
        ...

    def look_up(self, domains: Iterable[str]) -> Reading:
        """Return what the cloud says of registrable domains that are on no list of filings, if it says anything."""
        ...


class Cloud(Protocol):
    """A cloud whose accounts can be read."""

    @property
    def name(self) -> str:
        """Return the word of --cloud."""
        ...

    def products(self) -> Sequence[str]:
        """Return the words of --products."""
        ...

    def policy(self, products: Sequence[str], *, lookup: bool) -> str:
        """Return the least policy, in the cloud's own format, that a scan of these products (none: all) needs."""
        ...

    def scan(self, asked: ScanRequest) -> AbstractContextManager[Scanning]:
        """Return a scan that can begin; what is saved of it is finished when the context ends without an error.

        Raises ConfigError where it cannot begin: no keys, no SDK, an option that means nothing to this cloud.
        """
        ...

    def saved(self, directory: Path, shown: str) -> Reading:
        """Return what a scan kept in a directory, which reports call `shown`; the same as the scan itself gave."""
        ...
