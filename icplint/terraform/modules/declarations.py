"""What the files of a directory declare together; what Terraform would refuse about that is a problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Final, NamedTuple

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Problem
from icplint.model.text import Text
from icplint.terraform.evaluation.constraints import constant
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.modules.declared import Declared
from icplint.terraform.modules.variables import misdeclared
from icplint.terraform.syntax.block_types import BAD_NAME, is_name, malformed, misnamed
from icplint.terraform.syntax.tree import Attribute, Block, File, Literal, ObjectCons
from icplint.terraform.values.errors import EvaluationError

_REPEATED: Final = frozenset({"resource", "data", "ephemeral", "module"})
_REQUIRED: Final = {"module": "source", "output": "value"}
_ONCE: Final = frozenset({"required_providers", "backend", "cloud"})

_DUPLICATE: Final = Text(en="{name} is declared twice, first at {first}", zh="{name} 重复声明，首次声明在 {first}")
_ARGUMENT: Final = Text(
    en="no argument stands outside a block: move {name} into one, or remove it",
    zh="块之外不能有参数：请将 {name} 移入块中，或将其删除",
)
_LOCAL_BLOCK: Final = Text(
    en="locals holds no blocks: write {kind} = {{ … }}", zh="locals 中不能有块：请写作 {kind} = {{ … }}"
)
_MISSING: Final = Text(en="{kind} {name} has no {argument}: add one", zh="{kind} {name} 缺少 {argument}：请补上")
_BOTH: Final = Text(
    en="count and for_each exclude each other: remove one", zh="count 与 for_each 不能同时使用：请删除其一"
)
_BOTH_STATES: Final = Text(
    en="backend and cloud exclude each other: remove one; the other stands at {first}",
    zh="backend 与 cloud 不能同时使用：请删除其一，另一个位于 {first}",
)
_ALIAS: Final = Text(en="the alias of a provider is a plain name", zh="provider 的 alias 必须是普通名称")


class Local(NamedTuple):
    attribute: Attribute
    file: File


@dataclass(slots=True)
class Module:
    """What the files of one directory declare. `path` is the directory as shown to the user."""

    directory: Path
    path: str
    files: list[File] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    """The files, as shown, that OpenTofu does not read, since it reads a `.tofu` file instead."""
    variables: dict[str, Declared] = field(default_factory=dict)
    locals: dict[str, Local] = field(default_factory=dict)
    outputs: dict[str, Declared] = field(default_factory=dict)
    resources: dict[str, Declared] = field(default_factory=dict)
    data: dict[str, Declared] = field(default_factory=dict)
    calls: dict[str, Declared] = field(default_factory=dict)
    providers: dict[str, Declared] = field(default_factory=dict)
    others: dict[str, Declared] = field(default_factory=dict)
    """Ephemeral resources, checks and actions, by their whole address."""
    settings: dict[str, Declared] = field(default_factory=dict)
    """The blocks inside `terraform` of which there may be one."""
    demands: list[Declared] = field(default_factory=list)
    """The `terraform` and `language` blocks, which say what versions may read the module."""
    provider_sources: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def broken(self) -> str | None:
        """The path of a file that has syntax errors: a name that is missing may be declared in there."""
        return next((file.path for file in self.files if file.problems), None)

    def resource(self, name: str) -> Declared | None:
        """Return what a reference calls `a.b`, `data.a.b` or `ephemeral.a.b`."""
        if name.startswith("data."):
            return self.data.get(name.removeprefix("data."))
        return (self.others if name.startswith("ephemeral.") else self.resources).get(name)

    def provider_source(self, local_name: str) -> str:
        """Return the provider's source address without its registry; Terraform assumes one where none is given."""
        return self.provider_sources.get(local_name, f"hashicorp/{local_name}")

    def problem(self, text: Text, origin: Origin) -> None:
        """Note what Terraform would refuse."""
        self.problems.append(Problem(text, origin))


class Slot(NamedTuple):
    """Where a module keeps a block, under which name, and what messages call it."""

    kept: dict[str, Declared]
    name: str
    shown: str


def declare(module: Module, file: File) -> None:
    """Add what a file declares to its module; of two declarations of one thing the first counts."""
    for declared in blocks(module, file):
        match declared.block.kind:
            case "locals":
                for local in locals_of(module, declared):
                    _declare_local(module, local)
            case "terraform" | "language":
                _settle(module, declared)
            case kind:
                found = slot(module, declared)
                if found and found.name in found.kept:
                    _duplicate(module, found.shown, found.kept[found.name].origin, declared.origin)
                elif found:
                    found.kept[found.name] = declared
                if kind == "variable":
                    module.problems += misdeclared(declared.block.labels[0], declared)
                elif kind in _REQUIRED and not declared.attribute(_REQUIRED[kind]):
                    name = declared.block.labels[0]
                    text = _MISSING.using(kind=kind, name=name, argument=_REQUIRED[kind])
                    module.problem(text, declared.origin)


