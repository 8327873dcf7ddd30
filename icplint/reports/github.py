"""Workflow commands of GitHub Actions: annotations at the lines of a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import Final

from icplint.findings.run import Report
from icplint.model.printable import printable, printable_lines
from icplint.model.text import Text
from icplint.reports.parts.commands import Annotation, command_annotations, within_limits
from icplint.reports.parts.counts import counted
from icplint.reports.parts.notices import strangers
from icplint.reports.parts.places import file_of
from icplint.reports.report import Format, Style

UNKNOWN: Final = Text(en="resource types that icplint does not know", zh="icplint 暂不支持的资源类型")
DATA: Final = str.maketrans({"\n": "%0A", "%": "%25"})
PROPERTY: Final = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report, style: Style) -> str:
    """Return the annotations, the loudest first, and a plain line that counts."""
    kinds = ("error", "warning", "notice")
    language = style.language
    unknown = [Annotation("notice", UNKNOWN.say(language), one.say(language)) for one in strangers(report)]
    lines = within_limits([*unknown, *command_annotations(report, language)], kinds, command, language)
    return "\n".join([*lines, f"icplint: {counted(report, style.language)}"]) + "\n"


def command(annotation: Annotation) -> str:
    """Return the command that makes an annotation; without a file, it stands at the run."""
    file, place = file_of(annotation.place), annotation.place
    where = [("file", file), ("line", place.line), ("col", place.column)] if file and place else []
    fields = [*where, ("title", annotation.title)]
    told = [(name, printable(str(value))) for name, value in fields if value is not None]
    written = ",".join(f"{name}={value.translate(PROPERTY)}" for name, value in told)
    return f"::{annotation.kind} {written}::{printable_lines(annotation.message).translate(DATA)}"


FORMAT = Format(name="github", render=render)
