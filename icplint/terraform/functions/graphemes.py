"""Functions that count in grapheme clusters, what a reader takes for one character (Unicode 15, annex 29)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, simple, table, whole
from icplint.terraform.types import DYNAMIC, NUMBER, STRING, ListType, MapType, ObjectType, SetType, TupleType, Type
from icplint.terraform.values import Value, number, string, unknown_from, wholly_known


def _points(ranges: str) -> frozenset[int]:
    found: set[int] = set()
    for text in ranges.split():
        low, _, high = text.partition("-")
        found.update(range(int(low, 16), int(high or low, 16) + 1))
    return frozenset(found)


_PREPEND: Final = "600-605 6dd 70f 890-891 8e2 d4e 110bd 110cd 111c2-111c3 1193f 11941 11a3a 11a84-11a89 11d46 11f02"
_EXTEND: Final = (
    "9be 9d7 b3e b57 bbe bd7 cc2 cd5-cd6 d3e d57 dcf ddf 1b35 200c 302e-302f ff9e-ff9f 1133e 11357 114b0 114bd 115af "
    "11930 1d165 1d16e-1d172 1f3fb-1f3ff e0020-e007f"
)
_SPACING: Final = "e33 eb3"
_NOT_SPACING: Final = (
    "102b-102c 1038 1062-1064 1067-106d 1083 1087-108c 108f 109a-109c 1a61 1a63-1a64 aa7b aa7d 11720-11721"
)
_CONTROL: Final = "2065 fff0-fff8 fffd e0000 e0002-e001f e0080-e00ff e01f0-e0fff"
_PICTURE: Final = (
    "a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 231a-231b 2328 2388 23cf 23e9-23f3 23f8-23fa 24c2 25aa-25ab 25b6 "
    "25c0 25fb-25fe 2600-2605 2607-2612 2614-2685 2690-2705 2708-2712 2714 2716 271d 2721 2728 2733-2734 2744 2747 "
    "274c 274e 2753-2755 2757 2763-2767 2795-2797 27a1 27b0 27bf 2934-2935 2b05-2b07 2b1b-2b1c 2b50 2b55 3030 303d "
    "3297 3299 1f000-1f0ff 1f10d-1f10f 1f12f 1f16c-1f171 1f17e-1f17f 1f18e 1f191-1f19a 1f1ad-1f1e5 1f201-1f20f 1f21a "
    "1f22f 1f232-1f23a 1f23c-1f23f 1f249-1f3fa 1f400-1f53d 1f546-1f64f 1f680-1f6ff 1f774-1f77f 1f7d5-1f7ff "
    "1f80c-1f80f 1f848-1f84f 1f85a-1f85f 1f888-1f88f 1f8ae-1f8ff 1f90c-1f93a 1f93c-1f945 1f947-1faff 1fc00-1fffd"
)
_JAMO: Final = (("L", "1100-115f a960-a97c"), ("V", "1160-11a7 d7b0-d7c6"), ("T", "11a8-11ff d7cb-d7fb"))
_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_CATEGORIES: Final = {"Mn": "E", "Me": "E", "Mc": "S", "Cc": "C", "Cf": "C", "Zl": "C", "Zp": "C"}

_CLUSTER: Final = re.compile(
    r"""
      NF | C
    | P* (?: (?: L+ (?: (?: B?V+ | D ) T* | B )? | BV*T* | V+T* | DT* | T+ | X E* | RR? ) (?: [ES] | Z (?:XE*)? )*
           | Z [ZES]*
           | [OES] [EZS]*
         )
    | P+ | .
    """,
    re.VERBOSE,
)
"""One cluster in a string of classes: N F carriage return, line feed; C control; E S Z extending, spacing, joiner;
P prepended; L V T B D of Hangul; X picture; R flag; O any other."""


@lru_cache(maxsize=1)
def _special() -> dict[int, str]:
    """Return the class of each code point whose class its category does not tell."""
    classes = {0x0D: "N", 0x0A: "F"}
    groups = (("P", _PREPEND), ("E", _EXTEND), ("S", _SPACING), ("O", _NOT_SPACING), ("C", _CONTROL), ("X", _PICTURE))
    for letter, ranges in (*groups, *_JAMO, ("R", "1f1e6-1f1ff"), ("Z", "200d")):
        classes.update(dict.fromkeys(_points(ranges), letter))
    return classes


def _class(character: str) -> str:
    point = ord(character)
    if point in _SYLLABLES:
        return "D" if (point - _SYLLABLES.start) % 28 else "B"
    return _special().get(point) or _CATEGORIES.get(unicodedata.category(character), "O")


def clusters(text: str) -> list[str]:
    """Return the grapheme clusters of the text."""
    if text.isascii():
        return list(text) if "\r\n" not in text else re.findall(r"\r\n|[\s\S]", text)
    return list(_split(text))


def _split(text: str) -> Iterator[str]:
    classes = "".join(map(_class, text))
    for match in _CLUSTER.finditer(classes):
        yield text[match.start() : match.end()]


def _strrev(text: str) -> str:
    return "".join(reversed(clusters(text)))


def _substr(arguments: list[Value], _: Context) -> Value:
    text, offset, length = arguments[0].raw, whole(arguments[1]), whole(arguments[2])
    parts = clusters(text)
    if offset < 0:
        offset = max(offset + len(parts), 0)
    elif length == 0:
        return string("")
    if length == 0:  # with a negative offset Terraform does not stop at no characters but at the end
        length = -1
    return string("".join(parts[offset:] if length < 0 else parts[offset : offset + length]))


def _length_type(arguments: list[Value]) -> Type:
    kind = arguments[0].type
    if kind in {STRING, DYNAMIC} or isinstance(kind, TupleType | ObjectType | ListType | MapType | SetType):
        return NUMBER
    raise RefusalError("argument must be a string, a collection type, or a structural type")


def _length(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    match given.type:
        case TupleType(elements):
            return number(len(elements)).marked(given.marks)
        case ObjectType(attributes):
            return number(len(attributes)).marked(given.marks)
    if not given.known or (isinstance(given.type, SetType) and len(given.raw) > 1 and not wholly_known(given)):
        return unknown_from(NUMBER, [given])
    return number(len(clusters(given.raw)) if given.type is STRING else len(given.raw)).marked(given.marks)


FUNCTIONS: Final = table(
    Function("length", (Parameter("value", unknown=True, marked=True, untyped=True),), None, _length_type, _length),
    simple("strrev", {"str": STRING}, STRING, _strrev),
    Function(
        "substr",
        (Parameter("str", STRING), Parameter("offset", NUMBER), Parameter("length", NUMBER)),
        None,
        STRING,
        _substr,
    ),
)
