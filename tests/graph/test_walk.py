"""How far ways are followed: each to its end, or to a doubt that says why not."""

from __future__ import annotations

import pytest

from icplint.graph.graph import Graph
from icplint.graph.limits import DEEPEST
from icplint.model.answer import FEW, LONGEST, Answer, any_of, no
from icplint.model.text import plain
from icplint.model.vocabulary import Domain
from icplint.questions.hosting import reaches_alibaba
from icplint.testing.graphs import graph

HOST = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\nresource "alicloud_eip_address" "web" {}\n'


def record(number: int, name: str, value: str) -> str:
    kind = "A" if value.endswith("_address") else "CNAME"
    return (
        f'resource "alicloud_alidns_record" "r{number}" {{\n'
        f'domain_name = "example.cn"\nrr = "{name}"\ntype = "{kind}"\nvalue = {value}\n}}\n'
    )


def chain(names: int) -> Graph:
    hops = [record(i, f"n{i}", f'"n{i + 1}.example.cn"') for i in range(names - 1)]
    return graph(HOST + "".join(hops) + record(names, f"n{names - 1}", "alicloud_eip_address.web.ip_address"))


def reached(of: Graph, name: str) -> Answer:
    domain = next(one for one in of.all(Domain) if one.key == name)
    return reaches_alibaba(of, domain)


@pytest.mark.parametrize("names", [2, 30, 60, 3_000])
def test_a_chain_is_followed_to_its_end(names: int) -> None:
    answer = reached(chain(names), "n0.example.cn")
    said = [one.say("en") for one in answer.evidence]
    assert answer.value is True
    assert said[0] == "n0.example.cn has a CNAME record with n1.example.cn"
    assert said[-1].startswith("the address alicloud_eip_address.web is in cn-hangzhou")
    assert len(said) <= LONGEST
    hidden = [sentence for sentence in said if "more steps lie between" in sentence]
    told = sum(int(sentence.split()[0]) for sentence in hidden) + len(said) - len(hidden)
    assert told == names + 1  # each record, and where the address is


@pytest.mark.parametrize(("names", "value"), [(3, False), (DEEPEST, None), (3_000, None)])
def test_a_ring_is_left_where_it_closes_or_in_doubt(names: int, value: bool | None) -> None:
    ring = [record(i, f"n{i}", f'"n{(i + 1) % names}.example.cn"') for i in range(names)]
    assert reached(graph(HOST + "".join(ring)), "n0.example.cn").value is value


def test_an_answer_does_not_hang_on_who_asked_before() -> None:
    """What was met on the way round is not kept for those who come from elsewhere."""
    ring = [("a", '"b.example.cn"'), ("b", '"c.example.cn"'), ("c", '"a.example.cn"')]
    text = HOST + "".join(record(n, name, value) for n, (name, value) in enumerate(ring))
    names = [f"{name}.example.cn" for name, _ in ring]
    of = graph(text + record(9, "b", "alicloud_eip_address.web.ip_address"))
    forth = [reached(of, name) for name in names]
    of = graph(text + record(9, "b", "alicloud_eip_address.web.ip_address"))
    back = [reached(of, name) for name in reversed(names)][::-1]
    assert forth == back
    assert [answer.value for answer in forth] == [True, True, True]


def test_ways_that_part_and_meet_are_counted_once() -> None:
    """Thirty thousand ways lead through fifteen forks."""
    forks = [edge for i in range(15) for x in "ab" for edge in ((f"n{i}", f"{x}{i}"), (f"{x}{i}", f"n{i + 1}"))]
    text = "".join(record(n, name, f'"{end}.example.cn"') for n, (name, end) in enumerate(forks))
    of = graph(HOST + text + record(99, "n15", "alicloud_eip_address.web.ip_address"))
    assert reached(of, "n0.example.cn").value is True


def test_of_many_reasons_the_first_are_told() -> None:
    answer = any_of([no(plain(f"reason {n}")) for n in range(1_000)], Answer(True))
    said = [one.say("en") for one in answer.evidence]
    assert answer.value is False
    assert said == [*(f"reason {n}" for n in range(FEW)), f"and {1_000 - FEW} more like these, not shown"]
    assert any_of([answer, answer], Answer(True)).evidence == answer.evidence


def test_a_ring_is_left_where_it_leads_out() -> None:
    """However many names it has, the argument does not go round: what leads out of it is the place to look at."""
    for names in (3, 5, 9):
        ring = [record(i, f"n{i}", f'"n{(i + 1) % names}.example.cn"') for i in range(names)]
        of = graph(HOST + "".join(ring) + record(99, "n0", "alicloud_eip_address.web.ip_address"))
        answer = reached(of, "n0.example.cn")
        assert answer.value is True
        assert answer.evidence[0].say("en") == "n0.example.cn has an A record with alicloud_eip_address.web.ip_address"
        assert len(answer.evidence) == 2


def test_one_ring_leaves_visits_for_what_follows() -> None:
    """Six names of which each leads to each other, and one out of it."""
    pairs = [(a, b) for a in range(6) for b in range(6) if a != b]
    ring = [record(n, f"n{a}", f'"n{b}.example.cn"') for n, (a, b) in enumerate(pairs)]
    of = graph(HOST + "".join(ring) + record(99, "n5", "alicloud_eip_address.web.ip_address"))
    assert {reached(of, f"n{n}.example.cn").value for n in range(6)} == {True}
