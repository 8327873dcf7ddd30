"""The values that a run gives to a root module's variables: each is judged, whether anything needs it or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from icplint.files.reading import read_named
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Problem, Reading
from icplint.model.text import Text, plain
from icplint.terraform.instances.inputs import constraint_of, flag
from icplint.terraform.modules.loader import Declared, Loader, Module
from icplint.terraform.modules.variables import Given, automatic_files, is_ephemeral, read_tfvars
from icplint.terraform.syntax.tree import Refused
from icplint.terraform.values import reasons
from icplint.terraform.values.errors import EvaluationError, TooLargeError
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import UnknownReason, Value, deep_marks, from_json, unknown

if TYPE_CHECKING:
    from icplint.terraform.instances.instance import ModuleInstance
    from icplint.terraform.instances.run import OtherRoots
    from icplint.terraform.modules.terragrunt import Unit

_INVALID: Final = Text(
    en="the value of variable {name} cannot be used: {message}", zh="变量 {name} 的值无法使用：{message}"
)
_HIDDEN: Final = Text(
    en="the reason is not shown, because the variable is sensitive", zh="该变量标记为敏感，因此不显示原因"
)
_BROKEN_RULE: Final = Text(en="it breaks the rule at {place}", zh="不符合 {place} 处的校验规则")
_BROKEN_RULE_SAYS: Final = Text(
    en="it breaks the rule at {place}: {message}", zh="不符合 {place} 处的校验规则：{message}"
)
_DIFFER: Final = Text(en="variable {name} is not the same in {files}", zh="变量 {name} 在 {files} 中的取值不一致")
_ONE_AT_A_TIME: Final = Text(
    en="check one file of values at a time: icplint check {file}", zh="每次只检查一个变量值文件：icplint check {file}"
)
_UNDECLARED: Final = Text(
    en="no root module that was read declares variable {name}: declare it, or leave --var {name} out",
    zh="已读取的根模块均未声明变量 {name}：请声明该变量，或去掉 --var {name}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variables:
    """What a run gives to root modules: `--var`, `--var-file` in the order written, and the environment.

    Of the files `either`, one applies and which one is not known.
    `unit` is the Terragrunt unit that applies the root module, if one does.
    `planned` holds the values that a plan was made with, if there is one: then nothing else counts.
    `neighbours` are the other roots of the run, whose outputs a root module may read.
    """

    flags: Mapping[str, str] = field(default_factory=dict)
    files: Sequence[Path] = ()
    either: Sequence[Path] = ()
    unit: Unit | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    planned: Mapping[str, Any] | None = None
    neighbours: Callable[[], OtherRoots] | None = None


def collect(module: Module, loader: Loader, variables: Variables, reading: Reading) -> dict[str, Given]:
    """Return the values of a root module's own variables in Terraform's order of precedence, later ones winning."""
    if variables.planned is not None:
        return {name: _planned(name, declared, variables.planned) for name, declared in module.variables.items()}
    given: dict[str, Given] = {}
    for name in module.variables:
        if (text := variables.environment.get(f"TF_VAR_{name}")) is not None:
            given[name] = Given(text, Origin(request=f"TF_VAR_{name}"))
    if variables.unit is not None:
        from icplint.terraform.modules.terragrunt import givens  # few trees are Terragrunt's

        given |= givens(variables.unit, module.variables)
    for directory in dict.fromkeys((module.directory, *([variables.unit.directory] if variables.unit else []))):
        for path in automatic_files(directory):
            given |= _read(path, loader, reading, found=True)
    given |= _shared([(path, _read(path, loader, reading, found=True)) for path in variables.either], loader)
    for path in variables.files:
        given |= _read(path, loader, reading, found=False)
    for name, text in variables.flags.items():
        given[name] = Given(text, Origin(request=f"--var {name}"))
    return {name: value for name, value in given.items() if name in module.variables}


def _planned(name: str, declared: Declared, planned: Mapping[str, Any]) -> Given:
    """Return the value that a plan was made with; of an ephemeral variable it shows none, or the default at most."""
    if name in planned and not is_ephemeral(declared):
        return Given(from_json(planned[name]), Origin(request="plan"))
    why = reasons.NOT_IN_PLAN.using(name=name)
    return Given(unknown(DYNAMIC, UnknownReason(why, settle=reasons.SETTLE_NOT_IN_PLAN)), Origin(request="plan"))


def _read(path: Path, loader: Loader, reading: Reading, *, found: bool) -> dict[str, Given]:
    read = loader.trees.around(path.parent).read if found else read_named
    values, problems = read_tfvars(path, loader.display(path), read)
    reading.problems += problems
    return values


def _shared(files: Sequence[tuple[Path, dict[str, Given]]], loader: Loader) -> dict[str, Given]:
    """Return what all of the files say; where they differ, a value is not known."""
    found: dict[str, Given] = {}
    for name in dict.fromkeys(name for _, values in files for name in values):
        said = [values.get(name) for _, values in files]
        first = next(given for given in said if given)
        if any(given is None or given.written != first.written for given in said):
            why = _DIFFER.using(name=name, files=", ".join(loader.display(path) for path, _ in files))
            settle = _ONE_AT_A_TIME.using(file=loader.display(files[0][0]))
            found[name] = Given(unknown(DYNAMIC, UnknownReason(why, settle=settle)), first.origin)
        else:
            found[name] = first
    return found


def give(instance: ModuleInstance, given: Mapping[str, Given]) -> None:
    """Make the values a root module's inputs, and note those that Terraform would refuse."""
    instance.inputs = {name: _typed(instance, name, value) for name, value in given.items()}
    for name, value in given.items():
        if value.origin.request != "plan":  # Terraform has judged those
            _judge(instance, name, value)


