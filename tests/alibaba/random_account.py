"""Small random accounts: zones, instances, elastic addresses, load balancers, CDN domains, filings, all at odds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Final

from cloud import Cloud

from icplint.live.call import Call, Failure, Reply
from icplint.live.scan import Account

REGIONS: Final = ("cn-hangzhou", "cn-beijing", "cn-hongkong")
ZONES: Final = ("example.cn", "example.com", "example.net.cn")
OUTSIDE: Final = "192.0.2.7"
Table = dict[str, list[dict[str, Any]]]
"""Rows by region, or by zone."""


def random_cloud(seed: int) -> Cloud:
    """Return an account that is the same for the same seed."""
    chance, cloud = Random(seed), Cloud(quiet=True)  # noqa: S311
    cloud.list("DescribeRegions", "Regions.Region", lambda _p: [{"RegionId": region} for region in REGIONS])
    instances = {r: [_instance(chance, r, n) for n in range(chance.choice((0, 1, 2)))] for r in REGIONS}
    balancers = {r: [_balancer(chance, r)] if chance.random() < 0.4 else [] for r in REGIONS}
    addresses = {r: _elastic(chance, r, instances[r], balancers[r]) for r in REGIONS}
    _serve(cloud, chance, instances, balancers, addresses)
    targets = [*_targets(instances, balancers, addresses), OUTSIDE]
    hosts = [f"{chance.choice(('www', 'shop', 'm'))}.{zone}" for zone in ZONES]
    domains = [_accelerated(chance, host, targets) for host in hosts if chance.random() < 0.5]
    _name(cloud, domains, {zone: _records(chance, zone, targets, domains) for zone in ZONES})
    sites = [
        {"SiteRecordNum": f"京ICP备202300123{n}号-1", "DomainList": [zone]}
        for n, zone in enumerate(ZONES)
        if chance.random() < 0.4
    ]
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {"BaSuccessDataWithRiskList": [{"WebsiteList": sites}]}
    return cloud


def large_cloud(names: int = 200, seed: int = 1) -> Cloud:
    """Return an account with so many names, ten to a zone: one on the CDN, the others with a record of their own."""
    chance, cloud = Random(seed), Cloud(quiet=True)  # noqa: S311
    cloud.list("DescribeRegions", "Regions.Region", lambda _p: [{"RegionId": region} for region in REGIONS])
    instances = {r: [_instance(chance, r, n) for n in range(20)] for r in REGIONS}
    balancers = {r: [{**_balancer(chance, r), "LoadBalancerId": f"lb-{r}-{n}"} for n in range(4)] for r in REGIONS}
    addresses = {r: _elastic(chance, r, instances[r], balancers[r]) for r in REGIONS}
    _serve(cloud, chance, instances, balancers, addresses)
    targets = _targets(instances, balancers, addresses)
    zones = [f"zone{n}.{'cn' if n % 2 else 'com'}" for n in range(names // 10)]
    domains = [_accelerated(chance, f"h0.{zone}", targets) for zone in zones]
    records = {
        zone: [
            _record(zone, "h0", domain["Cname"], "CNAME"),
            *(_record(zone, f"h{n}", chance.choice(targets)) for n in range(1, 10)),
        ]
        for zone, domain in zip(zones, domains, strict=True)
    }
    _name(cloud, domains, records)
    sites = [{"SiteRecordNum": f"京ICP备2023{n:06}号-1", "DomainList": [z]} for n, z in enumerate(zones) if n % 3]
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {"BaSuccessDataWithRiskList": [{"WebsiteList": sites}]}
    return cloud


def _serve(cloud: Cloud, chance: Random, instances: Table, balancers: Table, addresses: Table) -> None:
    """Let an account list what stands in its regions."""
    cloud.list("DescribeInstances", "Instances.Instance", lambda p: instances[p["RegionId"]])
    cloud.handlers["DescribeInstanceAutoRenewAttribute"] = lambda p: {
        "InstanceRenewAttributes": {
            "InstanceRenewAttribute": [
                {"InstanceId": one, "RenewalStatus": "Normal"} for one in p["InstanceId"].split(",")
            ]
        }
    }
    cloud.list("DescribeEipAddresses", "EipAddresses.EipAddress", lambda p: addresses[p["RegionId"]])
    cloud.list("DescribeLoadBalancers", "LoadBalancers.LoadBalancer", lambda p: balancers[p["RegionId"]])
    backends = {b["LoadBalancerId"]: _backends(chance, instances[r]) for r in REGIONS for b in balancers[r]}
    cloud.handlers["DescribeLoadBalancerAttribute"] = lambda p: {
        "LoadBalancerId": p["LoadBalancerId"],
        "BackendServers": {"BackendServer": backends[p["LoadBalancerId"]]},
    }


def _targets(instances: Table, balancers: Table, addresses: Table) -> list[str]:
    """Return the addresses that a record of the account may hold."""
    found = [a for r in REGIONS for i in instances[r] for a in i["PublicIpAddress"]["IpAddress"]]
    found += [e["IpAddress"] for r in REGIONS for e in addresses[r]]
    return found + [b["Address"] for r in REGIONS for b in balancers[r]]


def _name(cloud: Cloud, domains: list[dict[str, Any]], records: Table) -> None:
    """Let an account list its CDN domains and its zones."""
    cloud.list("DescribeUserDomains", "Domains.PageData", lambda _p: domains)
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: [{"DomainName": zone} for zone in records])
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda p: records[p["DomainName"]])


def account(cloud: Cloud, broken: Callable[[Call], Failure | None] = lambda _call: None, name: str = "") -> Account:
    """Return an account whose calls the cloud answers in this process; `broken` says which fail."""

    def ask(call: Call, extra: Mapping[str, str]) -> Reply:
        if (failure := broken(call)) is not None:
            return Reply(call=call, failure=failure)
        return Reply(
            call=call,
            body=cloud.answer({"Action": call.action, "Version": call.version, **dict(call.parameters), **extra}),
        )

    return Account(name=name, ask=ask)


def _ip(chance: Random) -> str:
    return f"47.{chance.randrange(90, 120)}.{chance.randrange(256)}.{chance.randrange(1, 255)}"


def _instance(chance: Random, region: str, number: int) -> dict[str, Any]:
    public = chance.random() < 0.5
    return {
        "InstanceId": f"i-{region}-{number}",
        "RegionId": region,
        "ZoneId": f"{region}-b",
        "InstanceChargeType": chance.choice(("PrePaid", "PrePaid", "PostPaid")),
        "InternetMaxBandwidthOut": 5 if public else 0,
        "PublicIpAddress": {"IpAddress": [_ip(chance)] if public else []},
        "CreationTime": "2026-01-01T16:00Z",
        "ExpiredTime": chance.choice(("2026-12-01T16:00Z", "2026-02-01T16:00Z", "2027-03-01T16:00Z")),
    }


def _balancer(chance: Random, region: str) -> dict[str, Any]:
    kind = chance.choice(("internet", "intranet"))
    address = _ip(chance) if kind == "internet" else "10.0.0.9"
    return {"LoadBalancerId": f"lb-{region}", "RegionId": region, "Address": address, "AddressType": kind}


def _backends(chance: Random, instances: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"ServerId": i["InstanceId"], "Type": "ecs", "Weight": 100} for i in instances if chance.random() < 0.7]


def _elastic(
    chance: Random, region: str, instances: list[dict[str, Any]], balancers: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    holders = [i["InstanceId"] for i in instances] + [b["LoadBalancerId"] for b in balancers]
    bound = [holder for holder in holders if chance.random() < 0.4]
    return [
        {"AllocationId": f"eip-{holder}", "RegionId": region, "IpAddress": _ip(chance), "InstanceId": holder}
        for holder in (*bound, *([""] if chance.random() < 0.2 else []))
    ]


def _accelerated(chance: Random, host: str, targets: list[str]) -> dict[str, Any]:
    return {
        "DomainName": host,
        "Cname": f"{host}.w.kunlunsl.com",
        "Coverage": chance.choice(("domestic", "overseas", "global")),
        "DomainStatus": "online",
        "Sources": {"Source": [{"Type": "ipaddr", "Content": chance.choice(targets), "Port": 80}]},
    }


def _records(chance: Random, zone: str, targets: list[str], domains: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = [_record(zone, name, chance.choice(targets)) for name in ("www", "shop", "@") if chance.random() < 0.6]
    for domain in domains:
        host, _, above = domain["DomainName"].partition(".")
        if above == zone and chance.random() < 0.7:
            found.append(_record(zone, host, domain["Cname"], "CNAME"))
    if chance.random() < 0.3:
        found.append(_record(zone, "*", chance.choice(targets)))
    return found


def _record(zone: str, relative: str, value: str, kind: str = "A") -> dict[str, Any]:
    known = {"RecordId": f"{zone} {relative} {value}", "RR": relative, "Type": kind, "Value": value}
    return {**known, "Line": "default", "Status": "ENABLE"}
