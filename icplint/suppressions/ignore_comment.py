"""`icplint: ignore[unfiled-domain] until=2027-03-31 reason`: what a comment says."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.suppressions import MARK

UNREADABLE: Final = Text(
    en="“{text}” is no suppression: write icplint: ignore[unfiled-domain] until=2027-03-31 and the reason",
    zh="“{text}”不是有效的忽略声明：请写作 icplint: ignore[unfiled-domain] until=2027-03-31 理由",
)
NO_DAY: Final = Text(
    en="until={text} is no day: write it as until=2027-03-31", zh="until={text} 不是日期：请写作 until=2027-03-31"
)
TWO_DAYS: Final = Text(en="it names two days with until=", zh="用 until= 写了两个日期")

_MARKED: Final = regex(rf"(?:^|#|//)\s*{MARK}\s*(.*)$")
_IGNORE: Final = regex(r"ignore\s*\[([^\]]*)\](?=[\s:：]|$)(.*)$")
_UNTIL: Final = regex(r"(?:^|\s)until=(\S*)")
_MEANT_AS_UNTIL: Final = regex(r"[\s(]*until\b[\s:=]*(\d{4}-?\d\S*)", re.IGNORECASE)
_LONGEST: Final = 60


class IgnoreComment(NamedTuple):
    """What is written: the words that name checks, the reason, the last day; `fault` says what cannot be read of it."""

    checks: tuple[str, ...]
    reason: str = ""
    until: date | None = None
    fault: Text | None = None

    @property
    def text(self) -> str:
        return f"ignore[{', '.join(self.checks)}]"


def ignore_comment(text: str) -> IgnoreComment | None:
    """Return what a line of a comment, without the comment's own marks, tells icplint; None where it speaks to others.

    Other tools may have their say before it: `tflint-ignore: … # icplint: ignore[…] …`.
    """
    marked = _MARKED.search(text)
    if marked is None:
        return None
    written = _IGNORE.match(marked[1])
    if written is None:
        shown = marked[1] if len(marked[1]) <= _LONGEST else f"{marked[1][:_LONGEST]}…"
        return IgnoreComment((), fault=UNREADABLE.using(text=f"{MARK} {shown}".strip()))
    checks = tuple(dict.fromkeys(word for word in re.split(r"[,，、\s]+", written[1]) if word))
    days = _UNTIL.findall(written[2])
    reason = " ".join(_UNTIL.sub(" ", written[2]).split()).strip(",;:，；： ").lstrip("-–— ")
    if len(days) > 1:
        return IgnoreComment(checks, reason, fault=TWO_DAYS)
    if not days and (near := _MEANT_AS_UNTIL.match(reason)):
        return IgnoreComment(checks, reason, fault=NO_DAY.using(text=near[1]))
    try:
        until = date.fromisoformat(days[0].rstrip(",;:，；：")) if days else None
    except ValueError:
        return IgnoreComment(checks, reason, fault=NO_DAY.using(text=days[0]))
    return IgnoreComment(checks, reason, until)
