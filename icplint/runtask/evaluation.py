"""A check in a process of its own: what goes wrong there, or takes too long, costs that run alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_LET_THROUGH: Final = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV")
"""What of the environment a check may see: no key, no token, none of this server's own regions or variables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How a check ended: its exit code, its JSON report if it wrote one, and what it said on standard error.

    `code` is None where it did not end in time.
    """

    code: int | None
    report: dict[str, Any] | None
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Runs `icplint check --format json` with the server's options, below a directory that holds nothing else."""

    options: tuple[str, ...] = ()

    def __call__(self, directory: Path, target: str, seconds: float) -> Found:
        """Return what a check of `target` finds; it is killed, with all that it started, after `seconds`."""
        command = [sys.executable, "-m", "icplint", "check", "--format", "json", *self.options, "--", target]
        environment = {name: os.environ[name] for name in _LET_THROUGH if name in os.environ}
        process = subprocess.Popen(  # noqa: S603 - no shell; the target is one that this server chose
            command,
            cwd=directory,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _kill(process)
            process.communicate()
            return Found(code=None, report=None)
        return Found(code=process.returncode, report=_document(out), said=err.decode("utf-8", "replace").strip())


def _kill(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _document(out: bytes) -> dict[str, Any] | None:
    try:
        document = json.loads(out)
    except ValueError:
        return None
    return document if isinstance(document, dict) else None
