"""Ctrl-C and SIGTERM during a scan: a partial report that says so, soon, and an inventory that says what is missing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
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
