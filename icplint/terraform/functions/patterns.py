"""Matches and replacements of Go's regular expressions, by RE2: of the same syntax, and never slower than linear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.values import limits
from icplint.terraform.values.budget import METER
from icplint.terraform.values.reasons import UNSUPPORTED

_NOT_INSTALLED: Final = Text(
    en="{what} is evaluated by the package google-re2, which is not installed",
    zh="求值 {what} 需要 google-re2 软件包，但它未安装",
)
_REFERENCE: Final = regex(r"\$(?:(\$)|(\w+)|\{(\w+)\})")
_NUMBER: Final = regex(r"0|[1-9]\d{0,7}", re.ASCII)
_ESCAPE: Final = regex(r"\\Q.*?(?:\\E|\Z)|\\(.)", re.DOTALL)
_TOO_LARGE: Final = "pattern too large"
_PROBLEMS: Final = {
    "missing ]": "missing closing ]",
    "missing )": "missing closing )",
    "trailing \\": "trailing backslash at end of expression",
    "no argument for repetition operator": "missing argument to repetition operator",
    "bad repetition operator": "invalid nested repetition operator",
    "invalid repetition size": "invalid repeat count",
    "invalid perl operator": "invalid or unsupported Perl syntax",
    "invalid named capture group": "invalid named capture",
}
"""What RE2 says of a pattern, and what Go says."""


class PatternError(ValueError):
    """What Go refuses in a pattern: what is wrong, and the part of the pattern that is."""

    def __init__(self, problem: str, part: str) -> None:
        super().__init__(f"error parsing regexp: {problem}: `{part}`")
        self.problem = problem
        self.part = part


class UnmatchedError(Exception):
    """A pattern that Go understands and that is not matched here, and why."""

    def __init__(self, why: Text = UNSUPPORTED) -> None:
        super().__init__()
        self.why = why


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern of bytes; `names` are its capture groups', empty where one has none."""

    pattern: Any
    names: tuple[str, ...]

    def matches(self, text: str) -> Iterator[Any]:
        """Yield the matches that Go finds: no empty one right after another."""
        data = text.encode()
        position, previous = 0, -1
        while position <= len(data) and (match := self._search(data, position)) is not None:
            empty = match.end() == position
            if not (empty and match.start() == previous):
                yield match
            position = _next(data, position) if empty else match.end()
            previous = match.end()

    def replaced(self, text: str, template: str) -> str:
        """Return the text with every match replaced; `$1` and `${name}` in the template stand for groups."""
        data = text.encode()
        pieces: list[bytes] = []
        position = last = 0
        while position <= len(data) and (match := self._search(data, position)) is not None:
            pieces.append(data[last : match.start()])
            if match.end() > last or match.start() == 0:
                pieces.append(self._expanded(template, match).encode())
            last = match.end()
            position = max(last, _next(data, position))
        return b"".join([*pieces, data[last:]]).decode()

    def _search(self, data: bytes, position: int) -> Any:
        r"""Return the first match from there on, but no `\B` between the bytes of a character, which RE2 finds."""
        METER.spend(2 + (len(data) - position) // limits.SEARCHED)
        match = self.pattern.search(data, position)
        while match is not None and _inside(data, match.start()):
            match = self.pattern.search(data, _next(data, match.start()))
        return match

    def _expanded(self, template: str, match: Any) -> str:
        def value(reference: re.Match[str]) -> str:
            name = reference[2] or reference[3]
            if name is None:
                return "$"
            group = int(name) if _NUMBER.fullmatch(name) else self.names.index(name) + 1 if name in self.names else -1
            return (match[group] or b"").decode() if 0 <= group <= len(self.names) else ""

        return _REFERENCE.sub(value, template)


def _next(data: bytes, position: int) -> int:
    """Return where the next character starts."""
    position += 1
    while _inside(data, position):
        position += 1
    return position


def _inside(data: bytes, position: int) -> bool:
    """Return whether that is between the bytes of a character."""
    return position < len(data) and data[position] & 0xC0 == 0x80


@lru_cache(maxsize=64)
def compiled(source: str) -> Compiled:
    """Return a pattern, or raise PatternError or UnmatchedError."""
    try:
        import re2
    except ImportError:
        raise UnmatchedError(_NOT_INSTALLED) from None
    options = re2.Options()
    options.log_errors = False
    try:
        pattern = re2.compile(source.encode(), options)
    except re2.error as error:
        raise _refusal(error.args[0].decode()) from None
    if any(match[1] == "C" for match in _ESCAPE.finditer(source)):
        raise PatternError("invalid escape sequence", "\\C")
    return Compiled(pattern, _names(source, pattern))


def _refusal(message: str) -> PatternError | UnmatchedError:
    problem, _, part = message.partition(": ")
    if problem.startswith(_TOO_LARGE):
        return UnmatchedError()
    return PatternError(_PROBLEMS.get(problem, problem), part)


def _names(source: str, pattern: Any) -> tuple[str, ...]:
    """Return the names of the groups; RE2 does not tell all groups that share one."""
    names = [""] * pattern.groups
    for name, group in pattern.groupindex.items():
        names[group - 1] = name.decode()
        if not name.isascii():
            raise PatternError("invalid named capture", f"(?P<{names[group - 1]}>")
        if source.count(f"<{names[group - 1]}>") > 1:
            raise UnmatchedError
    return tuple(names)
