"""`for` expressions and template loops, and the order in which Terraform walks a collection."""

from __future__ import annotations

from collections.abc import Iterator

from icplint.terraform.evaluation import access
from icplint.terraform.evaluation.scope import Child, Evaluate, Scope
from icplint.terraform.syntax.tree import Expression, ForObject, ForTuple, TemplateFor
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.errors import EvaluationError, UndeclaredError
from icplint.terraform.values.possible import joined, some_of
from icplint.terraform.values.reasons import ANY_ELEMENT
from icplint.terraform.values.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    Primitive,
    SetType,
    TupleType,
)
from icplint.terraform.values.value import (
    SENSITIVE,
    UnknownReason,
    Value,
    number,
    object_of,
    reasons,
    string,
    tuple_of,
    unknown,
    unknown_from,
)

Loop = ForTuple | ForObject | TemplateFor


def elements(collection: Value) -> Iterator[tuple[Value, Value]]:
    """Yield key and value of each element of a known collection, in Terraform's order."""
    match collection.type:
        case ListType() | TupleType():
            yield from ((number(i), v) for i, v in enumerate(collection.raw))
        case SetType():
            yield from ((v, v) for v in collection.raw)
        case MapType() | ObjectType():
            yield from ((string(k), v) for k, v in collection.raw.items())
        case _:
            raise EvaluationError(
                f"Iteration over non-iterable value: A value of type {collection.type} cannot be used "
                "as the collection in a 'for' expression."
            )


def template_for(evaluate: Evaluate, node: TemplateFor, scope: Scope) -> Value:
    collection = _collection(evaluate, node, scope)
    if not collection.known:
        return Value(STRING, _of_unknown(evaluate, node, collection, scope).raw, collection.marks)
    pieces = [evaluate(node.body, inner) for inner in _iterations(evaluate, node, collection, scope)]
    return joined(pieces).marked(collection.marks)


def for_tuple(evaluate: Evaluate, node: ForTuple, scope: Scope) -> Value:
    collection = _collection(evaluate, node, scope)
    condition = _checked_condition(evaluate, node, collection, scope)
    if not collection.known:
        return _of_unknown(evaluate, node, collection, scope, condition)
    items: list[Value] = []
    doubts: list[Value] = []
    marks = collection.marks
    for inner in _iterations(evaluate, node, collection, scope):
        passes = _passes(evaluate, node.condition, inner, doubtful=bool(doubts))
        marks |= passes.marks
        if not passes.known:
            doubts.append(passes)
            items += _possible(evaluate, node.body, inner)
        elif passes.raw:
            items.append(evaluate(node.body, inner))
    return (some_of(DYNAMIC, items, _doubt(doubts), few=True) if doubts else tuple_of(items)).marked(marks)


def for_object(evaluate: Evaluate, node: ForObject, scope: Scope) -> Value:
    collection = _collection(evaluate, node, scope)
    condition = _checked_condition(evaluate, node, collection, scope)
    if not collection.known:
        return _of_unknown(evaluate, node, collection, scope, condition)
    found: dict[str, list[Value]] = {}
    doubts: list[Value] = []
    perhaps: list[Value] = []
    keys: list[Value] = []
    marks = collection.marks
    for inner in _iterations(evaluate, node, collection, scope):
        passes = _passes(evaluate, node.condition, inner, doubtful=bool(doubts))
        marks |= passes.marks
        if passes.known and not passes.raw:
            continue
        key = _key(evaluate, node, inner, doubtful=bool(doubts)) if passes.known else passes
        marks |= key.marks
        if not key.known:
            doubts.append(key)
            keys += [key] if passes.known else []
            perhaps += _possible(evaluate, node.body, inner)
            continue
        value = evaluate(node.body, inner)
        if key.raw in found and not node.group:
            raise EvaluationError(
                f"Duplicate object key: Two different items produced the key {_shown(key)} in this 'for' expression. "
                "If duplicates are expected, use the ellipsis (...) after the value expression to enable grouping by "
                "key."
            )
        found.setdefault(key.raw, []).append(value)
    if doubts:
        values = [*perhaps, *(v for group in found.values() for v in group)]
        groups = [some_of(DYNAMIC, values, _doubt(doubts))]
        return some_of(DYNAMIC, groups if node.group else values, _doubt(doubts), keys=keys).marked(marks)
    return object_of({k: tuple_of(v) if node.group else v[0] for k, v in found.items()}).marked(marks)


def _iterations(evaluate: Evaluate, node: Loop, collection: Value, scope: Scope) -> Iterator[Scope]:
    if not collection.raw:  # what is referred to has to be there nevertheless
        _possible(evaluate, node.body, Child(_anything(node), scope))
    for key, value in elements(collection):
        names = {node.value: value} if node.key is None else {node.key: key, node.value: value}
        yield Child(names, scope)


