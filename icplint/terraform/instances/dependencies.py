"""What needs what in a module and in those that it calls, as it is written.

Source: the graph that `terraform validate` builds. Its nodes are whole resources, not their instances.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from icplint.model.memo import Memo
from icplint.terraform.instances.cycle_candidates import named_blocks
from icplint.terraform.instances.providers import passed, provider_key
from icplint.terraform.modules.declarations import Module
from icplint.terraform.modules.declared import Declared
from icplint.terraform.syntax.references import references, referred, target
from icplint.terraform.syntax.tree import File, Traversal
from icplint.terraform.values import limits

if TYPE_CHECKING:
    from icplint.terraform.instances.instance import ModuleInstance

_ALL: Final = "*"
"""Stands for everything in a module."""

_META: Final = ("count", "for_each", "depends_on")


class DependencyNode(NamedTuple):
    """A name in the module that the calls of `path` lead to."""

    path: tuple[str, ...]
    name: str

    def __str__(self) -> str:
        return ".".join([*(f"module.{call}" for call in self.path), *([] if self.name == _ALL else [self.name])])


class Need(NamedTuple):
    """That something needs a node, and where it says so."""

    node: DependencyNode
    file: File
    start: int


class DependencyGraph:
    """What needs what below one module instance, found out as somebody asks."""

    def __init__(self, top: ModuleInstance) -> None:
        self._top = top
        self._modules: dict[tuple[str, ...], Module | None] = {top.path: top.module}
        self._blocks = Memo(self._blocks_of)

    def start(self, name: str) -> DependencyNode:
        """Return the node that stands for a name of the module at the top; for a call, all that is in the module."""
        called = name.removeprefix("module.")
        path = (*self._top.path, called)
        return (
            DependencyNode(path, _ALL)
            if called != name and self._module(path)
            else DependencyNode(self._top.path, name)
        )

    def needs(self, node: DependencyNode) -> Iterator[Need]:
        """Yield what a node needs directly."""
        path, name = node
        call = self._call(path)
        if call:
            yield Need(DependencyNode(path[:-1], f"module.{path[-1]}"), call.file, call.block.start)
        module = self._modules[path]
        assert module is not None
        if name == _ALL:
            yield from self._everything(path, module)
        elif name.startswith("local."):
            attribute, file = module.locals[name.removeprefix("local.")]
            yield from self._referred(path, references(attribute.expression), file)
        elif name.startswith("var."):
            if call and (given := call.attribute(name.removeprefix("var."))):
                yield from self._referred(path[:-1], references(given.expression), call.file)
        else:
            yield from self._of_block(node, self._blocks[path][name])

    def _everything(self, path: tuple[str, ...], module: Module) -> Iterator[Need]:
        """Whoever refers to a whole module waits for all that is in it."""
        variables = {f"var.{name}": declared for name, declared in module.variables.items()}
        for name, (block, file) in (variables | self._blocks[path]).items():
            yield Need(DependencyNode(path, name), file, block.start)
        for name, (block, file) in module.calls.items():
            if self._module((*path, name)):
                yield Need(DependencyNode((*path, name), _ALL), file, block.start)

    def _of_block(self, node: DependencyNode, declared: Declared) -> Iterator[Need]:
        block, file = declared
        if block.kind == "module":
            arguments = (declared.attribute(name) for name in _META)
            found = (reference for a in arguments if a for reference in references(a.expression))
            yield from self._referred(node.path, found, file)
            return
        itself = {reference.start for reference in referred(block.body, itself=True)}
        for need in self._referred(node.path, referred(block.body), file):
            if need.node != node or need.start in itself:
                yield need
        if block.kind in {"resource", "data", "ephemeral"}:
            key = provider_key(block.labels[0], declared)
            if provider := self._provider(node.path, key):
                written = declared.attribute("provider")
                yield Need(provider, file, written.value_start if written else block.start)

    def _referred(self, path: tuple[str, ...], found: Iterable[Traversal], file: File) -> Iterator[Need]:
        """Yield what references lead to: names of the module, and outputs or all of the modules that it calls."""
        module = self._modules[path]
        assert module is not None
        for reference in found:
            name = target(reference)
            kind, _, label = (name or "").partition(".")
            if name is None or not (name in self._blocks[path] or kind in {"local", "var"}):
                continue
            if kind == "local" and label not in module.locals:
                continue
            yield Need(DependencyNode(path, name), file, reference.start)
            if kind == "module" and (called := self._module((*path, label))):
                output = next((step for step in reference.steps[1:] if isinstance(step, str)), _ALL)
                if output == _ALL or output in called.outputs:
                    inner = output if output == _ALL else f"output.{output}"
                    yield Need(DependencyNode((*path, label), inner), file, reference.start)

    def _provider(self, path: tuple[str, ...], key: str) -> DependencyNode | None:
        """Return the configuration that a provider's name stands for in a module; callers pass it on, or leave it."""
        module, call = self._modules[path], self._call(path)
        assert module is not None
        if key in module.providers:
            return DependencyNode(path, f"provider.{key}")
        caller = self._modules[path[:-1]] if call else None
        if call is None or caller is None:
            return None
        given = passed(call)
        if given is None:
            same = "." not in key and caller.provider_source(key) == module.provider_source(key)
            return self._provider(path[:-1], key) if same else None
        return self._provider(path[:-1], given[key]) if key in given else None

    def _blocks_of(self, path: tuple[str, ...]) -> dict[str, Declared]:
        module = self._modules[path]
        assert module is not None
        return named_blocks(module)

    def _call(self, path: tuple[str, ...]) -> Declared | None:
        """Return the call of the module that `path` leads to; nothing calls the top."""
        caller = self._modules[path[:-1]] if len(path) > len(self._top.path) else None
        return caller.calls[path[-1]] if caller else None

    def _module(self, path: tuple[str, ...]) -> Module | None:
        """Return the module that calls lead to; None where it is not read, or calls itself."""
        if path not in self._modules:
            caller, run = self._modules[path[:-1]], self._top.run
            assert caller is not None
            full = len(self._modules) > limits.INSTANCES  # where each calls two, there are billions
            directory = None if full else run.loader.called(caller, run.root.directory, path[:-1], path[-1])
            found = run.loader.module(directory) if directory else None
            above = (self._modules.get(path[:depth]) for depth in range(len(path)))
            self._modules[path] = None if any(found is module for module in above) else found
        return self._modules[path]
