"""A process that may be lost: the limits that it takes upon itself, and how another starts and ends it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from icplint.model.dataclass import dataclass

MOST_MEMORY: Final = 4 << 30
"""Bytes of address space: a plan of 256 MiB takes ten times as much when it is read."""
MOST_WRITTEN: Final = 256 << 20
"""Bytes of any one file that it writes, its report too."""
PROCESSOR_TIME: Final = -int(signal.SIGXCPU) if hasattr(signal, "SIGXCPU") else None
"""The exit code, as subprocess has it, of what used more time than it had; Windows has no such limit."""
_DIE_WITH_PARENT: Final = 1
"""PR_SET_PDEATHSIG, prctl(2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a process may use: bytes of address space, seconds of processor time; it ends with its `parent`."""

    parent: int
    seconds: int
    memory: int = MOST_MEMORY

    def written(self) -> str:
        """Return them as an argument."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, written: str) -> Limits:
        """Return what an argument says."""
        return cls(**json.loads(written))


def limit(limits: Limits) -> None:
    """Take the limits that the system knows: Windows has none of them here, and there only the time is kept."""
    if os.name != "posix":
        return
    import resource

    _lower(resource.RLIMIT_AS, limits.memory)
    _lower(resource.RLIMIT_FSIZE, MOST_WRITTEN)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_CPU, limits.seconds)
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != limits.parent:  # it was gone before this was asked for
        raise SystemExit(2)


def allow(seconds: int) -> None:
    """Let this process use so many seconds of processor time from now on, for another piece of work."""
    if os.name != "posix":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, round(used.ru_utime + used.ru_stime) + seconds)


def _lower(kind: int, most: int) -> None:
    """Set a limit, which may be raised again up to what the system allows."""
    import resource

    _, hard = resource.getrlimit(kind)
    try:
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    except (OSError, ValueError):  # macOS has no limit of address space
        return


def python(module: str) -> list[str]:
    """Return the command that runs a module: nothing is imported from where a stranger's files lie."""
    return [sys.executable, "-P", "-m", module]


def start(command: Sequence[str], **streams: Any) -> subprocess.Popen[bytes]:
    """Start a process that `kill` ends with all that it started."""
    return subprocess.Popen(command, start_new_session=True, **streams)  # noqa: S603 - no shell


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
