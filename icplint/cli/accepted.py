"""What the project has accepted, held against a report: suppressions and a baseline."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.cli.language import NOTE, speak
from icplint.model.origin import Origin
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.config import Config
    from icplint.model.reading import Reading
    from icplint.model.text import Language
    from icplint.registry import Registry
    from icplint.run import Report
    from icplint.suppressions.apply import Held
    from icplint.suppressions.baseline import Entry

GONE: Final = Text(
    en="{n} entries no longer occur ({which}): icplint baseline prune drops them",
    zh="{n} 条记录已不再出现（{which}）：可用 icplint baseline prune 删除",
)
GONE_ONE: Final = Text(
    en="1 entry no longer occurs ({which}): icplint baseline prune drops it",
    zh="1 条记录已不再出现（{which}）：可用 icplint baseline prune 删除",
)
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepting:
    """What may accept findings of a run over `paths`; with `show_all` nothing does."""

    paths: Sequence[str]
    settings: Config
    baseline: Path | None = None
    show_all: bool = False

    def hold(self, report: Report, reading: Reading, known: Registry, language: Language) -> None:
        """Say in a report what of it is suppressed, and by what."""
        baseline = None if self.show_all else self.baseline or self.settings.baseline
        if not (reading.remarks or self.settings.suppress or baseline):
            return
        held = self.suppressed(report, reading, known)
        if self.show_all:
            held.show_all(known.checks)
        elif baseline is None:
            held.settle(known.checks, {}, {})
        else:
            from icplint.suppressions.baseline import Comparison
            from icplint.suppressions.baseline_file import load
            from icplint.suppressions.extent import Extent

            extent = Extent.of(reading, self.paths, baseline.parent, Path.cwd())
            compared = Comparison(load(baseline, shown(baseline)), held.findings, extent)
            gone = compared.gone(report)
            held.settle(known.checks, compared.waivers, compared.notes)
            if gone:
                text = (GONE_ONE if len(gone) == 1 else GONE).using(n=len(gone), which=listed(gone))
                speak(text, Origin(file=shown(baseline)), language, NOTE)

    def suppressed(self, report: Report, reading: Reading, known: Registry) -> Held:
        """Return what the comments and the settings suppress."""
        from icplint.suppressions import inline, settings
        from icplint.suppressions.apply import Held
        from icplint.suppressions.extent import is_whole

        whole = is_whole(self.paths, Path.cwd(), self.settings.file)
        written = inline.exemptions(reading, report, known.checks, whole=whole)
        entered = settings.exemptions(self.settings.suppress, report, known.checks, whole=whole)
        return Held(report, [*written, *entered])


def shown(path: Path) -> str:
    """Return a path as a report shows it."""
    return Path(os.path.relpath(path)).as_posix()


def listed(entries: Sequence[Entry]) -> str:
    """Return the first few entries by code and subject."""
    words = [f"{entry.code} {entry.key}" for entry in entries[:_SHOWN]]
    return ", ".join([*words, "…"] if len(entries) > _SHOWN else words)
