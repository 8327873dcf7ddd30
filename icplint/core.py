"""What the core brings, through the same interface as any plugin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

from icplint.plugin_api import Plugin, Source, found_in, modules
from icplint.policy.owners import own_facts, own_suffixes

if TYPE_CHECKING:
    from icplint.model.cloud import Cloud
    from icplint.resources.rows import Row

DOUBTS: Final = "icplint.resources.unmodelled"
"""Whose rows are known types, and no more."""


def _rows() -> Iterator[Row]:
    for module in modules("icplint.resources"):
        if module != DOUBTS:
            yield from getattr(import_module(module), "ROWS", ())


def _doubts() -> Iterable[Row]:
    found: Iterable[Row] = import_module(DOUBTS).ROWS
    return found


def _sources() -> Iterator[Source]:
    from icplint.terraform.exports import plan, state

    yield Source(
        kind="plan",
        recognises=lambda d: state.kind_of(d) == "plan",
        read=plan.read_plan,
        before=plan.read_before,
        changes=plan.changes_something,
    )
    yield Source(kind="state", recognises=lambda d: state.kind_of(d) == "state", read=state.read_state)


def _clouds() -> Iterator[Cloud]:
    from icplint.alibaba.cloud import Alibaba

    yield Alibaba()


def _reports() -> Iterator[str]:
    yield from (name for name in modules("icplint.reports") if not name.endswith((".report", ".labels")))


CORE: Final[Plugin] = found_in(
    "icplint",
    rows=_rows,
    doubts=_doubts,
    sources=_sources,
    clouds=_clouds,
    reports=_reports,
    facts=own_facts,
    suffixes=own_suffixes,
)
