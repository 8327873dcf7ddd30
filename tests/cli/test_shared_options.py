"""Options that several commands take mean the same in each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icplint.cli.commands import tree

Icplint = Callable[..., Any]
COMMANDS = tree().commands  # type: ignore[attr-defined]
ZONE = """
variable "host" {
  type = string
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = var.host
}
"""


SOURCES = (
    "paths",
    "filings",
    "geo",
    "resolve",
    "resolver",
    "on",
    "lang",
    "config",
    "isolated",
    "var",
    "var_file",
    "exclude",
    "no_ignore",
)


@pytest.mark.parametrize("command", ["graph", "eligibility"])
def test_what_is_read_is_chosen_as_for_check(command: str) -> None:
    chosen, as_check = (
        {p.name: (p.opts, p.help) for p in COMMANDS[name].params if p.name in SOURCES} for name in (command, "check")
    )
    assert chosen == as_check
    assert sorted(as_check) == sorted(SOURCES)


def test_a_tree_knows_the_variables_the_settings_and_the_register(
    tmp_path: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").write_text(ZONE, encoding="utf-8")
    (tmp_path / "icplint.toml").write_text('lang = "zh"\n', encoding="utf-8")
    cidr = '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "mainland"\nprovider = "self"\n'
    (tmp_path / "filings.toml").write_text(cidr, encoding="utf-8")
    assert "203.0.113.7" not in icplint("graph").out
    known = icplint("graph", "--var", "host=203.0.113.7")
    assert known.code == 0
    assert "203.0.113.7" in known.out
    assert "记录" in known.out
    assert "记录" not in icplint("graph", "--isolated").out
    assert icplint("graph", "--resolver", "127.0.0.1").code == 2
    assert icplint("eligibility", "--resolver", "127.0.0.1").code == 2


def test_a_tree_may_be_written_to_a_file(tmp_path: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").write_text(ZONE, encoding="utf-8")
    printed = icplint("graph").out
    assert icplint("graph", "--output", "tree.txt").out == ""
    assert (tmp_path / "tree.txt").read_text(encoding="utf-8") == printed
