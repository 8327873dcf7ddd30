"""How much a stranger's configuration may ask for. Counts, never seconds: every machine gives the same answers."""

from __future__ import annotations

from typing import Final

FILE: Final = 4 << 20
"""Bytes of a file of Terraform's own syntax, whose tree takes two hundred times as much memory."""

MODULES: Final = 50
"""How deep modules may call one another; Terraform's own advice is two levels."""

STEPS: Final = 400_000
"""Steps that one value may take: a step is an expression, or a value that is made, and a second has half a million.

Of 2,156 real modules none takes more than 1,802 for one value, or 9,409 for all. See `budget` for what a step is.
"""

SMALL: Final = 2_000
"""Steps that a value may take once large ones have used up what a run has for them."""

LARGE_STEPS: Final = 500_000
"""Steps that all values of a root module may take together that take more than `SMALL` each."""

SMALL_STEPS: Final = 2_000_000
"""Steps that all others may take together: `INSTANCES` of 1,000 each."""

INSTANCES: Final = 2_000
"""Instances of a root module that multiply: of blocks with `count` or `for_each`, and of all in modules that it calls.

Each may be a domain, of which a thousand take three seconds to answer and to report. Of 248 real root modules and
examples none has more than 89. A plan may hold as many as it wants.
"""

SIZE: Final = 400_000
"""Elements of a value, those of its elements counted in: who walks through one does so once for each place.

A file that is read has a megabyte at most, which counts as 16,384.
"""

CHARACTERS: Final = 64
"""So many bytes of text count as one element: both take as long to make, and hold as much memory."""

COMPARED: Final = 16
"""Elements whose types are compared in a step."""

PARSED: Final = 8
"""Characters of a template that are parsed in a step."""

SEARCHED: Final = 4_096
"""So many bytes of text may a pattern look through in a step, for each match that it finds."""

BITS: Final = 600_000
"""Of the numerator or the denominator of a number: 100,000 digits take 595,420 in the largest base of `parseint`."""

BITS_OF_A_DIGIT: Final = 3
DIGITS: Final = 512
"""Digits that are computed in a step; twice as many take four, as it is with all operations on long numbers."""

NAMES: Final = 50
"""So many names are evaluated inside each other; the one after that is evaluated first, and then they again."""

CALLS: Final = 3_000
"""How deep Python's calls may go: an expression of `LEVELS`, some of them inside each other, takes two thirds of it."""

LEVELS: Final = 300
"""How deep an expression may be nested, counted in nodes of the parser, of which parentheses take three.

The deepest expression of 2,156 real modules has 29.
"""

ARGUMENT: Final = 10_000
"""Elements of an argument of a resource that is not text: rules, addresses, origins."""

LEVELS_OF_A_VALUE: Final = 100
"""How deep an argument may be nested: half of what a plan may be; what reads one calls itself for each level."""

STEPS_IN_A_ROW: Final = 300
"""Attributes and indexes behind one another: the longest real chain has 9."""
