"""Which directories are root modules, what the others are read through, and which values they are given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.reading import Reading
from icplint.testing.layout import lay

LOCAL = 'locals {\n  a = "b"\n}\n'


def call(source: str, **arguments: str) -> str:
    inner = "".join(f'  {name} = "{value}"\n' for name, value in arguments.items())
    return f'module "m" {{\n  source = "{source}"\n{inner}}}\n'


def read(top: Path, *paths: str, **more: Any) -> Reading:
    return read_inputs(Request(paths=paths or (".",), base=top, **more))


def roots(reading: Reading) -> list[str]:
    return sorted(i.path for i in reading.inputs if i.kind == "configuration")


def left_out(reading: Reading) -> dict[str, str]:
    return {i.path: i.why.say("en") for i in reading.inputs if i.why}


def test_a_module_that_only_others_call_is_read_through_them(tmp_path: Path) -> None:
    lay(tmp_path, {"live/main.tf": call("../modules/web"), "modules/web/main.tf": LOCAL})
    reading = read(tmp_path)
    assert roots(reading) == ["live"]
    why = "a module without a backend or values of its own: it is read through live, which calls it"
    assert left_out(reading) == {"modules/web": why}
    assert read(tmp_path, "live").inputs[0].path == "live"


@pytest.mark.parametrize(
    "own",
    [
        {"site/main.tf": 'terraform {\n  backend "oss" {}\n}\n'},
        {"site/main.tf": 'terraform {\n  cloud {\n    organization = "o"\n  }\n}\n'},
        {"site/main.tf": LOCAL, "site/backend_override.tf": 'terraform {\n  backend "local" {}\n}\n'},
        {"site/main.tf.json": '{"terraform": {"backend": {"local": {}}}}'},
        {"site/main.tf": LOCAL, "site/terraform.tfvars": ""},
        {"site/main.tf": LOCAL, "site/prod.auto.tfvars.json": "{}"},
        {"site/main.tf": LOCAL, "site/.terraform.lock.hcl": ""},
        {"site/main.tf": LOCAL, "site/.terraform/environment": "prod"},
    ],
)
def test_what_is_applied_by_itself_is_a_root_although_an_example_calls_it(own: dict[str, str], tmp_path: Path) -> None:
    lay(tmp_path, own | {"site/examples/basic/main.tf": call("../..")})
    reading = read(tmp_path)
    assert roots(reading) == ["site", "site/examples/basic"]
    assert left_out(reading) == {}


def test_what_was_named_is_a_root(tmp_path: Path) -> None:
    lay(tmp_path, {"site/main.tf": LOCAL, "site/examples/basic/main.tf": call("../..")})
    assert roots(read(tmp_path)) == ["site/examples/basic"]
    assert roots(read(tmp_path, "site")) == ["site", "site/examples/basic"]
    assert left_out(read(tmp_path, ".", "site")) == {}


def test_of_a_ring_one_is_evaluated(tmp_path: Path) -> None:
    lay(tmp_path, {"a/main.tf": call("../b"), "b/main.tf": call("../a")})
    reading = read(tmp_path)
    assert roots(reading) == ["a"]
    assert any("calls itself" in problem.text.say("en") for problem in reading.problems)


def test_a_file_belongs_to_the_roots_that_use_it(tmp_path: Path) -> None:
    lay(tmp_path, {"live/main.tf": call("../mid"), "mid/main.tf": call("../low"), "low/main.tf": LOCAL,
                   "other/main.tf": LOCAL, "mid/terraform.tfvars": ""})  # fmt: skip
    assert roots(read(tmp_path, "low/main.tf")) == ["live", "mid"]
    assert roots(read(tmp_path, "other/main.tf")) == ["other"]


# Values

WEB = """
variable "name" {
  default = "default.example.cn"
}

