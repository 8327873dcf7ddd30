"""A file -> its bytes: what was named may be anything that ends; what was found is regular, inside, and of a size."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from icplint.errors import FileError
from icplint.model import bounds
from icplint.model.bounds import MIB
from icplint.model.memo import Memo
from icplint.model.text import Text

MOST_NAMED: Final = bounds.NAMED * MIB
MOST_FOUND: Final = bounds.FOUND * MIB
_CHUNK: Final = MIB
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)

OUTSIDE: Final = Text(en="it leads out of what may be read ({tree})", zh="指向允许读取的范围（{tree}）之外")
NOT_REGULAR: Final = Text(
    en="it is a device, a FIFO or a socket, not a regular file", zh="它是设备、FIFO 或套接字，不是普通文件"
)
TOO_LARGE: Final = Text(en="it is larger than {most} MiB", zh="超过 {most} MiB")


def read_named(path: Path, most: int = MOST_NAMED) -> bytes:
    """Return what is in a file that the user named: a FIFO and a device, too, up to its end; raises OSError."""
    with path.open("rb") as file:
        return _all(file.fileno(), most)


def read_regular(path: Path, most: int = MOST_FOUND) -> bytes:
    """Return what is in a regular file; raises OSError, and never waits for a FIFO or touches a device."""
    _regular(path.stat())
    file = os.open(path, _FLAGS)
    try:
        found = os.fstat(file)
        _regular(found)
        if found.st_size > most:
            raise _TooLargeError(most)
        return _all(file, most)
    finally:
        os.close(file)


def read_found(path: Path, most: int = MOST_FOUND, within: Path | None = None) -> bytes:
    """Return what is in a regular file of the tree that it lies in; raises OSError."""
    return tree_of(path, within).read(path.absolute(), most)


def tree_of(path: Path, within: Path | None = None) -> Tree:
    """Return the tree of a file that was found: the wall, else its repository, else its directory."""
    directory = path.absolute().parent
    return Tree(within or repository(directory) or directory)


def lies(path: Path) -> bool:
    """Return whether something of this name lies there that is not a directory: what it is, is said when it is read."""
    return os.path.lexists(path) and not path.is_dir()


def read_document(path: Path) -> Any:
    """Return the JSON of a saved reply; raises ValueError or OSError, also for what is not regular, or too large."""
    import json

    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > bounds.REPLY * MIB:
        raise ValueError(path.name)
    try:
        content = path.read_bytes()
        if bounds.crowded(content):
            raise ValueError(path.name)
        document = json.loads(content.decode())
    except RecursionError:
        raise ValueError(path.name) from None
    if bounds.deeper(document, bounds.REPLY_LEVELS):
        raise ValueError(path.name)
    return document


def bounded(path: Path, megabytes: int, read: Callable[[Path, int], bytes]) -> bytes:
    """Return what a file holds that people keep by hand; raises OSError, or BoundsError where it holds more."""
    try:
        return read(path, megabytes * MIB)
    except _TooLargeError:
        raise bounds.BoundsError(bounds.TOO_LARGE.using(most=megabytes)) from None


class _TooLargeError(FileError):
    def __init__(self, most: int) -> None:
        super().__init__(TOO_LARGE.using(most=most // MIB))


class Trees:
    """Which tree a directory lies in: its repository, else where icplint runs, else what was named.

    `within` is a wall: there is no other tree then, whatever was named.
    """

    def __init__(self, base: Path, named: Sequence[Path] = (), within: Path | None = None) -> None:
        self.within = Tree(within) if within else None
        self._base = base
        self._named = frozenset(named)
        self._found = Memo(self._tree)
        self._tops = Memo(Tree)
        self._outermost = Memo(self._outermost_named)
        self._repositories = Memo(self._repository)

    def around(self, directory: Path) -> Tree:
        """Return the tree of a directory."""
        return self.within or self._found[directory]

    def _tree(self, directory: Path) -> Tree:
        if directory.parent not in self._outermost:
            for above in reversed(directory.parents):  # each asks the one before: a path may be deep
                self._outermost[above], self._repositories[above]
        start = self._outermost[directory]
        if start is not None and start != directory:
            return self._found[start]
        tree = self._tops[self._repositories[directory] or self._standing(directory)]
        return Tree(directory) if start == directory and not tree.holds(directory) else tree

    def _outermost_named(self, directory: Path) -> Path | None:
        """Return the uppermost directory around one, or itself, that was named."""
        parent = directory.parent
        above = self._outermost[parent] if parent != directory else None
        return above or (directory if directory in self._named else None)

    def _repository(self, directory: Path) -> Path | None:
        """Return what `repository` does, of which the directories above are asked once."""
        git, parent = directory / ".git", directory.parent
        if git.is_dir():
            return directory
        above = self._repositories[parent] if parent != directory else None
        if above is None or not (above / ".git").is_dir():
            return directory if git.is_file() else above
        return above

    def _standing(self, directory: Path) -> Path:
        base = self._base
        wide = base in {Path(base.anchor), Path(os.path.expanduser("~"))}  # noqa: PTH111 - Path's raises without a home
        return base if directory.is_relative_to(base) and not wide else directory

    def refuses(self, directory: Path, seen_from: Path) -> bool:
        """Return whether a module's directory may not be read.

        Who wrote `../../x` gets what Terraform would read, unless there is a wall; a link must not lead out.
        """
        tree = self.around(seen_from)
        written_out = not Path(os.path.normpath(directory)).is_relative_to(tree.top)
        return not tree.holds(directory) and (tree is self.within or not written_out)


class Tree:
    """The files below a directory: links are followed as long as they stay in it."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self._real = os.path.realpath(top)
        self._directories = Memo(self._inside)

    def holds(self, path: Path) -> bool:
        """Return whether a path, links followed, lies in the tree."""
        try:
            if stat.S_ISREG(path.lstat().st_mode):
                return self._directories[path.parent]
        except FileNotFoundError:  # nor is it a link
            return self._directories[path.parent]
        except (OSError, ValueError):
            pass
        return self._inside(path)

    def read(self, path: Path, most: int = MOST_FOUND) -> bytes:
        """Return what is in a regular file of the tree; raises OSError."""
        if not self.holds(path):
            raise FileError(OUTSIDE.using(tree=self.top))
        return read_regular(path, most)

    def _inside(self, path: Path) -> bool:
        try:
            real = os.path.realpath(path, strict=False)
        except (OSError, ValueError):
            return False
        return real == self._real or real.startswith(self._real.rstrip(os.sep) + os.sep)


def repository(directory: Path) -> Path | None:
    """Return the top of the repository that a directory lies in: of a submodule, that of the whole."""
    file = None
    for one in (directory, *directory.parents):
        if (one / ".git").is_dir():
            return one
        if file is None and (one / ".git").is_file():  # a submodule, or a worktree, of which nothing stands above
            file = one
    return file


def _regular(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise FileError(NOT_REGULAR)


def _all(file: int, most: int) -> bytes:
    parts = []
    left = most
    while chunk := os.read(file, _CHUNK):
        parts.append(chunk)
        left -= len(chunk)
        if left < 0:
            raise _TooLargeError(most)
    return b"".join(parts)
