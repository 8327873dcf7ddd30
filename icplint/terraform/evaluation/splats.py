"""Splats: the same steps taken from each element of a list, or from the one thing that is not a list."""

from __future__ import annotations

from icplint.terraform.evaluation.loops import some_element
from icplint.terraform.evaluation.scope import Child, Evaluate, Scope
from icplint.terraform.syntax.tree import Splat, SplatItem
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.json_objects import as_block
from icplint.terraform.values.possible import some_of
from icplint.terraform.values.ranges import Range
from icplint.terraform.values.reasons import ANY_ELEMENT
from icplint.terraform.values.refinements import narrowed, never_null, range_of
from icplint.terraform.values.types import DYNAMIC, ListType, SetType, TupleType
from icplint.terraform.values.value import NULL, UnknownReason, Value, tuple_of, unknown


def splat(evaluate: Evaluate, node: Splat, scope: Scope) -> Value:
    source = evaluate(node.source, scope)
    sequence = isinstance(source.type, ListType | SetType | TupleType)
    if source.null and sequence:
        raise EvaluationError(
            "Splat of null value: Splat expressions (with the * symbol) cannot be applied to null sequences."
        )
    if source.null:
        return tuple_of(()).marked(source.marks)
    if not source.known and (sequence or not never_null(source)):
        return _of_unknown(evaluate, node, source, scope).marked(source.marks)
    if not sequence:
        return tuple_of([_each(evaluate, node, as_block(source), scope)]).marked(source.marks)
    results = [_each(evaluate, node, item, scope) for item in source.raw]
    if isinstance(source.type, TupleType):
        return tuple_of(results).marked(source.marks)
    if not results:
        return Value(ListType(_each(evaluate, node, _any(source), scope).type), (), source.marks)
    if all(value.type == results[0].type for value in results):
        return Value(ListType(results[0].type), tuple(results), source.marks)
    return tuple_of(results).marked(source.marks)


def _each(evaluate: Evaluate, node: Splat, item: Value, scope: Scope) -> Value:
    return evaluate(node.each, Child({}, scope, item))


def _any(source: Value) -> Value:
    """Return an element of an empty list that is only good for its type."""
    assert isinstance(source.type, ListType | SetType)
    return unknown(source.type.element, UnknownReason(ANY_ELEMENT))


def _of_unknown(evaluate: Evaluate, node: Splat, source: Value, scope: Scope) -> Value:
    assert isinstance(source.raw, UnknownReason)
    match source.type:
        case ListType(element) | SetType(element):
            each = _each(evaluate, node, Value(element, source.raw.without_look()), scope)
            within = range_of(source)
            lengths = Range(nullable=False, shortest=within.shortest, longest=within.longest)
            return narrowed(some_of(ListType(each.type), [each], source.raw), lengths)
        case TupleType(elements):
            parts = [_each(evaluate, node, Value(kind, source.raw.without_look()), scope) for kind in elements]
            kind = TupleType(tuple(part.type for part in parts))
            return some_of(kind, parts, source.raw)
        case _:
            item = some_element(source) if source.type is DYNAMIC and source.raw.look else source
            return some_of(DYNAMIC, [_each(evaluate, node, item, scope)], source.raw)


def splat_item(_node: SplatItem, scope: Scope) -> Value:
    while isinstance(scope, Child):
        if scope.item is not NULL:
            return scope.item
        scope = scope.outer
    return NULL
