"""Directories of files: which are read, in which order, and what they must not declare together."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asked import asked, disagreement, recorder

from icplint.terraform.modules.files import terraform_directories, terraform_files
from icplint.terraform.modules.loader import Loader

JUDGE = "1.11.4"
SAMPLE = 8
"""Every so many-th answer is asked for again."""


def test_icplint_answers_as_terraform_did(tmp_path: Path) -> None:
    differing = {}
    for number, one in enumerate(asked("declarations")):
        directory = tmp_path / str(number)
        directory.mkdir()
        if found := disagreement(one, directory):
            differing[one.name] = found
    assert differing == {}


@pytest.mark.parametrize("topic", recorder().TOPICS)
def test_terraform_still_answers_so(topic: str, terraform: str) -> None:
    said = subprocess.run([terraform, "version", "-json"], capture_output=True, text=True, check=True).stdout
    version = json.loads(said)["terraform_version"]
    if version != JUDGE:
        pytest.skip(f"the answers are those of Terraform {JUDGE}, and this is {version}")
    sample = asked(topic)[::SAMPLE]
    assert [recorder().ask(one.case) for one in sample] == [one.answer for one in sample]


# Which files


def names(directory: Path, *written: str) -> list[str]:
    for name in written:
        (directory / name).write_text("", encoding="utf-8")
    return [path.name for path in terraform_files(directory)]


def test_files_by_name(tmp_path: Path) -> None:
    (tmp_path / "directory.tf").mkdir()
    written = [
        "b.tf",
        "a.tf",
        "B.tf",
        "c.tf.json",
        ".hidden.tf",
        "d.tf~",
        "#e.tf#",
        "f.tfvars",
        "g.json",
        "h.tftest.hcl",
    ]
    assert names(tmp_path, *written) == ["B.tf", "a.tf", "b.tf", "c.tf.json"]


def test_opentofu_reads_its_own_file_instead(tmp_path: Path) -> None:
    written = ["a.tf", "a.tofu", "b.tf", "b.tofu.json", "c.tf.json", "c.tofu.json", "d.tofu", "e.tf.tofu", "e.tf.tf"]
    assert names(tmp_path, *written) == ["a.tofu", "b.tf", "b.tofu.json", "c.tofu.json", "d.tofu", "e.tf.tofu"]


def test_a_directory_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert terraform_files(tmp_path / "absent") == []


def test_directories(tmp_path: Path) -> None:
    for name in ("a/main.tf", "b/x/main.tf.json", "c/main.tofu", "d/.hidden.tf", ".e/main.tf", "f/README.md"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    found = [directory.relative_to(tmp_path).as_posix() for directory in terraform_directories(tmp_path)]
    assert found == ["a", "b/x", "c"]


def test_override_files_are_read_last(tmp_path: Path) -> None:
    names(tmp_path, "z.tf", "a_override.tf", "override.tf", "b.tf.json")
    (tmp_path / "b.tf.json").write_text("{}", encoding="utf-8")
    files = Loader(tmp_path).module(tmp_path).files
    assert [file.path for file in files] == ["b.tf.json", "z.tf", "a_override.tf", "override.tf"]


# What they declare


def problems(directory: Path, **files: str) -> list[str]:
    for name, text in files.items():
        (directory / f"{name}.tf").write_text(text, encoding="utf-8")
    found = Loader(directory).module(directory).problems
    assert all(problem.text.say("zh") for problem in found)
    return [f"{problem.origin} {problem.text.say('en')}" for problem in found]


def test_a_duplicate_names_both_places(tmp_path: Path) -> None:
    resource = 'resource "alicloud_vpc" "a" {}\n'
    assert problems(tmp_path, a=f"\n{resource}", b=resource, c=resource) == [
        "b.tf:1:1 alicloud_vpc.a is declared twice, first at a.tf:2:1",
        "c.tf:1:1 alicloud_vpc.a is declared twice, first at a.tf:2:1",
    ]
    assert Loader(tmp_path).module(tmp_path).resources["alicloud_vpc.a"].file.path == "a.tf"


def test_what_to_write_instead(tmp_path: Path) -> None:
    assert problems(tmp_path, main='resource "alicloud_vpc" {}\nfoo {}\nx = 1\nlocals {\n  y {}\n}\n') == [
        "main.tf:3:1 no argument stands outside a block: move x into one, or remove it",
        'main.tf:1:1 a resource block is written resource "TYPE" "NAME" { … }, and this one has 1 label',
        "main.tf:2:1 Terraform has no foo blocks: correct the name, or remove the block",
        "main.tf:5:3 locals holds no blocks: write y = { … }",
    ]


def test_what_later_versions_of_terraform_know_is_read_without_complaint(tmp_path: Path) -> None:
    action = 'action "alicloud_ecs" "reboot" {\n  config {}\n}\n'
    ephemeral = 'ephemeral "random_password" "p" {\n  length = 20\n}\n'
    assert problems(tmp_path, main=action + ephemeral) == []
    assert list(Loader(tmp_path).module(tmp_path).others) == [
        "action.alicloud_ecs.reboot",
        "ephemeral.random_password.p",
    ]


def test_a_file_that_cannot_be_opened_leaves_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.tf").symlink_to(tmp_path / "absent")
    (found,) = problems(tmp_path, b="locals {\n  x = 1\n}\n")
    assert found.startswith("a.tf a.tf cannot be read: ")
    module = Loader(tmp_path).module(tmp_path)
    assert list(module.locals) == ["x"]
    assert module.broken == "a.tf"


# What the command line is given

SITE = {
    "main.tf.json": '{"resource": {"alicloud_cdn_domain_new": {"a": {"domain_name": "a.example.cn"}}}}',
    "main.tofu": 'resource "alicloud_cdn_domain_new" "a" {\n  domain_name = "a.example.cn"\n}\n',
    "main.tofu.json": '{"resource": {"alicloud_cdn_domain_new": {"a": {"domain_name": "a.example.cn"}}}}',
}


@pytest.mark.parametrize("name", SITE)
@pytest.mark.parametrize("whole", [True, False], ids=["directory", "file"])
def test_each_syntax_is_checked(name: str, whole: bool, tmp_path: Path, icplint: Callable[..., Any]) -> None:
    (tmp_path / name).write_text(SITE[name], encoding="utf-8")
    (tmp_path / "filings.toml").write_text("", encoding="utf-8")
    run = icplint("check", tmp_path if whole else tmp_path / name, "--format", "json", "--isolated")
    assert run.code == 1, run.err
    (finding,) = (f for f in json.loads(run.out)["findings"] if f["code"] == "ICP101")
    assert name in json.dumps(finding)


def test_a_mistake_in_json_is_shown_with_its_place(tmp_path: Path, icplint: Callable[..., Any]) -> None:
    (tmp_path / "main.tf.json").write_text('{\n"locals": {"a": 1,}}', encoding="utf-8")
    run = icplint("check", tmp_path / "main.tf.json", "--isolated")
    assert run.code == 2
    assert "main.tf.json:2:18" in run.err
