"""Commands in the log of a pipeline, of which only the first ten of a kind are shown (GitHub Actions, Azure Pipelines).

https://docs.github.com/actions/reference/limits, and `_maxIssueCount` in the agent of Azure Pipelines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from icplint.findings.run import Report
from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.text import Language, Text
from icplint.reports.parts.argument import argument, title
from icplint.reports.parts.notices import notices
from icplint.reports.parts.places import file_of
from icplint.reports.parts.ranking import by_weight, word

SHOWN: Final = 10
MORE: Final = Text(
    en="{n} more are in the log below: only {shown} of a kind are shown",
    zh="其余 {n} 条见下方日志：每类最多显示 {shown} 条",
)
TITLES: Final = {
    "error": Text(en="icplint could not read everything", zh="icplint 未能读取全部内容"),
    "unread": Text(en="icplint did not read everything", zh="icplint 未读取全部内容"),
    "change": Text(en="changed by the plan", zh="plan 带来的变更"),
}


class Annotation(NamedTuple):
    """What one command says: how loud, where, under which title."""

    kind: str
    title: str
    message: str
    place: Origin | None = None
    code: str = ""

    @property
    def plain(self) -> str:
        """The annotation as a line of the log that no runner takes for a command."""
        where = f"{file_of(self.place) and self.place}: " if file_of(self.place) else ""
        said = " ".join(f"{where}{self.kind}: {self.title}: {self.message}".split())
        return printable(said)


def command_annotations(report: Report, language: Language) -> list[Annotation]:
    """Return everything there is to say, gaps and violations first, as error, warning or notice."""
    said: list[Annotation] = []
    for notice in notices(report):
        kind = "notice" if notice.kind == "change" else "error" if notice.fails else "warning"
        said.append(Annotation(kind, TITLES[notice.kind].say(language), notice.text.say(language), notice.origin))
    for finding in by_weight(report.reported):
        kind = {"error": "error", "warning": "warning"}.get(word(finding), "notice")
        message = "\n".join([finding.message.say(language), *argument(finding, language)])
        said.append(Annotation(kind, title(finding), message, finding.origin, finding.check.code))
    return said


def within_limits(
    said: Iterable[Annotation], kinds: Iterable[str], command: Callable[[Annotation], str], language: Language
) -> Iterator[str]:
    """Yield a command for each annotation; of more than ten of a kind, the tenth counts the rest, as plain lines."""
    everything = list(said)
    for kind in kinds:
        group = [annotation for annotation in everything if annotation.kind == kind]
        keep = len(group) if len(group) <= SHOWN else SHOWN - 1
        yield from (command(annotation) for annotation in group[:keep])
        if rest := group[keep:]:
            yield command(Annotation(kind, "icplint", MORE.using(n=len(rest), shown=SHOWN).say(language)))
            yield from (annotation.plain for annotation in rest)
