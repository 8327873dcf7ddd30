"""The modules that a module calls: their instances, their inputs, their outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from icplint.errors import FileError
from icplint.model.memo import Memo
from icplint.model.reading import Unread
from icplint.model.text import Text
from icplint.terraform.evaluation.scope import Scope
from icplint.terraform.modules.loader import Declared, Module, is_local, source_of, version_of
from icplint.terraform.syntax.tree import Expression, File
from icplint.terraform.values import limits, reasons
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import UnknownReason, Value, unknown

if TYPE_CHECKING:
    from icplint.terraform.instances.module_scope import ModuleScope


_EMPTY: Final = Text(en="the folder {path} holds no Terraform files", zh="文件夹 {path} 中没有 Terraform 文件")
_SETTLE_EMPTY: Final = Text(
    en="check out what belongs there (git submodule update --init), then check again",
    zh="检出其中的内容（git submodule update --init）后重新检查",
)
_AND: Final = Text(en="{why}: {settle}", zh="{why}：{settle}")


_DEEP: Final = Text(
    en="modules call one another more than {most} levels deep, so this one is not read: flatten them",
    zh="模块嵌套调用超过 {most} 层，因此不读取该模块：请减少嵌套",
)


Instance = TypeVar("Instance", bound="ModuleScope")


class ModuleCalls(Generic[Instance]):
    """The module calls of one module instance; each is read when somebody asks for it."""

    def __init__(self, caller: Instance) -> None:
        self._caller = caller
        self._known: Memo[str, dict[str, Instance]] = Memo(self._call)
        self._whole: dict[str, Value] = {}
        self._unreadable: dict[str, UnknownReason] = {}
        self.not_read: dict[str, UnknownReason] = {}
        """Why a call was not read, of those that are not mistakes."""

    @property
    def known(self) -> list[Instance]:
        """The instances that were asked for so far."""
        return [instance for found in self._known.values() for instance in found.values()]

    def instances(self, name: str) -> dict[str, Instance]:
        """Return a call's instances by their suffix (empty, `[0]`, `["a"]`); none where the module cannot be read."""
        return self._known[name]

    def _call(self, name: str) -> dict[str, Instance]:
        declared = self._caller.module.calls[name]
        run = self._caller.run
        if len(self._caller.path) >= limits.MODULES:
            text = _DEEP.using(most=limits.MODULES)
            run.problem(text, declared.origin)
            self._unreadable[name] = self.not_read[name] = UnknownReason(text, settle=reasons.SETTLE_BROKEN)
            return {}
        if run.full:
            self.leave(name)
            self._unreadable[name] = self.not_read[name]
            return {}
        try:
            directory = run.loader.called(self._caller.module, run.root.directory, self._caller.path, name)
        except FileError as error:
            text = Text(en="module {name} cannot be read: {why}", zh="无法读取模块 {name}：{why}")
            text = text.using(name=self._caller.absolute(f"module.{name}"), why=error.text)
            run.problem(text, declared.place("source"))
            self._unreadable[name] = self.not_read[name] = UnknownReason(text, settle=reasons.SETTLE_BROKEN)
            return {}
        if directory is None:
            self._missing(name, declared)
            return {}
        module = self._caller.run.loader.module(directory)
        if not module.files:
            self._not_read(name, declared, _EMPTY.using(path=module.path), _SETTLE_EMPTY)
            return {}
        if self._calls_itself(module):
            text = Text(en="module {name} calls itself", zh="模块 {name} 调用了自身")
            self._caller.run.problem(text.using(name=self._caller.absolute(f"module.{name}")), declared.origin)
            self._unreadable[name] = UnknownReason(
                reasons.MISSING_MODULE.using(name=name), settle=reasons.SETTLE_BROKEN
            )
            return {}
        found: dict[str, Instance] = {}
        for thing in self._caller.block_instances(f"module.{name}", declared):
            inputs = {
                attribute.name: self._input(attribute.expression, declared.file, thing.scope)
                for attribute in declared.block.body.attributes.values()
            }
            suffix = thing.address.removeprefix(self._caller.absolute(f"module.{name}"))
            found[suffix] = self._caller.child(module, thing.address, name, inputs)
            found[suffix].providers.passed(declared, thing.scope)
        return found

    def _input(self, node: Expression, file: File, scope: Scope) -> Callable[[], Value]:
        return lambda: self._caller.evaluate(node, file, scope)

    def _calls_itself(self, module: Module) -> bool:
        ancestor: Instance | None = self._caller
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
            self._unreadable[name] = UnknownReason(
                reasons.MISSING_MODULE.using(name=source), settle=reasons.SETTLE_BROKEN
            )
            return
        installed = self._caller.run.loader.installed(self._caller.run.root.directory, self._caller.path, name)
        stale = installed.outdated(source, version_of(declared)) if installed and source else None
        self._not_read(
            name, declared, stale or reasons.NOT_INSTALLED.using(name=source or name), reasons.SETTLE_INSTALL
        )

    def leave(self, name: str) -> None:
        """Read no more of a call's instances: there are too many already."""
        why = reasons.FULL.using(most=limits.INSTANCES)
        self._tell(name, self._caller.module.calls[name], why, reasons.SETTLE_PLAN)

    def _not_read(self, name: str, declared: Declared, why: Text, settle: Text) -> None:
        self._tell(name, declared, why, settle)
        self._unreadable[name] = self.not_read[name]

    def _tell(self, name: str, declared: Declared, why: Text, settle: Text) -> None:
        address = self._caller.absolute(f"module.{name}")
        text = _AND.using(why=why, settle=settle)
        self._caller.run.unread.setdefault(address, Unread(address, text, declared.origin))
        self.not_read[name] = UnknownReason(why, settle=settle)

    def value(self, name: str, steps: tuple[str | Value, ...]) -> tuple[Value, int]:
        """Return what the first steps of `module.name…` lead to, and how many steps that takes."""
        declared = self._caller.module.calls.get(name)
        if declared is None:
            where = ".".join(f"module.{part}" for part in self._caller.path) or "the root module"
            message = f'Reference to undeclared module: No module call named "{name}" is declared in {where}.'
            return self._caller.undeclared(f"module.{name}", message), 1
        children = list(self.instances(name).values())
        if name in self._unreadable:
            return unknown(DYNAMIC, self._unreadable[name]), 1
        expansion = self._caller.expansion(f"module.{name}", declared)
        single = expansion.kind == "single"
        at = expansion.position(steps[1]) if not single and len(steps) > 1 else None
        if single and children and expansion.certain:
            at = 0
        taken = 1 if single else 2
        if at is not None and len(steps) > taken and isinstance(output := steps[taken], str):
            return children[at].output(output), taken + 1
        if name not in self._whole:
            self._whole[name] = expansion.arrange([child.outputs() for child in children])
        return self._whole[name], 1
