"""Packages that offer a plugin, by their metadata alone, and how one more is installed: nothing of them is imported."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

GROUP: Final = "icplint.plugins"
"""The entry point group that plugins are offered under."""


class Package(NamedTuple):
    """A package by its name and version, and the top-level modules that its plugins lie in."""

    name: str
    version: str
    modules: frozenset[str] = frozenset()


def installing(package: str, prefix: str = sys.prefix) -> str:
    """Return the command that adds a package (`icplint-aws`, or `icplint[xlsx]` for an extra) to this installation.

    Sources: pipx's and uv's documentation of where they keep environments, and uv's of what it writes to pyvenv.cfg.
    """
    parts = Path(prefix).parts
    extra = package.startswith("icplint[")
    written = f"'{package}'" if extra else package
    if "pipx" in parts:
        return f"pipx install --force {written}" if extra else f"pipx inject icplint {written}"
    if parts[-3:-1] == ("uv", "tools"):
        return f"uv tool install --force {written}" if extra else f"uv tool install icplint --with {written}"
    settings = Path(prefix, "pyvenv.cfg")
    if settings.is_file() and re.search(r"(?m)^uv\s*=", settings.read_text(encoding="utf-8", errors="replace")):
        return f"uv pip install {written}"
    return f"pip install {written}"


def offering(places: Iterable[str]) -> Iterator[Package]:
    """Yield the packages in directories such as those of sys.path that offer a plugin, each once.

    The files are read as text: importlib.metadata costs 10 ms, and mostly there is nothing to find.
    """
    seen = set()
    for place in places:
        for file, written in _entry_points(place) if place else ():
            if f"[{GROUP}]".encode() in written:
                package = _described(file.with_name("METADATA"), file.parent.name)
                package = package._replace(modules=_modules(written.decode(errors="replace")))
                if package.name not in seen:
                    seen.add(package.name)
                    yield package


def _entry_points(place: str) -> list[tuple[Path, bytes]]:
    """Return the files of a directory; from one that may not be read, nothing can be imported either."""
    try:
        return [(file, file.read_bytes()) for file in sorted(Path(place).glob("*.dist-info/entry_points.txt"))]
    except OSError:
        return []


def _modules(entry_points: str) -> frozenset[str]:
    """Return the first part of each module that the group names: `aws = icplint_aws.all:PLUGIN` -> icplint_aws."""
    group = entry_points.partition(f"[{GROUP}]")[2].partition("\n[")[0]
    return frozenset(re.findall(r"=\s*(\w+)", group))


def _described(metadata: Path, directory: str) -> Package:
    """Return what a package calls itself, else what its directory is called. Source: PyPA core metadata, wheels."""
    name, _, version = directory.removesuffix(".dist-info").partition("-")
    text = metadata.read_text(encoding="utf-8", errors="replace") if metadata.is_file() else ""
    lines = text.partition("\n\n")[0].splitlines()
    told = dict(line.partition(": ")[::2] for line in lines)
    return Package(told.get("Name", name), told.get("Version", version))
