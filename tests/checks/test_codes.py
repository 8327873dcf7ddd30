"""ICP302 and ICP303: a shortage of service codes is proved, and doubt stays doubt."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icplint.graph.graph import Graph
from icplint.model.origin import Origin
from icplint.model.vocabulary import LoadBalancer, Placement
from icplint.policy import Policy
from icplint.questions.codes import issuers
from icplint.questions.network import over_asked

Ask = Callable[..., dict[str, Any]]

HANGZHOU = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
TLDS = ("cn", "com", "net", "org", "com.cn", "net.cn", "org.cn", "gov.cn")


def instance(name: str, months: str = "12", charge: str = "PrePaid") -> str:
    return (
        f'resource "alicloud_instance" "{name}" {{\n  instance_charge_type = "{charge}"\n  period = {months}\n'
        "  internet_max_bandwidth_out = 5\n}\n"
    )


def site(domain: str, *servers: str, more: str = "") -> str:
    """Return a website on servers, each by a record of its own."""
    return "".join(
        f'resource "alicloud_alidns_record" "{domain.translate(str.maketrans(".", "_"))}_{server}" {{\n'
        f'  domain_name = "{domain}"\n  rr = "www"\n  type = "A"\n  value = alicloud_instance.{server}.public_ip\n{more}}}\n'
        for server in servers
    )


def used(server: str, count: int) -> str:
    rows = (f'[[service_code]]\ninstance = "{server}"\ndomain = "used{n}.cn"\n' for n in range(count))
    return "".join(rows)


def outcomes(ask: Ask, terraform: str, register: str, code: str = "ICP302", on: str = "2026-11-24") -> dict[str, str]:
    findings = ask({"main.tf": terraform, "filings.toml": register}, code, on=on)["findings"]
    return {f["subject"]["key"].removeprefix("alicloud_instance."): f["outcome"] for f in findings}


@pytest.mark.parametrize(
    ("used_up", "sites", "outcome"), [(0, 5, "compliant"), (0, 6, "violation"), (3, 3, "violation")]
)
def test_an_instance_issues_five_codes(used_up: int, sites: int, outcome: str, ask: Ask) -> None:
    terraform = HANGZHOU + instance("a") + "".join(site(f"example.{tld}", "a") for tld in TLDS[:sites])
    assert outcomes(ask, terraform, used("alicloud_instance.a", used_up)) == {"a": outcome}


def test_an_instance_that_issues_no_codes_is_short_of_none(ask: Ask) -> None:
    terraform = HANGZHOU + instance("a", charge="PostPaid") + "".join(site(f"example.{tld}", "a") for tld in TLDS[:6])
    assert outcomes(ask, terraform, "") == {"a": "compliant"}


def test_names_of_one_domain_are_one_website(ask: Ask) -> None:
    names = (site("example.cn", "a").replace('"www"', f'"w{n}"').replace("_cn_a", f"_cn_a{n}") for n in range(9))
    assert outcomes(ask, HANGZHOU + instance("a") + "".join(names), used("alicloud_instance.a", 4)) == {
        "a": "compliant"
    }


def test_a_filed_website_and_one_with_a_code_need_no_other(ask: Ask) -> None:
    terraform = HANGZHOU + instance("a") + "".join(site(f"example.{tld}", "a") for tld in TLDS[:6])
    filed = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\naccess_providers = ["{}"]\n'
    assert outcomes(ask, terraform, filed.format("alibaba")) == {"a": "compliant"}
    assert outcomes(ask, terraform, filed.format("tencent")) == {"a": "violation"}
    row = '[[service_code]]\ninstance = "alicloud_instance.other"\ndomain = "example.cn"\n'
    assert outcomes(ask, terraform, row) == {"a": "compliant"}


# Several instances: each has one code left


ONE_LEFT = used("alicloud_instance.a", 4) + used("alicloud_instance.b", 4).replace("used", "gone")
THREE_LEFT = ONE_LEFT + used("alicloud_instance.c", 4).replace("used", "lost")
PAIR = HANGZHOU + instance("a") + instance("b")


def test_websites_are_matched_to_the_codes_of_all_instances(ask: Ask) -> None:
    shared = site("example.cn", "a", "b") + site("example.com", "a")
    assert outcomes(ask, PAIR + shared, ONE_LEFT) == {"a": "compliant", "b": "compliant"}
    third = shared + site("example.net", "b")
    assert outcomes(ask, PAIR + third, ONE_LEFT) == {"a": "violation", "b": "violation"}


def test_only_the_instances_that_run_out_are_reported(ask: Ask) -> None:
    sites = (
        site("example.cn", "a") + site("example.com", "a") + site("example.net", "a", "b") + site("example.org", "c")
    )
    terraform = PAIR + instance("c") + sites
    assert outcomes(ask, terraform, THREE_LEFT) == {"a": "violation", "b": "compliant", "c": "compliant"}


def test_the_argument_names_the_websites_and_the_instances(ask: Ask) -> None:
    third = site("example.cn", "a", "b") + site("example.com", "a") + site("example.net", "b")
    (first, _) = ask({"main.tf": PAIR + third, "filings.toml": ONE_LEFT}, "ICP302")["findings"]
    said = first["evidence"][-1]["message"]
    assert said.startswith("3 websites need a code of ")
    assert "which have 2 left in all: example.cn, example.com, example.net" in said


@pytest.mark.parametrize(
    ("months", "outcome"), [("12", "compliant"), ("1", "violation"), ("var.months", "cannot-tell")]
)
def test_an_instance_that_may_be_eligible_makes_doubt(months: str, outcome: str, ask: Ask) -> None:
    terraform = 'variable "months" {\n  type = number\n}\n' + HANGZHOU + instance("a") + instance("b", months)
    sites = site("example.cn", "a", "b") + site("example.com", "a")
    assert outcomes(ask, terraform + sites, ONE_LEFT)["a"] == outcome


@pytest.mark.parametrize(
    ("status", "outcome"), [('"ENABLE"', "violation"), ('"DISABLE"', "compliant"), ("var.s", "cannot-tell")]
)
def test_a_website_that_may_need_a_code_makes_doubt(status: str, outcome: str, ask: Ask) -> None:
    terraform = 'variable "s" {\n  type = string\n}\n' + HANGZHOU + instance("a")
    sites = site("example.cn", "a") + site("example.com", "a", more=f"  status = {status}\n")
    assert outcomes(ask, terraform + sites, ONE_LEFT) == {"a": outcome}


def test_a_website_on_no_instance_takes_a_code_of_any(ask: Ask) -> None:
    balancer = 'resource "alicloud_slb_load_balancer" "web" {\n  address_type = "internet"\n}\n'
    behind = site("example.cn", "x").replace("alicloud_instance.x.public_ip", "alicloud_slb_load_balancer.web.address")
    one = HANGZHOU + instance("a") + balancer + behind
    assert outcomes(ask, one, ONE_LEFT) == {"a": "compliant"}
    assert outcomes(ask, one + site("example.com", "a"), ONE_LEFT) == {"a": "violation"}
    assert outcomes(ask, one + site("example.com", "a") + instance("b"), ONE_LEFT) == {
        "a": "compliant",
        "b": "compliant",
    }


# Whose codes the register counts


def _state(identifier: str) -> str:
    values = {
        "id": identifier,
        "availability_zone": "cn-hangzhou-h",
        "instance_charge_type": "PrePaid",
        "internet_max_bandwidth_out": 5,
        "public_ip": "203.0.113.10",
        "create_time": "2026-01-10T08:00Z",
        "expired_time": "2027-01-10T16:00Z",
    }
    www = {"domain_name": "example.cn", "rr": "www", "type": "A", "value": "203.0.113.10", "status": "ENABLE"}
    resources = [
        {
            "address": f"{kind}.a",
            "type": kind,
            "name": "a",
            "mode": "managed",
            "provider_name": "registry.terraform.io/aliyun/alicloud",
            "schema_version": 0,
            "values": attributes,
        }
        for kind, attributes in (("alicloud_instance", values), ("alicloud_alidns_record", www))
    ]
    return json.dumps({"format_version": "1.0", "values": {"root_module": {"resources": resources}}})


@pytest.mark.parametrize(
    ("register", "outcome"),
    [
        (used("i-bp1example", 5), "violation"),
        (used("alicloud_instance.a", 5), "violation"),
        (used("i-bp1example", 2) + used("alicloud_instance.a", 3).replace("used", "gone"), "violation"),
        (used("i-bp2other", 5), "compliant"),
    ],
)
def test_a_state_tells_whose_codes_were_used(register: str, outcome: str, ask: Ask) -> None:
    (finding,) = ask({"state.json": _state("i-bp1example"), "filings.toml": register}, "ICP302")["findings"]
    assert finding["outcome"] == outcome


def test_from_source_an_id_may_be_that_of_any_instance(ask: Ask) -> None:
    terraform = HANGZHOU + instance("a") + site("example.cn", "a")
    assert outcomes(ask, terraform, used("i-bp1example", 4)) == {"a": "compliant"}
    assert outcomes(ask, terraform, used("i-bp1example", 5)) == {"a": "cannot-tell"}
    assert outcomes(ask, terraform, used("alicloud_instance.gone", 5)) == {"a": "compliant"}


# ICP303


BALANCED = (
    'resource "alicloud_slb_load_balancer" "web" {\n  address_type = "internet"\n}\n'
    'resource "alicloud_alidns_record" "www" {\n  domain_name = "example.cn"\n  rr = "www"\n  type = "A"\n'
    "  value = alicloud_slb_load_balancer.web.address\n}\n"
)


@pytest.mark.parametrize(
    ("more", "register", "outcome"),
    [
        ("", "", "violation"),
        (instance("a"), "", "compliant"),
        (instance("a", charge="PostPaid"), "", "violation"),
        (instance("a"), used("alicloud_instance.a", 5), "violation"),
        (instance("a"), used("i-bp1example", 5), "cannot-tell"),
        (instance("a", "2"), "", "violation"),
    ],
)
def test_a_balanced_name_needs_some_instance_with_a_code_left(more: str, register: str, outcome: str, ask: Ask) -> None:
    assert outcomes(ask, HANGZHOU + BALANCED + more, register, "ICP303") == {"www.example.cn": outcome}


def test_what_stands_on_an_instance_is_not_asked_for_another(ask: Ask) -> None:
    terraform = HANGZHOU + instance("a", charge="PostPaid") + site("example.cn", "a")
    assert outcomes(ask, terraform, "", "ICP303") == {"www.example.cn": "compliant"}


@pytest.mark.parametrize(("on", "outcome"), [("2018-06-15", "violation"), ("2019-09-03", "compliant")])
def test_the_term_is_counted_as_on_that_day(on: str, outcome: str, ask: Ask) -> None:
    state = json.loads(_state("i-bp1example"))
    server, record = (one["values"] for one in state["values"]["root_module"]["resources"])
    year, month = int(on[:4]), int(on[5:7])
    server |= {"create_time": f"{year - 1}-08-10T08:00Z", "expired_time": f"{year}-{month + 2:02}-10T16:00Z"}
    record |= {"type": "CNAME", "value": "alb-x.cn-hangzhou.alb.aliyuncs.com"}
    (finding,) = ask({"state.json": json.dumps(state), "filings.toml": ""}, "ICP303", on=on)["findings"]
    assert finding["outcome"] == outcome


@pytest.mark.parametrize(("on", "able"), [("2018-06-15", []), ("2019-06-01", [None]), ("2026-06-26", [])])
def test_a_nat_gateway_issued_codes_on_some_days(on: str, able: list[bool | None]) -> None:
    graph = Graph(Policy(date.fromisoformat(on)))
    placement = Placement(provider="alibaba", region="cn-hangzhou")
    graph.add(LoadBalancer(key="nat", origin=Origin(), product="nat", placement=placement, public=True))
    assert [issuer.able.value for issuer in issuers(graph).values()] == able


@pytest.mark.parametrize("on", ["2018-06-15", "2019-06-01", "2026-11-24"])
def test_a_function_never_issued_codes(on: str, ask: Ask) -> None:
    function = BALANCED.replace("alicloud_slb_load_balancer.web.address", '"x.cn-hangzhou.fcapp.run"').replace(
        '"A"', '"CNAME"'
    )
    assert outcomes(ask, HANGZHOU + function, "", "ICP303", on=on) == {"www.example.cn": "violation"}


# The flow, against every way to hand the codes out


@given(
    st.dictionaries(st.integers(0, 4), st.sets(st.integers(10, 13), min_size=1), max_size=5),
    st.dictionaries(st.integers(10, 13), st.integers(0, 2), min_size=4, max_size=4),
)
def test_a_giver_is_short_where_giving_one_more_would_help(asks: dict[int, set[int]], left: dict[int, int]) -> None:
    found = {
        g for _, givers in over_asked({w: (1, sorted(givers)) for w, givers in asks.items()}, left) for g in givers
    }
    best = served(asks, left)
    assert found == {g for g in left if served(asks, {**left, g: left[g] + 1}) > best}


def served(asks: dict[int, set[int]], left: dict[int, int]) -> int:
    """Return how many can get a code, trying every way."""
    ways = product(*([*sorted(givers), None] for givers in asks.values()))
    fits = (way for way in ways if all(way.count(g) <= left[g] for g in left))
    return max(sum(g is not None for g in way) for way in fits)
