"""What an unknown may be: exactly what it passes on, one of several values, a text with a known end; else anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from math import prod
from typing import Final

from icplint.model.unknown import Reference
from icplint.terraform.values import reasons as say
from icplint.terraform.values.budget import spend_text
from icplint.terraform.values.types import DYNAMIC, STRING, ListType, SetType, Type
from icplint.terraform.values.value import (
    NO_MARKS,
    UnknownReason,
    Value,
    children,
    deep_marks,
    reasons,
    string,
    unknown_from,
)

MOST: Final = 32
"""So many values are told apart; of more, anything is taken to be possible."""

MOST_TEXTS: Final = 16


def same(kind: Type, value: Value) -> Value:
    """Return an unknown that passes the very value on, perhaps as another type."""
    if not isinstance(value.raw, UnknownReason):
        return unknown_from(kind, [value])
    return Value(kind, value.raw.without_look(), value.marks)


def one_of(kind: Type, values: Iterable[Value], why: UnknownReason | None = None) -> Value:
    """Return an unknown that is one of the values, and nothing else; `why` says what decides.

    A null, or what nothing is known of, makes everything possible.
    """
    given = list(values)
    options = _distinct(given)
    lead = why or next((reason for value in given for reason in reasons(value)), UnknownReason(say.ANY_ELEMENT))
    marks = NO_MARKS.union(*(deep_marks(value) for value in given))
    if len(options) == 1 and isinstance(options[0].raw, UnknownReason) and why is None:
        return Value(kind, options[0].raw.without_look(), marks)
    return Value(kind, _summed(lead, options, parts=False), marks)


def some_of(
    kind: Type,
    values: Iterable[Value],
    why: UnknownReason | None = None,
    *,
    keys: Iterable[Value] = (),
    few: bool = False,
) -> Value:
    """Return an unknown collection, or object, in which there is nothing but some of the values, or `few` or none.

    `keys` are what it is not known to be called by: the result points at what they point at, as a possibility.
    """
    given = list(values)
    options = _distinct(given)
    lead = why or next((reason for value in given for reason in reasons(value)), UnknownReason(say.ANY_ELEMENT))
    marks = NO_MARKS.union(*(deep_marks(value) for value in given))
    found = _summed(lead, options, parts=True)
    if found.open or few:
        named = (ref for key in keys for ref in _pointed(key))
        found = replace(found, open=True, refs=tuple(dict.fromkeys((*found.refs, *named))))
    return Value(kind, found, marks)


def _summed(lead: UnknownReason, options: list[Value], *, parts: bool) -> UnknownReason:
    refs = tuple(dict.fromkeys(ref for option in options for ref in _pointed(option)))
    opened = not options or any(_more(option) for option in options)
    if len(options) > MOST:
        options, opened = [], True
    told = tuple(options)
    return UnknownReason(lead.why, refs, opened, lead.settle, among=() if parts else told, parts=told if parts else ())


def _distinct(values: list[Value]) -> list[Value]:
    """Return what may be: alternatives in the place of what is one of them, each once."""
    found: dict[object, Value] = {}
    for value in values:
        for option in _options(value):
            found.setdefault(_identity(option), option)
    return list(found.values())


def _options(value: Value) -> Iterable[Value]:
    if isinstance(value.raw, UnknownReason) and value.raw.among:
        return (option.marked(value.marks) for option in value.raw.among)
    return (value,)


def _identity(value: Value) -> object:
    match value.raw:
        case UnknownReason(refs=(only,), open=False, among=(), parts=(), look=None):
            return "ref", only
        case str() | bool() | int() | None:
            return type(value.raw), value.raw
        case _:
            return id(value)


def _pointed(value: Value) -> Iterator[Reference]:
    return (ref for reason in reasons(value) for ref in reason.refs)


def _more(value: Value) -> bool:
    """Return whether a value may be something that no reference points at."""
    if isinstance(value.raw, UnknownReason):
        return value.raw.open or not value.raw.refs
    inside = list(children(value))
    return not inside or any(map(_more, inside))


def open_to_all(value: Value) -> bool:
    """Return whether nothing is known yet of what a value may be."""
    reason = value.raw
    return isinstance(reason, UnknownReason) and reason.open and not (reason.among or reason.parts or reason.look)


def members(value: Value) -> list[Value] | None:
    """Return the values of which each element of a collection, or attribute of an object, is one; None: not known."""
    if not isinstance(value.raw, UnknownReason):
        return None if value.null else list(children(value))
    if value.raw.parts:
        return list(value.raw.parts)
    if value.raw.among:
        found = [members(option) for option in value.raw.among]
        return None if any(each is None for each in found) else [one for each in found for one in each or ()]
    if value.raw.look is not None or value.raw.open or not value.raw.refs:
        return None
    element = value.type.element if isinstance(value.type, ListType | SetType) else DYNAMIC
    return [Value(element, value.raw.without_look(), value.marks)]


def chosen(kind: Type, collection: Value, key: Value) -> Value:
    """Return what an unknown key takes of a collection: one of those that it may name, else any of all."""
    taken = members(collection)
    if isinstance(key.raw, UnknownReason) and key.raw.among and all(option.known for option in key.raw.among):
        taken = _named(collection, key.raw.among) or taken
    if not taken:
        return unknown_from(kind, [collection, key])
    doubt = key if isinstance(key.raw, UnknownReason) else collection
    return one_of(kind, taken, doubt.raw if isinstance(doubt.raw, UnknownReason) else None)


def _named(collection: Value, keys: Iterable[Value]) -> list[Value]:
    match collection.raw:
        case tuple() as items:
            return [items[k.raw] for k in keys if isinstance(k.raw, int) and 0 <= k.raw < len(items)]
        case dict() as items:
            return [items[k.raw] for k in keys if k.raw in items]
        case _:
            return []


def combinations(values: list[Value]) -> list[list[Value]]:
    """Return every way in which values may turn out that are one of several; none where there are too many."""
    options = [list(_options(value)) for value in values]
    several = any(isinstance(value.raw, UnknownReason) and value.raw.among for value in values)
    return [list(row) for row in product(*options)] if several and prod(map(len, options)) <= MOST_TEXTS else []


def joined(pieces: Iterable[Value]) -> Value:
    """Return the text that strings make in a row: one of several where all that they may be is known, else its end."""
    given = list(pieces)
    marks = NO_MARKS.union(*(piece.marks for piece in given))
    told = [piece for piece in given if piece.raw != ""]
    if all(piece.known for piece in told):
        spend_text(sum(len(piece.raw) for piece in told))
        return string("".join(piece.raw for piece in told)).marked(marks)
    if len(told) == 1:
        return same(STRING, told[0]).marked(marks)
    if rows := combinations(told):
        made = [joined(option.unmarked() for option in row) for row in rows if not any(o.null for o in row)]
        return one_of(STRING, made, next(p.raw for p in told if isinstance(p.raw, UnknownReason))).marked(marks)
    last = max(at for at, piece in enumerate(told) if not piece.known)
    end, reason = "".join(piece.raw for piece in told[last + 1 :]), told[last].raw
    end = "" if end == "." else end  # which ends every host name
    whole = unknown_from(STRING, [piece for piece in told if not piece.known])
    if isinstance(reason, UnknownReason) and not end:
        whole = Value(STRING, replace(whole.raw, tail=reason.tail if reason.open else sole(reason)))
    if isinstance(reason, UnknownReason) and reason.open:
        end = reason.suffix + end
    return ending(whole, end).marked(marks)


def sole(reason: UnknownReason) -> Reference | None:
    """Return what a value is exactly, if that is known."""
    return reason.refs[0] if len(reason.refs) == 1 and not (reason.open or reason.among or reason.parts) else None


def ending(value: Value, suffix: str) -> Value:
    """Return an unknown text of which it is known what it ends in."""
    return Value(value.type, replace(value.raw, suffix=suffix), value.marks) if suffix and not value.known else value
