"""`icplint eval`: an expression's value as JSON, or why it is unknown and what it points at."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

CONFIGURATION: Final = """
variable "name" { default = "www" }
variable "ports" {
  type    = list(number)
  default = [443, 80]
}
variable "secret" {
  default   = "hush"
  sensitive = true
}
variable "unset" {}
resource "alicloud_eip_address" "web" {
  address_name = "${var.name}-eip"
  tags         = { owner = var.unset, secret = var.secret }
}
locals {
  wrong = var.ports[5]
}
"""
PROBE: Final = """
import sys
from icplint.cli import main
sys.argv = ["icplint", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""

Command = Callable[..., Any]
Lines = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root module in `site`, seen from the directory above."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "main.tf").write_text(CONFIGURATION, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "site"


@pytest.fixture
def ask(icplint: Command, monkeypatch: pytest.MonkeyPatch) -> Lines:
    """Give `eval --json` lines, and return its answers."""

    def lines(text: str | bytes, *arguments: str) -> list[dict[str, Any]]:
        data = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        done = icplint("eval", "--json", *arguments)
        assert (done.code, done.err) == (0, "")
        return [json.loads(line) for line in done.out.splitlines()]

    return lines


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("1 + 1", "2"),
        ("0.1 + 0.2", "0.3"),
        ("10 / 4", "2.5"),
        ("1e3", "1000"),
        ("12345678901234567890123456789 * 10", "123456789012345678901234567890"),
        ('"é ${var.name} <&>"', '"é www <&>"'),
        ("null", "null"),
        ("true", "true"),
        ("[]", "[]"),
        ("{ b = 1, a = [true, null] }", '{"a": [true, null], "b": 1}'),
        ("toset([10, 9, 100])", "[9, 10, 100]"),
        ("var.ports", "[443, 80]"),
        ("sort(keys({ b = 1, a = 2 }))", '["a", "b"]'),
        ("var.secret", '"(sensitive)"'),
        ('[var.secret, "x-${var.secret}", 1]', '["(sensitive)", "(sensitive)", 1]'),
        ("alicloud_eip_address.web.address_name", '"www-eip"'),
        (
            "alicloud_eip_address.web",
            '{"address_name": "www-eip", "tags": {"owner": null, "secret": "(sensitive)"}}',
        ),
        ("[alicloud_eip_address.web.id, 1]", "[null, 1]"),
        ("terraform.workspace", '"default"'),
        ("path.module", '"."'),
    ],
)
def test_a_value_is_printed_as_json(site: Path, icplint: Command, expression: str, printed: str) -> None:
    done = icplint("eval", expression, "site")
    assert (done.code, done.out, done.err) == (0, f"{printed}\n", "")


def test_an_unknown_says_why_and_what_it_points_at(site: Path, icplint: Command) -> None:
    done = icplint("eval", "alicloud_eip_address.web.ip_address", "site")
    assert done.code == 0
    assert done.out.splitlines() == [
        "unknown: known only after apply",
        "points at: alicloud_eip_address.web.ip_address",
        "to settle it: check the state after apply (terraform show -json), or the live account",
    ]
    done = icplint("eval", 'var.unset == "x" ? alicloud_eip_address.web.id : "none"', "site")
    assert done.out.splitlines()[:3] == [
        "unknown: variable unset has no value",
        "points at: alicloud_eip_address.web.id",
        "something else is possible, too",
    ]


def test_the_reason_speaks_the_language_of_the_reader(site: Path, icplint: Command) -> None:
    done = icplint("eval", "var.unset", "site", "--lang", "zh")
    assert done.out.splitlines()[0] == "unknown：变量 unset 没有赋值"
    done = icplint("eval", "1", "nowhere", "--lang", "zh")
    assert (done.code, done.out, done.err) == (2, "", "错误：nowhere 不是目录\n")


