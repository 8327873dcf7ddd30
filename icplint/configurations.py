"""Root modules -> what their source says, alone or beside the plans and states that were made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from icplint.model.reading import Reading
from icplint.stacks import rooted
from icplint.suppressions import MARK
from icplint.terraform.configuration import read_configuration
from icplint.terraform.exported import planned_variables
from icplint.terraform.given import Variables
from icplint.terraform.modules import Loader


class Configurations:
    """Reads configurations into a reading.

    `beside` are the roots of the plans and states of a directory, each with its plan, if it has one; `given` returns
    what a run gives to the variables of a root module.
    """

    def __init__(
        self,
        reading: Reading,
        loader: Loader,
        beside: Mapping[Path, Sequence[tuple[str, Any]]],
        given: Callable[[Path], Variables],
    ) -> None:
        self._reading = reading
        self._loader = loader
        self._beside = beside
        self._given = given

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
        variables = replace(self._given(directory), planned=planned_variables(plan))
        return read_configuration(directory, self._loader, variables, MARK.encode())


def _written(reading: Reading) -> Reading:
    """Return what a source says of where things are written."""
    return Reading(resources=reading.resources, calls=reading.calls, remarks=reading.remarks)