resource "alicloud_cdn_domain_new" "www" {
  domain_name = var.name
}
"""


def names(reading: Reading) -> list[Any]:
    return [resource.values["domain_name"] for resource in reading.resources]


@pytest.mark.parametrize(
    "file", ["prod.tfvars", "envs/prod.tfvars", "envs/cn/prod.tfvars", "terraform.tfvars", "x.auto.tfvars"]
)
def test_values_that_are_named_are_given_to_the_root_beside_them_or_above(file: str, tmp_path: Path) -> None:
    lay(tmp_path, {"infra/main.tf": WEB, f"infra/{file}": 'name = "prod.example.cn"\n', "main.tf": LOCAL})
    reading = read(tmp_path, f"infra/{file}")
    assert roots(reading) == ["infra"]
    assert names(reading) == ["prod.example.cn"]


def test_values_that_are_named_yield_to_a_flag_and_win_over_what_is_read_unasked(tmp_path: Path) -> None:
    lay(tmp_path, {"main.tf": WEB, "prod.tfvars": 'name = "prod.example.cn"\n', "a.auto.tfvars": 'name = "auto"\n'})
    assert names(read(tmp_path, "prod.tfvars")) == ["prod.example.cn"]
    assert names(read(tmp_path, "main.tf", "prod.tfvars", "a.auto.tfvars")) == ["prod.example.cn"]
    assert names(read(tmp_path, "prod.tfvars", variables={"name": "flag.example.cn"})) == ["flag.example.cn"]


def test_of_several_files_of_values_nobody_knows_which_is_meant(tmp_path: Path) -> None:
    lay(tmp_path, {"main.tf": WEB + 'variable "same" {}\n', "a.tfvars": 'name = "a.example.cn"\nsame = 1\n',
                   "b.tfvars": 'name = "b.example.cn"\nsame = 1\n'})  # fmt: skip
    (name,) = names(read(tmp_path, "a.tfvars", "b.tfvars"))
    assert name.why.say("en") == "variable name is not the same in a.tfvars, b.tfvars"
    assert name.settle.say("en") == "check one file of values at a time: icplint check a.tfvars"


def test_values_beside_no_root_are_said_to_be_unused(tmp_path: Path) -> None:
    lay(tmp_path, {"values/prod.tfvars": "name = 1\n", "infra/main.tf": LOCAL})
    reading = read(tmp_path, "values/prod.tfvars", "infra")
    (unread,) = reading.unread
    assert unread.what == "values/prod.tfvars"
    assert "no root module lies beside these values or above" in unread.why.say("en")


# What lies beside

SITE = """
variable "name" {}

variable "region" {}

provider "alicloud" {
  region = var.region
}

resource "alicloud_eip_address" "web" {}

