"""Root modules -> what their source says, alone or beside the plans and states that were made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icplint.inputs.stacks import Document, rooted
from icplint.model.reading import Reading
from icplint.suppressions import MARK
from icplint.terraform.exports.document import planned_variables
from icplint.terraform.instances.configuration import read_configuration
from icplint.terraform.instances.variable_values import Variables
from icplint.terraform.modules.loader import Loader

if TYPE_CHECKING:
    from icplint.terraform.instances.remote_state import Neighbours


class Configurations:
    """Reads configurations into a reading.

    `beside` are the roots of the plans and states of a directory, each with its plan, if it has one; `given` returns
    what a run gives to the variables of a root module. `directories` and `documents` are all root modules, and all
    plans and states, of the run: one may read another's outputs.
    """

    def __init__(
        self,
        reading: Reading,
        loader: Loader,
        beside: Mapping[Path, Sequence[tuple[str, Any]]],
        given: Callable[[Path], Variables],
        directories: Sequence[Path],
        documents: Sequence[Document],
    ) -> None:
        self._reading = reading
        self._loader = loader
        self._beside = beside
        self._given = given
        self._directories = directories
        self._documents = documents

    def read(self, directory: Path, *, asked: bool) -> None:
        """Read a configuration: the plan says what there is, the source says where it is written."""
        made = self._beside.get(directory, [])
        if len(made) > 1:
            self._of_several(directory, dict(made), asked=asked)
            return
        plan = made[0][1] if made else None
        reading = self._evaluated(directory, plan)
        if plan is not None:
            present = {(r.root, r.address) for r in self._reading.resources}
            reading.resources = [r for r in reading.resources if (r.root, r.address) in present]
        self._reading.add(reading if asked else _written(reading))

    def _of_several(self, directory: Path, plans: Mapping[str, Any], *, asked: bool) -> None:
        """Read a configuration of which there are several stacks: what is in none of them is a root of its own."""
        source = self._evaluated(directory, None)
        there: dict[str, set[str]] = {root: set() for root in plans}
        for resource in self._reading.resources:
            if resource.root in there:
                there[resource.root].add(resource.address)
        for root, plan in plans.items():
            reading = rooted(_written(source if plan is None else self._evaluated(directory, plan)), root)
            reading.resources = [r for r in reading.resources if r.address in there[root]]
            self._reading.add(reading)
        if asked:
            known = set().union(*there.values())
            self._reading.add(replace(source, resources=[r for r in source.resources if r.address not in known]))

    def _evaluated(self, directory: Path, plan: Any) -> Reading:
        return read_configuration(directory, self._loader, self._variables(directory, plan), MARK.encode())

    def _variables(self, directory: Path, plan: Any) -> Variables:
        given = self._given(directory)
        planned = None if plan is None else planned_variables(plan)
        return replace(given, planned=planned, neighbours=lambda: self._neighbours)

    @cached_property
    def _neighbours(self) -> Neighbours:
        """The roots of the run, whose outputs another may read."""
        from icplint.terraform.instances.remote_state import Neighbours, configured, stored  # few read another's

        found = Neighbours(self._loader)
        shown: dict[Path | None, list[Document]] = defaultdict(list)
        for document in sorted(self._documents, key=lambda d: d.order):
            shown[document.beside].append(document)
        for directory in self._directories:
            made = self._beside.get(directory, ())
            variables = self._variables(directory, made[0][1] if made else None)
            exports = [d.content for d in shown[directory] if len(made) == 1]
            one = configured(directory, self._loader, variables, exports)
            found.enter(replace(one, several=len(made) > 1))
        for document in self._documents:
            apart = document.beside is None or len(self._beside[document.beside]) > 1
            if apart and document.source.kind == "state":
                found.enter(stored(document.path, document.shown, document.content))
        return found


def _written(reading: Reading) -> Reading:
    """Return what a source says of where things are written."""
    return Reading(resources=reading.resources, calls=reading.calls, comments=reading.comments)
