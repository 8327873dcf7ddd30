"""Files beside a configuration that others apply for it: a local chart's values, manifests by a pattern."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from icplint.model.resource import Resource
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.evaluation.scope import Scope
from icplint.terraform.instances.instance import ModuleInstance
from icplint.terraform.modules.declared import Declared
from icplint.terraform.values.errors import EvaluationError

_NAMING: Final = {"helm_release": "chart", "data.helm_template": "chart", "data.kubectl_path_documents": "pattern"}
"""Types that name such files, and by which argument."""
_CHART: Final = ("values.yaml", "templates/*.yaml")
_FILES: Final = 200
_MOST: Final = 1 << 20
"""Files, and characters of one, that are read."""


def manifests(instance: ModuleInstance) -> Iterator[Resource]:
    """Yield what stands for the files that the resources of a module instance name: their texts."""
    every = {**instance.module.resources, **{f"data.{name}": one for name, one in instance.module.data.items()}}
    for name, declared in every.items():
        kind = name.rpartition(".")[0]
        attribute = declared.block.body.attributes.get(_NAMING.get(kind, ""))
        if attribute is None:
            continue
        for thing in instance.block_instances(name, declared):
            path = _path(instance, declared, thing.scope, _NAMING[kind])
            texts = list(_texts(instance, kind, path)) if path else []
            if texts:
                origin = declared.file.origin(attribute.start)
                yield Resource(
                    kind=kind,
                    address=f"{thing.address} ({path})",
                    values={"values": texts},
                    origin=origin.at(thing.address),
                    root=instance.run.root.path,
                )


def _path(instance: ModuleInstance, declared: Declared, scope: Scope, argument: str) -> str:
    node = declared.block.body.attributes[argument].expression
    try:
        value = instance.run.without_stack_limit(partial(evaluate, node, scope))
    except EvaluationError:
        return ""
    return value.raw if isinstance(value.raw, str) and not value.marks and "://" not in value.raw else ""


def _texts(instance: ModuleInstance, kind: str, path: str) -> Iterator[str]:
    """Yield the texts of the files inside the tree that a path means, seen from the root module."""
    top = instance.run.root.directory
    tree = instance.run.loader.trees.around(top)
    place = Path(os.path.normpath(top / path))
    if kind == "data.kubectl_path_documents":
        found: Iterator[Path] = place.parent.glob(place.name) if tree.holds(place.parent) else iter(())
    else:
        found = (file for pattern in _CHART for file in place.glob(pattern)) if tree.holds(place) else iter(())
    for file in _sorted(found):
        try:
            yield tree.read(file, _MOST).decode(errors="replace")
        except OSError:
            continue


def _sorted(found: Iterator[Path]) -> list[Path]:
    try:
        return sorted(islice(found, _FILES))
    except (OSError, ValueError):  # no pattern at all, or a directory that may not be read
        return []
