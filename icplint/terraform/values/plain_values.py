"""Terraform's values as plain JSON, with the model's Unknown wherever they are not known."""

from __future__ import annotations

from typing import Any

from icplint.model.unknown import Unknown
from icplint.terraform.values import limits
from icplint.terraform.values.budget import DEEP, refuse, refuse_size
from icplint.terraform.values.possible import one_of
from icplint.terraform.values.reasons import SENSITIVE
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import UnknownReason, Value


def plain(value: Value, level: int = 0) -> Any:
    """Return the value as plain JSON, with the model's Unknown wherever it is not known.

    Sensitive values are unknown to the outside: nothing there may print them. `level` counts what it stands in.
    """
    if level > limits.LEVELS_OF_A_VALUE:
        refuse(DEEP)
    if not level and value.size > limits.ARGUMENT and not isinstance(value.raw, str):
        refuse_size(limits.ARGUMENT)
    if value.marks and not value.null:
        hidden = one_of(DYNAMIC, [value.unmarked()]).raw
        return Unknown(SENSITIVE, hidden.refs, hidden.open)
    match value.raw:
        case UnknownReason() as reason:
            return _unknown(reason, level + 1)
        case tuple():
            return [plain(v, level + 1) for v in value.raw]
        case dict():
            return {k: plain(v, level + 1) for k, v in value.raw.items()}
        case str() | bool() | int() | float() | None:
            return value.raw
        case _:
            return float(value.raw)


def _unknown(reason: UnknownReason, level: int) -> Unknown:
    """Of a collection of which only its possible elements are known, these are what it may be."""
    options = reason.among or reason.parts
    among = () if any(map(_is_no_leaf, options)) else tuple(plain(option, level) for option in options)
    if reason.open and not any(not isinstance(option, Unknown) or option.open for option in among):
        among = ()
    return Unknown(
        reason.why,
        reason.refs,
        reason.open,
        settle=reason.settle,
        among=among,
        prefix=reason.within.prefix,
        suffix=reason.suffix,
        tail=reason.tail,
    )


def _is_no_leaf(option: Value) -> bool:
    """Return whether a possible value is null or a collection, of which nothing can be told by its alternatives."""
    return option.null or (isinstance(option.raw, tuple | dict) and not option.marks)
