"""Terraform of the smallest kind: what the dimensions are made of, a block a call."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

Command = tuple[str, ...]
CHECK: Final[Command] = ("check", "--format", "json")
PROVIDER: Final = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
REGISTER: Final = '[[filing]]\ndomain = "elsewhere.cn"\nlicence = "京ICP备2023001234号-1"\n'
"""A register in which none of the domains stands: every website is a violation, and has its argument."""
PAID_MONTHLY: Final = 'instance_charge_type = "PrePaid"\n  period = 12'


def resource(kind: str, name: str, body: str) -> str:
    """Return a resource; `body` is what stands between its braces."""
    return f'resource "alicloud_{kind}" "{name}" {{\n  {body}\n}}\n'


def server(name: str, charge: str = 'instance_charge_type = "PostPaid"') -> str:
    """Return an instance that the internet reaches."""
    return resource("instance", name, f'instance_type = "ecs.g7.large"\n  internet_max_bandwidth_out = 5\n  {charge}')


def record(name: str, host: str, zone: str, value: str, kind: str = "A") -> str:
    """Return a record of a host of a zone; `value` is an expression."""
    body = f'domain_name = "{zone}"\n  rr = "{host}"\n  type = "{kind}"\n  value = {value}'
    return resource("alidns_record", name, body)


def balancer(servers: Iterable[str]) -> str:
    """Return the balancer `front`, and instances behind it."""
    made = [resource("slb_load_balancer", "front", 'address_type = "internet"')]
    made += (
        resource(
            "slb_backend_server",
            name,
            "load_balancer_id = alicloud_slb_load_balancer.front.id\n"
            f"  backend_servers {{\n    server_id = alicloud_instance.{name}.id\n  }}",
        )
        for name in servers
    )
    return "".join(made)


def lay(directory: Path, files: dict[str, str], register: str = REGISTER) -> None:
    """Write files by path, and a register beside them."""
    for name, text in {**files, "filings.toml": register}.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
