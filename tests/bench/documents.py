"""What may grow in states, as Terraform shows them in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

from blocks import CHECK, Command, lay

SOURCE: Final = "registry.terraform.io/aliyun/alicloud"
Shown = tuple[str, str, dict[str, Any]]
"""The kind of a resource, its name and its values."""


def state(*resources: Shown) -> str:
    """Return a state as `terraform show -json` prints it, of kinds, names and values."""
    shown = [
        {
            "address": f"alicloud_{kind}.{name}",
            "mode": "managed",
            "type": f"alicloud_{kind}",
            "name": name,
            "provider_name": SOURCE,
            "schema_version": 0,
            "values": values,
            "sensitive_values": {},
        }
        for kind, name, values in resources
    ]
    document = {"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {"resources": shown}}}
    return json.dumps(document)


def addresses(n: int) -> Iterator[str]:
    """Yield n public addresses."""
    return (f"47.96.{i // 250}.{i % 250 + 1}" for i in range(n))


def pair(name: str, zone: str, host: str, address: str) -> tuple[Shown, Shown]:
    """Return an instance and a record of its address."""
    return (
        ("instance", name, {"id": f"i-{name}", "public_ip": address}),
        ("alidns_record", name, {"domain_name": zone, "rr": host, "type": "A", "value": address}),
    )


def private_addresses(directory: Path, n: int) -> Command:
    """N accounts in each of which a balancer leads to the same private address."""
    shown = []
    for i in range(n):
        host = f"alb-{i:06}.cn-hangzhou.alb.aliyuncs.com"
        forward = [{"server_group_tuples": [{"server_group_id": f"sgp-{i}"}]}]
        backend = {"server_id": "10.0.0.1", "server_ip": "10.0.0.1", "server_type": "Ip", "port": 80}
        text = state(
            ("instance", "s", {"id": f"i-{i}", "private_ip": "10.0.0.1", "primary_ip_address": "10.0.0.1"}),
            ("alb_load_balancer", "l", {"id": f"alb-{i}", "dns_name": host, "address_type": "Internet"}),
            ("alb_server_group", "g", {"id": f"sgp-{i}", "servers": [backend]}),
            (
                "alb_listener",
                "x",
                {
                    "id": f"lsn-{i}",
                    "load_balancer_id": f"alb-{i}",
                    "default_actions": [{"type": "ForwardGroup", "forward_group_config": forward}],
                },
            ),
            ("alidns_record", "r", {"domain_name": f"example{i}.cn", "rr": "www", "type": "CNAME", "value": host}),
        )
        shown.append(text)
    lay(directory, {f"s{i}.json": text for i, text in enumerate(shown)})
    return (*CHECK, *(f"s{i}.json" for i in range(n)))


def one_state(directory: Path, n: int) -> Command:
    """One state with n instances, and a record of each."""
    made = [pair(f"s{i}", "example.cn", f"w{i}", address) for i, address in enumerate(addresses(n))]
    lay(directory, {"state.json": state(*chain(*made))})
    return (*CHECK, "state.json")


def states(directory: Path, n: int) -> Command:
    """N states with an instance and a record each, as arguments."""
    made = {f"s{i}.json": state(*pair(f"s{i}", f"example{i}.cn", "www", one)) for i, one in enumerate(addresses(n))}
    lay(directory, made)
    return (*CHECK, *made)
