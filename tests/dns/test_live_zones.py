"""Zones that an account lists in full, and what public DNS says of who is asked about them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from loopback import Resolver as LoopbackResolver
from loopback import Table

from icplint.checks import unfiled_domain
from icplint.dns import client
from icplint.dns.asking import PATIENCE, Resolution
from icplint.dns.question import Query, Resolver, ResourceRecord, Response
from icplint.graph.build import build
from icplint.inputs.public_dns import look_up
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Rank, Resource
from icplint.model.vocabulary import Domain
from icplint.policy import Policy
from icplint.questions.mainland import served_from_mainland
from icplint.registry import registry

HERE = {"NS": ["ns7.alidns.com", "ns8.alidns.com"]}
AWAY = {"NS": ["ada.ns.example.net", "bob.ns.example.net"]}
MAINLAND, OUTSIDE = "203.0.113.7", "198.51.100.7"
POLICY = Policy(date(2026, 11, 24))
Open = Callable[..., LoopbackResolver]


def live(kind: str, address: str, **values: Any) -> Resource:
    origin = Origin(request=f"List {address}")
    return Resource(kind=kind, address=address, values={"id": address, **values}, origin=origin, rank=Rank.LIVE)


def record(rr: str, value: str, kind: str = "A", zone: str = "example.cn") -> Resource:
    return live("alicloud_alidns_record", f"{rr}.{zone}", domain_name=zone, rr=rr, type=kind, value=value)


def listed(*records: Resource, zones: tuple[str, ...] = ("example.cn",)) -> Reading:
    networks = [
        live("register_address", cidr, cidr=cidr, location=location, provider="self")
        for cidr, location in (("203.0.113.0/24", "mainland"), ("198.51.100.0/24", "outside"))
    ]
    return Reading(resources=[*records, *networks], complete={f"zone:{zone}" for zone in zones})


def asking(*resolvers: LoopbackResolver, most: int = 100) -> Resolution:
    ask = partial(client.ask, seconds=0.3, tries=1)
    return Resolution(client.servers([one.at for one in resolvers]), ask, most)


def served(reading: Reading, name: str) -> tuple[bool | None, list[str]]:
    graph = build(reading, registry().table, POLICY)
    domain = graph.get(("Domain", "", name))
    assert isinstance(domain, Domain)
    answer = served_from_mainland(graph, domain)
    return answer.value, [evidence.text.say("en") for evidence in answer.evidence]


def looked_up(reading: Reading, *resolvers: LoopbackResolver) -> Reading:
    look_up(reading, asking(*resolvers), registry().table, POLICY)
    return reading


def test_a_zone_that_is_asked_stays_whole(resolver: Open) -> None:
    reading = looked_up(listed(record("www", MAINLAND)), resolver({"example.cn": HERE}))
    assert (reading.complete, reading.unread) == ({"zone:example.cn"}, [])
    assert served(reading, "www.example.cn")[0] is True


@pytest.mark.parametrize(
    ("table", "answer"),
    [
        ({"example.cn": AWAY, "www.example.cn": {"A": [OUTSIDE]}}, False),
        ({"example.cn": AWAY, "www.example.cn": {"A": [MAINLAND]}}, True),
        ({"example.cn": AWAY, "www.example.cn": "SERVFAIL"}, None),
        ({"example.cn": AWAY}, False),
        ({}, False),
    ],
)
def test_of_a_zone_that_nobody_asks_public_dns_has_the_names(table: Table, answer: bool | None, resolver: Open) -> None:
    one = resolver(table)
    reading = looked_up(listed(record("www", MAINLAND)), one)
    assert reading.complete == set()
    said = (
        f"the name servers of example.cn are {', '.join(AWAY['NS'])}" if table else "example.cn is not delegated at all"
    )
    gap = [(part.what, part.why.say("en"), part.fails) for part in reading.unread]
    why = f"{said}, so nobody asks this zone" if table else f"{said} (NXDOMAIN), so nobody asks this zone"
    assert gap == [("zone:example.cn", f"{why} (asked of {one.at})", False)]
    assert served(reading, "www.example.cn")[0] is answer


def test_one_resolver_that_gives_no_answer_leaves_doubt_of_the_zone(resolver: Open) -> None:
    away, fails = resolver({"example.cn": AWAY}), resolver({"example.cn": "SERVFAIL"})
    reading = looked_up(listed(record("www", MAINLAND)), away, fails)
    assert reading.complete == set()
    assert served(reading, "www.example.cn")[0] is None


def test_where_no_resolver_answers_the_account_is_believed(resolver: Open) -> None:
    reading = looked_up(listed(record("www", MAINLAND)), resolver({"example.cn": "DROP"}))
    assert reading.complete == {"zone:example.cn"}
    assert served(reading, "www.example.cn")[0] is True


def test_a_zone_without_a_cut_of_its_own_is_where_the_one_above_it_is(resolver: Open) -> None:
    below = record("www", MAINLAND, zone="shop.example.cn")
    here = looked_up(listed(below, zones=("shop.example.cn",)), resolver({"example.cn": HERE, "shop.example.cn": {}}))
    assert here.complete == {"zone:shop.example.cn"}
    away = looked_up(listed(below, zones=("shop.example.cn",)), resolver({"example.cn": AWAY, "shop.example.cn": {}}))
    assert away.complete == set()
    cut = resolver({"example.cn": AWAY, "shop.example.cn": HERE})
    assert looked_up(listed(below, zones=("shop.example.cn",)), cut).complete == {"zone:shop.example.cn"}


def test_of_a_zone_that_was_listed_in_full_no_served_name_is_asked(resolver: Open) -> None:
    cdn = live("alicloud_cdn_domain_new", "www.example.cn", domain_name="www.example.cn", scope="overseas")
    one = resolver({"example.cn": HERE, "www.example.cn": {"A": [MAINLAND]}})
    assert served(looked_up(listed(cdn), one), "www.example.cn")[0] is False
    assert set(one.asked) == {("example.cn", "NS")}
    assert served(looked_up(listed(cdn, zones=()), one), "www.example.cn")[0] is True


def test_a_wildcard_of_a_zone_that_nobody_asks_answers_no_name(resolver: Open) -> None:
    there = {"www.any.example.com": {"A": [OUTSIDE]}, "example.com": AWAY}
    records = record("www", "www.any.example.com", "CNAME"), record("*.any", MAINLAND, zone="example.com")
    reading = looked_up(listed(*records), resolver({"example.cn": HERE, **there}))
    assert served(reading, "www.example.cn")[0] is False


def test_names_for_validation_and_wildcards_are_no_websites(resolver: Open) -> None:
    one = resolver({"example.cn": HERE})
    looked_up(listed(record("_a", "_b.validation.example.com", "CNAME"), record("b", "*.example.com", "CNAME")), one)
    assert set(one.asked) == {("example.cn", "NS")}


def test_a_name_that_is_handed_on_is_asked_about(resolver: Open) -> None:
    one = resolver({"example.cn": HERE, "dev.example.cn": {"A": [MAINLAND]}})
    reading = looked_up(listed(record("dev", "ns1.example.net", "NS")), one)
    assert served(reading, "dev.example.cn")[0] is True


@pytest.mark.parametrize(("count", "said"), [(5, "2 more names lead into zones"), (4, "1 more name leads into a zone")])
def test_there_is_a_most_of_names(count: int, said: str, resolver: Open) -> None:
    reading = listed(*(record(f"r{n}", f"n{n}.partner.cn", "CNAME") for n in range(count)))
    one = resolver({"example.cn": HERE, "*.partner.cn": {"A": [OUTSIDE]}})
    look_up(reading, asking(one, most=3), registry().table, POLICY)
    assert len({name for name, _ in one.asked}) == 3 + 1
    assert [part.why.say("en") for part in reading.unread] == [
        f"{said} that nobody showed; 3 were asked about, which is the most"
    ]


def test_a_resolver_that_never_answers_is_not_waited_for_again_and_again(resolver: Open) -> None:
    reading = listed(*(record(f"r{n}", f"n{n}.partner.cn", "CNAME") for n in range(60)))
    one = resolver({"example.cn": "DROP", "*.partner.cn": "DROP"})
    look_up(reading, asking(one), registry().table, POLICY)
    assert sum(one.asked.values()) < PATIENCE + 16 * 2
    (gap,) = reading.unread
    assert gap.why.say("en") == "it answered none of 121 questions: it did not answer in time"
    assert served(reading, "r0.example.cn")[0] is None


def test_a_resolver_of_the_public_may_answer_with_a_private_address() -> None:
    public = Resolver("223.5.5.5", "223.5.5.5", 53)

    def answers(question: Query) -> Response:
        found = {"a.partner.cn": "10.0.0.7", "b.partner.cn": "198.18.0.7"}.get(question.name, "")
        records = (ResourceRecord(question.name, "A", found),) if question.kind == "A" and found else ()
        return Response(question=question, found=records, whole=True)

    reading = listed(record("a", "a.partner.cn", "CNAME"), record("b", "b.partner.cn", "CNAME"))
    look_up(reading, Resolution([public], answers), registry().table, POLICY)
    assert [served(reading, f"{name}.example.cn")[0] for name in "ab"] == [False, None]


def test_there_is_a_time_for_all_questions(resolver: Open) -> None:
    one = resolver({"example.cn": HERE, "*.partner.cn": {"A": [OUTSIDE]}})
    reading = listed(record("www", "a.partner.cn", "CNAME"))
    late = Resolution(client.servers([one.at]), partial(client.ask, seconds=0.3, tries=1), seconds=-1)
    look_up(reading, late, registry().table, POLICY)
    assert not one.asked
    (gap,) = reading.unread
    assert gap.why.say("en") == "3 questions were not asked: the time for all of them was up"
    assert served(reading, "www.example.cn")[0] is None


def test_addresses_that_rotate_all_count(resolver: Open) -> None:
    one = resolver({"a.partner.cn": {"CNAME": ["pool.hoster.cn"]}, "pool.hoster.cn": {"A": [OUTSIDE]}})
    reading = listed(record("a", "a.partner.cn", "CNAME"), record("b", "b.partner.cn", "CNAME"))
    ask = asking(one)
    ask.about(["a.partner.cn"])
    one.table = {"b.partner.cn": {"CNAME": ["pool.hoster.cn"]}, "pool.hoster.cn": {"A": [MAINLAND]}}
    ask.about(["b.partner.cn"])
    reading.resources += ask.resources(lambda _name: False)
    assert served(reading, "a.example.cn")[0] is served(reading, "b.example.cn")[0] is True


def test_what_an_answer_holds_beside_the_chain_is_not_believed() -> None:
    question = Query("a.partner.cn", "A", Resolver("192.0.2.53", "192.0.2.53", 53))
    found = (ResourceRecord("www.example.cn", "A", OUTSIDE), ResourceRecord("a.partner.cn", "A", MAINLAND))
    assert [one.owner for one in Response(question=question, found=found).chain()] == ["a.partner.cn"]


def test_the_check_is_asked_of_the_runs_own_names_only(resolver: Open) -> None:
    from icplint.questions.filings import subjects

    one = resolver({"example.cn": HERE, "web.partner.cn": {"A": [MAINLAND]}})
    reading = looked_up(listed(record("www", "web.partner.cn", "CNAME")), one)
    graph = build(reading, registry().table, POLICY)
    assert [domain.key for domain in subjects(graph, unfiled_domain.CHECK.subject)] == ["www.example.cn"]
