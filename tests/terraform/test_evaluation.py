"""What an evaluated configuration keeps besides values: what unknowns point at, whose fault an error is, how lazy it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Final

import pytest

from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.instances.configuration import Variables, open_root, read_configuration
from icplint.terraform.instances.instance import ModuleInstance
from icplint.terraform.modules.loader import Loader
from icplint.terraform.syntax.parse import parse_expression
from icplint.terraform.values import limits
from icplint.terraform.values.errors import EvaluationError, UndeclaredError
from icplint.terraform.values.json_text import json_text
from icplint.terraform.values.value import UnknownReason, Value, reasons

Written = Callable[..., ModuleInstance]

SITE: Final = """
variable "size" {}
variable "name" { default = "www" }
resource "alicloud_eip_address" "web" {
  count        = 2
  address_name = "web-${count.index}"
}
resource "alicloud_eip_address" "by_name" {
  for_each     = toset(["a", "b"])
  address_name = each.key
}
resource "alicloud_instance" "web" {
  instance_name = var.name
  region        = "cn-beijing"
  system_disk_size = null
  data_disks {
    size = 20
  }
  dynamic "network_interfaces" {
    for_each = alicloud_eip_address.web
    content {
      address = network_interfaces.value.ip_address
      label   = network_interfaces.value.address_name
    }
  }
}
resource "alicloud_instance" "many" {
  count         = var.size
  instance_name = "many"
}
resource "alicloud_instance" "some" {
  for_each      = toset(var.size)
  instance_name = each.key
}
data "alicloud_zones" "here" {
  enable_details = true
}
locals {
  address = alicloud_eip_address.web[1].ip_address
  chosen  = var.size > 1 ? alicloud_eip_address.web[0] : alicloud_eip_address.by_name["a"]
}
"""


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Open a configuration: its root module, and other files by name."""

    def write(text: str = SITE, files: dict[str, str] | None = None) -> ModuleInstance:
        for name, content in {"main.tf": text, **(files or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(content), encoding="utf-8")
        return open_root(tmp_path, Loader(tmp_path), Variables())[0]

    return write


def value(instance: ModuleInstance, expression: str) -> Value:
    return evaluate(parse_expression(expression.encode()), instance)


def refs(found: Value) -> set[str]:
    return {str(ref) for reason in reasons(found) for ref in reason.refs}


WEB: Final = "alicloud_eip_address.web"
BY_NAME: Final = "alicloud_eip_address.by_name"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (f"{WEB}[0].ip_address", {f"{WEB}[0].ip_address"}),
        (f"{WEB}.0.ip_address", {f"{WEB}[0].ip_address"}),
        ("local.address", {f"{WEB}[1].ip_address"}),
        (f"{WEB}[*].ip_address", {f"{WEB}[0].ip_address", f"{WEB}[1].ip_address"}),
        (f'{BY_NAME}["b"].ip_address', {f'{BY_NAME}["b"].ip_address'}),
        (f"{BY_NAME}.a.ip_address", None),
        (f"values({BY_NAME})[*].id", {f'{BY_NAME}["a"].id', f'{BY_NAME}["b"].id'}),
        (f"[for e in {WEB} : e.id][1]", {f"{WEB}[1].id"}),
        (f"{{ for i, e in {WEB} : i => e.id }}[0]", {f"{WEB}[0].id"}),
        (f'one([for k, e in {BY_NAME} : e.id if k == "b"])', {f'{BY_NAME}["b"].id'}),
        (f"element({WEB}, 3).ip_address", {f"{WEB}[1].ip_address"}),
        (f'"http://${{{WEB}[0].ip_address}}:${{{WEB}[1].port}}"', {f"{WEB}[0].ip_address", f"{WEB}[1].port"}),
        (f'join(",", {WEB}[*].id)', {f"{WEB}[0].id", f"{WEB}[1].id"}),
        (f"var.size > 1 ? {WEB}[0].id : {WEB}[1].id", {f"{WEB}[0].id", f"{WEB}[1].id"}),
        (f'var.size > 1 ? {WEB}[0].id : "none"', {f"{WEB}[0].id"}),
        ("local.chosen.ip_address", {f"{WEB}[0].ip_address", f'{BY_NAME}["a"].ip_address'}),
        (f"try({WEB}[0].public[0].ip, null)", {f"{WEB}[0].public[0].ip"}),
        (f"try({WEB}[0], null).ip_address", {f"{WEB}[0].ip_address"}),
        (f"coalesce({WEB}[0].a, {WEB}[1].b)", {f"{WEB}[0].a", f"{WEB}[1].b"}),
        (f"{WEB}[var.size].id", {f"{WEB}[0].id", f"{WEB}[1].id"}),
        ("alicloud_instance.web.network[0].ip", {"alicloud_instance.web.network[0].ip"}),
        ('alicloud_instance.web.tags["a.b"]', {"alicloud_instance.web.tags.a.b"}),
        ("alicloud_instance.web[*].id", {"alicloud_instance.web.id"}),
        ("alicloud_instance.web.system_disk_size", {"alicloud_instance.web.system_disk_size"}),
        ("alicloud_instance.web.network_interfaces[1].address", {f"{WEB}[1].ip_address"}),
        ("alicloud_instance.many[0].id", {"alicloud_instance.many.id"}),
        ("alicloud_instance.many[*].id", {"alicloud_instance.many.id"}),
        ("[for m in alicloud_instance.many : m.id]", {"alicloud_instance.many.id"}),
        ("one(alicloud_instance.many[*].id)", {"alicloud_instance.many.id"}),
        ('alicloud_instance.some["x"].id', {"alicloud_instance.some.id"}),
        ("{ for k, s in alicloud_instance.some : k => s.id }", {"alicloud_instance.some.id"}),
        ("data.alicloud_zones.here.zones[0].id", {"data.alicloud_zones.here.zones[0].id"}),
        ("var.size", set()),
    ],
)
def test_an_unknown_points_at_the_instance_that_will_tell(
    written: Written, expression: str, expected: set[str] | None
) -> None:
    if expected is None:
        expression, expected = expression.replace(".a.ip", '["a"].ip'), {f'{BY_NAME}["a"].ip_address'}
    assert refs(value(written(), expression)) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("alicloud_instance.web.instance_name", '"www"'),
        ("alicloud_instance.web.data_disks[0].size", "20"),
        ("alicloud_instance.web.network_interfaces[1].label", '"web-1"'),
        (f"{WEB}[*].address_name", '["web-0", "web-1"]'),
        (f"keys({BY_NAME})", '["a", "b"]'),
        ("alicloud_instance.web == null", "false"),
        ("length(alicloud_instance.web[*])", "1"),
        ("alicloud_instance.many[3].instance_name", '"many"'),
        ("alicloud_instance.web[*].region", '["cn-beijing"]'),
        ("data.alicloud_zones.here.enable_details", "true"),
        (f"{WEB}[0]", '{"address_name": "web-0"}'),
    ],
)
def test_what_is_written_is_known(written: Written, expression: str, expected: str) -> None:
    assert json_text(value(written(), expression)) == expected


