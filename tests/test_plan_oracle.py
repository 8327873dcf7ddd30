"""Real plans are the oracle of whole configurations: the graph from the source is the graph from the plan.

What a source cannot know is left out: data sources, and files that were not published with it. A plan in turn loses
`dynamic` blocks and instance keys (its documents' README says how), so a doubt of the plan's alone is no difference.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.model.reading import Reading
from icplint.model.unknown import Unknown
from icplint.policy import Policy
from icplint.registry import registry
from icplint.terraform import reasons
from icplint.terraform.configuration import Variables, read_configuration
from icplint.terraform.modules import Loader
from icplint.terraform.plan import read_plan

DATA: Final = reasons.DATA_SOURCE.en
COUNTED_BY_DATA: Final = {  # their number hangs on what a data source finds
    "mod-auto-eip--examples--associate-with-nat-gateway",
    "mod-auto-eip--examples--associate-with-network-interface",
    "mod-auto-eip--examples--associate-with-slb",
    "mod-auto-slb--examples--slb-rule",
}


class Pair(NamedTuple):
    """A configuration read as source and as its plan."""

    name: str
    source: Reading
    plan: Reading


@pytest.fixture(scope="module")
def pairs(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    """Return every planned configuration whose modules are all there."""
    return list(_pairs(shared / "corpora", tmp_path_factory.mktemp("sources")))


def _pairs(corpora: Path, copies: Path) -> Iterator[Pair]:
    plans = corpora / "plans-alicloud"
    for entry in json.loads((plans / "index.json").read_text(encoding="utf-8"))["plans"]:
        if entry.get("stubbed_modules"):
            continue
        directory = corpora / entry["source"]
        if directory.is_file():
            directory = copies / entry["name"]
            directory.mkdir()
            shutil.copy(corpora / entry["source"], directory / "main.tf")
        document = json.loads((plans / f"{entry['name']}.plan.json").read_text(encoding="utf-8"))
        given = {name: variable.get("value") for name, variable in document.get("variables", {}).items()}
        source = read_configuration(directory, Loader(directory), Variables(planned=given))
        yield Pair(entry["name"], source, read_plan(document, file="plan.json", root="."))


def graph(reading: Reading) -> Graph:
    """Return the graph of one reading."""
    return build(reading, registry().table, Policy(date(2026, 11, 24)), {})


def test_there_is_something_to_compare(pairs: list[Pair]) -> None:
    assert len(pairs) > 300
    assert sum(len(pair.plan.resources) for pair in pairs) > 1500


def test_the_source_makes_the_graph_of_the_plan(pairs: list[Pair]) -> None:
    differing = {}
    for pair in pairs:
        source, plan = graph(pair.source).shape(), graph(pair.plan).shape()
        lost = {shape for shape in plan - source if shape[-1] == "?"}
        if pair.name not in COUNTED_BY_DATA and (source - plan or plan - source - lost):
            differing[pair.name] = (source - plan, plan - source)
    assert differing == {}


def test_what_the_plan_knows_the_source_knows(pairs: list[Pair]) -> None:
    doubts = {doubt for pair in pairs for doubt in _doubts(pair)}
    assert {doubt for doubt in doubts if "no file exists at" not in doubt[2]} == set()


def _doubts(pair: Pair) -> Iterator[tuple[str, str, str]]:
    """Yield configuration, argument and reason where the plan knows a value, the source does not, and should."""
    sources = {resource.address: resource for resource in pair.source.resources}
    for planned in pair.plan.resources:
        if planned.address in sources:
            for name, value in planned.values.items():
                yield from _compared(
                    pair.name, f"{planned.address}.{name}", value, sources[planned.address].values.get(name)
                )


def _compared(case: str, path: str, planned: Any, written: Any) -> Iterator[tuple[str, str, str]]:
    if planned is None or isinstance(planned, Unknown):
        return
    if isinstance(written, Unknown):
        if written.why.en != DATA:
            yield case, path, written.why.say("en")
    elif isinstance(planned, dict):
        inner = written if isinstance(written, dict) else {}
        for name, value in planned.items():
            yield from _compared(case, f"{path}.{name}", value, inner.get(name))
    elif isinstance(planned, list) and isinstance(written, list):
        for place, (value, other) in enumerate(zip(planned, written, strict=False)):
            yield from _compared(case, f"{path}[{place}]", value, other)
