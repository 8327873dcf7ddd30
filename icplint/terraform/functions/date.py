"""Functions of timestamps."""

from __future__ import annotations

from typing import Final

from icplint.model.regex import regex
from icplint.terraform.functions import rfc3339
from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, impure, quoted, table
from icplint.terraform.functions.rfc3339 import Timestamp
from icplint.terraform.values.types import NUMBER, STRING
from icplint.terraform.values.value import Value, number, string

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_QUOTE: Final = "''"
_TOKEN: Final = regex(r"''|'(?:[^']|'')*'?|([A-Za-z])\1*|[^'A-Za-z]+")
_SHAPES: Final = {
    "Y": 'year must either be "YY" or "YYYY"',
    "M": 'month must be "M", "MM", "MMM", or "MMMM"',
    "D": 'day of month must either be "D" or "DD"',
    "E": 'day of week must either be "EEE" or "EEEE"',
    "h": '24-hour must either be "h" or "hh"',
    "H": '12-hour must either be "H" or "HH"',
    "A": 'must be "AA"',
    "a": 'must be "aa"',
    "m": 'minute must either be "m" or "mm"',
    "s": 'second must either be "s" or "ss"',
    "Z": "timezone must be Z, ZZZZ, or ZZZZZ",
}


def _formatdate(arguments: list[Value], _: Context) -> Value:
    moment = rfc3339.parse(arguments[1].raw, 1, strict=True)
    return string("".join(_written(match[0], moment) for match in _TOKEN.finditer(arguments[0].raw)))


def _written(token: str, moment: Timestamp) -> str:
    if token.startswith("'"):
        if len(token) == 1 or not token.endswith("'"):
            raise RefusalError("unterminated literal '", 0)
        return "'" if token == _QUOTE else token[1:-1].replace(_QUOTE, "'")
    if not token[0].isalpha() or not token.isascii():
        return token
    forms = _forms(token[0], moment)
    if len(token) not in forms:
        shape = f": {_SHAPES[token[0]]}" if token[0] in _SHAPES else ""
        raise RefusalError(f"invalid date format verb {quoted(token)}{shape}", 0)
    return forms[len(token)]


def _forms(letter: str, moment: Timestamp) -> dict[int, str]:
    """Return what a verb stands for, by how often its letter is written."""
    year, month, day = moment.date()
    hour, minute, second = moment.clock()
    half = "PM" if hour // 12 else "AM"
    weekday = _DAYS[moment.weekday()]
    offset = moment.zone("", "+0000")
    forms = {
        "Y": {2: f"{year % 100:02d}", 4: f"{year:04d}"},
        "M": _padded(month) | {3: _MONTHS[month - 1][:3], 4: _MONTHS[month - 1]},
        "D": _padded(day),
        "E": {3: weekday[:3], 4: weekday},
        "h": _padded(hour),
        "H": _padded(hour % 12 or 12),
        "A": {2: half},
        "a": {2: half.lower()},
        "m": _padded(minute),
        "s": _padded(second),
        "Z": {1: moment.zone(":", "Z"), 3: moment.zone("", "UTC"), 4: offset, 5: moment.zone(":", "+00:00")},
    }
    return forms.get(letter, {})


def _padded(value: int) -> dict[int, str]:
    return {1: str(value), 2: f"{value:02d}"}


def _timeadd(arguments: list[Value], _: Context) -> Value:
    moment = rfc3339.parse(arguments[0].raw, None, strict=True)
    span = rfc3339.duration(arguments[1].raw)
    return string(str(Timestamp(moment.nanoseconds + span, moment.offset)))


def _timecmp(arguments: list[Value], _: Context) -> Value:
    a, b = (rfc3339.parse(argument.raw, at, strict=False) for at, argument in enumerate(arguments))
    return number((a.nanoseconds > b.nanoseconds) - (a.nanoseconds < b.nanoseconds))


def _text(*names: str) -> tuple[Parameter, ...]:
    return tuple(Parameter(name, STRING) for name in names)


FUNCTIONS: Final = table(
    Function("formatdate", _text("format", "time"), None, STRING, _formatdate),
    Function("plantimestamp", (), None, STRING, lambda _arguments, _: impure("plantimestamp")),
    Function("timeadd", _text("timestamp", "duration"), None, STRING, _timeadd),
    Function("timecmp", _text("timestamp_a", "timestamp_b"), None, NUMBER, _timecmp),
    Function("timestamp", (), None, STRING, lambda _arguments, _: impure("timestamp")),
)
