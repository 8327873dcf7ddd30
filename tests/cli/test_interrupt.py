"""Ctrl-C and SIGTERM during a scan: a partial report that says so, soon, and an inventory that says what is missing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from misbehaving import SLOW, serving

MAIN = "from icplint.cli import main; main()"
SOON = 2.0
"""Seconds from the signal to the end."""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("how", ["hang", "drip_head", "endless"])
def test_a_signal_ends_a_scan_soon_with_what_it_has(
    tmp_path: Path, number: signal.Signals, code: int, how: str, icplint: Any
) -> None:
    keys = {"ALIBABA_CLOUD_ACCESS_KEY_ID": "LTAI-main", "ALIBABA_CLOUD_ACCESS_KEY_SECRET": "main-secret"}
    with serving(SLOW[how]) as url:
        command = [sys.executable, "-c", MAIN, "scan", "--isolated", "--format", "json", "--lang", "en"]
        process = subprocess.Popen(
            [*command, "--endpoint", url, "--save", "saved", "--region", "cn-hangzhou"],
            cwd=tmp_path, env={**os.environ, **keys}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        end = time.monotonic() + 20
        while not (tmp_path / "saved" / "icplint-inventory.json").is_file() and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(number)
        began = time.monotonic()
        out, err = process.communicate(timeout=20)
    assert time.monotonic() - began < SOON
    assert (process.returncode, err.count(b"\n"), b"signed calls go to" in err) == (code, 1, True)
    first, *others = json.loads(out)["unread"]
    assert (first["what"], number.name in first["why"], "partial" in first["why"]) == ("scan", True, True)
    assert len(others) > 10
    again = icplint("check", str(tmp_path / "saved"), "--format", "json", "--lang", "en", "--isolated")
    said = {part["what"]: part["why"] for part in json.loads(again.out)["unread"]}
    assert {part["what"] for part in others} <= said.keys()
    assert any("did not come to its end" in why for why in said.values())
    assert again.code == 2


def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    keys = {"ALIBABA_CLOUD_ACCESS_KEY_ID": "LTAI-main", "ALIBABA_CLOUD_ACCESS_KEY_SECRET": "main-secret"}
    with serving(SLOW["hang"]) as url:
        command = [sys.executable, "-c", MAIN, "scan", "--isolated", "--endpoint", url, "--save", "saved"]
        process = subprocess.Popen(
            command, cwd=tmp_path, env={**os.environ, **keys}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        end = time.monotonic() + 20
        while not (tmp_path / "saved" / "icplint-inventory.json").is_file() and time.monotonic() < end:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert process.returncode in (143, -signal.SIGTERM)
    assert b"Traceback" not in err


def test_an_interrupt_while_it_loads_is_no_traceback(tmp_path: Path) -> None:
    """Whenever it comes: each import says when it begins, and is interrupted where it stands."""
    start = "import icplint.__main__ as it; it.main()"
    for module in ("typer", "icplint.cli.check", "icplint.cli.chinese", "icplint.registry", "icplint.findings.run"):
        meddling = (
            "import os, signal, sys\n"
            "class Meddler:\n"
            "    def find_spec(self, name, path=None, target=None):\n"
            f"        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            f"sys.meta_path.insert(0, Meddler())\n{start}\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", meddling, "check", "."], cwd=tmp_path, capture_output=True, check=False,
            env={**os.environ, "ICPLINT_LANG": "zh"}, timeout=60,
        )  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b""), module


def test_the_command_starts_where_an_interrupt_is_met() -> None:
    project = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"icplint": "icplint.__main__:main"}
