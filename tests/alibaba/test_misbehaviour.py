"""What services do wrong: they throttle, refuse, hang, cut, repeat, count wrongly, and answer something else."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cloud import KEYS, TOKENS, Cloud, Parameters, Refusal, Scan, forbid, hang, throttle, unread
from misbehaving import in_time

from icplint.alibaba import client
from icplint.alibaba.lists import MOST_EMPTY
from icplint.live import pace


def report(run: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run.out)
    return found


def outcomes(run: Any) -> dict[str, str]:
    return {f["code"]: f["outcome"] for f in report(run)["findings"] if f["subject"]["key"] == "www.example.cn"}


def instances(count: int) -> list[dict[str, Any]]:
    return [{"InstanceId": f"i-{n}", "RegionId": "cn-hangzhou", "InstanceChargeType": "PostPaid"} for n in range(count)]


def records(count: int) -> list[dict[str, Any]]:
    rows = [{"RecordId": str(n), "RR": f"h{n}", "Type": "A", "Value": "192.0.2.7"} for n in range(count)]
    return [{**row, "Line": "default", "Status": "ENABLE"} for row in rows]


def test_every_page_is_read_and_each_thing_once(scan: Scan, cloud: Cloud) -> None:
    cloud.list(
        "DescribeInstances", "Instances.Instance", lambda p: instances(250) if "hangzhou" in p["RegionId"] else []
    )
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: records(1234))
    run = scan("--format", "json", "--all")
    assert unread(run) == {}
    assert cloud.calls["DescribeInstances"] == 3 + 1
    assert cloud.calls["DescribeDomainRecords"] == 3
    found = [f["subject"]["key"] for f in report(run)["findings"] if f["code"] in ("ICP301", "ICP101")]
    assert len([key for key in found if key.startswith("i-")]) == 250
    assert len([key for key in found if key.endswith(".example.cn")]) == 1234
    assert len(set(found)) == len(found)


def test_who_is_throttled_for_ever_is_given_up_after_six_attempts(scan: Scan, cloud: Cloud) -> None:
    cloud.trouble["DescribeUserDomains"] = [throttle()] * 10
    run = scan("--format", "json")
    assert cloud.calls["DescribeUserDomains"] == 6
    assert "Throttling.User" in unread(run)["cdn:DescribeUserDomains"]
    assert run.code == 2


def test_a_refusal_names_the_action_the_code_the_request_and_what_to_grant_and_is_asked_once(
    scan: Scan, cloud: Cloud
) -> None:
    cloud.trouble["DescribeEipAddresses"] = [forbid, forbid]
    run = scan("--format", "json", "--lang", "en")
    assert cloud.calls["DescribeEipAddresses"] == 2  # two regions
    for region in ("cn-hangzhou", "cn-hongkong"):
        why = unread(run)[f"vpc:DescribeEipAddresses@{region}"]
        assert "Forbidden.RAM" in why
        assert "grant vpc:DescribeEipAddresses" in why
        assert "request R-" in why
    assert run.code == 2
    cloud.trouble["DescribeEipAddresses"] = [forbid]
    assert "请为调用账号授予 vpc:DescribeEipAddresses 权限" in scan("--lang", "zh", "--region", "cn-hangzhou").out


def test_an_eip_list_that_was_refused_leaves_in_doubt_whether_an_instance_has_public_bandwidth(
    scan: Scan, cloud: Cloud
) -> None:
    bare = {
        "InstanceId": "i-1",
        "RegionId": "cn-hangzhou",
        "InstanceChargeType": "PrePaid",
        "InternetMaxBandwidthOut": 0,
    }
    bare |= {"CreationTime": "2026-01-01T16:00Z", "ExpiredTime": "2026-12-01T16:00Z"}
    cloud.list("DescribeInstances", "Instances.Instance", lambda p: [bare] if "hangzhou" in p["RegionId"] else [])
    cloud.list("DescribeLoadBalancers", "LoadBalancers.LoadBalancer", lambda p: balancers(p["RegionId"]))
    cloud.handlers["DescribeLoadBalancerAttribute"] = lambda p: {
        "LoadBalancerId": p["LoadBalancerId"],
        "BackendServers": {"BackendServer": [{"ServerId": "i-1", "Type": "ecs", "Weight": 100}]},
    }
    whole = scan("--format", "json", "--select", "ICP301")
    assert [(f["subject"]["key"], f["outcome"]) for f in report(whole)["findings"]] == [("i-1", "violation")]
    cloud.trouble["DescribeEipAddresses"] = [forbid, forbid]
    part = scan("--format", "json", "--select", "ICP301")
    assert [(f["subject"]["key"], f["outcome"]) for f in report(part)["findings"]] == [("i-1", "cannot-tell")]
    assert "vpc:DescribeEipAddresses@cn-hangzhou" in json.dumps(report(part)["findings"])


def balancers(region: str) -> list[dict[str, Any]]:
    one = {"LoadBalancerId": "lb-1", "RegionId": region, "Address": "47.96.0.1", "AddressType": "internet"}
    return [one] if region == "cn-hangzhou" else []


def test_who_hangs_is_given_up(scan: Scan, cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "TIMEOUT", 1.0)
    monkeypatch.setattr(pace, "ATTEMPTS", 2)
    cloud.trouble["DescribeUserDomains"] = [hang(60)] * 2
    with in_time(2 * 1 + 2):
        run = scan("--format", "json")
    assert "no answer" in unread(run)["cdn:DescribeUserDomains"]
    assert outcomes(run)["ICP101"] == "violation"
    assert run.code == 2


def test_the_whole_scan_has_a_limit(scan: Scan, cloud: Cloud) -> None:
    cloud.trouble["DescribeInstances"] = [hang(60)] * 20
    with in_time(1 + 2):
        run = scan("--format", "json", "--timeout", "1s")
    assert "ecs:DescribeInstances@cn-hangzhou" in unread(run)
    assert run.code == 2


@pytest.mark.parametrize(
    ("written", "good"), [("15m", True), ("90s", True), ("2", True), ("0", False), ("soon", False)]
)
def test_the_limit_is_written_in_minutes_or_with_a_unit(scan: Scan, written: str, good: bool) -> None:
    run = scan("--timeout", written)
    assert ("--timeout takes" not in run.err) is good


def test_a_reply_that_is_cut_short_is_asked_for_again_and_then_a_gap(scan: Scan, cloud: Cloud) -> None:
    cloud.cut.add("DescribeUserDomains")
    run = scan("--format", "json")
    assert cloud.calls["DescribeUserDomains"] == 6
    assert "cdn:DescribeUserDomains" in unread(run)


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_server_that_fails_is_asked_again(scan: Scan, cloud: Cloud, status: int) -> None:
    def broken(_parameters: Parameters) -> None:
        raise Refusal("Whatever", status=status)

    cloud.trouble["DescribeDomains"] = [broken] * 3
    run = scan("--format", "json")
    assert unread(run) == {}
    assert cloud.calls["DescribeDomains"] == 4


@pytest.mark.parametrize("page", ["<html><body>502 Bad Gateway</body></html>", "[]", '"text"', "null"])
def test_something_else_than_an_object_is_a_gap(scan: Scan, cloud: Cloud, page: str) -> None:
    cloud.raw["DescribeUserDomains"] = page
    run = scan("--format", "json")
    assert "cdn:DescribeUserDomains" in unread(run)
    assert "Traceback" not in run.err


def growing(cloud: Cloud, action: str, totals: list[int]) -> None:
    """Count other totals from page to page; the last one stays."""
    plain = cloud.handlers[action]

    def handler(parameters: Parameters) -> dict[str, Any]:
        return {**plain(parameters), "TotalCount": totals.pop(0) if len(totals) > 1 else totals[0]}

    cloud.handlers[action] = handler


def test_a_list_that_grows_while_it_is_read_is_read_again(scan: Scan, cloud: Cloud) -> None:
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: records(600))
    growing(cloud, "DescribeDomainRecords", [599, 601, 600])
    run = scan("--format", "json")
    assert unread(run) == {}
    assert cloud.calls["DescribeDomainRecords"] > 2


def test_totals_that_never_add_up_are_a_gap_and_what_came_counts(scan: Scan, cloud: Cloud) -> None:
    growing(cloud, "DescribeDomainRecords", [7])
    run = scan("--format", "json")
    assert "cut short" in unread(run)["alidns:DescribeDomainRecords"]
    assert outcomes(run)["ICP101"] == "violation"


def test_an_item_that_comes_twice_makes_the_list_a_gap_and_is_one_thing(scan: Scan, cloud: Cloud) -> None:
    plain = cloud.handlers["DescribeDomainRecords"]({})["DomainRecords"]["Record"]
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: plain * 2)
    run = scan("--format", "json", "--select", "ICP101")
    assert "alidns:DescribeDomainRecords" in unread(run)
    assert [f["subject"]["key"] for f in report(run)["findings"]] == ["www.example.cn"]


@pytest.mark.parametrize("items", [[], [{"InstanceId": "i-1"}]])
def test_a_token_that_leads_round_in_a_ring_ends(scan: Scan, cloud: Cloud, items: list[dict[str, Any]]) -> None:
    cloud.handlers["DescribeInstances"] = lambda _p: {"Instances": {"Instance": items}, "NextToken": "again"}
    run = scan("--format", "json")
    assert "ecs:DescribeInstances@cn-hangzhou" in unread(run)
    assert cloud.calls["DescribeInstances"] <= 12


def test_a_list_of_nothing_that_always_goes_on_ends(scan: Scan, cloud: Cloud) -> None:
    fresh = map(str, count())
    cloud.handlers["DescribeInstances"] = lambda _p: {"Instances": {"Instance": []}, "NextToken": next(fresh)}
    run = scan("--format", "json", "--region", "cn-hangzhou", "--timeout", "60s")
    assert "cut short" in unread(run)["ecs:DescribeInstances@cn-hangzhou"]
    assert cloud.calls["DescribeInstances"] == 2 * MOST_EMPTY  # it is read twice


@pytest.mark.parametrize("code", ["InvalidRegionId.NotFound", "RegionId.ApiNotSupported"])
def test_a_product_that_is_not_in_a_region_has_nothing_there(scan: Scan, cloud: Cloud, code: str) -> None:
    def absent(parameters: Parameters) -> dict[str, Any]:
        if parameters["RegionId"] == "cn-hongkong":
            raise Refusal(code, status=404)
        return {"LoadBalancers": {"LoadBalancer": []}, "TotalCount": 0}

    cloud.handlers["DescribeLoadBalancers"] = absent
    assert unread(scan("--format", "json")) == {}


def test_a_product_that_was_never_opened_holds_nothing(scan: Scan, cloud: Cloud, tmp_path: Path, icplint: Scan) -> None:
    def closed(_parameters: Parameters) -> dict[str, Any]:
        raise Refusal("CdnServiceNotFound", "The user does not open CDN service.", 403)

    cloud.handlers["DescribeUserDomains"] = closed
    run = scan("--format", "json", "--save", str(tmp_path / "saved"))
    assert unread(run) == {}
    assert unread(icplint("check", str(tmp_path / "saved"), "--on", "2026-11-24", "--format", "json")) == {}


def test_a_list_of_regions_that_is_refused_is_replaced_by_that_of_the_facts(scan: Scan, cloud: Cloud) -> None:
    cloud.trouble["DescribeRegions"] = [forbid]
    cloud.list("DescribeInstances", "Instances.Instance", lambda p: [{"InstanceId": p["RegionId"], **p}])
    run = scan("--format", "json", "--lang", "en")
    why = unread(run)["ecs:DescribeRegions"]
    assert "regions of the dated facts were read instead" in why
    assert cloud.calls["DescribeInstances"] > 20
    assert run.code == 2


def test_regions_are_narrowed_and_one_that_the_account_has_not_is_said(scan: Scan, cloud: Cloud) -> None:
    scan("--region", "cn-hangzhou")
    assert cloud.calls["DescribeInstances"] == 1
    run = scan("--format", "json", "--region", "cn-hangzhuo")
    assert "no such region" in unread(run)["cn-hangzhuo"]
    assert run.code == 2


def test_a_region_that_the_facts_do_not_know_is_read_and_said(scan: Scan, cloud: Cloud) -> None:
    cloud.list("DescribeRegions", "Regions.Region", lambda _p: [{"RegionId": "xx-moon-1"}])
    run = scan("--format", "json")
    assert "xx-moon-1" in unread(run)
    assert cloud.calls["DescribeInstances"] == 1
    assert run.code != 2


def test_a_token_that_has_expired_is_said_once(scan: Scan, monkeypatch: pytest.MonkeyPatch, cloud: Cloud) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "STS.role")
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEYS["STS.role"])
    monkeypatch.setenv("ALIBABA_CLOUD_SECURITY_TOKEN", "an-old-token")
    run = scan("--format", "json")
    assert list(unread(run)) == ["ecs:DescribeRegions"]
    assert "InvalidSecurityToken" in run.out
    assert "an-old-token" not in run.out + run.err
    assert sum(cloud.calls.values()) == 0


def test_a_wrong_secret_is_said_once(scan: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "nonsense")
    run = scan("--format", "json")
    assert list(unread(run)) == ["ecs:DescribeRegions"]
    assert run.code == 2


def test_verbose_says_each_call_in_a_line(scan: Scan, cloud: Cloud) -> None:
    run = scan("--verbose")
    lines = re.findall(r"^\w+:\w+.*$", run.err, re.MULTILINE)
    assert len(lines) == sum(cloud.calls.values())
    assert [line for line in lines if line.startswith("ecs:DescribeInstances@cn-hangzhou: ok ")]
    assert KEYS["LTAI-main"] not in run.err


def roles(cloud: Cloud, denied: str = "") -> list[Parameters]:
    """Let roles be assumed; return what was asked."""
    asked: list[Parameters] = []

    def assume(parameters: Parameters) -> dict[str, Any]:
        asked.append(parameters)
        if denied and denied in parameters["RoleArn"]:
            raise Refusal("NoPermission", "You are not authorized to do this action.", 403)
        key = {"AccessKeyId": "STS.role", "AccessKeySecret": KEYS["STS.role"], "SecurityToken": TOKENS["STS.role"]}
        return {"Credentials": {**key, "Expiration": "2099-01-01T00:00:00Z"}}

    cloud.handlers["AssumeRole"] = assume
    return asked


def test_each_role_is_assumed_once_and_all_accounts_meet_in_one_report(scan: Scan, cloud: Cloud) -> None:
    asked = roles(cloud)
    first, second = "acs:ram::1111:role/icp,external-id=x-1", "acs:ram::2222:role/icp"
    run = scan("--format", "json", "--role-arn", first, "--role-arn", second)
    assert [(p["RoleArn"], p.get("ExternalId")) for p in asked] == [
        ("acs:ram::1111:role/icp", "x-1"),
        ("acs:ram::2222:role/icp", None),
    ]
    assert {p["AccessKeyId"] for p in cloud.log if p["Action"] == "DescribeInstances"} == {"STS.role"}
    assert [part["path"] for part in report(run)["inputs"] if part["kind"] == "inventory"] == ["1111", "2222"]
    assert outcomes(run)["ICP101"] == "violation"


def test_a_role_whose_token_is_about_to_end_is_assumed_anew(scan: Scan, cloud: Cloud) -> None:
    asked = roles(cloud)
    plain = cloud.handlers["AssumeRole"]

    def short(parameters: Parameters) -> dict[str, Any]:
        body = plain(parameters)
        soon = datetime.now(UTC) + timedelta(minutes=1 if len(asked) < 3 else 60)
        return {"Credentials": {**body["Credentials"], "Expiration": soon.strftime("%Y-%m-%dT%H:%M:%SZ")}}

    cloud.handlers["AssumeRole"] = short
    assert scan("--role-arn", "acs:ram::1111:role/icp", "--concurrency", "1").code == 1
    assert len(asked) == 3


def test_an_account_that_cannot_be_entered_costs_only_its_own_answers(scan: Scan, cloud: Cloud) -> None:
    roles(cloud, denied="2222")
    arguments = ("--format", "json", "--role-arn", "acs:ram::1111:role/icp", "--role-arn", "acs:ram::2222:role/icp")
    run = scan(*arguments)
    assert list(unread(run)) == ["2222/ecs:DescribeRegions"]
    assert "sts:AssumeRole acs:ram::2222:role/icp" in unread(run)["2222/ecs:DescribeRegions"]
    assert outcomes(run)["ICP101"] == "violation"
    assert run.code == 2


def test_an_account_without_any_credentials_is_one_sentence(
    icplint: Scan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with in_time(8):
        run = icplint("scan")
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert "no credentials of Alibaba Cloud were found" in run.err


def test_a_violation_that_hangs_on_nothing_unread_stands(scan: Scan, cloud: Cloud) -> None:
    plain = cloud.handlers["DescribeInstances"]

    def postpaid(parameters: Parameters) -> dict[str, Any]:
        body = plain(parameters)
        for one in body["Instances"]["Instance"]:
            one["InstanceChargeType"] = "PostPaid"
        return body

    cloud.handlers["DescribeInstances"] = postpaid
    cloud.trouble["DescribeEipAddresses"] = [forbid, forbid]
    run = scan("--format", "json", "--select", "ICP301", "--select", "ICP101")
    found = {(f["code"], f["subject"]["key"], f["outcome"]) for f in report(run)["findings"]}
    assert found == {("ICP101", "www.example.cn", "violation"), ("ICP301", "i-cn-hangzhou", "violation")}


def test_an_outage_is_a_line_for_each_list_and_json_has_each_region(scan: Scan, cloud: Cloud) -> None:
    places = [f"cn-{name}" for name in ("beijing", "hangzhou", "shanghai")]
    cloud.list("DescribeRegions", "Regions.Region", lambda _p: [{"RegionId": place} for place in places])
    cloud.trouble["DescribeEipAddresses"] = [forbid] * 3
    cloud.trouble["DescribeInstances"] = [forbid]
    wanted = ("--products", "ecs,vpc", "--lang", "en")
    lines = [line.split("  ")[-1] for line in scan(*wanted).out.splitlines() if "Forbidden.RAM" in line]
    told = sorted(line.partition(": Forbidden.RAM (request R-")[0] for line in lines)
    assert len(told) == 2
    assert told[0].startswith("ecs:DescribeInstances@cn-")
    assert told[1] == "vpc:DescribeEipAddresses@cn-beijing, cn-hangzhou, cn-shanghai"
    cloud.trouble["DescribeEipAddresses"] = [forbid] * 3
    parts = unread(scan(*wanted, "--format", "json"))
    assert sorted(parts) == [f"vpc:DescribeEipAddresses@{place}" for place in places]


def test_a_list_that_is_refused_for_each_of_its_parents_is_a_line(scan: Scan, cloud: Cloud) -> None:
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: [])
    three = [{**balancers("cn-hangzhou")[0], "LoadBalancerId": f"lb-{n}"} for n in range(3)]
    cloud.list("DescribeLoadBalancers", "LoadBalancers.LoadBalancer", lambda _p: three)
    cloud.trouble["DescribeLoadBalancerAttribute"] = [forbid] * 3
    run = scan("--products", "slb", "--lang", "en", "--region", "cn-hangzhou")
    assert "slb:DescribeLoadBalancerAttribute@cn-hangzhou (×3): Forbidden.RAM" in run.out


def test_a_lookup_that_is_refused_for_too_many_is_not_asked_for_every_other_domain(scan: Scan, cloud: Cloud) -> None:
    zones = [{"DomainName": f"site{n}.cn"} for n in range(20)]
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: zones)
    (record,) = cloud.handlers["DescribeDomainRecords"]({})["DomainRecords"]["Record"]
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda p: [record | {"RecordId": p["DomainName"]}])

    def quota(_parameters: Parameters) -> dict[str, Any]:
        if cloud.calls["CheckCdnDomainICP"] > 5:
            raise Refusal("Throttling.User", "Request was denied due to user flow control.")
        return {"Status": "DomainNotRegistration"}

    cloud.handlers["CheckCdnDomainICP"] = quota
    run = scan("--format", "json", "--concurrency", "1")
    assert cloud.calls["CheckCdnDomainICP"] == 5 + pace.ATTEMPTS
    found = [f["outcome"] for f in report(run)["findings"] if f["code"] == "ICP101"]
    assert (found.count("violation"), found.count("cannot-tell")) == (5, 15)
    assert "Throttling.User" in unread(run)["cdn:CheckCdnDomainICP"]
    assert run.code == 2


@pytest.mark.parametrize(("lang", "said"), [("en", "nothing could be read"), ("zh", "没有读取到任何内容")])
def test_where_everything_is_refused_that_comes_first_with_the_policy(
    scan: Scan, cloud: Cloud, lang: str, said: str
) -> None:
    for action in ("DescribeDomains", "DescribeUserDomains"):
        cloud.trouble[action] = [forbid]
    run = scan("--products", "alidns,cdn", "--lang", lang)
    first = run.out.splitlines()[0]
    assert first.startswith(said)
    assert "icplint scan --print-policy" in run.out
    assert run.code == 2
    cloud.trouble["DescribeDomains"] = [forbid]
    assert said not in scan("--products", "alidns,cdn", "--lang", lang).out


def test_where_the_keys_are_not_taken_that_comes_first(scan: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "wrong")
    run = scan("--lang", "en")
    assert run.out.startswith("nothing could be read, so nothing was judged: what was not read says why")
    assert "check the keys" in run.out
    assert "--print-policy" not in run.out
