"""`terraform_remote_state` follows the outputs of another root of the run, where its backend is certainly that one's."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.unknown import Reference, Unknown
from icplint.registry import registry
from icplint.testing.layout import lay

SERVED: Final = """
provider "alicloud" { region = "cn-hangzhou" }
resource "alicloud_eip_address" "web" {}
resource "alicloud_instance" "web" {}
resource "alicloud_eip_association" "web" {
  allocation_id = alicloud_eip_address.web.id
  instance_id   = alicloud_instance.web.id
}
"""
NET: Final = (
    SERVED
    + """
output "ip" { value = alicloud_eip_address.web.ip_address }
output "text" { value = "47.96.1.2" }
output "deep" { value = { ips = [alicloud_eip_address.web.ip_address] } }
"""
)
RECORD: Final = """
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = VALUE
}
"""
IP: Final = Reference("alicloud_eip_address.web", "ip_address", "net")
OWN: Final = "data.terraform_remote_state.net"


def web(config: str, value: str) -> str:
    return f'data "terraform_remote_state" "net" {{\n  {config}\n}}\n{RECORD.replace("VALUE", value)}'


def value_of(top: Path, files: dict[str, str], *paths: str) -> Any:
    """Return what the record in `web` leads to."""
    lay(top, files)
    reading = read_inputs(Request(paths=paths or (".",), base=top, sources=lambda: registry().sources))
    assert not reading.problems
    return next(r.values["value"] for r in reading.resources if (r.kind, r.root) == ("alicloud_alidns_record", "web"))


def read(top: Path, backend: str, config: str, name: str = "outputs.ip") -> Any:
    net = f"terraform {{\n  {backend}\n}}\n{NET}" if backend else NET
    return value_of(top, {"net/main.tf": net, "web/main.tf": web(config, f"{OWN}.{name}")})


LOCAL: Final = 'backend = "local"\n config = { path = "../net/terraform.tfstate" }'
OSS: Final = 'backend = "oss"\n config = { bucket = "b", key = "net" }'
SAME: Final = {
    "local": ("", LOCAL),
    "local-module": ("", LOCAL.replace("..", "${path.module}/..")),
    "local-path": (
        'backend "local" {\n path = "s/a.tfstate"\n}',
        'backend = "local"\n config = { path = "../net/s/a.tfstate" }',
    ),
    "oss": ('backend "oss" {\n bucket = "b"\n key = "net"\n region = "cn-beijing"\n}', OSS),
    "oss-prefix": (
        'backend "oss" {\n bucket = "b"\n prefix = "p"\n}',
        'backend = "oss"\n config = { bucket = "b", prefix = "p", key = "terraform.tfstate" }',
    ),
    "s3": ('backend "s3" {\n bucket = "b"\n key = "k"\n}', 'backend = "s3"\n config = { bucket = "b", key = "k" }'),
    "cos": (
        'backend "cos" {\n bucket = "b-1"\n prefix = "k"\n}',
        'backend = "cos"\n config = { bucket = "b-1", prefix = "k" }',
    ),
    "http": (
        'backend "http" {\n address = "http://s.example.net/a"\n}',
        'backend = "http"\n config = { address = "http://s.example.net/a" }',
    ),
    "remote": (
        'backend "remote" {\n organization = "o"\n workspaces {\n name = "net"\n}\n}',
        'backend = "remote"\n config = { organization = "o", workspaces = { name = "net" } }',
    ),
    "cloud": (
        'cloud {\n organization = "o"\n workspaces {\n name = "net"\n}\n}',
        'backend = "remote"\n config = { organization = "o", workspaces = { name = "net" } }',
    ),
    "json-like": ('backend "oss" {\n bucket = "b"\n key = "net"\n}', OSS.replace('"net"', 'format("%s", "net")')),
}


@pytest.mark.parametrize(("backend", "config"), SAME.values(), ids=SAME)
def test_the_state_of_a_root_of_the_run_is_followed(tmp_path: Path, backend: str, config: str) -> None:
    found = read(tmp_path, backend, config)
    assert isinstance(found, Unknown)
    assert found.sole == IP
    assert read(tmp_path, backend, config, 'outputs["text"]') == "47.96.1.2"
    deep = read(tmp_path, backend, config, "outputs.deep.ips[0]")
    assert isinstance(deep, Unknown)
    assert deep.sole == IP


PERHAPS: Final = {
    "empty": ('backend "oss" {}', OSS),
    "partial": ('backend "oss" {\n bucket = "b"\n}', OSS),
    "partial-s3": (
        'backend "s3" {\n bucket = "b"\n}',
        'backend = "s3"\n config = { bucket = "b", key = "k" }',
    ),
    "interpolated": ('backend "oss" {\n bucket = "b"\n key = "net"\n}', OSS.replace('"net"', "timestamp()")),
    "unknown-config": (
        'backend "oss" {\n bucket = "b"\n key = "net"\n}',
        'backend = "oss"\n config = terraform_data.a.id',
    ),
    "workspace": ('backend "oss" {\n bucket = "b"\n key = "net"\n}', f'{OSS}\n workspace = "prod"'),
    "local-workspace": ("", f'{LOCAL}\n workspace = "prod"'),
    "local-workspace-path": ("", LOCAL.replace("/terraform.tfstate", "/terraform.tfstate.d/prod/terraform.tfstate")),
    "tags": (
        'cloud {\n organization = "o"\n workspaces {\n tags = ["a"]\n}\n}',
        'backend = "remote"\n config = { organization = "o", workspaces = { name = "net" } }',
    ),
}


@pytest.mark.parametrize(("backend", "config"), PERHAPS.values(), ids=PERHAPS)
def test_a_state_that_may_be_that_of_a_root_is_never_certain(tmp_path: Path, backend: str, config: str) -> None:
    more = 'resource "terraform_data" "a" {}\n' if "terraform_data" in config else ""
    net = f"terraform {{\n  {backend}\n}}\n{NET}" if backend else NET
    for output in ("ip", "text"):
        found = value_of(tmp_path, {"net/main.tf": net, "web/main.tf": more + web(config, f"{OWN}.outputs.{output}")})
        assert isinstance(found, Unknown)
        assert found.open
        assert not found.among
        assert (IP in found.refs) == (output == "ip")
        assert "net" in found.why.say("en")


OTHERS: Final = {
    "kind": ('backend "oss" {\n bucket = "b"\n key = "net"\n}', OSS.replace('"oss"', '"s3"')),
    "key": ('backend "oss" {\n bucket = "b"\n key = "other"\n}', OSS),
    "bucket": ('backend "oss" {\n bucket = "c"\n}', OSS),
    "path": ("", LOCAL.replace("net/terraform", "net/other")),
    "output": ("", LOCAL),
}


@pytest.mark.parametrize("case", OTHERS)
def test_the_state_of_another_root_is_not_followed(tmp_path: Path, case: str) -> None:
    backend, config = OTHERS[case]
    found = read(tmp_path, backend, config, "outputs.nothing" if case == "output" else "outputs.ip")
    assert isinstance(found, Unknown)
    assert {reference.address for reference in found.refs} == {OWN}


def test_two_roots_with_one_backend_are_not_told_apart(tmp_path: Path) -> None:
    net = f'terraform {{\n  backend "oss" {{\n bucket = "b"\n key = "net"\n}}\n}}\n{NET}'
    files = {"net/main.tf": net, "old/main.tf": net, "web/main.tf": web(OSS, f"{OWN}.outputs.ip")}
    found = value_of(tmp_path, files)
    assert found.open
    assert {reference.root for reference in found.refs} == {"", "net", "old"}


def test_the_answer_is_that_of_one_root_in_any_order_of_paths(
    tmp_path: Path, icplint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = '[[filing]]\ndomain = "other.cn"\nlicence = "京ICP备2023001234号-1"\n'
    lay(tmp_path / "two", {"net/main.tf": NET, "web/main.tf": web(LOCAL, f"{OWN}.outputs.ip")})
    lay(tmp_path / "one", {"main.tf": SERVED + RECORD.replace("VALUE", "alicloud_eip_address.web.ip_address")})
    lay(tmp_path, {"filings.toml": register})
    answers = []
    for base, paths in (("one", ["."]), ("two", ["net", "web"]), ("two", ["web", "net"]), ("two", ["."])):
        monkeypatch.chdir(tmp_path / base)
        told = icplint(
            "check", *paths, "--format", "json", "--all", "--on", "2026-11-24", "--filings", "../filings.toml"
        )
        found = json.loads(told.out)["findings"]
        answers.append(sorted((f["check"], f["subject"]["key"], f["outcome"]) for f in found))
    assert ("unfiled-domain", "www.example.cn", "violation") in answers[0]
    assert answers == [answers[0]] * 4


def test_a_chain_of_roots_is_followed_and_a_ring_ends(tmp_path: Path) -> None:
    def passing(source: str, *outputs: str) -> str:
        config = LOCAL.replace("../net", f"../{source}")
        given = "\n".join(f'output "{o}" {{ value = {OWN}.outputs.{o} }}' for o in outputs)
        return f'data "terraform_remote_state" "net" {{\n{config}\n}}\n{given}\n'

    files = {f"r{n}/main.tf": passing(f"r{n + 1}" if n < 99 else "net", "ip") for n in range(100)}
    files |= {"net/main.tf": NET, "web/main.tf": web(LOCAL.replace("../net", "../r0"), f"{OWN}.outputs.ip")}
    assert value_of(tmp_path / "chain", files).sole == IP
    ring = {
        "net/main.tf": passing("web", "ip"),
        "web/main.tf": f'{web(LOCAL, f"{OWN}.outputs.ip")}\noutput "ip" {{ value = {OWN}.outputs.ip }}\n',
    }
    assert value_of(tmp_path / "ring", ring).open


def state(**outputs: Any) -> str:
    kept = {name: {"value": value, "type": "string"} for name, value in outputs.items()}
    eip = {
        "mode": "managed",
        "type": "alicloud_eip_address",
        "name": "web",
        "provider": 'provider["x.test/aliyun/alicloud"]',
        "instances": [{"attributes": {"id": "eip-abc12345", "ip_address": "47.96.9.9"}}],
    }
    return json.dumps(
        {"version": 4, "terraform_version": "1.11.0", "lineage": "a", "serial": 1, "outputs": kept, "resources": [eip]}
    )


@pytest.mark.parametrize("with_source", [True, False])
def test_what_a_state_says_of_an_output_is_known(tmp_path: Path, with_source: bool) -> None:
    files = {"net/terraform.tfstate": state(ip="47.96.9.9"), "web/main.tf": web(LOCAL, f"{OWN}.outputs.ip")}
    more = {"net/main.tf": NET} if with_source else {}
    paths = ["net/terraform.tfstate", "web", *(["net"] if with_source else [])]
    assert value_of(tmp_path, files | more, *paths) == "47.96.9.9"
    assert value_of(tmp_path, files | more, *reversed(paths)) == "47.96.9.9"


def test_what_terraform_reads_of_an_applied_root_is_what_the_source_says(tmp_path: Path, terraform: str) -> None:
    net = """
