"""Lines of `.gitignore` -> which paths they mean, as git reads them and in time that grows with the path alone.

Git is followed to the letter, of which a letter beyond ASCII has several: it compares bytes. GitIgnoreSpec of pathspec
answers otherwise for directories: with `*`, `!*/`, `!*.tf` it ignores each; with `tests/`, `!tests/live/` it wants what
git never comes to.
"""

from __future__ import annotations

import os
import re
from dataclasses import field
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex

_NOTHING: Final = "(?!)"
"""The expression that fits nothing."""
_WILD: Final = regex(r"[*?\[\\]")
_CLASSES: Final = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "blank": r"\ \t", "cntrl": r"\x00-\x1f\x7f", "digit": "0-9",
    "graph": r"\x21-\x7e", "lower": "a-z", "print": r"\x20-\x7e", "punct": r"\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e",
    "space": r"\ \t\n\r\f\v", "upper": "A-Z", "xdigit": "0-9A-Fa-f",
}  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Pattern:
    """One line: `negated` ones want after all what earlier lines leave out; `text` is of a name, or of a `whole` path.

    Source: git-scm.com/docs/gitignore, and wildmatch.c of git.
    """

    text: str
    negated: bool
    directories: bool
    whole: bool
    _regex: re.Pattern[str] | None = field(default=None, init=False)

    def fits(self, path: str, *, directory: bool) -> bool:
        """Return whether a path (see `lettered`) is meant, itself and not for what it lies in."""
        if self.directories and not directory:
            return False
        subject = path if self.whole else path.rpartition("/")[2]
        if not _WILD.search(self.text):
            return subject == self.text
        if self._regex is None:
            self._regex = re.compile(_expression(self.text, whole=self.whole), re.DOTALL)
        return self._regex.fullmatch(subject) is not None

    @property
    def broken(self) -> bool:
        """Whether nothing can fit it: a bracket is not closed, holds nothing, or a backslash ends it."""
        return _NOTHING in _expression(self.text, whole=self.whole)


def lettered(text: str) -> str:
    """Return a text of which each byte is a character."""
    return text if text.isascii() else os.fsencode(text).decode("latin-1")


def pattern(line: str) -> Pattern | None:
    """Return what a line means; None for a comment, and for what means nothing."""
    if line.startswith("#"):
        return None
    text = lettered(_trimmed(line))
    negated = text.startswith("!")
    text = text[negated:]
    directories = text.endswith("/")
    text = text.removesuffix("/")
    whole = "/" in text
    text = text.removeprefix("/")
    return Pattern(text=text, negated=negated, directories=directories, whole=whole) if text else None


def _trimmed(line: str) -> str:
    """Drop spaces at the end, but for one behind a backslash."""
    text = line.rstrip(" ")
    slashes = len(text) - len(text.rstrip("\\"))
    return line[: len(text) + 1] if slashes % 2 else text


def _expression(text: str, *, whole: bool) -> str:
    """Return a regular expression; what a `*` took first is never given back, as it need not be."""
    if not whole:
        return _segment(text)
    *outer, last = _segments(text)
    blocks = [""]
    for segment in outer:
        if _any_depth(segment):
            blocks.append("")
        else:
            blocks[-1] += f"{_segment(segment)}/"
    if _any_depth(last):
        blocks[-1] += ".+"
    else:
        blocks[-1] += _segment(last)
    first, *others = blocks
    if not others:
        return first
    *middle, end = others
    return first + "".join(f"(?>(?:[^/]+/)*?{block})" for block in middle) + f"(?:[^/]+/)*?{end}"


def _segments(text: str) -> list[str]:
    """Return what stands between slashes; one in brackets, or behind what opens brackets for good, is none."""
    found, start, at = [], 0, 0
    while at < len(text):
        match text[at]:
            case "[":
                at = _class(text, at + 1)[1]
            case "\\":
                at += 2
            case "/":
                found.append(text[start:at])
                at = start = at + 1
            case _:
                at += 1
    return [*found, text[start:]]


def _any_depth(segment: str) -> bool:
    """Return whether a segment is `**`, of which more stars are one, too."""
    return len(segment) > 1 and not segment.strip("*")


def _segment(text: str) -> str:
    """Return the expression of what stands between two slashes."""
    fixed = [""]
    at = 0
    while at < len(text):
        if text[at] == "*":
            fixed.append("")
            at += 1
        else:
            one, at = _one(text, at)
            fixed[-1] += one
    first, *others = fixed
    if not others:
        return first
    *middle, end = others
    return first + "".join(f"(?>[^/]*?{one})" for one in middle if one) + f"[^/]*{end}"


def _one(text: str, at: int) -> tuple[str, int]:
    """Return the expression of one character, and where the next begins; `(?!)` fits nothing."""
    match text[at]:
        case "?":
            return "[^/]", at + 1
        case "\\":
            return (re.escape(text[at + 1]) if at + 1 < len(text) else _NOTHING), at + 2
        case "[":
            return _class(text, at + 1)
        case character:
            return re.escape(character), at + 1


def _class(text: str, at: int) -> tuple[str, int]:
    """Return the expression of a class in brackets, whose first member stands at `at`."""
    negated = text[at : at + 1] in {"!", "^"}
    at += negated
    members, start = "", at
    while at < len(text) and (text[at] != "]" or at == start):
        if text.startswith("[:", at) and (end := text.find(":]", at)) > at:
            known = _CLASSES.get(text[at + 2 : end])
            if known is None:
                return _NOTHING, len(text)
            members, at = members + known, end + 2
            continue
        low, at = _member(text, at)
        if text[at : at + 1] == "-" and text[at + 1 : at + 2] not in {"]", ""}:
            high, at = _member(text, at + 1)
            members += f"{re.escape(low)}-{re.escape(high)}" if low <= high else ""
        else:
            members += re.escape(low)
    if at >= len(text):
        return _NOTHING, len(text)
    if not members:
        return ("[^/]" if negated else _NOTHING), at + 1
    return f"(?!/)[{'^' * negated}{members}]", at + 1


def _member(text: str, at: int) -> tuple[str, int]:
    at += text[at] == "\\" and at + 1 < len(text)
    return text[at], at + 1
