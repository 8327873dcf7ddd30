"""Functions of strings."""

from __future__ import annotations

from typing import Final

from icplint.terraform.functions.casing import SPACES
from icplint.terraform.functions.function import (
    Context,
    Function,
    Parameter,
    RefusalError,
    simple,
    strings,
    table,
    unsupported,
    whole,
)
from icplint.terraform.values.budget import spend_text
from icplint.terraform.values.possible import joined
from icplint.terraform.values.types import BOOL, NUMBER, STRING, ListType
from icplint.terraform.values.value import Value, string, unknown_from, wholly_known


def _indent(arguments: list[Value], _: Context) -> Value:
    spaces, text = whole(arguments[0]), arguments[1].raw
    if spaces < 0:
        raise RefusalError("panic in function implementation: strings: negative Repeat count")
    spend_text(spaces * text.count("\n"))
    return string(text.replace("\n", "\n" + " " * spaces))


def _join(arguments: list[Value], _: Context) -> Value:
    separator, lists = arguments[0].raw, arguments[1:]
    if not lists:
        raise RefusalError("at least one list is required")
    if not all(items.known for items in lists):
        return unknown_from(STRING, lists)
    if not all(wholly_known(items) for items in lists):
        return _partly_joined(separator, [item for items in lists for item in items.raw], lists)
    texts: list[str] = []
    for position, items in enumerate(lists, 1):
        for index, item in enumerate(items.raw):
            if item.null:
                which = f"element {index} of list {position}" if len(lists) > 1 else f"element {index}"
                raise RefusalError(f"{which} is null; cannot concatenate null values", position)
            texts.append(item.raw)
    spend_text(sum(map(len, texts)) + len(separator) * len(texts))
    return string(separator.join(texts))


def _partly_joined(separator: str, items: list[Value], lists: list[Value]) -> Value:
    if any(item.null for item in items):
        return unknown_from(STRING, lists)
    return joined(piece for at, item in enumerate(items) for piece in ((string(separator), item) if at else (item,)))


def _replace(arguments: list[Value], _: Context) -> Value:
    text, old, new = (argument.raw for argument in arguments)
    if old == "/" or not (old.startswith("/") and old.endswith("/")):
        spend_text(text.count(old) * len(new))
        return string(text.replace(old, new))
    from icplint.terraform.functions.patterns import PatternError, UnmatchedError, compiled

    try:
        return string(compiled(old[1:-1]).replaced(text, new))
    except PatternError as error:
        raise RefusalError(str(error)) from None
    except UnmatchedError as error:
        return unsupported("replace", STRING, arguments, error.why)


def _split(arguments: list[Value], _: Context) -> Value:
    separator, text = arguments[0].raw, arguments[1].raw
    return strings(text.split(separator) if separator else text)


def _starts_with(arguments: list[Value], _: Context) -> Value:
    text, prefix = arguments
    if not text.known:
        return Value(BOOL, True) if not prefix.raw else unknown_from(BOOL, [text])
    return Value(BOOL, text.raw.startswith(prefix.raw))


_TEXT: Final = {"str": STRING}
_TEXT_AND_SUFFIX: Final = {"str": STRING, "suffix": STRING}

FUNCTIONS: Final = table(
    simple("chomp", _TEXT, STRING, lambda text: text.rstrip("\r\n")),
    simple("endswith", _TEXT_AND_SUFFIX, BOOL, str.endswith),
    Function("indent", (Parameter("spaces", NUMBER), Parameter("str", STRING)), None, STRING, _indent),
    Function("join", (Parameter("separator", STRING),), Parameter("lists", ListType(STRING)), STRING, _join),
    Function(
        "replace",
        (Parameter("str", STRING), Parameter("substr", STRING), Parameter("replace", STRING)),
        None,
        STRING,
        _replace,
    ),
    Function("split", (Parameter("separator", STRING), Parameter("str", STRING)), None, ListType(STRING), _split),
    Function(
        "startswith",
        (Parameter("str", STRING, unknown=True), Parameter("prefix", STRING)),
        None,
        BOOL,
        _starts_with,
    ),
    simple("strcontains", {"str": STRING, "substr": STRING}, BOOL, str.__contains__),
    simple("trim", {"str": STRING, "cutset": STRING}, STRING, str.strip),
    simple("trimprefix", {"str": STRING, "prefix": STRING}, STRING, str.removeprefix),
    simple("trimspace", _TEXT, STRING, lambda text: text.strip(SPACES)),
    simple("trimsuffix", _TEXT_AND_SUFFIX, STRING, str.removesuffix),
)
