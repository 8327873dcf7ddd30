"""What the core brings, through the same door as any plugin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Final

from icplint.door import Plugin, Source
from icplint.policy.tables import own_facts, own_suffixes

if TYPE_CHECKING:
    from icplint.alibaba.listing import Listing
    from icplint.checks.check import Check
    from icplint.model.cloud import Cloud
    from icplint.resources.entry import Row

DOUBTS: Final = "icplint.resources.unmodelled"
"""Whose rows are known types, and no more."""


def modules(package: str) -> Iterator[str]:
    """Yield the full names of a package's modules, by name."""
    path = import_module(package).__path__
    yield from (f"{package}.{module.name}" for module in iter_modules(path) if not module.ispkg)


def gathered(package: str, name: str) -> Iterator[Any]:
    """Yield the members of every `name` (ENTRIES, LISTINGS …) that a module of the package has."""
    for module in modules(package):
        if module != DOUBTS:
            yield from getattr(import_module(module), name, ())


def _rows() -> Iterable[Row]:
    return gathered("icplint.resources", "ENTRIES")


def _doubts() -> Iterable[Row]:
    found: Iterable[Row] = import_module(DOUBTS).ENTRIES
    return found


def _listings() -> Iterable[Listing]:
    return gathered("icplint.resources", "LISTINGS")


def _checks() -> Iterator[Check]:
    for name in modules("icplint.checks"):
        if check := getattr(import_module(name), "CHECK", None):
            yield check


def _sources() -> Iterator[Source]:
    from icplint.terraform import plan, state

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

    def listings() -> Sequence[Listing]:
        from icplint.registry import registry  # plugins may bring lists of Alibaba Cloud too

        return registry().listings

    yield Alibaba(listings)


def _reports() -> Iterator[str]:
    yield from (name for name in modules("icplint.reports") if not name.endswith((".report", ".labels")))


CORE: Final = Plugin(
    name="icplint",
    rows=_rows,
    doubts=_doubts,
    listings=_listings,
    checks=_checks,
    sources=_sources,
    clouds=_clouds,
    reports=_reports,
    facts=own_facts,
    suffixes=own_suffixes,
)
