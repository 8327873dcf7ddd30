"""What lies beside a root module and was not used: values that say otherwise than the defaults, other workspaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from icplint.model.reading import Unused
from icplint.model.text import Text
from icplint.terraform.instances.inputs import constraint_of
from icplint.terraform.modules.beside import values_beside
from icplint.terraform.modules.variables import Given, automatic_files, read_tfvars
from icplint.terraform.syntax.tree import Refused
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.plain_values import plain

if TYPE_CHECKING:
    from icplint.terraform.instances.instance import ModuleInstance
    from icplint.terraform.instances.variable_values import Variables

OTHERWISE: Final = Text(
    en="not used: {files}, with which {names} would have another value than the default; --var-file {first} uses it",
    zh="未使用 {files}，其中 {names} 的取值与默认值不同；如需按其检查，请使用 --var-file {first}",
)
WORKSPACES: Final = Text(
    en="{root} depends on the workspace, and was read in default: TF_WORKSPACE=NAME answers for another",
    zh="{root} 的内容取决于工作区（workspace），此次按 default 读取；如需检查其他工作区，请设置 TF_WORKSPACE=NAME",
)
STATES: Final = Text(
    en="not read: {files}, where another workspace keeps its state; icplint check {first} reads it",
    zh="未读取其他工作区的 state：{files}；可用 icplint check {first} 检查",
)
_WORKSPACE: Final = b"terraform.workspace"
_STATES: Final = "terraform.tfstate.d"
_SHOWN: Final = 4
_MOST: Final = 20


def passed_by(instance: ModuleInstance, variables: Variables, read: Iterable[ModuleInstance]) -> Iterator[Unused]:
    """Yield what of a root module's directory says that it may be otherwise, and was not asked for."""
    if variables.planned is None and variables.unit is None:
        yield from _values(instance, variables)
        depends = any(_WORKSPACE in file.source for one in read for file in one.module.files)
        if depends and instance.run.workspace == "default" and not variables.environment.get("TF_WORKSPACE"):
            yield Unused("workspace", instance.module.path, WORKSPACES.using(root=instance.module.path))
    yield from _states(instance)


def _values(instance: ModuleInstance, variables: Variables) -> Iterator[Unused]:
    open_ones = [name for name in instance.module.variables if name not in instance.inputs]
    if not open_ones:
        return
    loader, directory = instance.run.loader, instance.module.directory
    used = {*automatic_files(directory), *variables.files, *variables.either}
    tree = loader.trees.around(directory)
    otherwise: dict[str, list[str]] = {}
    for path in values_beside(directory):
        if path not in used:
            shown = loader.display(path)
            said = read_tfvars(path, shown, tree.read)[0]
            if changed := [name for name in open_ones if name in said and _differs(instance, name, said[name])]:
                otherwise[shown] = changed
    if otherwise:
        first = next(iter(otherwise))
        names = ", ".join(_few(dict.fromkeys(name for each in otherwise.values() for name in each)))
        text = OTHERWISE.using(files=", ".join(_few(otherwise)), names=names, first=first)
        yield Unused("values", first, text)


def _differs(instance: ModuleInstance, name: str, given: Given) -> bool:
    """Whether a file sets a variable to something else than the default that it has."""
    declared = instance.module.variables[name]
    if declared.attribute("default") is None:  # its doubt names the file
        return False
    try:
        default = instance.run.without_stack_limit(partial(instance.variable, name))
        value: Any = given.typed(constraint_of(declared)).unmarked()
        return bool(plain(value) != plain(default.unmarked()))
    except (EvaluationError, Refused):
        return True


def _states(instance: ModuleInstance) -> Iterator[Unused]:
    loader, directory = instance.run.loader, instance.module.directory
    if not (directory / _STATES).is_dir():
        return
    found = sorted(
        path for _, path in zip(range(_MOST), (directory / _STATES).glob("*/terraform.tfstate"), strict=False)
    )
    files = [loader.display(path) for path in found if path not in loader.named]
    if files:
        yield Unused("state", files[0], STATES.using(files=", ".join(_few(files)), first=files[0]))


def _few(names: Iterable[str]) -> list[str]:
    every = list(names)
    return [*every[:_SHOWN], *(["…"] if len(every) > _SHOWN else [])]
