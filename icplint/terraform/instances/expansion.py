"""`count`, `for_each` and `enabled`: how many instances a block has, and what `count` and `each` mean in each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from icplint.model.dataclass import dataclass
from icplint.model.reading import Unread
from icplint.terraform.evaluation import access
from icplint.terraform.evaluation.expressions import elements
from icplint.terraform.values import limits, numbers, reasons
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.tool_versions import ENABLED
from icplint.terraform.values.types import BOOL, DYNAMIC, NUMBER, STRING, MapType, ObjectType, SetType
from icplint.terraform.values.value import NULL, UnknownReason, Value, number, object_of, tuple_of, unknown

if TYPE_CHECKING:
    from icplint.model.origin import Origin
    from icplint.terraform.evaluation.scope import Scope
    from icplint.terraform.functions.function import Context
    from icplint.terraform.instances.run import Run
    from icplint.terraform.modules.loader import Declared
    from icplint.terraform.syntax.tree import Attribute, Expression, File


@dataclass(frozen=True, slots=True)
class Item:
    """One instance: what follows its address (empty, `[0]`, `["a"]`), and the names that it adds to the scope."""

    suffix: str
    names: Mapping[str, Value]


@dataclass(frozen=True)
class Expansion:
    """The instances of a block. `kind` is single, count or for_each; not `certain` where their number is unknown."""

    kind: str
    items: tuple[Item, ...]
    keys: tuple[str, ...] = ()
    reason: UnknownReason | None = None

    @property
    def certain(self) -> bool:
        return self.reason is None

    def position(self, key: str | Value) -> int | None:
        """Return which instance `name[key]` is, where there is such an instance and their number is known."""
        if isinstance(key, str) or not self.certain:
            return None
        fitting = {"count": NUMBER, "for_each": STRING}.get(self.kind)
        return self._positions.get(suffix_of(key)) if key.type is fitting else None

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {item.suffix: i for i, item in enumerate(self.items)}

    def arrange(self, values: list[Value]) -> Value:
        """Return what the block's own name stands for: one object, a tuple of them, or a map of them by key."""
        if self.reason is not None:
            return _some(self, self.reason, values[0])
        if self.kind == "single":
            return values[0] if values else NULL
        if self.kind == "count":
            return tuple_of(values)
        return object_of(dict(zip(self.keys, values, strict=True)))


def suffix_of(key: Value) -> str:
    """Return how an instance key is written behind an address."""
    spelled = numbers.spell(key.raw) if key.type is NUMBER else json.dumps(key.raw, ensure_ascii=False)
    return f"[{spelled}]"


def _some(expansion: Expansion, reason: UnknownReason, value: Value) -> Value:
    """Some number of instances: any index returns the representative instance."""

    def look(key: Value) -> Value:
        attribute = expansion.kind == "count" and key.known and key.type is STRING
        return access.get_attribute(value, key.raw) if attribute else value

    refs = value.raw.refs if isinstance(value.raw, UnknownReason) else reason.refs
    if expansion.kind == "single":
        return unknown(DYNAMIC, UnknownReason(reason.why, refs, settle=reason.settle, open=True))
    return unknown(DYNAMIC, UnknownReason(reason.why, refs, settle=reason.settle, look=look))


class Instance(NamedTuple):
    """One instance of a resource, data source or module call: its address, and the scope of its own arguments."""

    address: str
    scope: Scope


class Counted(Protocol):
    """What counts the instances of a block: the module instance in which it is declared."""

    run: Run
    context: Context

    @property
    def parent(self) -> object | None:
        """The module instance that calls it, if any."""
        ...

    def evaluate(self, node: Expression, file: File, scope: Scope | None = None) -> Value:
        """Evaluate an expression that stands in that file."""
        ...

    def absolute(self, name: str) -> str:
        """Return the address of what is called `name` in it."""
        ...


SINGLE = Expansion("single", (Item("", {}),))


def expand(instance: Counted, name: str, declared: Declared) -> Expansion:
    """Return the instances of a resource, data source or module call. Raises EvaluationError as Terraform does."""
    enabled = enabled_of(declared)
    if enabled and not instance.context.versions.have(ENABLED):
        raise EvaluationError('Unsupported argument: An argument named "enabled" is not expected here.')
    if enabled and (declared.attribute("count") or declared.attribute("for_each")):
        raise EvaluationError('Invalid combination of arguments: "enabled" excludes "count" and "for_each".')
    if count := declared.attribute("count"):
        amount = _amount(instance.evaluate(count.expression, declared.file))
        if isinstance(amount, UnknownReason):
            return _uncounted(amount)
        if many := _too_many(instance, name, amount, declared.place("count")):
            return _uncounted(many)
        items = (Item(f"[{i}]", {"count": object_of({"index": number(i)})}) for i in range(amount))
        return Expansion("count", tuple(items))
    if for_each := declared.attribute("for_each"):
        collection = instance.evaluate(for_each.expression, declared.file)
        doubt = _doubt(collection)
        if doubt is None:
            _check(collection)
            doubt = _too_many(instance, name, len(collection.raw), declared.place("for_each"))
        return _each(collection) if doubt is None else _some_each(collection, doubt)
    if instance.parent is not None or declared.block.kind == "module":  # written once, and there as often as called
        instance.run.instances += 1
    if enabled:
        return _enabled(instance.evaluate(enabled.expression, declared.file))
    return SINGLE


