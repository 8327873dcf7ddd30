"""HCL, documents and readings -> the graph that checks see; whether two sources of the same things agree."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from icplint.checks.check import Check
from icplint.core import CORE
from icplint.findings.run import run
from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.answer import Answer
from icplint.model.reading import Reading
from icplint.plugin_api import Plugin
from icplint.policy import Policy
from icplint.resources.unmodelled import PLUGINS
from icplint.testing.judging import DAY, using


def graph(
    source: str | Mapping[str, Any] | Reading,
    register: str = "",
    *,
    plugins: Sequence[Plugin] = (),
    on: str = DAY,
    environment: Mapping[str, str] | None = None,
) -> Graph:
    """Return the graph of HCL, of the JSON of a plan or state, or of what a scan read, with a register as TOML.

    Raises AssertionError for what cannot be read.
    """
    with TemporaryDirectory() as place, using(*plugins) as known:
        base = Path(place)
        (base / "filings.toml").write_text(register, encoding="utf-8")
        paths = []
        if isinstance(source, str):
            (base / "main.tf").write_text(source, encoding="utf-8")
            paths = ["."]
        elif not isinstance(source, Reading):
            (base / "document.json").write_text(json.dumps(source), encoding="utf-8")
            paths = ["document.json"]
        request = Request(
            paths=paths,
            base=base,
            registers=[base / "filings.toml"],
            environment=environment or {},
            tables=known.tables,
            sources=lambda: known.sources,
        )
        reading = read_inputs(request)
        if isinstance(source, Reading):
            reading.add(source)
        if reading.problems:
            raise AssertionError([problem.text.say("en") for problem in reading.problems])
        return build(reading, known.table, Policy(date.fromisoformat(on), known.tables), environment or {})


def answers(check: Check, asked: Graph) -> dict[str, Answer]:
    """Return a check's answers about a graph, by the key of the subject; raises AssertionError where it raises."""
    report = run(asked, [check], Reading())
    if report.problems:
        raise AssertionError([problem.text.say("en") for problem in report.problems])
    return {finding.node.key: finding.answer for finding in report.findings}


def same(one: Graph, other: Graph, called: Mapping[str, str] | None = None) -> None:
    """Raise AssertionError where two graphs differ in a node, an edge or an end that is not known.

    `called` says what is called otherwise in the other: a Terraform address by the id that the cloud gives.
    """
    names = called or {}
    expected = {tuple(names.get(word, word) for word in shape) for shape in one.shape()}
    found = other.shape()
    if expected != found:
        only = ("only the first has", sorted(expected - found)), ("only the other has", sorted(found - expected))
        raise AssertionError("\n".join(f"{what}: {shapes}" for what, shapes in only if shapes))


def doubted(plugin: str) -> list[str]:
    """Return the resource types of which icplint says that a plugin, by the name of its package, would know them."""
    return sorted(
        row.kind for row in CORE.doubts() if PLUGINS.get(row.kind.removeprefix("data.").split("_")[0]) == plugin
    )
