"""The arguments of a block as values: attributes, nested blocks, and `dynamic` blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from icplint.model.text import plain as same
from icplint.model.unknown import Unknown
from icplint.terraform.evaluation.bare import Bare
from icplint.terraform.evaluation.expressions import elements, evaluate
from icplint.terraform.evaluation.loops import some_element
from icplint.terraform.evaluation.scope import Child, Scope, locate_error
from icplint.terraform.modules.ignored_changes import is_kept, kept, may_differ
from icplint.terraform.syntax.tree import Block, Body, Literal, Traversal
from icplint.terraform.values import reasons
from icplint.terraform.values.errors import EvaluationError, TooLargeError
from icplint.terraform.values.plain_values import plain
from icplint.terraform.values.possible import one_of
from icplint.terraform.values.types import DYNAMIC, ListType, MapType, ObjectType, SetType, TupleType
from icplint.terraform.values.value import NO_MARKS, NULL, UnknownReason, Value, object_of, tuple_of, unknown

if TYPE_CHECKING:
    from icplint.terraform.instances.module_scope import ModuleScope
    from icplint.terraform.modules.loader import Declared


class Content(NamedTuple):
    """What is inside one nested block, and what names mean there."""

    body: Body
    scope: Scope
    marks: frozenset[str] = NO_MARKS


def evaluate_block(body: Body, name: str, scope: Scope, made: Callable[[Content, int], Value] | None = None) -> Value:
    """Return argument or nested block `name` of a body; null where it is not written.

    Nested blocks are a tuple of objects, whatever the provider's schema makes of them, or of what `made` returns for
    each and its position. A `dynamic` block over an unknown collection is one unknown element, which points at what its
    content points at.
    """
    if attribute := body.attributes.get(name):
        return evaluate(attribute.expression, scope)
    blocks = [b for b in body.blocks if b.kind == name or (b.kind == "dynamic" and b.labels == (name,))]
    if not blocks:
        return NULL
    made = made or (lambda content, _: _object(content.body, content.scope))
    found = [content for block in blocks for content in _contents(block, scope)]
    return tuple_of(
        made(content, at).marked(content.marks) if isinstance(content, Content) else content
        for at, content in enumerate(found)
    )


def _contents(block: Block, scope: Scope) -> Iterator[Content | Value]:
    if block.kind != "dynamic":
        yield Content(block.body, scope)
        return
    content = next((inner for inner in block.body.blocks if inner.kind == "content"), None)
    over = block.body.attributes.get("for_each")
    if content is None or over is None:
        raise EvaluationError('A dynamic block needs "for_each" and a "content" block.')
    iterator = block.body.attributes.get("iterator")
    name = block.labels[0]
    if iterator and isinstance(iterator.expression, Traversal):
        name = iterator.expression.root
    collection = evaluate(over.expression, scope)
    if collection.null:
        raise EvaluationError("Invalid dynamic for_each value: Cannot use a null value in for_each.")
    if isinstance(collection.raw, UnknownReason):
        yield _unknown_content(content.body, name, collection, scope)
        return
    if not isinstance(collection.type, ListType | SetType | MapType | TupleType | ObjectType):
        raise EvaluationError(f"Invalid dynamic for_each value: Cannot use a {collection.type} value in for_each.")
    for key, value in elements(collection):
        each = {name: object_of({"key": key, "value": value})}
        yield Content(content.body, Child(each, scope), collection.marks)


def _unknown_content(body: Body, name: str, collection: Value, scope: Scope) -> Value:
    assert isinstance(collection.raw, UnknownReason)
    element = collection.type.element if isinstance(collection.type, ListType | SetType | MapType) else DYNAMIC
    some = Value(element, some_element(collection).raw)
    iterator = object_of({"key": unknown(DYNAMIC, UnknownReason(collection.raw.why)), "value": some})
    content = _object(body, Child({name: iterator}, scope))
    return one_of(DYNAMIC, [content], collection.raw)


def names(body: Body) -> list[str]:
    """Return the arguments and nested blocks that are written in a body, each once."""
    blocks = (b.labels[0] if b.kind == "dynamic" and b.labels else b.kind for b in body.blocks)
    return [*body.attributes, *dict.fromkeys(blocks)]


def _object(body: Body, scope: Scope) -> Value:
    return object_of({name: guarded(body, name, scope) for name in names(body)})


def guarded(body: Body, name: str, scope: Scope, made: Callable[[Content, int], Value] | None = None) -> Value:
    """Return what `evaluate_block` does; an argument that Terraform would refuse is unknown, and costs no other."""
    try:
        return evaluate_block(body, name, scope, made)
    except TooLargeError:
        raise
    except EvaluationError as error:
        return unknown(DYNAMIC, UnknownReason(reasons.REFUSED.using(message=same(error)), settle=None))


class BlockValues(Mapping[str, Any]):
    """A resource's arguments as plain values, each evaluated when somebody asks for it, and then kept.

    A null argument is an absent one: `values.get(name)` is None for both.
    """

    __slots__ = ("_declared", "_instance", "_known", "_scope")

    def __init__(self, instance: ModuleScope, declared: Declared, scope: Scope) -> None:
        self._instance = instance
        self._declared = declared
        self._scope = scope
        self._known: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """Return an argument's value, or `default` where it is absent or null."""
        if name not in self._known:
            self._known[name] = self._evaluate(name)
        value = self._known[name]
        return default if value is None else value

    def __getitem__(self, name: str) -> Any:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def _evaluate(self, name: str) -> Any:
        body = self._declared.block.body
        attribute = body.attributes.get(name)
        if attribute is None and not body.blocks:
            return None
        if attribute is not None and isinstance(attribute.expression, Literal) and not is_kept(body):
            return plain(attribute.expression.value)
        self._instance.run.evaluated += 1
        try:
            return self._instance.run.without_stack_limit(lambda: plain(self._argument(body, name)))
        except TooLargeError as error:
            locate_error(error, self._declared.file)
            place = self._declared.place(name)
            reason = self._instance.run.too_large(self._address(name), error, place)
            return Unknown(reason.why, settle=reason.settle)
        except EvaluationError as error:
            return self._refused(name, error)

    def _argument(self, body: Body, name: str) -> Value:
        value = evaluate_block(body, name, self._scope)
        if self._instance.run.planned or not may_differ(self._declared, name, written=not value.null):
            return value
        return kept(value, name)

    def bare(self, name: str, but: Callable[[str], bool], *, ids: bool) -> bool:
        """See `Syntactic.bare`."""
        told = Bare(self._scope, but, ids)
        try:
            return self._instance.run.without_stack_limit(lambda: told.argument(self._declared.block.body, name))
        except EvaluationError:
            return False

    def _address(self, name: str) -> str:
        block = self._declared.block
        kind = {"resource": "", "data": "data."}.get(block.kind, f"{block.kind}.")
        return self._instance.absolute(f"{kind}{'.'.join(block.labels)}.{name}")

    def _refused(self, name: str, error: EvaluationError) -> Unknown:
        locate_error(error, self._declared.file)
        place = error.origin or self._declared.place(name)
        why = reasons.REFUSED.using(message=same(error))
        return Unknown(why, settle=reasons.SETTLE_REFUSED.using(place=str(place)))

    def __iter__(self) -> Iterator[str]:
        yield from names(self._declared.block.body)

    def __len__(self) -> int:
        return len(list(iter(self)))
