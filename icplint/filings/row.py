"""What every file format comes to: rows, and the places where they are at fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.policy import ProviderNames


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One entry of a table (`filing`, `service_code`, `address`) as it was written; `lines` tells its keys' lines.

    `part` is the worksheet, where a workbook has several. `leaves_open` is why it does not tell whether its domain is
    filed.
    """

    table: str
    values: Mapping[str, Any]
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)
    part: str = ""
    leaves_open: Text | None = None

    def line_of(self, key: str) -> int:
        """Return the line on which `key` is written, else that of the row."""
        return self.lines.get(key, self.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, and the line; None where it is the file as a whole.

    `domain` is the one of which the register does not say yet whether it is filed; else `key` is what it is about.
    """

    text: Text
    line: int | None = None
    part: str = ""
    domain: str = ""
    key: str = "access_providers"


@dataclass(slots=True)
class Sheet:
    """Everything that one file holds; `doubts` are what was read and could not be understood: no errors.

    `providers` knows whom a cell names as access provider.
    """

    providers: ProviderNames
    rows: list[RegisterRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    doubts: list[Fault] = field(default_factory=list)

    def blame(self, text: Text, line: int | None = None, part: str = "") -> None:
        """Note a fault."""
        self.faults.append(Fault(text=text, line=line, part=part))


class FieldError(Exception):
    """A value that cannot be what its key says."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
