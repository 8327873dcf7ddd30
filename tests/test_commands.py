"""A command that changes DNS makes records that no argument holds: the names in it are doubt, never silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Names = Callable[[str], dict[str, str]]
ADDED = "aliyun alidns AddDomainRecord --RR www --Type A --DomainName"


@pytest.fixture
def names(tmp_path: Path, icplint: Callable[..., Any]) -> Names:
    """Return what tells the outcome of ICP101 of each name in a configuration, with a register that is empty."""

    def told(source: str) -> dict[str, str]:
        (tmp_path / ("main.tf.json" if source.startswith("{") else "main.tf")).write_text(source, encoding="utf-8")
        (tmp_path / "filings.csv").write_text("domain,licence,access_providers\n", encoding="utf-8")
        register = ("--filings", tmp_path / "filings.csv")
        run = icplint("check", tmp_path, *register, "--isolated", "--all", "--select", "ICP101", "--format", "json")
        return {f["subject"]["key"]: f["outcome"] for f in json.loads(run.out)["findings"]}

    return told


def ran(command: str, *, by: str = "local-exec", argument: str = "command", more: str = "") -> str:
    return f"""
variable "zone" {{
  default = "example.cn"
}}
resource "alicloud_eip_address" "web" {{}}
resource "null_resource" "dns" {{
  provisioner "{by}" {{
    {argument} = {command}
    {more}
  }}
}}
"""


@pytest.mark.parametrize(
    "source",
    [
        ran(f'"{ADDED} example.cn --Value 47.96.0.1"'),
        ran(f'"{ADDED} ${{var.zone}} --Value ${{alicloud_eip_address.web.ip_address}}"'),
        ran(f'"{ADDED} ${{var.zone}} --Value ${{self.id}}"'),
        ran(f"<<-EOT\n      {ADDED} ${{var.zone}} \\\n        --Value ${{alicloud_eip_address.web.id}}\n    EOT"),
        ran('"./dns-record.sh"', more="environment = { ZONE = var.zone, IP = alicloud_eip_address.web.ip_address }"),
        ran('["set -e", "nsupdate add.txt example.cn"]', by="remote-exec", argument="inline"),
        ran("\"echo 'server 1; update add example.cn 600 A 47.96.0.1' | nsupdate\""),
        json.dumps(
            {
                "resource": {
                    "null_resource": {
                        "dns": {"provisioner": [{"local-exec": {"command": f"{ADDED} example.cn --Value 47.96.0.1"}}]}
                    }
                }
            }
        ),
    ],
    ids=["literal", "template", "self", "heredoc", "environment", "inline", "quoted", "json"],
)
def test_a_name_in_a_command_that_changes_dns_is_doubt(names: Names, source: str) -> None:
    assert names(source) == {"example.cn": "cannot-tell"}


def test_a_command_of_names_that_are_not_known_is_doubt(names: Names) -> None:
    source = ran(f'"{ADDED} ${{var.zone}}"').replace('default = "example.cn"', "type = string")
    assert set(names(source).values()) == {"cannot-tell"}


@pytest.mark.parametrize(
    "command",
    [
        '"curl -sSf https://get.example.cn/install.sh | sh"',
        '"echo ${var.zone} > zone.txt"',
        '"ansible-playbook site.yml"',
    ],
)
def test_any_other_command_says_nothing_of_names(names: Names, command: str) -> None:
    assert names(ran(command)) == {}


def test_each_instance_has_its_own(names: Names) -> None:
    source = ran(f'"{ADDED} ${{each.key}}"').replace(
        'resource "null_resource" "dns" {', 'resource "null_resource" "dns" {\n  for_each = toset(["a.cn", "b.cn"])'
    )
    assert names(source) == {"a.cn": "cannot-tell", "b.cn": "cannot-tell"}
