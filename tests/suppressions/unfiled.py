"""A site in the mainland that nobody filed."""

from __future__ import annotations

DAY = "2026-11-24"
REGISTER = """
[[filing]]
domain = "example.com"
licence = "京ICP备2023001234号-1"
access_providers = ["alibaba"]
"""
SERVER = """
provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
}
"""


def record(name: str, value: str = "alicloud_instance.web.public_ip") -> str:
    """Return a record of example.cn; its value stands in its sixth line, its block begins in the second."""
    return f"""
resource "alicloud_alidns_record" "{name}" {{
  domain_name = "example.cn"
  rr          = "{name}"
  type        = "A"
  value       = {value}
}}
"""
