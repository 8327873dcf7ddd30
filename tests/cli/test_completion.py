"""Completion in shells, and what a slip of the finger was meant to be."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icplint.cli.completion import VARIABLE
from icplint.registry import registry

Icplint = Callable[..., Any]


@pytest.fixture
def complete(icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Return what bash offers after some words."""

    def offered(words: str) -> list[str]:
        monkeypatch.setenv("_ICPLINT_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
        found: list[str] = icplint().out.split()
        return found

    return offered


def test_checks_formats_languages_and_commands_complete(complete: Callable[[str], list[str]]) -> None:
    assert complete("icplint exp") == ["explain"]
    assert complete("icplint check --select unfiled") == ["unfiled-domain"]
    assert complete("icplint check --ignore ICP10") == [c.code for c in registry().checks if c.code.startswith("ICP10")]
    assert set(complete("icplint check --format ")) == set(registry().formats)
    assert complete("icplint scan --lang ") == ["en", "zh"]
    assert complete("icplint explain idle") == ["idle-filing"]
    assert complete("icplint graph --isol") == ["--isolated"]
    assert "never" in complete("icplint check --fail-on ")


def test_completion_works_however_icplint_is_started(tmp_path: Path) -> None:
    asked = {**os.environ, VARIABLE: "complete_bash", "COMP_WORDS": "icplint exp", "COMP_CWORD": "1"}
    command = [sys.executable, "-m", "icplint"]
    done = subprocess.run(command, cwd=tmp_path, env=asked, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["explain"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_there_is_a_script_for_each_shell(shell: str, icplint: Icplint) -> None:
    done = icplint("completion", shell)
    assert done.code == 0
    assert "_ICPLINT_COMPLETE" in done.out
    if shell in {"bash", "zsh"} and (there := shutil.which(shell)):
        subprocess.run([there, "-n"], input=done.out.encode(), check=True)
    assert icplint("completion", "tcsh").code == 2


def test_completion_costs_nothing_where_no_shell_asks(tmp_path: Path) -> None:
    probe = "import sys; sys.argv = ['icplint', '--version']\nfrom icplint.cli import main\ntry:\n    main()\nfinally:\n    import json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert not loaded & {"icplint.registry", "icplint.checks", "icplint.reports"}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["check", "--select", "unfilled-domain"], "unfiled-domain"),
        (["check", "--ignore", "ICP1O1"], "ICP101"),
        (["check", "--format", "jsn"], "json"),
        (["explain", "idle-filling"], "idle-filing"),
        (["chekc"], "check"),
        (["check", "--strikt"], "--strict"),
        (["scan", "--products", "alidn"], "alidns"),
    ],
)
def test_what_was_meant_is_said_in_both_languages(
    words: list[str], meant: str, icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    english = icplint(*words)
    assert (english.code, english.out) == (2, "")
    said = english.err.replace("'", "")
    assert f"id you mean {meant}?" in said or f"(Possible options: {meant})" in said
    monkeypatch.setenv("ICPLINT_LANG", "zh")
    chinese = icplint(*words)
    assert f" {meant}？" in chinese.err
    assert "是否想" in chinese.err
