"""Alibaba Cloud DNS: lines, switched-off records, wildcards, forwarding, delegation, traffic managers, private zones.

`data/alidns/` holds a configuration, and what Terraform made of it: a plan and two forms of its state.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking import ALIBABA, HONGKONG, WEB, Judge

from icplint.testing import filed

DATA = Path(__file__).with_name("data") / "alidns"
EXPECTED = {
    "www.example.cn": "violation",  # on the line oversea: a line chooses the visitor, not the server
    "off.example.cn": "compliant",
    "hk.example.cn": "compliant",
    "*.hk.example.cn": "violation",
    "*.example.cn": "compliant",
    "go.example.cn": "violation",  # forwarded, from the mainland, to a name in Hong Kong
    "alias.example.cn": "violation",  # answered by *.hk.example.cn, not by *.example.cn
    "beside.example.cn": "compliant",  # answered by *.example.cn
    "dev.example.cn": "cannot-tell",  # delegated
    "below.example.cn": "cannot-tell",  # leads below a delegation, where no wildcard from above reaches
    "www.zone.example.cn": "violation",  # delegated to a zone whose records were read
    "old.example.cn": "violation",
    "gtm.example.cn": "violation",
    "access.example.cn": "violation",
    "cloud.example.cn": "cannot-tell",
    "off.cloud.example.cn": "compliant",
}


@pytest.mark.parametrize("name", ["main.tf", "plan.json", "state.json", "terraform.tfstate"])
def test_source_plan_and_state_say_the_same(name: str, tmp_path: Path, icplint: Callable[..., Any]) -> None:
    for file in {name, "main.tf"} if name == "plan.json" else {name}:  # a plan hides what is made of an address
        shutil.copy(DATA / file, tmp_path)
    (tmp_path / "filings.toml").write_text("", encoding="utf-8")
    path = tmp_path if name == "main.tf" else tmp_path / name
    options = ("--filings", tmp_path / "filings.toml", "--select", "ICP101", "--all", "--isolated", "--format", "json")
    report = json.loads(icplint("check", path, *options).out)
    assert {f["subject"]["key"]: f["outcome"] for f in report["findings"]} == EXPECTED


def record(rr: str, value: str, kind: str = "A", more: str = "") -> str:
    """Return a record, named after its type and name."""
    label = f"{kind}_{rr}".translate(str.maketrans(".*@", "_sa"))
    return (
        f'resource "alicloud_alidns_record" "{label}" {{\n  domain_name = "example.cn"\n  rr = "{rr}"\n'
        f'  type = "{kind}"\n  value = {value}\n{more}}}\n'
    )


# URL forwarding


def test_a_forwarded_name_is_not_served_by_its_target_which_has_a_way_of_its_own(judge: Judge) -> None:
    site = ALIBABA + record("go", '"https://shop.example.cn:8443/a?b#c"', "REDIRECT_URL") + record("shop", HONGKONG)
    found = judge(site, filed("tencent"))
    assert found.of("ICP201") == {"go.example.cn": "violation", "shop.example.cn": "compliant"}
    assert judge(site).of("ICP101") == {"go.example.cn": "violation", "shop.example.cn": "compliant"}


def test_the_way_of_a_forwarded_name_shows_its_target(tmp_path: Path, icplint: Callable[..., Any]) -> None:
    site = ALIBABA + record("go", '"http://shop.example.cn/"', "FORWORD_URL") + record("shop", HONGKONG)
    (tmp_path / "main.tf").write_text(site, encoding="utf-8")
    shown = icplint("graph", tmp_path, "--to", "go.example.cn").out
    assert "FORWORD_URL record with http://shop.example.cn/" in shown
    assert "shop.example.cn has an A record with alicloud_eip_address.hk.ip_address" in shown


# Delegation

DELEGATED = record("dev", '"ns1.example.net"', "NS")


def test_the_top_of_a_zone_delegates_nothing(judge: Judge) -> None:
    site = ALIBABA + record("@", '"ns1.example.net"', "NS") + record("@", WEB) + record("*", WEB)
    assert judge(site).of("ICP101") == {"example.cn": "violation", "*.example.cn": "violation"}


def test_what_lies_below_a_delegation_is_doubt_and_says_why(judge: Judge) -> None:
    found = judge(ALIBABA + DELEGATED)
    assert found.of("ICP101") == {"dev.example.cn": "cannot-tell"}
    assert any("delegated to other name servers" in text for text in found.why("ICP101", "dev.example.cn"))


def test_a_delegation_whose_zone_was_read_is_none_to_doubt(judge: Judge) -> None:
    child = record("www", HONGKONG).replace('"example.cn"', '"dev.example.cn"')
    assert judge(ALIBABA + DELEGATED + child).of("ICP101") == {"www.dev.example.cn": "compliant"}


def test_a_delegation_that_is_switched_off_is_none(judge: Judge) -> None:
    off = record("dev", '"ns1.example.net"', "NS", '  status = "DISABLE"\n')
    assert judge(ALIBABA + off).of("ICP101") == {}
    site = ALIBABA + off + record("*", WEB) + record("a", '"x.dev.example.cn"', "CNAME")
    assert judge(site).of("ICP101") == {"*.example.cn": "violation", "a.example.cn": "violation"}


# Wildcards: RFC 4592


@pytest.mark.parametrize(
    ("beside", "target", "outcome"),
    [
        ("", "y.x", "violation"),
        (record("x", '"v=spf1 -all"', "TXT"), "x", "compliant"),
        (record("x", '"v=spf1 -all"', "TXT"), "y.x", "cannot-tell"),  # x is its closest encloser, and has no wildcard
        (record("a.x", HONGKONG), "x", "cannot-tell"),  # it exists, and has nothing
        (record("a.x", HONGKONG), "y.x", "cannot-tell"),
        (record("a.x", HONGKONG, more='  status = "DISABLE"\n'), "y.x", "violation"),
        (record("x", '"v=spf1 -all"', "TXT") + record("*.x", HONGKONG), "y.x", "compliant"),
    ],
)
def test_a_wildcard_answers_below_its_closest_encloser_only(
    beside: str, target: str, outcome: str, judge: Judge
) -> None:
    site = ALIBABA + record("*", WEB) + beside + record("c", f'"{target}.example.cn"', "CNAME")
    assert judge(site).of("ICP101")["c.example.cn"] == outcome


# Traffic managers

GTM = 'resource "alicloud_alidns_gtm_instance" "g" {\n  public_user_domain_name = "www.example.cn"\n}\n'


def pool(name: str, *addresses: tuple[str, str]) -> str:
    """Return a pool of addresses, each with its mode."""
    blocks = "".join(f"  address {{\n    address = {address}\n    mode = {mode}\n  }}\n" for address, mode in addresses)
    instance = "  instance_id = alicloud_alidns_gtm_instance.g.id\n"
    return f'resource "alicloud_alidns_address_pool" "{name}" {{\n{instance}{blocks}}}\nvariable "{name}" {{}}\n'


@pytest.mark.parametrize(
    ("pools", "outcome"),
    [
        (pool("p", (WEB, '"SMART"')), "violation"),
        (pool("p", (HONGKONG, '"SMART"')), "compliant"),
        (pool("p", (HONGKONG, '"SMART"'), (WEB, '"SMART"')), "violation"),
        (pool("p", (HONGKONG, '"SMART"')) + pool("q", (WEB, '"ONLINE"')), "violation"),
        (pool("p", (HONGKONG, '"SMART"'), (WEB, '"OFFLINE"')), "compliant"),
        (pool("p", (HONGKONG, '"SMART"'), (WEB, "var.p")), "cannot-tell"),
        (pool("p", ("var.p", '"SMART"')), "cannot-tell"),
        ("", "cannot-tell"),
    ],
)
def test_a_traffic_manager_answers_with_any_address_of_its_pools(pools: str, outcome: str, judge: Judge) -> None:
    assert judge(ALIBABA + GTM + pools).of("ICP101") == {"www.example.cn": outcome}


def test_the_way_through_a_traffic_manager_names_the_pool(judge: Judge) -> None:
    why = judge(ALIBABA + GTM + pool("p", (WEB, '"SMART"'))).why("ICP101", "www.example.cn")
    assert why[0] == (
        "alicloud_alidns_address_pool.p lets the traffic manager answer www.example.cn with "
        "alicloud_eip_address.web.ip_address"
    )


@pytest.mark.parametrize(("status", "outcome"), [('"disable"', "compliant"), ('"enable"', "cannot-tell")])
def test_of_a_cloud_traffic_manager_only_whether_it_is_on_is_known(status: str, outcome: str, judge: Judge) -> None:
    site = (
        'resource "alicloud_alidns_cloud_gtm_instance_config" "g" {\n  schedule_zone_name = "example.cn"\n'
        f'  schedule_host_name = "www"\n  schedule_rr_type = "A"\n  enable_status = {status}\n}}\n'
    )
    assert judge(ALIBABA + site).of("ICP101") == {"www.example.cn": outcome}


# Private zones


def test_a_private_zone_names_nobody(judge: Judge) -> None:
    site = (
        'resource "alicloud_pvtz_zone" "z" {\n  zone_name = "example.cn"\n}\n'
        'resource "alicloud_pvtz_zone_record" "r" {\n  zone_id = alicloud_pvtz_zone.z.id\n  rr = "www"\n'
        f'  type = "A"\n  value = {WEB}\n}}\n'
    )
    found = judge(ALIBABA + site)
    assert found.of("ICP101") == found.of("ICP201") == {}
    beside = record("a", '"www.example.cn"', "CNAME")
    assert judge(ALIBABA + site + beside).of("ICP101") == {"a.example.cn": "cannot-tell"}


def test_an_endpoint_inside_a_network_serves_no_visitor(judge: Judge) -> None:
    inside = {
        "fn": "123.cn-hangzhou-internal.fc.aliyuncs.com",
        "files": "b.oss-cn-hangzhou-internal.aliyuncs.com",
        "point": "ap-1-123.oss-cn-hangzhou-internal.oss-accesspoint.aliyuncs.com",
    }
    outside = {"ap": "ap-1-123.oss-cn-hangzhou.oss-accesspoint.aliyuncs.com"}
    found = judge("".join(record(rr, f'"{name}"', "CNAME") for rr, name in {**inside, **outside}.items()))
    assert found.of("ICP101") == {
        **{f"{rr}.example.cn": "compliant" for rr in inside},
        "ap.example.cn": "violation",
    }


def test_a_label_with_an_underscore_makes_no_host_name(judge: Judge) -> None:
    names = {"s1._domainkey": "s1.domainkey.u1.wl.sendgrid.net", "_0a1b2c.www": "_x.acm-validations.aws"}
    assert judge("".join(record(rr, f'"{name}"', "CNAME") for rr, name in names.items())).of("ICP101") == {}
