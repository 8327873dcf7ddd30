"""Objects of which only a provider knows all attributes: those that are written are known by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from icplint.model.dataclass import dataclass
from icplint.terraform.values import reasons
from icplint.terraform.values.possible import one_of
from icplint.terraform.values.ranges import NOT_NULL
from icplint.terraform.values.types import DYNAMIC, STRING
from icplint.terraform.values.value import UnknownReason, Value, unknown, wholly_known


@dataclass(frozen=True, slots=True)
class Partial:
    """The `look` of an object whose written attributes are known by name; `find` returns any attribute.

    A `nested` one is a nested block, and a provider's schema may make a set of those.
    """

    names: tuple[str, ...]
    find: Callable[[str], Value]
    nested: bool = False

    def __call__(self, key: Value) -> Value:
        """Return the attribute that a key names."""
        return (
            self.find(key.raw)
            if key.known and key.type is STRING
            else unknown(DYNAMIC, UnknownReason(reasons.ANY_ELEMENT))
        )


def may_be_set(values: Iterable[Value]) -> bool:
    """Return whether values are nested blocks, and so many that the order of a set of them matters."""
    items = list(values)
    return len(items) > 1 and all(_nested(value) for value in items)


def any_of(blocks: Iterable[Value]) -> Value:
    """Return an object that stands for one of several nested blocks: what is the same in all of them is known."""
    items = list(blocks)
    looks = [value.raw.look for value in items]
    names = dict.fromkeys(name for look in looks for name in look.names)
    look = Partial(tuple(names), lambda name: _either([look.find(name) for look in looks]), nested=True)
    found = one_of(DYNAMIC, items)
    reason = found.raw
    some = UnknownReason(reason.why, reason.refs, reason.open, settle=reason.settle, look=look, within=NOT_NULL)
    return unknown(DYNAMIC, some).marked(found.marks)


def _nested(value: Value) -> bool:
    return isinstance(value.raw, UnknownReason) and isinstance(value.raw.look, Partial) and value.raw.look.nested


def _either(values: list[Value]) -> Value:
    first = values[0]
    if all(wholly_known(v) and v.type == first.type and v.raw == first.raw for v in values):
        return first.marked(frozenset().union(*(v.marks for v in values)))
    order = UnknownReason(reasons.ORDER_OF_SET, settle=reasons.SETTLE_AFTER_APPLY)
    return one_of(DYNAMIC, values, order if all(map(wholly_known, values)) else None)
