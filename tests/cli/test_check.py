"""`icplint check` as a pipeline meets it: exit codes, bad input, inputs of every kind, options."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icplint.testing.layout import lay

Icplint = Callable[..., Any]
PLAN = Path(__file__).parents[1] / "parity/site/plan.json"

UNFILED = """\
resource "alicloud_cdn_domain_new" "www" {
  domain_name = "www.example.cn"
}
"""
FILINGS = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\naccess_providers = ["alibaba"]\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty directory, and stand in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(directory: Path, **files: str) -> None:
    """Write files; `__` in a name is a slash, `_` before the suffix a dot."""
    named = (name.replace("__", "/").rpartition("_") for name in files)
    lay(directory, {f"{stem}.{suffix}": text for (stem, _, suffix), text in zip(named, files.values(), strict=True)})


def outcomes(run: Any) -> dict[str, str]:
    """Return the outcome of ICP101 for each name of a JSON report."""
    findings = json.loads(run.out)["findings"]
    return {f["subject"]["key"]: f["outcome"] for f in findings if f["code"] == "ICP101"}


# What cannot be read: one sentence, exit 2, and the rest is read all the same


def test_a_syntax_error_is_a_sentence_and_the_rest_is_read(here: Path, icplint: Icplint) -> None:
    write(
        here,
        main_tf=UNFILED,
        broken_tf='resource "alicloud_instance" "web" {\n  count = = 2\n}\n',
        filings_toml=FILINGS,
    )
    run = icplint("check", "--format", "json", "--all")
    assert run.code == 2
    assert run.err.splitlines() == [line for line in run.err.splitlines() if line.startswith("error: broken.tf:2:")]
    assert len(run.err.splitlines()) == 1
    assert outcomes(run) == {"www.example.cn": "compliant"}
    assert json.loads(run.out)["errors"][0]["origin"]["file"] == "broken.tf"


def test_what_a_broken_file_may_declare_is_doubtful_and_not_undeclared(here: Path, icplint: Icplint) -> None:
    arguments = 'domain_name = "example.cn"\n  rr = "a"\n  type = "A"\n  value = local.ip'
    record = f'resource "alicloud_alidns_record" "a" {{\n  {arguments}\n}}\n'
    write(here, main_tf=record, broken_tf='locals {\n  ip = "203.0.113.1\n}\n')
    run = icplint("check", "--format", "json")
    assert run.code == 2
    (finding,) = (f for f in json.loads(run.out)["findings"] if f["code"] == "ICP101")
    assert finding["outcome"] == "cannot-tell"
    assert any("broken.tf has a syntax error" in e["message"] for e in finding["evidence"])


def test_a_missing_local_module_is_a_sentence(here: Path, icplint: Icplint) -> None:
    write(here, main_tf=UNFILED + 'module "web" {\n  source = "./web"\n}\n')
    run = icplint("check", "--lang", "zh")
    assert run.code == 2
    assert run.err == "错误：main.tf:5:12: 无法读取模块 module.web：目录 ./web 不存在\n"
    assert "www.example.cn" in run.out


def test_an_uninstalled_module_is_unread_and_fails_only_with_strict(here: Path, icplint: Icplint) -> None:
    write(here, main_tf='module "vpc" {\n  source = "alibaba/vpc/alicloud"\n}\n', filings_toml=FILINGS)
    run = icplint("check")
    assert (run.code, run.err) == (0, "")
    assert "not read  main.tf:1:1  module.vpc: module alibaba/vpc/alicloud is not installed" in run.out
    assert icplint("check", "--strict").code == 1


@pytest.mark.parametrize(
    ("register", "message"),
    [
        ("[[filing]\n", "error: filings.toml:1"),
        ('[[filing]]\ndomain = "example.cn"\nlicence = "京ICP证030173号"\n', "error: filings.toml:3:1: "),
        ('[[filing]]\ndomian = "example.cn"\n', "domain"),
    ],
)
def test_a_bad_register_is_reported_with_its_line_and_claims_nothing(
    here: Path, icplint: Icplint, register: str, message: str
) -> None:
    write(here, main_tf=UNFILED, filings_toml=register)
    run = icplint("check", "--format", "json")
    assert run.code == 2
    assert message in run.err
    assert outcomes(run) == {"www.example.cn": "cannot-tell"}


def test_a_register_that_is_not_there_is_a_sentence(here: Path, icplint: Icplint) -> None:
    write(here, main_tf=UNFILED)
    run = icplint("check", "--filings", "nowhere.toml")
    assert run.code == 2
    assert run.err.startswith("error: nowhere.toml: ")
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "error: nowhere does not exist: check how it is spelled, from where icplint runs\n"),
        (["empty"], "error: empty holds no Terraform files, so there is nothing to check\n"),
        (["notes.txt"], "error: notes.txt is neither Terraform nor a plan or state as JSON"),
        (["half.json"], "error: half.json is not valid JSON: "),
        (["tfplan"], "error: tfplan is a binary plan: give icplint its JSON, terraform show -json tfplan"),
        (["log.json"], "error: log.json is the log of terraform plan -json: write the plan with -out=FILE"),
        (["--on", "yesterday"], "error: yesterday is no date: write it as 2026-11-24\n"),
        (["--on", "2001-01-01"], "error: the policy covers 2018-04-19 and later days"),
        (["--select", "ICP9"], "error: there is no check ICP9; icplint explain lists them\n"),
        (["--format", "xml"], "error: there is no format xml; there are "),
        (["--var", "region"], "error: --var takes NAME=VALUE, not region\n"),
    ],
)
def test_what_cannot_be_used_is_one_clear_sentence(
    here: Path, icplint: Icplint, arguments: list[str], message: str
) -> None:
    write(here, main_tf=UNFILED, notes_txt="hello\n", half_json='{"format_version": "1.2", ')
    (here / "empty").mkdir()
    (here / "tfplan").write_bytes(b"PK\x03\x04rest")
    (here / "log.json").write_text('{"@level":"info","type":"version"}\n{"@level":"info"}\n', encoding="utf-8")
    run = icplint("check", *arguments)
    assert run.code == 2
    assert run.err.startswith(message)
    assert len(run.err.splitlines()) == 1


def test_an_unknown_option_is_wrong_usage(here: Path) -> None:
    command = [sys.executable, "-c", "from icplint.cli import main; main()", "check", "--nope"]
    run = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "--nope" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_configuration_says_which_key_it_does_not_know(here: Path, icplint: Icplint) -> None:
    write(here, main_tf=UNFILED, icplint_toml="fail_on = 'error'\n")
    run = icplint("check")
    assert run.code == 2
    assert run.err == "error: icplint.toml has no setting fail_on; did you mean fail-on?\n"
    assert icplint("check", "--isolated", "--fail-on", "never").code == 0


# What a run answers, and how it ends


def test_the_exit_code_follows_the_severity(here: Path, icplint: Icplint) -> None:
    write(here, main_tf=UNFILED, filings_toml=FILINGS.replace("example.cn", "example.com"))
    assert icplint("check").code == 1
    assert icplint("check", "--fail-on", "never").code == 0
    assert icplint("check", "--ignore", "unfiled-domain").code == 0
    assert icplint("check", "--select", "ICP2").code == 0


def test_doubt_is_printed_and_fails_only_with_strict(here: Path, icplint: Icplint) -> None:
    write(here, main_tf=UNFILED)
    run = icplint("check")
    assert run.code == 0
    assert "cannot tell whether www.example.cn is served from mainland China" in run.out
    assert icplint("check", "--strict").code == 1


def test_nothing_to_judge_is_said(here: Path, icplint: Icplint) -> None:
    write(here, main_tf='resource "alicloud_vpc" "v" {\n  cidr_block = "10.0.0.0/8"\n}\n')
    run = icplint("check")
    assert run.code == 0
    assert "so there was nothing to judge" in run.out


def test_a_file_stands_for_the_root_modules_that_use_it(here: Path, icplint: Icplint) -> None:
    call = 'module "cdn" {\n  source = "../../modules/cdn"\n  name = "{}.example.cn"\n}\n'
    body = 'variable "name" {}\nresource "alicloud_cdn_domain_new" "this" {\n  domain_name = var.name\n}\n'
    write(
        here,
        modules__cdn__main_tf=body,
        live__a__main_tf=call.replace("{}", "a"),
        live__b__main_tf=call.replace("{}", "b"),
    )
    write(here, other__main_tf=UNFILED)
    run = icplint("check", "modules/cdn/main.tf", "--format", "json")
    assert outcomes(run) == {"a.example.cn": "cannot-tell", "b.example.cn": "cannot-tell"}
    assert outcomes(icplint("check", "live/a/main.tf", "--format", "json")) == {"a.example.cn": "cannot-tell"}
    assert set(outcomes(icplint("check", ".", "--format", "json"))) == {
        "a.example.cn",
        "b.example.cn",
        "www.example.cn",
    }


def test_a_plan_comes_through_standard_input(here: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> None:
    by_file = icplint("check", PLAN, "--format", "json", "--all")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.read_bytes())))
    by_stdin = icplint("check", "-", "--format", "json", "--all")
    assert outcomes(by_stdin) == {
        key: "cannot-tell" if o == "violation" else o for key, o in outcomes(by_file).items()
    } or (set(outcomes(by_stdin)) == set(outcomes(by_file)))
    assert json.loads(by_stdin.out)["inputs"][0] == {"kind": "plan", "path": "-"}


def test_variables_are_taken_from_every_place_in_terraforms_order(
    here: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, main_tf=UNFILED.replace('"www.example.cn"', "var.name") + 'variable "name" {}\n')
    monkeypatch.setenv("TF_VAR_name", "env.example.cn")
    assert set(outcomes(icplint("check", "--format", "json"))) == {"env.example.cn"}
    write(here, terraform_tfvars='name = "file.example.cn"\n')
    assert set(outcomes(icplint("check", "--format", "json"))) == {"file.example.cn"}
    write(here, z__more_tfvars="", a_auto_tfvars="")
    (here / "a.auto.tfvars").write_text('name = "auto.example.cn"\n', encoding="utf-8")
    assert set(outcomes(icplint("check", "--format", "json"))) == {"auto.example.cn"}
    run = icplint("check", "--format", "json", "--var", "name=flag.example.cn")
    assert set(outcomes(run)) == {"flag.example.cn"}


def test_a_variable_that_no_root_module_declares_is_an_error_on_the_command_line_only(
    here: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        here,
        a__main_tf=UNFILED,
        b__main_tf='variable "size" {}\n',
        terraform_tfvars="",
        a__terraform_tfvars="other = 1\n",
    )
    monkeypatch.setenv("TF_VAR_other", "1")
    assert icplint("check", "--var", "size=1").err == ""
    run = icplint("check", "--var", "size=1", "--var", "siz=1")
    assert run.code == 2
    assert run.err == (
        "error: --var siz: no root module that was read declares variable siz: declare it, or leave --var siz out\n"
    )


def test_a_value_that_does_not_fit_is_an_error_whether_it_is_needed_or_not(here: Path, icplint: Icplint) -> None:
    write(here, main_tf='variable "size" {\n  type = number\n}\n', terraform_tfvars='\nsize = "x"\n')
    run = icplint("check")
    assert run.code == 2
    assert run.err.startswith("error: terraform.tfvars:2:1: the value of variable size cannot be used: ")


def test_a_report_is_written_whole_to_a_file(here: Path, icplint: Icplint) -> None:
    write(here, main_tf=UNFILED)
    run = icplint("check", "--format", "json", "--output", "report.json")
    assert run.out == ""
    assert json.loads((here / "report.json").read_text(encoding="utf-8"))["version"] == 1
    assert [path.name for path in here.iterdir() if path.name.startswith(".")] == []


def test_concise_is_one_line_a_finding(here: Path, icplint: Icplint) -> None:
    write(here, main_tf=UNFILED, filings_toml=FILINGS.replace("example.cn", "example.com"))
    run = icplint("check", "--format", "concise")
    assert run.out == (
        "main.tf:2:17: error ICP101 www.example.cn is served from mainland China, and no ICP filing covers example.cn\n"
    )


def test_colour_is_for_terminals_and_for_those_who_force_it(
    here: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, main_tf=UNFILED)
    assert "\x1b[" not in icplint("check").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in icplint("check").out
    assert "\x1b[" not in icplint("check", "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in icplint("check").out


def test_no_secret_is_printed(here: Path, icplint: Icplint) -> None:
    hidden = "s3cr3t-example"
    write(
        here,
        main_tf=(
            f'variable "name" {{\n  default = "{hidden}.example.cn"\n  sensitive = true\n}}\n'
            f'provider "alicloud" {{\n  region = "cn-hangzhou"\n  secret_key = "{hidden}"\n}}\n'
            'resource "alicloud_cdn_domain_new" "www" {\n  domain_name = var.name\n}\n'
        ),
    )
    for arguments in (["--all"], ["--format", "json", "--all"]):
        run = icplint("check", *arguments)
        assert hidden not in run.out + run.err
        assert "sensitive" in run.out


def test_several_formats_go_to_several_places(icplint: Icplint, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "terraform_data" "a" {}\n', encoding="utf-8")
    first, second = tmp_path / "a.json", tmp_path / "b.txt"
    ended = icplint(
        "check", tmp_path, "--format", "json", "--output", first, "--format", "concise", "--output", second,
        "--format", "text",
    )  # fmt: skip
    assert json.loads(first.read_text())["version"] == 1
    assert second.read_text() == ""
    assert "compliant" in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "json", "--format", "text"], "only one format can go to standard output, not json, text"),
        (["--output", "a", "--output", "b"], "--output is given 2 times for 1 --format"),
        (["--format", "json", "--output", "a", "--format", "text", "--output", "a"], "cannot go to one file"),
    ],
)
def test_formats_and_files_that_do_not_pair_are_refused(icplint: Icplint, arguments: list[str], said: str) -> None:
    ended = icplint("check", *arguments)
    assert ended.code == 2
    assert said in ended.err
