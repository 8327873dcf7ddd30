"""The site of the parity tests as an account: the graph and the findings of its source, plan and state.

The replies are made of the state that Terraform wrote (tests/parity/site/terraform.tfstate).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cloud import KEYS, Cloud, Server

from icplint.alibaba.client import AlibabaClient
from icplint.alibaba.keys import Keys
from icplint.alibaba.vendor import ALIBABA
from icplint.graph.build import build
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.live import inventory
from icplint.live.scan import Account, Plan, scan
from icplint.policy import Policy, Tables
from icplint.registry import registry

SITE = Path(__file__).parents[1] / "parity" / "site"
ON = "2025-01-15"
Held = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def held() -> Held:
    """What the state holds, by type."""
    found: Held = {}
    for resource in json.loads((SITE / "terraform.tfstate").read_text(encoding="utf-8"))["resources"]:
        for instance in resource["instances"]:
            module = f"{resource['module']}." if "module" in resource else ""
            key = instance.get("index_key")
            index = "" if key is None else f"[{json.dumps(key)}]"
            address = f"{module}{resource['type']}.{resource['name']}{index}"
            found.setdefault(resource["type"], []).append({**instance["attributes"], "at": address})
    return found


@pytest.fixture(scope="module")
def url(held: Held) -> Iterator[str]:
    """The account on loopback."""
    cloud = Cloud(quiet=True)
    regions = [{"RegionId": "cn-hangzhou"}, {"RegionId": "cn-hongkong"}]
    cloud.list("DescribeRegions", "Regions.Region", lambda _p: regions)
    instances = [instance(one) for one in held["alicloud_instance"]]
    cloud.list(
        "DescribeInstances",
        "Instances.Instance",
        lambda p: [one for one in instances if one["ZoneId"].startswith(p["RegionId"])],
    )
    bound = {one["allocation_id"]: one["instance_id"] for one in held["alicloud_eip_association"]}
    there = {
        "DescribeEipAddresses": (
            "EipAddresses.EipAddress",
            [
                {"AllocationId": one["id"], "IpAddress": one["ip_address"], "InstanceId": bound[one["id"]]}
                for one in held["alicloud_eip_address"]
            ],
        ),
        "DescribeLoadBalancers": (
            "LoadBalancers.LoadBalancer",
            [
                {
                    "LoadBalancerId": one["id"],
                    "Address": one["address"],
                    "AddressType": one["address_type"],
                    "MasterZoneId": one["master_zone_id"],
                }
                for one in held["alicloud_slb_load_balancer"]
            ],
        ),
    }
    for action, (path, items) in there.items():
        cloud.list(action, path, lambda p, items=items: items if p["RegionId"] == "cn-hangzhou" else [])
    cloud.handlers["DescribeLoadBalancerAttribute"] = lambda p: {
        "LoadBalancerId": p["LoadBalancerId"],
        "BackendServers": {
            "BackendServer": [
                {"ServerId": server["server_id"]}
                for one in held["alicloud_slb_backend_server"]
                for server in one["backend_servers"]
            ]
        },
    }
    _everywhere(cloud, held)
    server = Server(cloud)
    yield server.url
    server.close()


def _everywhere(cloud: Cloud, held: Held) -> None:
    """What no region holds: domains of the CDN, records, buckets."""
    cloud.list(
        "DescribeUserDomains",
        "Domains.PageData",
        lambda _p: [
            {
                "DomainName": one["domain_name"],
                "Cname": one["cname"],
                "Coverage": one["scope"],
                "DomainStatus": one["status"],
                "Sources": {"Source": [{"Type": s["type"], "Content": s["content"]} for s in one["sources"]]},
            }
            for one in held["alicloud_cdn_domain_new"]
        ],
    )
    cloud.list("DescribeDomains", "Domains.Domain", lambda _p: [{"DomainName": "example.cn"}])
    cloud.list(
        "DescribeDomainRecords",
        "DomainRecords.Record",
        lambda _p: [
            {
                "RecordId": one["id"],
                "RR": one["rr"],
                "Type": one["type"],
                "Value": one["value"],
                "Line": one["line"] or "default",
                "Status": one["status"] or "ENABLE",
            }
            for one in held["alicloud_alidns_record"]
        ],
    )
    (bucket,), (cname,) = held["alicloud_oss_bucket"], held["alicloud_oss_bucket_cname"]
    cloud.handlers["ListBuckets"] = lambda _p: {
        "xml": f"<ListAllMyBucketsResult><Owner/><Buckets><Bucket><Name>{bucket['bucket']}</Name>"
        f"<Location>{bucket['location']}</Location><ExtranetEndpoint>{bucket['extranet_endpoint']}</ExtranetEndpoint>"
        "</Bucket></Buckets></ListAllMyBucketsResult>"
    }
    cloud.handlers["ListCname"] = lambda _p: {
        "xml": f"<ListCnameResult><Bucket>{bucket['bucket']}</Bucket>"
        f"<Cname><Domain>{cname['domain']}</Domain><Status>{cname['status']}</Status></Cname>"
        "</ListCnameResult>"
    }
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {"Success": True, "BaSuccessDataWithRiskList": []}


def instance(one: dict[str, Any]) -> dict[str, Any]:
    """Return an instance as the API has it."""
    return {
        "InstanceId": one["id"],
        "ZoneId": one["availability_zone"],
        "InstanceChargeType": one["instance_charge_type"],
        "InternetMaxBandwidthOut": one["internet_max_bandwidth_out"],
        "PublicIpAddress": {"IpAddress": [one["public_ip"]] if one["public_ip"] else []},
        "CreationTime": one["create_time"],
        "ExpiredTime": one["expired_time"],
        "VpcAttributes": {"PrivateIpAddress": {"IpAddress": [one["private_ip"]]}},
        "NetworkInterfaces": {"NetworkInterface": [{"NetworkInterfaceId": one["network_interface_id"]}]},
    }


def test_the_account_has_the_nodes_and_ties_of_the_source(held: Held, url: str) -> None:
    known = registry()
    registers = [SITE / "filings.toml"]
    reading = read_inputs(Request(paths=[str(SITE)], base=SITE, registers=registers, sources=lambda: known.sources))
    source = build(reading, known.table, Policy(date.fromisoformat(ON)), {})
    ids = {one["at"]: one["id"] for ones in held.values() for one in ones}
    key = next(iter(KEYS))
    client = AlibabaClient(lambda: Keys(key, KEYS[key], None), {"default": url})
    listings = [one for one in known.listings if not one.on_demand]
    replies = list(scan([Account(name="", ask=client)], Plan(vendor=ALIBABA, listings=listings)))
    account = read_inputs(Request(paths=[], base=SITE, registers=registers, sources=lambda: known.sources))
    account.add(inventory.read(replies, listings, ALIBABA, Tables.core().regions))
    assert account.unread == []
    live = build(account, known.table, Policy(date.fromisoformat(ON)), {})
    assert live.shape() == {tuple(ids.get(word, word) for word in shape) for shape in source.shape()}


def test_the_account_gives_the_findings_of_the_source(
    held: Held, url: str, icplint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = next(iter(KEYS))
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", key)
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEYS[key])
    ids = {one["at"]: one["id"] for ones in held.values() for one in ones}
    asked = ("--filings", SITE / "filings.toml", "--on", ON, "--all", "--format", "json", "--isolated")

    def found(*command: Any) -> dict[tuple[str, str], str]:
        answers = json.loads(icplint(*command, *asked).out)["findings"]
        return {(f["code"], ids.get(f["subject"]["key"], f["subject"]["key"])): f["outcome"] for f in answers}

    expected = found("check", SITE)
    assert found("scan", "--endpoint", url, "--no-lookup") == expected
    assert set(expected.values()) == {"violation", "compliant"}
