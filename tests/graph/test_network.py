"""The graph as files that other tools read, and as a tree."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

Icplint = Callable[..., Any]
SHOP = Path(__file__).parents[2] / "examples/shop-behind-cdn"


def test_the_json_is_networkx_own_and_holds_the_way(icplint: Icplint) -> None:
    run = icplint("graph", SHOP, "--format", "json", "--to", "www.example.com")
    network = nx.node_link_graph(json.loads(run.out), edges="edges")
    assert run.code == 0
    kinds = [data["kind"] for _, data in network.nodes(data=True)]
    assert sorted(set(kinds)) == ["Domain", "LoadBalancer", "Proxy", "Record", "Server"]
    servers = [name for name, data in network.nodes(data=True) if data["kind"] == "Server"]
    assert all(nx.has_path(network, "Domain www.example.com", server) for server in servers)
    assert all(data["certain"] for *_, data in network.edges(data=True))


def test_graphml_is_read_back(icplint: Icplint, tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    path.write_text(icplint("graph", SHOP, "--format", "graphml").out, encoding="utf-8")
    assert nx.read_graphml(path).nodes["Proxy www.example.com"]["scope"] == "domestic"


def test_dot_quotes_what_needs_it(icplint: Icplint) -> None:
    out = icplint("graph", SHOP, "--format", "dot").out
    assert out.startswith("digraph icplint {\n")
    assert '"Proxy www.example.com" -> "Domain origin.example.com" [label="fronts"];' in out
    assert 'module.cdn[\\"www\\"]' in out


def test_the_tree_reads_from_the_name_to_the_servers(icplint: Icplint) -> None:
    lines = icplint("graph", SHOP, "--to", "origin.example.com").out.splitlines()
    assert lines[0] == "origin.example.com"
    assert lines[1].startswith("└─ origin.example.com has an A record with alicloud_slb_load_balancer.shop.address")
    balancer = "the load balancer alicloud_slb_load_balancer.shop"
    assert [line[3 : line.index(balancer)] for line in lines if balancer in line] == ["├─ ", "├─ ", "├─ ", "└─ "]
    forwards = [line.split("forwards to the ECS instance ")[1].split()[0] for line in lines if "forwards" in line]
    assert forwards == ["alicloud_instance.shop[0]", "alicloud_instance.shop[1]"]
    placed = [line for line in lines if "is in cn-shanghai, mainland China" in line]
    assert [line[:9] for line in placed] == ["   ├─ the", "   │  └─ ", "      └─ "], "each stands under what it is of"


def test_a_way_that_is_met_twice_is_drawn_once(icplint: Icplint) -> None:
    lines = icplint("graph", SHOP, "--to", "www.example.com", "--lang", "zh").out.splitlines()
    assert lines[1].startswith("├─ www.example.com 有一条 CNAME 记录，")
    assert lines[-1].startswith('└─ module.cdn["www"].alicloud_cdn_domain_new.this 将 www.example.com 接入 CDN')
    assert "（后续路径见上文）" in lines[-1]
    assert len([line for line in lines if "origin.example.com 有一条 A 记录" in line]) == 1


def test_the_tree_follows_wildcards_as_the_checks_do(icplint: Icplint, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        """resource "alicloud_cdn_domain_new" "all" {
  domain_name = "*.example.cn"
}
resource "alicloud_alidns_record" "www" {
  domain_name = "example.com"
  rr          = "www"
  type        = "CNAME"
  value       = "a.example.cn"
}
""",
        encoding="utf-8",
    )
    out = icplint("graph", tmp_path, "--to", "www.example.com").out
    assert "the CDN answers *.example.cn from the mainland" in out


def test_a_tree_says_what_is_doubtful_and_what_was_not_read(icplint: Icplint, tmp_path: Path) -> None:
    assert icplint("graph", SHOP.parent / "unknown-until-apply").out.count("─ ? ") == 4
    (tmp_path / "main.tf").write_text('module "m" {\n  source = "some/module/alicloud"\n}\n', encoding="utf-8")
    for command in ("graph", "eligibility"):
        done = icplint(command, tmp_path)
        assert done.code == 0
        assert done.err.startswith("not read: ")
        assert "module.m: " in done.err
    assert icplint("graph", tmp_path).out.startswith("nothing that was read names")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_that_is_not_there_is_said(icplint: Icplint, form: str) -> None:
    run = icplint("graph", SHOP, "--to", "nowhere.example.com", "--format", form, "--lang", "zh")
    assert run.code == 2
    assert (run.out, run.err) == ("", "错误：已读取的域名中没有 nowhere.example.com\n")
    close = icplint("graph", SHOP, "--to", "orgin.example.com", "--format", form)
    assert close.err.endswith("; did you mean origin.example.com?\n")


def test_two_products_before_one_name_are_two_nodes(icplint: Icplint, tmp_path: Path) -> None:
    named = 'domain{0} = "www.example.cn"\n'
    (tmp_path / "main.tf").write_text(
        f'resource "alicloud_cdn_domain_new" "www" {{\n  {named.format("_name")}  scope = "overseas"\n}}\n'
        f'resource "alicloud_wafv3_domain" "www" {{\n  {named.format("")}}}\n',
        encoding="utf-8",
    )
    network = nx.node_link_graph(json.loads(icplint("graph", tmp_path, "--format", "json").out), edges="edges")
    products = {name: data["product"] for name, data in network.nodes(data=True) if data["kind"] == "Proxy"}
    assert products == {"Proxy www.example.cn (cdn)": "cdn", "Proxy www.example.cn (waf)": "waf"}
    assert set(network.successors("Domain www.example.cn")) == set(products)
