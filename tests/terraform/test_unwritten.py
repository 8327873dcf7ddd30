"""What has no resource block is not read, and the names that it is given are doubt: imports and actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.reading import Reading
from icplint.model.resource import UNREAD_MODULE, Resource


def read(top: Path, text: str, name: str = "main.tf") -> tuple[Reading, list[Resource]]:
    (top / name).write_text(text, encoding="utf-8")
    reading = read_inputs(Request(paths=(".",), base=top))
    assert reading.problems == []
    return reading, [one for one in reading.resources if one.kind == UNREAD_MODULE]


def test_an_import_without_a_block_is_not_read_and_its_id_may_be_a_name(tmp_path: Path) -> None:
    text = """
import {
  to = alicloud_cdn_domain_new.gone
  id = "cdn.${local.zone}"
}
import {
  to = alicloud_cdn_domain_new.here["a"]
  id = "www.example.cn"
}
import {
  to       = alicloud_alidns_record.some[each.key]
  for_each = { a = "1" }
  id       = each.value
}
locals {
  zone = "example.cn"
}
resource "alicloud_cdn_domain_new" "here" {
  for_each = { a = 1 }
}
"""
    reading, (first, second) = read(tmp_path, text)
    assert (first.address, first.values["id"]) == ("alicloud_cdn_domain_new.gone", "cdn.example.cn")
    assert second.address == "alicloud_alidns_record.some[each.key]"
    assert [(one.what, one.origin and one.origin.line) for one in reading.unread] == [
        ("alicloud_cdn_domain_new.gone", 2), ("alicloud_alidns_record.some[each.key]", 10),
    ]  # fmt: skip
    assert "-generate-config-out" in reading.unread[0].why.say("zh")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("main.tf", 'action "acme_dns" "a" {\n  config {\n    host = "www.example.cn"\n  }\n}\n'),
        ("main.tf.json", '{"action": {"acme_dns": {"a": {"config": {"host": "www.example.cn"}}}}}'),
    ],
)
def test_an_action_stands_for_the_names_that_it_is_given(name: str, text: str, tmp_path: Path) -> None:
    reading, (action,) = read(tmp_path, text, name)
    config = action.values["config"]
    assert (config if isinstance(config, dict) else config[0])["host"] == "www.example.cn"
    assert (action.address, reading.unread) == ("action.acme_dns.a", [])
