"""The independent stand-in of the live service (../shared/tools/cloud): started, told to misbehave, and trusted."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.request import Request, urlopen

import pytest

PLACE: Final = Path(__file__).parents[3] / "shared/tools/cloud"
CA: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "ALIBABA_CLOUD_CA_BUNDLE")
MORE: Final[dict[str, Any]] = {
    "vpc": {
        "cn-shanghai": {
            "EipAddresses": {
                "EipAddress": [
                    {"AllocationId": f"eip-{n}", "IpAddress": f"47.100.8.{n}", "InstanceId": ""} for n in range(1, 4)
                ]
            },
            "NatGateways": {
                "NatGateway": [
                    {"NatGatewayId": "ngw-1", "ForwardTableIds": {"ForwardTableId": ["ftb-1"]}, "IpLists": {}}
                ]
            },
            "ForwardTableEntries": {
                "ForwardTableEntry": [
                    {
                        "ForwardEntryId": "fwd-1",
                        "ForwardTableId": "ftb-1",
                        "NatGatewayId": "ngw-1",
                        "ExternalIp": "47.100.8.1",
                        "InternalIp": "10.0.0.9",
                    }
                ]
            },
        }
    },
    "slb": {
        "cn-shanghai": {
            "LoadBalancers": {
                "LoadBalancer": [
                    {
                        "LoadBalancerId": "lb-1",
                        "RegionId": "cn-shanghai",
                        "Address": "47.100.8.9",
                        "AddressType": "internet",
                    }
                ]
            },
            "Attributes": {"lb-1": {"LoadBalancerId": "lb-1", "BackendServers": {"BackendServer": []}}},
        }
    },
    "dcdn": {
        "global": {
            "Domains": {"PageData": [{"DomainName": "fast.example.cn"}]},
            "Details": {
                "fast.example.cn": {"DomainName": "fast.example.cn", "Scope": "domestic", "Sources": {"Source": []}}
            },
        }
    },
    "esa": {
        "global": {
            "Sites": [
                {"SiteId": 1, "SiteName": "edge.cn", "Coverage": "domestic", "AccessType": "NS", "Status": "active"}
            ],
            "Records": [
                {
                    "SiteId": 1,
                    "RecordId": n,
                    "RecordName": f"r{n}.edge.cn",
                    "RecordType": "A/AAAA",
                    "Proxied": True,
                    "Data": {"Value": "203.0.113.1"},
                }
                for n in range(1, 4)
            ],
        }
    },
    "oss": {
        "global": {
            "Buckets": {
                "Bucket": [
                    {
                        "Name": f"bucket-{n}",
                        "Location": "oss-cn-shanghai",
                        "Region": "cn-shanghai",
                        "ExtranetEndpoint": "oss-cn-shanghai.aliyuncs.com",
                        "IntranetEndpoint": "oss-cn-shanghai-internal.aliyuncs.com",
                        "CreationDate": "2026-01-01T00:00:00.000Z",
                        "StorageClass": "Standard",
                    }
                    for n in (1, 2)
                ]
            },
            "Cnames": {"bucket-1": [{"Domain": "files.example.cn", "Status": "Enabled"}]},
        }
    },
    "domain": {
        "global": {"Data": {"Domain": [{"DomainName": "example.cn", "DomainAuditStatus": "SUCCEED"}]}},
    },
    "ga": {
        "global": {
            "Accelerators": [{"AcceleratorId": "ga-1", "DnsName": "ga-1.aliyunga0017.com"}],
            "IpSets": [
                {
                    "IpSetId": "ips-1",
                    "AcceleratorId": "ga-1",
                    "AccelerateRegionId": "cn-shanghai",
                    "IpAddressList": ["47.0.0.1"],
                }
            ],
            "Listeners": [{"ListenerId": "lsr-1", "AcceleratorId": "ga-1", "Protocol": "http"}],
            "EndpointGroups": [{"EndpointGroupId": "epg-1", "AcceleratorId": "ga-1", "EndpointConfigurations": []}],
            "Domains": [{"Domain": "ga.example.cn", "Accelerators": [{"AcceleratorId": "ga-1"}]}],
        }
    },
    "apigateway": {
        "cn-shanghai": {
            "ApiGroupAttributes": {"ApiGroupAttribute": [{"GroupId": "group-1"}]},
            "Attributes": {
                "group-1": {
                    "GroupId": "group-1",
                    "SubDomain": "group-1-cn-shanghai.alicloudapi.com",
                    "CustomDomains": {"DomainItem": [{"DomainName": "api.example.cn"}]},
                }
            },
        }
    },
}
"""What the account has besides what it comes with: something in each product that others hang on."""


def account(directory: Path) -> Path:
    """Write an account that has all that the stand-in's own has, and MORE."""
    written = directory / "account.json"
    written.write_text(json.dumps({"extends": str(PLACE / "demo.json"), "add": {"data": MORE}}), encoding="utf-8")
    return written


@contextmanager
def standing_in(directory: Path, *, more: bool = False) -> Iterator[dict[str, str]]:
    """Yield where the stand-in is with an account of its own, or one with `more`, as a proxy before the default hosts."""
    if not PLACE.is_dir():
        pytest.skip("the stand-in of the live service is not here (../shared/tools/cloud)")
    held = account(directory) if more else PLACE / "demo.json"
    command = [sys.executable, str(PLACE / "cloud.py"), str(held), "--tls-dir", str(directory)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.terminate()


def control(where: dict[str, str], path: str, body: Any = None) -> Any:
    """Tell the stand-in something, or ask it."""
    request = Request(where["control"] + path, None if body is None else json.dumps(body).encode())  # noqa: S310 - on loopback
    with urlopen(request) as stream:  # noqa: S310
        return json.load(stream)


def trusting(environment: pytest.MonkeyPatch, proxy: str, bundle: str, key: str, secret: str) -> None:
    """Let a scan go through a proxy, trust its certificates, and have a key: nothing else."""
    for name in ("http_proxy", "https_proxy", "no_proxy", "CURL_CA_BUNDLE"):
        environment.delenv(name, raising=False)
    for name in CA:
        environment.setenv(name, bundle)
    environment.setenv("HTTPS_PROXY", proxy)
    environment.setenv("NO_PROXY", "127.0.0.1")
    environment.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", key)
    environment.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret)
    environment.setenv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")


def trusted(environment: pytest.MonkeyPatch, where: dict[str, str]) -> None:
    """Let a scan meet the stand-in with the first key of its account."""
    (key, *_) = json.loads((PLACE / "demo.json").read_text(encoding="utf-8"))["keys"]
    trusting(environment, where["url"], where["ca"], key["id"], key["secret"])
