"""What OpenTofu reads otherwise than Terraform: by what a configuration asks for, else what both would do.

Source: opentofu.org/docs/language.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]

SITE = """
provider "alicloud" { region = "cn-hangzhou" }
resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
}
"""


def record(name: str, label: str = "www", more: str = "") -> str:
    """Return a record of www below a domain, which leads to the server of `SITE`."""
    return f"""
resource "alicloud_alidns_record" "{label}" {{
  domain_name = "{name}"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
{more}
}}
"""


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Callable[..., Any]) -> Ask:
    """Return what checks the files as a whole directory for unfiled domains."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "filings.toml").write_text('[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\n')

    def asked(files: dict[str, str]) -> dict[str, Any]:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        done = icplint("check", "--all", "--format", "json", "--select", "ICP101", "--lang", "en")
        report: dict[str, Any] = json.loads(done.out)
        return report

    return asked


def answers(report: dict[str, Any]) -> dict[str, str]:
    """Return the answer about each subject."""
    return {f["subject"]["key"]: f["outcome"] for f in report["findings"]}


def test_a_file_that_opentofu_reads_another_one_instead_of_is_told_and_its_names_are_doubt(ask: Ask) -> None:
    report = ask({"main.tofu": SITE + record("example.cn"), "main.tf": SITE + record("unfiled.cn")})
    assert [(u["what"], "main.tofu" in u["why"]) for u in report["unread"]] == [("main.tf", True)]
    assert answers(report)["unfiled.cn"] == "cannot-tell"
    assert answers(report)["www.example.cn"] == "compliant"


def test_what_both_files_say_in_the_same_words_is_no_doubt(ask: Ask) -> None:
    abroad = SITE.replace("cn-hangzhou", "cn-hongkong") + record("unfiled.cn")
    report = ask({"main.tofu": abroad, "main.tf": abroad})
    assert [u["what"] for u in report["unread"]] == ["main.tf"]
    assert set(answers(report).values()) == {"compliant"}


def test_names_come_of_variables_and_locals_of_the_file_that_was_not_read(ask: Ask) -> None:
    old = 'variable "zone" { default = "unfiled.cn" }\n' + record("x").replace('"x"', "lower(var.zone)")
    report = ask({"main.tofu": record("example.cn"), "main.tf": old, "site.tf": SITE})
    assert answers(report)["unfiled.cn"] == "cannot-tell"
    assert not report["errors"]


def test_a_called_module_for_both_tools_is_told_once_for_all_its_calls(ask: Ask) -> None:
    calls = "".join(f'module "{name}" {{\n  source = "./site"\n}}\n' for name in "ab")
    report = ask(
        {"main.tf": calls, "site/a.tf": SITE, "site/m.tofu": record("example.cn"), "site/m.tf": record("unfiled.cn")}
    )
    assert [u["what"] for u in report["unread"]] == ["site/m.tf"]
    assert answers(report)["unfiled.cn"] == "cannot-tell"


@pytest.mark.parametrize(
    ("left", "right"), [("main.tf.json", "main.tofu.json"), ("main_override.tf", "main_override.tofu")]
)
def test_each_syntax_and_override_files_are_replaced_by_their_like_only(ask: Ask, left: str, right: str) -> None:
    empty = "{}" if left.endswith("json") else ""
    report = ask({"main.tofu": SITE, left: empty, right: empty, "main.tf": SITE})
    assert {u["what"] for u in report["unread"]} == {"main.tf", left}