resource "alicloud_alidns_record" "www" {
  domain_name = var.name
  rr          = "www"
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}
"""
STATE = '{"version": 4, "terraform_version": "1.11.0", "serial": 1, "lineage": "x", "outputs": {}, "resources": []}'
PLAN = '{"format_version": "1.2", "terraform_version": "1.11.0", "planned_values": {"root_module": {}}}'


def advice(reading: Reading) -> list[str]:
    """Return what would settle the zone and the value of the record."""
    (record,) = (r for r in reading.resources if r.kind == "alicloud_alidns_record")
    return [record.values[name].settle.say("en") for name in ("domain_name", "value")]


def test_a_variable_without_a_value_names_the_files_that_set_it(tmp_path: Path) -> None:
    lay(tmp_path, {"main.tf": SITE, "envs/prod.tfvars": 'name = "example.cn"\n', "envs/test.tfvars.json": '{"name": 1}',
                   "other/prod.tfvars": "name = 1\n", "other/main.tf": LOCAL, "region.tfvars": "region = 1\n"})  # fmt: skip
    assert advice(read(tmp_path))[0] == (
        "name is set in envs/prod.tfvars, envs/test.tfvars.json: give --var-file envs/prod.tfvars, or check the plan"
    )


def test_a_plan_and_a_state_beside_the_source_are_named_where_they_settle_something(tmp_path: Path) -> None:
    lay(tmp_path, {"infra/main.tf": SITE})
    assert advice(read(tmp_path)) == [
        "give name a value with --var name=…, --var-file or TF_VAR_name, or check the plan",
        "check the state after apply (terraform show -json), or the live account",
    ]
    lay(tmp_path, {"infra/terraform.tfstate": STATE, "infra/tfplan.json": PLAN, "infra/package.json": '{"version": 4}'})
    assert advice(read(tmp_path)) == [
        "infra/tfplan.json lies beside the source and says more: icplint check infra/tfplan.json",
        "infra/terraform.tfstate lies beside the source and says more: icplint check infra/terraform.tfstate",
    ]


def test_who_gave_the_state_is_sent_further_than_to_the_state(tmp_path: Path) -> None:
    lay(tmp_path, {"main.tf": SITE, "terraform.tfstate": STATE})
    assert advice(read(tmp_path, ".", "terraform.tfstate"))[1] == "check the live account (icplint scan)"


# Links, stacks


def test_a_link_to_a_directory_of_the_repository_is_followed_once(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {".git/HEAD": "", "infra/main.tf": call("./site"), "shared/site/main.tf": LOCAL, "more/a/main.tf": LOCAL},
    )
    (tmp_path / "infra/site").symlink_to("../shared/site")
    (tmp_path / "infra/more").symlink_to("../more")
    (tmp_path / "infra/again").symlink_to("../more/a")
    (tmp_path / "more/a/back").symlink_to("../../infra")
    assert roots(read(tmp_path, "infra")) == ["infra", "infra/again"]
    assert roots(read(tmp_path)) == ["infra", "more/a"]


def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"repo/.git/HEAD": "", "repo/main.tf": LOCAL, "outside/main.tf": LOCAL})
    (tmp_path / "repo/out").symlink_to("../outside")
    assert roots(read(tmp_path, "repo")) == ["repo"]


STACK = """
component "web" {
  source = "./modules/web"
  inputs = {
    name   = "www.example.cn"
    region = var.region
  }
  providers = {
    alicloud = provider.alicloud.this
  }
}
"""


@pytest.mark.parametrize("name", ["main.tfcomponent.hcl", "main.tfstack.hcl", "main.tfdeploy.hcl"])
def test_a_stack_is_not_read_and_its_modules_are_not_judged_on_their_defaults(
    name: str, tmp_path: Path, icplint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {name: STACK, "modules/web/main.tf": WEB})
    reading = read(tmp_path)
    assert roots(reading) == []
    assert [(u.what, u.why.say("en")[:32]) for u in reading.unread] == [(name, "icplint does not read stacks yet")]
    monkeypatch.chdir(tmp_path)
    run = icplint("check")
    assert "cannot tell whether www.example.cn is served from mainland China" in run.out
    assert "default.example.cn" not in run.out


def test_what_settles_a_number_is_what_settles_the_count(tmp_path: Path, icplint: Any, monkeypatch: Any) -> None:
    site = """
provider "alicloud" { region = "cn-hangzhou" }
variable "many" {}
resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
  COUNT
}
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = one(alicloud_instance.web[*].public_ip)
}
"""
    (tmp_path / "main.tf").write_text(site.replace("COUNT", "count = var.many"), encoding="utf-8")
    (tmp_path / "envs").mkdir()
    (tmp_path / "envs/prod.tfvars").write_text("many = 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def advice() -> set[str]:
        told = json.loads(icplint("check", "--format", "json", "--lang", "en").out)["findings"]
        return {text for finding in told for text in finding["settle"]}

    assert any("envs/prod.tfvars" in text for text in advice())
    (tmp_path / "main.tf").write_text(
        site.replace("COUNT", 'launch_template_id = "lt-abc12345"').replace(
            "one(alicloud_instance.web[*].public_ip)", "alicloud_instance.web.public_ip"
        ),
        encoding="utf-8",
    )
    assert any(text.startswith("check the state after apply") for text in advice())
    state = {"version": 4, "terraform_version": "1.11.0", "serial": 1, "lineage": "a", "outputs": {}, "resources": []}
    (tmp_path / "terraform.tfstate").write_text(json.dumps(state), encoding="utf-8")
    assert "terraform.tfstate lies beside the source and says more: icplint check terraform.tfstate" in advice()
    assert not any("check the state after apply" in text for text in advice())