@pytest.mark.parametrize(
    ("expression", "opened"),
    [
        ("var.size > 1 ? local.address : null", True),
        ("local.chosen", False),
        (f'coalesce({WEB}[0].id, "x")', True),
        (f'try({WEB}[0].public[0].ip, "x")', True),
        (f'try({WEB}[0].id, "x")', False),
        (f"[for e in {WEB} : e.id if var.size > 1]", True),
    ],
)
def test_an_unknown_says_whether_something_else_is_possible(written: Written, expression: str, opened: bool) -> None:
    found = value(written(), expression)
    assert isinstance(found.raw, UnknownReason)
    assert found.raw.open is opened


def test_a_whole_resource_passes_through_a_typed_variable(written: Written) -> None:
    instance = written(
        """
        resource "alicloud_eip_address" "a" {
          address_name = "a"
        }
        module "m" {
          source = "./m"
          eip    = alicloud_eip_address.a
          eips   = { x = alicloud_eip_address.a }
        }
        """,
        {
            "m/main.tf": """
            variable "eip" {
              type = object({ address_name = string, ip_address = string })
            }
            variable "eips" {
              type = map(object({ address_name = string, ip_address = optional(string) }))
            }
            output "eip" {
              value = var.eip
            }
            output "eips" {
              value = var.eips
            }
            """
        },
    )
    assert json_text(value(instance, "module.m.eip")) == '{"address_name": "a", "ip_address": null}'
    assert refs(value(instance, "module.m.eip.ip_address")) == {"alicloud_eip_address.a.ip_address"}
    assert json_text(value(instance, 'module.m.eips["x"].address_name')) == '"a"'
    assert refs(value(instance, 'module.m.eips["x"].ip_address')) == {"alicloud_eip_address.a.ip_address"}