def test_variables_come_from_all_the_usual_places(
    site: Path, icplint: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TF_VAR_unset", "environment")
    assert icplint("eval", "var.unset", "site").out == '"environment"\n'
    (site / "terraform.tfvars").write_text('unset = "file"\n', encoding="utf-8")
    assert icplint("eval", "var.unset", "site").out == '"file"\n'
    (site.parent / "more.tfvars").write_text('unset = "more"\n', encoding="utf-8")
    assert icplint("eval", "var.unset", "site", "--var-file", "more.tfvars").out == '"more"\n'
    assert icplint("eval", "var.unset", "site", "--var", "unset=flag").out == '"flag"\n'
    assert icplint("eval", "var.ports[0]", "site", "--var", "ports=[1]").out == "1\n"


def test_a_variable_that_is_not_declared_is_an_error(site: Path, icplint: Command) -> None:
    done = icplint("eval", "1", "site", "--var", "nobody=1")
    assert (done.code, done.out) == (2, "1\n")
    assert done.err.startswith("error: --var nobody: no root module")


def test_the_directory_is_the_current_one_by_default(
    site: Path, icplint: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    assert icplint("eval", "var.name").out == '"www"\n'


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["local.nope"], "Reference to undeclared local value: A local value with the name"),
        (["1 + {}"], "Invalid operand: Unsuitable value for right operand: number required."),
        (["local.wrong"], "site/main.tf:17:11: Invalid index: The given key does not identify an element"),
        (["[1,,2]"], "EXPRESSION:1:"),
        (["1", "nowhere"], "nowhere is not a directory"),
        (["1", "site/main.tf"], "site/main.tf is not a directory"),
        (["1", "site", "site"], "give an expression and"),
        ([], "give an expression and"),
        (["1", "site", "--var", "name"], "--var takes NAME=VALUE, not name"),
        (["1 / 0"], "cannot serialize infinity as JSON"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    site: Path, icplint: Command, arguments: list[str], sentence: str
) -> None:
    done = icplint("eval", *arguments, *(["site"] if len(arguments) == 1 else []))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {sentence}")
    assert done.err.count("\n") == 1


def test_each_line_gets_an_answer(site: Path, ask: Lines) -> None:
    assert ask('var.name\nalicloud_eip_address.web.id\r\n[var.unset]\nvar.secret\n"é"\nlocal.nope\n', "site") == [
        {"expr": "var.name", "value": "www"},
        {"expr": "alicloud_eip_address.web.id", "unknown": True, "refs": ["alicloud_eip_address.web.id"]},
        {"expr": "[var.unset]", "value": [None]},
        {"expr": "var.secret", "value": "(sensitive)"},
        {"expr": '"é"', "value": "é"},
        {
            "expr": "local.nope",
            "error": 'Reference to undeclared local value: A local value with the name "nope" has not been declared.',
        },
    ]


def test_an_error_is_an_answer(site: Path, ask: Lines) -> None:
    deep = "(" * 5000 + "1" + ")" * 5000
    answers = ask(f"\n1 +\n{deep}\nlocal.wrong\nvar.name\n".encode() + b"\xff\n", "site")
    assert [sorted(answer) for answer in answers] == [["error", "expr"]] * 4 + [["expr", "value"], ["error", "expr"]]
    assert answers[3]["error"].startswith("site/main.tf:17:11: Invalid index: ")


def test_no_expression_is_no_answer(site: Path, ask: Lines) -> None:
    assert ask("", "site") == []


def test_a_directory_that_is_none_is_no_answer(site: Path, icplint: Command) -> None:
    assert icplint("eval", "--json", "nowhere").code == 2


def test_numbers_are_spelled_exactly(site: Path, icplint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"1/3\n123456789012345678901234567890\n")))
    first, second = icplint("eval", "--json", "site").out.splitlines()
    assert '"value": 0.33333333333333333333333333333333333333' in first
    assert '"value": 123456789012345678901234567890}' in second


def test_a_file_with_a_mistake_is_reported_and_the_rest_answered(site: Path, icplint: Command) -> None:
    (site / "broken.tf").write_text("locals {\n  a = \n}\n", encoding="utf-8")
    done = icplint("eval", "var.name", "site")
    assert (done.code, done.out) == (2, '"www"\n')
    assert done.err.startswith("error: site/broken.tf:2:")
    done = icplint("eval", "var.ports", "site", "--var", "ports=many")
    assert done.code == 2
    assert "the value of variable ports cannot be used" in done.err


def test_it_loads_no_more_than_it_needs(site: Path) -> None:
    command = [sys.executable, "-c", PROBE, "eval", "var.name", "site"]
    done = subprocess.run(command, cwd=site.parent, capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout == '"www"\n'
    names = set(done.stderr.splitlines()[-1].split())
    unwanted = ("graph", "checks", "resources", "registry", "policy", "reports", "filings", "run", "gather")
    assert not {name for name in names if name.startswith(tuple(f"icplint.{word}" for word in unwanted))}
    assert not names & {"hcl2", "lark", "networkx", "publicsuffixlist", "tomllib", "asyncio", "logging"}
    assert {name for name in names if name.startswith("icplint.terraform.functions.")} == {
        "icplint.terraform.functions.function",
        "icplint.terraform.functions.passing",
        "icplint.terraform.functions.refined_results",
    }
