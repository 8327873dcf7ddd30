"""What an expression or a block refers to, as it is written: nothing is evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from icplint.terraform.syntax.tree import Body, ForObject, ForTuple, TemplateFor, Traversal

_PREFIXES: Final = frozenset({"data", "ephemeral", "resource"})
_BUILTIN: Final = frozenset({"path", "terraform", "each", "count", "self"})
_NAMING: Final = frozenset({"provider", "providers", "ignore_changes", "source", "version"})
"""Arguments that name providers, attributes and sources: no references."""

AROUND: Final = frozenset({"lifecycle", "provisioner", "connection"})
"""Blocks of a resource in which it may name itself."""


def references(node: Any, bound: frozenset[str] = frozenset()) -> Iterator[Traversal]:
    """Yield the references of a tree to names that are not bound inside."""
    match node:
        case Traversal():
            yield from () if node.root in bound else (node,)
        case ForTuple() | ForObject() | TemplateFor():
            yield from references(node.collection, bound)
            yield from references(node[3:], bound | {node.value, node.key or node.value})
        case tuple():
            for part in node:
                yield from references(part, bound)


def referred(body: Body, *, itself: bool = False) -> Iterator[Traversal]:
    """Yield the references of a block; with `itself` only those by which a resource must not name itself."""
    for name, attribute in body.attributes.items():
        if name not in _NAMING and not (itself and name == "depends_on"):
            yield from references(attribute.expression)
    for inner in body.blocks:
        if not (itself and inner.kind in AROUND):
            yield from referred(inner.body)


def target(reference: Traversal) -> str | None:
    """Return the name of what is referred to, as a module keeps it: `local.a`, `module.b`, `data.c.d`, `e.f`."""
    names = [step for step in reference.steps[:2] if isinstance(step, str)]
    wanted = 2 if reference.root in _PREFIXES else 1
    if reference.root in _BUILTIN or len(names) < wanted:
        return None
    parts = (reference.root, *names[:wanted])
    return ".".join(parts[1:] if reference.root == "resource" else parts)
