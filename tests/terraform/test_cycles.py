"""Rings of references are found as Terraform finds them, and each is told once, with a place."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from icplint.terraform.instances.configuration import Variables, open_root, read_configuration
from icplint.terraform.modules.loader import Loader
from icplint.terraform.values.errors import EvaluationError

RINGS: Final = Path(__file__).parent / "data" / "rings"
ORACLE: Final = Path(__file__).parent / "data" / "oracle"


@cache
def record() -> ModuleType:
    """Return the script that writes the configurations and asks Terraform."""
    specification = importlib.util.spec_from_file_location("record", RINGS / "record.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def told(directory: Path) -> list[str]:
    """Return what is wrong with a configuration, each with its place."""
    found = read_configuration(directory, Loader(directory)).problems
    return [f"{problem.origin} {problem.text.say('en')}" for problem in found]


def rings(directory: Path) -> list[list[str]]:
    """Return the names of each ring."""
    found = (words.partition(" Cycle: ")[2].partition(":")[0] for words in told(directory))
    return [ring.split(" -> ") for ring in found if ring]


def alone(ring: list[str]) -> bool:
    """Whether a resource refers to itself, which Terraform finds when it plans, and validates all the same."""
    return len(ring) == 2 and "terraform_data" in ring[0]


@pytest.mark.parametrize("first", range(0, 160, 20))
def test_rings_are_those_that_terraform_finds(first: int, tmp_path: Path) -> None:
    recorded = json.loads((RINGS / "answers.json").read_text(encoding="utf-8"))
    wrong = []
    for seed in range(first, first + 20):
        directory = tmp_path / str(seed)
        record().write(directory, seed)
        found = [ring for ring in rings(directory) if not alone(ring)]
        refused = seed in recorded and any("would refuse" in words for words in told(directory))
        if bool(found) != (seed in recorded) and not (refused and not found):
            wrong.append(seed)
    assert wrong == []


@pytest.mark.parametrize("seed", [3, 7])
def test_terraform_still_finds_them(seed: int, tmp_path: Path, terraform: str) -> None:
    record().write(tmp_path, seed)
    assert record().cycle(tmp_path) == (seed in json.loads((RINGS / "answers.json").read_text(encoding="utf-8")))


CASES: Final = {
    "resources": (
        ('resource "terraform_data" "a" {\n  input = terraform_data.b.output\n}\n'
        'resource "terraform_data" "b" {\n  input = terraform_data.a.output\n}\n'),
        ["main.tf:5:11 Cycle: terraform_data.a -> terraform_data.b -> terraform_data.a"],
    ),
    "itself": (
        'resource "terraform_data" "a" {\n  count = 2\n  input = terraform_data.a[0].id\n}\n',
        ["main.tf:3:11 Cycle: terraform_data.a -> terraform_data.a"],
    ),
    "a provider": (
        'provider "alicloud" {\n  region = alicloud_vpc.a.name\n}\nresource "alicloud_vpc" "a" {\n  name = "cn-beijing"\n}\n',
        ["main.tf:2:12 Cycle: alicloud_vpc.a -> provider.alicloud -> alicloud_vpc.a"],
    ),
    "blanks": (
        "locals {\n  a = (local\n    . b)\n  b = local.a\n}\n",
        ["main.tf:4:7 Cycle: local.a -> local.b -> local.a"],
    ),
    "prefixes": (
        ('resource "terraform_data" "a" {\n  input = data.alicloud_zones.b.id\n}\n'
        'data "alicloud_zones" "b" {\n  x = resource.terraform_data.a.id\n}\n'),
        ["main.tf:2:11 Cycle: data.alicloud_zones.b -> terraform_data.a -> data.alicloud_zones.b"],
    ),
    "two rings": (
        "locals {\n  a = local.b\n  b = local.a\n  c = local.d\n  d = local.c\n  e = [local.a, local.c]\n}\n",
        [
            "main.tf:3:7 Cycle: local.a -> local.b -> local.a",
            "main.tf:5:7 Cycle: local.c -> local.d -> local.c",
        ],
    ),
    "another provider": (
        ('provider "alicloud" {\n  region = alicloud_vpc.a.name\n}\nprovider "alicloud" {\n  alias = "b"\n}\n'
        'resource "alicloud_vpc" "a" {\n  provider = alicloud.b\n}\n'),
        [],
    ),
    "comments and strings": (
        'locals {\n  a = "local.b"\n  b = local.a # local.b\n}\nresource "terraform_data" "a" {\n  # terraform_data.a\n}\n',
        [],
    ),
    "bound names": (
        'resource "terraform_data" "a" {\n  input = [for terraform_data in [{ a = 1 }] : terraform_data.a]\n}\n',
        [],
    ),
    "its own provisioner": (
        'resource "terraform_data" "a" {\n  provisioner "local-exec" {\n    command = terraform_data.a.id\n  }\n}\n',
        [],
    ),
    "through a module": (
        'module "m" {\n  source = "./m"\n  a      = module.m.b\n}\n',
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_ring_has_names_and_a_place(case: str, tmp_path: Path) -> None:
    text, expected = CASES[case]
    (tmp_path / "main.tf").write_text(text, encoding="utf-8")
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "m.tf").write_text(
        'variable "a" {}\noutput "b" {\n  value = 1\n}\noutput "c" {\n  value = var.a\n}\n'
    )
    assert [words.partition(": what")[0] for words in told(tmp_path)] == expected


def test_an_override_may_close_a_ring(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "terraform_data" "a" {}\nlocals {\n  b = terraform_data.a.id\n}\n')
    (tmp_path / "override.tf").write_text('resource "terraform_data" "a" {\n  input = local.b\n}\n')
    assert [ring[0] for ring in rings(tmp_path)] == ["local.b"]
    assert told(tmp_path)[0].startswith("override.tf:2:11 ")


def test_a_ring_in_json(tmp_path: Path) -> None:
    document = {"locals": {"a": "${local.b}", "b": ["x-${local.a}"]}}
    (tmp_path / "main.tf.json").write_text(json.dumps(document))
    assert rings(tmp_path) == [["local.a", "local.b", "local.a"]]


@pytest.mark.parametrize("case", sorted(path.name for path in ORACLE.glob("cycle_*")))
def test_what_terraform_called_a_cycle_is_one_ring(case: str) -> None:
    (ring,) = rings(ORACLE / case)
    assert ring[0] == ring[-1]
    assert len(set(ring)) == len(ring) - 1


@pytest.mark.parametrize("case", sorted(path.name for path in ORACLE.glob("cycle_*") if path.name != "cycle_resources"))
def test_an_evaluation_stops_at_a_ring(case: str) -> None:
    instance, _ = open_root(ORACLE / case, Loader(ORACLE / case), Variables())
    with pytest.raises(EvaluationError) as refused:
        instance.output("a")
    names = str(refused.value).removeprefix("Cycle: ").split(" -> ")
    assert names[0] == names[-1]
    assert len(set(names)) == len(names) - 1
