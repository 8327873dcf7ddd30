"""Override files: merged as Terraform merges them, each argument with the place where it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from asked import asked, disagreement

from icplint.terraform.instances.configuration import read_configuration
from icplint.terraform.modules.files import is_override
from icplint.terraform.modules.loader import Loader


def test_icplint_answers_as_terraform_did(tmp_path: Path) -> None:
    differing = {}
    for number, one in enumerate(asked("overrides")):
        directory = tmp_path / str(number)
        directory.mkdir()
        if found := disagreement(one, directory):
            differing[one.name] = found
    assert differing == {}


@pytest.mark.parametrize(
    "name", ["override.tf", "a_override.tf", "override.tf.json", "a_override.tf.json", "override.tofu", "_override.tf"]
)
def test_names_of_override_files(name: str) -> None:
    assert is_override(name)


@pytest.mark.parametrize(
    "name", ["overrides.tf", "aoverride.tf", "a-override.tf", "override_a.tf.json", "override.x.tf"]
)
def test_names_of_other_files(name: str) -> None:
    assert not is_override(name)


# Nested blocks, as Terraform plans them against the provider's schema

MAIN = """
provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_cdn_domain_new" "a" {
  domain_name = "a.example.cn"
  scope       = "domestic"
  sources {
    content = "1.1.1.1"
  }
  sources {
    content = "1.1.1.2"
  }
  certificate_config {
    cert_name = "c"
  }
  tags = { a = 1 }
  lifecycle {
    ignore_changes  = [tags]
    prevent_destroy = true
  }
}

resource "alicloud_cdn_domain_new" "b" {
  domain_name = "b.example.cn"
  dynamic "sources" {
    for_each = ["3.3.3.3"]
    content {
      content = sources.value
    }
  }
}

resource "alicloud_cdn_domain_new" "c" {
  domain_name = "c.example.cn"
  sources {
    content = "5.5.5.5"
  }
}
"""
OVERRIDE = """
resource "alicloud_cdn_domain_new" "a" {
  scope = "overseas"
  dynamic "sources" {
    for_each = ["2.2.2.2"]
    content {
      content = sources.value
    }
  }
  tags = { b = 2 }
  lifecycle {
    ignore_changes = [resource_group_id]
  }
}

provider "alicloud" {
  region = "cn-beijing"
}

resource "alicloud_cdn_domain_new" "b" {
  sources {
    content = "4.4.4.4"
  }
}
"""
IN_JSON = '{"resource": {"alicloud_cdn_domain_new": {"c": {"sources": [{"content": "6.6.6.6"}]}}}}'


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    (tmp_path / "main.tf").write_text(MAIN, encoding="utf-8")
    (tmp_path / "override.tf").write_text(OVERRIDE, encoding="utf-8")
    (tmp_path / "x_override.tf.json").write_text(IN_JSON, encoding="utf-8")
    return tmp_path


def test_nested_blocks_of_a_type_are_replaced_together(merged: Path) -> None:
    reading = read_configuration(merged, Loader(merged))
    assert reading.problems == []
    a, b, c = reading.resources
    assert a.values.get("scope") == "overseas"
    assert a.values.get("sources") == [{"content": "2.2.2.2"}]
    assert a.values.get("certificate_config") == [{"cert_name": "c"}]
    assert a.values.get("tags") == {"b": 2}
    assert b.values.get("sources") == [{"content": "4.4.4.4"}]
    assert c.values.get("sources") == [{"content": "6.6.6.6"}]
    assert a.provider is not None
    assert a.provider.values.get("region") == "cn-beijing"


def test_what_is_merged_has_the_place_where_it_was_written(merged: Path) -> None:
    a, _, c = read_configuration(merged, Loader(merged)).resources
    assert str(a.origin).startswith("main.tf:6:1")
    places = {name: str(a.places(name)) for name in ("domain_name", "scope", "sources", "certificate_config", "absent")}
    assert places == {
        "domain_name": "main.tf:7:17",
        "scope": "override.tf:3:11",
        "sources": "override.tf:4:3",
        "certificate_config": "main.tf:15:3",
        "absent": "main.tf:6:1",
    }
    assert str(c.places("sources")) == f"x_override.tf.json:1:{IN_JSON.index('[') + 1}"


def test_a_reference_that_is_refused_has_the_place_where_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "alicloud_vpc" "a" {\n  count = 1\n}\n', encoding="utf-8")
    (tmp_path / "a_override.tf").write_text('resource "alicloud_vpc" "a" {\n  vpc_name = "a"\n}\n', encoding="utf-8")
    overriding = '{"resource": {"alicloud_vpc": {"a": {\n  "count": "${local.nothing}"}}}}'
    (tmp_path / "b_override.tf.json").write_text(overriding, encoding="utf-8")
    (problem,) = read_configuration(tmp_path, Loader(tmp_path)).problems
    assert str(problem.origin) == "b_override.tf.json:2:15"


def test_a_lifecycle_is_merged_argument_by_argument(merged: Path) -> None:
    declared = Loader(merged).module(merged).resources["alicloud_cdn_domain_new.a"]
    (lifecycle,) = (block for block in declared.block.body.blocks if block.kind == "lifecycle")
    assert sorted(lifecycle.body.attributes) == ["ignore_changes", "prevent_destroy"]


def test_a_required_provider_is_replaced_as_a_whole(tmp_path: Path) -> None:
    required = "terraform {{\n  required_providers {{\n    alicloud = {{ {} }}\n  }}\n}}\n"
    (tmp_path / "main.tf").write_text(required.format('source = "aliyun/alicloud"'), encoding="utf-8")
    assert Loader(tmp_path).module(tmp_path).provider_source("alicloud") == "aliyun/alicloud"
    (tmp_path / "override.tf").write_text(required.format('source = "example.com/fork/alicloud"'), encoding="utf-8")
    assert Loader(tmp_path).module(tmp_path).provider_source("alicloud") == "fork/alicloud"
    (tmp_path / "override.tf").write_text(required.format('version = "1.0.0"'), encoding="utf-8")
    assert Loader(tmp_path).module(tmp_path).provider_source("alicloud") == "hashicorp/alicloud"


def test_one_resource_may_be_overridden_by_any_number_of_files(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "alicloud_instance" "a" {\n  image_id = "m"\n}\n', encoding="utf-8")
    for n in range(1500):
        text = f'resource "alicloud_instance" "a" {{\n\n  instance_name = "{n}"\n}}\n'
        (tmp_path / f"{n:04}_override.tf").write_text(text, encoding="utf-8")
    reading = read_configuration(tmp_path, Loader(tmp_path))
    (one,) = reading.resources
    assert (reading.problems, one.values["instance_name"], one.values["image_id"]) == ([], "1499", "m")
    assert (one.place("instance_name").file or "").endswith("1499_override.tf")
    assert ((one.place("image_id").file or "").rpartition("/")[2], one.place("image_id").line) == ("main.tf", 2)
