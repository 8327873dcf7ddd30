"""One instance of a module: the scope in which its expressions are evaluated, each once and only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from icplint.model.origin import Origin
from icplint.model.reading import Unread
from icplint.model.resource import Provider
from icplint.model.text import plain
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.evaluation.scope import Child, CycleError, Scope, locate_error
from icplint.terraform.functions.function import Context
from icplint.terraform.instances.blocks import BlockValues
from icplint.terraform.instances.expansion import Expansion, Instance, Item, expand
from icplint.terraform.instances.inputs import builtin, flag, input_value
from icplint.terraform.instances.module_calls import ModuleCalls
from icplint.terraform.instances.providers import Providers
from icplint.terraform.instances.resource_values import ResourceValues
from icplint.terraform.instances.run import Run
from icplint.terraform.modules.loader import Declared, Module
from icplint.terraform.modules.required_versions import pinned, versions_of
from icplint.terraform.syntax.tree import Expression, File, Traversal
from icplint.terraform.values import reasons
from icplint.terraform.values.budget import METER
from icplint.terraform.values.errors import EvaluationError, TooLargeError, UndeclaredError
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import SENSITIVE, UnknownReason, Value, object_of, unknown

__all__ = ["ModuleInstance", "Run"]


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
        above = parent.context.versions if parent else pinned(module, run.loader.trees.around(module.directory))
        self.context: Context = Context(
            root=run.tree,
            directory=run.root.directory,
            settle=run.around.settle_plan,
            versions=versions_of(module, above),
        )
        self._memo: dict[str, Value] = {}
        self._expansions: dict[str, Expansion] = {}
        self._things: dict[str, list[Instance]] = {}
        self.resource_values = ResourceValues(self)
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
        if not name:
            raise UndeclaredError(_incomplete(traversal.root))
        match traversal.root:
            case "var":
                return self.variable(name), 1
            case "local":
                return self._local(name), 1
            case "module":
                return self.calls.value(name, steps)
            case "path" | "terraform" | "each" | "count" | "self":
                return builtin(self, traversal.root, name), 1
            case "tofu" if name == "workspace" and self.context.versions.have("tofu.workspace"):
                return builtin(self, "terraform", name), 1
            case "data" | "ephemeral" | "resource" as root:
                second = steps[1] if len(steps) > 1 and isinstance(steps[1], str) else ""
                kind = f"{name}.{second}"
                return self._resource(kind if root == "resource" else f"{root}.{kind}", steps[2:], 2)
            case kind:
                return self._resource(f"{kind}.{name}", steps[1:], 1)

    def once(self, name: str, file: File, compute: Callable[[], Value]) -> Value:
        """Evaluate each name once, whose expression stands in that file; a name that needs itself is a ring."""
        if name in self._memo:
            return self._memo[name]
        absolute, again = self.absolute(name), partial(self.once, name, file, compute)
        self.run.enter(absolute, again)
        outside = METER.begin()
        try:
            value = compute()
        except TooLargeError as error:
            locate_error(error, file)
            value = unknown(DYNAMIC, self.run.too_large(absolute, error, Origin(file=file.path)))
        except EvaluationError as error:
            locate_error(error, file)
            raise
        except RecursionError:
            self.run.defer(absolute, again)
        finally:
            METER.end(outside)
            self.run.evaluating.pop()
        self._memo[name] = value
        return value

    def evaluate(self, node: Expression, file: File, scope: Scope | None = None) -> Value:
        """Evaluate an expression of this module that stands in that file, counting the work."""
        self.run.evaluated += 1
        try:
            return evaluate(node, scope or self)
        except EvaluationError as error:
            locate_error(error, file)
            raise

    def undeclared(self, name: str, message: str) -> Value:
        """Return what an undeclared name stands for: it may be declared in a file that cannot be read."""
        if broken := self.module.broken:
            why = reasons.BROKEN_FILE.using(name=name, file=broken)
            return unknown(DYNAMIC, UnknownReason(why, settle=reasons.SETTLE_BROKEN))
        raise UndeclaredError(message)

    def variable(self, name: str) -> Value:
        """Return the value of an input variable."""
        declared = self.module.variables.get(name)
        if declared is None:
            return self.undeclared(
                f"var.{name}",
                f'Reference to undeclared input variable: An input variable with the name "{name}" has not been '
                f'declared. This variable can be declared with a variable "{name}" {{}} block.',
            )
        return self.once(f"var.{name}", declared.file, lambda: input_value(self, name, declared))

    def _local(self, name: str) -> Value:
        found = self.module.locals.get(name)
        if found is None:
            return self.undeclared(
                f"local.{name}",
                f'Reference to undeclared local value: A local value with the name "{name}" has not been declared.',
            )
        expression, file = found.attribute.expression, found.file
        return self.once(f"local.{name}", file, lambda: self.evaluate(expression, file))

    # Blocks

    def absolute(self, name: str) -> str:
        """Return the address of what is called `name` in this module."""
        return f"{self.address}.{name}" if self.address else name

    def expansion(self, name: str, declared: Declared) -> Expansion:
        """Return how many instances a resource, data source or module call has, and their keys."""
        if name not in self._expansions:
            absolute, again = self.absolute(name), partial(self.expansion, name, declared)
            self.run.enter(absolute, again)
            outside = METER.begin()
            try:
                self._expansions[name] = expand(self, name, declared)
            except TooLargeError as error:
                locate_error(error, declared.file)
                reason = self.run.too_large(absolute, error, declared.origin)
                self.run.unread.setdefault(str(declared.origin), Unread(absolute, reason.why, declared.origin))
                self.uncounted(name, reason)
            except EvaluationError as error:
                locate_error(error, declared.file)
                raise
            except RecursionError:
                self.run.defer(absolute, again)
            finally:
                METER.end(outside)
                self.run.evaluating.pop()
        return self._expansions[name]

    def uncounted(self, name: str, reason: UnknownReason) -> Expansion:
        """Record that the number of instances of a resource is not known, and return that expansion."""
        self._expansions[name] = Expansion("count", (Item("", {}),), reason=reason)
        return self._expansions[name]

    def block_instances(self, name: str, declared: Declared) -> list[Instance]:
        """Return the instances; where their number is not known, one that stands for all."""
        if name not in self._things:
            address = self.absolute(name)
            self._things[name] = [
                Instance(f"{address}{item.suffix}", Child(item.names, self) if item.names else self)
                for item in self.expansion(name, declared).items
            ]
        return self._things[name]

    def _resource(self, name: str, steps: tuple[str | Value, ...], used: int) -> tuple[Value, int]:
        found = self.module.resource(name)
        if found is None:
            where = ".".join(f"module.{name}" for name in self.path) or "the root module"
            mode, _, rest = name.partition(".")
            what = {"data": "A data resource", "ephemeral": "An ephemeral resource"}.get(mode, "A managed resource")
            kind, _, label = (rest if mode in {"data", "ephemeral"} else name).partition(".")
            message = f'{what} "{kind}" "{label}" has not been declared in {where}.'
            return self.undeclared(name, f"Reference to undeclared resource: {message}"), used
        value, taken = self.resource_values.value(name, found, steps)
        return value, used + taken

    def block_values(self, declared: Declared, thing: Instance) -> BlockValues:
        """Return the arguments of a resource instance as plain values, evaluated when asked for."""
        return BlockValues(self, declared, thing.scope)

    def provider_of(self, kind: str, declared: Declared, thing: Instance) -> Provider:
        """Return the provider configuration that an instance of a resource uses."""
        return self.providers.of(kind, declared, thing.scope)

    # Outputs

    def output(self, name: str) -> Value:
        """Return one output's value."""
        declared = self.module.outputs.get(name)
        if declared is None:
            message = f'Unsupported attribute: This object does not have an attribute named "{name}".'
            if not self.module.broken:
                raise EvaluationError(message)
            return self.undeclared(f"{self.address}.{name}", message)
        return self.once(f"output.{name}", declared.file, lambda: self._output(declared))

    def _output(self, declared: Declared) -> Value:
        written = declared.attribute("value")
        if written is None:
            raise EvaluationError(
                'Missing required argument: The argument "value" is required, but no definition was found.'
            )
        value = self.evaluate(written.expression, declared.file)
        return value.marked(SENSITIVE) if flag(self, declared, "sensitive", default=False) else value

    def outputs(self) -> Value:
        """Return all outputs as an object."""
        if self.module.broken:
            why = reasons.BROKEN_FILE.using(name=self.address, file=self.module.broken)
            return unknown(DYNAMIC, UnknownReason(why, settle=reasons.SETTLE_BROKEN))
        return object_of({name: self._guarded(name) for name in self.module.outputs})

    def _guarded(self, name: str) -> Value:
        """One output that Terraform would refuse costs that output only."""
        try:
            return self.output(name)
        except CycleError:
            raise
        except EvaluationError as error:
            settle = reasons.SETTLE_REFUSED.using(place=str(error.origin)) if error.origin else None
            return unknown(DYNAMIC, UnknownReason(reasons.REFUSED.using(message=plain(error)), settle=settle))


def _incomplete(root: str) -> str:
    if root in {"var", "local", "module", "path", "terraform", "each", "count"}:
        hint = "Instead, access one of its attributes."
        return f'Invalid reference: The "{root}" object cannot be accessed directly. {hint}'
    return (
        "Invalid reference: A reference to a resource type must be followed by at least one attribute access, "
        "specifying the resource name."
    )
