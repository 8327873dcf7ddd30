"""What an account has, and does not serve for now: instances that stand still, sites that ESA does not answer yet."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cloud import Cloud, Scan


def asked(run: Any, code: str = "ICP101", key: str = "www.example.cn") -> tuple[str, list[str]]:
    """Return an outcome and what argues for it."""
    assert json.loads(run.out)["unread"] == []
    found = [f for f in json.loads(run.out)["findings"] if (f["code"], f["subject"]["key"]) == (code, key)]
    return found[0]["outcome"], [evidence["message"] for evidence in found[0]["evidence"]]


def standing(cloud: Cloud, said: dict[str, Any]) -> None:
    """Say more of each instance."""
    plain = cloud.handlers["DescribeInstances"]
    cloud.list(
        "DescribeInstances", "Instances.Instance", lambda p: [one | said for one in plain(p)["Instances"]["Instance"]]
    )


def locked(*reasons: str) -> dict[str, Any]:
    return {"OperationLocks": {"LockReason": [{"LockReason": reason, "LockMsg": ""} for reason in reasons]}}


@pytest.mark.parametrize(
    ("said", "outcome", "words"),
    [
        ({"Status": "Running", **locked()}, "violation", ""),
        ({"Status": "Starting"}, "violation", ""),
        ({"Status": "Stopped", "StoppedMode": "KeepCharging"}, "cannot-tell", "i-cn-hangzhou is stopped: it serves no"),
        ({"Status": "Stopping"}, "cannot-tell", "i-cn-hangzhou is being stopped"),
        ({"Status": "Running", **locked("security")}, "cannot-tell", "is locked because of a security reason"),
        ({"Status": "Running", **locked("financial", "odd")}, "cannot-tell", "of an overdue payment, odd"),
    ],
)
def test_an_instance_that_stands_still_is_neither_served_from_nor_a_pass(
    scan: Scan, cloud: Cloud, said: dict[str, Any], outcome: str, words: str
) -> None:
    standing(cloud, said)
    found, why = asked(scan("--format", "json", "--lang", "en"))
    assert found == outcome
    assert any(words in text for text in why)
    assert any("i-cn-hangzhou is in cn-hangzhou, mainland China" in text for text in why)


def test_where_it_stands_outside_it_does_not_matter_that_it_stands_still(scan: Scan, cloud: Cloud) -> None:
    plain = cloud.handlers["DescribeDomainRecords"]({})["DomainRecords"]["Record"][0]
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: [plain | {"Value": "47.52.0.1"}])
    standing(cloud, {"Status": "Stopped"})
    assert asked(scan("--format", "json", "--all"))[0] == "compliant"


def test_what_a_filed_name_stands_still_on_does_not_make_its_filing_idle(scan: Scan, cloud: Cloud) -> None:
    website = {"SiteRecordNum": "京ICP备2023001234号-1", "DomainList": ["example.cn"]}
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {
        "Success": True,
        "BaSuccessDataWithRiskList": [{"IcpNumber": "京ICP备2023001234号", "WebsiteList": [website]}],
    }
    standing(cloud, {"Status": "Stopped"})
    run = scan("--format", "json", "--all", "--lang", "en")
    outcome, why = asked(run, "ICP102", "example.cn")
    assert outcome == "cannot-tell"
    assert any("is stopped" in text for text in why)


def site(cloud: Cloud, proxied: bool, **said: str) -> None:
    """Let the name be a record of a site at ESA instead."""
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: [])
    one = {"SiteId": 1, "SiteName": "example.cn", "Coverage": "domestic", "AccessType": "NS", **said}
    cloud.list("ListSites", "Sites", lambda _p: [one])
    held = {"RecordId": 2, "RecordName": "www.example.cn", "RecordType": "A/AAAA", "Proxied": proxied, "SiteId": 1}
    cloud.list("ListRecords", "Records", lambda _p: [{**held, "Data": {"Value": "47.96.0.1"}}])
    cloud.handlers["GetSitePause"] = lambda _p: {"Paused": False}


@pytest.mark.parametrize("proxied", [True, False])
@pytest.mark.parametrize(
    ("said", "outcome", "words"),
    [
        ({"Status": "active"}, "violation", ""),
        ({"Status": "pending"}, "cannot-tell", "the site example.cn is pending at ESA"),
        ({"Status": "moved"}, "cannot-tell", "the site example.cn is moved at ESA"),
        ({"Status": "offline", "OfflineReason": "missing_icp"}, "cannot-tell", "ESA says that the domain has no ICP"),
        ({"Status": "offline", "OfflineReason": "expiration_ arrears"}, "cannot-tell", "the plan has expired"),
        ({"Status": "offline"}, "cannot-tell", "no reason given"),
    ],
)
def test_a_site_that_esa_may_not_answer_is_doubt(
    scan: Scan, cloud: Cloud, proxied: bool, said: dict[str, str], outcome: str, words: str
) -> None:
    site(cloud, proxied, **said)
    found, why = asked(scan("--format", "json", "--lang", "en"))
    assert found == outcome
    assert any(words in text for text in why)
