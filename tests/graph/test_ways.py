"""What a way says where it may lead to several ends, or to none that is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Icplint = Callable[..., Any]
PROVIDERS = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
RECORD = """\
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}
resource "alicloud_eip_address" "web" {}
resource "alicloud_eip_association" "web" {
  allocation_id = alicloud_eip_address.web.id
  instance_id   = %s
}
resource "alicloud_instance" "blue" {}
resource "alicloud_instance" "green" {}
variable "live" {}
"""


@pytest.mark.parametrize(
    ("bound", "sentence"),
    [
        ("alicloud_instance.blue.id", "binds that address to the ECS instance alicloud_instance.blue"),
        (
            'var.live == "blue" ? alicloud_instance.blue.id : alicloud_instance.green.id',
            "binds that address to the ECS instance alicloud_instance.blue, the ECS instance alicloud_instance.green",
        ),
        ("var.live", "binds that address to a value that is not known"),
        ('"i-bp1example"', "binds that address to i-bp1example"),
    ],
)
def test_a_binding_names_every_end_that_it_may_have(
    tmp_path: Path, icplint: Icplint, bound: str, sentence: str
) -> None:
    (tmp_path / "main.tf").write_text(PROVIDERS + RECORD % bound, encoding="utf-8")
    (tmp_path / "filings.toml").write_text("", encoding="utf-8")
    report = json.loads(icplint("check", tmp_path, "--select", "ICP101", "--format", "json", "--isolated").out)
    (finding,) = report["findings"]
    assert finding["outcome"] == "violation"  # the address has a region of its own
    said = [evidence["message"] for evidence in finding["evidence"]]
    found = icplint("graph", tmp_path).out
    assert any(sentence in text for text in (*said, found))
    assert "Text(" not in found + str(said)
