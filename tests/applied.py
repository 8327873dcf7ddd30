"""Random expressions over addresses here and abroad and literals, and what Terraform made of them when it applied them."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

HEAD: Final = """
terraform {
  required_providers {
    alicloud = { source = "aliyun/alicloud" }
  }
}
provider "alicloud" {
  region = "cn-hangzhou"
}
provider "alicloud" {
  alias  = "abroad"
  region = "cn-hongkong"
}
variable "here" {
  default = "47.100.1.2"
}
variable "nothing" {
  default = null
  type    = string
}
resource "alicloud_eip_address" "cn" {}
resource "alicloud_eip_address" "hk" {
  provider = alicloud.abroad
}
resource "alicloud_eip_address" "many" {
  count = 2
}
resource "alicloud_eip_address" "each" {
  for_each = toset(["a", "b"])
  provider = alicloud.abroad
}
resource "alicloud_instance" "cn" {
  image_id                   = "centos_7"
  instance_type              = "ecs.n4.large"
  internet_max_bandwidth_out = 5
}
resource "alicloud_instance" "hk" {
  provider                   = alicloud.abroad
  image_id                   = "centos_7"
  instance_type              = "ecs.n4.large"
  internet_max_bandwidth_out = 5
}
locals {
  pool  = [alicloud_eip_address.cn.ip_address, alicloud_eip_address.hk.ip_address, "203.0.113.8"]
  named = { cn = alicloud_eip_address.cn.ip_address, hk = alicloud_eip_address.hk.ip_address, lit = "203.0.113.9" }
  things = { cn = alicloud_eip_address.cn, hk = alicloud_eip_address.hk }
}
"""
REGISTER: Final = """
[[filing]]
domain = "other-example.cn"
licence = "京ICP备2023001234号-1"
[[address]]
cidr = "47.100.0.0/16"
location = "mainland"
provider = "alibaba"
[[address]]
cidr = "203.0.113.0/24"
location = "outside"
provider = "self"
"""
ADDRESSES: Final = (
    "alicloud_eip_address.cn.ip_address",
    "alicloud_eip_address.hk.ip_address",
    "alicloud_eip_address.many[0].ip_address",
    'alicloud_eip_address.each["a"].ip_address',
    "alicloud_instance.cn.public_ip",
    "alicloud_instance.hk.public_ip",
    "local.pool[0]",
    "local.named.hk",
    "local.things.cn.ip_address",
)
LITERALS: Final = ('"47.100.1.2"', '"47.100.1.3"', '"203.0.113.7"', '"203.0.113.8"', "var.here")
ABOUT: Final = (
    'alicloud_instance.hk.status == "Running"',
    "length(alicloud_eip_address.hk.id) > 3",
    "length(alicloud_instance.cn.host_name) > 100",
    'alicloud_eip_address.cn.ip_address != ""',
    'startswith(alicloud_eip_address.hk.id, "eip-")',
    "alicloud_eip_address.cn.id == alicloud_eip_address.hk.id",
    "true",
    "1 > 2",
)


class Case(NamedTuple):
    """An expression, the type of the record that it is the value of, and what it came to."""

    expression: str
    kind: str = "A"
    value: str = ""


class Maker:
    """Makes expressions that Terraform can apply, whatever the unknown in them turns out to be."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the cases are to be the same on every machine

    def case(self) -> Case:
        """Return a random case."""
        if self._random.random() < 0.15:
            return Case(self._name(), "CNAME")
        return Case(self.text(self._random.choice((1, 2, 2, 3))))

    def of(self, *choices: str) -> str:
        """Return one of the choices."""
        return self._random.choice(choices)

    def text(self, depth: int) -> str:
        """Return an expression that is an address."""
        if depth <= 0:
            return self.of(*ADDRESSES, *LITERALS)
        return self._random.choice(_TEXTS)(self, depth - 1)

    def items(self, depth: int) -> str:
        """Return an expression that is a list of one address or more."""
        if depth <= 0 or self._random.random() < 0.4:
            given = ", ".join(self.text(depth - 1) for _ in range(self._random.randint(1, 3)))
            return self.of(f"[{given}]", f"[{given}]", "local.pool", "(alicloud_eip_address.many[*].ip_address)")
        return self._random.choice(_LISTS)(self, depth - 1)

    def mapping(self, depth: int) -> str:
        """Return an expression that is a map of addresses with the keys a and b."""
        if depth <= 0 or self._random.random() < 0.5:
            return f"{{ a = {self.text(depth - 1)}, b = {self.text(depth - 1)} }}"
        return self._random.choice(_MAPS)(self, depth - 1)

    def asked(self) -> str:
        """Return a condition."""
        return self.of(*ABOUT)

    def key(self) -> str:
        """Return a key of such a map."""
        return self.of('"a"', '"b"', f'({self.asked()} ? "a" : "b")')

    def _name(self) -> str:
        some = self.of(
            "alicloud_eip_address.hk.id",
            "alicloud_instance.cn.id",
            '"app"',
            "substr(alicloud_instance.hk.id, 0, 4)",
            "length(alicloud_eip_address.cn.id)",
        )
        region = self.of("cn-hangzhou", "cn-hongkong", "cn-shanghai", "ap-southeast-1")
        other = self.of("cn-hangzhou", "cn-hongkong")
        return self.of(
            f'"${{{some}}}.oss-{region}.aliyuncs.com"',
            f'"app-${{{some}}}.oss-{region}.aliyuncs.com"',
            f'format("%s.oss-%s.aliyuncs.com", {some}, "{region}")',
            f'join(".", [{some}, "oss-{region}", "aliyuncs", "com"])',
            f'"a.oss-${{{self.asked()} ? "{region}" : "{other}"}}.aliyuncs.com"',
            f'{self.asked()} ? "a.oss-{region}.aliyuncs.com" : "b.oss-{other}.aliyuncs.com"',
            f'replace("${{{some}}}.oss-{other}.aliyuncs.com", "{other}", "{region}")',
            f'lower("A.${{{some}}}.oss-{region}.aliyuncs.com")',
            f'trimsuffix("${{{some}}}.oss-{region}.aliyuncs.com.", ".")',
            f'element(["x.oss-{region}.aliyuncs.com", "${{{some}}}.oss-{other}.aliyuncs.com"], length(tostring({some})))',
        )


