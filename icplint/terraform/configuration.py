"""A root module -> the resources that it declares, evaluated as far as anything but apply could know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading
from icplint.model.resource import Resource
from icplint.model.text import Text, plain
from icplint.terraform import reasons
from icplint.terraform.inputs import constraint_of
from icplint.terraform.instance import ModuleInstance
from icplint.terraform.journal import Run
from icplint.terraform.modules import Declared, Loader, Module
from icplint.terraform.rings import rings
from icplint.terraform.scope import CycleError, deeply
from icplint.terraform.syntax import Refused
from icplint.terraform.types import DYNAMIC
from icplint.terraform.values import EvaluationError, Unk, Value, from_json, unknown
from icplint.terraform.variables import Given, automatic_files, read_tfvars

_INVALID = Text(en="the value of variable {name} cannot be used: {message}", zh="变量 {name} 的值无法使用：{message}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variables:
    """What a run gives to root modules: `--var`, `--var-file` in the order written, and the environment.

    `planned` holds the values that a plan was made with: where there are any, nothing else counts.
    """

    flags: Mapping[str, str] = field(default_factory=dict)
    files: Sequence[Path] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    planned: Mapping[str, Any] = field(default_factory=dict)


def read_configuration(directory: Path, loader: Loader, variables: Variables | None = None) -> Reading:
    """Return every resource of a root module and of the modules that it calls."""
    instance, reading = open_root(directory, loader, variables or Variables())
    reading.resources += resources(instance)
    reading.problems = problems_of(instance, reading)
    reading.unread += instance.run.unread.values()
    files = sum(len(one.module.files) for one in _read(instance))
    reading.inputs.append(Input("configuration", instance.module.path, files))
    return reading


def problems_of(instance: ModuleInstance, reading: Reading) -> list[Problem]:
    """Return what was wrong with a root module's variables, with the files that were read, and with what they say."""
    read = _read(instance)
    found = [problem for one in read for problem in one.module.problems]
    cycles = list(dict.fromkeys(problem for one in read for problem in rings(one))) or instance.run.cycles
    return [*reading.problems, *found, *cycles, *instance.run.problems.values()]


def open_root(directory: Path, loader: Loader, variables: Variables) -> tuple[ModuleInstance, Reading]:
    """Return a root module ready to be evaluated, and what was wrong with its variables."""
    module = loader.module(directory)
    reading = Reading()
    given = _given(module, loader, variables, reading)
    run = Run(loader, module, _workspace(directory, variables.environment))
    instance = ModuleInstance(run, module, "", (), {}, None)
    instance.inputs = {name: _typed(instance, name, value) for name, value in given.items() if name in module.variables}
    return instance, reading


def _typed(instance: ModuleInstance, name: str, given: Given) -> Callable[[], Value]:
    def value() -> Value:
        kind = constraint_of(instance.module.variables[name])
        try:
            return given.typed(kind)
        except (EvaluationError, Refused) as error:
            instance.run.problem(_INVALID.using(name=name, message=plain(error)), given.origin)
            return unknown(DYNAMIC, Unk(_INVALID.using(name=name, message=plain(error))))

    return value


def _given(module: Module, loader: Loader, variables: Variables, reading: Reading) -> dict[str, Given]:
    """Collect values in Terraform's order of precedence, later ones winning."""
    if variables.planned:
        return {name: Given(from_json(value), Origin(request="plan")) for name, value in variables.planned.items()}
    given: dict[str, Given] = {}
    for name in module.variables:
        if (text := variables.environment.get(f"TF_VAR_{name}")) is not None:
            given[name] = Given(text, Origin(request=f"TF_VAR_{name}"))
    for path in (*automatic_files(module.directory), *variables.files):
        values, problems = read_tfvars(path, loader.shown(path))
        given |= values
        reading.problems += problems
    for name, text in variables.flags.items():
        given[name] = Given(text, Origin(request=f"--var {name}"))
    return given


def _workspace(directory: Path, environment: Mapping[str, str]) -> str:
    if name := environment.get("TF_WORKSPACE"):
        return name
    try:
        return (directory / ".terraform/environment").read_text(encoding="utf-8").strip() or "default"
    except OSError:
        return "default"


def resources(instance: ModuleInstance) -> Iterator[Resource]:
    """Yield the resources of a module instance and of those that it calls; a data source's kind begins with `data.`."""
    certain = _certain(instance)
    for name, declared in instance.module.resources.items():
        yield from _instances(instance, name, declared, certain=certain)
    for name, declared in instance.module.data.items():
        yield from _instances(instance, f"data.{name}", declared, certain=certain)
    for name in instance.module.calls:
        try:
            children = deeply(partial(instance.calls.instances, name))
        except EvaluationError as error:
            _refused(instance, instance.module.calls[name], error)
            continue
        for child in children.values():
            yield from resources(child)


def _instances(instance: ModuleInstance, name: str, declared: Declared, *, certain: bool) -> Iterator[Resource]:
    type_ = declared.block.labels[0]
    kind = type_ if declared.block.kind == "resource" else f"data.{type_}"
    try:
        expansion = deeply(lambda: instance.expansion(name, declared))
    except EvaluationError as error:
        _refused(instance, declared, error)
        expansion = instance.uncounted(name, Unk(reasons.REFUSED.using(message=plain(error))))
    origin = declared.origin
    root = instance.run.root.path
    provider = instance.provider_of(type_, declared)
    for thing in instance.things(name, declared):
        yield Resource(
            kind=kind,
            address=thing.address,
            values=instance.block_values(declared, thing),
            origin=origin.at(thing.address),
            root=root,
            provider=provider,
            certain=certain and expansion.certain,
            places=declared.place,
        )


def _certain(instance: ModuleInstance) -> bool:
    while instance.parent is not None:
        name = f"module.{instance.path[-1]}"
        if not instance.parent.expansion(name, instance.parent.module.calls[instance.path[-1]]).certain:
            return False
        instance = instance.parent
    return True


def _refused(instance: ModuleInstance, declared: Declared, error: EvaluationError) -> None:
    """A count or for_each that Terraform would refuse is an error: nobody can say what there is."""
    name = "count" if declared.attribute("count") else "for_each"
    place = error.origin or declared.place(name)
    if isinstance(error, CycleError):
        instance.run.cycles.append(Problem(plain(error), place))
    else:
        instance.run.problem(reasons.REFUSED.using(message=plain(error)), place)


def _read(instance: ModuleInstance) -> list[ModuleInstance]:
    """Return an instance of each module of the tree that was read."""
    found = {id(instance.module): instance}
    for child in instance.calls.known:
        found = {id(one.module): one for one in _read(child)} | found
    return list(found.values())
