"""Timestamps and durations as Go's package time reads them."""

from __future__ import annotations

import re
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex
from icplint.terraform.functions.function import RefusalError, quoted

_INVALID: Final = "not a valid RFC3339 timestamp"
_NANOSECOND: Final = 1
_UNITS: Final = {
    "ns": _NANOSECOND,
    "us": 1_000,
    "µs": 1_000,
    "μs": 1_000,
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "m": 60_000_000_000,
    "h": 3_600_000_000_000,
}
_SECOND: Final = _UNITS["s"]
_LONGEST: Final = 1 << 63
_FEBRUARY: Final = 2
_PARTS: Final = (
    ("year", "", r"\d{4}", 9999),
    ("month", "-", r"\d{2}", 12),
    ("day of month", "-", r"\d{2}", 31),
    ("hour", "T", r"\d{1,2}", 23),
    ("minute", ":", r"\d{2}", 59),
    ("second", ":", r"\d{2}", 59),
)
_FRACTION: Final = regex(r"([.,])(\d+)", re.ASCII)
_OFFSET: Final = regex(r"Z|([+-])(\d{2}):(\d{2})", re.ASCII)
_STEP: Final = regex(r"(\d*)(\.\d*)?([^\d.]*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A moment: nanoseconds since 1970 in UTC, and the offset in seconds of the zone it is told in."""

    nanoseconds: int
    offset: int

    def date(self) -> tuple[int, int, int]:
        """Return year, month and day."""
        return _civil((self.nanoseconds // _SECOND + self.offset) // 86400)

    def clock(self) -> tuple[int, int, int]:
        """Return hour, minute and second."""
        seconds = (self.nanoseconds // _SECOND + self.offset) % 86400
        return seconds // 3600, seconds // 60 % 60, seconds % 60

    def weekday(self) -> int:
        """Return the day of the week, Sunday being 0."""
        return ((self.nanoseconds // _SECOND + self.offset) // 86400 + 4) % 7

    def zone(self, separator: str, utc: str) -> str:
        """Return the zone as +hh:mm with that separator, or `utc` where it is not an offset at all."""
        if not self.offset:
            return utc
        minutes = abs(self.offset) // 60
        return f"{'-' if self.offset < 0 else '+'}{minutes // 60:02d}{separator}{minutes % 60:02d}"

    def __str__(self) -> str:
        year, month, day = self.date()
        hour, minute, second = self.clock()
        sign = "-" if year < 0 else ""
        return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{self.zone(':', 'Z')}"


def _days(year: int, month: int, day: int) -> int:
    """Return the days since 1970-01-01 of a date of the Gregorian calendar."""
    shifted = year - (month <= _FEBRUARY)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def _civil(days: int) -> tuple[int, int, int]:
    era, of_era = divmod(days + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = (shifted + 2) % 12 + 1
    return year + era * 400 + (month <= _FEBRUARY), month, of_year - (153 * shifted + 2) // 5 + 1


def parse(text: str, at: int | None, *, strict: bool) -> Timestamp:
    """Return the moment; where not strict, an hour may have one digit and a fraction may follow a comma."""
    numbers: list[int] = []
    position = 0
    for what, separator, shape, most in _PARTS:
        if not text.startswith(separator, position):
            raise RefusalError(_misplaced(text[position:], separator), at)
        position += len(separator)
        match = re.compile(shape, re.ASCII).match(text, position)
        if match is None:
            raise RefusalError(_unusable(text[position:], what), at)
        if strict and what == "hour" and len(match[0]) == 1:
            raise RefusalError(f"{_INVALID}: hour must have exactly two digits", at)
        position = match.end()
        numbers.append(int(match[0]))
        if numbers[-1] > most or (numbers[-1] == 0 and what in {"month", "day of month"}):
            raise RefusalError(_unusable(text[position:], what), at)
    fraction = _FRACTION.match(text, position)
    if fraction and fraction[1] == "," and strict:
        raise RefusalError(_unusable(",", "timestamp segment"), at)
    position = fraction.end() if fraction else position
    offset = _offset(text, position, at, strict=strict)
    year, month, day, hour, minute, second = numbers
    days = _days(year, month, day)
    if _civil(days) != (year, month, day):
        raise RefusalError(f"{_INVALID}: day out of range", at)
    nanoseconds = int(fraction[2][:9].ljust(9, "0")) if fraction else 0
    return Timestamp((days * 86400 + hour * 3600 + minute * 60 + second - offset) * _SECOND + nanoseconds, offset)


def _misplaced(rest: str, separator: str) -> str:
    if separator == "T":
        return f"{_INVALID}: missing required time introducer 'T'"
    if not rest:
        return f'{_INVALID}: end of string where "{separator}" is expected'
    return f'{_INVALID}: found {quoted(rest)} where "{separator}" is expected'


def _unusable(rest: str, what: str) -> str:
    if not rest:
        return f"{_INVALID}: end of string before {what}"
    if what == "hour" and ":" in rest:
        return f"{_INVALID}: hour must be between 0 and 23 inclusive"
    return f"{_INVALID}: cannot use {quoted(rest)} as {what}"


def _offset(text: str, position: int, at: int | None, *, strict: bool) -> int:
    match = _OFFSET.match(text, position)
    if match is None:
        raise RefusalError(_unusable(text[position:], "UTC offset"), at)
    if match.end() < len(text):
        raise RefusalError(_unusable(text[match.end() :], "timestamp segment"), at)
    if match[0] == "Z":
        return 0
    hours, minutes = int(match[2]), int(match[3])
    if hours > (23 if strict else 24) or minutes > (59 if strict else 60):
        raise RefusalError(_unusable(text[position:], "UTC offset"), at)
    seconds = hours * 3600 + minutes * 60
    return -seconds if match[1] == "-" else seconds


def duration(text: str) -> int:
    """Return the nanoseconds of a duration such as `1h30m` or `-1.5h`."""
    invalid = f"time: invalid duration {quoted(text)}"
    body = text[1:] if text[:1] in {"+", "-"} and text else text
    if body == "0":
        return 0
    if not body:
        raise RefusalError(invalid)
    total = position = 0
    while position < len(body):
        match = _STEP.match(body, position)
        if match is None or not (match[1] or (match[2] or "")[1:]):
            raise RefusalError(invalid)
        if not match[3]:
            raise RefusalError(f"time: missing unit in duration {quoted(text)}")
        if match[3] not in _UNITS:
            raise RefusalError(f"time: unknown unit {quoted(match[3])} in duration {quoted(text)}")
        unit = _UNITS[match[3]]
        part = (match[2] or "")[1:]
        total += int(match[1] or 0) * unit + (int(float(int(part)) * (unit / 10.0 ** len(part))) if part else 0)
        if total >= _LONGEST:
            raise RefusalError(invalid)
        position = match.end()
    return -total if text.startswith("-") else total
