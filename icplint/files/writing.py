"""A text -> a file, as the shell would write it, and whole or not at all where that can be had."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_IN_PLACE: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
UNDER_WAY: Final = ".icplint-writing."
"""How the names of files begin that are not whole yet."""


def write(pieces: Iterable[str], path: Path) -> None:
    """Write a text as it comes; raises OSError.

    A regular file appears at its end, whole, and keeps its mode and owner. A device, a FIFO, what a link leads to, and
    a file that has other names, an owner that cannot be kept or a directory that cannot be written stay what they are.
    """
    found = _at(path)
    if found is None or (stat.S_ISREG(found.st_mode) and found.st_nlink == 1):
        if found is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if _replaced(pieces, path, found):
            return
    _fill(os.open(path, _IN_PLACE, 0o666), pieces)


def put(text: str, path: Path) -> None:
    """Write a file of a directory that is ours, whole or not at all; raises OSError.

    A link is replaced and not followed, since somebody else may have made it; a device or FIFO is refused.
    """
    found = _at(path)
    if found is not None and not stat.S_ISLNK(found.st_mode) and not stat.S_ISREG(found.st_mode):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if not _replaced((text,), path, None):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _at(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _replaced(pieces: Iterable[str], path: Path, old: os.stat_result | None) -> bool:
    """Write beside the file, then rename; return False, and nothing is written, where the old one would be changed."""
    temporary = path.with_name(f"{UNDER_WAY}{os.urandom(6).hex()}")
    try:
        file = os.open(temporary, _NEW, 0o666)
    except OSError:
        return False
    try:
        if old is not None and not _alike(file, old):
            os.close(file)
            return False
        _fill(file, pieces)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def _alike(file: int, old: os.stat_result) -> bool:
    """Give an open file the owner and mode of another; return whether it has them."""
    if not hasattr(os, "fchown"):
        return True
    try:
        mine = os.fstat(file)
        if (mine.st_uid, mine.st_gid) != (old.st_uid, old.st_gid):
            os.fchown(file, old.st_uid, old.st_gid)
        os.fchmod(file, stat.S_IMODE(old.st_mode))
    except OSError:
        return False
    return True


def _fill(file: int, pieces: Iterable[str]) -> None:
    with open(file, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.writelines(pieces)
