"""Runs a whole process and says what it took: wall and processor time, memory, output. For Unix."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

ENVIRONMENT: Final = {**os.environ, "LC_ALL": "C.UTF-8"}
ANSWERED: Final = frozenset({0, 1})
"""Exit 1 says that there are findings, as there should be; any other, that nothing was measured."""


class Cost(NamedTuple):
    """What one process took: wall and processor seconds, the most megabytes that it held, the bytes that it printed."""

    wall: float
    processor: float
    megabytes: float
    output: int


class NotMeasuredError(Exception):
    """A process that did not answer, or not in time."""


def run(command: Sequence[str], directory: Path, limit: float = 600, codes: frozenset[int] = ANSWERED) -> Cost:
    """Run a command in a directory; raises NotMeasuredError.

    The kernel gives a process that replaces another the peak of the one before: who calls this has to stay small, and
    leave it to other processes to make large inputs.
    """
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=directory, env=ENVIRONMENT, stdout=output, stderr=subprocess.DEVNULL)
        late = threading.Timer(limit, process.kill)
        late.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        late.cancel()
        size = output.seek(0, os.SEEK_END)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        raise NotMeasuredError(f"{' '.join(command)[:200]} ended with {process.returncode} after {wall:.1f} s")
    unit = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss is in bytes there, in kilobytes elsewhere
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, size)
