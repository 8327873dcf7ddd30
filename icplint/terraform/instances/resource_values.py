"""Resources as values: what is written is known before apply, the rest is not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NoReturn

from icplint.model.unknown import Reference
from icplint.terraform.evaluation.access import extended
from icplint.terraform.instances.blocks import Content, evaluate_block, guarded, names
from icplint.terraform.instances.expansion import Instance
from icplint.terraform.modules.files import is_json
from icplint.terraform.modules.ignored_changes import kept, may_differ
from icplint.terraform.values import reasons
from icplint.terraform.values.errors import UndeclaredError
from icplint.terraform.values.json_objects import Written
from icplint.terraform.values.partial import Partial
from icplint.terraform.values.possible import one_of
from icplint.terraform.values.ranges import NOT_NULL
from icplint.terraform.values.types import DYNAMIC, STRING, ListType, MapType, ObjectType, SetType, TupleType, Type
from icplint.terraform.values.value import (
    NULL,
    UnknownReason,
    Value,
    children,
    deep_marks,
    object_of,
    tuple_of,
    unknown,
)

if TYPE_CHECKING:
    from icplint.terraform.instances.module_scope import ModuleScope
    from icplint.terraform.modules.loader import Declared

META: Final = frozenset({"count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection"})
"""Arguments and blocks that are Terraform's own: no attributes of the resource."""

STORE: Final = ("id", "input", "output", "triggers_replace")
"""The attributes of `terraform_data`, the one resource that Terraform itself defines."""


class ResourceValues:
    """The resources and data sources of one module instance; an attribute is evaluated when somebody asks for it."""

    def __init__(self, instance: ModuleScope) -> None:
        self._instance = instance
        self._whole: dict[str, Value] = {}

    def value(self, name: str, declared: Declared, steps: tuple[str | Value, ...]) -> tuple[Value, int]:
        """Return what the first steps behind a resource's name lead to, and how many steps that takes."""
        expansion = self._instance.expansion(name, declared)
        single = expansion.kind == "single"
        if steps and single != isinstance(steps[0], str):
            _refuse_key(name, expansion.kind)
        at = 0 if single else expansion.position(steps[0]) if steps else None
        if at is None or (single and not (expansion.items and expansion.certain)):
            return self._all(name, declared), 0
        taken = 0 if single else 1
        thing = self._instance.block_instances(name, declared)[at]
        if taken < len(steps) and isinstance(attribute := steps[taken], str):
            return self._attribute(declared, thing, attribute), taken + 1
        return self._object(declared, thing), taken

    def _all(self, name: str, declared: Declared) -> Value:
        if name not in self._whole:
            expansion = self._instance.expansion(name, declared)
            make = self._object if expansion.certain else self._partial
            things = self._instance.block_instances(name, declared)
            self._whole[name] = expansion.arrange([make(declared, thing) for thing in things])
        return self._whole[name]

    def _object(self, declared: Declared, thing: Instance) -> Value:
        if _is_store(declared):
            return object_of({name: self._attribute(declared, thing, name) for name in STORE})
        return self._partial(declared, thing)

    def _partial(self, declared: Declared, thing: Instance) -> Value:
        """An object that exists, and of which only a provider knows all attributes."""
        reason = self._reason(declared, thing)
        written = tuple(name for name in names(declared.block.body) if name not in META)
        look = Partial(written, lambda name: self._attribute(declared, thing, name))
        return unknown(
            DYNAMIC, UnknownReason(reason.why, reason.refs, settle=reason.settle, look=look, within=NOT_NULL)
        )

    def _attribute(self, declared: Declared, thing: Instance, name: str) -> Value:
        if _is_store(declared):
            return self._stored(declared, thing, name)
        if name == "outputs" and _reads_a_state(declared) and self._instance.run.neighbours is not None:
            return self._instance.once(
                f"{thing.address}.outputs", declared.file, lambda: self._outputs(declared, thing)
            )
        hidden = name in META or declared.block.kind == "ephemeral"
        written = NULL if hidden else self._written(declared, thing, name)
        return unknown(DYNAMIC, extended(self._reason(declared, thing), f".{name}")) if written.null else written

    def _outputs(self, declared: Declared, thing: Instance) -> Value:
        reason, run = self._reason(declared, thing), self._instance.run
        assert run.neighbours is not None
        written = partial(self._written, declared, thing)
        found = run.neighbours().read(run.root.directory, thing.address, written, reason)
        return unknown(DYNAMIC, extended(reason, ".outputs")) if found is None else found

    def _stored(self, declared: Declared, thing: Instance, name: str) -> Value:
        reason = extended(self._reason(declared, thing), f".{name}")
        match name:
            case "input" | "triggers_replace":
                return self._written(declared, thing, name)
            case "id":
                return unknown(STRING, UnknownReason(reason.why, reason.refs, settle=reason.settle, within=NOT_NULL))
            case "output":
                given = self._written(declared, thing, "input")
                if given.null:
                    return NULL
                whole = isinstance(given.raw, tuple) or deep_marks(given)
                return unknown(given.type, reason) if whole else one_of(given.type, [given], reason)
            case _:
                raise UndeclaredError(
                    "Unsupported attribute: This object has no argument, nested block, or exported attribute named "
                    f'"{name}".'
                )

    def _reason(self, declared: Declared, thing: Instance) -> UnknownReason:
        refs = (Reference(thing.address, root=self._instance.run.name),)
        if declared.block.kind == "ephemeral":
            return UnknownReason(reasons.EPHEMERAL.using(address=thing.address), refs)
        around = self._instance.run.around
        if declared.block.kind == "data":
            return UnknownReason(reasons.DATA_SOURCE.using(address=thing.address), refs, settle=around.settle_plan())
        return UnknownReason(reasons.AFTER_APPLY, refs, settle=around.settle_apply())

    def _written(self, declared: Declared, thing: Instance, name: str) -> Value:
        body = declared.block.body
        if name not in body.attributes and not body.blocks:
            return NULL

        def argument() -> Value:
            self._instance.run.evaluated += 1
            value = evaluate_block(body, name, thing.scope, self._nested(declared, thing, name))
            if not self._instance.run.planned and may_differ(declared, name, written=not value.null):
                return kept(value, name)
            in_json = is_json(declared.file.path) and not _is_store(declared)
            return _in_json(value, extended(self._reason(declared, thing), f".{name}")) if in_json else value

        return self._instance.once(f"{thing.address}.{name}", declared.file, argument)

    def _nested(self, declared: Declared, thing: Instance, path: str) -> Callable[[Content, int], Value]:
        """Return how a nested block at `path` becomes an object known in part: a provider may add attributes to it."""

        def made(content: Content, at: int) -> Value:
            place = f"{path}[{at}]"
            reason = extended(self._reason(declared, thing), f".{place}")

            def find(name: str) -> Value:
                inner = f"{place}.{name}"
                below = self._nested(declared, thing, inner)
                written = self._instance.once(
                    f"{thing.address}.{inner}",
                    declared.file,
                    lambda: guarded(content.body, name, content.scope, below),
                )
                return unknown(DYNAMIC, extended(reason, f".{name}")) if written.null else written

            look = Partial(tuple(names(content.body)), find, nested=True)
            return unknown(
                DYNAMIC, UnknownReason(reason.why, reason.refs, settle=reason.settle, look=look, within=NOT_NULL)
            )

        return made


