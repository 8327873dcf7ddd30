"""The garbage collector is off in what makes objects and ends, and on where rings pile up: servers, scans, the editor."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icplint.cli import endpoints, lsp, scan, serve
from icplint.cli.answers import Answering
from icplint.cli.lsp import WORKER
from icplint.errors import ConfigError
from icplint.lsp.worker import Worker
from icplint.model.text import plain

Icplint = Callable[..., Any]
STOP = ConfigError(plain("that is all"))


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return whether the collector was on where each of these commands does its work, which then ends."""
    found: list[bool] = []

    def record(*_arguments: Any, **_named: Any) -> Any:
        found.append(gc.isenabled())
        raise STOP

    for place, name in ((Answering, "answer"), (lsp, "_serve"), (serve, "_listen"), (endpoints, "say_where")):
        monkeypatch.setattr(place, name, record)
    monkeypatch.setattr(Worker, "warm", lambda _self: None)
    return found


def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-main")
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "main-secret")


def test_a_check_ends_before_it_pays_to_collect(icplint: Icplint, seen: list[bool], tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text("", encoding="utf-8")
    assert "that is all" in icplint("check", tmp_path).err
    assert seen == [False]


@pytest.mark.parametrize(
    "command",
    [
        ("lsp",),
        ("serve", "--run-task", "--key-file", "key", "--bind", "127.0.0.1:0"),
        ("filings", "lookup", "example.cn", "--endpoint", "http://127.0.0.1:1"),
    ],
    ids=lambda command: command[0],
)
def test_what_goes_on_collects(
    command: tuple[str, ...], icplint: Icplint, seen: list[bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    keys(monkeypatch)
    Path("key").write_text("secret", encoding="utf-8")
    assert "that is all" in icplint(*command).err
    assert seen == [True]


def test_a_scan_collects_what_is_left_of_its_calls_before_it_answers(
    icplint: Icplint, seen: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys(monkeypatch)
    rings: list[weakref.ref[Any]] = []

    class Ring:
        """What leads to itself."""

        def __init__(self) -> None:
            self.itself = self

    def read(*_arguments: Any, **_named: Any) -> None:
        seen.append(gc.isenabled())
        rings.append(weakref.ref(Ring()))

    monkeypatch.setattr(scan, "_read", read)
    assert "that is all" in icplint("scan", "--isolated", "--endpoint", "http://127.0.0.1:1").err
    assert seen == [True, False]
    assert [ring() for ring in rings] == [None]


def test_the_worker_of_the_editor_collects() -> None:
    """It is started as a module, past the command line that turns the collector off."""
    probe = (
        "import gc, runpy\nfrom icplint.lsp import questions\nquestions.answer_all = lambda _: print(gc.isenabled())\n"
    )
    command = [sys.executable, "-c", f"{probe}runpy.run_module({WORKER!r}, run_name='__main__')"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == ["True"]
