"""A check in a process of its own: what goes wrong there, or takes too long, costs that run alone."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from icplint.child_process import PROCESSOR_TIME, Limits, kill, python, start
from icplint.model.dataclass import dataclass
from icplint.model.text import Language
from icplint.runtask.child import Order

_LET_THROUGH: Final = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV")
"""What of the environment a check may see: no key, no token, none of this server's own regions or variables."""
_MOST_REPORT: Final = 64 << 20
_MOST_SAID: Final = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """How a check ended: its exit code, its JSON report if it wrote one, and what it said on standard error.

    `code` is None where it did not end in time; `stopped` where the server did not wait for it.
    """

    code: int | None
    report: dict[str, Any] | None
    said: str = ""
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Runs `icplint check --format json` with the server's options, below a directory that holds nothing else."""

    options: tuple[str, ...] = ()
    language: Language = "en"
    _running: set[subprocess.Popen[bytes]] = field(default_factory=set)
    _stopped: threading.Event = field(default_factory=threading.Event)

    def __call__(
        self, directory: Path, seconds: float, *, plan: Path | None, archive: Path | None, within: str = ""
    ) -> CheckResult:
        """Return what a check finds of a plan, of the configuration in an archive, or of one beside the other.

        `within` is the directory of the configuration. The check is killed, with all that it started, in time. What it
        writes goes to files, whose size is limited.
        """
        if self._stopped.is_set():
            return CheckResult(code=None, report=None, stopped=True)
        language, processor = self.language, max(1, round(seconds))
        limits = Limits(parent=os.getpid(), seconds=processor).written()
        given, packed = (None if path is None else str(path.relative_to(directory)) for path in (plan, archive))
        order = Order(plan=given, archive=packed, within=within, limits=limits, language=language)
        check = [*python("icplint"), "check", "--format", "json", *self.options, "--"]
        environment = {name: os.environ[name] for name in _LET_THROUGH if name in os.environ}
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = start(
                [*python("icplint.runtask.child"), order.written(), *check],
                cwd=directory,
                env={**environment, "ICPLINT_WITHIN": str(directory.absolute())},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )
            code = self._waited(process, seconds)
            said = _end(err).decode("utf-8", "replace").strip()
            if self._stopped.is_set() and code not in (0, 1, 2):
                return CheckResult(code=None, report=None, stopped=True)
            if code is None or code == PROCESSOR_TIME:
                return CheckResult(code=None, report=None)
            out.seek(0)
            return CheckResult(code=code, report=_document(out.read(_MOST_REPORT + 1)), said=said)

    def _waited(self, process: subprocess.Popen[bytes], seconds: float) -> int | None:
        self._running.add(process)
        try:
            return process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            kill(process)
            process.wait()
            return None
        finally:
            self._running.discard(process)

    def stop(self) -> None:
        """End every check that runs, and begin none."""
        self._stopped.set()
        for process in list(self._running):
            kill(process)


def _end(file: Any) -> bytes:
    """Return the end of a file."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - _MOST_SAID))
    found: bytes = file.read()
    return found


def _document(out: bytes) -> dict[str, Any] | None:
    if len(out) > _MOST_REPORT:
        return None
    try:
        document = json.loads(out)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None