Part = Callable[[Maker, int], str]

_TEXTS: Final[tuple[Part, ...]] = (
    lambda m, d: f"({m.text(d)})",
    lambda m, d: f'"${{{m.text(d)}}}"',
    lambda m, d: f"({m.asked()} ? {m.text(d)} : {m.text(d)})",
    lambda m, d: f"({m.asked()} ? {m.text(d)} : {m.text(d)})",
    lambda m, d: f"coalesce({m.text(d)}, {m.text(d)})",
    lambda m, d: f"coalesce(var.nothing, {m.text(d)}, {m.text(d)})",
    lambda m, d: f"try({m.text(d)}, {m.text(d)})",
    lambda m, d: f"try({m.items(d)}[7], {m.text(d)})",
    lambda m, d: f"lower({m.text(d)})",
    lambda m, d: f"trimspace({m.text(d)})",
    lambda m, d: f'trimsuffix("${{{m.text(d)}}}.", ".")',
    lambda m, d: f'replace({m.text(d)}, "203.0.113.", "47.100.1.")',
    lambda m, d: f'replace({m.text(d)}, "/^.*$/", "47.100.1.9")',
    lambda m, d: f'join("", [{m.text(d)}])',
    lambda m, d: f'format("%s", {m.text(d)})',
    lambda m, d: f"tostring({m.text(d)})",
    lambda m, d: f"nonsensitive(sensitive({m.text(d)}))",
    lambda m, d: f"one([{m.text(d)}])",
    lambda m, d: f"{m.items(d)}[0]",
    lambda m, d: f"element({m.items(d)}, {m.of('0', '1', '2', f'length({m.text(0)})')})",
    lambda m, d: f"element(sort({m.items(d)}), 0)",
    lambda m, d: f"element(tolist(toset({m.items(d)})), 0)",
    lambda m, d: f"{m.mapping(d)}[{m.key()}]",
    lambda m, d: f"{m.mapping(d)}.a",
    lambda m, d: f"lookup({m.mapping(d)}, {m.of(m.key(), 'alicloud_instance.hk.id')}, {m.text(d)})",
    lambda m, d: f'split(",", join(",", {m.items(d)}))[0]',
    lambda m, d: f"jsondecode(jsonencode({m.items(d)}))[0]",
    lambda m, d: f'"%{{ if {m.asked()} }}${{{m.text(d)}}}%{{ else }}${{{m.text(d)}}}%{{ endif }}"',
    lambda m, d: f'regex("[0-9.]+", {m.text(d)})',
    lambda m, _d: f'cidrhost("{m.of("47.100.1.0/24", "203.0.113.0/24")}", length({m.text(0)}))',
    lambda m, _d: f'"47.100.1.${{length({m.text(0)})}}"',
    lambda m, _d: f'local.things[{m.asked()} ? {m.of(chr(34) + "cn" + chr(34))} : "hk"].ip_address',
    lambda m, _d: f'[for k, v in local.things : v.ip_address if k != "{m.of("cn", "hk")}"][0]',
    lambda m, _d: f"({m.asked()} ? local.things.cn : local.things.hk).ip_address",
    lambda m, d: f"merge({m.mapping(d)}, {m.mapping(d)})[{m.key()}]",
    lambda m, d: f"values({m.mapping(d)})[0]",
    lambda m, d: f'zipmap(["a", "b"], [{m.text(d)}, {m.text(d)}])[{m.key()}]',
    lambda m, d: f"coalescelist({m.items(d)}, {m.items(d)})[0]",
    lambda m, _d: (
        f"{{ for e in [alicloud_eip_address.hk, alicloud_eip_address.cn] : e.id => e.ip_address }}"
        f"[alicloud_eip_address.{m.of('cn', 'hk')}.id]"
    ),
)
_LISTS: Final[tuple[Part, ...]] = (
    lambda m, d: f"compact(concat({m.items(d)}, {m.items(d)}))",
    lambda m, d: f"distinct({m.items(d)})",
    lambda m, d: f"reverse({m.items(d)})",
    lambda m, d: f"sort({m.items(d)})",
    lambda m, d: f"slice({m.items(d)}, 0, 1)",
    lambda m, d: f"concat({m.items(d)}, {m.items(d)})",
    lambda m, d: f"flatten([{m.items(d)}, [{m.items(d)}]])",
    lambda m, d: f"[for x in {m.items(d)} : x]",
    lambda m, d: f'[for x in concat({m.items(d)}, [{m.text(d)}]) : x if x != "203.0.113.250"]',
    lambda m, d: f'concat([for x in {m.items(d)} : x if startswith(x, "47.96.")], [{m.text(d)}])',
    lambda m, d: f"tolist(toset({m.items(d)}))",
    lambda m, d: f"tolist(setunion({m.items(d)}, {m.items(d)}))",
    lambda m, d: f"values({m.mapping(d)})",
    lambda m, d: f"({m.asked()} ? tolist({m.items(d)}) : tolist({m.items(d)}))",
    lambda m, d: f'formatlist("%s", {m.items(d)})',
    lambda m, d: f"[for e in values(local.things) : ({m.asked()} ? e.ip_address : {m.text(d)})]",
    lambda m, _d: f'[for k, v in local.named : v if k != "{m.of("cn", "hk", "lit")}"]',
    lambda _m, _d: "(values(alicloud_eip_address.each)[*].ip_address)",
)
_MAPS: Final[tuple[Part, ...]] = (
    lambda m, d: f"merge({m.mapping(d)}, {m.mapping(d)})",
    lambda m, d: f'{{ for k in ["a", "b"] : k => {m.text(d)} }}',
    lambda m, d: f"tomap({m.mapping(d)})",
    lambda m, d: f'zipmap(["a", "b"], [{m.text(d)}, {m.text(d)}])',
    lambda m, d: f'{{ for k, v in {m.mapping(d)} : k => v if v != "203.0.113.250" }}',
    lambda m, d: f"({m.asked()} ? {m.mapping(d)} : {m.mapping(d)})",
)


