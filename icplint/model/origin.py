"""Where a fact was seen."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import PurePath
from types import ModuleType
from typing import NamedTuple

from icplint.model.printable import printable


class Origin(NamedTuple):
    """A place that a reader can go to and look.

    `file` is relative with forward slashes; `line` and `column` count from 1, columns in characters;
    `address` is a Terraform address; `request` an API action with its request id.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    address: str | None = None
    request: str | None = None

    def __str__(self) -> str:
        if self.file is None:
            return printable(self.request or self.address or "")
        file = _printable_file(self.file)
        if self.line is None:
            return file
        return f"{file}:{self.line}" if self.column is None else f"{file}:{self.line}:{self.column}"

    def at(self, address: str) -> Origin:
        """Return the same place, said to be of the resource at `address`."""
        return Origin(file=self.file, line=self.line, column=self.column, address=address, request=self.request)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which reports are sorted."""
        return (self.file or "~", self.line or 0, self.column or 0, self.address or "", self.request or "")


_printable_file = lru_cache(maxsize=1024)(printable)


def display_path(path: PurePath, base: PurePath, flavour: ModuleType = os.path) -> str:
    """Return a path as a reader sees it: relative to `base`, with forward slashes; whole where it is on another drive.

    `flavour` has the rules of the paths' operating system: posixpath or ntpath.
    """
    try:
        return type(path)(flavour.relpath(path, base)).as_posix()
    except ValueError:
        return path.as_posix()
