"""What a newcomer gets wrong: each message says what to do next, as a golden file shows of the most common ones."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import pytest

from icplint import testing
from icplint.model.packages import installing

GOLDEN = Path(__file__).with_name("mistakes.txt")
MAIN = """\
provider "alicloud" { region = "cn-hangzhou" }
resource "alicloud_eip_address" "w" {}
resource "alicloud_alidns_record" "w" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_eip_address.w.ip_address
}
"""
MISSING = "error: nope does not exist: check how it is spelled, from where icplint runs\n"
RING = [("a", "b"), ("b", "a")]
MISTAKES = (
    "check nope",
    "check main",
    "check tfplan",
    "check . --filings ledger.pdf",
    "check . --filings nope.csv",
    "check . --select unfiled",
    "check . --fromat json",
    "check . --output report.xyz --quiet",
    "chekc .",
    "filings check nope",
    "init empty",
    "scan --profile a",
    ".",
    "check https://github.com/example/sites",
    "check . --baseline nope.json",
    "explain ICP999",
    "graph --output main.tf",
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return the directory of somebody who has just begun."""
    (tmp_path / "main.tf").write_text(MAIN, encoding="utf-8")
    (tmp_path / "tfplan").write_bytes(b"PK\x03\x04plan")
    (tmp_path / "ledger.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "empty").mkdir()
    (tmp_path / ".aliyun").mkdir()
    profiles = [
        {"name": name, "mode": "ChainableRamRoleArn", "source_profile": source, "ram_role_arn": "acs:ram::1:role/x"}
        for name, source in RING
    ]
    (tmp_path / ".aliyun/config.json").write_text(json.dumps({"profiles": profiles}), encoding="utf-8")
    return tmp_path


def icplint(desk: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    settled = {"HOME": str(desk), "COLUMNS": "80", "LANG": "en", "NO_COLOR": "1", **environment}
    command = {"__main__": ModuleType("__main__")}  # a script, from which usage takes the name that it was called by
    with chdir(desk), patch.dict(sys.modules, command):
        said = testing.icplint(*arguments, environment=settled)
    return subprocess.CompletedProcess(arguments, said.code, said.out, said.err)


def transcript(desk: Path) -> str:
    pieces = []
    for mistake in MISTAKES:
        for language in ("en", "zh"):
            run = icplint(desk, *mistake.split(), LANG=language)
            shown = f"[{language}] exit {run.returncode}\n{run.stderr}"
            pieces.append(f"$ icplint {mistake}\n{shown}" if language == "en" else shown)
    return "".join(pieces)


def test_what_a_newcomer_is_told(desk: Path, request: pytest.FixtureRequest) -> None:
    told = transcript(desk)
    if request.config.getoption("--update"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_a_wrong_path_is_one_error_and_no_report(desk: Path) -> None:
    run = icplint(desk, "check", "nope")
    assert (run.returncode, run.stdout, run.stderr) == (2, "", MISSING)
    assert json.loads(icplint(desk, "check", "nope", "--format", "json").stdout)["errors"]
    assert "example.cn" in icplint(desk, "check", ".", "nope").stdout


@pytest.mark.parametrize(
    ("file", "begins"),
    [
        ("r.sarif", '{\n  "$schema"'),
        ("r.json", '{\n  "version": 1'),
        ("r.html", "<!doctype html>"),
        ("r.csv", "record,"),
        ("r.md", "<!-- icplint -->"),
        ("r.txt", "example.cn\n"),
        ("r.htm", "<!doctype html>"),
        ("r.jsonl", "{"),
        ("r.ndjson", "{"),
    ],
)
def test_the_name_of_the_file_says_the_format(desk: Path, file: str, begins: str) -> None:
    run = icplint(desk, "check", ".", "--output", file)
    assert (run.stdout, run.stderr) == ("", "")
    assert (desk / file).read_text(encoding="utf-8-sig").lower().startswith(begins.lower())


def test_init_writes_nothing_where_nothing_is(desk: Path) -> None:
    assert icplint(desk, "init", "empty").returncode == 2
    assert list((desk / "empty").iterdir()) == []
    assert "fill in the one domain of the register" in icplint(desk, "init").stdout


def test_the_language_may_stand_before_the_command_or_after(desk: Path) -> None:
    for arguments in (("--lang", "zh", "check", "nope"), ("check", "nope", "--lang", "zh")):
        assert icplint(desk, *arguments).stderr == "错误：nope 不存在：请检查路径（以运行目录为起点）\n"
    assert icplint(desk, "--lang", "zh", "check", "nope", "--lang", "en").stderr == MISSING
    assert icplint(desk, "--lang", "zh", "filings", "check", "nope.csv").stderr.startswith("错误：")


def test_a_module_that_is_not_installed_says_what_installs_it(desk: Path) -> None:
    (desk / "module.tf").write_text('module "vpc" {\n  source = "alibaba/vpc/alicloud"\n}\n', encoding="utf-8")
    assert "is not installed: run terraform init" in icplint(desk, "check", ".").stdout


def test_an_extra_is_installed_as_icplint_was(tmp_path: Path) -> None:
    """Sources: where pipx and uv keep the environments of tools, and what uv writes to pyvenv.cfg."""
    assert (
        installing("icplint[xlsx]", "/home/u/.local/share/pipx/venvs/icplint") == "pipx install --force 'icplint[xlsx]'"
    )
    assert installing("icplint-aws", "/home/u/.local/pipx/venvs/icplint") == "pipx inject icplint icplint-aws"
    assert (
        installing("icplint[dns]", "/home/u/.local/share/uv/tools/icplint") == "uv tool install --force 'icplint[dns]'"
    )
    assert installing("icplint[dns]", str(tmp_path)) == "pip install 'icplint[dns]'"
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nuv = 0.5.1\n", encoding="utf-8")
    assert installing("icplint[dns]", str(tmp_path)) == "uv pip install 'icplint[dns]'"


@pytest.mark.parametrize("locale", ["zh_CN", "zh-CN", "zh_CN.UTF-8", "zh_Hans-CN", "ZH"])
def test_the_language_may_be_a_locale(desk: Path, locale: str) -> None:
    missing = "错误：nope 不存在：请检查路径（以运行目录为起点）\n"
    assert icplint(desk, "check", "nope", "--lang", locale).stderr == missing
    assert icplint(desk, f"--lang={locale}", "check", "nope").stderr == missing
    assert icplint(desk, "check", "nope", "--lang", "en_US.UTF-8", LANG="zh_CN").stderr == MISSING
    assert icplint(desk, "check", "nope", "--lang", "C.UTF-8", LANG="zh_CN").stderr == MISSING


def test_another_language_is_still_refused(desk: Path) -> None:
    for other in ("fr", "fr_FR.UTF-8", "zhx", "english"):
        run = icplint(desk, "check", ".", "--lang", other)
        assert (run.returncode, run.stdout) == (2, "")
        assert other in run.stderr


@pytest.mark.parametrize("command", ["check", "eligibility", "graph", "eval 1", "baseline write"])
def test_an_empty_path_is_an_error(desk: Path, command: str) -> None:
    run = icplint(desk, *command.split(), "")
    assert (run.returncode, run.stdout, run.stderr) == (2, "", "error: an empty path: is a variable unset?\n")


def test_where_a_report_cannot_go(desk: Path) -> None:
    for command in ("check", "graph", "eligibility"):
        run = icplint(desk, command, ".", "-o", "out/")
        said = "error: --output out/ names a directory: add the name of a file, such as out/report.json\n"
        assert (run.returncode, run.stdout, run.stderr) == (2, "", said)
    run = icplint(desk, "check", ".", "-o", "nodir/x.json")
    said = "error: nodir/x.json cannot be written: there is no directory nodir; make it first (mkdir -p nodir)\n"
    assert (run.returncode, run.stderr) == (2, said)
    assert "is a variable unset?" in icplint(desk, "check", ".", "-o", "").stderr
    assert sorted(desk.glob("out*")) == []


@pytest.mark.parametrize("options", [
    ("--filings", "nope.toml"), ("--var-file", "nope.toml"), ("--geo", "nope.toml"), ("--config", "nope.toml"),
    ("--baseline", "nope.toml"),
])  # fmt: skip
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_file_that_is_not_there_is_one_error_that_names_it_once(
    desk: Path, options: tuple[str, str], language: str
) -> None:
    for form in ("text", "json"):
        run = icplint(desk, "check", ".", *options, "--format", form, LANG=language)
        assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
        assert run.stderr.count("nope.toml") == 1


@pytest.mark.parametrize("command", ["eligibility", "graph", "check"])
def test_of_a_path_that_is_not_there_nothing_else_is_said(desk: Path, command: str) -> None:
    (desk / "filings.toml").write_text('[[filing]]\ndomain = "a.cn"\nlicence = ""\n', encoding="utf-8")
    assert icplint(desk, command, "nope").stderr == MISSING


def test_states_are_read_where_they_are_named(desk: Path) -> None:
    (desk / "empty/a.tfstate").write_text("{}", encoding="utf-8")
    assert icplint(desk, "check", "empty").stderr.endswith(": icplint check empty/a.tfstate\n")
    (desk / "empty/b.tfstate").write_text("{}", encoding="utf-8")
    assert icplint(desk, "check", "empty").stderr == (
        "error: empty holds no Terraform files; the states in it are read where they are named: "
        "icplint check empty/*.tfstate\n"
    )


def test_an_option_is_proposed_only_where_it_is_close(desk: Path) -> None:
    run = icplint(desk, "check", ".", "--cloud", "gcp")
    assert run.stderr.endswith("Error: No such option: --cloud\n")
    assert icplint(desk, "check", ".", "--cloud", "gcp", LANG="zh").stderr.endswith("没有选项 --cloud\n")
    for wrong, right in (("--selct", "--select"), ("--fillings", "--filings"), ("--var-files", "--var-file")):
        assert f"Possible options: {right}" in icplint(desk, "check", ".", wrong, "x").stderr


def test_files_that_a_hook_passes_stand_for_their_roots(desk: Path) -> None:
    (desk / ".terraform-version").write_text("1.9.0\n", encoding="utf-8")
    (desk / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    (desk / "empty/.opentofu-version").write_text("1.9.0\n", encoding="utf-8")
    whole = icplint(desk, "check", ".").stdout
    assert "www.example.cn" in whole
    assert icplint(desk, "check", ".terraform-version").stdout == whole
    alone = icplint(desk, "check", "pyproject.toml")
    assert (alone.returncode, "no [tool.icplint]" in alone.stderr) == (0, True)
    idle = icplint(desk, "check", "empty/.opentofu-version", "--format", "json")
    assert [one["what"] for one in json.loads(idle.stdout)["unread"]] == ["empty/.opentofu-version"]
    (desk / "pyproject.toml").write_text("[tool.icplint]\nignore = ['ICP1']\n", encoding="utf-8")
    assert icplint(desk, "check", "pyproject.toml").stdout == icplint(desk, "check", ".").stdout != whole
