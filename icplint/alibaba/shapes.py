"""Whether a reply has the shape that the service's own models have, as far as a row reads it: another one is a gap."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing
from icplint.live.call import ODD, Failure, Reply
from icplint.live.listing import at

MISSING: Final = "missing"
EMPTY: Final = "empty"
NULL: Final = "null"
OBJECT: Final = "object"
LIST: Final = "list"
VALUE: Final = "value"
MUST: Final = "!"
"""Of a single value, that a row cannot do without it."""
TOTALS: Final = ("TotalCount", "TotalItemNum")


def checked(listing: AlibabaListing, reply: Reply) -> Reply:
    """Return a reply; if it has another shape, its failure, with those of its items that are as they should be."""
    what = "" if reply.failure else odd(listing, reply.body)
    if not what:
        return reply
    failure = Failure(code=ODD, message=what, request_id=reply.request_id)
    return Reply(call=reply.call, body=_good(listing, reply.body), failure=failure)


def _good(listing: AlibabaListing, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a reply with its good items only; nothing, if it has none, or what is odd is around them."""
    place = listing.lies_at.removesuffix("[]")
    found = at(body, place) if place != listing.lies_at else None
    if not isinstance(found, list):
        return {}
    good = [item for item in found if not odd(listing, _with(body, place, [item]))]
    return _with(body, place, good) if good else {}


def _with(body: Mapping[str, Any], place: str, found: list[Any]) -> Mapping[str, Any]:
    step, _, below = place.partition(".")
    return {**body, step: _with(body[step], below, found) if below else found}


def odd(listing: AlibabaListing, body: Mapping[str, Any]) -> str:
    """Return where a reply first has another shape, and what is there: `Instances.Instance: object`; else nothing."""
    return next(_oddities(listing, body), "")


def total(body: Mapping[str, Any]) -> int | None:
    """Return how many items the service counts; some write the number as text."""
    for name in TOTALS:
        value = body.get(name)
        if isinstance(value, int | str) and str(value).isdecimal():
            return int(value)
    return None


def _oddities(listing: AlibabaListing, body: Mapping[str, Any]) -> Iterator[str]:
    for name in TOTALS:
        if body.get(name) is not None and total({name: body[name]}) is None:
            yield f"{name}: {_kind(body[name])}"
    found = [body]
    if place := listing.lies_at:
        single, value = not place.endswith("[]"), at(body, place.removesuffix("[]"))
        if value in (None, []) and total(body) == 0 and not listing.some:
            return
        yield from _way(body, place.removesuffix("[]").split("."), OBJECT if single else LIST)
        found = [value] if single else value
    if listing.some and not found:
        yield f"{listing.lies_at}: {EMPTY}"
    yield from _differs(_shapes().get(listing.name), body, "")
    for number, item in enumerate(found):
        where = listing.lies_at.replace("[]", f"[{number}]")
        for path in listing.required:
            if (there := at(item, path)) is None or there == "":
                yield f"{where}.{path}: {MISSING}".removeprefix(".")


def _way(body: Any, steps: list[str], last: str) -> Iterator[str]:
    """Yield what is wrong on the way to the items: every step but the last is an object."""
    for number, step in enumerate(steps, 1):
        here, there = ".".join(steps[:number]), step in body
        body = body.get(step)
        if _kind(body) != (last if number == len(steps) else OBJECT):
            yield f"{here}: {_kind(body) if there else MISSING}"
            return


def _differs(shape: Any, value: Any, path: str) -> Iterator[str]:
    """Yield where a value is of another kind than in the model; what is null is absent, and may be, but for items."""
    if value is None and shape == MUST:
        yield f"{path}: {MISSING}"
    if shape is None or (value is None and not path.endswith("]")):
        return
    if _kind(value) != _kind(shape):
        yield f"{path}: {_kind(value)}"
    elif isinstance(value, dict):
        for name, below in shape.items():
            yield from _differs(below, value.get(name), f"{path}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _differs(shape[0], item, f"{path}[{number}]")


def _kind(value: Any) -> str:
    match value:
        case None:
            return NULL
        case dict():
            return OBJECT
        case list():
            return LIST
        case _:
            return VALUE


@cache
def _shapes() -> Mapping[str, Any]:
    """Return what each row reads of the models in the vendor's packages; a single value is an empty text, or MUST."""
    text = files("icplint.alibaba").joinpath("shapes.json").read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found
