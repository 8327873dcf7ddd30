"""`for` expressions and template loops, splats, and the order in which Terraform walks a collection."""

from __future__ import annotations

from collections.abc import Iterator

from icplint.terraform import access
from icplint.terraform.conversion import ConversionError, convert
from icplint.terraform.scope import Child, Scope, evaluate
from icplint.terraform.syntax import ForObject, ForTuple, Splat, SplatItem, TemplateFor
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
    Unk,
    Value,
    deep_marks,
    number,
    object_of,
    string,
    tuple_of,
    unknown,
    unknown_from,
    wholly_known,
)


def splat(node: Splat, scope: Scope) -> Value:
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


def splat_item(_node: SplatItem, scope: Scope) -> Value:
    while isinstance(scope, Child):
        if scope.item is not NULL:
            return scope.item
        scope = scope.outer
    return NULL


def template_for(node: TemplateFor, scope: Scope) -> Value:
    collection = evaluate(node.collection, scope)
    if not collection.known:
        return unknown_from(STRING, [collection])
    pieces = [evaluate(node.body, inner) for inner in _iterations(node, collection, scope)]
    if not all(piece.known for piece in pieces):
        return unknown_from(STRING, pieces)
    marks = collection.marks.union(*(p.marks for p in pieces))
    return string("".join(piece.raw for piece in pieces)).marked(marks)


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
                f"Iteration over non-iterable value: A value of type {collection.type} cannot be used "
                "as the collection in a 'for' expression."
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
    item = access.get_index(Value(DYNAMIC, collection.raw), unknown(NUMBER, Unk(collection.raw.why)))
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


def for_tuple(node: ForTuple, scope: Scope) -> Value:
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


def for_object(node: ForObject, scope: Scope) -> Value:
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
