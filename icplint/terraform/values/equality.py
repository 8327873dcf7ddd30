"""Whether two values are equal, as go-cty decides it."""

from __future__ import annotations

from collections.abc import Iterable

from icplint.terraform.values.budget import METER
from icplint.terraform.values.distinct import identity
from icplint.terraform.values.refinements import excluded, never_null, not_null, range_of
from icplint.terraform.values.types import BOOL, ObjectType, SetType, conforms, has_dynamic
from icplint.terraform.values.value import UnknownReason, Value, boolean, children, deep_marks, unknown_from


def equal(a: Value, b: Value) -> Value:
    """Return whether the two are equal: false where their types differ, unknown where it depends on an unknown."""
    METER.spend(1 + min(a.size, b.size))
    verdict = _equal(a, b)
    marks = deep_marks(a) | deep_marks(b)
    if verdict is None:
        return not_null(unknown_from(BOOL, [a, b])).marked(marks)
    return boolean(verdict).marked(marks)


def _equal(a: Value, b: Value) -> bool | None:
    if (a.null and never_null(b)) or (b.null and never_null(a)):
        return False
    if not (a.known or b.known):
        return None
    if not (a.known and b.known):
        return _known_and_unknown(a, b) if a.known else _known_and_unknown(b, a)
    if a.null or b.null:
        return a.null and b.null
    if _untyped(a) or _untyped(b):
        return None if conforms(a.type, b.type) or conforms(b.type, a.type) else False
    return _elements_equal(a, b) if a.type == b.type else False


def _known_and_unknown(known: Value, doubt: Value) -> bool | None:
    assert isinstance(doubt.raw, UnknownReason)
    if excluded(known, range_of(doubt), doubt.type):
        return False
    if known.null or has_dynamic(doubt.type):
        return None
    return None if known.type == doubt.type else False


def _untyped(value: Value) -> bool:
    """Return whether the type of a known value depends on an unknown inside."""
    if value.null:
        return False
    if not value.known:
        return has_dynamic(value.type)
    return any(_untyped(child) for child in children(value))


def _elements_equal(a: Value, b: Value) -> bool | None:
    match a.raw:
        case tuple() if isinstance(a.type, SetType):
            return _sets_equal(a.raw, b.raw)
        case tuple():
            return _in_turn(zip(a.raw, b.raw, strict=True)) if len(a.raw) == len(b.raw) else False
        case dict() if a.raw.keys() != b.raw.keys():
            return False
        case dict() if isinstance(a.type, ObjectType):  # Terraform takes them in no order: what is sure is said
            verdicts = {_equal(v, b.raw[k]) for k, v in a.raw.items()}
            return False if False in verdicts else None if None in verdicts else True
        case dict():
            return _in_turn((v, b.raw[k]) for k, v in a.raw.items())
        case _:
            return bool(a.raw == b.raw)


def _in_turn(pairs: Iterable[tuple[Value, Value]]) -> bool | None:
    """Return the first verdict that is not true."""
    for a, b in pairs:
        verdict = _equal(a, b)
        if not verdict:
            return verdict
    return True


def _sets_equal(a: tuple[Value, ...], b: tuple[Value, ...]) -> bool | None:
    if not all(v.known for v in (*a, *b)):
        return None
    return {identity(v) for v in a} == {identity(v) for v in b}
