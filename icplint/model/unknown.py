"""A value that exists but that the input does not tell."""

from __future__ import annotations

from typing import Any

from icplint.model.dataclass import dataclass
from icplint.model.text import Text


@dataclass(frozen=True, slots=True)
class Reference:
    """An attribute of a resource instance that an unknown value points at.

    `address` is absolute within its root module (`module.web.alicloud_instance.a[0]`); `attribute` is the dotted
    path below it (`public_ip`), empty for the whole object. `root` is empty where the value stands in the same root.
    """

    address: str
    attribute: str = ""
    root: str = ""

    def __str__(self) -> str:
        return f"{self.address}.{self.attribute}" if self.attribute else self.address


@dataclass(frozen=True, slots=True)
class Unknown:
    """Stands wherever a value would; `refs` keeps what it points at.

    `open` says that something besides what `refs` point at is possible (one branch was a literal, something was made
    of it); without it the value is exactly what one of them points at. What else it may be is told by `among`, its
    alternatives in full (known values, and unknowns that are no more than one thing), by `prefix` and `suffix`, with
    which it begins and ends whatever it is, and by `tail`: it ends in exactly what that points at; where all are empty,
    an open value may be anything. `written` is false where the author wrote
    no expression at all and left the value to the provider. `settle` says what would make the value known.
    """

    why: Text
    refs: tuple[Reference, ...] = ()
    open: bool = False
    written: bool = True
    settle: Text | None = None
    among: tuple[Any, ...] = ()
    prefix: str = ""
    suffix: str = ""
    tail: Reference | None = None

    @property
    def sole(self) -> Reference | None:
        """What the value is exactly, if that is known: nothing else is possible."""
        return self.refs[0] if len(self.refs) == 1 and not self.open else None
