"""What is left of the steps that evaluation may take, for the value that is being made and for the whole root module.

A step is an expression that is evaluated, a value that is made, an element that it holds, 64 bytes of its text, or an
element that is walked through.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Final, NoReturn

from icplint.model.text import Text
from icplint.terraform.values import limits
from icplint.terraform.values.errors import TooLargeError

if TYPE_CHECKING:
    from fractions import Fraction

STEPS: Final = Text(en="it takes more than {most} steps", zh="求值超过 {most} 步")
RUN: Final = Text(
    en="other large values have used up the steps of this root module", zh="其他过大的值已用完本根模块的求值步数"
)
SIZE: Final = Text(en="it would have more than {most} elements", zh="元素超过 {most} 个")
NUMBER: Final = Text(en="it holds a number of more than {most} bits", zh="其中的数字超过 {most} 位（二进制）")
DEEP: Final = Text(en="it is nested too deeply", zh="嵌套过深")
MEMORY: Final = Text(en="there is not enough memory", zh="内存不足")


class Meter(threading.local):
    """Counts down, in each thread for itself; outside of any value, as while files are read, nothing runs out."""

    def __init__(self) -> None:
        self.left = self._allowed = sys.maxsize
        self.renew()

    def renew(self) -> None:
        """Begin a root module."""
        self._large, self._small = limits.LARGE_STEPS, limits.SMALL_STEPS

    def begin(self) -> tuple[int, int]:
        """Begin a value, whose steps are its own, and not of the value that needs it; return what `end` takes."""
        outside = self.left, self._allowed
        self.left = self._allowed = limits.STEPS if self._large > 0 else limits.SMALL if self._small > 0 else 0
        return outside

    def end(self, outside: tuple[int, int]) -> None:
        """End a value, and go on with the one that needs it."""
        used = self._allowed - self.left
        if used > limits.SMALL:
            self._large -= used
        else:
            self._small -= used
        self.left, self._allowed = outside

    def spend(self, steps: int) -> None:
        """Take steps; raises TooLargeError where there are not as many left."""
        self.left -= steps
        if self.left < 0:
            self.exhausted()

    def exhausted(self) -> NoReturn:
        """Say which steps are used up."""
        whole = self._allowed == limits.STEPS
        refuse(STEPS.using(most=f"{limits.STEPS:,}") if whole else RUN)


METER: Final = Meter()


def refuse(why: Text) -> NoReturn:
    """Raise TooLargeError."""
    raise TooLargeError(why)


def refuse_size(most: int) -> NoReturn:
    """Refuse a value with too many elements."""
    refuse(SIZE.using(most=f"{most:,}"))


def spend_text(count: int) -> None:
    """Take the steps of a text of so many characters, before it is made."""
    METER.spend(count // limits.CHARACTERS)


def spend_bits(number: int | Fraction) -> None:
    """Take the steps of a number; refuse one that is too long."""
    bits = max(number.numerator.bit_length(), number.denominator.bit_length())
    if bits > limits.BITS:
        refuse(NUMBER.using(most=f"{limits.BITS:,}"))
    spend_digits(bits // limits.BITS_OF_A_DIGIT)


def spend_digits(count: int) -> None:
    """Take the steps of so many digits, which are computed in squared time."""
    METER.spend((count // limits.DIGITS) ** 2)
