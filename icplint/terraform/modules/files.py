"""Which files of a directory are Terraform's, and which directories have any."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from icplint.files.exclusions import Exclusions, Search
from icplint.files.reading import repository

_STACKS: Final = (
    *(f".{kind}.{syntax}" for kind in ("tfcomponent", "tfdeploy", "tfstack") for syntax in ("hcl", "json")),
    "terragrunt.stack.hcl",
)
TERRAGRUNT: Final = ("terragrunt.hcl", "terragrunt.hcl.json")
"""What Terragrunt reads of a directory: the first of these that is there."""
PINS: Final = (".terraform-version", ".opentofu-version")
"""The files beside a root module by which tfenv, tofuenv and tenv choose a version of Terraform, and of OpenTofu."""
LOCK: Final = ".terraform.lock.hcl"
_MOST: Final = 20_000
"""How many directories of a project are looked through, above those that were named."""
SUFFIXES: Final = (".tf", ".tf.json", ".tofu", ".tofu.json")


def terraform_files(directory: Path, unsaved: Collection[str] = ()) -> list[Path]:
    """Return a directory's Terraform files by name; a `.tofu` file replaces the `.tf` file beside it.

    `unsaved` are names of files that somebody writes there, whether they are on disk already or not.
    """
    names = _names(directory, unsaved)
    return [directory / name for name in sorted(names) if replacement(name) not in names]


def replaced_files(directory: Path, unsaved: Collection[str] = ()) -> list[Path]:
    """Return the files that Terraform reads and OpenTofu does not, since it reads a `.tofu` file instead.

    Source: opentofu.org/docs/language/files, "Extension Precedence".
    """
    names = _names(directory, unsaved)
    return [directory / name for name in sorted(names) if replacement(name) in names]


def _names(directory: Path, unsaved: Collection[str]) -> set[str]:
    try:
        with os.scandir(directory) as entries:
            terraform = [entry for entry in entries if _is_terraform(entry.name)]
    except OSError:
        terraform = []
    names = {entry.name for entry in terraform if not entry.is_dir(follow_symlinks=False)}
    return names | {name for name in unsaved if _is_terraform(name)}


def terraform_directories(
    top: Path, passed: Callable[[str, list[str]], None] | None = None, search: Search | None = None
) -> Iterator[Path]:
    """Yield every directory below `top` that holds files of Terraform or Terragrunt, but for what a search leaves out.

    A link to a directory of the same repository, to which nothing else below `top` leads, is followed once.
    `passed` hears of every directory on the way, and of the names of the files in it that count.
    """
    search = search or Search(Exclusions(ignoring=False), top)
    start = Path(os.path.realpath(top))
    wall = repository(start) or start
    seen: set[str] = set()
    waiting = [top]
    while waiting:
        for directory, below, names in os.walk(waiting.pop(0)):
            real = os.path.realpath(directory)
            if real in seen:
                below.clear()
                continue
            seen.add(real)
            below[:] = search.below(Path(directory), below, names)
            names[:] = search.files(Path(directory), [n for n in names if is_read(n) or n in search.beside])
            if passed is not None:
                passed(directory, names)
            links = (Path(directory, name) for name in below)
            waiting += [link for link in links if link.is_symlink() and _leads_aside(link, start, wall)]
            if any(_is_terraform(name) or name in TERRAGRUNT for name in names):
                yield Path(directory)


def terragrunt_directories(top: Path, search: Search) -> Iterator[Path]:
    """Yield the directories below `top` that hold a file of Terragrunt, as far as one looks at once."""
    walk = os.walk(top)
    for directory, below, names in islice(walk, _MOST):
        below[:] = search.below(Path(directory), below, names)
        if search.files(Path(directory), [name for name in TERRAGRUNT if name in names]):
            yield Path(directory)


def terragrunt_file(directory: Path) -> Path | None:
    """Return the file of a directory that Terragrunt reads."""
    return next((file for name in TERRAGRUNT if (file := directory / name).is_file()), None)


def _leads_aside(link: Path, start: Path, wall: Path) -> bool:
    """Return whether a link leads to a directory inside the wall that is not around where the search starts."""
    real = Path(os.path.realpath(link))
    return real.is_relative_to(wall) and not start.is_relative_to(real)


def is_read(name: str) -> bool:
    """Return whether a file makes its directory one of Terraform's, of Terragrunt's or of a stack's."""
    return _is_terraform(name) or name in TERRAGRUNT or is_stack(name)


def is_stack(name: str) -> bool:
    """Return whether a file is part of a stack, of Terraform's or of Terragrunt's."""
    return name.endswith(_STACKS) and not name.startswith(".")


def is_json(name: str) -> bool:
    """Return whether a file is written in Terraform's JSON syntax."""
    return name.endswith(".json")


def is_tofu(name: str) -> bool:
    """Return whether only OpenTofu reads a file."""
    return name.endswith((".tofu", ".tofu.json"))


def is_override(name: str) -> bool:
    """Return whether what a file declares is merged into what the other files declare."""
    stem = next(name.removesuffix(suffix) for suffix in reversed(SUFFIXES) if name.endswith(suffix))
    return stem == "override" or stem.endswith("_override")


def replacement(name: str) -> str | None:
    """Return the file that OpenTofu reads instead, where it is there."""
    for suffix, instead in ((".tf", ".tofu"), (".tf.json", ".tofu.json")):
        if name.endswith(suffix):
            return name.removesuffix(suffix) + instead
    return None


def _is_terraform(name: str) -> bool:
    return name.endswith(SUFFIXES) and not name.startswith(".")
