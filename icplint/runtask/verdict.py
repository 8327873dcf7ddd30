"""What a check found -> what HCP Terraform shows of it: a status, a line, and an outcome for each finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.printable import printable
from icplint.model.regex import regex
from icplint.model.text import Language, Text, plain
from icplint.reports.labels import LABELS
from icplint.runtask.evaluation import CheckResult
from icplint.views.unknown_types import met

LONGEST: Final = 500
"""Characters of the line: more would not fit where HCP Terraform shows it."""
MOST_OUTCOMES: Final = 200
MOST_BODY: Final = 20_000
"""Characters of an outcome's body; HCP Terraform recommends less than 1 MB for all of them."""

CLEAN: Final = Text(en="nothing to report", zh="没有需要报告的问题")
COUNTS: Final = Text(
    en="{violation} violations · {doubt} cannot tell · {compliant} compliant · {suppressed} suppressed",
    zh="{violation} 项违规 · {doubt} 项无法判断 · {compliant} 项合规 · {suppressed} 项已忽略",
)
DOUBTS_PASS: Final = Text(
    en="cannot tell passes here: --strict makes it fail", zh="“无法判断”在此视为通过；使用 --strict 可令其不通过"
)
NOT_ALL: Final = Text(en="icplint could not do its work: {why}", zh="icplint 未能完成检查：{why}")
TOO_SLOW: Final = Text(en="the check took longer than {seconds} s", zh="检查耗时超过 {seconds} 秒")
STOPPED: Final = Text(
    en="the server was stopped before the check was through: start the run again",
    zh="检查完成前服务已停止：请重新运行",
)
NO_REASON: Final = Text(en="it said nothing", zh="未给出原因")
MORE: Final = Text(en="{n} more findings are not listed here", zh="另有 {n} 项未在此列出")
MORE_ONE: Final = Text(en="1 more finding is not listed here", zh="另有 1 项未在此列出")
VIOLATION: Final = Text(en="violation", zh="违规")
SUPPRESSED: Final = Text(en="suppressed", zh="已忽略")
UNREADABLE: Final = Text(en="cannot be read", zh="无法读取")
LEVELS: Final = {"error": "error", "warning": "warning", "info": "info", "cannot-tell": "info", "compliant": "none"}
_ORDER: Final = {"error": 0, "warning": 1, "info": 2, "cannot-tell": 3, "compliant": 4}
_MARKS: Final = regex(r"([\\`*_{}\[\]<>#|!~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTaskVerdict:
    """`status` is passed, failed or running; `outcomes` are objects of the callback's JSON."""

    status: str
    message: str
    outcomes: Sequence[Mapping[str, Any]] = ()

    def document(self, *, detailed: bool) -> dict[str, Any]:
        """Return the body of the callback, with outcomes where HCP Terraform takes them."""
        attributes = {"status": self.status, "message": _short(self.message)}
        data: dict[str, Any] = {"type": "task-results", "attributes": attributes}
        if detailed and self.outcomes:
            data["relationships"] = {"outcomes": {"data": list(self.outcomes)}}
        return {"data": data}


def failed(why: Text, language: Language) -> RunTaskVerdict:
    """Return the verdict where nothing was judged: that is not a pass."""
    return RunTaskVerdict(status="failed", message=NOT_ALL.using(why=why).say(language))


def verdict_of(found: CheckResult, language: Language, *, strict: bool, seconds: float) -> RunTaskVerdict:
    """Return what a check's end means: only one that read everything, and found nothing to fail for, passes."""
    report = found.report
    if found.stopped:
        return failed(STOPPED, language)
    if found.code is None:
        return failed(TOO_SLOW.using(seconds=round(seconds)), language)
    if report is None or found.code not in (0, 1, 2):
        return failed(plain(found.said.splitlines()[-1]) if found.said else NO_REASON, language)
    summary = report["summary"]
    doubts = summary["cannot-tell"]
    parts = [
        COUNTS.using(
            violation=summary["violation"],
            doubt=doubts,
            compliant=summary["compliant"],
            suppressed=summary["suppressed"],
        ).say(language)
    ]
    if found.code == 2:
        parts.insert(0, NOT_ALL.using(why=_reason(report, found)).say(language))
    elif found.code == 0 and not summary["violation"] and not doubts:
        parts.insert(0, CLEAN.say(language))
    elif found.code == 0 and doubts and not strict:
        parts.append(DOUBTS_PASS.say(language))
    status = "passed" if found.code == 0 else "failed"
    return RunTaskVerdict(status=status, message=" · ".join(parts), outcomes=_outcomes(report, language))


def _reason(report: Mapping[str, Any], found: CheckResult) -> Text:
    first = next(iter([*report["errors"], *report["unread"]]), None)
    if first is None:
        return plain(found.said.splitlines()[-1]) if found.said else NO_REASON
    place = _place(first["origin"])
    return plain(f"{place}: {_said(first)}" if place else _said(first))


def _outcomes(report: Mapping[str, Any], language: Language) -> list[dict[str, Any]]:
    findings = sorted(report["findings"], key=lambda f: (f["suppressed"] is not None, _ORDER[_word(f)]))
    all_ = [_unread(item, UNREADABLE, "error", language) for item in report["errors"]]
    all_ += [_finding(finding, language) for finding in findings]
    all_ += [_unread(item, LABELS["unread"], "warning", language) for item in report["unread"]]
    if told := met({item["type"]: item["count"] for item in report.get("unknown_types", ())}):
        tags = {"Status": [{"label": LABELS["cannot-tell"].say(language), "level": "info"}]}
        all_.append(_outcome("unknown-types", told.say(language), tags, _escaped(told.say(language))))
    shown = all_[:MOST_OUTCOMES]
    if len(all_) > len(shown):
        n = len(all_) - len(shown)
        more = (MORE_ONE if n == 1 else MORE).using(n=n).say(language)
        shown.append(_outcome("icplint-more", more, {}, ""))
    return shown


def _word(finding: Mapping[str, Any]) -> str:
    """Return the severity of a violation, else the outcome."""
    word: str = finding["severity"] if finding["outcome"] == "violation" else finding["outcome"]
    return word


def _finding(finding: Mapping[str, Any], language: Language) -> dict[str, Any]:
    word = _word(finding)
    status, level = (VIOLATION, LEVELS[word]) if finding["outcome"] == "violation" else (LABELS[word], LEVELS[word])
    if finding["suppressed"] is not None:
        status, level = SUPPRESSED, "none"
    tags = {
        "Status": [{"label": status.say(language), "level": level}],
        "Severity": [{"label": LABELS[finding["severity"]].say(language), "level": LEVELS[finding["severity"]]}],
        "Check": [{"label": f"{finding['code']} {finding['check']}"}],
    }
    identifier = f"{finding['code']}-{finding['fingerprint'][:12]}"
    return _outcome(identifier, finding["message"], tags, _body(finding, language))


def _body(finding: Mapping[str, Any], language: Language) -> str:
    """Return the argument as a numbered list, each step with its place, then the remedy or what would settle it."""
    lines = []
    for number, step in enumerate(finding["evidence"], 1):
        place = _place(step["origin"]).replace("`", "'")
        lines.append(f"{number}. {_escaped(step['message'])}" + (f" (`{place}`)" if place else ""))
    lines.append("")
    if finding["suppressed"] is not None:
        lines.append(f"**{SUPPRESSED.say(language)}**: {_escaped(finding['suppressed']['reason'])}")
    elif finding["outcome"] == "violation":
        lines.append(f"**{LABELS['remedy'].say(language)}**: {_escaped(finding['remedy'])}")
    else:
        lines += [f"**{LABELS['settle'].say(language)}**: {_escaped(text)}\n" for text in finding["settle"]]
    lines += ["", f"`icplint explain {finding['check']}`"]
    return "\n".join(lines)[:MOST_BODY]


def _unread(item: Mapping[str, Any], status: Text, level: str, language: Language) -> dict[str, Any]:
    place = _place(item["origin"])
    said = _said(item)
    tags = {"Status": [{"label": status.say(language), "level": level}]}
    return _outcome(f"unread-{place or 'input'}"[:100], f"{place}: {said}" if place else said, tags, _escaped(said))


def _said(item: Mapping[str, Any]) -> str:
    """Return what an error says, or what was not read and why."""
    return str(item["message"]) if "message" in item else printable(f"{item['what']}: {item['why']}")


def _outcome(identifier: str, description: str, tags: Mapping[str, Any], body: str) -> dict[str, Any]:
    attributes = {"outcome-id": identifier, "description": _short(description), "tags": tags, "body": body}
    return {"type": "task-result-outcomes", "attributes": attributes}


def _place(origin: Mapping[str, Any] | None) -> str:
    if origin is None:
        return ""
    parts = [str(origin[name]) for name in ("file", "line", "column") if name in origin]
    place = ":".join(parts) or str(origin.get("request", ""))
    address = origin.get("address")
    return printable(" ".join(filter(None, (place, address))))


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
