"""One instance of a module: the scope in which its expressions are evaluated, each once and only when asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from icplint.model.origin import Origin
from icplint.model.reading import Problem, Unread
from icplint.model.resource import Provider
from icplint.model.text import Text
from icplint.model.unknown import Reference
from icplint.terraform import access, reasons
from icplint.terraform.blocks import BlockValues, evaluate_block
from icplint.terraform.expansion import Expansion, Item, expand
from icplint.terraform.expressions import Child, Scope, evaluate
from icplint.terraform.functions.function import Context
from icplint.terraform.module_calls import ModuleCalls
from icplint.terraform.modules import Declared, Loader, Module
from icplint.terraform.providers import Providers
from icplint.terraform.syntax import Expression, Traversal
from icplint.terraform.types import DYNAMIC, STRING
from icplint.terraform.values import (
    SENSITIVE,
    EvaluationError,
    UndeclaredError,
    Unk,
    Value,
    object_of,
    string,
    unknown,
)
from icplint.terraform.variables import Constraint, constraint


class CycleError(UndeclaredError):
    """A ring of references, which Terraform refuses before it evaluates anything."""


@dataclass(slots=True)
class Run:
    """What all module instances of one root share: the loader, the journal of what went wrong, the count of work."""

    loader: Loader
    root: Module
    workspace: str = "default"
    problems: dict[tuple[str, str], Problem] = field(default_factory=dict)
    unread: dict[str, Unread] = field(default_factory=dict)
    evaluated: int = 0

    @property
    def tree(self) -> Path:
        """The tree that functions may read files of: where icplint runs, if the root module is in there."""
        base = self.loader.base
        return base if self.root.directory.is_relative_to(base) else self.root.directory

    def problem(self, text: Text, origin: Origin) -> None:
        """Note an error once, however often it is met."""
        self.problems.setdefault((str(origin), text.say("en")), Problem(text, origin))


class Thing(NamedTuple):
    """One instance of a resource, data source or module call: its address, and the scope of its own arguments."""

    address: str
    scope: Scope


class ModuleInstance:
    """A module as called: `address` is empty for the root, else `module.a["x"].module.b`."""

    def __init__(
        self,
        run: Run,
        module: Module,
        address: str,
        path: tuple[str, ...],
        inputs: Mapping[str, Callable[[], Value]],
        parent: ModuleInstance | None,
    ) -> None:
        self.run = run
        self.module = module
        self.address = address
        self.path = path
        self.inputs = inputs
        self.parent = parent
        self.context = Context(root=run.tree, directory=run.root.directory)
        self._memo: dict[str, Value] = {}
        self.ring: list[str] = []
        self._expansions: dict[str, Expansion] = {}
        self._constraints: dict[str, Constraint] = {}
        self.providers = Providers(self)
        self.calls = ModuleCalls(self)

    def child(
        self, module: Module, address: str, name: str, inputs: Mapping[str, Callable[[], Value]]
    ) -> ModuleInstance:
        """Return an instance of a module that this one calls as `name`."""
        return ModuleInstance(self.run, module, address, (*self.path, name), inputs, self)

    # Names

    def root(self, traversal: Traversal) -> tuple[Value, int]:
        """See `Scope.root`."""
        steps = traversal.steps
        name = steps[0] if steps and isinstance(steps[0], str) else ""
        match traversal.root:
            case "var":
                return self._once(f"var.{name}", lambda: self._variable(name)), 1
            case "local":
                return self._once(f"local.{name}", lambda: self._local(name)), 1
            case "module":
                return self.calls.value(name, steps)
            case "path" | "terraform" | "each" | "count" | "self":
                return self._builtin(traversal.root, name), 1
            case "data":
                kind = f"{name}.{steps[1]}" if len(steps) > 1 else name
                return self._resource(f"data.{kind}", self.module.data.get(kind)), 2
            case kind:
                return self._resource(f"{kind}.{name}", self.module.resources.get(f"{kind}.{name}")), 1

    def _once(self, name: str, compute: Callable[[], Value]) -> Value:
        """Evaluate each name once; a name that needs itself is a ring."""
        if name in self._memo:
            return self._memo[name]
        if name in self.ring:
            ring = " -> ".join([*self.ring[self.ring.index(name) :], name])
            raise CycleError(f"Cycle: {ring}")
        self.ring.append(name)
        try:
            value = compute()
        finally:
            self.ring.pop()
        self._memo[name] = value
        return value

    def evaluate(self, node: Expression, scope: Scope | None = None) -> Value:
        """Evaluate an expression of this module, counting the work."""
        self.run.evaluated += 1
        return evaluate(node, scope or self)

    def undeclared(self, name: str, kind: str) -> Value:
        if broken := self.module.broken:
            why = reasons.BROKEN_FILE.using(name=name, file=broken)
            return unknown(DYNAMIC, Unk(why, settle=reasons.SETTLE_BROKEN))
        raise UndeclaredError(f'Reference to undeclared {kind}: "{name}" has not been declared.')

    def _variable(self, name: str) -> Value:
        declared = self.module.variables.get(name)
        if declared is None:
            return self.undeclared(f"var.{name}", "input variable")
        kind = self.constraint(name, declared)
        nullable = self._flag(declared, "nullable", default=True)
        default = declared.attribute("default")
        value = self.inputs[name]() if name in self.inputs else None
        if (value is None or (value.null and not nullable)) and default is not None:
            value = self.evaluate(default.expression)
        if value is None:
            why = reasons.NO_VALUE.using(name=name)
            value = unknown(kind.kind, Unk(why, settle=reasons.SETTLE_NO_VALUE.using(name=name)))
        value = kind.apply(value)
        return value.marked(SENSITIVE) if self._flag(declared, "sensitive", default=False) else value

    def constraint(self, name: str, declared: Declared) -> Constraint:
        """Return the type constraint of a variable."""
        if name not in self._constraints:
            written = declared.attribute("type")
            self._constraints[name] = constraint(written.expression) if written else Constraint()
        return self._constraints[name]

    def _flag(self, declared: Declared, name: str, *, default: bool) -> bool:
        attribute = declared.attribute(name)
        if attribute is None:
            return default
        value = self.evaluate(attribute.expression)
        return bool(value.raw) if value.known else default

    def _local(self, name: str) -> Value:
        found = self.module.locals.get(name)
        if found is None:
            return self.undeclared(f"local.{name}", "local value")
        return self.evaluate(found.attribute.expression)

    def _builtin(self, root: str, name: str) -> Value:
        match root, name:
            case "path", "module":
                return string(os.path.relpath(self.module.directory, self.run.root.directory).replace(os.sep, "/"))
            case "path", "root":
                return string(".")
            case "path", "cwd":
                return string(self.run.root.directory.as_posix())
            case "terraform", "workspace":
                return string(self.run.workspace)
            case "self", _:
                return unknown(DYNAMIC, Unk(reasons.UNSUPPORTED.using(what="self")))
            case _:
                raise UndeclaredError(f'Invalid reference: "{root}.{name}" cannot be used here.')

    # Resources

    def absolute(self, name: str) -> str:
        """Return the address of what is called `name` in this module."""
        return f"{self.address}.{name}" if self.address else name

    def expansion(self, name: str, declared: Declared) -> Expansion:
        """Return how many instances a resource, data source or module call has, and their keys."""
        if name not in self._expansions:
            if name in self.ring:
                raise CycleError(f"Cycle: {' -> '.join([*self.ring[self.ring.index(name) :], name])}")
            self.ring.append(name)
            try:
                self._expansions[name] = expand(self, declared)
            finally:
                self.ring.pop()
        return self._expansions[name]

    def uncounted(self, name: str, reason: Unk) -> Expansion:
        """Settle that a resource exists in some number that nobody can tell, and return that."""
        self._expansions[name] = Expansion("count", (Item("", {}),), reason=reason)
        return self._expansions[name]

    def things(self, name: str, declared: Declared) -> list[Thing]:
        """Return the instances; where their number is not known, one that stands for all."""
        expansion = self.expansion(name, declared)
        address = self.absolute(name)
        return [
            Thing(f"{address}{item.suffix}", Child(item.names, self) if item.names else self)
            for item in expansion.items
        ]

    def _resource(self, name: str, declared: Declared | None) -> Value:
        if declared is None:
            return self.undeclared(name, "resource")
        things = self.things(name, declared)
        values = [self._object(declared, thing, name) for thing in things]
        return self.expansion(name, declared).arrange(values)

    def _object(self, declared: Declared, thing: Thing, name: str) -> Value:
        """A resource before apply: what is written is known, the rest is known after apply."""
        is_data = name.startswith("data.")
        why = reasons.DATA_SOURCE.using(address=thing.address) if is_data else reasons.AFTER_APPLY
        settle = reasons.SETTLE_PLAN if is_data else reasons.SETTLE_AFTER_APPLY
        whole = Unk(why, (Reference(thing.address),), settle=settle)

        def look(key: Value) -> Value:
            if key.type is not STRING or not key.known:
                return unknown(DYNAMIC, whole)
            written = self._once(f"{thing.address}.{key.raw}", lambda: self._argument(declared, thing, key.raw))
            if not written.null:
                return written
            return access.get_attribute(unknown(DYNAMIC, whole), key.raw)

        return unknown(DYNAMIC, Unk(why, whole.refs, settle=settle, look=look))

    def _argument(self, declared: Declared, thing: Thing, name: str) -> Value:
        self.run.evaluated += 1
        return evaluate_block(declared.block.body, name, thing.scope)

    def block_values(self, declared: Declared, thing: Thing) -> BlockValues:
        """Return the arguments of a resource instance as plain values, evaluated when asked for."""
        return BlockValues(self, declared, thing.scope)

    def provider_of(self, kind: str, declared: Declared) -> Provider:
        """Return the provider configuration that a resource uses."""
        return self.providers.of(kind, declared)

    # Outputs

    def output(self, name: str) -> Value:
        """Return one output's value."""
        declared = self.module.outputs.get(name)
        if declared is None:
            return self.undeclared(f"{self.address}.{name}", "output value")
        return self._once(f"output.{name}", lambda: self._output(declared))

    def _output(self, declared: Declared) -> Value:
        written = declared.attribute("value")
        if written is None:
            raise EvaluationError('Missing required argument: The argument "value" is required.')
        value = self.evaluate(written.expression)
        return value.marked(SENSITIVE) if self._flag(declared, "sensitive", default=False) else value

    def outputs(self) -> Value:
        """Return all outputs as an object, each evaluated only when its attribute is taken."""
        if self.module.broken:
            why = reasons.BROKEN_FILE.using(name=self.address, file=self.module.broken)
            return unknown(DYNAMIC, Unk(why, settle=reasons.SETTLE_BROKEN))
        return object_of({name: self.output(name) for name in self.module.outputs})