MODULE: Final = """
variable "given" {}
resource "alicloud_eip_address" "a" {
  count = 2
}
output "ip" {
  value = alicloud_eip_address.a[0].ip_address
}
output "given" {
  value = var.given
}
output "secret" {
  value     = "hush"
  sensitive = true
}
output "refused" {
  value = [][0]
}
"""
CALLS: Final = """
variable "unset" {}
module "one" {
  source = "./m"
  given  = module.each["x"].ip
}
module "each" {
  source   = "./m"
  for_each = toset(["x", "y"])
  given    = each.key
}
module "some" {
  source = "./m"
  count  = var.unset
  given  = count.index
}
module "none" {
  source = "./m"
  count  = 0
  given  = 1
}
"""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("module.one.ip", {"module.one.alicloud_eip_address.a[0].ip_address"}),
        ("module.one.given", {'module.each["x"].alicloud_eip_address.a[0].ip_address'}),
        ('module.each["y"].ip', {'module.each["y"].alicloud_eip_address.a[0].ip_address'}),
        ("module.some[0].ip", {"module.some.alicloud_eip_address.a[0].ip_address"}),
    ],
)
def test_an_unknown_points_into_modules(written: Written, expression: str, expected: set[str]) -> None:
    assert refs(value(written(CALLS, {"m/main.tf": MODULE}), expression)) == expected


def test_an_output_that_is_refused_costs_only_itself(written: Written) -> None:
    instance = written(CALLS, {"m/main.tf": MODULE})
    assert json_text(value(instance, 'module.each["y"].given')) == '"y"'
    with pytest.raises(EvaluationError, match="the collection has no elements"):
        value(instance, "module.one.refused")


def test_a_call_without_instances_has_no_outputs(written: Written) -> None:
    instance = written(CALLS, {"m/main.tf": MODULE})
    assert json_text(value(instance, "module.none[*].ip")) == "[]"
    assert json_text(value(instance, "one(module.none[*].ip)")) == "null"


def test_what_a_module_calls_sensitive_stays_so(written: Written) -> None:
    """Terraform 1.11 forgets it; a report must not."""
    assert json_text(value(written(CALLS, {"m/main.tf": MODULE}), "[module.one.secret]")) == '["(sensitive)"]'


# Errors


def test_an_error_says_where_the_expression_stands_that_is_to_blame(written: Written) -> None:
    instance = written(
        """
        locals {
          list  = ["a"]
          first = "x"
          wrong = join("-", [local.first,
            local.list[3]])
        }
        """
    )
    with pytest.raises(EvaluationError) as refused:
        value(instance, 'upper("${local.wrong}")')
    assert str(refused.value.origin) == "main.tf:6:5"


def test_a_refused_count_is_reported_where_it_is_wrong(written: Written, tmp_path: Path) -> None:
    written('resource "alicloud_instance" "a" {\n  count = length(["a"]) + {}\n}\n')
    problems = read_configuration(tmp_path, Loader(tmp_path)).problems
    assert [str(problem.origin) for problem in problems] == ["main.tf:2:11"]
    assert "Unsuitable value for right operand" in problems[0].text.say("en")


def test_a_name_that_is_not_there_is_refused_even_where_try_would_not_look(written: Written) -> None:
    instance = written()
    for expression in ('try("a", local.nope)', "can(var.nope)", "[for v in [] : local.nope]", "true ? 1 : local.nope"):
        with pytest.raises(UndeclaredError):
            value(instance, expression)


