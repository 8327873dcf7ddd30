"""One file of Terragrunt's: what names and Terragrunt's own functions mean in its expressions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from icplint.model.text import Text, plain
from icplint.terraform import functions
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.functions.function import Context
from icplint.terraform.modules.files import TERRAGRUNT, is_json
from icplint.terraform.modules.loader import Loader
from icplint.terraform.syntax.parse import parse
from icplint.terraform.syntax.tree import Block, Expression, File, FunctionCall, Literal, Refused, Traversal
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import UnknownReason, Value, object_of, string, unknown

SETTLE: Final = Text(
    en="check the plan that Terragrunt makes (terraform show -json)",
    zh="检查 Terragrunt 生成的 plan（terraform show -json）",
)
NOT_EVALUATED: Final = Text(en="{what} is known only when Terragrunt runs", zh="{what} 只有运行 Terragrunt 才能得知")
_REFUSED: Final = Text(en="the expression is not evaluated: {message}", zh="该表达式未能求值：{message}")
_LOST: Final = Text(en="what {file} includes was not read", zh="{file} 引用（include）的文件未读取")
_PARENTS: Final = ("root.hcl", *TERRAGRUNT)
_MOST: Final = 1 << 20
_DEEP: Final = 8


def _untold(what: str) -> Value:
    return unknown(DYNAMIC, UnknownReason(NOT_EVALUATED.using(what=what), settle=SETTLE))


def _parse(source: bytes, shown: str) -> File:
    if not is_json(shown):
        return parse(source, shown)
    from icplint.terraform.syntax import json_shapes  # few units are written in it
    from icplint.terraform.syntax.json_syntax import parse_json

    return parse_json(source, shown, json_shapes.TERRAGRUNT)


class TerragruntFile:
    """A file as it is read for the unit in `unit`; `parent` is the directory of what that one includes.

    `seen` are all files that were read for the unit.
    """

    def __init__(self, path: Path, file: File, loader: Loader, unit: Path) -> None:
        self.path, self.file, self.unit, self.parent = path, file, unit, unit
        self.shown = file.path
        self.seen = {path}
        self.lost: Text | None = None
        self.context = Context(root=loader.trees.around(unit).top, directory=path.parent)
        self._loader = loader
        self._locals = {
            name: a.expression for _, block in self.blocks("locals") for name, a in block.body.attributes.items()
        }
        self._known: dict[str, Value] = {}
        self._includes: dict[str, TerragruntFile] = {}
        self._deep = 0

    @classmethod
    def read(cls, path: Path, loader: Loader, unit: Path) -> TerragruntFile | None:
        """Return a file inside the tree; None where it cannot be read."""
        try:
            source = loader.trees.around(unit).read(path, _MOST)
        except OSError:
            return None
        return cls(path, _parse(source, loader.display(path)), loader, unit)

    def blocks(self, kind: str) -> Iterator[tuple[str, Block]]:
        """Yield the blocks of a kind with their labels."""
        for block in self.file.body.blocks:
            if block.kind == kind:
                yield ".".join(block.labels), block

    def included(self) -> list[TerragruntFile]:
        """Return the files that this one includes; `lost` says it where one of them cannot be read."""
        for name, block in self.blocks("include"):
            attribute = block.body.attributes.get("path")
            path = self.value(attribute.expression) if attribute else _untold("include")
            found = self._beside(path)
            strategy = block.body.attributes.get("merge_strategy")
            if found is None or strategy is not None:
                self.lost = _LOST.using(file=self.shown)
            if found is not None:
                self.parent = found.path.parent
                found.parent = found.path.parent
                self._includes[name] = found
        return list(self._includes.values())

    @property
    def folder(self) -> str:
        """The directory of the file as it is shown."""
        return self._loader.display(self.path.parent)

    def beside(self, path: str) -> Path:
        """Return what a path in this file means."""
        return self._loader.normal(self.path.parent / path)

    def _beside(self, path: Value) -> TerragruntFile | None:
        if not isinstance(path.raw, str):
            return None
        found = TerragruntFile.read(self.beside(path.raw), self._loader, self.unit)
        if found is not None:
            found._deep = self._deep + 1  # noqa: SLF001 - of its own kind
            self.seen.add(found.path)
            found.seen = self.seen
        return found if found is not None and found._deep < _DEEP else None  # noqa: SLF001

    def value(self, node: Expression) -> Value:
        """Return the value of an expression; unknown where Terragrunt would have to run, or would refuse it."""
        try:
            found: Value = evaluate(self._answered(node), self)
        except (EvaluationError, Refused) as error:
            return unknown(DYNAMIC, UnknownReason(_REFUSED.using(message=plain(error)), settle=SETTLE))
        return found

    def root(self, traversal: Traversal) -> tuple[Value, int]:
        """See `Scope.root`."""
        name = traversal.steps[0] if traversal.steps else None
        if not isinstance(name, str):
            return _untold(traversal.root), len(traversal.steps)
        match traversal.root:
            case "local" if name in self._locals:
                return self._local(name), 1
            case "include" if name in self._includes:
                return self._includes[name].whole(), 1
            case root:
                return _untold(f"{root}.{name}"), len(traversal.steps)

    def _local(self, name: str) -> Value:
        if name not in self._known:
            self._known[name] = _untold(f"local.{name}")  # what needs itself is never known
            self._known[name] = self.value(self._locals[name])
        return self._known[name]

    def whole(self) -> Value:
        """Return the file as `read_terragrunt_config` does, as far as anything is made of that."""
        inputs = self.file.body.attributes.get("inputs")
        self.included()
        return object_of(
            {
                "locals": object_of({name: self._local(name) for name in self._locals}),
                "inputs": self.value(inputs.expression) if inputs else object_of({}),
            }
        )

    def _answered(self, node: Any) -> Any:
        """Return the expression with the calls of Terragrunt's own functions replaced by what they return."""
        match node:
            case FunctionCall(name, arguments, False, start) if not functions.exists(name) and "::" not in name:
                return Literal(self._called(name, [self.value(one) for one in arguments]), start)
            case tuple() if hasattr(node, "_fields"):
                return type(node)(*(self._answered(part) for part in node))
            case tuple():
                return tuple(self._answered(part) for part in node)
            case _:
                return node

    def _called(self, name: str, arguments: list[Value]) -> Value:
        texts = [one.raw for one in arguments]
        first = texts[0] if texts and isinstance(texts[0], str) else None
        match name, len(arguments):
            case "get_terragrunt_dir" | "get_original_terragrunt_dir", 0:
                return string(str(self.unit))
            case "get_parent_terragrunt_dir", 0:
                return string(str(self.parent))
            case "path_relative_to_include", 0:
                return string(os.path.relpath(self.unit, self.parent).replace(os.sep, "/"))
            case "path_relative_from_include", 0:
                return string(os.path.relpath(self.parent, self.unit).replace(os.sep, "/"))
            case "get_repo_root", 0:
                top = next((one for one in (self.unit, *self.unit.parents) if (one / ".git").exists()), None)
                return string(str(top)) if top else _untold(f"{name}()")
            case "find_in_parent_folders", count if count == len([t for t in texts if isinstance(t, str)]):
                return self._above(texts)
            case "read_terragrunt_config", 1 | 2 if first is not None:
                found = self._beside(string(first))
                return found.whole() if found else _untold(f"{name}()")
            case _:
                return _untold(f"{name}()")

    def _above(self, names: list[Any]) -> Value:
        wanted, tree = names[:1] or _PARENTS, self._loader.trees.around(self.unit)
        for directory in self.unit.parents:
            if not tree.holds(directory):
                break
            for name in wanted:
                if os.path.exists(directory / name):  # noqa: PTH110 - Path's raises for a name that is too long
                    return string(str(directory / name))
        return string(names[1]) if len(names) > 1 else _untold("find_in_parent_folders()")
