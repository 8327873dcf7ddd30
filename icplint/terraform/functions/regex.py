"""Functions that match regular expressions."""

from __future__ import annotations

from typing import Any, Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, table, unsupported
from icplint.terraform.functions.patterns import Compiled, PatternError, UnmatchedError, compiled
from icplint.terraform.values.types import DYNAMIC, STRING, ListType, ObjectType, TupleType, Type
from icplint.terraform.values.value import Value, list_of, null, object_of, string, tuple_of


def _compiled(source: str) -> Compiled:
    try:
        return compiled(source)
    except PatternError as error:
        raise RefusalError(f"invalid regexp pattern: {error.problem} in {error.part}", 0) from None


def _type(arguments: list[Value]) -> Type:
    """Return a string for a pattern without captures, a tuple for captures, an object for named ones."""
    pattern = arguments[0]
    if not pattern.known:
        return DYNAMIC
    try:
        names = _compiled(pattern.raw).names
    except UnmatchedError:
        return DYNAMIC
    if not names:
        return STRING
    if any(names) and not all(names):
        raise RefusalError("invalid regexp pattern: cannot mix both named and unnamed capture groups", 0)
    return ObjectType(dict.fromkeys(sorted(names), STRING)) if all(names) else TupleType((STRING,) * len(names))


def _captured(match: Any, kind: Type, names: tuple[str, ...]) -> Value:
    if kind is STRING:
        return string(match[0].decode())
    texts = [null(STRING) if text is None else string(text.decode()) for text in match.groups()]
    return object_of(dict(zip(names, texts, strict=True))) if isinstance(kind, ObjectType) else tuple_of(texts)


def _regex(arguments: list[Value], _: Context) -> Value:
    try:
        found = _compiled(arguments[0].raw)
    except UnmatchedError as error:
        return unsupported("regex", DYNAMIC, arguments, error.why)
    match = next(found.matches(arguments[1].raw), None)
    if match is None:
        raise RefusalError("pattern did not match any part of the given string")
    return _captured(match, _type(arguments), found.names)


def _regexall(arguments: list[Value], _: Context) -> Value:
    try:
        found = _compiled(arguments[0].raw)
    except UnmatchedError as error:
        return unsupported("regexall", DYNAMIC, arguments, error.why)
    kind = _type(arguments)
    return list_of([_captured(match, kind, found.names) for match in found.matches(arguments[1].raw)], kind)


_PARAMETERS: Final = (Parameter("pattern", STRING), Parameter("string", STRING))

FUNCTIONS: Final = table(
    Function("regex", _PARAMETERS, None, _type, _regex),
    Function("regexall", _PARAMETERS, None, lambda arguments: ListType(_type(arguments)), _regexall),
)
