"""The modules that a module calls: their instances, their inputs, their outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from icplint.model.reading import Unread
from icplint.model.text import Text
from icplint.terraform import reasons
from icplint.terraform.modules import Declared, Module, is_local, source_of
from icplint.terraform.scope import Scope
from icplint.terraform.syntax import Expression
from icplint.terraform.types import DYNAMIC
from icplint.terraform.values import Unk, Value, unknown

if TYPE_CHECKING:
    from icplint.terraform.instance import ModuleInstance


class ModuleCalls:
    """The module calls of one module instance; each is read when somebody asks for it."""

    def __init__(self, caller: ModuleInstance) -> None:
        self._caller = caller
        self._known: dict[str, dict[str, ModuleInstance]] = {}

    @property
    def known(self) -> list[ModuleInstance]:
        """The instances that were asked for so far."""
        return [instance for found in self._known.values() for instance in found.values()]

    def instances(self, name: str) -> dict[str, ModuleInstance]:
        """Return a call's instances by their suffix (empty, `[0]`, `["a"]`); none where the module cannot be read."""
        if name not in self._known:
            self._known[name] = self._call(name)
        return self._known[name]

    def _call(self, name: str) -> dict[str, ModuleInstance]:
        declared = self._caller.module.calls[name]
        directory = self._caller.run.loader.called(
            self._caller.module, self._caller.run.root.directory, self._caller.path, name
        )
        if directory is None:
            self._missing(name, declared)
            return {}
        module = self._caller.run.loader.module(directory)
        if self._calls_itself(module):
            text = Text(en="module {name} calls itself", zh="模块 {name} 调用了自身")
            self._caller.run.problem(text.using(name=self._caller.absolute(f"module.{name}")), declared.origin)
            return {}
        found: dict[str, ModuleInstance] = {}
        for thing in self._caller.things(f"module.{name}", declared):
            inputs = {
                attribute.name: self._input(attribute.expression, thing.scope)
                for attribute in declared.block.body.attributes.values()
            }
            suffix = thing.address.removeprefix(self._caller.absolute(f"module.{name}"))
            found[suffix] = self._caller.child(module, thing.address, name, inputs)
            found[suffix].providers.passed(declared)
        return found

    def _input(self, node: Expression, scope: Scope) -> Callable[[], Value]:
        return lambda: self._caller.evaluate(node, scope)

    def _calls_itself(self, module: Module) -> bool:
        ancestor: ModuleInstance | None = self._caller
        while ancestor is not None:
            if ancestor.module is module:
                return True
            ancestor = ancestor.parent
        return False

    def _missing(self, name: str, declared: Declared) -> None:
        source = source_of(declared)
        address = self._caller.absolute(f"module.{name}")
        if source is not None and is_local(source):
            text = Text(
                en="module {name} cannot be read: there is no directory {source}",
                zh="无法读取模块 {name}：目录 {source} 不存在",
            )
            self._caller.run.problem(text.using(name=address, source=source), declared.place("source"))
        else:
            self._caller.run.unread.setdefault(
                address, Unread(address, reasons.NOT_INSTALLED.using(name=source or name), declared.origin)
            )

    def value(self, name: str, steps: tuple[str | Value, ...]) -> tuple[Value, int]:
        declared = self._caller.module.calls.get(name)
        if declared is None:
            return self._caller.undeclared(f"module.{name}", "module"), 1
        children = self.instances(name)
        if not children:
            return unknown(DYNAMIC, self._no_outputs(name, declared)), 1
        expansion = self._caller.expansion(f"module.{name}", declared)
        if set(children) == {""} and expansion.certain and len(steps) > 1 and isinstance(steps[1], str):
            return children[""].output(steps[1]), 2
        return expansion.arrange([child.outputs() for child in children.values()]), 1

    def _no_outputs(self, name: str, declared: Declared) -> Unk:
        if self._caller.expansion(f"module.{name}", declared).items and f"module.{name}" not in self._caller.ring:
            source = source_of(declared) or name
            missing = is_local(source)
            text = reasons.MISSING_MODULE if missing else reasons.NOT_INSTALLED
            settle = reasons.SETTLE_BROKEN if missing else reasons.SETTLE_INSTALL
            return Unk(text.using(name=source), settle=settle)
        return Unk(reasons.UNSUPPORTED.using(what=f"module.{name}"))
