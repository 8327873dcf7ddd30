"""What a project says of suffixes in its configuration decides, is shown with its place, and is checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Icplint = Callable[..., Any]
RECORD = """\
resource "alicloud_alidns_record" "www" {
  domain_name = "%s"
  rr          = "www"
  type        = "CNAME"
  value       = "%s"
}
"""
ROW = """\
[[suffix]]
pattern  = "*.cdn.internal-name.cn"
service  = "cdn"
provider = "网宿"
location = "%s"
"""


def finding(here: Path, icplint: Icplint, value: str, *codes: str, domain: str = "example.cn") -> dict[str, Any]:
    """Check one record beside the configuration, with no filing of its domain; return the one finding."""
    (here / "main.tf").write_text(RECORD % (domain, value), encoding="utf-8")
    (here / "filings.toml").write_text("", encoding="utf-8")
    selected = [word for code in codes or ("ICP101",) for word in ("--select", code)]
    run = icplint("check", here, "--all", "--format", "json", "--on", "2026-11-24", *selected)
    (found,) = json.loads(run.out)["findings"]
    assert run.err == ""
    return dict(found)


@pytest.mark.parametrize(
    ("location", "outcome", "said"),
    [
        ("mainland", "violation", "is CDN of Wangsu in mainland China"),
        ("outside", "compliant", "is CDN of Wangsu outside mainland China"),
        ("private", "compliant", "is CDN of Wangsu inside a private network, which no visitor reaches"),
        ("depends", "cannot-tell", "is CDN of Wangsu, whose name does not tell where it answers from"),
    ],
)
@pytest.mark.parametrize(
    ("file", "above", "line"), [("icplint.toml", "", 1), ("pyproject.toml", '[project]\nname = "x"\n\n', 4)]
)
def test_a_row_decides_and_is_named_with_its_place(
    tmp_path: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch, location: str, outcome: str, said: str,
    file: str, above: str, line: int,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    rows = ROW % location
    text = rows.replace("[[suffix]]", "[[tool.icplint.suffix]]") if file == "pyproject.toml" else rows
    (tmp_path / file).write_text(above + text, encoding="utf-8")
    found = finding(tmp_path, icplint, "www.example.cn.cdn.internal-name.cn")
    assert found["outcome"] == outcome
    evidence = next(e for e in found["evidence"] if "Wangsu" in e["message"])
    assert f"{said}, as the row *.cdn.internal-name.cn says" in evidence["message"]
    assert evidence["origin"] == {"file": file, "line": line}


def test_a_region_is_read_where_the_pattern_has_it(tmp_path: Path, icplint: Icplint) -> None:
    row = (
        '[[suffix]]\npattern = "{region}.lb.example.net"\nservice = "slb"\nprovider = "alibaba"\nlocation = "region"\n'
    )
    (tmp_path / "icplint.toml").write_text(row, encoding="utf-8")
    outcomes = {
        region: finding(tmp_path, icplint, f"a.{region}.lb.example.net")["outcome"]
        for region in ("cn-shanghai", "cn-hongkong", "eu-central-1", "sa-unheard-9")
    }
    assert outcomes == {
        "cn-shanghai": "violation",
        "cn-hongkong": "compliant",
        "eu-central-1": "compliant",
        "sa-unheard-9": "cannot-tell",
    }


def test_the_projects_own_row_wins_even_where_the_tables_is_longer(tmp_path: Path, icplint: Icplint) -> None:
    value = "www.example.cn.w.kunlunsl.com"
    assert finding(tmp_path, icplint, value)["outcome"] == "cannot-tell"
    row = '[[suffix]]\npattern = "kunlunsl.com"\nservice = "cdn"\nprovider = "alibaba"\nlocation = "outside"\n'
    (tmp_path / "icplint.toml").write_text(row, encoding="utf-8")
    assert finding(tmp_path, icplint, value)["outcome"] == "compliant"


def test_a_row_does_not_file_the_names_under_it(tmp_path: Path, icplint: Icplint) -> None:
    """What a project says of its own names tells where they lead; a name of its own is still to be filed."""
    row = '[[suffix]]\npattern = "example.cn"\nservice = "cdn"\nprovider = "self"\nlocation = "mainland"\n'
    (tmp_path / "icplint.toml").write_text(row, encoding="utf-8")
    found = finding(tmp_path, icplint, "edge.example.cn")
    assert (found["outcome"], found["subject"]["key"]) == ("violation", "www.example.cn")


@pytest.mark.parametrize(
    ("written", "domain"), [("xyz", "example.xyz"), (".Co.UK", "example.co.uk"), ("我爱你", "a.我爱你")]
)
def test_a_suffix_that_the_project_knows_to_be_closed(
    tmp_path: Path, icplint: Icplint, written: str, domain: str
) -> None:
    value = "b.oss-cn-hangzhou.aliyuncs.com"
    assert finding(tmp_path, icplint, value, "ICP103", domain=domain)["outcome"] == "compliant"
    (tmp_path / "icplint.toml").write_text(f'strict = false\nunfileable = ["{written}"]\n', encoding="utf-8")
    found = finding(tmp_path, icplint, value, "ICP103", domain=domain)
    assert found["outcome"] == "violation"
    closed = next(e for e in found["evidence"] if "cannot be filed" in e["message"])
    assert (closed["origin"]["line"], Path(closed["origin"]["file"]).name) == (2, "icplint.toml")
    assert finding(tmp_path, icplint, value, "ICP103", domain="example.io")["outcome"] == "violation"


@pytest.mark.parametrize(
    ("text", "line", "en", "zh"),
    [
        ("suffix = 3\n", 1, "suffix must be a list of tables: write [[suffix]] above each row", "表数组"),
        ("suffix = [3]\n", 1, "suffix must be a list of tables", "表数组"),
        (ROW.replace("service", "servise") % "outside", 3, "a row of suffix has no servise (did you mean service?)", "字段"),
        (ROW.replace('"cdn"', "3") % "outside", 3, "service must be text in quotes", "带引号"),
        ('strict = true\n[[suffix]]\npattern = "a.example.cn"\n', 2, "this row of suffix has no service", "缺少 service"),
        (ROW % "abroad", 5, "location must be one of mainland, outside, depends, region, private, not abroad", "之一"),
        (ROW % "region", 2, 'location = "region" needs {region} in pattern', "{region} 标出地域"),
        (ROW.replace("*.cdn", "https://cdn") % "outside", 2, "https://cdn.internal-name.cn is no pattern", "{region} 代表"),
        (ROW.replace("*.cdn.internal-name", "*") % "outside", 2, "*.cn holds for names of everybody", "范围过宽"),
        (ROW.replace("*.cdn.internal-name.cn", "com") % "outside", 2, "com holds for names of everybody", "范围过宽"),
        ('unfileable = "xyz"\n', 1, 'unfileable must be a list of suffixes, such as ["xyz", "co.uk"]; xyz is none', "后缀列表"),
        ('lang = "en"\nunfileable = ["a b"]\n', 2, "a b is none", "a b 不是域名后缀"),
        ('unfileable = [""]\n', 1, '"" is none', "不是域名后缀"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_in_a_sentence_with_its_line(
    tmp_path: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch, text: str, line: int, en: str, zh: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "icplint.toml").write_text(text, encoding="utf-8")
    (tmp_path / "main.tf").write_text("", encoding="utf-8")
    run = icplint("check", "--lang", "en")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"error: icplint.toml:{line}: ")
    assert en in run.err
    assert zh in icplint("check", "--lang", "zh").err


def test_the_graph_reads_the_same_configuration(tmp_path: Path, icplint: Icplint) -> None:
    (tmp_path / "main.tf").write_text(RECORD % ("example.cn", "x.example.net"), encoding="utf-8")
    (tmp_path / "icplint.toml").write_text("suffix = 3\n", encoding="utf-8")
    assert icplint("graph", tmp_path).code == 2
