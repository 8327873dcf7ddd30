"""How long a scan of a large account takes, and how much memory: 5,000 instances, 20 regions, 300 zones, 20,000 records.

python tests/bench/account.py
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1] / "alibaba"))
from cloud import KEYS, Cloud, Server

REGIONS: Final = [
    "cn-hangzhou",
    "cn-shanghai",
    "cn-qingdao",
    "cn-beijing",
    "cn-zhangjiakou",
    "cn-huhehaote",
    "cn-wulanchabu",
    "cn-shenzhen",
    "cn-heyuan",
    "cn-guangzhou",
    "cn-chengdu",
    "cn-hongkong",
    "ap-northeast-1",
    "ap-southeast-1",
    "ap-southeast-3",
    "ap-southeast-5",
    "us-east-1",
    "us-west-1",
    "eu-west-1",
    "eu-central-1",
]
INSTANCES: Final = 5_000
ZONES: Final = 300
RECORDS: Final = 20_000
BUDGET: Final = {"s": 60, "calls": 1_000, "MB": 350}
"""What a scan of this account may take. Nothing here holds calls back: the client paces itself by the documented rates."""
MAIN: Final = "from icplint.cli import main; main()"


def address(number: int) -> str:
    return f"47.96.{number // 250}.{number % 250 + 1}"


def renewing(parameters: dict[str, str]) -> dict[str, Any]:
    """Return that an instance does not renew itself."""
    row = {"AutoRenewEnabled": False, "RenewalStatus": "Normal"}
    rows = [{"InstanceId": one, **row} for one in parameters["InstanceId"].split(",")]
    return {"InstanceRenewAttributes": {"InstanceRenewAttribute": rows}, "TotalCount": len(rows)}


def large() -> Cloud:
    """Return an account in which every instance is pointed at by names of several zones."""
    cloud = Cloud()
    by_region: dict[str, list[Any]] = {region: [] for region in REGIONS}
    for number in range(INSTANCES):
        region = REGIONS[number % len(REGIONS)]
        by_region[region].append(
            {
                "InstanceId": f"i-{number}",
                "RegionId": region,
                "InstanceChargeType": "PrePaid",
                "InternetMaxBandwidthOut": 5,
                "PublicIpAddress": {"IpAddress": [address(number)]},
                "CreationTime": "2026-01-01T16:00Z",
                "ExpiredTime": "2026-12-01T16:00Z",
            }
        )
    zones = [f"site{n}.cn" for n in range(ZONES)]
    records: dict[str, list[Any]] = {zone: [] for zone in zones}
    for number in range(RECORDS):
        row = {"RecordId": str(number), "RR": f"h{number}", "Type": "A", "Value": address(number % INSTANCES)}
        records[zones[number % ZONES]].append({**row, "Line": "default", "Status": "ENABLE"})
    listed = {"Regions": {"Region": [{"RegionId": region} for region in REGIONS]}}
    cloud.handlers["DescribeRegions"] = lambda _p: listed  # it knows no pages
    cloud.list("DescribeInstances", "Instances.Instance", lambda p: by_region[p["RegionId"]])
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: [{"DomainName": zone} for zone in zones])
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda p: records[p["DomainName"]])
    cloud.list("DescribeEipAddresses", "EipAddresses.EipAddress", lambda _p: [])
    cloud.list("DescribeLoadBalancers", "LoadBalancers.LoadBalancer", lambda _p: [])
    cloud.list("DescribeIpv6Addresses", "Ipv6Addresses.Ipv6Address", lambda _p: [])
    cloud.list("DescribeHaVips", "HaVips.HaVip", lambda _p: [])
    cloud.list("DescribeNatGateways", "NatGateways.NatGateway", lambda _p: [])
    cloud.list("DescribeUserDomains", "Domains.PageData", lambda _p: [])
    cloud.handlers["DescribeLoadBalancerListeners"] = lambda _p: {"Listeners": []}
    cloud.handlers["DescribeInstanceAutoRenewAttribute"] = renewing
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {"Success": True, "BaSuccessDataWithRiskList": []}
    cloud.handlers["CheckCdnDomainICP"] = lambda _p: {"Status": "DomainNotRegistration"}
    return cloud


def main() -> None:
    """Scan it, check that each thing is there once, and print seconds, calls and megabytes."""
    cloud = large()
    server = Server(cloud)
    environment = {**os.environ, "ALIBABA_CLOUD_ACCESS_KEY_ID": "LTAI-main"}
    environment["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = KEYS["LTAI-main"]
    with tempfile.TemporaryDirectory() as directory:
        report = Path(directory) / "report.json"
        command = [sys.executable, "-c", MAIN, "scan", "--endpoint", server.url, "--on", "2026-11-24", "--all"]
        products = ["--products", "ecs,vpc,slb,cdn,alidns,companyreg"]
        began = time.monotonic()
        subprocess.run(
            [*command, *products, "--format", "json", "--output", str(report), "--isolated"],
            env=environment, check=False, cwd=directory,
        )  # fmt: skip
        seconds = time.monotonic() - began
        found = json.loads(report.read_text(encoding="utf-8"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    keys = [f["subject"]["key"] for f in found["findings"] if f["code"] == "ICP101"]
    servers = [f["subject"]["key"] for f in found["findings"] if f["code"] == "ICP301"]
    assert sorted(keys) == sorted(f"h{n}.site{n % ZONES}.cn" for n in range(RECORDS))
    assert sorted(servers) == sorted(f"i-{n}" for n in range(INSTANCES))
    assert [part for part in found["unread"] if ":" in part["what"]] == []
    calls = sum(cloud.calls.values())
    for (unit, most), taken in zip(BUDGET.items(), (seconds, calls, peak), strict=True):
        over = ", which is over" if taken > most else ""
        sys.stdout.write(f"{taken:.0f} {unit} (budget {most}{over})\n")
    sys.stdout.write(f"{dict(cloud.calls)}\n")
    server.close()


if __name__ == "__main__":
    main()
