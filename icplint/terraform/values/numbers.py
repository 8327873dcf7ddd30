"""Terraform's numbers: binary floating point with a mantissa of 512 bits (Go's big.Float), exactly.

Whole numbers are Python ints, all others Fractions rounded to 512 bits; infinity and negative zero are floats. What
`pow` and `log` return has the 53 bits of a double, and is spelled so: see `Double`.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction

from icplint.model.regex import regex
from icplint.terraform.values.budget import spend_bits

Number = int | Fraction | float
BITS = 512
NEGATIVE_ZERO = -0.0
_SHAPE = regex(r"([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([eEpP])([+-]?\d+))?", re.ASCII)
_LARGEST_EXPONENT = 100_000
_MOST_DIGITS = 1_000
_FEW_DIGITS = 150
_INFINITIES = {"inf": math.inf, "+inf": math.inf, "-inf": -math.inf}


class Double(Fraction):
    """A number with a mantissa of 53 bits."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Numbers are equal if they are spelled alike."""
        return super().__eq__(other) if isinstance(other, Double) else parse(spell(self)) == other

    def __hash__(self) -> int:  # type: ignore[override] # typeshed says that no complex number has one
        return hash(parse(spell(self)))

    def __abs__(self) -> Double:
        return Double(super().__abs__())

    def __neg__(self) -> Double:
        return Double(super().__neg__())


def double(value: float) -> Number:
    """Return the number that a double stands for."""
    if math.isinf(value) or value == 0:
        return value if math.isinf(value) or math.copysign(1, value) < 0 else 0
    return int(value) if value.is_integer() and abs(value) < 1 << 53 else Double(value)


def parse(text: str) -> Number | None:
    """Return the number that `text` spells, or None where Terraform would not read it as one."""
    if text.isascii() and text.isdigit() and len(text) < _FEW_DIGITS:
        return int(text)
    match = _SHAPE.fullmatch(text)
    if match is None:
        return _INFINITIES.get(text.lower()) if text[-3:] in {"Inf", "inf"} else None
    sign, digits, base, power = match.groups()
    mantissa, shift = _shortened(digits)
    exponent = int((power or "0")[:12])
    if mantissa == "0" or exponent + shift < -_LARGEST_EXPONENT:
        return NEGATIVE_ZERO if sign == "-" else 0
    if exponent + shift > _LARGEST_EXPONENT:
        return -math.inf if sign == "-" else math.inf
    scale = Fraction(10) ** shift * Fraction(2 if base in {"p", "P"} else 10) ** exponent
    return rounded(scale * int(sign + mantissa))


def _shortened(digits: str) -> tuple[str, int]:
    """Return decimal digits without a point, no more than matter for 512 bits, and the power of ten they lost."""
    whole, _, rest = digits.partition(".")
    mantissa = (whole + rest).lstrip("0") or "0"
    dropped = len(mantissa) - _MOST_DIGITS
    if dropped <= 0:
        return mantissa, -len(rest)
    return mantissa[:_MOST_DIGITS] + ("1" if mantissa[_MOST_DIGITS:].strip("0") else "0"), dropped - 1 - len(rest)


def rounded(value: Fraction | int) -> int | Fraction:
    """Return `value` rounded to 512 bits of mantissa, to nearest even."""
    numerator, denominator = value.numerator, value.denominator
    if denominator == 1 and numerator.bit_length() <= BITS:
        return numerator
    spend_bits(value)
    magnitude = abs(numerator)
    shift = BITS - (magnitude.bit_length() - denominator.bit_length())
    quotient = _divide_to_even(magnitude, denominator, shift)
    if quotient.bit_length() > BITS:
        excess = quotient.bit_length() - BITS
        shift -= excess
        quotient = _divide_to_even(magnitude, denominator, shift)
    exact = Fraction(quotient, 1 << shift) if shift >= 0 else Fraction(quotient << -shift)
    exact = -exact if numerator < 0 else exact
    return exact.numerator if exact.denominator == 1 else exact


def _divide_to_even(magnitude: int, denominator: int, shift: int) -> int:
    numerator = magnitude << shift if shift >= 0 else magnitude
    denominator = denominator if shift >= 0 else denominator << -shift
    quotient, rest = divmod(numerator, denominator)
    if rest * 2 > denominator or (rest * 2 == denominator and quotient & 1):
        quotient += 1
    return quotient