def _in_json(value: Value, reason: UnknownReason) -> Value:
    """Return a value in which each object may turn out to be a nested block: in JSON its use alone tells."""
    match value.type:
        case ObjectType() if isinstance(value.raw, dict):
            return _object_in_json(value, extended(reason, "[0]"), block=False)
        case TupleType() if isinstance(value.raw, tuple):
            items = (
                _object_in_json(item, extended(reason, f"[{at}]"), block=True) if isinstance(item.raw, dict) else item
                for at, item in enumerate(value.raw)
            )
            return Value(value.type, tuple(items), value.marks)
        case _:
            return value


def _object_in_json(value: Value, reason: UnknownReason, *, block: bool) -> Value:
    attributes = {name: _in_json(item, extended(reason, f".{name}")) for name, item in value.raw.items()}
    return Value(value.type, Written(attributes, reason, block=block), value.marks)


def _refuse_key(name: str, kind: str) -> NoReturn:
    """Refuse, as Terraform does before it evaluates, an instance key that has to be there or must not be."""
    if kind == "single":
        raise UndeclaredError(
            f'Unexpected resource instance key: Because {name} does not have "count" or "for_each" set, references to '
            "it must not include an index key. Remove the bracketed index to refer to the single instance of this "
            "resource."
        )
    key = "count.index" if kind == "count" else "each.key"
    raise UndeclaredError(
        f'Missing resource instance key: Because {name} has "{kind}" set, its attributes must be accessed on specific '
        f"instances. For example, to correlate with indices of a referring resource, use: {name}[{key}]"
    )


def _reads_a_state(declared: Declared) -> bool:
    return declared.block.labels[0] == "terraform_remote_state" and declared.block.kind == "data"


def _is_store(declared: Declared) -> bool:
    return declared.block.labels[0] == "terraform_data" and declared.block.kind == "resource"


def shaped(value: Value, kind: Type) -> Value:
    """Return a value in which objects known in part have taken on the attributes that a type constraint names."""
    if isinstance(value.raw, UnknownReason):
        if isinstance(value.raw.look, Partial) and isinstance(kind, ObjectType):
            find = value.raw.look.find
            return object_of({n: shaped(find(n), k) for n, k in kind.attributes.items()}).marked(value.marks)
        return value
    if not _holds_partial(value):
        return value
    match kind:
        case ListType(element) | SetType(element) if isinstance(value.raw, tuple):
            result = tuple_of(shaped(v, element) for v in value.raw)
        case TupleType(elements) if isinstance(value.raw, tuple):
            result = tuple_of(shaped(v, k) for v, k in zip(value.raw, elements, strict=False))
        case MapType(element) if isinstance(value.raw, dict):
            result = object_of({n: shaped(v, element) for n, v in value.raw.items()})
        case ObjectType(attributes) if isinstance(value.raw, dict):
            result = object_of({n: shaped(v, attributes.get(n, DYNAMIC)) for n, v in value.raw.items()})
        case _:
            return value
    return result.marked(value.marks)


def _holds_partial(value: Value) -> bool:
    if isinstance(value.raw, UnknownReason):
        return isinstance(value.raw.look, Partial)
    return any(_holds_partial(child) for child in children(value))