def blocks(module: Module, file: File) -> Iterator[Declared]:
    """Yield the top-level blocks of a file that Terraform takes for what they say they are."""
    for attribute in file.body.attributes.values():
        module.problem(_ARGUMENT.using(name=attribute.name), file.origin(attribute.start))
    for block in file.body.blocks:
        declared = Declared(block, file)
        if text := malformed(block):
            module.problem(text, declared.origin)
            continue
        for text in misnamed(block):
            module.problem(text, declared.origin)
        if block.kind in _REPEATED and declared.attribute("count") and declared.attribute("for_each"):
            module.problem(_BOTH, declared.place("for_each"))
        yield declared


def slot(module: Module, declared: Declared) -> Slot | None:
    """Return where a module keeps such a block; None for what has no name."""
    kind, name = declared.block.kind, ".".join(declared.block.labels)
    match kind:
        case "resource":
            return Slot(module.resources, name, name)
        case "data":
            return Slot(module.data, name, f"data.{name}")
        case "variable":
            return Slot(module.variables, name, f"var.{name}")
        case "output":
            return Slot(module.outputs, name, f"output.{name}")
        case "module":
            return Slot(module.calls, name, f"module.{name}")
        case "provider":
            key = ".".join([name, *alias(module, declared)])
            return Slot(module.providers, key, f"provider.{key}")
        case "ephemeral" | "check" | "action":
            return Slot(module.others, f"{kind}.{name}", f"{kind}.{name}")
        case _:
            return None


def alias(module: Module, declared: Declared) -> list[str]:
    """Return a provider configuration's alias, if it has one."""
    written = declared.attribute("alias")
    if written is None:
        return []
    try:
        value = constant(evaluate, written.expression)
    except EvaluationError:
        module.problem(_ALIAS, declared.place("alias"))
        return []
    if isinstance(value.raw, str) and is_name(value.raw):
        return [value.raw]
    module.problem(_ALIAS, declared.place("alias"))
    return []


def locals_of(module: Module, declared: Declared) -> Iterator[Local]:
    """Yield the values that a locals block defines."""
    for inner in declared.block.body.blocks:
        module.problem(_LOCAL_BLOCK.using(kind=inner.kind), declared.file.origin(inner.start))
    for attribute in declared.block.body.attributes.values():
        if not is_name(attribute.name):
            module.problem(BAD_NAME.using(name=f'"{attribute.name}"'), declared.file.origin(attribute.start))
        yield Local(attribute, declared.file)


def _declare_local(module: Module, local: Local) -> None:
    name = local.attribute.name
    if name in module.locals:
        first = module.locals[name]
        places = first.file.origin(first.attribute.start), local.file.origin(local.attribute.start)
        _duplicate(module, f"local.{name}", *places)
    else:
        module.locals[name] = local


def _settle(module: Module, declared: Declared) -> None:
    module.demands.append(declared)
    for inner in declared.block.body.blocks:
        _set(module, Declared(inner, declared.file))


def _set(module: Module, declared: Declared) -> None:
    """Take in a block of `terraform`."""
    kind = declared.block.kind
    if kind not in _ONCE:
        return
    other = {"backend": "cloud", "cloud": "backend"}.get(kind)
    if kind in module.settings:
        _duplicate(module, kind, module.settings[kind].origin, declared.origin)
        return
    if other in module.settings:
        module.problem(_BOTH_STATES.using(first=str(module.settings[other].origin)), declared.origin)
    module.settings[kind] = declared
    if kind == "required_providers":
        require(module, declared.block)


def require(module: Module, block: Block) -> None:
    """Take in where providers come from; what is said of one replaces what was said of it before."""
    for attribute in block.body.attributes.values():
        module.provider_sources.pop(attribute.name, None)
        if isinstance(attribute.expression, ObjectCons):
            for key, value in attribute.expression.items:
                if isinstance(key, Literal) and key.value.raw == "source" and isinstance(value, Literal):
                    module.provider_sources[attribute.name] = "/".join(str(value.value.raw).split("/")[-2:])


def _duplicate(module: Module, name: str, first: Origin, second: Origin) -> None:
    module.problem(_DUPLICATE.using(name=name, first=str(first)), second)
