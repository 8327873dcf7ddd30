"""Logarithm and power of doubles, to the last bit as Go computes them (package math of Go 1.23)."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Final

_ODD: Final = (0.6666666666666735130, 0.2857142874366239149, 0.1818357216161805012, 0.1479819860511658591)
_EVEN: Final = (0.3999999999940941908, 0.2222219843214978396, 0.1531383769920937332)
_LN2_HIGH: Final = 6.93147180369123816490e-01
_LN2_LOW: Final = 1.90821492927058770002e-10
_LOG2_E: Final = 1.4426950408889634
_LN2_UPPER: Final = 0.69314718055966295651160180568695068359375
_LN2_LOWER: Final = 0.28235290563031577122588448175013436025525412068e-12
_TAYLOR: Final = (1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 0.5, 1.0)
_FAR: Final = 1 << 12
_HALF: Final = 0.5


def log(x: float) -> float:
    """Return the natural logarithm; not a number for negatives."""
    if x == 0:
        return -math.inf
    if x < 0 or math.isinf(x):
        return math.nan if x < 0 else x
    fraction, exponent = math.frexp(x)
    if fraction < math.sqrt(2) / 2:
        fraction, exponent = fraction * 2, exponent - 1
    f, k = fraction - 1, float(exponent)
    s = f / (2 + f)
    s2 = s * s
    s4 = s2 * s2
    t1 = s2 * (_ODD[0] + s4 * (_ODD[1] + s4 * (_ODD[2] + s4 * _ODD[3])))
    t2 = s4 * (_EVEN[0] + s4 * (_EVEN[1] + s4 * _EVEN[2]))
    half = 0.5 * f * f
    return k * _LN2_HIGH - ((half - (s * (half + t1 + t2) + k * _LN2_LOW)) - f)


def exp(x: float) -> float:
    """Return e to the power of a small x, as processors with fused multiplication compute it."""
    exponent = round(x * _LOG2_E)
    x = _fused(-exponent, _LN2_LOWER, _fused(-exponent, _LN2_UPPER, x)) * 0.0625
    term = 1 / 40320
    for coefficient in _TAYLOR:
        term = _fused(x, term, coefficient)
    x *= term
    for _ in range(3):
        x *= x + 2
    return _scaled(_fused(x + 2, x, 1), exponent)


def _fused(a: float, b: float, c: float) -> float:
    """Return a * b + c, rounded once."""
    return float(Fraction(a) * Fraction(b) + Fraction(c))


def divided(a: float, b: float) -> float:
    """Return a / b as IEEE 754 has it."""
    if b:
        return a / b
    return math.nan if a == 0 or math.isnan(a) else math.copysign(math.inf, a) * math.copysign(1, b)


def power(x: float, y: float) -> float:
    """Return x to the power of y."""
    if y == 0 or x == 1:
        return 1.0
    if x == 0 or math.isinf(x) or math.isinf(y):
        return _special(x, y)
    if abs(y) == _HALF and x > 0:
        return math.sqrt(x) if y > 0 else 1 / math.sqrt(x)
    part, whole = math.modf(abs(y))
    if part and x < 0:
        return math.nan
    if whole >= 1 << 63:
        return 1.0 if x == -1 else 0.0 if (abs(x) < 1) == (y > 0) else math.inf
    start = 1.0
    if part:
        if part > _HALF:
            part, whole = part - 1, whole + 1
        start = exp(part * log(x))
    mantissa, exponent = _multiplied(start, x, int(whole))
    return _scaled(1 / mantissa, -exponent) if y < 0 else _scaled(mantissa, exponent)


def _special(x: float, y: float) -> float:
    try:
        return math.pow(x, y)
    except ValueError:  # zero to a negative power
        odd = y.is_integer() and int(y) & 1
        return math.copysign(math.inf, x) if odd else math.inf


def _multiplied(start: float, x: float, times: int) -> tuple[float, int]:
    """Return `start` multiplied by x so many times, as mantissa and binary exponent."""
    exponent = 0
    base, base_exponent = math.frexp(x)
    while times:
        if abs(base_exponent) > _FAR:
            exponent += base_exponent
            break
        if times & 1:
            start *= base
            exponent += base_exponent
        base *= base
        base_exponent <<= 1
        if base < _HALF:
            base, base_exponent = base + base, base_exponent - 1
        times >>= 1
    return start, exponent


def _scaled(mantissa: float, exponent: int) -> float:
    try:
        return math.ldexp(mantissa, exponent)
    except OverflowError:
        return math.copysign(math.inf, mantissa)
