"""A private address belongs to a network: the same one elsewhere is another server's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from icplint.graph.build import build
from icplint.graph.graph import Edge, Graph
from icplint.graph.networks import PrivateAddresses, Vpc
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Rank, Resource
from icplint.model.vocabulary import Address, Relation
from icplint.policy import Policy
from icplint.registry import registry
from icplint.terraform.instances.configuration import read_configuration
from icplint.terraform.modules.loader import Loader

NEVER_READ = "nothing in this network that was read has 10.0.0.1"
ELSEWHERE = f"{NEVER_READ}; something in another network has, and whether the two are connected (CEN, VPC peering) cannot be seen"


class Led(NamedTuple):
    """The servers that a backend may be, and why it may be none of them."""

    servers: set[str]
    why: str = ""


def held(kind: str, name: str, *, root: str = "prod.json", rank: Rank = Rank.STATE, **values: Any) -> Resource:
    """Return a resource as a state or an account has it."""
    address = f"alicloud_{kind}.{name}"
    return Resource(
        kind=f"alicloud_{kind}", address=address, values=values, origin=Origin(file=root), root=root, rank=rank
    )


def server(name: str, *, root: str = "prod.json", ip: str = "10.0.0.1", **values: Any) -> Resource:
    """Return an instance with a private address."""
    return held("instance", name, root=root, id=f"i-{root}{name}", private_ip=ip, **values)


def group(name: str = "g", *, root: str = "prod.json", **values: Any) -> Resource:
    """Return a server group of a backend that is written as an address."""
    member = {"server_id": "10.0.0.1", "server_ip": "10.0.0.1", "server_type": "Ip", "port": 80}
    return held("alb_server_group", name, root=root, id=f"sgp-{root}{name}", servers=[member], **values)


def graph_of(*resources: Resource) -> Graph:
    """Return the graph of resources."""
    return build(Reading(resources=[*resources]), registry().table, Policy(date(2026, 11, 24)), {})


def forwards(graph: Graph) -> list[Edge]:
    """Return the edges to backends."""
    return [edge for edge in graph.edges() if edge.relation is Relation.FORWARDS_TO]


def led(graph: Graph) -> Led:
    """Return where the one backend of a graph leads."""
    (edge,) = forwards(graph)
    return Led({end.key.rpartition(".")[2] for end in edge.ends}, edge.rest.why.say("en") if edge.rest else "")


def test_a_server_of_the_same_state_has_the_address() -> None:
    assert led(graph_of(server("a"), group())) == Led({"a"})


def test_a_server_of_another_root_is_never_the_end() -> None:
    assert led(graph_of(server("a", root="other.json"), group())) == Led(set(), ELSEWHERE)
    assert led(graph_of(server("a"), server("b", root="other.json"), group())) == Led({"a"})
    assert led(graph_of(server("a", ip="10.0.0.2"), group())) == Led(set(), NEVER_READ)


@pytest.mark.parametrize(
    ("of_group", "of_servers", "found"),
    [
        ("vpc-1", ("vpc-1", "vpc-2"), Led({"a"})),
        ("vpc-1", ("vpc-2", "vpc-2"), Led(set(), ELSEWHERE)),
        ("vpc-1", ("vpc-1", None), Led({"a"})),
        ("vpc-1", ("vpc-2", None), Led({"b"})),
        ("vpc-1", (None, None), Led({"a", "b"})),
        (None, ("vpc-1", "vpc-2"), Led({"a", "b"})),
        (None, ("vpc-1", None), Led({"a", "b"})),
    ],
)
def test_where_both_vpcs_are_known_they_are_compared(
    of_group: str | None, of_servers: tuple[str | None, str | None], found: Led
) -> None:
    one, other = of_servers
    assert led(graph_of(server("a", vpc_id=one), server("b", vpc_id=other), group(vpc_id=of_group))) == found


def test_one_vpc_in_two_roots_is_one_network() -> None:
    """Ids of VPCs are unique across accounts."""
    shared = server("a", root="network.json", vpc_id="vpc-1")
    assert led(graph_of(shared, group(vpc_id="vpc-1"))) == Led({"a"})
    assert led(graph_of(shared, group())) == Led(set(), ELSEWHERE)


def test_a_switch_says_in_which_vpc_a_server_is() -> None:
    switches = [held("vswitch", f"v{n}", id=f"vsw-{n}", vpc_id=f"vpc-{n}") for n in (1, 2)]
    servers = [server(f"in{n}", vswitch_id=f"vsw-{n}") for n in (1, 2)]
    assert led(graph_of(*switches, *servers, group(vpc_id="vpc-1"))) == Led({"in1"})
    assert led(graph_of(*servers, group(vpc_id="vpc-1"))) == Led({"in1", "in2"})


def test_a_translated_address_leads_into_the_network_of_its_gateway() -> None:
    gateways = [
        held("nat_gateway", f"n{n}", id=f"ngw-{n}", vpc_id=f"vpc-{n}", forward_table_ids=f"ftb-{n}") for n in (1, 2)
    ]
    servers = [server(f"in{n}", vpc_id=f"vpc-{n}") for n in (1, 2)]
    entry = held("forward_entry", "f", forward_table_id="ftb-2", external_ip="47.96.0.3", internal_ip="10.0.0.1")
    assert led(graph_of(*gateways, *servers, entry)) == Led({"in2"})


def test_what_an_account_lists_and_a_state_declares_is_in_both() -> None:
    declared = server("a", root="envs/prod", vpc_id=None)
    seen = held("instance", "i-1", root="prod", rank=Rank.LIVE, id=declared.values["id"], private_ip=["10.0.0.1"])
    listed = held(
        "nlb_server_group_server_attachment",
        "s",
        root="prod",
        rank=Rank.LIVE,
        server_group_id="sgp-1",
        server_id="10.0.0.1",
    )
    of = held("nlb_server_group", "sgp-1", root="prod", rank=Rank.LIVE, id="sgp-1")
    assert led(graph_of(declared, seen, of, listed)) == Led({"a"})
    assert led(graph_of(declared, of, listed)) == Led(set(), ELSEWHERE)


def test_each_account_has_networks_of_its_own() -> None:
    every = [
        thing for account in ("prod", "test") for thing in (server(account, root=account), group(account, root=account))
    ]
    found = {edge.root: [end.key for end in edge.ends] for edge in forwards(graph_of(*every))}
    assert found == {name: [f"alicloud_instance.{name}"] for name in ("prod", "test")}


HEAD = """
resource "alicloud_vpc" "one" {}
resource "alicloud_vpc" "two" {}
resource "alicloud_vswitch" "one" { vpc_id = alicloud_vpc.one.id }
resource "alicloud_instance" "one" {
  private_ip = "10.0.0.1"
  vswitch_id = alicloud_vswitch.one.id
}
resource "alicloud_instance" "two" {
  private_ip = "10.0.0.1"
  vswitch_id = alicloud_vswitch.two.id
}
"""


@pytest.mark.parametrize(
    ("switch", "of_group", "found"),
    [
        ("alicloud_vpc.two.id", "alicloud_vpc.one.id", {"one"}),
        ("alicloud_vpc.two.id", "alicloud_vswitch.one.vpc_id", {"one"}),
        ("alicloud_vpc.two.id", "local.vpc", {"two"}),
        ("alicloud_vpc.two.id", "var.vpc", {"one", "two"}),
        ("var.vpc", "alicloud_vpc.one.id", {"one"}),
        ("var.vpc", "alicloud_vpc.two.id", {"two"}),
        ('"vpc-1"', "alicloud_vpc.two.id", {"two"}),
        ('"vpc-1"', '"vpc-1"', {"two"}),
        ('"vpc-1"', '"vpc-2"', {"one"}),
        ("alicloud_vpc.two.id", "var.vpc == null ? alicloud_vpc.one.id : alicloud_vpc.two.id", {"one", "two"}),
    ],
)
def test_a_configuration_says_it_by_references(switch: str, of_group: str, found: set[str], tmp_path: Path) -> None:
    text = (
        f'{HEAD}variable "vpc" {{}}\nlocals {{\n vpc = alicloud_vpc.two.id\n}}\n'
        f'resource "alicloud_vswitch" "two" {{\n vpc_id = {switch}\n}}\n'
        f'resource "alicloud_alb_server_group" "g" {{\n vpc_id = {of_group}\n'
        ' servers {\n  server_id = "10.0.0.1"\n  server_type = "Ip"\n }\n}\n'
    )
    (tmp_path / "main.tf").write_text(text, encoding="utf-8")
    reading = read_configuration(tmp_path, Loader(tmp_path))
    assert led(build(reading, registry().table, Policy(date(2026, 11, 24)), {})).servers == found


def test_what_is_looked_up_has_the_network_of_each_that_is_listed() -> None:
    listed = [{"id": f"i-{n}", "private_ip": "10.0.0.1", "vpc_id": f"vpc-{n}"} for n in (1, 2)]
    for vpc, servers in (("vpc-2", {"all"}), ("vpc-3", set())):
        known = held("instances", "all", instances=listed)
        looked_up = Resource(
            kind=f"data.{known.kind}",
            address=f"data.{known.address}",
            values=known.values,
            origin=known.origin,
            root=known.root,
            rank=known.rank,
        )
        assert led(graph_of(looked_up, group(vpc_id=vpc))).servers == servers


@pytest.mark.parametrize("size", [50, 200])
def test_no_more_nodes_are_looked_at_than_there_are_in_a_network(size: int) -> None:
    """One address in as many networks as there are, asked for in each."""
    addresses = PrivateAddresses()
    servers = [Address(key=f"s{n}", ip=f"s{n}", origin=Origin(file="s")) for n in range(size)]
    for n, one in enumerate(servers):
        addresses.enter("10.0.0.1", one, Vpc(f"vpc-{n}"), ["prod"])
        addresses.enter("10.0.0.2", one, None, [f"account-{n}"])
    found = [addresses.holders("10.0.0.1", Vpc(f"vpc-{n}"), ["prod"]) for n in range(size)]
    found += [addresses.holders("10.0.0.2", None, [f"account-{n}"]) for n in range(size)]
    assert found == [[one] for one in servers] * 2
