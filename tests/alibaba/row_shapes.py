"""Find out what each row reads of its replies, as the vendor's models have them: `row_shapes.py > icplint/alibaba/shapes.json`.

The table's own functions are given a reply that has everything and writes down what they look at (data/sdk.json).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from rules import SDK
from sample_calls import ROWS

from icplint.alibaba.listing import AlibabaListing, at
from icplint.alibaba.shapes import MUST, TOTALS
from icplint.registry import registry


class Watched(Mapping[str, Any]):
    """An object of a reply that writes into `seen` what is asked of it; it has nothing that the model has not."""

    def __init__(self, model: dict[str, Any], seen: dict[str, Any]) -> None:
        self._model, self._seen, self._copied = model, seen, 0

    def get(self, name: str, default: Any = None) -> Any:
        if name not in self._model:
            return default
        return _watched(self._model[name], self._seen, name)

    def __getitem__(self, name: str) -> Any:
        if name not in self._model:
            raise KeyError(name)
        first = name not in self._seen
        found = _watched(self._model[name], self._seen, name)
        if first and self._seen[name] == "" and not self._copied:
            self._seen[name] = MUST
        self._copied = max(0, self._copied - 1)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._model)

    def __len__(self) -> int:
        return len(self._model)

    def keys(self) -> Any:
        """Return the names; who copies all of it asks for each next, and needs none."""
        self._copied = len(self._model)
        return self._model.keys()


def _watched(model: Any, seen: dict[str, Any], name: str) -> Any:
    match model:
        case dict():
            return Watched(model, seen.setdefault(name, {}))
        case [dict() as inner]:
            return [Watched(inner, seen.setdefault(name, [{}])[0])]
        case [_]:
            seen.setdefault(name, [""])
            return ["1"]
        case str() if model.startswith(("dict", "Dict", "Any")):
            seen.setdefault(name, None)
            return {}
        case _:
            seen.setdefault(name, "")
            return {"int": 1, "bool": True}.get(model, "1")


def shape(row: AlibabaListing) -> dict[str, Any]:
    """Return what a row reads of its reply."""
    model: dict[str, Any] = SDK[row.product]["actions"][row.action]["reply"]
    seen: dict[str, Any] = {}
    body = Watched(model, seen)
    for name in TOTALS:
        body.get(name)
    place = at(body, row.lies_at.removesuffix("[]")) if row.lies_at else body
    raw = place if isinstance(place, list) else [place]
    items = raw if isinstance(row.items, str) else list(row.items(body))
    for path in row.required:
        _look(lambda item, path=path: at(item, path), raw)
    for one in row.yields:
        for value in (one.identity, *one.values.values()):
            _look(value if callable(value) else lambda item, path=value: at(item, path), items)
    for further in _listings():
        if further.parent == row.name:
            _look(further.about or (lambda _item: None), items)
            for hole in re.findall(r"\{(\w[\w.]*)\}", " ".join(further.parameters.values())):
                _look(lambda item, path=hole: at(item, path), items)
    return seen


def _look(read: Callable[[Any], Any], items: list[Any]) -> None:
    for item in items:
        try:
            found = read(item)
            if isinstance(found, Iterator):
                list(found)
        except KeyError as error:  # a table of the row has no such word, or the item is of another kind
            if isinstance(item, Watched) and error.args != ("1",):
                raise


@cache
def _listings() -> list[AlibabaListing]:
    return registry().listings


@cache
def shapes() -> dict[str, Any]:
    """Return what all rows read, by their names."""
    return {row.name: shape(row) for row in ROWS}


if __name__ == "__main__":
    json.dump(shapes(), sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")
