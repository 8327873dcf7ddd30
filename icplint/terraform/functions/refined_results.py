"""What is known of the unknown result of a function, and results that follow from what is known of its arguments."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import Final

from icplint.terraform.values.conversion import convert
from icplint.terraform.values.ranges import NOT_NULL, Range
from icplint.terraform.values.refinements import length_range, narrowed, never_null, not_null, range_of
from icplint.terraform.values.types import COLLECTIONS, STRING, ListType, MapType, ObjectType, SetType, TupleType
from icplint.terraform.values.value import UnknownReason, Value, boolean

_NULLABLE: Final = frozenset(
    {
        "csvdecode", "element", "ephemeralasnull", "issensitive", "jsondecode", "lookup", "nonsensitive", "one",
        "sensitive", "strcontains", "templatefile", "timeadd", "tobool", "tolist", "tomap", "tonumber", "toset",
        "tostring", "yamldecode", "yamlencode",
    }
)  # fmt: skip
"""Functions whose result may be null for all that Terraform knows."""

_LONGEST_PREFIX: Final = 128
_DELIMITERS: Final = frozenset("-_:;/\\,.(){}[]|?!~ \t@#$%^&*+\"'")
"""Characters with which nothing that follows combines."""


def refined(name: str, arguments: list[Value], result: Value) -> Value:
    """Return the unknown result of a call with what is known of it."""
    name = name.removeprefix("core::")
    match name, arguments:
        case "startswith", [text, prefix] if text.type is STRING and prefix.known:
            verdict = _starts(text, prefix.raw)
            return not_null(result) if verdict is None else boolean(verdict).marked(result.marks)
        case "length", [value]:
            return narrowed(result, _length(value))
        case "format", [pattern, *_] if isinstance(pattern.raw, str):
            return narrowed(result, Range(nullable=False, prefix=safe_prefix(_literal(pattern.raw))))
        case "jsonencode", [value] if never_null(value):
            return narrowed(result, Range(nullable=False, prefix=_opening(value)))
        case "sort", [items]:
            return narrowed(result, dataclasses.replace(range_of(convert(items, ListType(STRING))), nullable=False))
    return result if name in _NULLABLE else not_null(result)


def _starts(text: Value, prefix: str) -> bool | None:
    known = range_of(text).prefix
    if known.startswith(prefix):
        return True
    return False if known and len(known.encode()) >= len(prefix.encode()) else None


def _length(value: Value) -> Range:
    if isinstance(value.type, COLLECTIONS):
        return length_range(value)
    if value.type is STRING and isinstance(value.raw, UnknownReason):
        from icplint.terraform.functions.graphemes import clusters

        return Range(nullable=False, low=len(clusters(value.raw.within.prefix)))
    return NOT_NULL


def _literal(pattern: str) -> str:
    head, percent, _ = pattern.partition("%")
    return head if percent else ""


def _opening(value: Value) -> str:
    match value.type:
        case ObjectType() | MapType():
            return "{"
        case TupleType() | ListType() | SetType():
            return "["
        case _:
            return '"' if value.type is STRING else ""


def safe_prefix(text: str) -> str:
    """Return what a string that goes on after `text` is sure to begin with: its last character may yet combine.

    Source: github.com/zclconf/go-cty, cty/ctystrings/prefix.go.
    """
    if not text:
        return text
    text = unicodedata.normalize("NFC", text.encode()[:_LONGEST_PREFIX].decode(errors="ignore"))
    if text[-1] in _DELIMITERS:
        return text
    from icplint.terraform.functions.graphemes import clusters

    return "".join(clusters(text)[:-1])
