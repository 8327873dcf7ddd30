"""What a scalar of YAML stands for: some of YAML 1.2, some of 1.1 (github.com/zclconf/go-cty-yaml, resolve.go)."""

from __future__ import annotations

import math
from typing import Final

from icplint.model.regex import regex
from icplint.terraform.functions import rfc3339
from icplint.terraform.functions.encoding import decoded
from icplint.terraform.functions.function import RefusalError, quoted
from icplint.terraform.values import numbers
from icplint.terraform.values.types import BOOL
from icplint.terraform.values.value import FALSE, NULL, TRUE, Value, number, string

_PREFIX: Final = "tag:yaml.org,2002:"
_STR, _BINARY, _BOOL, _INT, _FLOAT, _NULL, _TIMESTAMP = (
    _PREFIX + name for name in ("str", "binary", "bool", "int", "float", "null", "timestamp")
)
_TAGS: Final = frozenset({"", _STR, _BINARY, _BOOL, _INT, _FLOAT, _NULL, _TIMESTAMP})
_FIRST: Final = frozenset("+-0123456789yYnNtTfFoO~.")
"""What a scalar that may be more than a string starts with."""
_WORDS: Final = (
    (TRUE, "y Y yes Yes YES true True TRUE on On ON"),
    (FALSE, "n N no No NO false False FALSE off Off OFF"),
    (NULL, "~ null Null NULL"),
    (number(math.inf), ".inf .Inf .INF +.inf +.Inf +.INF"),
    (number(-math.inf), "-.inf -.Inf -.INF"),
)
_CONSTANTS: Final = {"": NULL} | {word: value for value, words in _WORDS for word in words.split()}
_INTEGER: Final = regex(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL: Final = regex(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_PREFIXED: Final = regex(r"([-+]?)0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)")
_MOMENT: Final = regex(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"(?:([Tt ])([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?)?"
)


def resolved(tag: str, text: str, *, in_quotes: bool) -> Value | None:
    """Return the value of a scalar, or None for the key that merges another mapping; `tag` is empty without one."""
    if tag not in _TAGS:
        raise RefusalError(f"unsupported tag {quoted(tag)}")
    if tag not in {_STR, _BINARY} and (not text or text[0] in _FIRST):
        if in_quotes:
            return string(text)
        value = _guessed(tag, text)
        if value is not None:
            return value
    if not tag:
        return None if text == "<<" else string(text)
    return _tagged(tag, text)


def _guessed(tag: str, text: str) -> Value | None:
    """Return what the looks of a plain scalar say."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if not tag and text in {".nan", ".NaN", ".NAN"}:
        raise RefusalError("floating point NaN is not supported")
    if text[0] == ".":
        parsed = numbers.parse(text)
        return None if parsed is None else number(parsed)
    moment = _moment(text) if tag in {"", _TIMESTAMP} else None
    if moment is not None:
        return string(moment)
    return _number(_INT, text) if _INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text) else None


def _tagged(tag: str, text: str) -> Value:
    constant = _CONSTANTS.get(text)
    moment = _moment(text)
    if tag == _STR or (tag == _BINARY and decoded(text) is not None):
        return string(text)
    if tag == _NULL:
        return NULL
    if tag == _BOOL and constant is not None and constant.type is BOOL:
        return constant
    if tag == _TIMESTAMP and moment is not None:
        return string(moment)
    if tag in {_INT, _FLOAT}:
        return _number(tag, text)
    problem = ": not valid base64" if tag == _BINARY else ""
    raise RefusalError(f"cannot parse {quoted(text)} as {tag}{problem}")


def _number(tag: str, text: str) -> Value:
    plain = text.replace("_", "")
    parsed = numbers.parse(plain)
    if parsed is None and (match := _PREFIXED.fullmatch(plain)):
        whole = int(plain, 0)
        if whole.bit_length() < 64 or whole == -(1 << 63) or (whole.bit_length() == 64 and not match[1]):
            parsed = whole
    if parsed is None:
        raise RefusalError(f"cannot parse {quoted(text)} as {tag}")
    return number(parsed)


def _moment(text: str) -> str | None:
    """Return a date or a moment as RFC 3339 spells it, without fractions of a second."""
    match = _MOMENT.fullmatch(text)
    if match is None or (match[4] in {"T", "t"}) != bool(match[8]):
        return None
    year, month, day, _, hour, minute, second, _ = (part.zfill(2) for part in match.groups(""))
    try:
        moment = f"{year}-{month}-{day}T{hour}:{minute}:{second}{match[8] or 'Z'}"
        return str(rfc3339.parse(moment, None, strict=False))
    except RefusalError:
        return None
