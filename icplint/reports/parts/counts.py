"""How many of what a run has, in one line."""

from __future__ import annotations

from collections import Counter
from typing import Final

from icplint.findings.run import Report
from icplint.model.text import Language, Text
from icplint.reports.parts.argument import colon
from icplint.reports.parts.ranking import word

COUNTED: Final = {
    "error": Text(en="errors", zh="错误"),
    "warning": Text(en="warnings", zh="警告"),
    "info": Text(en="notices", zh="提示"),
    "cannot-tell": Text(en="cannot tell", zh="无法判断"),
    "compliant": Text(en="compliant", zh="合规"),
    "suppressed": Text(en="suppressed", zh="已忽略"),
    "problem": Text(en="input errors", zh="输入错误"),
    "unread": Text(en="not read", zh="未读取"),
}


def counts(report: Report) -> dict[str, int]:
    """Return how many findings stand in each way, how many inputs have errors and how many parts were not read."""
    found = Counter(word(finding) for finding in report.findings)
    found["problem"], found["unread"] = len(report.problems), len(report.unread)
    return {name: found[name] for name in COUNTED}


def counted(report: Report, language: Language) -> str:
    """Return the counts as one line; those that are seldom more than 0 only where they are."""
    seldom = {"info", "problem"}
    shown = [(name, n) for name, n in counts(report).items() if n or name not in seldom]
    return " · ".join(f"{COUNTED[name].say(language)}{colon(language)}{n}" for name, n in shown)
