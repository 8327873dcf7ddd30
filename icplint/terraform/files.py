"""Which files of a directory are Terraform's, and which directories have any."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Final

TERRAGRUNT: Final = "terragrunt.hcl"
SUFFIXES: Final = (".tf", ".tf.json", ".tofu", ".tofu.json")


def terraform_files(directory: Path, unsaved: Collection[str] = ()) -> list[Path]:
    """Return a directory's Terraform files by name; a `.tofu` file replaces the `.tf` file beside it.

    `unsaved` are names of files that somebody writes there, whether they are on disk already or not.
    """
    try:
        entries = [entry for entry in os.scandir(directory) if _is_terraform(entry.name)]
    except OSError:
        entries = []
    names = {entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)}
    names |= {name for name in unsaved if _is_terraform(name)}
    return [directory / name for name in sorted(names) if _replacement(name) not in names]


def terraform_directories(top: Path, passed: Callable[[str, list[str]], None] | None = None) -> Iterator[Path]:
    """Yield every directory below `top` that holds files of Terraform or Terragrunt; hidden ones are left out.

    `passed` hears of every directory on the way, and of the names of the files in it.
    """
    for directory, below, names in os.walk(top):
        if passed is not None:
            passed(directory, names)
        below[:] = sorted(name for name in below if not name.startswith("."))
        if any(_is_terraform(name) or name == TERRAGRUNT for name in names):
            yield Path(directory)


def is_json(name: str) -> bool:
    """Return whether a file is written in Terraform's JSON syntax."""
    return name.endswith(".json")


def is_override(name: str) -> bool:
    """Return whether what a file declares is merged into what the other files declare."""
    stem = next(name.removesuffix(suffix) for suffix in reversed(SUFFIXES) if name.endswith(suffix))
    return stem == "override" or stem.endswith("_override")


def _replacement(name: str) -> str | None:
    """Return the file that OpenTofu reads instead, where it is there."""
    for suffix, instead in ((".tf", ".tofu"), (".tf.json", ".tofu.json")):
        if name.endswith(suffix):
            return name.removesuffix(suffix) + instead
    return None


def _is_terraform(name: str) -> bool:
    return name.endswith(SUFFIXES) and not name.startswith(".")
