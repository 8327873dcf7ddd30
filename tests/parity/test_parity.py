"""One small site as source, as plan and as state: the same graph, and the same findings.

`site/` holds the source and what Terraform made of it: `plan.json` and `state.json` (terraform show -json of the plan
and of the state) and `terraform.tfstate`. A document is read alone where it lies in another directory than its source.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model import vocabulary
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Node, Placement, Relation
from icplint.policy import Policy
from icplint.registry import registry

SITE = Path(__file__).with_name("site")
UNUSED = {"Gateway", "Lookup", "Notice", "Registration", "ServerGroup", "Service", "ServiceCode", "Suppression"}
KINDS = [
    kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Node) and kind is not Node
]
ON = "2025-01-15"  # within the term that the state gives the instances
STATES = ["terraform.tfstate", "state.json"]

ASIA = ("Record", 'alicloud_alidns_record.each["asia"]', "resolves to")
STAGING = ("Record", 'alicloud_alidns_record.each["staging"]', "resolves to")
BALANCER = ("LoadBalancer", "alicloud_slb_load_balancer.site", "forwards to")

# A dynamic block leaves no expression in a plan, and of a map each value's references are those of the whole map.
LOST_IN_A_PLAN = {
    (*BALANCER, "Server", "alicloud_instance.web[0]"),
    (*BALANCER, "Server", "alicloud_instance.web[1]"),
}
VAGUE_IN_A_PLAN = {
    (*BALANCER, "?"),
    (*ASIA, "?"),
    (*ASIA, "Address", "alicloud_eip_address.web"),
    (*STAGING, "?"),
    (*STAGING, "Server", "alicloud_instance.mirror"),
}

# (node, field) known to one of source and document, and not to the other.
ONLY_A_STATE_KNOWS = {
    ("alicloud_eip_address.web", "ip"),
    *(
        (f"alicloud_instance.{name}", what)
        for name in ("web[0]", "web[1]", "mirror")
        for what in ("created", "expires", "id", "name")
    ),
    ("alicloud_instance.mirror", "months"),
}
NO_STATE_KNOWS = {
    ("alicloud_eip_address.web", "placement")
}  # a state has no provider configuration, an address no zone


def read(*paths: Path) -> Graph:
    """Return the graph of a run over these paths, with the site's register."""
    known = registry()
    names = [str(path) for path in paths]
    reading = read_inputs(
        Request(paths=names, base=SITE, registers=[SITE / "filings.toml"], sources=lambda: known.sources)
    )
    assert (reading.problems, reading.unread) == ([], [])
    return build(reading, known.table, Policy(date.fromisoformat(ON)), {})


@pytest.fixture(scope="module")
def source() -> Graph:
    """The graph of the source."""
    return read(SITE)


@pytest.fixture
def alone(tmp_path: Path) -> Callable[[str], Path]:
    """Copy a document away from its source."""

    def copied(document: str) -> Path:
        return Path(shutil.copy(SITE / document, tmp_path))

    return copied


def nodes(graph: Graph) -> dict[tuple[str, str], Node]:
    """Return every node by kind and key; no two may share both."""
    found = [node for kind in KINDS for node in graph.all(kind)]
    by_key = {(node.kind, node.key): node for node in found}
    assert len(by_key) == len(found)
    return by_key


