"""Which files of a directory are Terraform's, and which directories have any."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SUFFIXES: Final = (".tf",)


def terraform_files(directory: Path) -> list[Path]:
    """Return a directory's Terraform files by name."""
    try:
        names = sorted(entry.name for entry in os.scandir(directory) if entry.name.endswith(SUFFIXES))
    except OSError:
        return []
    return [directory / name for name in names if not name.startswith(".") and not name.endswith("~")]


def terraform_directories(top: Path) -> Iterator[Path]:
    """Yield every directory below `top` that holds Terraform files; hidden ones (`.terraform`, `.git`) are left out."""
    for directory, below, names in os.walk(top):
        below[:] = sorted(name for name in below if not name.startswith("."))
        if any(name.endswith(SUFFIXES) for name in names):
            yield Path(directory)
