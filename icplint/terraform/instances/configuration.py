"""A root module -> the resources that it declares, evaluated as far as anything but apply could know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

from icplint.files.reading import Tree
from icplint.model.reading import Input, ModuleCall, Problem, Reading
from icplint.model.resource import OUTPUTS, UNREAD_MODULE, Resource
from icplint.model.text import plain
from icplint.model.unknown import Reference, Unknown
from icplint.terraform.evaluation.scope import CycleError
from icplint.terraform.instances.cycles import find_cycles
from icplint.terraform.instances.instance import ModuleInstance
from icplint.terraform.instances.run import Run
from icplint.terraform.instances.unused_values import passed_by
from icplint.terraform.instances.variable_values import Variables, collect, give
from icplint.terraform.modules.loader import Declared, Loader, Module
from icplint.terraform.modules.required_versions import too_new
from icplint.terraform.values import reasons
from icplint.terraform.values.budget import METER
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.value import UnknownReason

__all__ = ["Variables", "open_root", "problems_of", "read_configuration", "resources"]


def read_configuration(
    directory: Path, loader: Loader, variables: Variables | None = None, word: bytes = b""
) -> Reading:
    """Return every resource of a root module and of the modules that it calls, and the comments that hold a word."""
    instance, reading = open_root(directory, loader, variables or Variables())
    reading.resources += resources(instance)
    for one in _read(instance):
        reading.unread += too_new(one.module)
        if one.module.replaced:
            _add_replaced(one, reading)
    if variables and variables.unit:
        from icplint.terraform.modules.terragrunt import applied  # few trees are Terragrunt's

        reading.resources += applied(variables.unit, instance.module)
        reading.unread += variables.unit.unread
        reading.problems += variables.unit.problems
    reading.unused += passed_by(instance, variables or Variables(), _read(instance))
    reading.problems = problems_of(instance, reading)
    reading.unread += instance.run.unread.values()
    reading.calls += _calls(instance, None)
    if word and any(word in file.source for one in _read(instance) for file in one.module.files):
        from icplint.terraform.instances.comments import comments_with  # few configurations have any

        reading.comments += comments_with(instance, word)
    files = sum(len(one.module.files) for one in _read(instance))
    reading.inputs.append(Input("configuration", instance.module.path, files))
    return reading


def _add_replaced(instance: ModuleInstance, reading: Reading) -> None:
    from icplint.terraform.instances.opentofu_files import replaced  # few directories have files of both

    for unread, resource in replaced(instance):
        reading.unread.append(unread)
        reading.resources.append(resource)


def _calls(instance: ModuleInstance, outer: ModuleCall | None) -> Iterator[ModuleCall]:
    for child in instance.calls.known:
        call = ModuleCall(child.address, child.module.path, instance.module.calls[child.path[-1]].origin, outer)
        yield call
        yield from _calls(child, call)


def problems_of(instance: ModuleInstance, reading: Reading) -> list[Problem]:
    """Return what was wrong with a root module's variables, with the files that were read, and with what they say."""
    read = _read(instance)
    found = [problem for one in read for problem in one.module.problems]
    cycles = list(dict.fromkeys(problem for one in read for problem in find_cycles(one))) or instance.run.cycles
    return [*reading.problems, *found, *cycles, *instance.run.problems.values()]


def open_root(
    directory: Path, loader: Loader, variables: Variables, *, named: bool = False
) -> tuple[ModuleInstance, Reading]:
    """Return a root module ready to be evaluated, and what was wrong with its variables.

    `named` says that it is read for another root, so that references to its resources have to name it.
    """
    METER.renew()
    module, reading = root_module(directory, loader, variables), Reading()
    given = collect(module, loader, variables, reading)
    workspace = workspace_of(directory, loader.trees.around(directory), variables.environment)
    name, planned = module.path if named else "", variables.planned is not None
    run = Run(loader, module, workspace, variables.neighbours, name, planned)
    instance = ModuleInstance(run, module, "", (), {}, None)
    give(instance, given)
    return instance, reading


def root_module(directory: Path, loader: Loader, variables: Variables) -> Module:
    """Return what the files of a root module declare, and those that Terragrunt writes beside them."""
    unit = variables.unit
    if unit is None:
        return loader.module(directory)
    return loader.module_with(unit.module or directory, unit.written, loader.display(directory))


def workspace_of(directory: Path, tree: Tree, environment: Mapping[str, str]) -> str:
    """Return the workspace that a root module is in."""
    if name := environment.get("TF_WORKSPACE"):
        return name
    try:
        return tree.read(directory / ".terraform/environment").decode().strip() or "default"
    except (OSError, UnicodeDecodeError):
        return "default"


