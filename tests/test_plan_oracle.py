"""Real plans are the oracle of whole configurations: the graph from the source is the graph from the plan.

What a source cannot know is left out: data sources (616 of the 7,169 values that a plan knows), and files that were not
published with it (6). A plan in turn loses what stands between references (its documents' README says how): an address
or a name that is known only after apply may be what it mentions, and something else.
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
from icplint.terraform.exports.plan import read_plan
from icplint.terraform.instances.configuration import Variables, read_configuration
from icplint.terraform.modules.loader import Loader
from icplint.terraform.values import reasons

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
    shapes = {pair.name: (graph(pair.source).shape(), graph(pair.plan).shape()) for pair in pairs}
    different = {name for name, (source, plan) in shapes.items() if source != plan}
    assert different >= COUNTED_BY_DATA
    assert len(different) < len(pairs) / 20
    for source, plan in (shapes[name] for name in different - COUNTED_BY_DATA):
        assert {edge[-1] for edge in plan - source} == {"?"}
        assert {edge[:3] for edge in source ^ plan} <= {edge[:3] for edge in source}


def test_what_a_data_source_counts_is_not_certain(pairs: list[Pair]) -> None:
    for pair in pairs:
        planned = {resource.address for resource in pair.plan.resources if not resource.kind.startswith("data.")}
        certain = {r.address for r in pair.source.resources if r.certain and not r.kind.startswith("data.")}
        assert certain <= planned, pair.name
        assert certain == planned or pair.name in COUNTED_BY_DATA, pair.name


def test_what_the_plan_knows_the_source_knows(pairs: list[Pair]) -> None:
    doubts = {doubt for pair in pairs for doubt in _doubts(pair)}
    assert {doubt for doubt in doubts if "no file exists at" not in doubt[2]} == set()


def test_what_the_source_knows_the_plan_knows(pairs: list[Pair]) -> None:
    """Only that a value is sensitive, by the provider's own word, does the source not know."""
    for pair in pairs:
        for name, planned, written in _values(pair):
            for expected, found in _leaves(planned, written):
                if isinstance(expected, Unknown):
                    assert found is None or isinstance(found, Unknown) or expected.why == reasons.SENSITIVE, name
                elif expected is not None and not isinstance(found, Unknown | None):
                    assert _text(found) == _text(expected), name


def _values(pair: Pair) -> Iterator[tuple[str, Any, Any]]:
    """Yield each argument, as planned and as written."""
    sources = {resource.address: resource for resource in pair.source.resources}
    for planned in pair.plan.resources:
        if planned.address in sources:
            for name, value in planned.values.items():
                yield f"{pair.name} {planned.address}.{name}", value, sources[planned.address].values.get(name)


def _leaves(planned: Any, written: Any) -> Iterator[tuple[Any, Any]]:
    """Yield what stands at equal places; of several elements of a list or set nobody knows which is which."""
    if isinstance(planned, dict) and isinstance(written, dict):
        for name, value in planned.items():
            yield from _leaves(value, written.get(name))
    elif isinstance(planned, list) and isinstance(written, list):
        if len(planned) == len(written) == 1:
            yield from _leaves(planned[0], written[0])
    else:
        yield planned, written


def _text(value: Any) -> str:
    """Return a value as Terraform converts it to the type that the provider asks for."""
    return str(value).lower().removesuffix(".0")


def _doubts(pair: Pair) -> Iterator[tuple[str, str, str]]:
    """Yield configuration, argument and reason where the plan knows a value, the source does not, and should."""
    for name, planned, written in _values(pair):
        yield from _compared(pair.name, name, planned, written)


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
