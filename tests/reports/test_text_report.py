"""The text report: excerpts of source, calls of modules, what is suppressed, how it fits a terminal."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icplint.findings.run import Report, run
from icplint.graph.build import build
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.reading import Problem, Unread
from icplint.model.suppressed_by import SuppressedBy
from icplint.model.text import plain
from icplint.policy import Policy
from icplint.registry import registry
from icplint.reports.report import Style
from icplint.reports.terminal.columns import around, width, wrapped
from icplint.reports.terminal.excerpt import Excerpts
from icplint.reports.text import render

Icplint = Callable[..., Any]
CDN = 'resource "alicloud_cdn_domain_new" "www" {{\n  domain_name = {name}\n}}\n'


def reported(directory: Path, **files: str) -> Report:
    """Return a run over files; `__` in a name is a slash, and `.tf` is left out."""
    for name, text in files.items():
        path = directory / (name.replace("__", "/") + ".tf")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    known = registry()
    reading = read_inputs(Request(paths=["."], base=directory, sources=lambda: known.sources))
    report = run(build(reading, known.table, Policy(date(2026, 11, 24))), known.checks, reading)
    report.source = lambda file: (directory / file).read_text(encoding="utf-8").splitlines()
    return report


def excerpts(text: str) -> list[str]:
    """Return the lines that are excerpts: those with a bar."""
    return [line for line in text.splitlines() if " | " in line or line.lstrip().startswith("| ")]


# Excerpts


def test_the_line_of_the_first_place_is_shown_once_with_a_mark_under_the_value(tmp_path: Path) -> None:
    report = reported(tmp_path, main=CDN.format(name='"www.example.cn"'))
    text = render(report, Style())
    first, mark = excerpts(text)
    assert first == '      2 |   domain_name = "www.example.cn"'
    assert mark == "        |                 " + "^" * len('"www.example.cn"')
    assert text.count("main.tf:2:17 ") > 1, "several findings name the place"
    lines = text.splitlines()
    assert lines[lines.index(first) - 1].startswith("    main.tf:2:17 ")


@pytest.mark.parametrize(
    ("main", "secret"),
    [
        (CDN.format(name='sensitive("hidden.example.cn")'), "hidden"),
        (
            CDN.format(name="var.n") + 'variable "n" {\n  sensitive = true\n  default = "hidden.example.cn"\n}\n',
            "hidden",
        ),
        (CDN.format(name='"www.example.cn" # password = hunter2'), "hunter2"),
        (CDN.format(name='"www.example.cn" # LTAI5tExampleExample1234'), "LTAI"),
        (CDN.format(name='"www.example.cn" /* https://me:pw@host */'), "me:pw"),
        ('locals {\n  n = "www.example.cn"\n  t = sensitive("x")\n}\n' + CDN.format(name="local.n"), "t = "),
    ],
)
def test_a_line_that_may_hold_a_secret_is_not_shown(main: str, secret: str, tmp_path: Path) -> None:
    report = reported(tmp_path, main=main)
    assert report.findings
    assert secret not in render(report, Style())


def shown(line: str, column: int = 1, file: str = "main.tf", columns: int = 60) -> Any:
    return Excerpts(lambda _file: [line]).of(Origin(file, 1, column), columns)


@pytest.mark.parametrize("file", ["terraform.tfvars", "plan.json", "terraform.tfstate", "filings.csv", "filings.toml"])
def test_only_lines_of_configurations_are_shown(file: str) -> None:
    assert shown("www.example.cn", file="main.tf.json") is not None
    assert shown("www.example.cn", file=file) is None


def test_a_place_without_its_line_shows_nothing() -> None:
    assert shown("short", column=9) is None
    assert shown("x" * 5000) is None, "a document on one line"
    here = Excerpts(lambda _file: ["one"])
    assert [here.of(Origin("main.tf", *rest)) for rest in ((2, 1), (1, None), (None, None), (0, 1))] == [None] * 4


def test_the_mark_stands_under_what_it_marks_after_tabs_and_wide_characters() -> None:
    for line, column in (('\tname = "a"', 9), ('名 = "a"', 5), ('\t# 域名\tx = "a"', 11)):
        found = shown(line, column)
        assert found.text[: len(found.text)].isprintable()
        cells = "".join(character * width(character) for character in found.text)
        assert cells[found.before : found.before + found.marked] == line[column - 1 :]


def test_a_long_line_is_cut_around_the_mark() -> None:
    line = f'{"a" * 200} = "域名" {"b" * 200}'
    found = shown(line, 204)
    assert width(found.text) <= 60
    assert (found.text[0], found.text[-1]) == ("…", "…")
    cells = "".join(character * width(character) for character in found.text)
    assert cells[found.before : found.before + found.marked] == '"域域名名"'
    for at in (0, 1, 199, 250, len(line) - 1):
        text, index = around(line, at, 40)
        assert text[index] == line[at]
        assert width(text) <= 40


def test_nothing_in_a_line_acts_on_the_terminal() -> None:
    found = shown('a = "\x1b[2J\x07\u202e"', 5)
    assert found.text == r'a = "\u001b[2J\u0007\u202e"'
    assert printable("a\nb\x9bc") == r"a\nb\u009bc"


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ('value = lookup(local.records[count.index], "value") # why', 'lookup(local.records[count.index], "value")'),
        ('value = "a \\" b" == "c"', '"a \\" b"'),
        ('value = "${lookup(var.names, "www")}.example.cn"', '"${lookup(var.names, "www")}.example.cn"'),
        ("value = var.a ? 1 : 2", "var.a"),
        ("f(x = a, y)", "a"),
        ("value = [for x in var.y : x", "[for x in var.y : x"),
    ],
)
def test_the_mark_is_as_wide_as_the_first_term(line: str, marked: str) -> None:
    found = shown(line, line.index("= ") + 3)
    assert found.text[found.before : found.before + found.marked] == marked


def test_doubts_with_one_argument_share_it(tmp_path: Path) -> None:
    record = """resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = "203.0.113.7"
}
"""
    lines = render(reported(tmp_path, main=record), Style()).splitlines()
    heads = [n for n, line in enumerate(lines) if line.startswith("  cannot tell ICP20")]
    assert len(heads) == 3
    assert heads == list(range(heads[0], heads[0] + 3)), "one under the other"
    assert len({lines[n].index("cannot tell whether") for n in heads}) == 1


# Modules


def test_a_finding_in_a_module_says_from_where_it_is_called(tmp_path: Path) -> None:
    report = reported(
        tmp_path,
        main='module "outer" {\n  source   = "./outer"\n}\n',
        outer__main='\nmodule "cdn" {\n  source   = "../cdn"\n  for_each = toset(["www", "m"])\n  rr = each.key\n}\n',
        cdn__main='variable "rr" {}\n' + CDN.format(name='"${var.rr}.example.cn"'),
    )
    lines = render(report, Style()).splitlines()
    called = [line.strip() for line in lines if "called from" in line]
    assert called == [
        'called from outer/main.tf:2:1 as module.outer.module.cdn["m"]',
        "called from main.tf:1:1 as module.outer",
        'called from outer/main.tf:2:1 as module.outer.module.cdn["www"]',
        "called from main.tf:1:1 as module.outer",
    ]
    assert "调用处：main.tf:1:1（module.outer）" in render(report, Style(language="zh"))


# What else a report holds


def test_what_is_suppressed_is_listed_with_its_reason_where_all_is_asked_for(tmp_path: Path) -> None:
    report = reported(tmp_path, main=CDN.format(name='"www.example.cn"'))
    waiver = SuppressedBy(
        reason=plain("behind a password"), origin=Origin("icplint.toml", 3, 1), until=date(2027, 3, 31)
    )
    report.findings = [replace(f, suppressed=waiver) if f.check.code == "ICP101" else f for f in report.findings]
    assert "behind a password" not in render(report, Style())
    report.show_compliant = True
    lines = render(report, Style()).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("  suppressed ICP101 unfiled-domain  "))
    assert lines[at + 1] == "    icplint.toml:3:1   behind a password (until 2027-03-31)"
    assert lines[at + 2][4] != " ", "and nothing more of it"
    assert "已忽略 ICP101" in render(report, Style(language="zh"))


def test_errors_are_counted_and_stand_in_a_report_that_is_read_alone(tmp_path: Path) -> None:
    report = reported(tmp_path, main=CDN.format(name='"www.example.cn"'))
    report.problems = [Problem(plain("is broken"), Origin("a.tf", 3, 9))]
    report.unread = [Unread("module.vpc", plain("is not installed"), Origin("b.tf", 1, 1))]
    text = render(report, Style())
    assert text.endswith("1 part not read, 1 error in what was read\n")
    assert "a.tf:3:9" not in text, "it was said on standard error"
    assert "not read  b.tf:1:1  module.vpc: is not installed" in text
    assert "error  a.tf:3:9  is broken" in render(report, Style(alone=True))


def test_only_what_counts_is_shown_where_nothing_else_is_wanted(tmp_path: Path) -> None:
    report = reported(tmp_path, main=CDN.format(name='"www.example.cn"'))
    assert render(report, Style(only=lambda _finding: False)) == ""
    text = render(report, Style(only=lambda finding: finding.check.code == "ICP101"))
    assert "ICP101" in text
    assert "ICP202" not in text
    assert "·" not in text


def test_statistics_count_each_outcome_of_each_check(tmp_path: Path) -> None:
    report = reported(tmp_path, main=CDN.format(name='"www.example.cn"'))
    rows = {line.split()[0]: line.split() for line in render(report, Style(statistics=True)).splitlines() if line}
    assert rows["ICP101"] == ["ICP101", "unfiled-domain", "0", "1", "0", "0"]
    assert [check.code for check in report.checks] == [code for code in rows if code.startswith("ICP")]
    assert sum(int(n) for row in rows.values() if row[0].startswith("ICP") for n in row[2:]) == len(report.findings)
    chinese = render(report, Style(statistics=True, language="zh")).splitlines()
    assert len({width(line) for line in chinese[: len(report.checks) + 1]}) == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_clean_report_does_not_say_the_word_that_pipelines_look_for(
    language: Any, icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Atlantis takes `fail` in the output of a policy tool for a verdict."""
    monkeypatch.chdir(tmp_path)
    example = Path(__file__).parents[2] / "examples/oss-static-site"
    for options in ([], ["--all"], ["--statistics"], ["--verbose"], ["--format", "concise"], ["--quiet"]):
        done = icplint("check", example, "--lang", language, *options)
        assert done.code == 0
        assert "fail" not in (done.out + done.err).lower()


