"""Whether the zones of a configuration are asked at all: by what public DNS says of their name servers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from loopback import Resolver

MAINLAND, OUTSIDE = "203.0.113.7", "198.51.100.7"
Open = Callable[..., Resolver]
Ask = Callable[..., Any]


def alidns(value: str, kind: str = "A", rr: str = "www") -> str:
    return (
        f'resource "alicloud_alidns_record" "{rr}" {{\n  domain_name = "example.cn"\n  rr = "{rr}"\n'
        f'  type = "{kind}"\n  value = "{value}"\n}}\n'
    )


HERE = {"NS": ["dns1.hichina.com", "dns2.hichina.com"]}
AWAY = {"NS": ["ns1.example.net", "ns2.example.net"]}


def test_a_zone_that_is_delegated_here_is_asked(ask: Ask, resolver: Open) -> None:
    one = resolver({"example.cn": HERE})
    assert ask(alidns(MAINLAND), one).of("ICP101") == {"www.example.cn": "violation"}
    assert set(one.asked) == {("example.cn", "NS")}


@pytest.mark.parametrize(
    ("table", "outcome", "why"),
    [
        ({"example.cn": AWAY, "www.example.cn": {"A": [OUTSIDE]}}, "cannot-tell", "the name servers of example.cn are ns1.example.net, ns2.example.net, so nobody asks this zone"),
        ({"example.cn": AWAY, "www.example.cn": {"A": [MAINLAND]}}, "violation", None),
        ({}, "cannot-tell", "example.cn is not delegated at all (NXDOMAIN), so nobody asks this zone"),
        ({"example.cn": {"NS": ["ns1.example.cn"]}, "www.example.cn": {"A": [OUTSIDE]}}, "cannot-tell", "the name servers of example.cn are ns1.example.cn, names of its own: whose they are is not known"),
        ({"example.cn": "SERVFAIL"}, "violation", None),
    ],
)  # fmt: skip
def test_a_zone_that_is_delegated_elsewhere(
    table: dict[str, Any], outcome: str, why: str | None, ask: Ask, resolver: Open
) -> None:
    one = resolver(table)
    said = ask(alidns(MAINLAND), one)
    assert said.of("ICP101") == {"www.example.cn": outcome}
    if why:
        assert f"{why} (asked of {one.at})" in said.why("ICP101", "www.example.cn")


def test_resolvers_that_differ_on_a_delegation(ask: Ask, resolver: Open) -> None:
    here, away = resolver({"example.cn": HERE}), resolver({"example.cn": AWAY})
    assert ask(alidns(MAINLAND), here, away).of("ICP101") == {"www.example.cn": "violation"}
