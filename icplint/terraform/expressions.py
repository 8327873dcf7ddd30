"""Syntax tree + scope -> value, as Terraform evaluates it before apply."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from icplint.model.text import plain
from icplint.terraform import functions, operations, reasons
from icplint.terraform.conversion import ConversionError, convert
from icplint.terraform.functions.function import Context
from icplint.terraform.parse import parse_expression
from icplint.terraform.syntax import (
    Binary,
    Call,
    Conditional,
    Expression,
    ForObject,
    ForTuple,
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
)
from icplint.terraform.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    SetType,
    TupleType,
    unify,
)
from icplint.terraform.values import (
    NULL,
    EvaluationError,
    UndeclaredError,
    Unk,
    Value,
    boolean,
    deep_marks,
    number,
    object_of,
    string,
    tuple_of,
    unknown,
    unknown_from,
    wholly_known,
)


class Scope(Protocol):
    """What names mean where an expression stands."""

    context: Context

    def root(self, traversal: Traversal) -> tuple[Value, int]:
        """Return the value that the traversal starts from and how many of its steps that used up.

        Raises UndeclaredError where Terraform would refuse the reference before evaluating.
        """
        ...


@dataclass(slots=True)
class Child:
    """A scope with a few names of its own: `for` variables, `each`, a splat's element, a dynamic block's iterator."""

    names: Mapping[str, Value]
    outer: Scope
    item: Value = NULL
    context: Context = field(init=False)

    def __post_init__(self) -> None:
        self.context = self.outer.context

    def root(self, traversal: Traversal) -> tuple[Value, int]:
        """See `Scope.root`."""
        if traversal.root in self.names:
            return self.names[traversal.root], 0
        return self.outer.root(traversal)


@dataclass(slots=True)
class Empty:
    """A scope without any name."""

    context: Context

    def root(self, traversal: Traversal) -> tuple[Value, int]:
        """See `Scope.root`."""
        raise UndeclaredError(f'Reference to undeclared resource: "{traversal.root}" is not declared.')


def evaluate(node: Expression, scope: Scope) -> Value:
    """Return the value of an expression; raises EvaluationError with what Terraform would say."""
    return _EVALUATORS[type(node)](node, scope)


def evaluate_text(text: str) -> Value:
    """Return the value of an expression that refers to nothing; raises EvaluationError or Refused."""
    here = Path.cwd()
    return evaluate(parse_expression(text.encode()), Empty(Context(root=here, directory=here)))


def _literal(node: Literal, _scope: Scope) -> Value:
    return node.value


def _traversal(node: Traversal, scope: Scope) -> Value:
    value, used = scope.root(node)
    for step in node.steps[used:]:
        value = operations.get_attribute(value, step) if isinstance(step, str) else operations.get_index(value, step)
    return value


def _get_attr(node: GetAttr, scope: Scope) -> Value:
    return operations.get_attribute(evaluate(node.source, scope), node.name)


def _index(node: Index, scope: Scope) -> Value:
    return operations.get_index(evaluate(node.source, scope), evaluate(node.key, scope))


def _splat(node: Splat, scope: Scope) -> Value:
    source = evaluate(node.source, scope)
    if source.null:
        return tuple_of(()).marked(source.marks)
    if not source.known and (source.type is DYNAMIC or isinstance(source.type, ListType | SetType | MapType)):
        element = source.type.element if isinstance(source.type, ListType | SetType) else DYNAMIC
        inner = Value(element, source.raw, source.marks)
        each = evaluate(node.each, Child({}, scope, inner))
        return unknown_from(DYNAMIC, [each if not wholly_known(each) else source])
    items = source.raw if isinstance(source.type, ListType | SetType | TupleType) else (source,)
    results = [evaluate(node.each, Child({}, scope, item)) for item in items]
    kept = source.marks if items is source.raw else frozenset()
    if isinstance(source.type, ListType | SetType):
        common = unify(v.type for v in results)
        if common is not None and all(v.type == common for v in results):
            return Value(ListType(common), tuple(results), kept)
    return tuple_of(results).marked(kept)


def _splat_item(_node: SplatItem, scope: Scope) -> Value:
    while isinstance(scope, Child):
        if scope.item is not NULL:
            return scope.item
        scope = scope.outer
    return NULL


def _template(node: Template, scope: Scope) -> Value:
    texts: list[str] = []
    values = [evaluate(part, scope) for part in node.parts]
    marks: frozenset[str] = frozenset().union(*(v.marks for v in values))
    converted = [_part(v) for v in values]
    if not all(v.known for v in converted):
        return unknown_from(STRING, [v for v in converted if not v.known]).marked(marks)
    texts = [v.raw for v in converted]
    return string("".join(texts)).marked(marks)


def _part(value: Value) -> Value:
    if value.null:
        raise EvaluationError(
            "Invalid template interpolation value: The expression result is null. Cannot include a null value in a string template."
        )
    try:
        return convert(value, STRING)
    except ConversionError as error:
        raise EvaluationError(
            f"Invalid template interpolation value: Cannot include the given value in a string template: {error}."
        ) from None


def _template_if(node: TemplateIf, scope: Scope) -> Value:
    return _conditional(Conditional(node.condition, node.then, node.otherwise, node.start), scope)


def _template_for(node: TemplateFor, scope: Scope) -> Value:
    collection = evaluate(node.collection, scope)
    if not collection.known:
        return unknown_from(STRING, [collection])
    pieces = [evaluate(node.body, inner) for inner in _iterations(node, collection, scope)]
    if not all(piece.known for piece in pieces):
        return unknown_from(STRING, pieces)
    marks = collection.marks.union(*(p.marks for p in pieces))
    return string("".join(piece.raw for piece in pieces)).marked(marks)


def _unary(node: Unary, scope: Scope) -> Value:
    return operations.unary(node.operator, evaluate(node.operand, scope))


def _binary(node: Binary, scope: Scope) -> Value:
    return operations.binary(node.operator, evaluate(node.left, scope), evaluate(node.right, scope))


def _conditional(node: Conditional, scope: Scope) -> Value:
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


def _common(chosen: Value, other: Value | EvaluationError) -> Any:
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
    return Value(common, result.raw.opened(), result.marks | condition.marks)


def _call(node: Call, scope: Scope) -> Value:
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
                "Invalid expanding argument value: The expanding argument (indicated by ...) must be of a tuple, list, or set type."
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
        return unknown_from(DYNAMIC, [*lost, *attributes.values()], opened=True).marked(marks)
    return object_of(attributes).marked(marks)


def _iterations(node: ForTuple | ForObject | TemplateFor, collection: Value, scope: Scope) -> Iterator[Scope]:
    for key, value in elements(collection):
        names = {node.value: value} if node.key is None else {node.key: key, node.value: value}
        yield Child(names, scope)


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
                f"Iteration over non-iterable value: A value of type {collection.type} cannot be used as the collection in a 'for' expression."
            )


def _collection(node: ForTuple | ForObject, scope: Scope) -> Value:
    collection = evaluate(node.collection, scope)
    if collection.null:
        raise EvaluationError(
            "Iteration over null value: A null value cannot be used as the collection in a 'for' expression."
        )
    return collection


def _of_unknown(node: ForTuple | ForObject, collection: Value, scope: Scope) -> Value:
    """The elements are not known; what the body points at is kept."""
    element = collection.type.element if isinstance(collection.type, ListType | SetType | MapType) else DYNAMIC
    assert isinstance(collection.raw, Unk)
    item = operations.get_index(Value(DYNAMIC, collection.raw), unknown(NUMBER, Unk(collection.raw.why)))
    names = {node.value: Value(element, item.raw)}
    if node.key is not None:
        names[node.key] = unknown(DYNAMIC, Unk(collection.raw.why, settle=collection.raw.settle))
    try:
        body = evaluate(node.body, Child(names, scope))
    except EvaluationError:
        body = collection
    return unknown_from(
        DYNAMIC, [v for v in (collection, body) if not wholly_known(v)], opened=wholly_known(body)
    ).marked(deep_marks(body))


def _passes(node: ForTuple | ForObject, scope: Scope) -> Value:
    assert node.condition is not None
    verdict = evaluate(node.condition, scope)
    if verdict.null:
        raise EvaluationError("Invalid 'for' condition: The value of the 'if' clause must not be null.")
    try:
        return convert(verdict, BOOL)
    except ConversionError as error:
        raise EvaluationError(f"Invalid 'for' condition: The 'if' clause value is invalid: {error}.") from None


def _for_tuple(node: ForTuple, scope: Scope) -> Value:
    collection = _collection(node, scope)
    if not collection.known:
        return _of_unknown(node, collection, scope)
    items: list[Value] = []
    doubts: list[Value] = []
    marks = collection.marks
    for inner in _iterations(node, collection, scope):
        if node.condition is not None:
            passes = _passes(node, inner)
            marks |= passes.marks
            if not passes.known:
                doubts.append(passes)
            elif not passes.raw:
                continue
        items.append(evaluate(node.body, inner))
    if doubts:
        return _doubtful(doubts, items).marked(marks)
    return tuple_of(items).marked(marks)


def _doubtful(doubts: list[Value], items: list[Value]) -> Value:
    """One unknown condition or key makes the whole result unknown; it points at what the items point at."""
    pointed = [v for v in items if not wholly_known(v)]
    return unknown_from(DYNAMIC, pointed or doubts, opened=True)


def _for_object(node: ForObject, scope: Scope) -> Value:
    collection = _collection(node, scope)
    if not collection.known:
        return _of_unknown(node, collection, scope)
    found: dict[str, list[Value]] = {}
    doubts: list[Value] = []
    marks = collection.marks
    for inner in _iterations(node, collection, scope):
        if node.condition is not None:
            passes = _passes(node, inner)
            marks |= passes.marks
            if not passes.known:
                doubts.append(passes)
            elif not passes.raw:
                continue
        key = _for_key(node, inner)
        value = evaluate(node.body, inner)
        if not key.known:
            doubts += [key, value]
        elif key.raw in found and not node.group and not doubts:
            raise EvaluationError(
                f"Duplicate object key: Two different items produced the key \"{key.raw}\" in this 'for' expression."
            )
        else:
            found.setdefault(key.raw, []).append(value)
        marks |= key.marks
    if doubts:
        return _doubtful(doubts, [v for group in found.values() for v in group] + doubts).marked(marks)
    attributes = {k: tuple_of(v) if node.group else v[0] for k, v in found.items()}
    return object_of(attributes).marked(marks)


def _for_key(node: ForObject, scope: Scope) -> Value:
    key = evaluate(node.body_key, scope)
    if key.null:
        raise EvaluationError("Invalid object key: Key expression in 'for' expression must not produce a null value.")
    try:
        return convert(key, STRING)
    except ConversionError as error:
        raise EvaluationError(f"Invalid object key: The key expression produced an invalid result: {error}.") from None


_EVALUATORS: dict[type[Any], Callable[[Any, Scope], Value]] = {
    Literal: _literal,
    Traversal: _traversal,
    GetAttr: _get_attr,
    Index: _index,
    Splat: _splat,
    SplatItem: _splat_item,
    Template: _template,
    TemplateIf: _template_if,
    TemplateFor: _template_for,
    Unary: _unary,
    Binary: _binary,
    Conditional: _conditional,
    Call: _call,
    TupleCons: _tuple,
    ObjectCons: _object,
    ForTuple: _for_tuple,
    ForObject: _for_object,
}
__all__ = ["Child", "Empty", "Scope", "elements", "evaluate", "evaluate_text", "plain", "reasons"]
