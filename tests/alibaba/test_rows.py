"""Each product: what an account answers and what Terraform says of the same things make the same graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import accounts
import balancers
import edges_live
import pytest
from accounts import Case
from cloud import KEYS, Cloud, Server

from icplint.alibaba.client import AlibabaClient
from icplint.alibaba.keys import Keys
from icplint.alibaba.listing import READING, AlibabaListing
from icplint.alibaba.vendor import ALIBABA
from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.live import inventory
from icplint.live.scan import Account, Plan, scan
from icplint.model import vocabulary
from icplint.model.reading import Reading
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Node, Placement
from icplint.policy import Policy, Tables
from icplint.registry import registry

ON = date(2026, 11, 24)
KINDS = [
    kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Node) and kind is not Node
]
CASES = [
    case for module in (accounts, balancers, edges_live) for case in vars(module).values() if isinstance(case, Case)
]
LISTINGS = registry().listings
LOOKED_UP = {"alicloud_ga_basic_ip_set", "alicloud_oss_bucket_transfer_acceleration"}
"""Kinds without a row of their own: another row looks them up."""


def live(case: Case, url: str) -> Reading:
    """Scan an account on loopback."""
    key = next(iter(KEYS))
    client = AlibabaClient(lambda: Keys(key, KEYS[key], None), {"default": url})
    wanted = {"alidns", *case.products.split(",")}
    listings = [one for one in LISTINGS if one.product in wanted and not one.on_demand]
    replies = list(
        scan([Account(name="", ask=client)], Plan(vendor=ALIBABA, listings=listings, regions=["cn-hangzhou"]))
    )
    reading = inventory.read(replies, listings, ALIBABA, Tables.core().regions)
    assert not any(part.fails for part in reading.unread)
    return reading


@pytest.fixture
def scanned(request: pytest.FixtureRequest) -> Iterator[Graph]:
    """The graph of an account."""
    case: Case = request.param
    cloud = Cloud(quiet=True)
    for action, body in case.answers.items():
        cloud.handlers[action] = lambda _parameters, body=body: body
    server = Server(cloud)
    yield build(live(case, server.url), registry().table, Policy(ON), {})
    server.close()


def configured(case: Case, directory: Path) -> Graph:
    """Return the graph of the same things in Terraform."""
    (directory / "main.tf").write_text(case.terraform, encoding="utf-8")
    known = registry()
    reading = read_inputs(Request(paths=["."], base=directory, sources=lambda: known.sources))
    assert (reading.problems, reading.unread) == ([], [])
    return build(reading, known.table, Policy(ON), {})


def known(node: Node) -> dict[str, Any]:
    """Return the fields of a node that are known, without where they were seen."""
    found = {}
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Placement):
            value = value.region
        if field.name not in {"kind", "key", "origin", "scope_origin", "root"} and not isinstance(value, Unknown):
            found[field.name] = value
    return found


@pytest.mark.parametrize(
    ("scanned", "case"), [(case, case) for case in CASES], indirect=["scanned"], ids=[case.name for case in CASES]
)
def test_an_account_has_the_graph_of_its_terraform(scanned: Graph, case: Case, tmp_path: Path) -> None:
    source = configured(case, tmp_path)
    renamed = {tuple(case.keys.get(word, word) for word in shape) for shape in source.shape()}
    assert scanned.shape() == renamed
    assert {shape for shape in renamed if len(shape) > 3}
    there = {(n.kind, n.key): known(n) for kind in KINDS for n in scanned.all(kind)}
    here = {(n.kind, case.keys.get(n.key, n.key)): known(n) for kind in KINDS for n in source.all(kind)}
    two = {
        (key, name): (there[key][name], value)
        for key, given in here.items()
        for name, value in given.items()
        if there[key].get(name, value) != value
    }
    assert {key: pair for key, pair in two.items() if pair[1] is not None} == {}


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_every_action_only_reads_and_yields_what_the_table_has(listing: AlibabaListing) -> None:
    assert READING.match(listing.action)
    assert listing.permission.rpartition(":")[2] == listing.action
    kinds = {one.kind for one in listing.yields} - LOOKED_UP
    assert kinds <= set(registry().table)
    assert not listing.parent or listing.parent in {one.name for one in LISTINGS}


def test_no_two_lists_have_the_same_name() -> None:
    names = [listing.name for listing in LISTINGS]
    assert len(set(names)) == len(names)


def test_every_product_with_a_list_has_an_endpoint() -> None:
    from icplint.alibaba.endpoints import ENDPOINTS

    assert {listing.product for listing in LISTINGS} <= set(ENDPOINTS)


def test_every_product_is_tested() -> None:
    tested = {product for case in CASES for product in case.products.split(",")}
    assert {listing.product for listing in LISTINGS} - tested == {"alidns", "cdn", "companyreg", "domain"} - tested


def test_a_zone_whose_name_servers_are_elsewhere_is_not_asked_about() -> None:
    cloud = Cloud(quiet=True)
    zones = [
        {"DomainName": "here.cn", "DnsServers": {"DnsServer": ["vip1.alidns.com"]}},
        {"DomainName": "own.cn", "DnsServers": {"DnsServer": ["ns1.own.cn"]}},
        {"DomainName": "elsewhere.cn", "DnsServers": {"DnsServer": ["ns1.dnspod.net"]}},
    ]
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: zones)
    server = Server(cloud)
    reading = live(accounts.ECS, server.url)
    server.close()
    asked = [call["DomainName"] for call in cloud.log if call["Action"] == "DescribeDomainRecords"]
    assert sorted(asked) == ["here.cn", "own.cn"]
    assert {word for word in reading.complete if word.startswith("zone:")} == {"zone:here.cn", "zone:own.cn"}
    told = [(part.what, part.why.say("en"), part.fails) for part in reading.unread]
    assert told == [
        (
            "zone:elsewhere.cn",
            "its name servers are those of others, so nobody asks for the records that stand in it",
            False,
        )
    ]
