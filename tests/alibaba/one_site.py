"""An instance, and a record that points at one, as the services list them."""

from __future__ import annotations

from typing import Any


def instance(region: str) -> dict[str, Any]:
    address = "47.96.0.1" if region == "cn-hangzhou" else "47.52.0.1"
    return {
        "InstanceId": f"i-{region}",
        "RegionId": region,
        "ZoneId": f"{region}-b",
        "InstanceChargeType": "PrePaid",
        "InternetMaxBandwidthOut": 5,
        "PublicIpAddress": {"IpAddress": [address]},
        "CreationTime": "2026-01-01T16:00Z",
        "ExpiredTime": "2026-12-01T16:00Z",
    }


def record(relative: str, value: str, kind: str = "A") -> dict[str, Any]:
    return {
        "RecordId": f"{relative}-{value}",
        "RR": relative,
        "Type": kind,
        "Value": value,
        "Line": "default",
        "Status": "ENABLE",
    }
