"""Writes an estate of 300 names, as a company of several products has it, and the register of filings beside it.

python tests/bench/estate.py DIRECTORY
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

WORDS: Final = ("shop", "pay", "news", "video", "games", "travel", "maps", "music", "books", "cloud")
ENDINGS: Final = ("example.cn", "example.com", "example.com.cn", "example.net")
NAMES: Final = 300
PROVIDERS: Final = """\
variable "scope" {
  type = string
}

provider "alicloud" {
  region = "cn-hangzhou"
}

provider "alicloud" {
  alias  = "hongkong"
  region = "cn-hongkong"
}
"""
CDN: Final = """\
resource "alicloud_cdn_domain_new" "{id}" {{
  domain_name = "{host}.{zone}"
  scope       = {scope}

  sources {{
    type    = "{kind}"
    content = {origin}
  }}
}}
"""
RECORD: Final = """\
resource "alicloud_alidns_record" "{id}" {{
  domain_name = "{zone}"
  rr          = "{host}"
  type        = "{kind}"
  value       = {value}
}}
"""
SERVER: Final = """\
resource "alicloud_instance" "{id}" {{
  instance_type              = "ecs.g7.large"
  internet_max_bandwidth_out = 5
  instance_charge_type       = "{charge}"{more}
}}
"""
BALANCER: Final = """\
resource "alicloud_slb_load_balancer" "{id}" {{
  load_balancer_name = "{id}"
  address_type       = "internet"
}}

resource "alicloud_slb_backend_server" "{id}" {{
  load_balancer_id = alicloud_slb_load_balancer.{id}.id

  backend_servers {{
    server_id = alicloud_instance.{id}.id
  }}
}}
"""
BUCKET: Final = """\
resource "alicloud_oss_bucket" "{id}" {{
  bucket = "{id}"
}}
"""


def zones() -> list[str]:
    """Return forty registrable domains."""
    return [f"{word}-{ending.partition('.')[0]}.{ending.partition('.')[2]}" for word in WORDS for ending in ENDINGS]


def site(zone: str, number: int) -> Iterator[str]:
    """Yield what a registrable domain has behind it, and the names that lead there."""
    key = zone.replace(".", "-")
    abroad = "\n  provider                   = alicloud.hongkong" if number % 9 == 8 else ""
    charge = "PostPaid" if number % 4 == 1 else "PrePaid"
    terms = "" if charge == "PostPaid" else f"\n  period                     = {(1, 3, 12)[number % 3]}"
    yield SERVER.format(id=key, charge=charge, more=terms + abroad)
    if number % 3 == 0:
        yield BALANCER.format(id=key)
    if number % 5 == 0:
        yield BUCKET.format(id=f"{key}-assets")
    count = NAMES // 40 + (number < NAMES % 40)
    hosts = ["www", "api", "static", "img", "m", "admin", "docs", "status"][:count]
    for host in hosts:
        yield from name(zone, key, host, number)


def name(zone: str, key: str, host: str, number: int) -> Iterator[str]:
    """Yield one name: through a CDN, or by a record to an address of its own."""
    address = f"alicloud_slb_load_balancer.{key}.address" if number % 3 == 0 else f"alicloud_instance.{key}.public_ip"
    identifier = f"{key}-{host}"
    if host in {"www", "static", "img"}:
        scope = "var.scope" if number % 7 == 6 else '"overseas"' if number % 9 == 8 else '"domestic"'
        bucket = host == "static" and number % 5 == 0
        origin = f"alicloud_oss_bucket.{key}-assets.extranet_endpoint" if bucket else address
        kind = "oss" if bucket else "ipaddr"
        yield CDN.format(id=identifier, host=host, zone=zone, scope=scope, kind=kind, origin=origin)
        address = f"alicloud_cdn_domain_new.{identifier}.cname"
    kind = "CNAME" if "cname" in address else "A"
    yield RECORD.format(id=identifier, host=host, zone=zone, kind=kind, value=address)


def write(directory: Path) -> None:
    """Write main.tf, a file for each domain, and a register of which every sixth domain is missing."""
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "main.tf").write_text(PROVIDERS, encoding="utf-8")
    rows = []
    for number, zone in enumerate(zones()):
        (directory / f"{zone}.tf").write_text("\n".join(site(zone, number)), encoding="utf-8")
        if number % 6 != 4:
            provider = "tencent" if number % 8 == 3 else "alibaba"
            licence = f"浙ICP备2021{number:06}号-1"
            rows.append(f'[[filing]]\ndomain = "{zone}"\nlicence = "{licence}"\naccess_providers = ["{provider}"]\n')
    (directory / "filings.toml").write_text("\n".join(rows), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
