"""Functions that fill in a format string, with go-cty's own verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from icplint.model.regex import regex
from icplint.terraform.functions import verbs
from icplint.terraform.functions.documents import json_of
from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, quoted, table
from icplint.terraform.functions.graphemes import clusters
from icplint.terraform.functions.verbs import Verb
from icplint.terraform.values.budget import spend_digits, spend_text
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.possible import joined
from icplint.terraform.values.refinements import may_shrink
from icplint.terraform.values.types import BOOL, NUMBER, STRING, ListType, Primitive, SetType, TupleType
from icplint.terraform.values.value import Value, list_of, string, unknown_from, wholly_known

_VERB: Final = regex(r"%([0#+ -]*)([1-9][0-9]*)?(?:(\.)([0-9]*))?(\[([1-9][0-9]*)\])?([A-Za-z])", re.ASCII)
_PREFIX: Final = regex(r"%[0#+ -]*([1-9][0-9]*)?(\.[0-9]*)?(\[([1-9][0-9]*\]?)?)?", re.ASCII)
_INTEGERS: Final = "bdoxX"
_REALS: Final = "eEfgG"


def _format(arguments: list[Value], _: Context) -> Value:
    pattern, given = arguments[0].raw, arguments[1:]
    if not all(wholly_known(value) for value in given):
        return partly_filled(pattern, given)
    return string(_filled(pattern, given))


def partly_filled(pattern: str, given: list[Value]) -> Value:
    """Return what is known of a text in which some values are not: all but these, if each verb puts one in as it is."""
    texts = pattern.replace("%%", "\0\0").split("%s")
    if len(texts) != len(given) + 1 or any("%" in text for text in texts) or not all(map(_scalar, given)):
        return unknown_from(STRING, given)
    pieces = [string(texts[0].replace("\0\0", "%"))]
    for value, text in zip(given, texts[1:], strict=True):
        pieces += [convert(value, STRING), string(text.replace("\0\0", "%"))]
    return joined(pieces)


def _scalar(value: Value) -> bool:
    return isinstance(value.type, Primitive) and not value.null


def _filled(pattern: str, given: list[Value]) -> str:
    pieces: list[str] = []
    position, following, highest = 0, 1, 0
    while (start := pattern.find("%", position)) >= 0:
        pieces.append(pattern[position:start])
        if pattern.startswith("%%", start):
            pieces.append("%")
            position = start + 2
            continue
        match = _VERB.match(pattern, start)
        if match is None:
            raise RefusalError(_malformed(pattern, start))
        chosen = _count(match[6]) if match[6] else following
        pieces.append(_verbatim(_verb(pattern, match), chosen, given))
        highest, following, position = max(highest, chosen), chosen + 1, match.end()
    if highest < len(given):
        known = f"only {highest} used by format string" if highest else "no verbs in format string"
        raise RefusalError(f"too many arguments; {known}", highest + 1)
    return "".join([*pieces, pattern[position:]])


def _verb(pattern: str, match: re.Match[str]) -> Verb:
    return Verb(
        raw=match[0],
        offset=_offset(pattern, match.start()),
        flags=match[1],
        width=_count(match[2]) if match[2] else None,
        precision=_count(match[4] or "0") if match[3] else None,
        mode=match[7],
    )


def _count(digits: str) -> int:
    """Return a number in a verb; one with many digits is too large, whatever it is."""
    return int(digits[:9])


def _malformed(pattern: str, start: int) -> str:
    match = _PREFIX.match(pattern, start)
    end = match.end() if match else start + 1
    if end >= len(pattern):
        return f"invalid format string starting at offset {_offset(pattern, end)}"
    return f"unrecognized format character '{pattern[end]}' at offset {_offset(pattern, end)}"


def _offset(pattern: str, position: int) -> int:
    """Go counts bytes."""
    return len(pattern[:position].encode())


def _verbatim(verb: Verb, chosen: int, given: list[Value]) -> str:
    if chosen > len(given):
        raise RefusalError(
            f"not enough arguments for {quoted(verb.raw)} at {verb.offset}: need index {chosen} but have {len(given)} "
            "total"
        )
    value = given[chosen - 1]
    if verb.mode != "v" and value.null:
        raise _unsupported(verb, "null value cannot be formatted")
    spend_text(max(verb.width or 0, verb.precision or 0))
    match verb.mode:
        case "v":
            return _as_is(verb, value)
        case "t":
            return "true" if _as(verb, value, BOOL).raw else "false"
        case "s" | "q":
            return _text(verb, _as(verb, value, STRING).raw)
        case mode if mode in _INTEGERS or mode in _REALS:
            spend_digits(verb.precision or 0)
            return _numeral(verb, _as(verb, value, NUMBER))
    raise RefusalError(f"unsupported format verb '{verb.mode}' in {quoted(verb.raw)} at offset {verb.offset}")


def _unsupported(verb: Verb, why: object) -> RefusalError:
    return RefusalError(f"unsupported value for {quoted(verb.raw)} at {verb.offset}: {why}")


def _as(verb: Verb, value: Value, kind: Primitive) -> Value:
    try:
        return convert(value, kind)
    except ConversionError as error:
        raise _unsupported(verb, error) from None


def _as_is(verb: Verb, value: Value) -> str:
    if "#" not in verb.flags and not value.null:
        if value.type is STRING:
            return _padded(verb, value.raw)
        if value.type is NUMBER:
            return _padded(verb, verbs.general(value.raw))
    return _padded(verb, json_of(value))


def _text(verb: Verb, text: str) -> str:
    if verb.precision:
        text = "".join(clusters(text)[: verb.precision])
    return _padded(verb, text if verb.mode == "s" else json_of(string(text)))


def _padded(verb: Verb, text: str) -> str:
    missing = (verb.width or 0) - len(clusters(text))
    if missing <= 0:
        return text
    padding = ("0" if "0" in verb.flags else " ") * missing
    return text + padding if "-" in verb.flags else padding + text


def _numeral(verb: Verb, value: Value) -> str:
    if verb.mode in _REALS:
        return verbs.real(verb, value.raw)
    whole = value.raw.denominator == 1 if isinstance(value.raw, int | Fraction) else value.raw == 0
    if not whole:
        raise _unsupported(verb, "an integer is required")
    return verbs.integer(verb, int(value.raw))


def _formatlist(arguments: list[Value], _: Context) -> Value:
    pattern, given = arguments[0].raw, arguments[1:]
    if not given:
        return list_of([string(_filled(pattern, []))], STRING)
    count = _rounds(given)
    if not all(_countable(value) or not _iterated(value) for value in given):
        return unknown_from(ListType(STRING), given)
    return list_of(_rows(pattern, given, 1 if count is None else count), STRING)


def _iterated(value: Value) -> bool:
    return isinstance(value.type, ListType | SetType | TupleType) and not value.null


def _countable(value: Value) -> bool:
    return value.known and not may_shrink(value)


def _rounds(given: list[Value]) -> int | None:
    """Return how many elements the sequences have; they have to agree, a tuple even where it is not known."""
    first: tuple[int, int] | None = None
    for position, value in enumerate(given, 1):
        if not _iterated(value) or not (_countable(value) or isinstance(value.type, TupleType)):
            continue
        length = len(value.type.elements) if isinstance(value.type, TupleType) else len(value.raw)
        if first is None:
            first = position, length
        elif length != first[1]:
            raise RefusalError(
                f"argument {position} has length {length}, which is inconsistent with argument {first[0]} of length "
                f"{first[1]}",
                position,
            )
    return first[1] if first else None


def _rows(pattern: str, given: list[Value], count: int) -> Iterator[Value]:
    for index in range(count):
        row = [value.raw[index] if _iterated(value) else value for value in given]
        if not all(wholly_known(value) for value in row):
            yield partly_filled(pattern, row)
            continue
        try:
            yield string(_filled(pattern, row))
        except RefusalError as refusal:
            raise RefusalError(f"error on format iteration {index}: {refusal}") from None


_FORMAT: Final = (Parameter("format", STRING),)
_ARGUMENTS: Final = Parameter("args", null=True, unknown=True)

FUNCTIONS: Final = table(
    Function("format", _FORMAT, _ARGUMENTS, STRING, _format),
    Function("formatlist", _FORMAT, _ARGUMENTS, ListType(STRING), _formatlist),
)
