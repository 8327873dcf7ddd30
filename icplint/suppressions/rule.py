"""What somebody wrote to accept findings, whatever it was written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from icplint.checks.check import Check
from icplint.checks.void_suppression import CHECK as ITSELF
from icplint.findings.run import Finding
from icplint.model.comment import Span
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.regex import regex
from icplint.model.suppressed_by import SuppressedBy
from icplint.model.text import Text, closest

NO_CHECK: Final = Text(
    en="it names no check: write a name or a code, such as {example}",
    zh="没有指明检查项：请写明名称或代码，例如 {example}",
)
UNKNOWN_CHECK: Final = Text(
    en="there is no check {name}{hint}; icplint explain lists them",
    zh="没有检查项 {name}{hint_zh}；用 icplint explain 查看全部检查项",
)
NO_REASON: Final = Text(en="it gives no reason: say why this is accepted", zh="没有写明理由：请说明为何可以接受")
OF_ITSELF: Final = Text(
    en="{check} cannot be suppressed: leave the check out with --ignore, or with ignore in the settings",
    zh="{check} 不能用忽略声明来忽略：可用 --ignore 或配置中的 ignore 跳过该检查项",
)
_WORD: Final = regex(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressionRule:
    """One suppression as it is written.

    `key` is what a report calls it, whatever line it stands in. It is about the findings that begin in `spans`, or of
    which `about` yields, whatever their check. `spoken` says whether all was read that such checks could find there,
    so that a suppression without a match has none. `owner` are the settings that it is an entry of: it holds where all
    settings that have a say accept the finding; None: a comment, which holds by itself.
    """

    key: str
    origin: Origin
    checks: tuple[str, ...]
    reason: str
    until: date | None
    fault: Text | None
    spans: tuple[Span, ...] = ()
    about: Callable[[], Iterable[Finding]] | None = None
    spoken: Callable[[Sequence[Check]], bool]
    owner: str | None = None

    @property
    def suppressed_by(self) -> SuppressedBy:
        return SuppressedBy(reason=Text(self.reason, self.reason), origin=self.origin, until=self.until)

    def expired(self, on: date) -> bool:
        """Return whether it held once: the day that it names is the last."""
        return self.until is not None and self.until < on


def meant(word: str, checks: Sequence[Check]) -> list[Check]:
    """Return the checks that a word of a suppression stands for: never the one of suppressions itself."""
    return [check for check in checks if check.answers_to(word) and check.code != ITSELF.code]


def fault_of(words: Sequence[str], reason: str, known: Sequence[Check]) -> Text | None:
    """Return what makes a suppression void: no check, an unknown check, or no reason."""
    if not words:
        return NO_CHECK.using(example="unfiled-domain")
    for word in words:
        if meant(word, known):
            continue
        if ITSELF.answers_to(word):
            return OF_ITSELF.using(check=ITSELF.name)
        close = closest(word, [check.name for check in known] + [check.code for check in known])
        hint, hint_zh = (f"; did you mean {close}?", f"，是否想写 {close}？") if close else ("", "")
        return UNKNOWN_CHECK.using(name=word, hint=hint, hint_zh=hint_zh)
    return None if _WORD.search(reason) else NO_REASON
