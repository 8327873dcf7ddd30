"""`--resolve`: what public DNS says of names that nothing in the run describes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from loopback import Resolver

MAINLAND, OUTSIDE = "203.0.113.7", "198.51.100.7"
Open = Callable[..., Resolver]
Ask = Callable[..., Any]


def record(value: str, kind: str = "CNAME", rr: str = "www", zone: str = "example.cn") -> str:
    label = rr.replace("*", "any").replace("@", "top")
    return (
        f'resource "cloudflare_record" "{label}" {{\n  zone_id = "z"\n  name = "{rr}.{zone}"\n'
        f'  type = "{kind}"\n  value = "{value}"\n}}\n'
    )


PARTNER = record("web.partner.cn")


def test_nobody_is_asked_unless_the_user_asks_for_it(ask: Ask, resolver: Open) -> None:
    said = ask(PARTNER)
    assert said.of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert "nothing that was read says what web.partner.cn resolves to" in said.why("ICP101", "www.example.cn")


@pytest.mark.parametrize(
    ("ip", "outcome"), [(MAINLAND, "violation"), (OUTSIDE, "compliant"), ("9.9.9.9", "cannot-tell")]
)
def test_a_name_is_followed_to_its_addresses(ip: str, outcome: str, ask: Ask, resolver: Open) -> None:
    one = resolver({"web.partner.cn": {"A": [ip]}})
    said = ask(PARTNER, one)
    assert said.of("ICP101") == {"www.example.cn": outcome}, "and the partner's name is nobody's to file here"
    assert f"the resolver {one.at} answers web.partner.cn with the A record {ip}" in said.why(
        "ICP101", "www.example.cn"
    )
    assert "has no address" not in " ".join(said.why("ICP101", "www.example.cn")), "it has none of the other type"
    assert one.asked == {("web.partner.cn", "A"): 1, ("web.partner.cn", "AAAA"): 1}
    origins = {e["origin"].get("request") for f in said.report["findings"] for e in f["evidence"] if e.get("origin")}
    assert f"A web.partner.cn @ {one.at}" in origins


def test_a_chain_is_followed_hop_by_hop(ask: Ask, resolver: Open) -> None:
    table = {
        "web.partner.cn": {"CNAME": ["a.partner.cn"]},
        "a.partner.cn": {"CNAME": ["b.hoster.cn"]},
        "b.hoster.cn": {"A": [OUTSIDE], "AAAA": ["2001:db8::1"]},
    }
    why = ask(PARTNER, one := resolver(table)).why("ICP101", "www.example.cn")
    assert [w for w in why if "CNAME" in w] == [
        "www.example.cn has a CNAME record with web.partner.cn",
        f"the resolver {one.at} answers web.partner.cn with the CNAME record a.partner.cn",
        f"the resolver {one.at} answers a.partner.cn with the CNAME record b.hoster.cn",
    ]
    assert f"the resolver {one.at} answers b.hoster.cn with the AAAA record 2001:db8::1" in why
    assert set(one.asked) == {("web.partner.cn", "A"), ("web.partner.cn", "AAAA")}


def test_a_resolver_that_does_not_follow_is_asked_again(ask: Ask, resolver: Open) -> None:
    table = {"web.partner.cn": {"CNAME": ["b.hoster.cn"]}, "b.hoster.cn": {"A": [MAINLAND]}}
    assert ask(PARTNER, resolver(table, follow=False)).of("ICP101") == {"www.example.cn": "violation"}


def test_an_endless_chain_leaves_doubt_after_some_rounds(ask: Ask, resolver: Open) -> None:
    table = {f"{'web' if n == 0 else n}.partner.cn": {"CNAME": [f"{n + 1}.partner.cn"]} for n in range(9)}
    one = resolver(table, follow=False)
    assert ask(PARTNER, one).of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert {name for name, _ in one.asked} == {"web.partner.cn", "1.partner.cn", "2.partner.cn"}


def test_a_loop_serves_nobody(ask: Ask, resolver: Open) -> None:
    table = {"web.partner.cn": {"CNAME": ["a.partner.cn"]}, "a.partner.cn": {"CNAME": ["web.partner.cn"]}}
    said = ask(PARTNER, resolver(table))
    assert said.of("ICP101") == {"www.example.cn": "compliant"}
    assert "web.partner.cn leads back to itself" in said.why("ICP101", "www.example.cn")


def test_a_chain_that_leads_back_into_the_run(ask: Ask, resolver: Open) -> None:
    site = (
        'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
        'resource "alicloud_cdn_domain_new" "w" {\n  domain_name = "www.example.cn"\n  cdn_type = "web"\n'
        '  scope = "overseas"\n  sources {\n    content = "o.partner.cn"\n  }\n}\n'
        'resource "alicloud_eip_address" "e" {}\n'
    )
    one = resolver(
        {"web.partner.cn": {"CNAME": ["www.example.cn.w.kunlunsl.com"]}, "*.kunlunsl.com": {"A": [MAINLAND]}}
    )
    said = ask(site + record("web.partner.cn", rr="shop"), one)
    assert said.of("ICP101") == {"www.example.cn": "compliant", "shop.example.cn": "compliant"}
    sentence = "the CDN answers www.example.cn from outside the mainland (scope overseas)"
    assert sentence in said.why("ICP101", "shop.example.cn"), "and not from the addresses of its edge nodes"


def test_a_chain_ends_at_a_name_that_tells_itself_where_it_is(ask: Ask, resolver: Open) -> None:
    bucket = "b.oss-cn-hongkong.aliyuncs.com"
    said = ask(PARTNER, resolver({"web.partner.cn": {"CNAME": [bucket]}, bucket: {"A": [MAINLAND]}}))
    assert said.of("ICP101") == {"www.example.cn": "compliant"}
    assert not [w for w in said.why("ICP101", "www.example.cn") if MAINLAND in w]


def test_what_one_resolver_sees_does_not_free_the_host_of_a_rule(ask: Ask, resolver: Open) -> None:
    site = (
        'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
        'resource "alicloud_slb_load_balancer" "s" {\n  address_type = "internet"\n}\n'
        'resource "alicloud_slb_rule" "r" {\n  load_balancer_id = alicloud_slb_load_balancer.s.id\n'
        '  domain = "www.example.cn"\n  frontend_port = 80\n}\n'
    )
    assert ask(site, resolver({"www.example.cn": {"A": [OUTSIDE]}})).of("ICP101") == {"www.example.cn": "violation"}


def test_the_address_of_an_elastic_one_in_the_run(ask: Ask, resolver: Open, tmp_path: Any, icplint: Any) -> None:
    import json

    eip = {
        "mode": "managed", "type": "alicloud_eip_address", "name": "e", "provider_name": "registry.terraform.io/aliyun/alicloud",
        "schema_version": 0, "values": {"id": "eip-1", "ip_address": MAINLAND, "address_name": "e"},
    }  # fmt: skip
    state = {"format_version": "1.0", "terraform_version": "1.11.0", "values": {"root_module": {"resources": [
        {**eip, "address": "alicloud_eip_address.e"}]}}}  # fmt: skip
    (tmp_path / "filings.toml").write_text("", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "main.tf").write_text(PARTNER, encoding="utf-8")
    (tmp_path / "state.json").write_text(json.dumps(state), encoding="utf-8")
    one = resolver({"web.partner.cn": {"A": [MAINLAND]}})
    options = (
        "--resolve",
        "--resolver",
        one.at,
        "--isolated",
        "--format",
        "json",
        "--filings",
        tmp_path / "filings.toml",
    )
    found = json.loads(icplint("check", tmp_path / "site", tmp_path / "state.json", *options).out)["findings"]
    sentences = [e["message"] for f in found if f["code"] == "ICP101" for e in f["evidence"]]
    assert f"{MAINLAND} is an address of the address alicloud_eip_address.e" in sentences


@pytest.mark.parametrize(("rcode", "outcome"), [("NXDOMAIN", "compliant"), ("NODATA", "compliant")])
def test_that_there_is_no_such_name_is_an_answer(rcode: str, outcome: str, ask: Ask, resolver: Open) -> None:
    one = resolver({} if rcode == "NXDOMAIN" else {"web.partner.cn": {"TXT": ['"x"']}})
    said = ask(PARTNER, one)
    assert said.of("ICP101") == {"www.example.cn": outcome}
    sentence = "there is no name web.partner.cn (NXDOMAIN)" if rcode == "NXDOMAIN" else "web.partner.cn has no address"
    assert f"the resolver {one.at} says that {sentence}" in said.why("ICP101", "www.example.cn")


def test_a_resolver_that_knows_no_top_level_domain_denies_nothing(ask: Ask, resolver: Open) -> None:
    one = resolver({}, public=False)
    said = ask(PARTNER, one)
    assert said.of("ICP101") == {"www.example.cn": "cannot-tell"}
    why = "it gives no name servers of cn either, so it does not speak for public DNS"
    assert f"{one.at} gave no answer about web.partner.cn (A): {why}" in said.why("ICP101", "www.example.cn")
    assert said.unread == {f"DNS {one.at}": f"it answered none of 2 questions: {why}"}


def test_a_chain_may_end_in_no_name(ask: Ask, resolver: Open) -> None:
    one = resolver({"web.partner.cn": {"CNAME": ["gone.partner.cn"]}})
    said = ask(PARTNER, one)
    assert said.of("ICP101") == {"www.example.cn": "compliant"}
    why = said.why("ICP101", "www.example.cn")
    assert f"the resolver {one.at} says that there is no name gone.partner.cn (NXDOMAIN)" in why


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("SERVFAIL", "SERVFAIL"),
        ("REFUSED", "REFUSED"),
        ("DROP", "it did not answer in time"),
        ("GARBAGE", "it did not answer in time"),
        ("REFER", "it only refers to other name servers"),
    ],
)
def test_no_answer_is_doubt_with_its_reason(how: str, why: str, ask: Ask, resolver: Open) -> None:
    one = resolver({"web.partner.cn": how})
    said = ask(PARTNER, one)
    assert said.of("ICP101") == {"www.example.cn": "cannot-tell"}
    sentence = f"{one.at} gave no answer about web.partner.cn (A): {why}"
    assert sentence in said.why("ICP101", "www.example.cn")
    assert not [w for w in said.why("ICP101", "www.example.cn") if w.startswith("nothing that was read says what")]
    assert (f"DNS {one.at}" in said.unread) == (how in {"DROP", "GARBAGE"})
    assert {"kind": "dns", "path": one.at} in said.report["inputs"]


@pytest.mark.parametrize(
    ("ip", "kind"), [("10.0.0.7", "A"), ("198.18.0.7", "A"), ("127.0.0.1", "A"), ("fd00::7", "AAAA")]
)
def test_what_only_a_network_of_its_own_reaches_says_nothing_of_the_public(
    ip: str, kind: str, ask: Ask, resolver: Open
) -> None:
    one = resolver({"web.partner.cn": {kind: [ip]}})
    said = ask(PARTNER, one)
    assert said.of("ICP101") == {"www.example.cn": "cannot-tell"}
    sentence = f"{one.at} answers web.partner.cn with {ip}, which only a network of its own reaches: what others get is not known"
    assert sentence in said.why("ICP101", "www.example.cn")


def test_a_name_that_dns_cannot_hold_is_doubt(ask: Ask, resolver: Open) -> None:
    name = f"{'x' * 64}.partner.cn"
    why = ask(record(name), one := resolver({})).why("ICP101", "www.example.cn")
    assert f"{one.at} gave no answer about {name} (A): {name} is no name that DNS can hold" in why


def test_truncated_answers_come_over_tcp(ask: Ask, resolver: Open) -> None:
    many = [f"198.51.100.{n}" for n in range(1, 250)]
    one = resolver({"web.partner.cn": {"A": [*many, MAINLAND]}}, truncate=True)
    assert ask(PARTNER, one).of("ICP101") == {"www.example.cn": "violation"}
    assert one.tcp == 2


def test_resolvers_that_differ_all_count(ask: Ask, resolver: Open) -> None:
    abroad, home = resolver({"web.partner.cn": {"A": [OUTSIDE]}}), resolver({"web.partner.cn": {"A": [MAINLAND]}})
    said = ask(PARTNER, abroad, home)
    assert said.of("ICP101") == {"www.example.cn": "violation"}
    assert f"the resolver {home.at} answers web.partner.cn with the A record {MAINLAND}" in said.why(
        "ICP101", "www.example.cn"
    )


@pytest.mark.parametrize(("ip", "outcome"), [(OUTSIDE, "cannot-tell"), (MAINLAND, "violation")])
@pytest.mark.parametrize("how", ["SERVFAIL", "DROP"])
def test_one_silent_resolver_makes_no_flat_no(ip: str, outcome: str, how: str, ask: Ask, resolver: Open) -> None:
    answers, fails = resolver({"web.partner.cn": {"A": [ip]}}), resolver({"web.partner.cn": how})
    assert ask(PARTNER, answers, fails).of("ICP101") == {"www.example.cn": outcome}


def test_a_wildcard_of_public_dns_and_names_in_their_own_script(ask: Ask, resolver: Open) -> None:
    one = resolver({"*.xn--fiqs8s": {"A": [MAINLAND]}})
    said = ask(record("商店.中国"), one)
    assert said.of("ICP101") == {"www.example.cn": "violation"}
    assert set(one.asked) == {("xn--czrs0t.xn--fiqs8s", kind) for kind in ("A", "AAAA")}


def test_only_names_that_nobody_shows_are_asked_about(ask: Ask, resolver: Open) -> None:
    one = resolver({})
    site = (
        record("web.partner.cn")
        + record(MAINLAND, "A", "shown")
        + record("shown.example.cn", rr="alias")
        + record("b.oss-cn-hangzhou.aliyuncs.com", rr="bucket")
        + record("printer.internal", rr="private")
        + record("x.any.example.cn", rr="below")
        + record(MAINLAND, "A", "*", "any.example.cn")
    )
    ask(site, one)
    assert {name for name, _ in one.asked} == {"web.partner.cn"}


def test_origins_and_served_names_are_asked_about(ask: Ask, resolver: Open) -> None:
    site = (
        'resource "alicloud_cdn_domain_new" "w" {\n  domain_name = "www.example.cn"\n  cdn_type = "web"\n'
        '  scope = "overseas"\n  sources {\n    content = "origin.example.cn"\n    type = "domain"\n  }\n}\n'
    )
    one = resolver({"www.example.cn": {"A": [MAINLAND]}, "origin.example.cn": {"A": [OUTSIDE]}})
    said = ask(site, one)
    assert {name for name, _ in one.asked} == {"www.example.cn", "origin.example.cn"}
    assert said.of("ICP101") == {"www.example.cn": "violation"}, "visitors do not go to the CDN"


def test_the_chinese_report_is_chinese(ask: Ask, resolver: Open) -> None:
    one = resolver({"web.partner.cn": {"A": [OUTSIDE]}})
    why = ask(PARTNER, one, lang="zh").why("ICP101", "www.example.cn")
    assert f"DNS 服务器 {one.at} 返回的 web.partner.cn 的 A 记录为 {OUTSIDE}" in why
