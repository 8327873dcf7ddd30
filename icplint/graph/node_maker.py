"""A resource and its row -> the node, with every field that the row says."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from icplint.model.memo import Memo
from icplint.model.resource import Resource
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Node
from icplint.resources.rows import NOT_SAID, Finder, NodeRow, first


class NodeMaker:
    """Makes the nodes of a run; what the fields of each class of node may hold is looked up once."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._may_be_unknown = Memo(_unknown_fields)
        self._may_be_text = Memo(_text_fields)

    def make(self, resource: Resource, row: NodeRow) -> Node:
        """Return the node of a resource."""
        key = self._field(resource, row.key, None) if row.key else resource.address
        known = isinstance(key, str) and bool(key)
        values = {name: self._field(resource, path, row.defaults.get(name)) for name, path in row.fields.items()}
        return row.node(
            key=key if known else resource.address,
            root="" if row.shared and known else resource.root,
            origin=resource.origin,
            certain=resource.certain,
            counting=resource.counting,
            **self._fitting(values, row, resource),
        )

    def _fitting(self, values: dict[str, Any], row: NodeRow, resource: Resource) -> dict[str, Any]:
        """Return values that the fields can have: numbers become text where that is asked for, as Terraform has it."""
        texts, doubtful = self._may_be_text[row.node], self._may_be_unknown[row.node]
        for name, value in values.items():
            if value is None:
                values[name] = absent(resource, name) if name in doubtful else None
            elif name in texts and not isinstance(value, str | Unknown):
                number = isinstance(value, int | float)
                values[name] = str(value).lower() if number else absent(resource, name)
        return values

    def _field(self, resource: Resource, path: Any, default: Any) -> Any:
        if not isinstance(path, str):
            return path(resource, self._finder)
        value = first(resource.values, path)
        if default is not None and (value is None or (isinstance(value, Unknown) and not value.written)):
            return default
        return value


def _unknown_fields(node: type[Node]) -> frozenset[str]:
    """Return the fields of a node that may be unknown: an absent one of those is, any other is None."""
    return frozenset(f.name for f in fields(node) if "Unknown" in str(f.type) and "None" not in str(f.type))


def _text_fields(node: type[Node]) -> frozenset[str]:
    """Return the fields of a node that are text, where they are known."""
    return frozenset(f.name for f in fields(node) if str(f.type)[:3] == "str")


def absent(resource: Resource, name: str) -> Unknown:
    """Return the value of an argument that is not set."""
    return Unknown(NOT_SAID.using(kind=resource.address, what=name), written=False)
