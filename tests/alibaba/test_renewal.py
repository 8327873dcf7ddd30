"""Whether an instance renews itself is asked only where it matters, a hundred instances at a time."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cloud import Cloud, Scan, unread


def subscription(number: int, days: int) -> dict[str, Any]:
    end = datetime.now(UTC) + timedelta(days=days)
    return {
        "InstanceId": f"i-{number}",
        "RegionId": "cn-hangzhou",
        "InstanceChargeType": "PrePaid",
        "CreationTime": "2026-01-01T16:00Z",
        "ExpiredTime": f"{end:%Y-%m-%dT%H:%MZ}",
    }


def renewing(parameters: Any) -> dict[str, Any]:
    rows = [{"InstanceId": one, "RenewalStatus": "Normal"} for one in parameters["InstanceId"].split(",")]
    return {"InstanceRenewAttributes": {"InstanceRenewAttribute": rows}, "TotalCount": len(rows)}


def test_short_terms_are_asked_about_in_hundreds_and_others_not_at_all(
    scan: Scan, icplint: Scan, cloud: Cloud, tmp_path: Path
) -> None:
    instances = [subscription(n, 20) for n in range(150)]
    instances += [subscription(n, 800) for n in range(150, 200)] + [subscription(n, -30) for n in range(200, 250)]
    cloud.list("DescribeInstances", "Instances.Instance", lambda _p: instances)
    cloud.handlers["DescribeInstanceAutoRenewAttribute"] = renewing
    saved = str(tmp_path / "saved")
    run = scan("--products", "ecs", "--region", "cn-hangzhou", "--format", "json", "--save", saved)
    asked = [one["InstanceId"].split(",") for one in cloud.log if one["Action"] == "DescribeInstanceAutoRenewAttribute"]
    assert sorted(map(len, asked)) == [50, 100]
    assert {one for group in asked for one in group} == {f"i-{n}" for n in range(150)}
    again = icplint("check", saved, "--format", "json", "--isolated", "--on", "2027-06-01")
    assert json.loads(run.out)["unread"] == json.loads(again.out)["unread"]
    assert unread(run) == {}


def test_the_reply_that_tells_most_is_the_place_to_look(scan: Scan, cloud: Cloud) -> None:
    cloud.list("DescribeInstances", "Instances.Instance", lambda _p: [subscription(1, 20)])
    cloud.handlers["DescribeInstanceAutoRenewAttribute"] = renewing
    run = scan("--products", "ecs", "--region", "cn-hangzhou", "--format", "json", "--all")
    found = json.loads(run.out)["findings"]
    origins = [e["origin"] or {} for f in found for e in f["evidence"]]
    asked = {origin["request"].split()[0] for origin in origins if origin.get("request")}
    assert {name for name in asked if "Instance" in name} == {"DescribeInstances"}
