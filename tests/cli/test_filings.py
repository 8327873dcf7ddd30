"""`icplint filings import`: a spreadsheet becomes the register that it says the same as."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from icplint.filings.entries import entries_of
from icplint.filings.register import read
from icplint.filings.row import RegisterRow, Sheet
from icplint.filings.toml_text import to_toml
from icplint.policy import Tables

PROVIDERS = Tables.core().providers

Icplint = Callable[..., Any]

WRITTEN = """\
# Imported from 台账.xlsx.

[[filing]]
domain = "example.cn"
licence = "京ICP备2023001234号-1"
holder = "示例（北京）科技有限公司"
access_providers = ["alibaba", "tencent"]
filed_on = 2023-05-06

[[filing]]
domain = "example.com"
licence = "京ICP备2023001234号-2"
status = "cancelled"

[[filing]]
domain = "example.net"
status = "pending"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the ledger of a company into an empty directory, and go there."""
    book = Workbook()
    page = book.worksheets[0]
    for row in (
        ["备案台账"],
        ["域名", "主办单位", "ICP备案号", "接入商", "备案状态", "审核通过日期"],
        [
            "WWW.example.cn",
            "示例（北京）科技有限公司",
            " 京icp备2023001234号－1",
            "阿里云、腾讯云",
            "",
            date(2023, 5, 6),
        ],
        ["example.com", "", "京ICP备2023001234号-2", "", "已注销"],
        ["example.net", "", "", "", "备案中"],
    ):
        page.append(row)
    book.save(tmp_path / "台账.xlsx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_spreadsheet_becomes_a_register(here: Path, icplint: Icplint) -> None:
    assert icplint("filings", "import", "台账.xlsx") == type(icplint("--version"))(0, WRITTEN, "")
    assert icplint("filings", "import", "台账.xlsx", "--output", "filings.toml").out == ""
    assert (here / "filings.toml").read_text(encoding="utf-8") == WRITTEN
    assert [path.name for path in here.iterdir() if path.name.startswith(".")] == []
    first, second = (read(here / name, name, PROVIDERS).resources for name in ("台账.xlsx", "filings.toml"))
    assert [dict(r.values) for r in first] == [dict(r.values) for r in second]


def test_a_bad_row_keeps_the_register_from_being_written(here: Path, icplint: Icplint) -> None:
    Path("a.csv").write_text("域名,备案号\nexample.cn,京ICP证030173号\nexample.com,京ICP备2023001234号-1\n", "utf-8")
    run = icplint("filings", "import", "a.csv", "--output", "filings.toml")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("error: a.csv:2:1: 京ICP证030173号 is a commercial ICP licence")
    assert not (here / "filings.toml").exists()


def test_a_place_that_cannot_be_written_is_named(here: Path, icplint: Icplint) -> None:
    run = icplint("filings", "import", "台账.xlsx", "--output", "absent/filings.toml")
    assert (run.code, run.err) == (
        2,
        "error: absent/filings.toml cannot be written: there is no directory absent; make it first (mkdir -p absent)\n",
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, derandomize=True)
@given(st.text(st.characters(codec="utf-8")))
def test_any_holder_survives(holder: str) -> None:
    values = {"domain": "example.cn", "licence": "京ICP备2023001234号-1", "holder": holder}
    (document,) = tomllib.loads(
        to_toml(entries_of(Sheet(PROVIDERS, rows=[RegisterRow(table="filing", values=values, line=1)])))
    )["filing"]
    assert document.get("holder", "") == holder.strip()


LEDGER = "域名,备案号,接入商\nexample.cn,京ICP备2023001234号-1,阿里云BGP\nexample.com,京ICP备2023001234号-2,某某机房\n"


def piped(tmp_path: Path, *arguments: str, text: str = LEDGER) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "icplint", *arguments]
    return subprocess.run(command, cwd=tmp_path, input=text, capture_output=True, encoding="utf-8", check=False)


def test_a_register_may_come_on_standard_input(tmp_path: Path) -> None:
    checked = piped(tmp_path, "filings", "check", "-")
    assert (checked.returncode, checked.stdout) == (0, "-: 2 filings, no errors\n")
    assert checked.stderr.startswith("warning: -:3:1: icplint does not know the access provider 某某机房, ")
    assert 'access_providers = ["alibaba"]' in piped(tmp_path, "filings", "import", "-").stdout


def test_a_pipe_that_brings_nothing_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        'resource "alicloud_cdn_domain_new" "d" {\n  domain_name = "www.example.cn"\n}\n', encoding="utf-8"
    )
    sentence = "error: -: nothing came through the pipe: see whether the command before it failed\n"
    checked = piped(tmp_path, "filings", "check", "-", text="")
    assert (checked.returncode, checked.stdout, checked.stderr) == (2, "", sentence)
    run = piped(tmp_path, "check", ".", "--filings", "-", "--format", "json", text="\n")
    assert (run.returncode, run.stderr) == (2, sentence)
    outcomes = {one["code"]: one["outcome"] for one in json.loads(run.stdout)["findings"]}
    assert outcomes["ICP101"] == "cannot-tell"


def test_the_directory_that_one_stands_in_has_a_name(tmp_path: Path) -> None:
    checked = piped(tmp_path, "filings", "check", ".")
    assert checked.stderr == f"error: .: {tmp_path.name} is not a register: a register is a .toml, .csv or .xlsx file\n"


def test_a_provider_that_is_not_known_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        'provider "alicloud" { region = "cn-hangzhou" }\n'
        'resource "alicloud_eip_address" "w" {}\n'
        'resource "alicloud_alidns_record" "w" {\n'
        '  for_each    = toset(["example.cn", "example.com"])\n  domain_name = each.key\n'
        '  rr          = "www"\n  type        = "A"\n  value       = alicloud_eip_address.w.ip_address\n}\n',
        encoding="utf-8",
    )
    arguments = ("check", ".", "--filings", "-", "--format", "json", "--select", "ICP201", "--all")
    run = piped(tmp_path, *arguments)
    report = json.loads(run.stdout)
    assert run.returncode == 0
    assert {f["subject"]["key"]: f["outcome"] for f in report["findings"]} == {
        "www.example.cn": "compliant",
        "www.example.com": "cannot-tell",
    }
    assert [(part["what"], part["origin"]["file"], part["origin"]["line"]) for part in report["unread"]] == [
        ("access_providers", "-", 3)
    ]
    assert piped(tmp_path, *arguments, text=LEDGER.replace("某某机房", "其他")).returncode == 1
    two = "域名,备案号,接入商,状态\nexample.cn,京ICP备2023001234号-1,腾讯云,\nexample.cn,京ICP备2023001234号-2,阿里云,{}\n"
    for status, outcome in (("已注销", "violation"), ("空壳", "cannot-tell")):
        doubt = json.loads(piped(tmp_path, *arguments, text=two.format(status)).stdout)
        assert {f["subject"]["key"]: f["outcome"] for f in doubt["findings"]}["www.example.cn"] == outcome
    for denial in ("非阿里云", "阿里云（已取消接入）", "原阿里云；现腾讯云"):
        denied = json.loads(piped(tmp_path, *arguments, text=LEDGER.replace("阿里云BGP", denial)).stdout)
        assert {f["outcome"] for f in denied["findings"]} == {"cannot-tell"}


def test_standard_input_is_one_thing(tmp_path: Path) -> None:
    run = piped(tmp_path, "check", "-", "--filings", "-")
    assert (run.returncode, run.stderr.splitlines()) == (
        2,
        ["error: standard input (-) can be one thing only: give the other as a file"],
    )


def test_what_is_to_be_filled_in_is_not_lost_on_the_way(tmp_path: Path, icplint: Icplint) -> None:
    file = tmp_path / "filings.toml"
    file.write_text('[[filing]]\ndomain = "example.cn"\nlicence = ""\n', encoding="utf-8")
    run = icplint("filings", "import", file, "--lang", "en")
    assert (run.code, run.out) == (2, "")
    assert "filings.toml:3:1: the number of example.cn is still to be filled in" in run.err
    checked = icplint("filings", "check", file, "--lang", "en")
    assert (checked.code, checked.err.startswith("warning: ")) == (0, True)
