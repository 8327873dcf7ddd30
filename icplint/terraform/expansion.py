"""`count` and `for_each`: how many instances a block has, and what `count` and `each` mean in each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icplint.terraform import numbers
from icplint.terraform.conversion import convert
from icplint.terraform.expressions import elements
from icplint.terraform.types import DYNAMIC, NUMBER, STRING, ListType, MapType, ObjectType, SetType
from icplint.terraform.values import EvaluationError, Unk, Value, number, object_of, tuple_of, unknown

if TYPE_CHECKING:
    from icplint.terraform.instance import ModuleInstance
    from icplint.terraform.modules import Declared


@dataclass(frozen=True, slots=True)
class Item:
    """One instance: what follows its address (empty, `[0]`, `["a"]`), and the names that it adds to the scope."""

    suffix: str
    names: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Expansion:
    """The instances of a block. `kind` is single, count or for_each; not `certain` where their number is unknown."""

    kind: str
    items: tuple[Item, ...]
    keys: tuple[str, ...] = ()
    reason: Unk | None = None

    @property
    def certain(self) -> bool:
        return self.reason is None

    def arrange(self, values: list[Value]) -> Value:
        """Return what the block's own name stands for: one object, a tuple of them, or a map of them by key."""
        if self.kind == "single":
            return values[0]
        if self.reason is not None:
            return _some(values[0])
        if self.kind == "count":
            return tuple_of(values)
        return object_of(dict(zip(self.keys, values, strict=True)))


def _some(value: Value) -> Value:
    """Some number of instances: whichever is taken looks like the one that stands for all."""
    if not isinstance(value.raw, Unk):
        return value
    whole = value.raw

    def look(key: Value) -> Value:
        if key.known and key.type is STRING and whole.look:
            found = whole.look(key)
            return found if not isinstance(found.raw, Unk) or found.raw.refs else value
        return value

    return unknown(DYNAMIC, Unk(whole.why, whole.refs, whole.open, whole.settle, look))


SINGLE = Expansion("single", (Item("", {}),))


def expand(instance: ModuleInstance, declared: Declared) -> Expansion:
    """Return the instances of a resource, data source or module call. Raises EvaluationError as Terraform does."""
    if count := declared.attribute("count"):
        return _count(instance.evaluate(count.expression))
    if for_each := declared.attribute("for_each"):
        return _for_each(instance.evaluate(for_each.expression))
    return SINGLE


def _count(value: Value) -> Expansion:
    if value.null:
        raise EvaluationError(
            'Invalid count argument: The given "count" argument value is null. An integer is required.'
        )
    amount = convert(value, NUMBER)
    if isinstance(amount.raw, Unk):
        index = unknown(NUMBER, amount.raw.without_look())
        return Expansion("count", (Item("", {"count": object_of({"index": index})}),), reason=amount.raw)
    if not isinstance(amount.raw, int) or amount.raw < 0:
        raise EvaluationError(
            f'Invalid count argument: The given "count" argument value is unsuitable: {numbers.spell(amount.raw)}.'
        )
    items = (Item(f"[{i}]", {"count": object_of({"index": number(i)})}) for i in range(amount.raw))
    return Expansion("count", tuple(items))


def _for_each(value: Value) -> Expansion:
    if value.null:
        raise EvaluationError('Invalid for_each argument: The given "for_each" argument value is null.')
    doubt = value.raw if isinstance(value.raw, Unk) else None
    if doubt is None:
        if not isinstance(value.type, MapType | ObjectType | SetType):
            raise EvaluationError(
                'Invalid for_each argument: The given "for_each" argument value is unsuitable: the '
                '"for_each" argument must be a map, or set of strings.'
            )
        doubt = (
            next((v.raw for v in value.raw if isinstance(v.raw, Unk)), None)
            if isinstance(value.type, SetType)
            else None
        )
    if doubt is not None:
        return Expansion("for_each", (Item("", {"each": _unknown_each(value, doubt)}),), reason=doubt)
    pairs = [(convert(k, STRING).raw, v) for k, v in elements(value)]
    items = (
        Item(f"[{json.dumps(key, ensure_ascii=False)}]", {"each": object_of({"key": Value(STRING, key), "value": v})})
        for key, v in pairs
    )
    return Expansion("for_each", tuple(items), tuple(key for key, _ in pairs))


def _unknown_each(value: Value, doubt: Unk) -> Value:
    element = value.type.element if isinstance(value.type, ListType | SetType | MapType) else DYNAMIC
    plain = doubt.without_look()
    return object_of({"key": unknown(STRING, Unk(plain.why, settle=plain.settle)), "value": unknown(element, plain)})