# Width


SENTENCES = (
    "the load balancer alicloud_slb_load_balancer.shop is in cn-shanghai, mainland China (providers.tf:13:12)",
    "负载均衡 alicloud_slb_load_balancer.shop 位于中国内地地域 cn-shanghai（examples/shop-behind-cdn/providers.tf:13:12）",
    "无法判断以下情况是否成立：app.example.cn 在中国内地提供服务，但 example.cn 没有 ICP 备案。",
    "",
)


@pytest.mark.parametrize("columns", [12, 20, 33, 50])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_lines_are_no_wider_than_asked_and_lose_nothing(sentence: str, columns: int) -> None:
    lines = wrapped(sentence, columns)
    assert "".join(lines).replace(" ", "") == sentence.replace(" ", "")
    words = [word for line in lines if width(line) > columns for word in line.split()]
    assert all(width(line.strip("（，")) <= columns or " " not in line for line in lines), words
    assert not [line for line in lines if line[:1] in set("，。；：、）”」") or line[-1:] in set("（“「")]


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 140])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_terminal_is_not_overrun(language: Any, columns: int, tmp_path: Path) -> None:
    report = reported(
        tmp_path,
        main='module "cdn" {\n  source = "./modules/a-long-name-for-a-module"\n}\n',
        **{"modules__a-long-name-for-a-module__main": CDN.format(name='"www.example.cn"')},
    )
    whole, fitted = render(report, Style(language=language)), render(report, Style(language=language, width=columns))
    wide = [
        line
        for line in fitted.splitlines()
        if width(line) > columns and "called from" not in line and "调用处" not in line
    ]
    assert columns < 80 or wide == []
    assert columns < 60 or all(max(map(width, line.split())) > columns / 2 for line in wide), "one word is so long"
    said = [text.replace(" ", "") for text in (whole, fitted)]
    assert columns < 60 or sorted(said[0].replace("\n", "")) == sorted(said[1].replace("\n", ""))


