"""What the project has accepted, held against a report: suppressions and baselines."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.cli.language import NOTE, speak
from icplint.cli.scopes import Scopes, owner
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.findings.run import Report
    from icplint.model.reading import Reading
    from icplint.model.text import Language
    from icplint.registry import Registry
    from icplint.settings.config import Config
    from icplint.suppressions.apply import Suppressions
    from icplint.suppressions.baseline import Baseline, BaselineEntry, Comparison
    from icplint.suppressions.extent import Extent, ReadRoots

GONE: Final = Text(
    en="{n} entries no longer occur ({which}): icplint baseline prune drops them",
    zh="{n} 条记录已不再出现（{which}）：可用 icplint baseline prune 删除",
)
GONE_ONE: Final = Text(
    en="1 entry no longer occurs ({which}): icplint baseline prune drops it",
    zh="1 条记录已不再出现（{which}）：可用 icplint baseline prune 删除",
)
VAGUE: Final = Text(
    en="{which}: written by an older icplint, without the root that tells subjects of one address apart, "
    "and accepted in every root: icplint baseline write renews it",
    zh="{which}：由旧版 icplint 写入，未注明用于区分同名对象的根模块，因此在所有根模块中均视为已接受："
    "可用 icplint baseline write 更新",
)
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepting:
    """What may accept findings of a run over `paths`; with `show_all` nothing does.

    `baseline` is the one of the command line, which holds for every root.
    """

    paths: Sequence[str]
    scopes: Scopes
    baseline: Path | None = None
    show_all: bool = False

    def baselines(self) -> dict[Path, list[Config]]:
        """Return the files of accepted findings, each with the settings for whose roots it holds."""
        if self.baseline is not None:
            return {self.baseline: list(self.scopes.settings)}
        found: dict[Path, list[Config]] = {}
        for settings in self.scopes.settings:
            if settings.baseline is not None:
                found.setdefault(settings.baseline, []).append(settings)
        return found

    def hold(self, report: Report, reading: Reading, known: Registry, language: Language) -> None:
        """Say in a report what of it is suppressed, and by what."""
        baselines = {} if self.show_all else self.baselines()
        if not (reading.comments or baselines or any(settings.suppress for settings in self.scopes.settings)):
            return
        held = self.suppressed(report, reading, known)
        if self.show_all:
            held.show_all(known.checks)
            return
        from icplint.suppressions.baseline_file import load
        from icplint.suppressions.extent import Extent

        read = self.read_roots(reading)
        for file, settings in baselines.items():
            compared = self.compared(load(file, display(file)), settings, held, Extent(read, file.absolute().parent))
            held.accept(compared, [owner(one) for one in settings])
            gone = compared.gone(report, self.asked_of(settings), held.compliant)
            vague = sorted(compared.vague, key=lambda entry: entry.line or 0)
            if gone:
                text = (GONE_ONE if len(gone) == 1 else GONE).using(n=len(gone), which=listed(gone))
                speak(text, Origin(file=display(file)), language, NOTE)
            if vague:
                speak(VAGUE.using(which=listed(vague)), Origin(file=display(file)), language, NOTE)
        held.settle(known.checks)

    def compared(
        self, baseline: Baseline, settings: Sequence[Config], held: Suppressions, extent: Extent
    ) -> Comparison:
        """Return a baseline beside the findings of the roots that it is for."""
        from icplint.suppressions.baseline import Comparison

        return Comparison(baseline, held.of([owner(one) for one in settings]), extent)

    def read_roots(self, reading: Reading) -> ReadRoots:
        """Return how much was read."""
        from icplint.suppressions.extent import ReadRoots

        return ReadRoots(reading, self.paths, Path.cwd())

    def asked_of(self, settings: Sequence[Config]) -> set[str]:
        """Return the codes of the checks that all of these settings ask."""
        return set.intersection(*({check.code for check in self.scopes.asking(one)} for one in settings))

    def suppressed(self, report: Report, reading: Reading, known: Registry) -> Suppressions:
        """Return what the comments and the settings suppress."""
        from icplint.suppressions import inline, settings
        from icplint.suppressions.apply import Suppressions
        from icplint.suppressions.extent import is_whole

        whole = {owner(one): is_whole(self.paths, Path.cwd(), one.file) for one in self.scopes.settings}
        rules = list(inline.comment_rules(reading, report, known.checks, whole=all(whole.values())))
        found = settings.by_subject(report)
        for one in self.scopes.settings:
            scope = settings.SuppressionScope(
                owner(one), self.scopes.owners, frozenset(self.asked_of([one])), whole[owner(one)] and not report.unread
            )
            rules += settings.settings_rules(one.suppress, found, known.checks, scope)
        return Suppressions(report, rules, self.scopes.owners)


def display(path: Path) -> str:
    """Return a path as a report shows it."""
    return Path(os.path.relpath(path)).as_posix()


def listed(entries: Sequence[BaselineEntry]) -> str:
    """Return the first few entries by code and subject."""
    words = [f"{entry.code} {entry.key}" for entry in entries[:_SHOWN]]
    return ", ".join([*words, "…"] if len(entries) > _SHOWN else words)
