"""Conditionals and function calls: where one of several expressions decides."""

from __future__ import annotations

from icplint.terraform import functions
from icplint.terraform.conversion import ConversionError, convert
from icplint.terraform.scope import Scope, evaluate
from icplint.terraform.syntax import Call, Conditional, Expression, TemplateIf
from icplint.terraform.types import BOOL, DYNAMIC, NUMBER, ListType, SetType, TupleType, Type, unify
from icplint.terraform.values import (
    EvaluationError,
    UndeclaredError,
    Unk,
    Value,
    boolean,
    unknown_from,
    wholly_known,
)


def conditional(node: Conditional, scope: Scope) -> Value:
    condition = evaluate(node.condition, scope)
    if condition.null:
        raise EvaluationError("Null condition: The condition value is null. Conditions must either be true or false.")
    try:
        decided = convert(condition, BOOL)
    except ConversionError as error:
        raise EvaluationError(
            f"Incorrect condition type: The condition expression must be of type bool: {error}."
        ) from None
    then, otherwise = _branch(node.then, scope), _branch(node.otherwise, scope)
    if decided.known:
        chosen, other = (then, otherwise) if decided.raw else (otherwise, then)
        if isinstance(chosen, EvaluationError):
            raise chosen
        return convert(chosen, _common(chosen, other)).marked(decided.marks)
    for branch in (then, otherwise):
        if isinstance(branch, EvaluationError):
            raise branch
    assert isinstance(then, Value)
    assert isinstance(otherwise, Value)
    return _either(decided, then, otherwise)


def _branch(node: Expression, scope: Scope) -> Value | EvaluationError:
    try:
        return evaluate(node, scope)
    except UndeclaredError:
        raise
    except EvaluationError as error:
        return error


def _common(chosen: Value, other: Value | EvaluationError) -> Type:
    if isinstance(other, EvaluationError) or (other.null and other.type is DYNAMIC):
        return chosen.type
    if chosen.null and chosen.type is DYNAMIC:
        return other.type
    common = unify([chosen.type, other.type])
    if common is None:
        raise EvaluationError(
            "Inconsistent conditional result types: The true and false result expressions must have consistent types."
        )
    return common


def _either(condition: Value, then: Value, otherwise: Value) -> Value:
    """An unknown condition: the result points at what both branches point at, and a known branch leaves it open."""
    common = _common(then, otherwise)
    a, b = convert(then, common), convert(otherwise, common)
    if a.type is NUMBER and a.known and b.known and not a.null and a.raw == b.raw:
        return a.marked(condition.marks | b.marks)
    branches = [v for v in (a, b) if not wholly_known(v)]
    if not branches:
        return unknown_from(common, [condition]).marked(a.marks | b.marks | condition.marks)
    result = unknown_from(common, branches, opened=len(branches) == 1)
    assert isinstance(condition.raw, Unk)
    reason = Unk(condition.raw.why, result.raw.refs, result.raw.open, condition.raw.settle)
    return Value(common, reason, result.marks | condition.marks)


def template_if(node: TemplateIf, scope: Scope) -> Value:
    return conditional(Conditional(node.condition, node.then, node.otherwise, node.start), scope)


def call(node: Call, scope: Scope) -> Value:
    if node.name in {"try", "core::try"}:
        return _try(node, scope)
    if node.name in {"can", "core::can"}:
        return _can(node, scope)
    arguments = [evaluate(argument, scope) for argument in node.arguments]
    if node.expand:
        last = arguments.pop()
        if last.null:
            raise EvaluationError(
                "Invalid expanding argument value: The expanding argument (indicated by ...) must not be null."
            )
        if not last.known:
            return unknown_from(DYNAMIC, [*arguments, last])
        if not isinstance(last.type, ListType | SetType | TupleType):
            raise EvaluationError(
                "Invalid expanding argument value: The expanding argument (indicated by ...) must be "
                "of a tuple, list, or set type."
            )
        arguments += [item.marked(last.marks) for item in last.raw]
    return functions.call(node.name, arguments, scope.context)


def _try(node: Call, scope: Scope) -> Value:
    if not node.arguments:
        raise EvaluationError(
            'Error in function call: Call to function "try" failed: at least one argument is required.'
        )
    for position, argument in enumerate(node.arguments):
        try:
            value = evaluate(argument, scope)
        except UndeclaredError:
            raise
        except EvaluationError:
            continue
        if wholly_known(value):
            return value
        more = position + 1 < len(node.arguments)
        if isinstance(value.raw, Unk):
            plain_reference = all(not set(ref.attribute) & {".", "["} for ref in value.raw.refs)
            return unknown_from(DYNAMIC, [value], opened=more and not plain_reference)
        return value
    raise EvaluationError('Error in function call: Call to function "try" failed: no expression succeeded.')


def _can(node: Call, scope: Scope) -> Value:
    if len(node.arguments) != 1:
        raise EvaluationError(
            'Error in function call: Call to function "can" failed: exactly one argument is required.'
        )
    try:
        value = evaluate(node.arguments[0], scope)
    except UndeclaredError:
        raise
    except EvaluationError:
        return boolean(False)
    return boolean(True) if wholly_known(value) else unknown_from(BOOL, [value])
