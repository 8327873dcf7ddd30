"""ICP302, against every way to hand the codes out: hosts are short where one code more would serve one website more."""

from __future__ import annotations

from itertools import product
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from icplint.model.vocabulary import Server
from icplint.questions.codes import askings, issuers
from icplint.questions.demand import FEW, Demand
from icplint.questions.matching import short_of_codes
from icplint.testing.graphs import graph

CODES: Final = 5
"""That an instance issues today."""
HANGZHOU: Final = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
INSTANCE: Final = """resource "alicloud_instance" "i{n}" {{
  instance_charge_type = "PrePaid"
  period = 12
  internet_max_bandwidth_out = 5
}}
"""
RECORD: Final = """resource "alicloud_alidns_record" "w{w}i{n}" {{
  domain_name = "website{w}.cn"
  rr = "www"
  type = "A"
  value = {value}
}}
"""


def configuration(asks: list[set[int]], hosts: int) -> str:
    """Return websites that ask these instances, each by a record of its own."""
    records = (
        RECORD.format(w=w, n=n, value=f"alicloud_instance.i{n}.public_ip")
        for w, asked in enumerate(asks)
        for n in asked
    )
    return HANGZHOU + "".join(INSTANCE.format(n=n) for n in range(hosts)) + "".join(records)


def register(left: list[int]) -> str:
    """Return a register by which the instances have so many codes left."""
    rows = ((host, number) for host, codes in enumerate(left) for number in range(CODES - codes))
    return "".join(
        f'[[service_code]]\ninstance = "alicloud_instance.i{host}"\ndomain = "used{host}x{number}.cn"\n'
        for host, number in rows
    )


def served(asks: list[set[int]], left: list[int]) -> int:
    """Return how many websites can get a code, trying every way."""
    ways = product(*([*asked, None] for asked in asks))
    fits = (way for way in ways if all(way.count(host) <= codes for host, codes in enumerate(left)))
    return max(sum(host is not None for host in way) for way in fits)


@settings(max_examples=40)
@given(
    st.lists(st.sets(st.integers(0, 2), min_size=1), min_size=1, max_size=6),
    st.lists(st.integers(0, 2), min_size=3, max_size=3),
)
def test_hosts_are_short_where_one_more_code_would_help(asks: list[set[int]], left: list[int]) -> None:
    of = graph(configuration(asks, 3), register(left))
    best = served(asks, left)
    for host, server in enumerate(of.all(Server)):
        more = [codes + (place == host) for place, codes in enumerate(left)]
        assert short_of_codes(of, server.identity).value is (served(asks, more) > best)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sets(st.integers(0, 2)), st.booleans()), min_size=1, max_size=12))
def test_each_host_is_asked_by_the_websites_that_may_lead_there(asks: list[tuple[set[int], bool]]) -> None:
    """A website of which a name leads into the unknown may ask every instance."""
    source = 'variable "ip" {}\n' + configuration([asked for asked, _ in asks], 3)
    source += "".join(RECORD.format(w=w, n="x", value="var.ip") for w, (_, anywhere) in enumerate(asks) if anywhere)
    of = graph(source)
    for host, server in enumerate(of.all(Server)):
        expected = {f"website{w}.cn" for w, (asked, anywhere) in enumerate(asks) if anywhere or host in asked}
        if server.identity in of.once(issuers):
            sites, count = of.once(Demand).asking(server.identity)
            assert count == len(expected)
            in_order = [one.website for one in of.once(askings) if one.website in expected]
            assert [site.website for site in sites] == in_order[:FEW]
