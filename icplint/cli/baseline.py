"""`icplint baseline`: accept today's findings at once; drop what no longer occurs."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.accepted import display, listed
from icplint.cli.answers import Answering
from icplint.cli.inputs import begin, start_of
from icplint.cli.language import speak
from icplint.cli.option_groups import spread
from icplint.cli.options import BaselineFile, CheckOptions, Ignore, Paths, Select, TerraformSources
from icplint.cli.output import deliver, say
from icplint.cli.scopes import owner
from icplint.model.dataclass import dataclass
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.cli.accepted import Accepting
    from icplint.cli.inputs import Session
    from icplint.model.reading import Reading
    from icplint.settings.config import Config
    from icplint.suppressions.apply import Suppressions
    from icplint.suppressions.extent import ReadRoots

WRITTEN: Final = Text(en="{file}: {n} findings accepted", zh="{file}：已接受 {n} 个问题")
WRITTEN_ONE: Final = Text(en="{file}: 1 finding accepted", zh="{file}：已接受 1 个问题")
DROPPED: Final = Text(en="{file}: {n} of {all} entries dropped", zh="{file}：共 {all} 条记录，删除 {n} 条")
DROPPED_ONE: Final = Text(en="{file}: {n} of 1 entry dropped", zh="{file}：共 1 条记录，删除 {n} 条")
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
    action: Annotated[Action, typer.Argument(help="What to do with the baseline.", metavar="write|prune")],
    paths: Paths = None,
    baseline: BaselineFile = None,
    select: Select = None,
    ignore: Ignore = None,
    sources: TerraformSources,
) -> None:
    """Accept today's findings (write), or prune what is gone."""
    session = begin(paths or ["."], sources)
    answering = Answering(asked=CheckOptions(select=select, ignore=ignore, baseline=baseline), session=session)
    answering.see_that_all_is_known()
    _rewrite(action, answering, session.read())


def _rewrite(action: Action, answering: Answering, reading: Reading) -> None:
    """Write baselines anew, or without what is gone, and say what became of them; exit 2 where not all was read."""
    language, scopes = answering.session.language, answering.scopes(reading)
    report = answering.report(reading, scopes)
    for problem in report.problems:
        speak(problem.text, problem.origin, language)
    if report.problems or any(part.fails for part in report.unread):
        speak(NOT_ALL_READ, None, language)
        raise typer.Exit(2)
    accepting = answering.accepting(scopes)
    held = accepting.suppressed(report, reading, answering.session.known)
    found, read = _files(accepting, answering.session), accepting.read_roots(reading)
    texts = [_Rewriting(accepting, read, held, *one).done(action) for one in found.items()]
    for (file, _), (text, said) in zip(found.items(), texts, strict=True):
        deliver(text, file)
        for line in said:
            say(line.say(language))


def _files(accepting: Accepting, session: Session) -> dict[Path, list[Config]]:
    """Return the baselines to write: where settings name none, one that lies beside them, or stands for all paths."""
    from icplint.suppressions.baseline_file import NAME

    found = accepting.baselines()
    if accepting.baseline is None:
        for settings in accepting.scopes.settings:
            if settings.baseline is None:
                home = settings.file.parent if settings.file else start_of(session.paths)
                found.setdefault(home / NAME, []).append(settings)
    return found


@dataclass(frozen=True, slots=True)
class _Rewriting:
    """What becomes of one baseline."""

    accepting: Accepting
    read: ReadRoots
    held: Suppressions
    file: Path
    settings: list[Config]

    def done(self, action: Action) -> tuple[str, list[Text]]:
        """Return its new text, and what there is to say."""
        from icplint.suppressions.baseline import Baseline, accepted, without
        from icplint.suppressions.baseline_file import load, written
        from icplint.suppressions.extent import Extent

        file, extent = self.file, Extent(self.read, self.file.absolute().parent)
        old = Baseline(file=display(file), entries=(), read=frozenset())
        if action is Action.PRUNE or file.exists():
            old = load(file, display(file))
        compared = self.accepting.compared(old, self.settings, self.held, extent)
        gone = compared.gone(self.held.report, self.accepting.asked_of(self.settings), self.held.compliant)
        settled = {*gone, *compared.met}
        kept = [entry for entry in old.entries if entry not in settled]
        if action is Action.WRITE:
            theirs = self.held.of([owner(one) for one in self.settings])
            found = accepted(filter(self.held.is_left, theirs), extent)
            kept = without(kept, found)
            new = replace(old, entries=(*found, *kept), read=extent.roots | (old.read if kept else frozenset()))
            said = [(WRITTEN_ONE if len(found) == 1 else WRITTEN).using(file=old.file, n=len(found))]
        else:
            dropped = set(gone)
            entries = tuple(entry for entry in old.entries if entry not in dropped)
            new = replace(old, entries=entries, read=frozenset(r for r in old.read if not extent.is_gone(r)))
            text = DROPPED_ONE if len(old.entries) == 1 else DROPPED
            said = [text.using(file=old.file, n=len(gone), all=len(old.entries))]
        said += [WHICH.using(which=listed(gone))] if gone else []
        said += [KEPT.using(which=listed(kept))] if kept else []
        named = all(one.baseline is not None for one in self.settings)
        return written(new), [*said, *([] if named or action is Action.PRUNE else [USE.using(file=old.file)])]