def written(directory: Path, cases: list[Case]) -> None:
    """Write a root module in which each case is the value of a record, and a register that places the literals."""
    records = [
        f'resource "alicloud_alidns_record" "r{n}" {{\n  domain_name = "r{n}-example.cn"\n  rr = "www"\n'
        f'  type = "{case.kind}"\n  value = {case.expression}\n}}\n'
        for n, case in enumerate(cases)
    ]
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "main.tf").write_text("\n".join([HEAD, *records]), encoding="utf-8")
    (directory / "filings.toml").write_text(REGISTER, encoding="utf-8")


def resources(state: Any) -> dict[str, dict[str, Any]]:
    """Return the values of the resources of a state (`terraform show -json`), by address."""
    return {r["address"]: r["values"] for r in state["values"]["root_module"]["resources"]}


def mainland(value: str, state: dict[str, dict[str, Any]]) -> bool:
    """Return whether what a record was given in the end is in mainland China."""
    for address, values in state.items():
        if value in (values.get("ip_address"), values.get("public_ip")):
            return ".hk" not in address and ".each" not in address
    if value.endswith(".aliyuncs.com"):
        return (".oss-cn-h" in value and "hongkong" not in value) or "shanghai" in value
    return value.startswith("47.100.")


def answers(directory: Path, *paths: str) -> dict[int, str]:
    """Return what `icplint check` says of each record's name, by the number of its case."""
    command = [sys.executable, "-m", "icplint", "check", *paths, "--filings", "filings.toml", "--format", "json"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("ALICLOUD_", "ALIBABA_CLOUD_"))}
    run = subprocess.run(
        [*command, "--all", "--select", "ICP101"],
        cwd=directory, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = json.loads(run.stdout)["findings"]
    return {int(f["subject"]["key"].removeprefix("www.r").split("-")[0]): f["outcome"] for f in found}


def wrong(told: dict[int, str], cases: list[Case], state: dict[str, dict[str, Any]]) -> list[Case]:
    """Return the cases of which a certain answer is not that of the state."""
    expected = {True: "violation", False: "compliant"}
    return [
        case._replace(value=f"{told.get(n)}: {case.value}")
        for n, case in enumerate(cases)
        if told.get(n) not in ("cannot-tell", expected[mainland(case.value, state)])
    ]