def _typed(instance: ModuleInstance, name: str, given: Given) -> Callable[[], Value]:
    def value() -> Value:
        kind = constraint_of(instance.module.variables[name])
        try:
            return given.typed(kind)
        except TooLargeError:
            raise
        except (EvaluationError, Refused) as error:
            text = _INVALID.using(name=name, message=_why(instance, name, error))
            instance.run.problem(text, given.origin)
            return unknown(DYNAMIC, UnknownReason(text))

    return value


def _judge(instance: ModuleInstance, name: str, given: Given) -> None:
    declared = instance.module.variables[name]
    try:
        instance.run.without_stack_limit(lambda: instance.variable(name))
        broken = list(_broken_rules(instance, declared))
    except EvaluationError as error:
        instance.run.problem(_INVALID.using(name=name, message=_why(instance, name, error)), given.origin)
        return
    for text in broken:
        instance.run.problem(_INVALID.using(name=name, message=text), given.origin)


def _why(instance: ModuleInstance, name: str, error: Exception) -> Text:
    """Return what Terraform says of a value; of a sensitive one, not even a part of it."""
    declared = instance.module.variables[name]
    return _HIDDEN if flag(instance, declared, "sensitive", default=False) else plain(error)


def _broken_rules(instance: ModuleInstance, declared: Declared) -> Iterator[Text]:
    """Yield the `validation` blocks whose condition is known to be false, each with what its author says of it."""
    for rule in declared.block.body.blocks:
        condition, message = (rule.body.attributes.get(name) for name in ("condition", "error_message"))
        if rule.kind != "validation" or condition is None:
            continue
        try:
            held = instance.run.without_stack_limit(partial(instance.evaluate, condition.expression, declared.file))
        except TooLargeError:
            continue
        if held.raw is not False:
            continue
        place = declared.file.origin(rule.start)
        said = instance.evaluate(message.expression, declared.file) if message else None
        if said is None or not isinstance(said.raw, str) or deep_marks(said):
            yield _BROKEN_RULE.using(place=str(place))
        else:
            yield _BROKEN_RULE_SAYS.using(place=str(place), message=said.raw)


def undeclared(flags: Iterable[str], modules: Sequence[Module]) -> Iterator[Problem]:
    """Yield the variables of the command line that none of the root modules declares; a broken file may do so."""
    if not modules or any(module.broken for module in modules):
        return
    for name in flags:
        if not any(name in module.variables for module in modules):
            yield Problem(_UNDECLARED.using(name=name), Origin(request=f"--var {name}"))
