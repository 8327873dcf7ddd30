"""Modules that were not read: what they are given may be names that they serve, and where those lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from icplint.model.addresses import is_public
from icplint.model.names import registrable_domain
from icplint.model.regex import regex
from icplint.model.resource import NAMES, OUTPUTS, UNREAD_MODULE, Resource
from icplint.model.text import Text
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import Relation, Service
from icplint.resources.rows import Finder, GivenName, NodeRow, constant
from icplint.resources.unmet import reached

GIVEN: Final = Text(
    en="{address} is given {value}, and which names it serves is not known: {why}",
    zh="{address} 的参数中有 {value}，它为哪些域名提供服务未知：{why}",
)
_OWN: Final = frozenset({"source", "version", "providers", "depends_on", "count", "for_each", "tags", NAMES, OUTPUTS})
"""Arguments that a module is not given, or that say nothing of visitors."""
_HOST: Final = regex(r"(?:\*\.)?(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*\.?")
_FILE: Final = regex(r"file|path|script|template|key|image|policy|version", re.IGNORECASE)
"""What an argument that holds the name of a file is called: many endings of files are top-level domains."""
_ADDRESS: Final = regex(r"[0-9.]+|[0-9a-fA-F:]+")
_DEEP: Final = 24


def _names(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
    hosts = dict.fromkeys((text, key) for text, key in _written(resource) if _is_website(text))
    for text, argument in hosts:
        yield GivenName(text, argument, certain=False)
    addresses = (text for text, _ in _written(resource) if _is_address(text))
    pointed = (str(reference) for value in _leads(resource, _finder) for reference in value.refs)
    address = next(addresses, None) or next(pointed, None)
    outputs = resource.values[OUTPUTS]
    if address and not hosts:
        given = GIVEN.using(address=resource.address, value=address, why=outputs.why)
        yield GivenName(Unknown(given, settle=outputs.settle), "", certain=False)
    elif isinstance(unnamed := resource.values.get(NAMES), Unknown) and not hosts:
        yield GivenName(unnamed, "", certain=False)


def _leads(resource: Resource, _finder: Finder) -> Iterator[Unknown]:
    """Yield what a module is given by which visitors reach something: it may lead names there."""
    for key in resource.values:
        if key not in _OWN:
            yield from (one for one in _unknowns(resource.values[key], _DEEP) if any(map(_reached, one.refs)))


def _reached(reference: Reference) -> bool:
    return bool(reference.attribute) and reached(reference.attribute)


def _unknowns(value: Any, deep: int) -> Iterator[Unknown]:
    match value:
        case Unknown():
            yield value
        case Mapping() if deep:
            for inner in value:
                yield from _unknowns(value[inner], deep - 1)
        case list() | tuple() if deep:
            for one in value:
                yield from _unknowns(one, deep - 1)


def _written(resource: Resource) -> Iterator[tuple[str, str]]:
    """Yield the strings that a module is given, and the argument in which each stands."""
    for key in resource.values:
        if key not in _OWN:
            yield from ((text, key) for text in _strings(resource.values[key], key, _DEEP))


def _strings(value: Any, key: str, deep: int) -> Iterator[str]:
    match value:
        case str() if not _FILE.search(key):
            yield value
        case Mapping() if deep:
            for inner in value:
                yield from _strings(value[inner], str(inner), deep - 1)
                yield from _strings(str(inner), "", 0)
        case list() | tuple() if deep:
            for one in value:
                yield from _strings(one, key, deep - 1)


def _is_website(text: str) -> bool:
    return _HOST.fullmatch(text) is not None and "._" not in f".{text}" and registrable_domain(text) is not None


def _is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None and is_public(text)


def _settle(resource: Resource, _finder: Finder) -> Text | None:
    settle: Text | None = resource.values[OUTPUTS].settle
    return settle


ROWS = (
    NodeRow(
        kind=UNREAD_MODULE,
        node=Service,
        fields={
            "product": constant(""),
            "why": lambda resource, _finder: resource.values[OUTPUTS].why,
            "settle": _settle,
        },
        edges={Relation.FORWARDS_TO: _leads},
        edges_in={Relation.SERVED_BY: _names},
    ),
)
