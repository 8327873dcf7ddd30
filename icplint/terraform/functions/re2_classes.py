"""Character classes of Go's regular expressions, as ranges of code points (Unicode 15)."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Final

Range = tuple[int, int]
_LAST: Final = sys.maxunicode
_DIGIT: Final = ((0x30, 0x39),)
_SPACE: Final = ((0x09, 0x0A), (0x0C, 0x0D), (0x20, 0x20))
_WORD: Final = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
PERL: Final = {"d": _DIGIT, "s": _SPACE, "w": _WORD}

POSIX: Final[dict[str, tuple[Range, ...]]] = {
    "alnum": ((0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A)),
    "alpha": ((0x41, 0x5A), (0x61, 0x7A)),
    "ascii": ((0x00, 0x7F),),
    "blank": ((0x09, 0x09), (0x20, 0x20)),
    "cntrl": ((0x00, 0x1F), (0x7F, 0x7F)),
    "digit": _DIGIT,
    "graph": ((0x21, 0x7E),),
    "lower": ((0x61, 0x7A),),
    "print": ((0x20, 0x7E),),
    "punct": ((0x21, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0x7E)),
    "space": ((0x09, 0x0D), (0x20, 0x20)),
    "upper": ((0x41, 0x5A),),
    "word": _WORD,
    "xdigit": ((0x30, 0x39), (0x41, 0x46), (0x61, 0x66)),
}
_CATEGORIES: Final = frozenset(
    f"{major}{minor}"
    for major, minors in (
        ("C", "cfos"),
        ("L", "lmotu"),
        ("M", "cen"),
        ("N", "dlo"),
        ("P", "cdefios"),
        ("S", "ckmo"),
        ("Z", "lps"),
    )
    for minor in ("", *minors)
)
_SCRIPTS: Final = {
    "Bopomofo": "2ea-2eb 3105-312f 31a0-31bf",
    "Cyrillic": "400-484 487-52f 1c80-1c88 1d2b 1d78 2de0-2dff a640-a69f fe2e-fe2f 1e030-1e06d 1e08f",
    "Greek": (
        "370-373 375-377 37a-37d 37f 384 386 388-38a 38c 38e-3a1 3a3-3e1 3f0-3ff 1d26-1d2a 1d5d-1d61 1d66-1d6a 1dbf "
        "1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 "
        "1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2126 ab65 10140-1018e 101a0 1d200-1d245"
    ),
    "Han": (
        "2e80-2e99 2e9b-2ef3 2f00-2fd5 3005 3007 3021-3029 3038-303b 3400-4dbf 4e00-9fff f900-fa6d fa70-fad9 "
        "16fe2-16fe3 16ff0-16ff1 20000-2a6df 2a700-2b739 2b740-2b81d 2b820-2cea1 2ceb0-2ebe0 2f800-2fa1d 30000-3134a "
        "31350-323af"
    ),
    "Hangul": (
        "1100-11ff 302e-302f 3131-318e 3200-321e 3260-327e a960-a97c ac00-d7a3 d7b0-d7c6 d7cb-d7fb ffa0-ffbe "
        "ffc2-ffc7 ffca-ffcf ffd2-ffd7 ffda-ffdc"
    ),
    "Hiragana": "3041-3096 309d-309f 1b001-1b11f 1b132 1b150-1b152 1f200",
    "Katakana": (
        "30a1-30fa 30fd-30ff 31f0-31ff 32d0-32fe 3300-3357 ff66-ff6f ff71-ff9d 1aff0-1aff3 1aff5-1affb 1affd-1affe "
        "1b000 1b120-1b122 1b155 1b164-1b167"
    ),
    "Latin": (
        "41-5a 61-7a aa ba c0-d6 d8-f6 f8-2b8 2e0-2e4 1d00-1d25 1d2c-1d5c 1d62-1d65 1d6b-1d77 1d79-1dbe 1e00-1eff 2071 "
        "207f 2090-209c 212a-212b 2132 214e 2160-2188 2c60-2c7f a722-a787 a78b-a7ca a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff "
        "ab30-ab5a ab5c-ab64 ab66-ab69 fb00-fb06 ff21-ff3a ff41-ff5a 10780-10785 10787-107b0 107b2-107ba 1df00-1df1e "
        "1df25-1df2a"
    ),
}


@dataclass(slots=True)
class Class:
    """A set of characters; `negated` is kept apart, because what ignores case has to ignore it before negating."""

    negated: bool = False
    ranges: list[Range] = field(default_factory=list)

    def pattern(self) -> str:
        """Return the class in Python's syntax."""
        ranges = _merged(self.ranges)
        if not ranges:
            return r"[\s\S]" if self.negated else r"[^\s\S]"
        inner = "".join(_point(low) if low == high else f"{_point(low)}-{_point(high)}" for low, high in ranges)
        return f"[{'^' if self.negated else ''}{inner}]"


def _point(point: int) -> str:
    return re.escape(chr(point)) if chr(point).isascii() else f"\\U{point:08x}"


def _merged(ranges: Iterable[Range]) -> list[Range]:
    merged: list[Range] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], high)
        else:
            merged.append((low, high))
    return merged


def complement(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges of all other characters."""
    found: list[Range] = []
    following = 0
    for low, high in _merged(ranges):
        if low > following:
            found.append((following, low - 1))
        following = high + 1
    return found if following > _LAST else [*found, (following, _LAST)]


@lru_cache(maxsize=64)
def unicode_class(name: str) -> tuple[Range, ...] | None:
    r"""Return what `\p{name}` holds, or None where the name is not one that is known here."""
    if name == "Any":
        return ((0, _LAST),)
    if name in _SCRIPTS:
        pairs = (text.partition("-") for text in _SCRIPTS[name].split())
        return tuple((int(low, 16), int(high or low, 16)) for low, _, high in pairs)
    if name not in _CATEGORIES:
        return None
    found: list[Range] = []
    for inside, points in groupby(range(_LAST + 1), lambda p: unicodedata.category(chr(p)).startswith(name)):
        if inside:
            members = list(points)
            found.append((members[0], members[-1]))
    if name == "C":  # Go knows no unassigned characters as a category
        return tuple(r for part in ("Cc", "Cf", "Co", "Cs") for r in unicode_class(part) or ())
    return tuple(found)
