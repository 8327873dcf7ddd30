"""Rings of references: Terraform refuses them before it evaluates, whether anybody needs what is on them or not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from icplint.model.reading import Problem
from icplint.model.text import Text
from icplint.terraform.instances.cycle_candidates import cycle_candidates
from icplint.terraform.instances.dependencies import DependencyGraph, DependencyNode, Need

if TYPE_CHECKING:
    from icplint.terraform.instances.instance import ModuleInstance

RING: Final = Text(
    en="Cycle: {ring}: what a name needs must not need that name, so remove one of these references",
    zh="Cycle: {ring}：引用形成了循环，Terraform 会拒绝，请去掉其中一处引用",
)
MOST_NAMED: Final = 12
"""Names of one ring that are told."""


def find_cycles(instance: ModuleInstance) -> Iterator[Problem]:
    """Yield the rings among what a module declares and calls, each at a reference; of those that meet, one."""
    done: set[DependencyNode] = set()
    told: set[DependencyNode] = set()
    web = DependencyGraph(instance)
    for name in cycle_candidates(instance.module):
        start = web.start(name)
        way: dict[DependencyNode, Iterator[Need]] = {} if start in done else {start: web.needs(start)}
        steps: list[Need] = []
        while way:
            node, waiting = next(reversed(way.items()))
            need = next(waiting, None)
            if need is None:
                done.add(node)
                del way[node]
                del steps[-1:]
            elif need.node in way:
                ring = [*steps[list(way).index(need.node) :], need]
                if told.isdisjoint(step.node for step in ring):
                    yield _problem(ring)
                told.update(step.node for step in ring)
            elif need.node not in done:
                way[need.node] = web.needs(need.node)
                steps.append(need)


def _problem(ring: list[Need]) -> Problem:
    """Begin with the first name in the alphabet, so that one ring is always told the same way."""
    names = [str(need.node) for need in ring]
    first = names.index(min(names))
    around = [*ring[first:], *ring[:first]]
    told = [name for name, _ in groupby(str(need.node) for need in (*around, around[0]))]
    shown = told if len(told) > 1 else told * 2
    if (more := len(shown) - MOST_NAMED) > 1:
        shown = [*shown[: MOST_NAMED - 1], f"… (+{more})", shown[-1]]
    return Problem(RING.using(ring=" -> ".join(shown)), around[0].file.origin(around[0].start))
