"""Conditionals and function calls: where one of several expressions decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from icplint.terraform import functions
from icplint.terraform.evaluation.constraints import checked_constraint
from icplint.terraform.evaluation.inline_templates import refuse_inline
from icplint.terraform.evaluation.scope import Evaluate, Scope
from icplint.terraform.syntax.references import references
from icplint.terraform.syntax.tree import (
    Binary,
    Conditional,
    Expression,
    FunctionCall,
    Literal,
    Refused,
    Template,
    TemplateIf,
    Traversal,
    Unary,
)
from icplint.terraform.values import limits, reasons
from icplint.terraform.values.budget import METER
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.conversion_types import unify
from icplint.terraform.values.errors import EvaluationError, UndeclaredError
from icplint.terraform.values.mismatch import mismatch
from icplint.terraform.values.possible import one_of, same
from icplint.terraform.values.ranges import spanning
from icplint.terraform.values.refinements import narrowed, never_null, not_null, range_of
from icplint.terraform.values.types import (
    BOOL,
    COLLECTIONS,
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    SetType,
    TupleType,
    Type,
)
from icplint.terraform.values.value import NO_MARKS, UnknownReason, Value, boolean, null, unknown_from, wholly_known


def conditional(evaluate: Evaluate, node: Conditional, scope: Scope) -> Value:
    then, otherwise = _branch(evaluate, node.then, scope), _branch(evaluate, node.otherwise, scope)
    METER.spend(sum(branch.size for branch in (then, otherwise) if isinstance(branch, Value)) // limits.COMPARED)
    common = _common(then, otherwise)
    condition = evaluate(node.condition, scope)
    if condition.null:
        raise EvaluationError("Null condition: The condition value is null. Conditions must either be true or false.")
    marks = condition.marks | _marks(then) | _marks(otherwise)
    if not condition.known:
        return _either(condition, then, otherwise, common).marked(marks)
    try:
        decided = convert(condition, BOOL).raw
    except ConversionError:
        raise EvaluationError("Incorrect condition type: The condition expression must be of type bool.") from None
    chosen = then if decided else otherwise
    if isinstance(chosen, Failed):
        raise chosen.error
    try:
        return convert(chosen, common).marked(marks)
    except ConversionError as error:
        which = "true" if decided else "false"
        raise EvaluationError(
            f"Inconsistent conditional result types: The {which} result value has the wrong type: {error}."
        ) from None


class Failed(NamedTuple):
    """A branch that Terraform would refuse if it were taken, and the type that it has nevertheless."""

    error: EvaluationError
    kind: Type


def _branch(evaluate: Evaluate, node: Expression, scope: Scope) -> Value | Failed:
    try:
        return evaluate(node, scope)
    except UndeclaredError:
        raise
    except EvaluationError as error:
        return Failed(error, _type_of(node))


def _type_of(node: Expression) -> Type:
    """Return the type of what the expression comes to, whatever its operands."""
    match node:
        case Binary(rest=(*_, ("+" | "-" | "*" | "/" | "%", _))) | Unary("-"):
            return NUMBER
        case Binary() | Unary():
            return BOOL
        case Template():
            return STRING
        case _:
            return DYNAMIC


def _marks(branch: Value | Failed) -> frozenset[str]:
    return branch.marks if isinstance(branch, Value) else NO_MARKS


def _common(then: Value | Failed, otherwise: Value | Failed) -> Type:
    """Return the type of both branches; an untyped null takes on that of the other, an untyped unknown has none."""
    kinds = [branch.type if isinstance(branch, Value) else branch.kind for branch in (then, otherwise)]
    for branch, other in ((then, kinds[1]), (otherwise, kinds[0])):
        if isinstance(branch, Value) and branch.null and branch.type is DYNAMIC and not branch.marks:
            return other
    if DYNAMIC in kinds:
        return DYNAMIC
    common = unify(kinds)
    if common is None:
        raise EvaluationError(
            "Inconsistent conditional result types: The true and false result expressions must have consistent types. "
            f"{mismatch(*kinds)}."
        )
    return common


def _either(condition: Value, then: Value | Failed, otherwise: Value | Failed, common: Type) -> Value:
    """An unknown condition: the result is one of the branches."""
    branches = [branch for branch in (then, otherwise) if isinstance(branch, Value)]
    if len(branches) == 2 and all(branch.null for branch in branches):
        return null(common)
    assert isinstance(condition.raw, UnknownReason)
    result = one_of(common, [_fitting(branch, common) for branch in branches], condition.raw)
    return _narrowed(result, *branches) if len(branches) == 2 else result


def _fitting(branch: Value, common: Type) -> Value:
    try:
        return convert(branch, common)
    except ConversionError:
        return branch


def _narrowed(result: Value, then: Value, otherwise: Value) -> Value:
    if then.type == otherwise.type and (then.type is NUMBER or isinstance(then.type, COLLECTIONS)):
        return narrowed(result, spanning(range_of(then), range_of(otherwise)))
    return not_null(result) if never_null(then) and never_null(otherwise) else result


def template_if(evaluate: Evaluate, node: TemplateIf, scope: Scope) -> Value:
    return conditional(evaluate, Conditional(node.condition, node.then, node.otherwise, node.start), scope)


def call(evaluate: Evaluate, node: FunctionCall, scope: Scope) -> Value:
    arguments: tuple[Expression, ...] = node.arguments
    if node.expand:
        last = evaluate(arguments[-1], scope)
        items = _expanded(last)
        if items is None:
            return unknown_from(DYNAMIC, [*(evaluate(argument, scope) for argument in arguments[:-1]), last])
        arguments = (*arguments[:-1], *(Literal(item, node.start) for item in items))
    match node.name.removeprefix("core::"):
        case "try":
            return _try(evaluate, arguments, scope)
        case "can":
            return _can(evaluate, arguments, scope)
        case "convert" if len(arguments) == 2 and scope.context.versions.have("convert"):
            return _converted(evaluate, arguments[0], arguments[1], scope)
    return _of_values(evaluate, node, [evaluate(argument, scope) for argument in arguments], arguments, scope)


def _of_values(
    evaluate: Evaluate, node: FunctionCall, values: list[Value], arguments: Sequence[Expression], scope: Scope
) -> Value:
    name = node.name.removeprefix("core::")
    if len(values) == 1 and name == "ephemeralasnull" and _handed_on(arguments[0]):
        either = UnknownReason(reasons.EPHEMERAL_OR_NOT, settle=scope.context.settle())
        return one_of(values[0].type, [values[0], null(values[0].type)], either).marked(values[0].marks)
    if values and name == "templatestring":
        refuse_inline(node)
    if name not in {"templatefile", "templatestring"}:
        return functions.call(node.name, values, scope.context)
    from icplint.terraform.evaluation.template_functions import template_functions  # few configurations call one

    return functions.call(node.name, values, scope.context, template_functions(evaluate))


def _handed_on(node: Expression) -> bool:
    """Return whether a value may be ephemeral, as it comes of a variable or the like; where is not followed."""
    return any(reference.root in {"var", "local", "module", "ephemeral", "each"} for reference in references(node))


def _converted(evaluate: Evaluate, given: Expression, kind: Expression, scope: Scope) -> Value:
    """Source: developer.hashicorp.com/terraform/language/functions/convert."""
    value = evaluate(given, scope)
    try:
        return checked_constraint(evaluate, kind).apply(value)
    except Refused as refused:
        raise EvaluationError(f"Invalid type expression: {refused.text.say('en')}.") from None
    except ConversionError as error:
        raise EvaluationError(f'Error in function call: Call to function "convert" failed: {error}.') from None


def _expanded(last: Value) -> list[Value] | None:
    """Return what `last...` stands for; None where that is not known."""
    if last.type is not DYNAMIC and not isinstance(last.type, ListType | SetType | TupleType):
        raise EvaluationError(
            "Invalid expanding argument value: The expanding argument (indicated by ...) must be of a tuple, list, or "
            "set type."
        )
    if last.null:
        raise EvaluationError(
            "Invalid expanding argument value: The expanding argument (indicated by ...) must not be null."
        )
    return [item.marked(last.marks) for item in last.raw] if last.known else None


def _try(evaluate: Evaluate, arguments: Sequence[Expression], scope: Scope) -> Value:
    if not arguments:
        raise EvaluationError(
            'Error in function call: Call to function "try" failed: at least one argument is required.'
        )
    reasons: list[str] = []
    for position, argument in enumerate(arguments):
        try:
            value = evaluate(argument, scope)
        except UndeclaredError:
            raise
        except EvaluationError as error:
            reasons.append(str(error))
            continue
        others = [
            _branch(evaluate, other, scope) for other in arguments[position + 1 :]
        ]  # all that is referred to must be there
        return value if wholly_known(value) else _tried(value, argument, others)
    listed = "".join(f" - {reason}" for reason in reasons)
    raise EvaluationError(
        f'Error in function call: Call to function "try" failed: no expression succeeded:{listed} At least one '
        "expression must produce a successful result."
    )


def _tried(value: Value, argument: Expression, others: list[Value | Failed]) -> Value:
    """Once the unknown is known, the result may be another one: `try` is written around what may fail."""
    if isinstance(value.raw, UnknownReason) and isinstance(argument, Traversal) and _plain(value.raw):
        return same(DYNAMIC, value)
    return one_of(DYNAMIC, [value, *(other for other in others if isinstance(other, Value))])


def _plain(reason: UnknownReason) -> bool:
    """Return whether an unknown points at whole attributes only, which are sure to be there."""
    return all(not set(ref.attribute) & {".", "["} for ref in reason.refs)


def _can(evaluate: Evaluate, arguments: Sequence[Expression], scope: Scope) -> Value:
    if len(arguments) != 1:
        few = 'Not enough function arguments: Function "can" expects 1 argument(s). Missing value for "expression".'
        many = 'Too many function arguments: Function "can" expects only 1 argument(s).'
        raise EvaluationError(many if arguments else few)
    try:
        value = evaluate(arguments[0], scope)
    except UndeclaredError:
        raise
    except EvaluationError:
        return boolean(False)
    return boolean(True) if wholly_known(value) else unknown_from(BOOL, [value])
