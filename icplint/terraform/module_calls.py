"""The modules that a module calls: their instances, their inputs, their outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from icplint.model.reading import Unread
from icplint.model.text import Text
from icplint.terraform import reasons
from icplint.terraform.modules import Declared, Module, is_local, source_of
from icplint.terraform.scope import Scope
from icplint.terraform.syntax import Expression, File
from icplint.terraform.types import DYNAMIC
from icplint.terraform.values import Unk, Value, unknown

if TYPE_CHECKING:
    from icplint.terraform.instance import ModuleInstance


class ModuleCalls:
    """The module calls of one module instance; each is read when somebody asks for it."""

    def __init__(self, caller: ModuleInstance) -> None:
        self._caller = caller
        self._known: dict[str, dict[str, ModuleInstance]] = {}
        self._whole: dict[str, Value] = {}
        self._unreadable: set[str] = set()

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
            self._unreadable.add(name)
            return {}
        module = self._caller.run.loader.module(directory)
        if self._calls_itself(module):
            text = Text(en="module {name} calls itself", zh="模块 {name} 调用了自身")
            self._caller.run.problem(text.using(name=self._caller.absolute(f"module.{name}")), declared.origin)
            self._unreadable.add(name)
            return {}
        found: dict[str, ModuleInstance] = {}
        for thing in self._caller.things(f"module.{name}", declared):
            inputs = {
                attribute.name: self._input(attribute.expression, declared.file, thing.scope)
                for attribute in declared.block.body.attributes.values()
            }
            suffix = thing.address.removeprefix(self._caller.absolute(f"module.{name}"))
            found[suffix] = self._caller.child(module, thing.address, name, inputs)
            found[suffix].providers.passed(declared)
        return found

    def _input(self, node: Expression, file: File, scope: Scope) -> Callable[[], Value]:
        return lambda: self._caller.evaluate(node, file, scope)

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
        """Return what the first steps of `module.name…` lead to, and how many steps that takes."""
        declared = self._caller.module.calls.get(name)
        if declared is None:
            where = ".".join(f"module.{part}" for part in self._caller.path) or "the root module"
            message = f'Reference to undeclared module: No module call named "{name}" is declared in {where}.'
            return self._caller.undeclared(f"module.{name}", message), 1
        children = list(self.instances(name).values())
        if name in self._unreadable:
            return unknown(DYNAMIC, self._no_outputs(name, declared)), 1
        expansion = self._caller.expansion(f"module.{name}", declared)
        single = expansion.kind == "single"
        at = 0 if single else expansion.position(steps[1]) if len(steps) > 1 else None
        taken = 1 if single else 2
        if at is not None and len(steps) > taken and isinstance(output := steps[taken], str):
            return children[at].output(output), taken + 1
        if name not in self._whole:
            self._whole[name] = expansion.arrange([child.outputs() for child in children])
        return self._whole[name], 1

    def _no_outputs(self, name: str, declared: Declared) -> Unk:
        source = source_of(declared) or name
        missing = is_local(source)
        text = reasons.MISSING_MODULE if missing else reasons.NOT_INSTALLED
        settle = reasons.SETTLE_BROKEN if missing else reasons.SETTLE_INSTALL
        return Unk(text.using(name=source), settle=settle)
