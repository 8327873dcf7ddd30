"""icplint's places and the protocol's: paths and URIs, characters and code units."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lsprotocol.types import Position, PositionEncodingKind, Range

from icplint.files.reading import read_regular
from icplint.model.memo import Memo
from icplint.model.origin import Origin
from icplint.model.regex import regex

_DRIVE: Final = regex(r"^/([A-Za-z]):")


def path_of(uri: str) -> Path | None:
    """Return the path of a file's URI, in its shortest spelling; None for another scheme, such as `untitled:`."""
    found = written(uri, windows=os.name == "nt")
    return None if found is None else Path(os.path.normpath(found))


def written(uri: str, *, windows: bool) -> str | None:
    """Return a file's URI as a path is written; on Windows, editors write a drive as `/c%3A/`, `/C:/` or `/c:/`."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file":
        return None
    path = unquote(parts.path)
    if windows:
        path = _DRIVE.sub(lambda drive: f"{drive[1].upper()}:", path, count=1)
    return path if parts.netloc in ("", "localhost") else f"//{parts.netloc}{path}"


def units(text: str, encoding: PositionEncodingKind | str) -> int:
    """Return how long a text is in the code units that positions count."""
    if encoding == PositionEncodingKind.Utf32:
        return len(text)
    if encoding == PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Places:
    """Turns origins below a folder into ranges, by the text that the editor has, else the disk."""

    def __init__(self, folder: Path, unsaved: Mapping[Path, bytes], encoding: PositionEncodingKind | str) -> None:
        self.folder = folder
        self._unsaved = unsaved
        self._encoding = encoding
        self._lines = Memo(self._read)

    @cached_property
    def top(self) -> Range:
        """The very beginning of a file, for what has no line."""
        return Range(Position(0, 0), Position(0, 0))

    def path(self, file: str) -> Path:
        """Return the absolute path of a shown one."""
        return Path(os.path.normpath(self.folder / file))

    def range(self, place: Origin) -> Range:
        """Return from the origin's column, or the line's first word, to the line's end; `{` does not belong to it."""
        assert place.file is not None
        lines = self._lines[self.path(place.file)]
        number = (place.line or 1) - 1
        if place.line is None or number >= len(lines):
            return self.top
        line = lines[number]
        words = line.rstrip().removesuffix("{").rstrip()
        start = len(line) - len(line.lstrip()) if place.column is None else min(place.column - 1, len(line))
        end = max(len(words), min(start + 1, len(line)))
        return Range(self._position(number, line[:start]), self._position(number, line[:end]))

    def _position(self, line: int, before: str) -> Position:
        return Position(line, units(before, self._encoding))

    def _read(self, path: Path) -> list[str]:
        source = self._unsaved.get(path)
        try:
            text = read_regular(path) if source is None else source
        except OSError:
            text = b""
        return [line.removesuffix("\r") for line in text.decode("utf-8", "replace").split("\n")]
