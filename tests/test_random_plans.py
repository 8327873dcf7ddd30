"""Configurations made at random, planned by Terraform itself: the source says no less than the plan, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import planned
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.model.reading import Reading
from icplint.model.resource import Resource
from icplint.model.unknown import Unknown
from icplint.policy import Policy
from icplint.registry import registry
from icplint.terraform.exports.plan import read_plan
from icplint.terraform.instances.configuration import read_configuration
from icplint.terraform.modules.loader import Loader
from icplint.terraform.values import reasons

MODULES: Final = 15
NOT_HERE: Final = 3
"""How plan.sh ends where it can make no network namespace."""


class Ends(NamedTuple):
    """Where the edges of a node lead, by one kind of edge; whether elsewhere is possible."""

    nodes: frozenset[tuple[str, str]]
    open: bool


@pytest.fixture(scope="session")
def plan_sh(shared: Path, terraform: str) -> Path:
    """Return the script that plans a configuration of Alibaba Cloud without a network."""
    script = shared / "tools/schema-provider/plan.sh"
    if not script.is_file() or shutil.which("go") is None or not terraform:
        pytest.skip("there is no provider to plan with beside the checkout (../shared/tools/schema-provider), or no Go")
    return script


def written(directory: Path, cases: list[str]) -> Path:
    """Write a root module that calls each case as a module of its own: Terraform plans all of them at once."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir()
    names = [f"case{n}" for n in range(len(cases))]
    (directory / "main.tf").write_text(planned.root(names), encoding="utf-8")
    for name, text in zip(names, cases, strict=True):
        for path, content in (("", text), ("address", planned.ADDRESS), ("pair", planned.PAIR)):
            (directory / name / path).mkdir(parents=True, exist_ok=True)
            (directory / name / path / "main.tf").write_text(content, encoding="utf-8")
    return directory


def both(directory: Path, script: Path) -> tuple[Reading, Reading]:
    """Return what the source says, and what the plan that Terraform makes of it says."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TF_")}
    command = [str(script), str(directory), str(directory / "plan.json")]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode == NOT_HERE:
        pytest.skip(f"terraform cannot be run without a network here: {run.stderr}")
    assert run.returncode == 0, run.stderr
    document = json.loads((directory / "plan.json").read_text(encoding="utf-8"))
    source = read_configuration(directory, Loader(directory))
    return source, read_plan(document, file="plan.json", root=source.resources[0].root)


def plain(value: Any) -> Any:
    """Return a value without what is not set, its blocks in one order and each once, as a set has them."""
    match value:
        case Unknown():
            return "(unknown)"
        case dict():
            return {name: plain(inner) for name, inner in value.items() if inner not in (None, [], {})}
        case list():
            return [json.loads(text) for text in sorted({json.dumps(plain(item), sort_keys=True) for item in value})]
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def differences(source: Resource, plan: Resource) -> Iterator[str]:
    """Yield each argument that the two do not agree on."""
    for name, expected in plan.values.items():
        found = source.values.get(name)
        place = f"{plan.address}.{name}: {found} in the source, {expected} in the plan"
        if _left_out(found, expected):
            continue
        if plain(found) != plain(expected) or (
            isinstance(expected, Unknown) and not expected.open and not _covers(expected, found)
        ):
            yield place


def _left_out(found: Any, expected: Any) -> bool:
    """What nobody wrote, or wrote as null; and a set with a sensitive element is sensitive as a whole."""
    if isinstance(expected, Unknown):
        return expected.why == reasons.SENSITIVE or not (found or expected.refs)
    return found is None and expected in (None, [], {})


def _covers(plan: Unknown, source: Unknown) -> bool:
    """A plan may lose an attribute or a key, or what is made of a reference, never the resource."""
    led = {(ref.address, ref.attribute) for ref in plan.refs}
    return all({(ref.address, ref.attribute), (ref.address, "")} & led for ref in source.refs)


def graph(*readings: Reading) -> Graph:
    """Return the graph of several readings together."""
    return build(Reading.of(readings), registry().table, Policy(date(2026, 11, 24)), {})


def ends(made: Graph) -> dict[tuple[str, ...], Ends]:
    """Return where everything leads."""
    found: dict[tuple[str, ...], Ends] = {}
    for edge in made.edges():
        key = (edge.start.kind, edge.start.key, edge.relation.value, edge.by or "")
        before = found.get(key, Ends(frozenset(), False))
        found[key] = Ends(before.nodes | {(n.kind, n.key) for n in edge.ends}, before.open or edge.rest is not None)
    return found


def nodes(made: Graph) -> set[tuple[str, str]]:
    """Return what there is."""
    return {(node.kind, node.key) for node in made.nodes()}


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # hypothesis', of cases that are long texts
@settings(
    max_examples=2,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(cases=st.lists(planned.cases(), min_size=MODULES, max_size=MODULES))
def test_the_source_says_what_the_plan_says(
    cases: list[str], plan_sh: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source, plan = both(written(tmp_path_factory.getbasetemp() / "planned", cases), plan_sh)
    assert source.problems == plan.problems == []
    assert all(resource.certain for resource in source.resources)
    of_source, of_plan = ({r.address: r for r in reading.resources} for reading in (source, plan))
    assert of_source.keys() == of_plan.keys()
    assert [d for address in of_plan for d in differences(of_source[address], of_plan[address])] == []

    from_source, from_plan = ends(graph(source)), ends(graph(plan))
    assert from_source.keys() == from_plan.keys()
    for key, (there, doubt) in from_source.items():
        assert there <= from_plan[key].nodes or from_plan[key].open, key
        assert from_plan[key].open or not doubt or there == from_plan[key].nodes, key
    assert nodes(graph(source)) == nodes(graph(source, plan))
    assert from_source == ends(graph(source, plan)), "what lies beside a plan says where the plan leads"
