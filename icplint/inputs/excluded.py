"""What a run leaves out, by its settings, its command line and `.gitignore`, and what it says of that."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final

from icplint.errors import ConfigError
from icplint.files.exclusions import NEVER, OPTION, Exclusions, never
from icplint.files.written import meaningless
from icplint.inputs.projects import REGISTERS, Projects
from icplint.model.reading import Input, Unused
from icplint.model.text import Text, listing, plain
from icplint.terraform.modules.files import is_read

LOOKED: Final = 2_000
"""How many directories are looked into of one that is left out; a larger one counts, whatever is in it."""
EMPTY: Final = Text(
    en="{path} holds no Terraform files, so there is nothing to check",
    zh="{path} 中没有 Terraform 文件，没有可检查的内容",
)
STATES: Final = Text(
    en="{path} holds no Terraform files; the states in it are read where they are named: icplint check {states}",
    zh="{path} 中没有 Terraform 文件；如需读取其中的 state 文件，请直接指定：icplint check {states}",
)
EMPTY_BUT: Final = Text(
    en="{path} holds no Terraform files but for what {sources} left out, so there is nothing to check: name a "
    "directory to have it read",
    zh="除 {sources} 排除的内容之外，{path} 中没有 Terraform 文件，没有可检查的内容；如需读取，请直接指定目录",
)
LEFT_OUT: Final = Text(en="{n} directories left out of the search", zh="查找时排除了 {n} 个目录")
LEFT_OUT_ONE: Final = Text(en="1 directory left out of the search", zh="查找时排除了 1 个目录")
NO_PATTERN: Final = Text(
    en="--exclude {pattern} can fit nothing: a pattern is written as in .gitignore, with a \\ before a "
    "[, # or \\ that stands for itself",
    zh="--exclude {pattern} 无法匹配任何内容：模式的写法同 .gitignore，表示字符本身的 [、# 和 \\ 前须加 \\",
)
EMPTY_PATTERN: Final = Text(en="an empty --exclude: is a variable unset?", zh="--exclude 的值为空：是否有变量未赋值？")
IDLE: Final = Text(
    en="--exclude {pattern} leaves out nothing: nothing that was searched fits it, as seen from where icplint runs",
    zh="--exclude {pattern} 未排除任何内容：所查找的目录中没有与之匹配的内容；模式以运行目录为起点",
)
WHICH: Final = Text(en="left out by {source}: {which}", zh="{source} 排除了：{which}")


def exclusions_for(
    projects: Projects, *, base: Path, given: Sequence[str], ignoring: bool, within: Path | None
) -> Exclusions:
    """Return what is left out: by the settings of each directory, by patterns `given`, and by `.gitignore`.

    Raises ConfigError for a pattern that can fit nothing.
    """
    for line in given:
        if meaningless(line):
            raise ConfigError(NO_PATTERN.using(pattern=line) if line.strip() else EMPTY_PATTERN)

    def settings(directory: Path) -> tuple[Path, Sequence[str]] | None:
        try:
            found = projects.settings(directory)
        except ConfigError:  # said where a root is found that they are for
            return None
        return (found.file.absolute(), found.exclude) if found.file else None

    beside = frozenset(REGISTERS)
    return Exclusions(base=base, given=given, settings=settings, ignoring=ignoring, beside=beside, within=within)


def idle(exclusions: Exclusions) -> list[Unused]:
    """Return the patterns of the command line that fit nothing, nor what lies in what was left out."""
    out = {one for directories in exclusions.left_out.values() for one in directories}
    found = []
    for line in dict.fromkeys(exclusions.given):
        place = Path(os.path.normpath(exclusions.base / line))
        if line not in exclusions.fitting and out.isdisjoint(place.parents):
            found.append(Unused("pattern", line, IDLE.using(pattern=line)))
    return found


def empty(top: Path, exclusions: Exclusions, shown: Callable[[Path], str]) -> Text:
    """Return what to say of a directory in which no Terraform was found."""
    sources = [source for source in left_out(exclusions, [top]) if source != NEVER]
    if states := sorted(top.glob("*.tfstate")):
        return STATES.using(path=shown(top), states=shown(states[0] if len(states) == 1 else top / "*.tfstate"))
    if not sources:
        return EMPTY.using(path=shown(top))
    return EMPTY_BUT.using(path=shown(top), sources=listing([plain(_name(one, shown)) for one in sources]))


def inputs(
    exclusions: Exclusions,
    named: Collection[Path],
    shown: Callable[[Path], str],
    said: Callable[[Text], None] | None,
) -> list[Input]:
    """Return who left out how much of what was named; `said` hears of each directory, also of hidden ones."""
    found = []
    for source, directories in left_out(exclusions, named, hidden=said is not None).items():
        name = _name(source, shown)
        if said is not None:
            said(WHICH.using(source=name, which=listing([plain(shown(one)) for one in directories])))
        if source != NEVER:
            why = (LEFT_OUT_ONE if len(directories) == 1 else LEFT_OUT).using(n=len(directories))
            found.append(Input("excluded", name, 0, why))
    return found


def left_out(exclusions: Exclusions, named: Collection[Path], *, hidden: bool = False) -> dict[Path, list[Path]]:
    """Return the directories below `named` that were passed by though they hold something to read, by who says so.

    Caches and the like are passed by too, and not reported: they differ from machine to machine.
    """
    found = {}
    for source, directories in sorted(exclusions.left_out.items()):
        asked = [one for one in directories if one not in named and any(map(one.is_relative_to, named))]
        top = [one for one in sorted(asked) if directories.isdisjoint(one.parents)]
        if (source != NEVER or hidden) and (held := [one for one in top if _holds(one, exclusions.beside)]):
            found[source] = held
    return found


def _holds(directory: Path, beside: Collection[str]) -> bool:
    """Return whether a directory holds files of Terraform or a register, or is too large to tell."""
    if directory.is_symlink():  # what it leads to is searched where it lies
        return False
    for walked, (_, below, names) in enumerate(os.walk(directory)):
        if walked == LOOKED or any(is_read(name) or name in beside for name in names):
            return True
        below[:] = [name for name in below if not never(name)]
    return False


def _name(source: Path, shown: Callable[[Path], str]) -> str:
    return str(source) if source in {NEVER, OPTION} else shown(source)
