"""Several registers: equal facts merge, and what one says and another denies is said to be so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SITE = """\
provider "alicloud" {
  region = "cn-hangzhou"
}
resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
}
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}
"""
ONE = "京ICP备2023001234号-1"
TWO = "京ICP备2023001234号-2"
OTHER = "沪ICP备2020005678号-1"
HEAD = "域名,备案号,接入商,状态\n"

FILED, UNFILED = ("ICP101", "compliant"), ("ICP101", "violation")
HERE, ELSEWHERE = ("ICP201", "compliant"), ("ICP201", "violation")
WHETHER, WHO = ("ICP101", "cannot-tell"), ("ICP201", "cannot-tell")


def asked(tmp_path: Path, icplint: Callable[..., Any], *registers: str) -> list[dict[str, Any]]:
    """Return the findings of a check with these registers, which must not depend on their order."""
    (tmp_path / "main.tf").write_text(SITE, encoding="utf-8")
    options: list[str] = []
    for index, rows in enumerate(registers):
        path = tmp_path / f"{'abc'[index]}.csv"
        path.write_text(HEAD + rows, encoding="utf-8")
        options += ["--filings", str(path)]
    found = []
    for order in (options, [*options[2:], *options[:2]]):
        run = icplint(
            "check", tmp_path, "--isolated", "--all", "--format", "json", "--on", "2026-11-24", *order,
            "--select", "ICP101", "--select", "ICP201", "--select", "ICP301",
        )  # fmt: skip
        assert run.err == ""
        found.append(json.loads(run.out)["findings"])
    assert found[0] == found[1]
    return found[0]


@pytest.mark.parametrize(
    ("registers", "outcomes"),
    [
        # equal facts, and facts that complete each other
        ([f"example.cn,{ONE},阿里云,\n"] * 2, {FILED, HERE}),
        ([f"example.cn,{ONE},,\n", f"www.example.cn,{ONE},阿里云,已备案\n"], {FILED, HERE}),
        ([f"example.cn,{ONE},阿里云;腾讯云,\n", f"example.cn,{ONE},腾讯云;阿里云,\n"], {FILED, HERE}),
        ([f"example.cn,{ONE},腾讯云,\n", f"example.com,{ONE},阿里云,\n"], {FILED, ELSEWHERE}),
        # websites of one domain, in one register or in two
        ([f"example.cn,{ONE},腾讯云,\nbbs.example.cn,{TWO},阿里云,\n"], {FILED, HERE}),
        ([f"example.cn,{ONE},腾讯云,\n", f"bbs.example.cn,{TWO},阿里云,\n"], {FILED, HERE}),
        ([f"example.cn,{ONE},腾讯云,\nbbs.example.cn,{TWO},阿里云,已注销\n"], {FILED, ELSEWHERE}),
        # a filing that ended, and another one
        ([f"example.cn,{ONE},阿里云,已注销\nexample.cn,{OTHER},腾讯云,\n"], {FILED, ELSEWHERE}),
        ([f"example.cn,{ONE},阿里云,已注销\n", f"example.cn,{OTHER},阿里云,\n"], {FILED, HERE}),
        ([f"example.cn,{ONE},阿里云,已注销\n"] * 2, {UNFILED, ("ICP201", "compliant")}),
        # filed against cancelled, or not yet filed
        ([f"example.cn,{ONE},阿里云,\n", f"example.cn,{ONE},阿里云,已注销\n"], {WHETHER, HERE}),
        ([f"example.cn,{ONE},腾讯云,\n", f"example.cn,{ONE},腾讯云,已注销\n"], {WHETHER, WHO}),
        ([f"example.cn,{ONE},阿里云,\n", "example.cn,,,备案中\n"], {WHETHER, HERE}),
        ([f"example.cn,{ONE},阿里云,\n", f"example.cn,{ONE[:-2]},阿里云,已注销\n"], {WHETHER, HERE}),
        ([f"example.cn,{ONE},阿里云,\nexample.cn,{TWO},阿里云,\n", f"example.cn,{ONE},,已注销\n"], {FILED, HERE}),
        # access providers
        ([f"example.cn,{ONE},阿里云,\n", f"example.cn,{ONE},腾讯云,\n"], {FILED, WHO}),
        ([f"example.cn,{ONE},阿里云;腾讯云,\n", f"example.cn,{ONE},腾讯云,\n"], {FILED, WHO}),
        ([f"example.cn,{ONE},华为云,\n", f"example.cn,{ONE},腾讯云,\n"], {FILED, ELSEWHERE}),
        # two entities
        ([f"example.cn,{ONE},阿里云,\n", f"example.cn,{OTHER},腾讯云,\n"], {FILED, WHO}),
        ([f"example.cn,{ONE},阿里云,\nexample.cn,{OTHER},腾讯云,\n"], {FILED, WHO}),
        ([f"example.cn,{ONE},阿里云,\n", f"example.cn,{OTHER},阿里云,\n"], {FILED, HERE}),
        # an app is no website
        ([f"example.cn,{ONE},阿里云,\n", f"example.cn,{ONE}A,腾讯云,已注销\n"], {FILED, HERE}),
    ],
)  # fmt: skip
def test_what_two_registers_come_to(
    tmp_path: Path, icplint: Callable[..., Any], registers: list[str], outcomes: set[tuple[str, str]]
) -> None:
    findings = asked(tmp_path, icplint, *registers)
    assert {(f["code"], f["outcome"]) for f in findings if f["code"] != "ICP301"} == outcomes


def test_both_rows_are_shown(tmp_path: Path, icplint: Callable[..., Any]) -> None:
    findings = asked(
        tmp_path, icplint, f"example.cn,{ONE},阿里云,\n", f"example.com,{OTHER},,\nexample.cn,{ONE},,已注销\n"
    )
    (finding,) = [f for f in findings if f["code"] == "ICP101"]
    *rows, why = finding["evidence"][-3:]
    assert [(e["message"], Path(e["origin"]["file"]).name, e["origin"]["line"]) for e in rows] == [
        (f"a register has example.cn as filed, {ONE}, access providers Alibaba Cloud", "a.csv", 2),
        (f"a register has example.cn as cancelled, {ONE}, access providers not said", "b.csv", 3),
    ]
    assert why["message"] == "the registers contradict each other on whether example.cn is filed"


@pytest.mark.parametrize(
    ("ended", "outcome"),
    [(f"example.cn,{ONE},阿里云,已注销\n", "cannot-tell"), (f"example.cn,{OTHER},阿里云,已注销\n", "compliant")],
)
def test_an_instance_may_still_be_needed_where_the_filing_is_in_doubt(
    tmp_path: Path, icplint: Callable[..., Any], ended: str, outcome: str
) -> None:
    findings = asked(tmp_path, icplint, f"example.cn,{ONE},阿里云,\n", ended)
    assert {f["outcome"] for f in findings if f["code"] == "ICP301"} == {outcome}
    findings = asked(tmp_path, icplint, f"example.cn,{ONE},腾讯云,\n", f"example.cn,{ONE},,已注销\n")
    assert {f["outcome"] for f in findings if f["code"] == "ICP301"} == {"violation"}, (
        "not with Alibaba Cloud either way"
    )


def test_a_cancelled_row_says_nothing_of_the_rows_that_could_not_be_read(
    tmp_path: Path, icplint: Callable[..., Any]
) -> None:
    (tmp_path / "main.tf").write_text(SITE, encoding="utf-8")
    rows = f"{HEAD}example.cn,{ONE},阿里云,已注销\nexample.cn,京ICP证030173号,阿里云,\n"
    (tmp_path / "filings.csv").write_text(rows, encoding="utf-8")
    options = ("--isolated", "--format", "json", "--select", "ICP101", "--filings", tmp_path / "filings.csv")
    run = icplint("check", tmp_path, *options)
    assert run.code == 2
    assert [f["outcome"] for f in json.loads(run.out)["findings"]] == ["cannot-tell"]


def test_a_check_of_registers_names_what_does_not_go_together(
    tmp_path: Path, icplint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(f"{HEAD}example.cn,{ONE},阿里云,\nexample.com,{TWO},,\n", encoding="utf-8")
    Path("b.csv").write_text(f"{HEAD}example.com,{TWO},腾讯云,\nexample.cn,{OTHER},阿里云,\n", encoding="utf-8")
    assert icplint("filings", "check", "a.csv").code == 0
    run = icplint("filings", "check", "a.csv", "b.csv", "--lang", "en")
    assert run.code == 1
    assert run.out == "a.csv: 2 filings, no errors\nb.csv: 2 filings, no errors\n"
    assert run.err == (
        "error: b.csv:3:1: example.cn stands under two entities, where a domain is filed by one only: "
        f"a register has example.cn as filed, {ONE}, access providers Alibaba Cloud (a.csv:2:1), "
        f"but here a register has example.cn as filed, {OTHER}, access providers Alibaba Cloud\n"
    )
