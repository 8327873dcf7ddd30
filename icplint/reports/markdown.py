"""Markdown for a comment on a pull request or the summary of a job, within what GitHub takes (65,536 characters)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from icplint.checks.page import address
from icplint.findings.run import Finding, Report
from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.regex import regex
from icplint.model.text import Language, Text
from icplint.reports.labels import LABELS
from icplint.reports.parts.argument import advice, colon
from icplint.reports.parts.counts import COUNTED, counts
from icplint.reports.parts.notices import gaps
from icplint.reports.parts.ranking import RANKS, by_weight, word
from icplint.reports.report import Format, Style
from icplint.views.unknown_types import met, nothing

MARK: Final = "<!-- icplint -->"
"""By which a bot finds its own comment again."""
LIMIT: Final = 65_536
GAPS: Final = 50
CLEAN: Final = Text(en="Nothing to report.", zh="没有需要处理的问题。")
INCOMPLETE: Final = Text(
    en="This run is incomplete: what was not read may hide more.",
    zh="本次检查不完整：未读取的部分可能存在其他问题。",
)
MORE: Final = Text(en="and {n} more", zh="另有 {n} 处")
CUT: Final = Text(
    en="{n} more findings do not fit into a comment; another format has them all.",
    zh="另有 {n} 项因评论长度限制未列出，其他格式的报告包含全部结果。",
)
CUT_ONE: Final = Text(
    en="1 more finding does not fit into a comment; another format has them all.",
    zh="另有 1 项因评论长度限制未列出，其他格式的报告包含全部结果。",
)
WHY: Final = Text(en="the argument", zh="论据")
CHANGES: Final = Text(en="Changed by the plan", zh="plan 带来的变更")
SUPPRESSED: Final = Text(en="Suppressed", zh="已忽略")
_SPECIAL: Final = regex(r"([\\`*_\[\]|~$])")


def render(report: Report, style: Style) -> str:
    """Return the verdict, a table of counts, what was not read, and a section for each registrable domain."""
    language = style.language
    head = "\n\n".join([MARK, "## icplint", *_verdict(report, language), _table(report, language)]) + "\n"
    parts = [*_gaps(report, language), *_changes(report, language)]
    sections = list(_sections(report, language))
    text = head + "".join(f"\n{part}\n" for part in parts)
    room = LIMIT - len(text) - len(CUT.using(n=len(report.listed)).say(language)) - 2
    for n, (section, weight) in enumerate(sections):
        room -= len(section) + 2
        if room < 0:
            left = sum(weight for _, weight in sections[n:]) or weight
            return f"{text}\n{(CUT_ONE if left == 1 else CUT).using(n=left).say(language)}\n"
        text += f"\n{section}\n"
    return text


def _verdict(report: Report, language: Language) -> list[str]:
    if report.problems or report.unread:
        return [f"**{INCOMPLETE.say(language)}**"]
    if not report.findings and not report.changes:
        return [_sentence(nothing(report.graph.unmet), language)]
    clean = [] if report.reported or report.changes else [CLEAN.say(language)]
    told = met(report.graph.unmet)
    return [*clean, *([] if told is None else [_sentence(told, language)])]


def _sentence(text: Text, language: Language) -> str:
    said = escaped(text.say(language))
    return f"{said[0].upper()}{said[1:]}{'。' if language == 'zh' else '.'}"


def _table(report: Report, language: Language) -> str:
    found = counts(report)
    names = [name for name in COUNTED if found[name] or name not in {"info", "problem"}]
    rows = [[COUNTED[n].say(language) for n in names], ["---:"] * len(names), [str(found[n]) for n in names]]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _gaps(report: Report, language: Language) -> list[str]:
    found = list(gaps(report))
    lines = [_line(gap.say(language), gap.origin) for gap in found[:GAPS]]
    if len(found) > GAPS:
        lines.append(f"- {MORE.using(n=len(found) - GAPS).say(language)}")
    return ["\n".join(lines)] if lines else []


def _changes(report: Report, language: Language) -> list[str]:
    lines = [_line(c.message.say(language), c.origin) for c in report.changes[:GAPS]]
    if len(report.changes) > GAPS:
        lines.append(f"- {MORE.using(n=len(report.changes) - GAPS).say(language)}")
    return [f"### {CHANGES.say(language)}\n\n" + "\n".join(lines)] if lines else []


def _line(said: str, place: Origin | None) -> str:
    return f"- {escaped(said)}{_at(place)}"


def _at(place: Origin | None) -> str:
    return f" ({code(str(place))})" if place and str(place) else ""


def _sections(report: Report, language: Language) -> Iterator[tuple[str, int]]:
    """Yield headings and findings, the domain with the gravest first; each with the number of findings in it."""
    groups: dict[str, list[Finding]] = {}
    for finding in by_weight(report.reported):
        groups.setdefault(finding.filing_domain or finding.label.say(language), []).append(finding)
    for group in sorted(groups, key=lambda group: (RANKS[word(groups[group][0])], group)):
        for n, finding in enumerate(groups[group]):
            heading = "" if n else f"### {escaped(group)}\n\n"
            yield heading + _finding(finding, language), 1
    for n, finding in enumerate(report.suppressed):
        heading = "" if n else f"### {SUPPRESSED.say(language)}\n\n"
        assert finding.suppressed
        until = f" ({finding.suppressed.until.isoformat()})" if finding.suppressed.until else ""
        reason = escaped(finding.suppressed.reason.say(language))
        yield (
            f"{heading}- {_check(finding)}{colon(language)}{escaped(finding.message.say(language))} — {reason}{until}",
            1,
        )


def _check(finding: Finding) -> str:
    url = address(finding.check)
    name = f"`{finding.check.name}`"
    return f"{finding.check.code} " + (f"[{name}]({url})" if url else name)


def _finding(finding: Finding, language: Language) -> str:
    """Return a finding: its sentence to be seen, its argument to be opened."""
    message = escaped(finding.message.say(language))
    said = f"**{LABELS[word(finding)].say(language)}** {_check(finding)}{colon(language)}{message}"
    todo = [
        f"**{LABELS[label].say(language)}**{colon(language)}{escaped(text.say(language))}"
        for label, text in advice(finding)
    ]
    steps = [f"{n}. {escaped(e.say(language))}{_at(e.origin)}" for n, e in enumerate(finding.answer.evidence, 1)]
    fold = [f"<details><summary>{WHY.say(language)}</summary>", "\n".join(steps), "</details>"] if steps else []
    return "\n\n".join([said, *todo, *fold])


def escaped(text: str) -> str:
    """Return a text as Markdown that shows it as it stands: no markup, no HTML, no mention of a user, on one line."""
    plain = printable(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", plain).replace("@", "@<!-- -->")


def code(text: str) -> str:
    """Return a text as code, fenced by more backticks than stand in it."""
    plain = printable(" ".join(text.split()))
    fence = "`" * (max((len(run) for run in re.findall("`+", plain)), default=0) + 1)
    space = " " if "`" in plain else ""
    return f"{fence}{space}{plain}{space}{fence}"


FORMAT = Format(name="markdown", render=render)
