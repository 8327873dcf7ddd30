"""What is known of a value that is not: Terraform's refinements."""

from __future__ import annotations

import math
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.terraform.values.numbers import Number


@dataclass(frozen=True, slots=True)
class Range:
    """Where an unknown value lies.

    `nullable` says that it may turn out to be null. A string begins with `prefix`; a number is between `low` and
    `high`, both included; a collection has at least `shortest` elements and at most `longest`.
    """

    nullable: bool = True
    prefix: str = ""
    low: Number = -math.inf
    high: Number = math.inf
    shortest: int = 0
    longest: float = math.inf


ANYWHERE: Final = Range()
NOT_NULL: Final = Range(nullable=False)


def spanning(a: Range, b: Range) -> Range:
    """Return where a value lies that lies in one of the two; what they say of its prefix is given up."""
    return Range(
        nullable=a.nullable or b.nullable,
        low=min(a.low, b.low),
        high=max(a.high, b.high),
        shortest=min(a.shortest, b.shortest),
        longest=max(a.longest, b.longest),
    )