def test_a_place_is_a_link_where_the_terminal_follows_links(tmp_path: Path) -> None:
    report = reported(tmp_path, main=CDN.format(name='"www.example.cn"'))
    text = render(report, Style(link=lambda place: f"file:///here/{place.file}#{place.line}" if place.file else None))
    assert "\x1b]8;;file:///here/main.tf#2\x1b\\main.tf:2:17\x1b]8;;\x1b\\   " in text
    unlinked = re.sub(r"\x1b]8;;.*?\x1b\\", "", text)
    assert unlinked == render(report, Style())


def test_a_long_report_takes_time_in_proportion(tmp_path: Path) -> None:
    names = "".join(
        f'resource "alicloud_cdn_domain_new" "n{n}" {{\n  domain_name = "n{n}.example{n % 7}.cn"\n}}\n'
        for n in range(300)
    )
    report = reported(tmp_path, main=names)
    lines = (tmp_path / "main.tf").read_text(encoding="utf-8").splitlines()
    report.source = lambda _file: lines

    def seconds(times: int) -> float:
        report.findings = few * times
        before = time.process_time()
        render(report, Style())
        return time.process_time() - before

    few = report.findings
    seconds(1)
    assert seconds(16) < 16 * 3 * min(seconds(2), seconds(2)) / 2
