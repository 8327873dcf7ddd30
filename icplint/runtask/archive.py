"""The archive of a configuration -> a directory, with nothing written outside of it; runs in a child, within limits."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO, Final

from icplint.errors import IcplintError
from icplint.model.text import Text, plain

MOST_BYTES: Final = 256 << 20
MOST_FILES: Final = 50_000
MOST_HEADERS: Final = 1 << 20
"""Bytes that tarfile may read at once of what describes a member, long names and extended headers with it."""
DEEPEST: Final = 100
_CHUNK: Final = 1 << 16

UNSAFE: Final = Text(
    en="the configuration's archive is refused: {name} leads out of it", zh="拒绝解压配置归档：{name} 指向归档之外"
)
TOO_MUCH: Final = Text(
    en="the configuration's archive is refused: it holds more than {files} files or {most} MiB",
    zh="拒绝解压配置归档：超过 {files} 个文件或 {most} MiB",
).using(files=MOST_FILES, most=MOST_BYTES >> 20)
BROKEN: Final = Text(en="the configuration's archive cannot be read: {why}", zh="无法读取配置归档：{why}")
TOO_DEEP: Final = Text(en="a name in it is too long or too deep", zh="其中有名称过长或层级过深")
STRANGE_HEADER: Final = Text(
    en="what describes a member is larger than {most} MiB", zh="某个成员的描述信息超过 {most} MiB"
).using(most=MOST_HEADERS >> 20)


class ArchiveError(IcplintError):
    """An archive that is not unpacked."""


def unpack(archive: Path, directory: Path) -> None:
    """Write the archive's files below the directory; raises ArchiveError, and then leaves a part.

    Links are made when every file is written, so that none is written through one, and all must lead inside. Devices
    and pipes are left out: nothing reads them.
    """
    links: list[tuple[Path, str]] = []
    try:
        with archive.open("rb") as file, _Counted(file) as counted, tarfile.open(fileobj=counted, mode="r|") as tar:
            for number, member in enumerate(tar):
                if number >= MOST_FILES:
                    raise ArchiveError(TOO_MUCH)
                counted.allow(member.size)
                _take(tar, member, directory, links)
    except (tarfile.TarError, OSError, EOFError, zlib.error, LookupError, ValueError, ArithmeticError) as error:
        raise ArchiveError(BROKEN.using(why=plain(str(error)))) from None
    except RecursionError:  # headers that describe headers
        raise ArchiveError(BROKEN.using(why=STRANGE_HEADER)) from None
    _link(links, directory)


class _Counted(io.RawIOBase):
    """What gzip yields, counted below tarfile: a header may claim gigabytes, and tarfile would read them."""

    def __init__(self, file: IO[bytes]) -> None:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        self._stream: IO[bytes] = gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[assignment]
        self._read = 0
        self._most = MOST_HEADERS

    def allow(self, size: int) -> None:
        """Let a member's content be read, and the headers of the next."""
        if size < 0:
            raise tarfile.ReadError("negative size")
        self._most = self._read + size + MOST_HEADERS

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(_CHUNK if size < 0 else min(size, _CHUNK))
        self._read += len(chunk)
        if self._read > MOST_BYTES:
            raise ArchiveError(TOO_MUCH)
        if self._read > self._most:
            raise ArchiveError(BROKEN.using(why=STRANGE_HEADER))
        return chunk


def _take(tar: tarfile.TarFile, member: tarfile.TarInfo, directory: Path, links: list[tuple[Path, str]]) -> None:
    place = _inside(directory, member.name)
    if member.isdir():
        place.mkdir(parents=True, exist_ok=True)
    elif member.issym():
        links.append((place, member.linkname))
    elif member.islnk():
        place.parent.mkdir(parents=True, exist_ok=True)
        os.link(_inside(directory, member.linkname), place)
    elif member.isfile() and not member.issparse():
        source = tar.extractfile(member)
        assert source is not None  # it is a file
        _write(source, place)


def _inside(directory: Path, name: str) -> Path:
    path = PurePosixPath(name)
    if len(name) > 4096 or len(path.parts) > DEEPEST:
        raise ArchiveError(BROKEN.using(why=TOO_DEEP))
    if path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
        raise ArchiveError(UNSAFE.using(name=repr(name)))
    return directory / path


def _write(source: IO[bytes], place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with source, place.open("wb") as file:
        while chunk := source.read(_CHUNK):
            file.write(chunk)


def _link(links: list[tuple[Path, str]], directory: Path) -> None:
    """Make each link in a directory whose own links are resolved, if it leads inside; then look where all lead."""
    root = Path(os.path.realpath(directory))
    made = []
    try:
        for place, target in links:
            parent = _within(root, place.parent, place.name)
            _within(root, parent / target, place.name)
            parent.mkdir(parents=True, exist_ok=True)
            (parent / place.name).symlink_to(target)
            made.append(parent / place.name)
        for link in made:  # one may lead through another that came later
            _within(root, link, link.name)
    except (OSError, ValueError) as error:
        raise ArchiveError(BROKEN.using(why=plain(str(error)))) from None


def _within(root: Path, path: Path, name: str) -> Path:
    """Return where a path leads, if that is inside."""
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(root):
        raise ArchiveError(UNSAFE.using(name=repr(name)))
    return real
