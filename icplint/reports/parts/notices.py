"""What an incomplete run must say beside its findings, in the same shape for every format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from icplint.findings.run import Report
from icplint.model.origin import Origin
from icplint.model.text import Language, Text
from icplint.reports.parts.argument import colon
from icplint.views.unknown_types import met

UNREAD: Final = Text(en="{what} was not read: {why}", zh="未读取 {what}：{why}")


PROBLEM: Final = Text(en="input error", zh="输入错误")


class ReportNotice(NamedTuple):
    """What a reader must know beside the findings. `fails`: it ends in exit 2.

    An error in an input, a part that was not read, a name that a plan takes away, or the types that are not known.
    """

    kind: Literal["error", "unread", "change", "unknown"]
    text: Text
    origin: Origin | None
    fails: bool = False

    def say(self, language: Language) -> str:
        """Return the notice as it stands alone: an error in an input is called one."""
        said = self.text.say(language)
        return f"{PROBLEM.say(language)}{colon(language)}{said}" if self.kind == "error" else said


def gaps(report: Report) -> Iterator[ReportNotice]:
    """Yield what keeps the run from being whole: errors first, then what was not read."""
    for problem in report.problems:
        yield ReportNotice("error", problem.text, problem.origin, fails=True)
    for part in report.unread:
        yield ReportNotice("unread", UNREAD.using(what=part.what, why=part.why), part.origin, fails=part.fails)


def notices(report: Report) -> list[ReportNotice]:
    """Return the gaps, and then what the plans of the run do to names that are served today."""
    return [*gaps(report), *(ReportNotice("change", c.message, c.origin) for c in report.changes)]


def strangers(report: Report) -> list[ReportNotice]:
    """Return which resource types icplint does not know, if it met any: for formats where that needs no place."""
    told = met(report.graph.unmet)
    return [] if told is None else [ReportNotice("unknown", told, None)]