def test_a_name_may_be_in_the_file_that_cannot_be_read(written: Written) -> None:
    instance = written(SITE, {"broken.tf": "locals {\n  a = \n}\n"})
    found = value(instance, "local.nope")
    assert isinstance(found.raw, UnknownReason)
    assert "broken.tf" in found.raw.why.say("en")


# Laziness


def test_a_name_is_evaluated_once_and_only_when_asked_for(written: Written) -> None:
    instance = written(
        """
        locals {
          used   = join("-", ["a", "b"])
          unused = [for n in range(1000) : upper(n)]
          refused = [][0]
        }
        """
    )
    assert instance.run.evaluated == 0
    assert json_text(value(instance, "[local.used, local.used, local.used]")) == '["a-b", "a-b", "a-b"]'
    assert instance.run.evaluated == 1


def test_an_instance_by_its_key_evaluates_no_other(written: Written) -> None:
    instance = written(CALLS, {"m/main.tf": MODULE})
    value(instance, 'module.each["x"].ip')
    assert instance.run.evaluated == 3, "the for_each, the output, and the count inside"


def test_a_count_without_end_is_some_number(tmp_path: Path) -> None:
    text = (
        'resource "alicloud_eip_address" "a" {\n  count = 1000000000\n  address_name = "a-${count.index}"\n}\n'
        'resource "alicloud_vpc" "b" {\n  vpc_name = alicloud_eip_address.a[7].address_name\n}\n'
        'module "m" {\n  source = "./m"\n  count = 1990\n}\n'
    )
    (tmp_path / "main.tf").write_text(text, encoding="utf-8")
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "m.tf").write_text('resource "alicloud_vpc" "c" {\n  count = 1990\n}\n', encoding="utf-8")
    reading = read_configuration(tmp_path, Loader(tmp_path))
    assert reading.problems == []
    assert [(str(part.origin), part.what) for part in reading.unread] == [
        ("main.tf:2:11", "alicloud_eip_address.a"),
        ("m/m.tf:2:11", "module.m[0].alicloud_vpc.c"),
        ("main.tf:8:1", "module.m"),
    ]
    assert "2000" in reading.unread[0].why.say("zh")
    (many,) = (resource for resource in reading.resources if resource.kind == "alicloud_eip_address")
    assert not many.certain
    name = many.values["address_name"]
    assert "1000000000 instances" in name.why.say("en")
    (other,) = (resource for resource in reading.resources if resource.address == "alicloud_vpc.b")
    assert "1000000000 instances" in other.values["vpc_name"].why.say("en")
    assert (
        sum(resource.kind == "alicloud_vpc" and resource.certain for resource in reading.resources) < limits.INSTANCES
    )


EPHEMERAL: Final = """
ephemeral "alicloud_kms_secret" "one" {
  secret_name = "hidden"
}
ephemeral "random_password" "two" {
  count  = 2
  length = 16
}
locals {
  one = ephemeral.alicloud_kms_secret.one
}
"""


@pytest.mark.parametrize(
    ("expression", "ref"),
    [
        ("ephemeral.alicloud_kms_secret.one.secret_data", "ephemeral.alicloud_kms_secret.one.secret_data"),
        ("ephemeral.alicloud_kms_secret.one.secret_name", "ephemeral.alicloud_kms_secret.one.secret_name"),
        ("local.one", "ephemeral.alicloud_kms_secret.one"),
        ("ephemeral.random_password.two[1].result", "ephemeral.random_password.two[1].result"),
        ('"x-${local.one.secret_name}"', "ephemeral.alicloud_kms_secret.one.secret_name"),
    ],
)
def test_what_is_ephemeral_is_unknown_and_never_shown(written: Written, expression: str, ref: str) -> None:
    found = value(written(EPHEMERAL), expression)
    assert not found.known
    assert refs(found) == {ref}
    assert "hidden" not in json_text(found, "null")


def test_an_ephemeral_resource_may_be_undeclared(written: Written) -> None:
    with pytest.raises(
        UndeclaredError, match='An ephemeral resource "alicloud_kms_secret" "two" has not been declared'
    ):
        value(written(EPHEMERAL), "ephemeral.alicloud_kms_secret.two.secret_data")
