"""Everything that holds, balances and publishes websites as source, plan and state: the same graph.

`hosting/` holds the source and what Terraform made of it: `plan.json` and `state.json` (terraform show -json of the
plan and of the state). In a state every reference is a literal id.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Node, Placement, Record, Server
from icplint.policy import Policy
from icplint.registry import registry

HOSTING = Path(__file__).with_name("hosting")
EMPTY_IN_THE_STATE = {"ack", "six"}
"""Names whose value the state leaves empty: what made it up does not know the attribute."""
NOT_OF_A_SERVER = {"created", "expires", "months", "charge", "bandwidth"}
"""Fields that the state gives a value of its own, as the account would."""
WITHOUT_A_ZONE = ("eip_address", "custom_domain", "trigger", "sae_load", "simple_application")
"""A state has no provider configuration: what has no zone has no region."""


def read(*paths: Path, base: Path) -> Graph:
    """Return the graph of a run over these paths."""
    known = registry()
    names = [str(path) for path in paths]
    reading = read_inputs(Request(paths=names, base=base, registers=[], sources=lambda: known.sources))
    assert (reading.problems, reading.unread) == ([], [])
    return build(reading, known.table, Policy(date(2025, 1, 15)), {})


@pytest.fixture(scope="module")
def source() -> Graph:
    """The graph of the source."""
    return read(HOSTING, base=HOSTING)


@pytest.fixture
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Graph:
    """The graph of a document away from its source."""
    return read(Path(shutil.copy(HOSTING / request.param, tmp_path)), base=tmp_path)


def known(graph: Graph, address: str) -> Iterator[tuple[str, Any]]:
    """Yield the known fields of the node of that key."""
    (node,) = (node for node in graph.nodes() if node.key == address and not isinstance(node, Record))
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Placement):
            value = value.region
        if field.name not in {"origin", "root", "ip"} and not isinstance(value, Unknown):
            yield field.name, value


def made(graph: Graph) -> list[Node]:
    """Return the nodes that are resources themselves."""
    return [node for node in graph.nodes() if node.key.startswith("alicloud_") and not isinstance(node, Record)]


def test_every_resource_is_a_node_or_ties_two(source: Graph) -> None:
    said = {edge.by for edge in source.edges()} | {node.key for node in source.nodes()}
    silent = {
        line.split('"')[1] for line in (HOSTING / "main.tf").read_text().splitlines() if line.startswith("resource")
    }
    silent -= {word.split(".")[0] for word in said if word}
    assert silent == {
        "alicloud_ecs_network_interface",  # stands for the server
        "alicloud_ecs_network_interface_attachment",
        "alicloud_slb_listener",  # stands for its load balancer
        "alicloud_snat_entry",  # publishes nothing
        "alicloud_vpc",
        "alicloud_vpc_ipv6_gateway",
        "alicloud_vpc_ipv6_internet_bandwidth",  # makes its address public
        "alicloud_vswitch",
    }


def test_nothing_leads_into_the_unknown(source: Graph) -> None:
    assert [edge.words for edge in source.edges() if edge.rest is not None] == []


@pytest.mark.parametrize("document", ["plan.json"], indirect=True)
def test_a_plan_has_the_nodes_and_ties_of_the_source(source: Graph, document: Graph) -> None:
    """But for an address or a name that is known only after apply: a plan lists what is mentioned, not what is made."""
    assert source.shape() <= document.shape()
    made_of = document.shape() - source.shape()
    assert {shape[:3] for shape in made_of if shape[3:] == ("?",)} <= {shape[:3] for shape in source.shape()}
    assert {shape[0] for shape in made_of if shape[3:] != ("?",)} <= {"Record"}, "of a map, all that it refers to"
    for node in made(source):
        assert dict(known(document, node.key)) == dict(known(source, node.key))


@pytest.mark.parametrize("document", ["state.json"], indirect=True)
def test_a_state_has_the_nodes_and_ties_of_the_source(source: Graph, document: Graph) -> None:
    empty = {f'alicloud_alidns_record.site["{name}"]' for name in EMPTY_IN_THE_STATE}
    whole = [{shape for shape in graph.shape() if shape[1] not in empty} for graph in (source, document)]
    assert whole[0] == whole[1]


@pytest.mark.parametrize("document", ["state.json"], indirect=True)
def test_a_state_has_the_fields_of_the_source(source: Graph, document: Graph) -> None:
    for node in made(source):
        less = NOT_OF_A_SERVER if isinstance(node, Server) else set()
        less = less | ({"placement"} if any(kind in node.key for kind in WITHOUT_A_ZONE) else set())
        expected = {name: value for name, value in known(source, node.key) if name not in less}
        assert expected.items() <= dict(known(document, node.key)).items()


def test_source_and_plan_together_are_the_source(source: Graph) -> None:
    together = read(HOSTING, HOSTING / "plan.json", base=HOSTING)
    assert together.shape() == source.shape()
