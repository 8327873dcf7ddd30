"""Doubt is due exactly where what is not known would change the answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]
Answers = dict[tuple[str, str], str]

VALUES: dict[str, tuple[Any, ...]] = {
    "region": ("cn-hangzhou", "cn-hongkong"),
    "scope": ("domestic", "overseas"),
    "status": ("ENABLE", "DISABLE"),
    "charge": ("PrePaid", "PostPaid"),
    "period": (1, 12),
    "renewal": ("Normal", "AutoRenewal"),
    "bandwidth": (0, 5),
}
MODULE = """
variable "region" { type = string }
variable "scope" { type = string }
variable "status" { type = string }
variable "charge" { type = string }
variable "period" { type = number }
variable "renewal" { type = string }
variable "bandwidth" { type = number }

provider "alicloud" {
  region = var.region
}

resource "alicloud_instance" "web" {
  instance_charge_type       = var.charge
  period                     = var.period
  renewal_status             = var.renewal
  internet_max_bandwidth_out = var.bandwidth
}

resource "alicloud_alidns_record" "www" {
  domain_name = "ZONE"
  rr          = "www"
  type        = "A"
  status      = var.status
  value       = alicloud_instance.web.public_ip
}

resource "alicloud_cdn_domain_new" "shop" {
  domain_name = "shop.ZONE"
  scope       = var.scope

  sources {
    type    = "ipaddr"
    content = alicloud_instance.web.public_ip
  }
}
"""
REGISTERS = {
    "unfiled": "",
    "elsewhere": 'access_providers = ["tencent"]',
    "everywhere": 'access_providers = ["tencent", "alibaba"]',
}
SETTINGS = [
    dict(zip(VALUES, chosen, strict=True))
    for chosen in (
        ("cn-hangzhou", "domestic", "ENABLE", "PrePaid", 1, "Normal", 5),
        ("cn-hangzhou", "overseas", "ENABLE", "PrePaid", 12, "Normal", 5),
        ("cn-hangzhou", "domestic", "DISABLE", "PostPaid", 12, "AutoRenewal", 0),
        ("cn-hongkong", "overseas", "ENABLE", "PrePaid", 1, "AutoRenewal", 5),
    )
]


def _answers(ask: Ask, zone: str, register: str, known: dict[str, Any]) -> Answers:
    filing = f'[[filing]]\ndomain = "{zone}"\nlicence = "京ICP备2023001234号-1"\n{register}\n' if register else ""
    files = {
        "main.tf": MODULE.replace("ZONE", zone),
        "filings.toml": filing,
        "terraform.tfvars": "".join(f"{name} = {json.dumps(value)}\n" for name, value in known.items()),
    }
    return {(f["code"], f["subject"]["key"]): f["outcome"] for f in ask(files)["findings"]}


def _alternatives(known: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    yield from ({**known, name: value} for value in VALUES[name])


@pytest.mark.parametrize(("zone", "register"), [*(("example.cn", r) for r in REGISTERS), ("example.io", "unfiled")])
@pytest.mark.parametrize("name", VALUES)
def test_one_unknown_is_doubt_where_its_values_differ(name: str, zone: str, register: str, ask: Ask) -> None:
    for known in SETTINGS:
        others = {key: value for key, value in known.items() if key != name}
        doubted = _answers(ask, zone, REGISTERS[register], others)
        settled = [_answers(ask, zone, REGISTERS[register], full) for full in _alternatives(known, name)]
        for subject, outcome in doubted.items():
            possible = {answers[subject] for answers in settled}
            assert outcome == (possible.pop() if len(possible) == 1 else "cannot-tell"), (subject, known)
