"""A syntax tree whose text stands elsewhere than where it was parsed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

_OFFSETS: Final = frozenset({"start", "value_start", "end"})


def with_offsets(node: Any, at: Callable[[int], int]) -> Any:
    """Return the tree with each offset changed to what `at` returns for it."""
    match node:
        case dict():
            return {name: with_offsets(part, at) for name, part in node.items()}
        case list():
            return [with_offsets(part, at) for part in node]
        case tuple():
            names = getattr(node, "_fields", None)
            if names is None:
                return tuple(with_offsets(part, at) for part in node)
            parts = (
                at(part) if name in _OFFSETS else with_offsets(part, at) for name, part in zip(names, node, strict=True)
            )
            return type(node)._make(parts)  # type: ignore[attr-defined]
        case _:
            return node
