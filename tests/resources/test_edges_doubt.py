"""At the edge too, doubt is due exactly where what is not known would change the answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from edges import ELSEWHERE, UNFILED

Icplint = Callable[..., Any]
Answers = dict[tuple[str, str], str]

VALUES: dict[str, tuple[Any, ...]] = {
    "region": ("cn-hangzhou", "ap-southeast-1"),
    "scope": ("domestic", "overseas"),
    "status": ("online", "offline"),
    "coverage": ("global", "overseas"),
    "proxied": (True, False),
    "paused": (True, False),
    "accelerated": ("cn-beijing", "cn-hongkong"),
}
MODULE = """
variable "region" { type = string }
variable "scope" { type = string }
variable "status" { type = string }
variable "coverage" { type = string }
variable "proxied" { type = bool }
variable "paused" { type = bool }
variable "accelerated" { type = string }

provider "alicloud" {
  region = var.region
}

resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
}

resource "alicloud_dcdn_ipa_domain" "ipa" {
  domain_name = "ipa.example.cn"
  scope       = var.scope
  status      = var.status

  sources {
    content = alicloud_instance.web.public_ip
  }
}

resource "alicloud_live_domain" "live" {
  domain_name = "live.example.cn"
  region      = "cn-shanghai"
  scope       = var.scope
  status      = var.status
}

resource "alicloud_esa_site" "main" {
  site_name = "example.cn"
  coverage  = var.coverage
  paused    = var.paused
}

resource "alicloud_esa_record" "esa" {
  site_id     = alicloud_esa_site.main.id
  record_name = "esa.example.cn"
  record_type = "A/AAAA"
  proxied     = var.proxied

  data {
    value = alicloud_instance.web.public_ip
  }
}

resource "alicloud_wafv3_domain" "waf" {
  domain = "waf.example.cn"

  redirect {
    backends = [alicloud_instance.web.public_ip]
  }
}

resource "alicloud_dcdn_domain" "chain" {
  domain_name = "chain.example.cn"
  scope       = var.scope

  sources {
    content = alicloud_wafv3_domain.waf.cname
  }
}

resource "alicloud_ga_accelerator" "ga" {}

resource "alicloud_ga_ip_set" "ga" {
  accelerator_id       = alicloud_ga_accelerator.ga.id
  accelerate_region_id = var.accelerated
}

resource "alicloud_ga_endpoint_group" "ga" {
  accelerator_id = alicloud_ga_accelerator.ga.id

  endpoint_configurations {
    endpoint = alicloud_instance.web.public_ip
    weight   = 20
  }
}

resource "alicloud_ga_domain" "ga" {
  accelerator_id = alicloud_ga_accelerator.ga.id
  domain         = "ga.example.cn"
}
"""
CODES = {"ICP101", "ICP201", "ICP202", "ICP203"}


@pytest.fixture
def answers(icplint: Icplint, tmp_path: Path) -> Callable[[str, dict[str, Any]], Answers]:
    """Return the outcomes under values of the variables; what has none is not known."""
    (tmp_path / "main.tf").write_text(MODULE, encoding="utf-8")
    known: dict[str, Answers] = {}

    def asked(register: str, values: dict[str, Any]) -> Answers:
        written = "".join(f"{name} = {json.dumps(value)}\n" for name, value in sorted(values.items()))
        if register + written not in known:
            (tmp_path / "filings.toml").write_text(register, encoding="utf-8")
            (tmp_path / "terraform.tfvars").write_text(written, encoding="utf-8")
            options = ("--isolated", "--all", "--format", "json", "--on", "2026-11-24")
            report = json.loads(icplint("check", tmp_path, "--filings", tmp_path / "filings.toml", *options).out)
            found = [f for f in report["findings"] if f["code"] in CODES]
            known[register + written] = {(f["code"], f["subject"]["key"]): f["outcome"] for f in found}
        return known[register + written]

    return asked


SETTINGS = [
    dict(zip(VALUES, chosen, strict=True))
    for chosen in (
        ("cn-hangzhou", "domestic", "online", "global", True, False, "cn-beijing"),
        ("cn-hangzhou", "overseas", "offline", "overseas", True, True, "cn-hongkong"),
        ("ap-southeast-1", "domestic", "offline", "global", False, False, "cn-hongkong"),
        ("ap-southeast-1", "overseas", "online", "overseas", True, False, "cn-beijing"),
    )
]


@pytest.mark.parametrize("register", [UNFILED, ELSEWHERE], ids=["unfiled", "filed elsewhere"])
@pytest.mark.parametrize("name", VALUES)
def test_one_unknown_is_doubt_where_its_values_differ(
    answers: Callable[[str, dict[str, Any]], Answers], name: str, register: str
) -> None:
    for known in SETTINGS:
        doubted = answers(register, {key: value for key, value in known.items() if key != name})
        settled = [answers(register, {**known, name: value}) for value in VALUES[name]]
        for subject, outcome in doubted.items():
            possible = {each[subject] for each in settled}
            assert outcome == (possible.pop() if len(possible) == 1 else "cannot-tell"), (subject, known)


@pytest.mark.parametrize("register", [UNFILED, ELSEWHERE], ids=["unfiled", "filed elsewhere"])
def test_two_unknowns_never_settle_what_their_values_leave_open(
    answers: Callable[[str, dict[str, Any]], Answers], register: str
) -> None:
    for first, second in (("scope", "status"), ("coverage", "proxied"), ("proxied", "paused"), ("region", "scope")):
        known = {key: value for key, value in SETTINGS[0].items() if key not in {first, second}}
        doubted = answers(register, known)
        pairs = product(VALUES[first], VALUES[second])
        settled = [answers(register, {**known, first: one, second: other}) for one, other in pairs]
        for subject, outcome in doubted.items():
            possible = {each[subject] for each in settled}
            assert outcome == "cannot-tell" or possible == {outcome}, (subject, first, second)
