"""Functions that count in grapheme clusters, what a reader takes for one character (Unicode, annex 29)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, simple, table, whole
from icplint.terraform.values.types import (
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    SetType,
    TupleType,
    Type,
)
from icplint.terraform.values.value import Value, number, string, unknown_from, wholly_known

_CLUSTER: Final = r"""
    \r\n
  | \p{GCB=Prepend}*
    (?: (?: \p{GCB=L}+ (?: (?: \p{GCB=LV}? \p{GCB=V}+ | \p{GCB=LVT} ) \p{GCB=T}* | \p{GCB=LV} )?
          | \p{GCB=LV} \p{GCB=V}* \p{GCB=T}* | \p{GCB=V}+ \p{GCB=T}* | \p{GCB=LVT} \p{GCB=T}* | \p{GCB=T}+
          | \p{GCB=Regional_Indicator}{1,2}
          | \p{ExtPict} \p{GCB=Extend}*
        ) (?: [\p{GCB=Extend}\p{GCB=SpacingMark}] | \u200d (?: \p{ExtPict} \p{GCB=Extend}* )? )*
      | [^\r\n\p{GCB=Control}] [\p{GCB=Extend}\p{GCB=SpacingMark}\u200d]*
    )
  | .
"""
"""One cluster, by github.com/apparentlymart/go-textseg: without what newer annexes say of conjuncts."""


@lru_cache(maxsize=1)
def _cluster() -> Any:
    import regex

    return regex.compile(_CLUSTER, regex.VERBOSE | regex.DOTALL)


def clusters(text: str) -> list[str]:
    """Return the grapheme clusters of the text."""
    if text.isascii():
        return list(text) if "\r\n" not in text else re.findall(r"\r\n|[\s\S]", text)
    found: list[str] = _cluster().findall(text)
    return found


def _strrev(text: str) -> str:
    return "".join(reversed(clusters(text)))


def _substr(arguments: list[Value], _: Context) -> Value:
    text, offset, length = arguments[0].raw, whole(arguments[1]), whole(arguments[2])
    parts = clusters(text)
    if offset < 0:
        offset = max(offset + len(parts), 0)
    elif length == 0:
        return string("")
    if length == 0:  # with a negative offset Terraform does not stop at no characters but at the end
        length = -1
    return string("".join(parts[offset:] if length < 0 else parts[offset : offset + length]))


def _length_type(arguments: list[Value]) -> Type:
    kind = arguments[0].type
    if kind in {STRING, DYNAMIC} or isinstance(kind, TupleType | ObjectType | ListType | MapType | SetType):
        return NUMBER
    raise RefusalError("argument must be a string, a collection type, or a structural type")


def _length(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    match given.type:
        case TupleType(elements):
            return number(len(elements)).marked(given.marks)
        case ObjectType(attributes):
            return number(len(attributes)).marked(given.marks)
    if not given.known or (isinstance(given.type, SetType) and len(given.raw) > 1 and not wholly_known(given)):
        return unknown_from(NUMBER, [given])
    return number(len(clusters(given.raw)) if given.type is STRING else len(given.raw)).marked(given.marks)


FUNCTIONS: Final = table(
    Function("length", (Parameter("value", unknown=True, marked=True, untyped=True),), None, _length_type, _length),
    simple("strrev", {"str": STRING}, STRING, _strrev),
    Function(
        "substr",
        (Parameter("str", STRING), Parameter("offset", NUMBER), Parameter("length", NUMBER)),
        None,
        STRING,
        _substr,
    ),
)
