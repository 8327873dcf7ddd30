"""Objects written in Terraform's JSON syntax, where a nested block looks like an object."""

from __future__ import annotations

from collections.abc import Mapping

from icplint.terraform.values.value import UnknownReason, Value


class Written(dict[str, Value]):
    """The attributes of such an object; `block` once its use shows that it is a block, to which a provider may add.

    `reason` is why an attribute that is not written is not known: it points at the only block of its kind.
    """

    __slots__ = ("block", "reason")

    def __init__(self, attributes: Mapping[str, Value], reason: UnknownReason, *, block: bool) -> None:
        super().__init__(attributes)
        self.reason = reason
        self.block = block


def as_block(value: Value) -> Value:
    """Return the one block that an object is to what counts into it or takes each of its kind; else the value."""
    raw = value.raw
    return Value(value.type, Written(raw, raw.reason, block=True), value.marks) if isinstance(raw, Written) else value
