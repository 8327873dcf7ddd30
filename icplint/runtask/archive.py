"""The archive of a configuration -> a directory, with nothing written outside of it."""

from __future__ import annotations

import tarfile
import zlib
from pathlib import Path, PurePosixPath
from shutil import copyfile
from typing import IO, Final

from icplint.errors import IcplintError
from icplint.model.text import Text, plain

MOST_BYTES: Final = 256 << 20
MOST_FILES: Final = 50_000
_CHUNK: Final = 1 << 16

UNSAFE: Final = Text(
    en="the configuration's archive is refused: {name} leads out of it", zh="拒绝解压配置归档：{name} 指向归档之外"
)
TOO_MUCH: Final = Text(
    en="the configuration's archive is refused: it holds more than {files} files or {most} MiB",
    zh="拒绝解压配置归档：超过 {files} 个文件或 {most} MiB",
)
BROKEN: Final = Text(en="the configuration's archive cannot be read: {why}", zh="无法读取配置归档：{why}")


class ArchiveError(IcplintError):
    """An archive that is not unpacked."""


def unpack(archive: Path, directory: Path) -> None:
    """Write the archive's files below the directory; raises ArchiveError, and then leaves a part.

    Links are made when every file is written, so that none is written through one, and all must lead inside. Devices
    and pipes are left out: nothing reads them.
    """
    links: list[tuple[Path, str]] = []
    size = files = 0
    try:
        with tarfile.open(archive, "r:*") as tar:
            for member in tar:
                files += 1
                size += max(0, member.size)
                if size > MOST_BYTES or files > MOST_FILES:
                    raise ArchiveError(TOO_MUCH.using(files=MOST_FILES, most=MOST_BYTES >> 20))
                place = _inside(directory, member.name)
                if member.isdir():
                    place.mkdir(parents=True, exist_ok=True)
                elif member.issym():
                    links.append((place, member.linkname))
                elif member.islnk():
                    size += _copy(_inside(directory, member.linkname), place)
                elif member.isfile():
                    source = tar.extractfile(member)
                    assert source is not None  # it is a file
                    _write(source, place)
    except (tarfile.TarError, OSError, EOFError, zlib.error, KeyError) as error:
        raise ArchiveError(BROKEN.using(why=plain(str(error)))) from None
    _link(links, directory)


def _inside(directory: Path, name: str) -> Path:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
        raise ArchiveError(UNSAFE.using(name=repr(name)))
    return directory / path


def _write(source: IO[bytes], place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with source, place.open("wb") as file:
        while chunk := source.read(_CHUNK):
            file.write(chunk)


def _copy(original: Path, place: Path) -> int:
    """Write a hard link as a file of its own; returns its size in bytes."""
    place.parent.mkdir(parents=True, exist_ok=True)
    copyfile(original, place)
    return place.stat().st_size


def _link(links: list[tuple[Path, str]], directory: Path) -> None:
    """Make the links, then look where each leads: one may lead through another."""
    root = directory.resolve()
    try:
        for place, target in links:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(target)
        for place, _ in links:
            if not place.resolve().is_relative_to(root):
                raise ArchiveError(UNSAFE.using(name=repr(place.name)))
    except (OSError, RuntimeError, ValueError) as error:
        raise ArchiveError(BROKEN.using(why=plain(str(error)))) from None
