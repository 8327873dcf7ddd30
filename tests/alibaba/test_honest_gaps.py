"""What a part of an account that could not be read may hide is never taken to be absent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import Any

import pytest
from cloud import Cloud
from random_account import account, large_cloud, random_cloud

from icplint.alibaba.listing import AlibabaListing
from icplint.alibaba.vendor import ALIBABA
from icplint.findings.run import run
from icplint.graph.build import build
from icplint.live import inventory, left_out
from icplint.live.asking import first
from icplint.live.call import Call, Failure, Reply
from icplint.live.scan import Account, Plan, scan
from icplint.model.reading import Reading
from icplint.policy import Policy
from icplint.registry import registry

Answers = dict[tuple[str, str, str], bool | None]
KNOWN = registry()
REGIONS = KNOWN.tables.regions
LISTS = ["DescribeInstances", "DescribeEipAddresses", "DescribeLoadBalancers", "DescribeLoadBalancerAttribute"]
LISTS += [
    "DescribeInstanceAutoRenewAttribute",
    "DescribeUserDomains",
    "DescribeDomains",
    "DescribeDomainRecords",
    "QuerySuccessIcpData",
]
ASKED = [one for one in KNOWN.listings if one.action in LISTS and one.product not in {"ddoscoo", "waf"}]
PRODUCTS = sorted({one.product for one in ASKED})
DENIED = Failure(code="Forbidden.RAM", message="no", request_id="R-1", status=403)


def replies(*accounts: Account) -> list[Reply]:
    return list(scan(accounts, Plan(vendor=ALIBABA, listings=ASKED, concurrency=1)))


def reading(found: Sequence[Reply]) -> Reading:
    return inventory.read(found, ASKED, ALIBABA, REGIONS)


def narrowed(seed: int, listings: Sequence[AlibabaListing] = ASKED, regions: Sequence[str] = ()) -> Reading:
    """Return what is read of an account by lists of some products, in some regions."""
    asked: list[Call] = []
    plan = Plan(vendor=ALIBABA, listings=listings, regions=regions, concurrency=1, meant=asked.extend)
    read = inventory.read(list(scan([account(random_cloud(seed))], plan)), listings, ALIBABA, REGIONS, chosen=regions)
    read.unread += left_out.products(asked, ASKED, ALIBABA)
    return read


def answers(found: Sequence[Reply]) -> Answers:
    return answers_of(reading(found))


def answers_of(read: Reading) -> Answers:
    graph = build(read, KNOWN.table, Policy(date(2026, 11, 24)))
    report = run(graph, KNOWN.checks, read)
    report.show_compliant = True
    return {(f.check.code, f.node.kind, f.node.key): f.answer.value for f in report.findings}


def opposite(whole: Answers, part: Answers) -> list[tuple[str, str, str]]:
    """Return what is answered yes with less and no with more, or the other way round."""
    return [key for key, value in part.items() if value is not None and whole.get(key, None) not in (None, value)]


def refusing(action: str, region: str = "") -> Callable[[Call], Failure | None]:
    return lambda call: DENIED if call.action == action and region in ("", call.region) else None


@pytest.mark.parametrize("seed", range(40))
def test_a_product_or_region_that_is_left_out_turns_no_answer_into_its_opposite(seed: int) -> None:
    whole = answers(replies(account(random_cloud(seed))))
    for product in PRODUCTS:
        for some in ({product}, {*PRODUCTS} - {product}):
            read = narrowed(seed, [one for one in ASKED if one.product in some])
            assert opposite(whole, answers_of(read)) == [], some
            assert not any(part.fails for part in read.unread)
    for region in ("cn-hangzhou", "cn-hongkong"):
        read = narrowed(seed, regions=[region])
        assert opposite(whole, answers_of(read)) == [], region
        assert not any(part.fails for part in read.unread)


LED_ELSEWHERE = (5028, 5093)
"""Accounts with a CDN domain whose record leads to Hong Kong: without the record, or its end, that cannot be told."""


@pytest.mark.parametrize("seed", [*range(40), *LED_ELSEWHERE])
def test_a_refused_list_turns_no_answer_into_its_opposite(seed: int) -> None:
    whole = answers(replies(account(random_cloud(seed))))
    assert whole
    for action in LISTS:
        for region in ("", "cn-hangzhou") if action in LISTS[:4] else ("",):
            part = answers(replies(account(random_cloud(seed), refusing(action, region))))
            assert opposite(whole, part) == [], (action, region)


@pytest.mark.parametrize("seed", range(100, 130))
def test_several_refused_lists_together_turn_no_answer_into_its_opposite(seed: int) -> None:
    whole, chance = answers(replies(account(random_cloud(seed)))), Random(seed)  # noqa: S311
    for _ in range(4):
        parts = [(action, chance.choice(("", "cn-hangzhou"))) for action in chance.sample(LISTS, chance.choice((2, 3)))]
        broken = [refusing(action, region if action in LISTS[:4] else "") for action, region in parts]
        part = answers(replies(account(random_cloud(seed), any_of(broken))))
        assert opposite(whole, part) == [], parts


def any_of(broken: Sequence[Callable[[Call], Failure | None]]) -> Callable[[Call], Failure | None]:
    return lambda call: next((failure for one in broken if (failure := one(call)) is not None), None)


DECIDED_BY_RECORDS = ("ICP101", "ICP103", "ICP201", "ICP203", "ICP303")
OF_PROXIES = [
    one
    for one in KNOWN.listings
    if not (one.parent or one.on_demand) and one.product in {"cdn", "dcdn", "vod", "live", "fc", "apigateway", "waf"}
]


@pytest.fixture(scope="module")
def large() -> Answers:
    return answers(replies(account(large_cloud())))


@pytest.mark.parametrize("refused", OF_PROXIES, ids=lambda one: one.name)
def test_what_no_record_leads_to_changes_nothing_for_a_name_whose_records_are_known(
    large: Answers, refused: AlibabaListing
) -> None:
    """Of 200 names, 180 have a record of their own; the others are led to the CDN, and lie in doubt without its list."""
    closed = Failure(code="UserNotOpened", message="no", request_id="R-1", status=403)

    def broken(call: Call) -> Failure | None:
        return DENIED if call.action == refused.action else closed

    found = replies(account(large_cloud()))
    if refused.action in LISTS:
        found = replies(account(large_cloud(), refusing(refused.action)))
    else:
        with_it = Plan(vendor=ALIBABA, listings=[*ASKED, refused], concurrency=1)
        found += [r for r in scan([account(Cloud(quiet=True), broken)], with_it) if r.call.action == refused.action]
    read = inventory.read(found, [*ASKED, refused], ALIBABA, REGIONS)
    assert [part.what for part in read.unread]
    part = answers_of(read)
    decided = [key for key in large if key[0] in DECIDED_BY_RECORDS and not key[2].startswith("h0.")]
    assert len(decided) == 5 * 180
    assert [key for key in decided if part[key] is not large[key]] == []
    doubts = [key for key, value in part.items() if value is None and large[key] is not None]
    assert len(doubts) < 50  # the instances that a hidden name may lead to, and their codes


@pytest.mark.parametrize(("further", "outcome"), [({}, True), ({"m": "47.96.0.9"}, None)])
def test_an_instance_elsewhere_is_as_ineligible_as_before_if_every_way_of_its_website_is_known(
    further: dict[str, str], outcome: bool | None
) -> None:
    cloud = Cloud(quiet=True)
    here: dict[str, Any] = {"InstanceId": "i-here", "RegionId": "cn-beijing", "InstanceChargeType": "PostPaid"}
    here |= {"InternetMaxBandwidthOut": 5, "PublicIpAddress": {"IpAddress": ["47.93.0.1"]}}
    cloud.list("DescribeRegions", "Regions.Region", lambda _p: [{"RegionId": r} for r in ("cn-hangzhou", "cn-beijing")])
    cloud.list("DescribeInstances", "Instances.Instance", lambda p: [here] if p["RegionId"] == "cn-beijing" else [])
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: [{"DomainName": "example.cn"}])
    rows = [
        {"RecordId": name, "RR": name, "Type": "A", "Value": ip, "Line": "default", "Status": "ENABLE"}
        for name, ip in {"www": "47.93.0.1", **further}.items()
    ]
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: rows)
    part = answers(replies(account(cloud, refusing("DescribeInstances", "cn-hangzhou"))))
    assert part["ICP301", "Server", "i-here"] is outcome


@pytest.mark.parametrize("seed", range(40, 60))
def test_a_reply_that_was_taken_away_turns_no_answer_into_its_opposite(seed: int) -> None:
    found = replies(account(random_cloud(seed)))
    whole = answers(found)
    for taken in found:
        if taken.call.action not in ("DescribeRegions", *LISTS[:3]):  # of those the manifest says that they are missing
            left = [reply for reply in found if first(reply.call) != first(taken.call)]
            hangs_on_another = taken.call.action in ("DescribeDomainRecords", "DescribeLoadBalancerAttribute")
            if hangs_on_another:
                assert opposite(whole, answers(left)) == [], taken.call.what


def test_the_whole_is_decided_often_enough_for_this_to_mean_something() -> None:
    values = [value for seed in range(40) for value in answers(replies(account(random_cloud(seed)))).values()]
    assert values.count(True) > 30
    assert values.count(False) > 100


@pytest.mark.parametrize("seed", range(60, 80))
def test_an_account_that_cannot_be_entered_costs_no_answer_about_the_names_of_another(seed: int) -> None:
    keys = Failure(code="InvalidAccessKeyId.NotFound", message="no", request_id="R-1", status=404, keys=True)
    mine = account(random_cloud(seed), name="mine")
    closed = account(random_cloud(seed + 1), lambda _call: keys, name="closed")
    names = ("ICP101", "ICP103", "ICP201", "ICP202", "ICP203")
    alone = {key: value for key, value in answers(replies(mine)).items() if key[0] in names}
    beside = {key: value for key, value in answers(replies(mine, closed)).items() if key[0] in names}
    assert beside == alone
    assert [part.what for part in reading(replies(mine, closed)).unread] == ["closed/ecs:DescribeRegions"]


@pytest.mark.parametrize("seed", range(80, 100))
def test_a_list_of_which_a_page_is_missing_turns_no_answer_into_its_opposite(seed: int) -> None:
    found = replies(account(random_cloud(seed)))
    whole = answers(found)
    for place, reply in enumerate(found):
        rows = reply.body.get("DomainRecords", {}).get("Record", [])
        if len(rows) > 1:
            short = {**reply.body, "DomainRecords": {"Record": rows[:-1]}}
            part = [*found[:place], Reply(call=reply.call, body=short), *found[place + 1 :]]
            assert reading(part).unread
            assert opposite(whole, answers(part)) == []
