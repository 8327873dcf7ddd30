"""`icplint baseline`: accept today's findings at once; drop what no longer occurs."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.accepted import listed, shown
from icplint.cli.answers import Answering
from icplint.cli.inputs import begin, start_of
from icplint.cli.language import speak
from icplint.cli.option_groups import spread
from icplint.cli.options import Asked, BaselineFile, Ignore, Paths, Select, TerraformSources
from icplint.cli.output import deliver, say
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.cli.inputs import Session
    from icplint.model.reading import Reading

WRITTEN: Final = Text(en="{file}: {n} findings accepted", zh="{file}：已接受 {n} 个问题")
WRITTEN_ONE: Final = Text(en="{file}: 1 finding accepted", zh="{file}：已接受 1 个问题")
DROPPED: Final = Text(en="{file}: {n} of {all} entries dropped", zh="{file}：共 {all} 条记录，删除 {n} 条")
WHICH: Final = Text(en="dropped: {which}", zh="已删除：{which}")
KEPT: Final = Text(
    en="kept without a match, because their check was not asked or not all was read: {which}",
    zh="以下记录未匹配到问题，但其检查项未执行或内容未全部读取，因此保留：{which}",
)
USE: Final = Text(
    en="to use it: icplint check --baseline {file}, or baseline = … in icplint.toml",
    zh="使用方法：icplint check --baseline {file}，或在 icplint.toml 中设置 baseline = …",
)
NOT_ALL_READ: Final = Text(
    en="not written: the baseline would lack what could not be read", zh="未写入：部分内容无法读取，基线会不完整"
)


class Action(StrEnum):
    """What to do with a baseline."""

    WRITE = "write"
    PRUNE = "prune"


@spread
def baseline(
    *,
    action: Annotated[Action, typer.Argument(help="What to do with the baseline.")],
    paths: Paths = None,
    baseline: BaselineFile = None,
    select: Select = None,
    ignore: Ignore = None,
    sources: TerraformSources,
) -> None:
    """Accept today's findings (write), or prune what is gone."""
    session = begin(paths or ["."], sources)
    answering = Answering(asked=Asked(select=select, ignore=ignore), session=session)
    answering.checks()
    _rewrite(action, baseline or session.settings.baseline or _beside(session), answering, session.read())


def _beside(session: Session) -> Path:
    from icplint.suppressions.baseline_file import NAME

    file = session.settings.file
    return (file.parent if file else start_of(session.paths)) / NAME


def _rewrite(action: Action, file: Path, answering: Answering, reading: Reading) -> None:
    """Write a baseline anew, or without what is gone, and say what became of it; exit 2 where not all was read."""
    from icplint.suppressions.baseline import Baseline, Comparison, accepted
    from icplint.suppressions.baseline_file import load, written
    from icplint.suppressions.extent import Extent

    language = answering.session.language
    report = answering.report(reading, answering.checks())
    for problem in report.problems:
        speak(problem.text, problem.origin, language)
    if report.problems or any(part.fails for part in report.unread):
        speak(NOT_ALL_READ, None, language)
        raise typer.Exit(2)
    held = answering.accepting.suppressed(report, reading, answering.session.known)
    extent = Extent.of(reading, answering.accepting.paths, file.parent, Path.cwd())
    old = Baseline(file=shown(file), entries=(), read=frozenset())
    if action is Action.PRUNE or file.exists():
        old = load(file, shown(file))
    compared = Comparison(old, held.findings, extent)
    gone = compared.gone(report)
    kept = [entry for entry in old.entries if entry not in gone and entry not in compared.met]
    if action is Action.WRITE:
        found = accepted(held.left(), extent)
        kept = [entry for entry in kept if not any(entry.same_as(other) for other in found)]
        new = replace(old, entries=(*found, *kept), read=extent.roots | (old.read if kept else frozenset()))
        said = [(WRITTEN_ONE if len(found) == 1 else WRITTEN).using(file=old.file, n=len(found))]
    else:
        left = tuple(entry for entry in old.entries if entry not in gone)
        new = replace(old, entries=left, read=frozenset(r for r in old.read if not extent.is_gone(r)))
        said = [DROPPED.using(file=old.file, n=len(gone), all=len(old.entries))]
    said += [WHICH.using(which=listed(gone))] if gone else []
    said += [KEPT.using(which=listed(kept))] if kept else []
    said += [USE.using(file=old.file)] if answering.session.settings.baseline is None and action is Action.WRITE else []
    deliver(written(new), file)
    for text in said:
        say(text.say(language))
