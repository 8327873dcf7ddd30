"""Values as JSON, numbers spelled as Terraform spells them."""

from __future__ import annotations

import json
import math

from icplint.terraform.values import numbers
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.partial import Partial
from icplint.terraform.values.value import UnknownReason, Value

HIDDEN = '"(sensitive)"'


def json_text(value: Value, unknown: str = "null") -> str:
    """Return a value as JSON: `unknown` stands for what is not known, a word for what is sensitive.

    Of an object that is known in part, as a resource is, the written attributes are shown. Raises EvaluationError where
    there is an infinite number, which JSON cannot spell.
    """
    if unknown_whole(value) is not None:
        return unknown
    if value.marks:
        return HIDDEN
    match value.raw:
        case UnknownReason(look=Partial() as partial):
            return _object({name: partial.find(name) for name in sorted(partial.names)}, unknown)
        case None:
            return "null"
        case bool():
            return "true" if value.raw else "false"
        case str():
            return json.dumps(value.raw, ensure_ascii=False)
        case tuple():
            return f"[{', '.join(json_text(item, unknown) for item in value.raw)}]"
        case dict():
            return _object(value.raw, unknown)
        case float() if math.isinf(value.raw):
            raise EvaluationError("cannot serialize infinity as JSON")
        case _:
            return numbers.spell(value.raw)


def unknown_whole(value: Value) -> UnknownReason | None:
    """Return why a value is not known, if no part of it is."""
    return value.raw if isinstance(value.raw, UnknownReason) and not isinstance(value.raw.look, Partial) else None


def _object(attributes: dict[str, Value], unknown: str) -> str:
    items = (f"{json.dumps(name, ensure_ascii=False)}: {json_text(v, unknown)}" for name, v in attributes.items())
    return f"{{{', '.join(items)}}}"
