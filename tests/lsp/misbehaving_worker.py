"""A worker that does what is typed: it never ends, takes all memory, ends by a signal; else it is the real one."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from icplint.cli import editing
from icplint.findings.run import Report
from icplint.lsp.questions import answer_all
from icplint.registry import registry


def report_of(folder: Path, unsaved: Mapping[Path, bytes]) -> Report:
    """Do what a comment in a buffer asks for."""
    typed = b"".join(unsaved.values())
    if b"# loop" in typed:
        (folder / "pid").write_text(str(os.getpid()), encoding="utf-8")
        while True:
            pass
    if b"# exhaust" in typed:
        taken = []
        while True:
            taken.append(bytearray(64 << 20))
    if b"# signal" in typed:
        os.kill(os.getpid(), signal.SIGSEGV)
    sys.stdout.write("what is printed does not reach the server\n")
    return editing.report_of(folder, unsaved)


if __name__ == "__main__":
    registry()
    answer_all(report_of)