resource "terraform_data" "a" { input = { name = "a.example.cn", ips = ["47.96.1.2"] } }
output "name" { value = terraform_data.a.input.name }
output "ips" { value = toset(["b", "a"]) }
output "deep" { value = { l = [{ x = 1.5 }], n = null } }
output "nothing" { value = null }
"""
    expressions = (
        "S.name",
        'S["name"]',
        "S.ips",
        "S.deep.l[0].x",
        "S.deep.n",
        "upper(S.name)",
        "{ for k in S.ips : k => S.deep.l }",
        'lookup(S.deep, "none", S.name)',
    )
    written = {
        f"o{n}": e.replace("S.", f"{OWN}.outputs.").replace("S[", f"{OWN}.outputs[") for n, e in enumerate(expressions)
    }
    data = f'data "terraform_remote_state" "net" {{\n{LOCAL}\n}}\n'
    outputs = "".join(f'output "{name}" {{ value = {expression} }}\n' for name, expression in written.items())
    lay(tmp_path, {"net/main.tf": net, "web/main.tf": data + outputs})
    for root in ("net", "web"):
        for command in (["init"], ["apply", "-auto-approve"]):
            line = [terraform, *command, "-input=false", "-no-color"]
            done = subprocess.run(line, cwd=tmp_path / root, capture_output=True, check=False)
            assert done.returncode == 0, done.stderr.decode()
    told = subprocess.run([terraform, "output", "-json"], cwd=tmp_path / "web", capture_output=True, check=True).stdout
    applied = {name: one["value"] for name, one in json.loads(told).items()}
    arguments = "".join(f"  {name} = {expression}\n" for name, expression in written.items())
    lay(tmp_path, {"web/main.tf": f'{data}resource "probe" "p" {{\n{arguments}}}\n'})
    reading = read_inputs(Request(paths=("net", "web"), base=tmp_path))
    probe = next(r for r in reading.resources if r.kind == "probe")
    assert applied
    assert {name: probe.values.get(name) for name in applied} == applied
