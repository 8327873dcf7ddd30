"""Runs attacks, each in a child of one process that has loaded icplint already, within limits that the kernel keeps.

A program of its own: `python trial.py NAME…` prints one JSON object a line for each attack, `python trial.py --slow`
the names of those that belong into slow.txt.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from attack import SITE, Attack, attacks

MEGABYTE: Final = 1 << 20
SLOW: Final = 0.5
"""Seconds of processor time from which on an attack is not tried in the ordinary run."""
ADDRESSES: Final = 4096
"""Megabytes of addresses that a child may take: above what any budget allows to be used."""


def tried(attack: Attack) -> dict[str, Any]:
    """Return what one attack came to: its exit, what it printed, and what it cost."""
    with tempfile.TemporaryDirectory() as top:
        directory = Path(top)
        (directory / "tree").mkdir()
        attack.write(directory / "tree")
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            _become(directory, attack)
        _, status, used = os.wait4(child, 0)
        wall = time.monotonic() - began
        read = {name: (directory / name).read_text("utf-8", "replace") for name in ("out", "err")}
    code = os.waitstatus_to_exitcode(status)
    spent = used.ru_utime + used.ru_stime
    return {
        "name": attack.name, "code": code, **read, "seconds": round(spent, 2), "wall": round(wall, 2),
        "megabytes": used.ru_maxrss // 1024,
    }  # fmt: skip


def _become(directory: Path, attack: Attack) -> None:
    """Run icplint in this process, which is a child, and end."""
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(directory / name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), number)
    seconds = int(attack.seconds) + 5
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES * MEGABYTE, ADDRESSES * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    os.chdir(directory / "tree")
    sys.argv = ["icplint", *attack.arguments]
    code = 70
    try:
        from icplint.cli import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 70
    except BaseException as error:  # noqa: BLE001 - the parent is told
        sys.stderr.write(f"Traceback: {error!r}\n")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def warm(directory: Path) -> None:
    """Check a small site in this process, so that each child has loaded what it needs."""
    (directory / "main.tf").write_text(SITE)
    written = os.dup(1), os.dup(2)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.chdir(directory)
    sys.argv = ["icplint", "check", ".", "--format", "json", "--isolated"]
    try:
        from icplint.cli import main as icplint

        icplint()
    except SystemExit:
        pass
    sys.stdout.flush()
    for number, kept in enumerate(written, 1):
        os.dup2(kept, number)
    os.chdir("/")


def main() -> None:
    """Load what a check needs, then run the attacks that were named, or all."""
    known = attacks()
    picking = sys.argv[1:] == ["--slow"]
    names = list(known) if picking else sys.argv[1:] or list(known)
    with tempfile.TemporaryDirectory() as top:
        warm(Path(top))
    for name in sorted(names) if picking else names:
        found = tried(known[name])
        if not picking:
            os.write(1, (json.dumps(found) + "\n").encode())
        elif found["seconds"] > SLOW:
            os.write(1, f"{name}\n".encode())


if __name__ == "__main__":
    main()