def _collection(evaluate: Evaluate, node: Loop, scope: Scope) -> Value:
    collection = evaluate(node.collection, scope)
    if collection.null:
        raise EvaluationError(
            "Iteration over null value: A null value cannot be used as the collection in a 'for' expression."
        )
    if isinstance(collection.type, Primitive) and collection.type is not DYNAMIC:
        next(elements(collection))
    return collection


def _checked_condition(evaluate: Evaluate, node: ForTuple | ForObject, collection: Value, scope: Scope) -> Value | None:
    """Refuse, as Terraform does before it starts, a condition that no element could meet."""
    if node.condition is None or collection.type is DYNAMIC:
        return None
    result = evaluate(node.condition, Child(_anything(node), scope))
    if result.null:
        raise EvaluationError("Condition is null: The value of the 'if' clause must not be null.")
    return _truth(result)


def _anything(node: Loop) -> dict[str, Value]:
    anything = unknown(DYNAMIC, UnknownReason(ANY_ELEMENT))
    return {node.key or node.value: anything, node.value: anything}


def _truth(verdict: Value) -> Value:
    if verdict.null:
        raise EvaluationError("Invalid 'for' condition: The value of the 'if' clause must not be null.")
    try:
        return convert(verdict, BOOL)
    except ConversionError as error:
        raise EvaluationError(f"Invalid 'for' condition: The 'if' clause value is invalid: {error}.") from None


def _passes(evaluate: Evaluate, condition: Expression | None, scope: Scope, *, doubtful: bool) -> Value:
    """Return whether an element is taken; once the result is in doubt, what is not a truth is as good as unknown."""
    if condition is None:
        return Value(BOOL, True)
    verdict = evaluate(condition, scope)
    try:
        return _truth(verdict)
    except EvaluationError:
        if doubtful:
            return unknown(BOOL, UnknownReason(ANY_ELEMENT))
        raise


def _key(evaluate: Evaluate, node: ForObject, scope: Scope, *, doubtful: bool) -> Value:
    key = evaluate(node.body_key, scope)
    if not key.known:
        return key
    try:
        return _name(key)
    except EvaluationError:
        if doubtful:
            return unknown(STRING, UnknownReason(ANY_ELEMENT))
        raise


def _shown(key: Value) -> str:
    return "(sensitive value)" if key.marks >= SENSITIVE else f'"{key.raw}"'


def _name(key: Value) -> Value:
    if key.null:
        raise EvaluationError("Invalid object key: Key expression in 'for' expression must not produce a null value.")
    try:
        return convert(key, STRING)
    except ConversionError as error:
        raise EvaluationError(f"Invalid object key: The key expression produced an invalid result: {error}.") from None


def _possible(evaluate: Evaluate, body: Expression, scope: Scope) -> list[Value]:
    """Return what an element would be that may be taken or not: Terraform does not look at it."""
    try:
        return [evaluate(body, scope)]
    except UndeclaredError:
        raise
    except EvaluationError:
        return []


def _doubt(doubts: list[Value]) -> UnknownReason:
    """Return why the whole result is unknown: a condition or a key is."""
    return next(reason for value in doubts for reason in reasons(value))


def _of_unknown(
    evaluate: Evaluate, node: Loop, collection: Value, scope: Scope, condition: Value | None = None
) -> Value:
    """The elements are not known; each is what the body makes of some element."""
    assert isinstance(collection.raw, UnknownReason)
    reason = collection.raw
    element = collection.type.element if isinstance(collection.type, ListType | SetType | MapType) else DYNAMIC
    item = some_element(collection)
    foreign = isinstance(collection.type, ListType | TupleType) or reason.look  # a position, or an instance's key
    key = unknown(DYNAMIC, UnknownReason(reason.why, settle=reason.settle) if foreign else reason)
    inner = Child({node.key or node.value: key, node.value: Value(element, item.raw)}, scope)
    marks = collection.marks | condition.marks if condition else collection.marks
    made = _possible(evaluate, node.body, inner)
    if isinstance(node, TemplateFor) or not made:
        return unknown_from(DYNAMIC, [*made, collection]).marked(marks)
    grouped = isinstance(node, ForObject) and node.group
    return some_of(DYNAMIC, [some_of(DYNAMIC, made, reason)] if grouped else made, reason).marked(marks)


def some_element(collection: Value) -> Value:
    """Return an element of an unknown collection that stands for each."""
    assert isinstance(collection.raw, UnknownReason)
    key = unknown(NUMBER, UnknownReason(collection.raw.why))
    return access.get_index(Value(DYNAMIC, collection.raw, collection.marks), key)
