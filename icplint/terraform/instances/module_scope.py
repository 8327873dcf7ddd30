"""What the parts of a module instance ask of it: its names, its blocks, and the instances around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, Self

from icplint.model.resource import Provider
from icplint.terraform.evaluation.scope import Scope
from icplint.terraform.functions.function import Context
from icplint.terraform.instances.expansion import Expansion, Instance
from icplint.terraform.instances.run import Run
from icplint.terraform.modules.declared import Declared
from icplint.terraform.modules.loader import Module
from icplint.terraform.syntax.tree import Expression, File
from icplint.terraform.values.value import Value


class ProviderConfigurations(Protocol):
    """The provider configurations of one module instance."""

    def configuration(self, key: str, index: Value | None = None) -> Provider:
        """Return the configuration called `key`; `index` chooses one of several."""
        ...

    def passed(self, call: Declared, scope: Scope) -> None:
        """Note what the module call passes on, whose arguments stand in `scope`."""
        ...


class ModuleScope(Scope, Protocol):
    """A module instance, as its own parts see it; `instance.ModuleInstance` is one."""

    run: Run
    module: Module
    address: str
    path: tuple[str, ...]
    inputs: Mapping[str, Callable[[], Value]]
    context: Context

    @property
    def parent(self) -> Self | None:
        """The instance that calls this one; None for the root module."""
        ...

    @property
    def providers(self) -> ProviderConfigurations:
        """Its provider configurations."""
        ...

    def child(self, module: Module, address: str, name: str, inputs: Mapping[str, Callable[[], Value]]) -> Self:
        """Return an instance of a module that this one calls as `name`."""
        ...

    def once(self, name: str, file: File, compute: Callable[[], Value]) -> Value:
        """Evaluate a name once, whose expression stands in that file."""
        ...

    def evaluate(self, node: Expression, file: File, scope: Scope | None = None) -> Value:
        """Evaluate an expression that stands in that file."""
        ...

    def undeclared(self, name: str, message: str) -> Value:
        """Return what an undeclared name stands for; raises UndeclaredError."""
        ...

    def absolute(self, name: str) -> str:
        """Return the address of what is called `name` in this module."""
        ...

    def expansion(self, name: str, declared: Declared) -> Expansion:
        """Return how many instances a block has, and their keys."""
        ...

    def block_instances(self, name: str, declared: Declared) -> list[Instance]:
        """Return the instances of a block."""
        ...

    def output(self, name: str) -> Value:
        """Return one output's value."""
        ...

    def outputs(self) -> Value:
        """Return all outputs as an object."""
        ...
