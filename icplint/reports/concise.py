"""One line a finding, as compilers print errors: place, severity, code, message."""

from __future__ import annotations

from typing import Final

from icplint.findings.run import Finding, Report
from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.text import Text
from icplint.reports.report import Format, Style
from icplint.views.unknown_types import nothing

NOWHERE: Final = "icplint"
"""What stands for a place where there is none, as a compiler's name does."""
SUPPRESSED: Final = Text(en="{message} (suppressed: {reason})", zh="{message}（已忽略：{reason}）")


def render(report: Report, style: Style) -> str:
    """Return a line for each finding, each error in what was read and each part that was not read.

    The second word is the severity of a violation, `cannot-tell`, `compliant`, `suppressed`, `unread`, or `error`
    without a code for what is wrong with an input; with `style.only`, the findings that count, and the errors.
    """
    language, only = style.language, style.only
    shown = [*report.reported, *(report.suppressed if report.show_compliant else ())]
    rows = [(f.origin, _word(f), _message(f).say(language)) for f in shown if only is None or only(f)]
    rows += [(p.origin, "error", p.text.say(language)) for p in report.problems]
    counting = [u for u in report.unread if only is None or u.fails or report.strict]
    rows += [(u.origin, "unread", f"{u.what}: {u.why.say(language)}") for u in counting]
    rows += [(None, "cannot-tell", nothing(report.graph.unmet).say(language))] if report.strict and report.open else []
    return "".join(f"{_place(place)}: {word} {printable(message)}\n" for place, word, message in rows)


def _word(finding: Finding) -> str:
    word = finding.severity.value if finding.answer.value else finding.outcome
    return f"{'suppressed' if finding.suppressed else word} {finding.check.code}"


def _message(finding: Finding) -> Text:
    if (accepted := finding.suppressed) is not None:
        return SUPPRESSED.using(message=finding.message, reason=accepted.reason)
    return finding.message


def _place(place: Origin | None) -> str:
    return str(place or "") or NOWHERE


FORMAT = Format(name="concise", render=render)