def spell(value: Number) -> str:
    """Return the shortest decimal that reads back as the same number, without an exponent."""
    if isinstance(value, int) and (value.bit_length() <= BITS or rounded(value) != value):
        return decimal(value)
    if isinstance(value, float):
        return "-0" if value == 0 else ("-" if value < 0 else "+") + "Inf"
    if isinstance(value, Double):
        return format(Decimal(repr(float(value))), "f").removesuffix(".0")
    sign, magnitude = "-" if value < 0 else "", abs(Fraction(value))
    digits, point = _shortest(magnitude)
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    if point >= len(digits):
        return f"{sign}{digits}{'0' * (point - len(digits))}"
    return f"{sign}{digits[:point]}.{digits[point:]}"


def decimal(value: int) -> str:
    """Return the digits of a whole number, of which `str` writes 4,300 at most."""
    return str(Decimal(value))


def _shortest(magnitude: Fraction) -> tuple[str, int]:
    """Return the digits and the place of the decimal point: 0.d1d2… times ten to that power."""
    point = math.floor((magnitude.numerator.bit_length() - magnitude.denominator.bit_length()) * math.log10(2))
    scaled = magnitude / Fraction(10) ** point
    while scaled >= 1:
        scaled, point = scaled / 10, point + 1
    while scaled < Fraction(1, 10):
        scaled, point = scaled * 10, point - 1
    for count in range(1, 160):
        digits = round(scaled * 10**count)
        candidate = Fraction(digits) / 10**count
        candidate = candidate * 10**point if point >= 0 else candidate / 10**-point
        if rounded(candidate) == magnitude:
            if digits == 10**count:
                return "1", point + 1
            return str(digits).rjust(count, "0").rstrip("0") or "0", point
    raise AssertionError("160 digits always suffice for 512 bits")


def add(a: Number, b: Number) -> Number | None:
    """Return a + b; None for the sum of opposite infinities, which Terraform refuses."""
    if isinstance(a, float) or isinstance(b, float):
        return _add_special(a, b)
    if isinstance(a, Double) and isinstance(b, Double):
        return double(float(a) + float(b))
    return rounded(a + b)


def _add_special(a: Number, b: Number) -> Number | None:
    """Add where an infinity or a negative zero takes part."""
    if _infinite(a) or _infinite(b):
        return _special(_wide(a) + _wide(b))
    if a == 0 and b == 0:
        return _special(_wide(a) + _wide(b))
    return b if a == 0 else a


def _infinite(a: Number) -> bool:
    return isinstance(a, float) and math.isinf(a)


def multiply(a: Number, b: Number) -> Number | None:
    """Return a * b; None for zero times infinity, which Terraform refuses."""
    if isinstance(a, float) or isinstance(b, float):
        return _special(_wide(a) * _wide(b))
    return rounded(a * b) or _zero(a, b)


def divide(a: Number, b: Number) -> Number | None:
    """Return a / b; None for zero by zero and infinity by infinity, which Terraform refuses."""
    if b == 0:
        return None if a == 0 else math.copysign(math.inf, _wide(a)) * math.copysign(1, _wide(b))
    if isinstance(a, float) or isinstance(b, float):
        return None if math.isinf(a) and math.isinf(b) else _special(_wide(a) / _wide(b))
    if isinstance(a, Double) and isinstance(b, Double):
        return double(float(a) / float(b))
    return rounded(Fraction(a) / b) or _zero(a, b)


def modulo(a: Number, b: Number) -> Number | None:
    """Return the remainder of a by b with the sign of a; a where b is zero, None where either is infinite."""
    if b == 0:
        return a
    if _infinite(a) or _infinite(b):
        return None
    rest = abs(Fraction(a)) % abs(Fraction(b))
    return rounded(-rest if a < 0 else rest)


def negate(a: Number) -> Number:
    """Return -a, keeping the sign of zero."""
    return NEGATIVE_ZERO if isinstance(a, int) and a == 0 else 0 if a == 0 else -a


def _zero(a: Number, b: Number) -> Number:
    """Return zero with the sign of a product or quotient."""
    return NEGATIVE_ZERO if (a < 0) != (b < 0) else 0


def _wide(a: Number) -> float:
    return a if isinstance(a, float) else math.copysign(1.0, a) if a else 0.0


def _special(result: float) -> Number | None:
    if math.isnan(result):
        return None
    if result == 0:
        return NEGATIVE_ZERO if math.copysign(1, result) < 0 else 0
    return result if math.isinf(result) else int(result)
