"""`terraform_remote_state`: the outputs of another root module of the run, by the backend that both name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.model.text import plain as same
from icplint.terraform.evaluation.access import extended
from icplint.terraform.evaluation.scope import CycleError
from icplint.terraform.exports.document import dig
from icplint.terraform.instances.backends import DEFAULT, StateLocation, kept_at, place
from icplint.terraform.instances.configuration import open_root, root_module, workspace_of
from icplint.terraform.values import reasons
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.partial import Partial
from icplint.terraform.values.plain_values import plain
from icplint.terraform.values.ranges import NOT_NULL
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import UnknownReason, Value, from_json, unknown, unknown_from

if TYPE_CHECKING:
    from icplint.terraform.instances.instance import ModuleInstance
    from icplint.terraform.instances.variable_values import Variables
    from icplint.terraform.modules.loader import Loader

_MAY_BE: Final = Text(
    en="the state that {address} reads may be that of {roots}, or another: its backend is not written in full, "
    "or it is another workspace",
    zh="{address} 读取的可能是 {roots} 的 state，也可能是其他 state：backend 配置不完整，或属于其他工作区",
)
_RING: Final = Text(
    en="output {name} of {root} is made of what other root modules read of it",
    zh="{root} 的输出 {name} 又取决于其他根模块从它读取的内容",
)


@dataclass(slots=True, kw_only=True)
class Neighbour:
    """A root of the run that others may read: its configuration, its states and plans as JSON, or both.

    `exports` are the documents of its one stack, what was applied before what is planned; `several` says that there are
    more stacks, and that it is not known which one is meant. `kept` is where its state is kept.
    """

    shown: str
    variables: Variables | None = None
    exports: Sequence[Any] = ()
    several: bool = False
    kept: StateLocation | None = None
    directory: Path | None = None
    opened: ModuleInstance | None = None


class Neighbours:
    """The roots of a run, by where their states are kept; one is opened when another reads it."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader
        self._at: dict[StateLocation, list[Neighbour]] = defaultdict(list)
        self._unsure: dict[str, list[Neighbour]] = defaultdict(list)
        self._asked: set[tuple[str, str]] = set()

    def enter(self, one: Neighbour) -> None:
        """Add a root; in whatever workspace, it lies near the same place."""
        if one.kept is None:
            return
        if not one.kept.known:
            self._unsure[one.kept.kind].append(one)
            return
        self._at[one.kept].append(one)
        self._at[replace(one.kept, workspace=None)].append(one)

    def at(self, where: StateLocation) -> tuple[list[Neighbour], bool]:
        """Return the roots whose state may lie at a place, and whether it is certainly the one."""
        exact = self._at.get(where, []) if where.known else []
        if exact:
            apart = [one for one in exact if not one.several]
            return apart or exact, len(apart) == 1
        near = [*self._at.get(replace(where, workspace=None), ()), *self._unsure[where.kind]]
        if not where.known:
            near += [one for kept, those in self._at.items() if kept.known for one in those]
        return list({one.shown: one for one in near if one.kept and one.kept.meets(where)}.values()), False

    def output(self, one: Neighbour, name: str) -> Value | None:
        """Return an output of a root; None where it has none of that name. What was applied wins over the source."""
        for document in one.exports:
            if (value := _exported(document, name)) is not None:
                return value
        if one.directory is None or one.variables is None:
            return None
        if one.opened is None:
            one.opened, _ = open_root(one.directory, self._loader, one.variables, named=True)
        instance = one.opened
        if name not in instance.module.outputs and not instance.module.broken:
            return None
        ring = UnknownReason(_RING.using(name=name, root=one.shown), open=True)
        if (one.shown, name) in self._asked:
            return unknown(DYNAMIC, ring)
        self._asked.add((one.shown, name))
        try:
            return instance.run.without_stack_limit(partial(instance.output, name))
        except CycleError:
            return unknown(DYNAMIC, ring)
        except EvaluationError as error:
            return unknown(DYNAMIC, UnknownReason(reasons.REFUSED.using(message=same(error)), open=True))
        finally:
            self._asked.discard((one.shown, name))

    def read(
        self, directory: Path, address: str, written: Callable[[str], Value], reason: UnknownReason
    ) -> Value | None:
        """See `run.OtherRoots`."""
        kind = written("backend").raw
        if not isinstance(kind, str):
            return None
        config, workspace = plain(written("config")), written("workspace")
        where = place(
            kind,
            config[0] if isinstance(config, list) and config else config,
            DEFAULT if workspace.null else workspace.raw if isinstance(workspace.raw, str) else None,
            directory,
        )
        roots, certain = self.at(where) if where else ([], False)
        if not roots:
            return None

        def find(name: str) -> Value:
            found = [value for one in roots if (value := self.output(one, name)) is not None]
            if certain and found and not found[0].null:
                return found[0]
            own = unknown(DYNAMIC, extended(extended(reason, ".outputs"), f".{name}"))
            if certain:
                return own
            refs = unknown_from(DYNAMIC, [own, *found])
            why = _MAY_BE.using(address=address, roots=", ".join(one.shown for one in roots))
            return Value(DYNAMIC, UnknownReason(why, refs.raw.refs, open=True, settle=reason.settle), refs.marks)

        told = extended(reason, ".outputs")
        look = Partial((), find)
        return unknown(DYNAMIC, UnknownReason(told.why, told.refs, told.open, told.settle, look=look, within=NOT_NULL))


def _exported(document: Any, name: str) -> Value | None:
    """Return an output that a plan or a state tells; what is sensitive is left to the source, which does not print."""
    shown = dig(document, "values", "outputs") or dig(document, "planned_values", "outputs")
    found = dig(shown or dig(document, "outputs"), name)
    if not isinstance(found, dict) or found.get("value") is None or found.get("sensitive"):
        return None
    return from_json(found["value"])


def configured(directory: Path, loader: Loader, variables: Variables, exports: Sequence[Any]) -> Neighbour:
    """Return a root that has a configuration."""
    module = root_module(directory, loader, variables)
    workspace = workspace_of(directory, loader.trees.around(directory), variables.environment)
    kept = kept_at(module, directory, workspace)
    if variables.unit is not None and not module.settings.keys() & {"backend", "cloud"}:
        kept = None  # Terragrunt writes the backend
    return Neighbour(
        shown=loader.display(directory), variables=variables, exports=exports, kept=kept, directory=directory
    )


def stored(path: Path, shown: str, document: Any) -> Neighbour:
    """Return what a state file alone tells."""
    kept = place("local", {"path": path.as_posix()}, DEFAULT, path.parent)
    return Neighbour(shown=shown, exports=[document], kept=kept)
