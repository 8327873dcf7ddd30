"""What an account says beside what it serves: how its domains are registered, what a gateway holds against a name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cloud import Cloud, Scan, forbid

DAY = 86_400_000
TODAY = 1_795_449_600_000
"""2026-11-24 in China, in milliseconds."""


def asked(run: Any, key: str = "www.example.cn") -> tuple[str, list[str]]:
    found = [f for f in json.loads(run.out)["findings"] if (f["code"], f["subject"]["key"]) == ("ICP101", key)]
    return found[0]["outcome"], [evidence["message"] for evidence in found[0]["evidence"]]


def registered(cloud: Cloud, **said: Any) -> None:
    one = {"DomainName": "example.cn", "DomainAuditStatus": "SUCCEED", "ExpirationDateLong": TODAY + 400 * DAY, **said}
    cloud.handlers["QueryDomainList"] = lambda p: {
        "Data": {"Domain": [one] if p["PageNum"] == "1" else []},
        "TotalItemNum": 1,
        "TotalPageNum": 1,
    }


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, ""),
        ({"DomainAuditStatus": "NONAUDIT"}, "the real name of the holder of example.cn is not verified"),
        ({"DomainAuditStatus": "AUDITING"}, "the real name of the holder of example.cn is not verified"),
        ({"DomainAuditStatus": "NEW"}, ""),  # a word that is not documented says nothing
        ({"ExpirationDateLong": str(TODAY + 90 * DAY)}, "example.cn expires on 2027-02-22"),
        ({"ExpirationDateLong": TODAY + 91 * DAY}, ""),
        ({"ExpirationDateLong": TODAY - DAY}, "example.cn expired on 2026-11-23"),
        ({"ExpirationDateLong": None}, ""),
    ],
)
def test_what_stands_in_the_way_of_a_filing_is_said(scan: Scan, cloud: Cloud, said: Any, words: str) -> None:
    plain = asked(scan("--format", "json", "--lang", "en"))
    registered(cloud, **said)
    outcome, why = asked(scan("--format", "json", "--lang", "en"))
    assert outcome == "violation"
    more = why[len(plain[1]) :]
    assert (plain[1], len(more)) == (why[: len(plain[1])], bool(words))
    assert all(words in text for text in more)


def test_all_pages_of_the_domains_are_read(scan: Scan, cloud: Cloud) -> None:
    held = [{"DomainName": f"d{n}.cn", "DomainAuditStatus": "SUCCEED"} for n in range(205)]

    def domains(parameters: dict[str, str]) -> dict[str, Any]:
        begin = (int(parameters["PageNum"]) - 1) * int(parameters["PageSize"])
        found = held[begin : begin + int(parameters["PageSize"])]
        return {"Data": {"Domain": found}, "TotalItemNum": len(held)}

    cloud.handlers["QueryDomainList"] = domains
    assert json.loads(scan("--format", "json").out)["unread"] == []
    assert cloud.calls["QueryDomainList"] == 3
    held.append(held[0])
    assert [part["what"] for part in json.loads(scan("--format", "json").out)["unread"]] == ["domain:QueryDomainList"]


def test_a_list_of_domains_that_is_refused_changes_no_answer(scan: Scan, cloud: Cloud) -> None:
    whole = json.loads(scan("--format", "json", "--all").out)
    cloud.trouble["QueryDomainList"] = [forbid]
    part = scan("--format", "json", "--all")
    assert [one["what"] for one in json.loads(part.out)["unread"]] == ["domain:QueryDomainList"]
    assert [(f["fingerprint"], f["outcome"]) for f in json.loads(part.out)["findings"]] == [
        (f["fingerprint"], f["outcome"]) for f in whole["findings"]
    ]
    assert part.code == 2


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"DomainLegalStatus": "NORMAL"}, ""),
        ({}, ""),
        ({"DomainLegalStatus": "ABNORMAL"}, "the legal status of api.example.cn is ABNORMAL"),
        (
            {"DomainLegalStatus": "ABNORMAL", "DomainRemark": "no ICP filing"},
            "the legal status of api.example.cn is ABNORMAL: no ICP filing",
        ),
    ],
)
def test_what_a_gateway_holds_against_a_name_is_said(scan: Scan, cloud: Cloud, said: Any, words: str) -> None:
    name = {"DomainName": "api.example.cn", "DomainBindingStatus": "BINDING", **said}
    cloud.list("DescribeApiGroups", "ApiGroupAttributes.ApiGroupAttribute", lambda _p: [{"GroupId": "g"}])
    group = {"GroupId": "g", "RegionId": "cn-hangzhou", "SubDomain": "g-cn-hangzhou.alicloudapi.com"}
    cloud.handlers["DescribeApiGroup"] = lambda _p: {**group, "CustomDomains": {"DomainItem": [name]}}
    outcome, why = asked(scan("--format", "json", "--lang", "en", "--region", "cn-hangzhou"), "api.example.cn")
    assert outcome == "violation"
    assert [text for text in why if "legal status" in text] == ([f"API Gateway says that {words}"] if words else [])


IPV6 = "2408:4004:1234:1a00::1"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ({"NetworkType": "Public", "AssociatedInstanceId": "i-cn-hangzhou"}, "violation"),
        ({"NetworkType": "Private", "AssociatedInstanceId": "i-cn-hangzhou"}, "compliant"),
    ],
)
def test_an_ipv6_address_is_public_with_bandwidth_only(scan: Scan, cloud: Cloud, said: Any, outcome: str) -> None:
    plain = cloud.handlers["DescribeDomainRecords"]({})["DomainRecords"]["Record"][0]
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: [plain | {"Type": "AAAA", "Value": IPV6}])
    one = {"Ipv6AddressId": "ipv6-1", "Ipv6Address": IPV6, "AssociatedInstanceType": "EcsInstance", **said}
    cloud.list(
        "DescribeIpv6Addresses",
        "Ipv6Addresses.Ipv6Address",
        lambda p: [one] if p["RegionId"] == "cn-hangzhou" else [],
    )
    assert asked(scan("--format", "json", "--all"))[0] == outcome
    cloud.trouble["DescribeIpv6Addresses"] = [forbid, forbid]
    refused = scan("--format", "json", "--all")
    assert asked(refused)[0] == "cannot-tell"
    assert refused.code == 2


def test_whether_the_bandwidth_of_an_ipv6_address_lets_an_instance_issue_codes_is_not_known(
    scan: Scan, cloud: Cloud
) -> None:
    plain = cloud.handlers["DescribeInstances"]
    far = {"InternetMaxBandwidthOut": 0, "PublicIpAddress": {"IpAddress": []}, "ExpiredTime": "2028-12-01T16:00Z"}
    cloud.list(
        "DescribeInstances",
        "Instances.Instance",
        lambda p: [one | far for one in plain(p)["Instances"]["Instance"]],
    )
    record = cloud.handlers["DescribeDomainRecords"]({})["DomainRecords"]["Record"][0]
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: [record | {"Type": "AAAA", "Value": IPV6}])
    one = {"Ipv6AddressId": "ipv6-1", "Ipv6Address": IPV6, "NetworkType": "Public"}
    cloud.list(
        "DescribeIpv6Addresses",
        "Ipv6Addresses.Ipv6Address",
        lambda p: [one | {"AssociatedInstanceId": "i-cn-hangzhou"}] if p["RegionId"] == "cn-hangzhou" else [],
    )
    run = scan("--format", "json", "--all", "--select", "ICP301", "--lang", "en")
    (found,) = (f for f in json.loads(run.out)["findings"] if f["subject"]["key"] == "i-cn-hangzhou")
    assert found["outcome"] == "cannot-tell"
    assert "no rule says whether that of an IPv6 address" in json.dumps(found)
