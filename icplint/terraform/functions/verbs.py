"""Go's formatting verbs for numbers, as fmt writes big.Int and big.Float."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.terraform.values import numbers
from icplint.terraform.values.numbers import Number

_BASES: Final = {"b": ("b", "0b"), "o": ("o", "0"), "x": ("x", "0x"), "X": ("X", "0X"), "d": ("d", "")}
_DEFAULT_PRECISION: Final = 6
_SMALLEST_EXPONENT: Final = -4


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a format string, such as `%-8.2f`: its flags, width, precision and letter."""

    raw: str
    offset: int
    flags: str
    width: int | None
    precision: int | None
    mode: str


def integer(verb: Verb, value: int) -> str:
    """Return a whole number as %b, %d, %o, %x or %X write it."""
    code, prefix = _BASES[verb.mode]
    sign = _sign(verb, negative=value < 0)
    prefix = prefix if "#" in verb.flags else ""
    digits = numbers.decimal(abs(value)) if code == "d" else format(abs(value), code)
    if verb.precision == 0 and value == 0:
        return ""
    digits = digits.rjust(verb.precision or 0, "0")
    missing = (verb.width or 0) - len(sign) - len(prefix) - len(digits)
    if missing <= 0:
        return f"{sign}{prefix}{digits}"
    if "-" in verb.flags:
        return f"{sign}{prefix}{digits}{' ' * missing}"
    if "0" in verb.flags and verb.precision is None:
        return f"{sign}{prefix}{'0' * missing}{digits}"
    return f"{' ' * missing}{sign}{prefix}{digits}"


def real(verb: Verb, value: Number) -> str:
    """Return a number as %e, %E, %f, %g or %G write it."""
    negative = value < 0 or (value == 0 and isinstance(value, float))
    infinite = isinstance(value, float) and math.isinf(value)
    if infinite:
        sign = "-" if negative else " " if " " in verb.flags else "+"
        body = "Inf"
    else:
        sign = _sign(verb, negative=negative)
        body = _digits(_magnitude(value), verb.mode, verb.precision)
    missing = (verb.width or 0) - len(sign) - len(body)
    if missing <= 0:
        return sign + body
    if "0" in verb.flags and not infinite:
        return f"{sign}{'0' * missing}{body}"
    if "-" in verb.flags:
        return f"{sign}{body}{' ' * missing}"
    return f"{' ' * missing}{sign}{body}"


def _sign(verb: Verb, *, negative: bool) -> str:
    return "-" if negative else "+" if "+" in verb.flags else " " if " " in verb.flags else ""


def general(value: Number) -> str:
    """Return a number as %v writes it, with an exponent from 1e+06 on."""
    if isinstance(value, float):
        return numbers.spell(value) if value == 0 or value < 0 else "+Inf"
    return ("-" if value < 0 else "") + _digits(_magnitude(value), "g", None)


def _magnitude(value: Number) -> Number:
    return -value if value < 0 else value or 0


def _digits(value: Number, mode: str, precision: int | None) -> str:
    if mode == "f":
        return _fixed(value, _DEFAULT_PRECISION if precision is None else precision)
    if mode in "eE":
        return _scientific(value, _DEFAULT_PRECISION if precision is None else precision, mode)
    return _shorter(value, mode, precision)


def _fixed(value: Number, places: int) -> str:
    scaled = round(Fraction(value) * 10**places)
    text = numbers.decimal(scaled).rjust(places + 1, "0")
    return f"{text[:-places]}.{text[-places:]}" if places else text


def _scientific(value: Number, places: int, letter: str) -> str:
    digits, exponent = _rounded(value, places + 1)
    return _with_exponent(digits, exponent, letter)


def _with_exponent(digits: str, exponent: int, letter: str) -> str:
    mantissa = digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "")
    return f"{mantissa}{letter}{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def _rounded(value: Number, count: int) -> tuple[str, int]:
    """Return that many significant digits, to nearest even, and the exponent of the first."""
    if value == 0:
        return "0" * count, 0
    exact = Fraction(value)
    exponent = len(numbers.decimal(exact.numerator)) - len(numbers.decimal(exact.denominator))
    if Fraction(10) ** exponent > exact:
        exponent -= 1
    digits = numbers.decimal(round(exact * Fraction(10) ** (count - 1 - exponent)))
    if len(digits) > count:
        return digits[:count], exponent + 1
    return digits, exponent


def _shorter(value: Number, letter: str, precision: int | None) -> str:
    """%g: an exponent where it is under -4 or not under the precision (6 where none is given); no trailing zeros."""
    if precision is None:
        digits, exponent = _shortest(value)
        limit = _DEFAULT_PRECISION
    else:
        digits, exponent = _rounded(value, precision or 1)
        digits = digits.rstrip("0") or "0"
        limit = precision or 1
        if limit > len(digits) >= exponent + 1:
            limit = len(digits)
    if exponent < _SMALLEST_EXPONENT or exponent >= max(limit, 1):
        return _with_exponent(digits, exponent, "E" if letter == "G" else "e")
    if exponent < 0:
        return f"0.{'0' * (-exponent - 1)}{digits}"
    whole = digits[: exponent + 1].ljust(exponent + 1, "0")
    rest = digits[exponent + 1 :]
    return f"{whole}.{rest}" if rest else whole


def _shortest(value: Number) -> tuple[str, int]:
    """Return the shortest digits that read back as the same number, and the exponent of the first."""
    whole, _, rest = numbers.spell(value).partition(".")
    if whole == "0":
        digits = rest.lstrip("0")
        return (digits, len(digits) - len(rest) - 1) if digits else ("0", 0)
    return (whole + rest).rstrip("0"), len(whole) - 1