def resources(instance: ModuleInstance) -> Iterator[Resource]:
    """Yield the resources of a module instance and of those that it calls; a data source's kind begins with `data.`."""
    uncounted = _uncounted(instance)
    for name, declared in instance.module.resources.items():
        yield from _instances(instance, name, declared, uncounted)
    for name, declared in instance.module.data.items():
        yield from _instances(instance, f"data.{name}", declared, uncounted)
    yield from _further(instance)
    for name in instance.module.calls:
        try:
            children = instance.run.without_stack_limit(partial(instance.calls.instances, name))
        except EvaluationError as error:
            _refused(instance, instance.module.calls[name], error)
            continue
        read = 0
        for child in children.values():
            if instance.run.full:
                instance.calls.leave(name)
                break
            yield from resources(child)
            read += 1
        if name in instance.calls.not_read:
            yield from islice(_not_read(instance, name), read, None)


def _further(instance: ModuleInstance) -> Iterator[Resource]:
    """Yield what stands for commands, files and imports beside the resources; few modules have any."""
    files = instance.module.files
    if any(b"provisioner" in file.source for file in files):
        from icplint.terraform.instances.commands import commands

        yield from commands(instance)
    if any(kind in file.source for file in files for kind in (b"helm_", b"kubectl_path_documents")):
        from icplint.terraform.instances.manifests import manifests

        yield from manifests(instance)
    if any(block.kind in {"import", "action"} for file in files for block in file.body.blocks):
        from icplint.terraform.instances.unwritten import unwritten

        yield from unwritten(instance)


_ALIKE: Final = frozenset({"count", "for_each", "source", "version"})
"""Arguments of a module call that are the same for all its instances."""


def _not_read(instance: ModuleInstance, name: str) -> Iterator[Resource]:
    """Yield what stands for a module that was not read: its arguments, which may be names and where they lead."""
    declared, why = instance.module.calls[name], instance.calls.not_read[name]
    alike: dict[str, Any] = {}
    for one in _instances(instance, f"module.{name}", declared, why):
        alike = alike or {argument: one.values.get(argument) for argument in one.values if argument in _ALIKE}
        outputs = Unknown(why.why, (Reference(one.address),), open=True, settle=why.settle)
        own = {argument: one.values.get(argument) for argument in one.values if argument not in _ALIKE}
        values = {argument: alike.get(argument, own.get(argument)) for argument in one.values}  # a null one is absent
        yield replace(one, kind=UNREAD_MODULE, values=values | {OUTPUTS: outputs}, provider=None)


def _instances(
    instance: ModuleInstance, name: str, declared: Declared, around: UnknownReason | None
) -> Iterator[Resource]:
    """Yield the instances of a block; `around` says why it is not known how often its module is there."""
    type_ = declared.block.labels[0]
    kind = type_ if declared.block.kind == "resource" else f"data.{type_}"
    try:
        expansion = instance.run.without_stack_limit(lambda: instance.expansion(name, declared))
    except EvaluationError as error:
        _refused(instance, declared, error)
        expansion = instance.uncounted(name, UnknownReason(reasons.REFUSED.using(message=plain(error))))
    origin = declared.origin
    root = instance.run.root.path
    uncounted = expansion.reason or around
    for thing in instance.block_instances(name, declared):
        yield Resource(
            kind=kind,
            address=thing.address,
            values=instance.block_values(declared, thing),
            origin=origin.at(thing.address),
            root=root,
            provider=instance.provider_of(type_, declared, thing),
            certain=uncounted is None,
            places=declared.place,
            counting=(uncounted.settle or instance.run.around.settle_plan()) if uncounted else None,
            applied=instance.run.around.settle_apply,
        )


def _uncounted(instance: ModuleInstance) -> UnknownReason | None:
    """Return why it is not known how many instances of a module there are, if it is not."""
    while instance.parent is not None:
        name = f"module.{instance.path[-1]}"
        if reason := instance.parent.expansion(name, instance.parent.module.calls[instance.path[-1]]).reason:
            return reason
        instance = instance.parent
    return None


def _refused(instance: ModuleInstance, declared: Declared, error: EvaluationError) -> None:
    """A count, for_each or enabled that Terraform would refuse is an error: the instances are not known."""
    name = next((name for name in ("count", "for_each") if declared.attribute(name)), "lifecycle")
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