def known(node: Node) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a node that are known, without where they were seen."""
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Placement):
            value = value.region if isinstance(value.region, Unknown) else (value.provider, value.region)
        if field.name not in {"origin", "scope_origin", "root"} and not isinstance(value, Unknown):
            yield field.name, value


def differences(one: Graph, other: Graph) -> tuple[dict[Any, Any], set[Any], set[Any]]:
    """Return the fields with two known values, those that only the first knows, and those that only the second does."""
    there = nodes(other)
    pairs = [(node.key, dict(known(node)), dict(known(there[key]))) for key, node in nodes(one).items()]
    two = {(key, f): (a[f], b[f]) for key, a, b in pairs for f in a.keys() & b.keys() if a[f] != b[f]}
    first = {(key, f) for key, a, b in pairs for f in a.keys() - b.keys()}
    return two, first, {(key, f) for key, a, b in pairs for f in b.keys() - a.keys()}


# The graph


def test_the_site_holds_every_kind_of_node_and_edge(source: Graph) -> None:
    assert {kind for kind, _ in nodes(source)} == {kind.__name__ for kind in KINDS} - UNUSED
    assert {shape[2] for shape in source.shape() if len(shape) > 3} == {edge.value for edge in Relation} - {
        "answers at"
    }


@pytest.mark.parametrize("document", STATES)
def test_a_state_has_the_nodes_and_ties_of_the_source(
    source: Graph, alone: Callable[[str], Path], document: str
) -> None:
    assert read(alone(document)).shape() == source.shape()


def test_a_plan_has_the_nodes_and_ties_of_the_source_but_where_terraform_tells_less(
    source: Graph, alone: Callable[[str], Path]
) -> None:
    plan = read(alone("plan.json")).shape()
    assert source.shape() - plan == LOST_IN_A_PLAN
    assert plan - source.shape() >= VAGUE_IN_A_PLAN
    made_of = plan - source.shape() - VAGUE_IN_A_PLAN  # addresses and names: a plan hides what is made of them
    assert {shape[3:] for shape in made_of} == {("?",)}
    assert {shape[:3] for shape in made_of} <= {shape[:3] for shape in source.shape()}
    assert {shape[2] for shape in made_of} == {"resolves to", "fronts"}


@pytest.mark.parametrize("document", STATES)
def test_a_state_has_the_fields_of_the_source(source: Graph, alone: Callable[[str], Path], document: str) -> None:
    assert differences(source, read(alone(document))) == ({}, NO_STATE_KNOWS, ONLY_A_STATE_KNOWS)


def test_a_plan_has_the_fields_of_the_source(source: Graph, alone: Callable[[str], Path]) -> None:
    assert differences(source, read(alone("plan.json"))) == ({}, set(), set())


def test_the_two_forms_of_a_state_are_the_same(alone: Callable[[str], Path]) -> None:
    one, other = (read(alone(document)) for document in STATES)
    assert differences(one, other) == ({}, set(), set())


# Source and plan together


@pytest.mark.parametrize("paths", [("plan.json",), (".", "plan.json"), ("plan.json", ".")])
def test_source_and_plan_are_one_graph(source: Graph, paths: tuple[str, ...]) -> None:
    together = read(*(SITE / path for path in paths))
    assert together.shape() == source.shape()
    assert differences(source, together) == ({}, set(), set())


def test_source_and_plan_together_point_at_the_lines_of_the_source(source: Graph) -> None:
    together = nodes(read(SITE / "plan.json"))
    assert {node.origin.file for node in together.values()} == {"main.tf", "modules/cdn/main.tf", "filings.toml"}
    assert _lines(together, "Domain") == _lines(nodes(source), "Domain")


def test_a_name_begins_at_the_same_line_with_a_plan_and_without(source: Graph) -> None:
    assert _lines(nodes(read(SITE / "plan.json"))) == _lines(nodes(source))


def _lines(found: dict[tuple[str, str], Node], *without: str) -> dict[tuple[str, str], tuple[str | None, int | None]]:
    return {key: (node.origin.file, node.origin.line) for key, node in found.items() if key[0] not in without}


# The findings


@pytest.fixture
def findings(icplint: Callable[..., Any]) -> Callable[[Path], dict[tuple[str, str], str]]:
    """Check a path; return every answer, compliant ones too, as (code, subject) -> outcome."""

    def found(path: Path) -> dict[tuple[str, str], str]:
        run = icplint("check", path, "--filings", SITE / "filings.toml", "--on", ON, "--all", "--format", "json")
        answers = [((f["code"], f["subject"]["key"]), f["outcome"]) for f in json.loads(run.out)["findings"]]
        assert len(dict(answers)) == len(answers)
        return dict(answers)

    return found


@pytest.mark.parametrize("path", ["plan.json", "alone/terraform.tfstate", "alone/state.json"])
def test_source_plan_and_state_give_the_same_findings(
    path: str, alone: Callable[[str], Path], findings: Callable[[Path], dict[tuple[str, str], str]]
) -> None:
    where = alone(path.removeprefix("alone/")) if path.startswith("alone/") else SITE / path
    expected = findings(SITE)
    assert findings(where) == expected
    assert set(expected.values()) == {"violation", "compliant"}


def test_a_plan_without_its_source_is_certain_of_nothing_else(
    alone: Callable[[str], Path], findings: Callable[[Path], dict[tuple[str, str], str]]
) -> None:
    expected, found = findings(SITE), findings(alone("plan.json"))
    assert found.keys() == expected.keys()
    assert {found[key] for key in found if found[key] != expected[key]} == {"cannot-tell"}
    assert {"violation", "compliant"} & set(found.values())
