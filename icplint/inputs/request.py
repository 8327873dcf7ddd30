"""What a run is asked to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.inputs.projects import Projects
from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.plugin_api import Source
from icplint.policy import Tables
from icplint.settings.config import Config

if TYPE_CHECKING:
    from icplint.model.cloud import Cloud

STDIN: Final = "-"
"""What a command line calls standard input."""


def _unheard(_file: str) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to read. `base` is what shown paths are relative to; `stdin` is the text of standard input, if asked for.

    `registers` are those that were given; `projects` finds those of each root, and its settings.
    `tables` tell whom a register names.
    `unsaved` is what an editor has of Terraform files, by absolute path, that the disk has otherwise.
    `told` hears of each file as it is read, `said` of what is left out: by `exclude` (patterns, relative to `base`), by
    settings and, where it is `ignoring`, by `.gitignore`. Nothing that lies outside of `within`, and was found, is
    read.
    """

    paths: Sequence[str]
    base: Path
    registers: Sequence[Path] = ()
    projects: Projects = field(default_factory=lambda: Projects(given=Config(), found=False))
    databases: Sequence[Path] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    variable_files: Sequence[Path] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    tables: Tables = field(default_factory=Tables.core)
    sources: Callable[[], Sequence[Source]] = tuple
    clouds: Callable[[], Mapping[str, Cloud]] = dict
    stdin: bytes = b""
    unsaved: Mapping[Path, bytes] = field(default_factory=dict)
    told: Callable[[str], None] = _unheard
    said: Callable[[Text], None] | None = None
    exclude: Sequence[str] = ()
    ignoring: bool = True
    within: Path | None = None
