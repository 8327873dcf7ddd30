"""What lies beside a root module and says more than its source: files of values, a plan, a state."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.modules.files import terraform_files
from icplint.terraform.modules.variables import read_tfvars
from icplint.terraform.values import reasons

if TYPE_CHECKING:
    from icplint.terraform.modules.loader import Loader

_DEEP: Final = 3
_FOLDERS: Final = 500
_MOST: Final = 100
"""How many levels of folders, how many of those, and how many files are looked through at most."""
_HEAD: Final = 1 << 16
_SHOWN: Final = 4
_PLAN: Final = regex(rb'"(?:planned_values|resource_changes)"\s*:')
_STATE: Final = regex(rb'"format_version"[^{]*"values"\s*:|"version"\s*:\s*4\b')

_SET_IN: Final = Text(
    en="{name} is set in {files}: give --var-file {first}, or check the plan",
    zh="{name} 在 {files} 中赋值：请使用 --var-file {first}，或检查 plan",
)
_LIES: Final = Text(
    en="{file} lies beside the source and says more: icplint check {file}",
    zh="源码旁的 {file} 包含更多信息：icplint check {file}",
)


class Beside:
    """Looks around a root module once somebody asks; files that the user has named already are left out."""

    def __init__(self, directory: Path, loader: Loader) -> None:
        self._directory = directory
        self._loader = loader
        self._values: list[tuple[str, Collection[str]]] | None = None
        self._exported: dict[str, str] | None = None
        self._given: set[str] = set()

    def settle_variable(self, name: str) -> Text:
        """Return what gives a root module's variable its value."""
        files = [file for file, names in self._files_of_values() if name in names]
        if files:
            listed = ", ".join([*files[:_SHOWN], *(["…"] if len(files) > _SHOWN else [])])
            return _SET_IN.using(name=name, files=listed, first=files[0])
        return self._lying("plan") or reasons.SETTLE_NO_VALUE.using(name=name)

    def settle_plan(self) -> Text:
        """Return what says what only a plan does."""
        return self._lying("plan") or self._lying("state") or reasons.SETTLE_PLAN

    def settle_apply(self) -> Text:
        """Return what says what is known once it is applied."""
        lying = self._lying("state")
        return lying or (reasons.SETTLE_ACCOUNT if "state" in self._given else reasons.SETTLE_AFTER_APPLY)

    def _lying(self, kind: str) -> Text | None:
        if self._exported is None:
            self._exported = {}
            for path in _entries(self._directory):
                found = _kind_of(path)
                if found and path in self._loader.named:
                    self._given.add(found)
                elif found:
                    self._exported.setdefault(found, self._loader.display(path))
        file = self._exported.get(kind)
        return _LIES.using(file=file) if file else None

    def _files_of_values(self) -> list[tuple[str, Collection[str]]]:
        if self._values is None:
            read = self._loader.trees.around(self._directory).read
            paths = values_beside(self._directory)
            self._values = [(shown := self._loader.display(path), read_tfvars(path, shown, read)[0]) for path in paths]
        return self._values


def values_beside(directory: Path) -> list[Path]:
    """Return the files of values of a root module, as far as one looks for them."""
    return list(islice(_values_below(directory, _DEEP, [_FOLDERS]), _MOST))


def _entries(directory: Path) -> list[Path]:
    try:
        with os.scandir(directory) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False))
    except OSError:
        return []


def _values_below(directory: Path, deep: int, left: list[int]) -> Iterator[Path]:
    """Yield the files of values of a root module: in its directory, and in folders that hold no Terraform.

    `left` counts how many folders may still be looked into.
    """
    left[0] -= 1
    yield from (path for path in _entries(directory) if path.name.endswith((".tfvars", ".tfvars.json")))
    if not deep or left[0] < 0:
        return
    try:
        with os.scandir(directory) as entries:
            folders = sorted(Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False))
    except OSError:
        return
    for folder in folders:
        if not folder.name.startswith(".") and not terraform_files(folder):
            yield from _values_below(folder, deep - 1, left)


def _kind_of(path: Path) -> str | None:
    """Return whether a file is a plan or a state as JSON, by how it begins."""
    if not path.name.endswith((".json", ".tfstate")):
        return None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    if not head.lstrip().startswith(b"{") or b'"terraform_version"' not in head:
        return None
    return "plan" if _PLAN.search(head) else "state" if _STATE.search(head) else None