def enabled_of(declared: Declared) -> Attribute | None:
    """Return `enabled` of a block's `lifecycle`, which OpenTofu has: whether there is such a thing at all."""
    inner = (block.body.attributes.get("enabled") for block in declared.block.body.blocks if block.kind == "lifecycle")
    return next((attribute for attribute in inner if attribute), None)


def _enabled(value: Value) -> Expansion:
    """Source: opentofu.org/docs/language/meta-arguments/enabled."""
    unsuitable = 'Invalid enabled argument: The given "enabled" argument value is unsuitable'
    if value.marks:
        raise EvaluationError(f"{unsuitable}: sensitive values cannot be used here.")
    if value.null:
        raise EvaluationError(f"{unsuitable}: the value is null.")
    try:
        decided = convert(value, BOOL)
    except ConversionError as error:
        raise EvaluationError(f"{unsuitable}: {error}.") from None
    if isinstance(decided.raw, UnknownReason):
        return Expansion("single", SINGLE.items, reason=decided.raw.without_look())
    return SINGLE if decided.raw else Expansion("single", ())


def _too_many(instance: Counted, name: str, amount: int, place: Origin) -> UnknownReason | None:
    """Count the instances of a block; where they are too many, say so once, and return why none is known."""
    run, most = instance.run, limits.INSTANCES
    if run.instances + amount <= most:
        run.instances += amount
        return None
    run.instances += 1
    address = instance.absolute(name)
    why = (reasons.TOO_MANY if amount > most else reasons.TOO_MANY_IN_ALL).using(
        address=address, count=amount, most=most
    )
    run.unread.setdefault(str(place), Unread(address, why, place))
    return UnknownReason(why, settle=run.around.settle_plan())


def _amount(value: Value) -> int | UnknownReason:
    """Return how many a count asks for, or why that is not known."""
    try:
        amount = convert(value, NUMBER)
    except ConversionError as error:
        raise EvaluationError(f"Incorrect value type: Invalid expression value: {error}.") from None
    if amount.null:
        raise EvaluationError(
            'Invalid count argument: The given "count" argument value is null. An integer is required.'
        )
    if isinstance(amount.raw, UnknownReason):
        return amount.raw
    if not isinstance(amount.raw, int) or amount.raw < 0:
        why = "must be greater than or equal to zero" if amount.raw < 0 else "a whole number is required"
        raise EvaluationError(f'Invalid count argument: The given "count" argument value is unsuitable: {why}.')
    return amount.raw


def _uncounted(reason: UnknownReason) -> Expansion:
    index = unknown(NUMBER, reason.without_look())
    return Expansion("count", (Item("", {"count": object_of({"index": index})}),), reason=reason)


def _some_each(value: Value, doubt: UnknownReason) -> Expansion:
    return Expansion("for_each", (Item("", {"each": _unknown_each(value, doubt)}),), reason=doubt)


def _each(value: Value) -> Expansion:
    pairs = [(key.raw, v) for key, v in elements(value)]
    items = (
        Item(suffix_of(Value(STRING, key)), {"each": object_of({"key": Value(STRING, key), "value": v})})
        for key, v in pairs
    )
    return Expansion("for_each", tuple(items), tuple(key for key, _ in pairs))


def _doubt(value: Value) -> UnknownReason | None:
    """Return why the keys are not known, if they are not."""
    if isinstance(value.raw, UnknownReason):
        return value.raw
    if isinstance(value.type, SetType) and value.raw:
        return next((item.raw for item in value.raw if isinstance(item.raw, UnknownReason)), None)
    return None


def _check(value: Value) -> None:
    """Refuse what is not a map and no set of strings, or would show what is sensitive."""
    unsuitable = 'The given "for_each" argument value is unsuitable'
    if value.marks:
        raise EvaluationError(
            "Invalid for_each argument: Sensitive values, or values derived from sensitive values, cannot be used as "
            "for_each arguments. If used, the sensitive value could be exposed as a resource instance key."
        )
    if value.null:
        raise EvaluationError(
            f'Invalid for_each argument: {unsuitable}: the given "for_each" argument value is null. A map, or set of '
            "strings is allowed."
        )
    if not isinstance(value.type, MapType | ObjectType | SetType):
        raise EvaluationError(
            f'Invalid for_each argument: {unsuitable}: the "for_each" argument must be a map, or set of strings, and '
            f"you have provided a value of type {value.type}."
        )
    if not isinstance(value.type, SetType) or not value.raw:
        return
    if value.type.element is not STRING:
        raise EvaluationError(
            f'Invalid for_each set argument: {unsuitable}: "for_each" supports maps and sets of strings, but you have '
            f"provided a set containing type {value.type.element}."
        )
    if any(item.null for item in value.raw):
        raise EvaluationError(
            f'Invalid for_each set argument: {unsuitable}: "for_each" sets must not contain null values.'
        )


def _unknown_each(value: Value, doubt: UnknownReason) -> Value:
    plain = doubt.without_look()
    key = unknown(STRING, UnknownReason(plain.why, settle=plain.settle))
    match value.type:
        case SetType():
            element = unknown(STRING, plain)
        case MapType(kind):
            element = unknown(kind, plain)
        case _:
            element = Value(DYNAMIC, (doubt.look(key).raw if doubt.look else plain))
    return object_of({"key": key, "value": element})
