"""Hundreds of real plans: nothing that is not known is read as a value, and references lead where the values came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from plan_files import CORPORA, by_address, needs_corpora

from icplint.model.unknown import Unknown
from icplint.terraform.exports.plan import read_plan
from icplint.terraform.exports.sensitive import SECRET
from icplint.terraform.exports.state import kind_of, read_state


def real_plans() -> Iterator[tuple[str, Any]]:
    for path in sorted(CORPORA.glob("plans-*/**/*plan*.json")):
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        if kind_of(document) == "plan":
            yield path.name, document


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every true."""
    if tree is True:
        yield path
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, below in steps:
        yield from leaves(below, (*path, step))


def reached(values: Any, path: tuple[Any, ...]) -> Any:
    """Return what stands at a path, or the unknown or null that stands above it."""
    for step in path:
        if values is None or isinstance(values, Unknown):
            break
        values = values.get(step) if isinstance(values, Mapping) else values[step]
    return values


@needs_corpora
def test_real_plans() -> None:
    plans = 0
    for name, plan in real_plans():
        reading = read_plan(plan, file=name, root="")
        if reading.problems:
            assert "something" in plan["configuration"], name  # it was cut down by hand
            continue
        plans += 1
        found = by_address(reading)
        changes = [c for c in plan.get("resource_changes", []) if c["change"]["after"] is not None]
        managed = {address for address, resource in found.items() if not resource.kind.startswith("data.")}
        assert managed == {c["address"] for c in changes if c["mode"] == "managed"}, name
        assert len(found) == len(reading.resources), name
        for change in changes:
            values = found[change["address"]].values
            unknown = list(leaves(change["change"]["after_unknown"]))
            assert all(isinstance(reached(values, path), Unknown) for path in unknown), change["address"]
            assert all(reached(values, path) is not SECRET for path in unknown), change["address"]
            for path in leaves(change["change"].get("after_sensitive")):
                value = reached(values, path)
                assert value is None or isinstance(value, Unknown), change["address"]
            dead = [r.address for v in unknowns(dict(values)) for r in v.refs if r.address not in found]
            assert dead == [], (name, change["address"])
    assert plans > 500


def unknowns(value: Any) -> Iterator[Unknown]:
    if isinstance(value, Unknown):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for below in inner:
        yield from unknowns(below)


@needs_corpora
def test_references_are_where_the_values_came_from() -> None:
    """Look up in the state after apply what a plan's reference promised; only where nothing else was possible."""
    kept = 0
    for path in sorted(CORPORA.glob("plans-alicloud/*.state.json")):
        plan = json.loads(path.with_name(path.name.replace(".state.", ".plan.")).read_text(encoding="utf-8"))
        state = by_address(read_state(json.loads(path.read_text(encoding="utf-8")), file="state.json", root=""))
        for resource in read_plan(plan, file="plan.json", root="").resources:
            for name, value in resource.values.items():
                if isinstance(value, Unknown) and len(value.refs) == 1 and not value.open:
                    end = state[value.refs[0].address].values
                    made = end.get(value.refs[0].attribute, end)
                    assert str(state[resource.address].values[name]) in str(made), (path.name, resource.address, name)
                    kept += 1
    assert kept > 150
