"""Functions that read and write JSON and CSV."""

from __future__ import annotations

import json
import math
from fractions import Fraction
from typing import Any, Final, NoReturn

from icplint.terraform.functions.csv_records import CsvError, records
from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, quoted, table
from icplint.terraform.values import numbers
from icplint.terraform.values.types import DYNAMIC, STRING, ObjectType
from icplint.terraform.values.value import Value, from_json, list_of, object_of, string, unknown_from, wholly_known

_ESCAPED: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def json_of(value: Value) -> str:
    """Return a known value as JSON, spelled as Go's encoding/json spells it."""
    match value.raw:
        case None:
            return "null"
        case bool():
            return "true" if value.raw else "false"
        case str():
            return _json_text(value.raw)
        case tuple():
            return f"[{','.join(json_of(item) for item in value.raw)}]"
        case dict():
            return f"{{{','.join(f'{_json_text(k)}:{json_of(v)}' for k, v in value.raw.items())}}}"
        case float() if math.isinf(value.raw):
            raise RefusalError("cannot serialize infinity as JSON")
        case int() | Fraction() | float():
            return numbers.spell(value.raw)
    raise AssertionError(value)


def _json_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPED)


def _jsonencode(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    return string(json_of(given)) if wholly_known(given) else unknown_from(STRING, [given])


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"invalid character '{name[0]}' looking for beginning of value")


def _parsed(text: str) -> Any:
    return json.loads(text, parse_int=numbers.parse, parse_float=numbers.parse, parse_constant=_refuse_constant)


def _jsondecode(arguments: list[Value], _: Context) -> Value:
    text = arguments[0].raw
    try:
        return from_json(_sound(_parsed(text)))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise RefusalError("extraneous data after JSON object") from None
        raise RefusalError(_unexpected(text, error.pos)) from None
    except ValueError as error:
        raise RefusalError(str(error)) from None


def _unexpected(text: str, position: int) -> str:
    rest = text[position:]
    if not rest.strip():
        return "EOF"
    if any(word.startswith(rest) for word in ("true", "false", "null")):
        return "unexpected EOF"
    shown = "\\'" if rest[0] == "'" else quoted(rest[0])[1:-1]
    return f"invalid character '{shown}' looking for beginning of value"


def _sound(document: Any) -> Any:
    """Go puts U+FFFD in place of half a surrogate pair."""
    match document:
        case str():
            return document.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case list():
            return [_sound(item) for item in document]
        case dict():
            return {_sound(key): _sound(item) for key, item in document.items()}
        case _:
            return document


def _csvdecode(arguments: list[Value], _: Context) -> Value:
    try:
        rows = records(arguments[0].raw)
        header = next(rows, None)
        if header is None:
            raise RefusalError("missing header line")
        seen: set[str] = set()
        for name in header:
            if name in seen:
                raise RefusalError(f"duplicate column name {quoted(name)}")
            seen.add(name)
        kind = ObjectType(dict.fromkeys(sorted(header), STRING))
        return list_of([object_of({n: string(v) for n, v in zip(header, row, strict=True)}) for row in rows], kind)
    except CsvError as error:
        raise RefusalError(str(error)) from None


FUNCTIONS: Final = table(
    Function("csvdecode", (Parameter("str", STRING),), None, DYNAMIC, _csvdecode),
    Function("jsondecode", (Parameter("str", STRING),), None, DYNAMIC, _jsondecode),
    Function("jsonencode", (Parameter("val", null=True, unknown=True, untyped=True),), None, STRING, _jsonencode),
)
