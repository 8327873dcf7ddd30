"""Syntax tree + scope -> value, as Terraform evaluates it before apply."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from icplint.terraform.evaluation import access, calls, loops, operations, splats
from icplint.terraform.evaluation.loops import elements
from icplint.terraform.evaluation.scope import Child, Empty, Scope
from icplint.terraform.functions.function import Context
from icplint.terraform.functions.refined_results import safe_prefix
from icplint.terraform.syntax.parse import parse_expression
from icplint.terraform.syntax.tree import (
    Binary,
    Conditional,
    Deep,
    Expression,
    ForObject,
    ForTuple,
    FunctionCall,
    GetAttr,
    Index,
    Literal,
    ObjectCons,
    Splat,
    SplatItem,
    Template,
    TemplateFor,
    TemplateIf,
    Traversal,
    TupleCons,
    Unary,
    Wrapped,
)
from icplint.terraform.values.budget import DEEP, METER, refuse, spend_text
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.errors import EvaluationError, UndeclaredError
from icplint.terraform.values.possible import joined, some_of
from icplint.terraform.values.ranges import Range
from icplint.terraform.values.refinements import narrowed
from icplint.terraform.values.tool_versions import SHORT_CIRCUIT
from icplint.terraform.values.types import BOOL, DYNAMIC, STRING
from icplint.terraform.values.value import UnknownReason, Value, object_of, string, tuple_of, unknown_from

__all__ = ["Child", "Empty", "Scope", "elements", "evaluate", "evaluate_text"]


def evaluate(node: Expression, scope: Scope) -> Value:
    """Return the value of an expression; raises EvaluationError with what Terraform would say."""
    METER.left = left = METER.left - 1
    if left < 0:
        METER.exhausted()
    try:
        return _EVALUATORS[type(node)](node, scope)
    except EvaluationError as error:
        if error.start is None:
            error.start = node.start
        raise


def evaluate_text(text: str) -> Value:
    """Return the value of an expression that refers to nothing; raises EvaluationError or Refused."""
    here = Path.cwd()
    outside = METER.begin()
    try:
        return evaluate(parse_expression(text.encode()), Empty(Context(root=here, directory=here)))
    finally:
        METER.end(outside)


def _literal(node: Literal, _scope: Scope) -> Value:
    return node.value


def _deep(_node: Deep, _scope: Scope) -> Value:
    refuse(DEEP)


def _traversal(node: Traversal, scope: Scope) -> Value:
    value, used = scope.root(node)
    for step in node.steps[used:]:
        value = _attribute(value, step, scope) if isinstance(step, str) else access.get_index(value, step)
    return value


def _attribute(value: Value, name: str, scope: Scope) -> Value:
    return scope.context.taken.attribute(access.get_attribute, value, name)


def _get_attr(node: GetAttr, scope: Scope) -> Value:
    return _attribute(evaluate(node.source, scope), node.name, scope)


def _index(node: Index, scope: Scope) -> Value:
    value, key = evaluate(node.source, scope), evaluate(node.key, scope)
    return scope.context.taken.index(access.get_index, value, key)


def _template(node: Template, scope: Scope) -> Value:
    values = [evaluate(part, scope) for part in node.parts]
    marks: frozenset[str] = frozenset().union(*(v.marks for v in values))
    texts = [_text(v) for v in values]
    if None not in texts:
        spend_text(sum(len(text) for text in texts if text))
        return string("".join(text for text in texts if text)).marked(marks)
    prefix = "".join(text or "" for text in texts[: texts.index(None)])
    result = joined(_piece(value) if text is None else string(text) for value, text in zip(values, texts, strict=True))
    return narrowed(result, Range(nullable=False, prefix=safe_prefix(prefix))).marked(marks)


def _piece(value: Value) -> Value:
    try:
        return convert(value, STRING)
    except ConversionError:  # Terraform finds out once it is known
        return unknown_from(STRING, [value])


def _text(value: Value) -> str | None:
    """Return what a part of a template comes to; None where it is not known."""
    if value.null:
        raise EvaluationError(
            "Invalid template interpolation value: The expression result is null. Cannot include a null value in a "
            "string template."
        )
    if not value.known:
        return None
    try:
        return str(convert(value, STRING).raw)
    except ConversionError as error:
        raise EvaluationError(
            f"Invalid template interpolation value: Cannot include the given value in a string template: {error}."
        ) from None


def _wrapped(node: Wrapped, scope: Scope) -> Value:
    return evaluate(node.inner, scope)


def _unary(node: Unary, scope: Scope) -> Value:
    return operations.unary(node.operator, evaluate(node.operand, scope))


def _binary(node: Binary, scope: Scope) -> Value:
    value = evaluate(node.first, scope)
    for operator, operand in node.rest:
        try:
            right = evaluate(operand, scope)
        except UndeclaredError:
            raise
        except EvaluationError:
            # Terraform 1.12 and OpenTofu 1.10 do not look at the right side then; what one of them takes is not refused
            if not (operations.decides(operator, value) and scope.context.versions.have(SHORT_CIRCUIT)):
                raise
            value = convert(value, BOOL)
        else:
            value = operations.binary(operator, value, right)
    return value


def _tuple(node: TupleCons, scope: Scope) -> Value:
    return tuple_of(evaluate(item, scope) for item in node.items)


def _object(node: ObjectCons, scope: Scope) -> Value:
    attributes: dict[str, Value] = {}
    lost: list[Value] = []
    marks: frozenset[str] = frozenset()
    for key_node, value_node in node.items:
        key, value = evaluate(key_node, scope), evaluate(value_node, scope)
        if key.null:
            raise EvaluationError("Null value as key: Can't use a null value as a key.")
        try:
            name = convert(key, STRING)
        except ConversionError as error:
            raise EvaluationError(f"Incorrect key type: Can't use this value as a key: {error}.") from None
        marks |= name.marks
        if name.known:
            attributes[name.raw] = value
        else:
            lost += [name, value]
    if lost:
        doubt = next(v.raw for v in lost if isinstance(v.raw, UnknownReason))
        return some_of(DYNAMIC, [*lost[1::2], *attributes.values()], doubt, keys=lost[::2]).marked(marks)
    return object_of(attributes).marked(marks)


_EVALUATORS: Final[dict[type[Any], Callable[[Any, Scope], Value]]] = {
    Literal: _literal,
    Deep: _deep,
    Traversal: _traversal,
    GetAttr: _get_attr,
    Index: _index,
    Splat: partial(splats.splat, evaluate),
    SplatItem: splats.splat_item,
    Template: _template,
    TemplateIf: partial(calls.template_if, evaluate),
    TemplateFor: partial(loops.template_for, evaluate),
    Unary: _unary,
    Wrapped: _wrapped,
    Binary: _binary,
    Conditional: partial(calls.conditional, evaluate),
    FunctionCall: partial(calls.call, evaluate),
    TupleCons: _tuple,
    ObjectCons: _object,
    ForTuple: partial(loops.for_tuple, evaluate),
    ForObject: partial(loops.for_object, evaluate),
}
"""From each kind of node to what evaluates it."""
